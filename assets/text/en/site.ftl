### lang: en
### direction: ltr

## The pages of the site, around what each is about

site-skip = Skip to the player
site-title = { $page } · { $site }
site-all = All chapters
site-beside = More
site-game = You are the filter
site-game-lead = Ten messages. Which ones do you let pass?
site-matrix = The whole matrix
site-matrix-lead = Every sender, every filter, and what becomes of the question.
site-glossary = Glossary
site-glossary-lead = The words of these pages, and what engineers call the same things.
site-glossary-all = All words
site-follows = What follows
site-follows-lead = What a location is used for, and what can be done.
site-teaching = For teachers
site-teaching-lead = Plans for 20 and 45 minutes, questions with answers, and every way to show it.
site-engineer = As an engineer says it
site-predict = Before you go on:
site-answer = Your answer:
site-begins = { $count ->
    [0] What happens in this chapter when no filter is on.
    [one] What happens in this chapter with the filter that it begins with: “{ $rules }”.
   *[other] What happens in this chapter with the filters that it begins with: “{ $rules }”.
}
site-begins-own = { $count ->
    [0] What happens in this lesson when no filter is on.
    [one] What happens in this lesson with the filter that it begins with: “{ $rules }”.
   *[other] What happens in this lesson with the filters that it begins with: “{ $rules }”.
}
site-with = The same with “{ $rules }”
site-sources = Sources
site-checked = Facts last held against these sources: { $date }.
site-checked-own = Somebody has made this lesson. What it says is theirs: nobody here has held it against these sources.
site-handout = Hand-out of this chapter, to print
