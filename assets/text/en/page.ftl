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
predict-lane = { $is ->
    [yes] Without the filter the answer is yes.
   *[no] Without the filter the answer is no.
}
spoken-at = Now at { $place }.
lanes-begin = From here on the run goes on twice: without the filter, and with it.
parting-mark = Here the two part
lane-name = Show
lane-choose-without = Without
lane-choose-with = With the filter
lane-choose-both = Both
lane-without = Without “{ $rules }”
lane-with = With “{ $rules }”
lane-usual = As the chapter begins
lane-chosen = As you chose
compare-with = The same with “{ $rules }”
compare-without = The same without “{ $rules }”
next-chapter = Next: { $number } { $title }
filters-title = Filters
filters-lead = Switch one on and watch the same messages again.
filters-locked = They are set here as they are, and cannot be switched.
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

## One message looked into

inspect-open = Look into { $name }
inspect-close = Close
inspect-title = { $name }
inspect-called = Called
inspect-code = Code
inspect-specified = Specified in
inspect-from = Really sent by
inspect-to = Addressed to
inspect-node = { $party } ({ $role })
inspect-claims = Says it is from
inspect-claimed = { $owner }, under the address { $address }
inspect-carries = Names the phone by
inspect-carried = { $by ->
    [msisdn] its phone number (MSISDN)
    [gpsi] its phone number (GPSI)
    [imsi] the number on its SIM (IMSI)
    [supi] the number on its SIM (SUPI)
    [tmsi] a short-lived stand-in from the air (TMSI)
   *[other] nothing: it is about nobody in particular
}
inspect-tells = It tells
inspect-gives = Its answer gives away
inspect-stand-in = It tells, as a stand-in
inspect-honest = Honestly for
inspect-gate = At the gate of { $owner }
inspect-gate-open = No filter is on here: everything passes.
inspect-no-gate = It has come to no gate yet.
inspect-answer = Gates here judge questions. An answer passes.
panel-with = { $title } (with the filter)
verdict-of = { $reason } (of { $name })

## The sequence chart

chart-title = Sequence chart
chart-name = Sequence chart, the same as the list of messages. { $now }
chart-lead = The same messages, one line for each stretch, from top to bottom.
chart-as = { $name }, says it is from { $claimed }
save-name = Save
save-picture-svg = Picture as SVG
save-picture-png = Picture as PNG
save-chart-svg = Chart as SVG
save-chart-png = Chart as PNG

## Keys and settings

help-open = Keys and settings
help-title = Keys and settings
help-close = Close
help-keys = Keys
help-keys-lead = They act while the focus is in the explainer: on a button of the player, or after a click on the picture. With a screen reader, turn its focus mode on first, or use the buttons.
keys-on = Use these keys
key-space = Space
key-left = ←
key-right = →
key-page-up = Page Up
key-page-down = Page Down
key-home = Home
key-end = End
key-digits = 1 to 9, 0
key-dot = .
key-b = b
key-help = ?
key-does-play = Play, or pause
key-does-hop-back = One hop back
key-does-hop-forward = One hop forward
key-does-beat-back = One step back
key-does-beat-forward = One step forward
key-does-start = To the beginning
key-does-end = To the end
key-does-chapter = To that chapter (0 is the tenth)
key-does-dark = A dark screen and back, when you present
key-does-help = This list
settings-title = Settings
setting-theme = Colours
setting-motion = Movement
setting-present = Large, for a room that looks at one screen
theme-system = as my system has them
theme-light = light
theme-dark = dark
motion-system = as my system has it
motion-full = full
motion-reduced = stills
