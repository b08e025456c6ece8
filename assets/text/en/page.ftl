### lang: en
### direction: ltr

## The page before anything moves

page-title = Whereabouts
page-lead = Who can ask where your phone is when you roam, and where a filter would stop them.
page-chapters = Chapters
page-text = The same in words
page-invented = All networks, names and numbers here are invented.

## When something fails

failed-title = This page has stopped
failed-load = Part of the page could not be fetched. The text below says the same in words.
failed-panic = The animation ran into a mistake of its own. The text below says the same in words.
failed-reload = Load the page again
noscript = The animation needs JavaScript and WebAssembly. The text below says the same in words.

## Notices about the address

notices-title = About the address that brought you here
notices-close = Close this notice
notice-unknown-parameter = “{ $name }” is not a setting of this page, and was passed over.
notice-unknown-value = “{ $value }” is not a value for “{ $name }”. The usual one is used instead.
notice-unknown-filter = This chapter has no filter “{ $value }”. It was passed over.
notice-unknown-moment = This chapter has no moment “{ $value }”. It starts from the beginning.

## The picture

stage-name = { $chapter }: { $now }
stage-says = Says it is from { $claimed }
stage-really = Really sent by { $actual }
stage-from = From { $actual }
# The same where there is little room.
stage-says-short = Says: { $claimed }
stage-really-short = Really: { $actual }
# What a rule says of a message at the gate, under the rule’s name.
stage-rule = { $verdict }: { $reason }
gate-label-open = gate: open
gate-label = { $count ->
    [one] gate: { $count } filter
   *[other] gate: { $count } filters
}
gate-label-open-short = open
gate-label-short = { $count ->
    [one] { $count } filter
   *[other] { $count } filters
}

## The player

player-name = Player
player-start = To the beginning
player-back = One hop back
player-play = Play
player-pause = Pause
player-forward = One hop forward
player-scrub = Moment
player-scrub-value = step { $beat } of { $beats }
player-speed = Speed
player-speed-value = { $speed }×
player-copy = Copy link
player-copied = Link copied
player-copy-failed = Copying is not allowed here. The link: { $link }
player-keys = Keys: space plays and pauses, the arrow keys go hop by hop, Page Up and Page Down step by step.
depth-name = Words
depth-plain = Plain words
depth-engineer = Engineer

## The panels

widget-name = { $chapter }, an animated explainer
caption-name = What is happening
remember = Remember:
predict-yes = Yes
predict-no = No
predict-right = As you said.
predict-wrong = You expected otherwise.
compare-with = The same with “{ $rules }”
compare-without = The same without “{ $rules }”
next-chapter = Next: { $number } { $title }
filters-title = Filters
filters-lead = Switch one on and watch the same messages again.
filters-at = At the gate of { $network }
filters-at-exit = Where { $network } rents out addresses
messages-title = Messages
messages-none = Nothing has been sent yet. Press play.
message-claims = says it is from { $claimed }
message-stopped-by = stopped by “{ $rule }”
message-masked-by = answered by “{ $rule }”
ledger-title = Who knows what, now
ledger-nothing = nothing
ledger-passes-on = It asked nothing. It could read what passes through it.
ledger-stand-in = a stand-in for the { $fact }
chapter-link = { $number } { $title }
