### lang: en
### direction: ltr

## What stands around the text of a chapter’s page, and the names of the other pages.

pages-sources = Sources
pages-checked = Facts last checked on { $date }.
pages-source = { $title }. { $who }, { $date }.
pages-source-undated = { $title }. { $who }, no date.
pages-remember = Remember
pages-next = Next: { $number } { $title }
pages-plain = In words
pages-engineer = As an engineer says it
pages-answer = Your answer:
pages-handout = Hand-out to print
pages-glossary = Glossary
pages-glossary-lead = The words of these pages, and what engineers call the same things.
pages-follows = What follows
pages-matrix = The whole matrix
pages-game = You are the filter
