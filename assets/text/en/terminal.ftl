### lang: en
### direction: ltr

## The terminal

terminal-fine = { $file }: no problem found.
terminal-problems = { $count ->
    [one] { $file }: { $count } problem.
   *[other] { $file }: { $count } problems.
}
terminal-filters = Filters on: { $filters }
terminal-no-filters = No filter is on.
terminal-opening = Opening
terminal-closing = End

## The judge: two more reasons, which no rule gives, and what is wrong with a line that it is given.

reason-nothing-in-the-way = nothing on its way stopped or masked it
reason-answered-in-part = it is answered, but what had to be asked for the rest was stopped
reason-answer-goes-to-the-owner = the answer goes to the true owner of the address, who never asked

judge-not-json = This is not JSON: { $found }. Write one object in braces on one line.
judge-unknown-field = There is no field “{ $found }” here. Take it out, or use one of: { $expected }.
judge-missing-field = The field “{ $found }” is missing. Add it.
judge-wrong-type = This does not fit here: { $found }. Write { $expected }.
judge-unknown-word = “{ $found }” is not known here. Use one of: { $expected }.
judge-ask-home = { $found } is asked of the home network (its “{ $expected }”). Say "about": "outbound-roamer", or "own-subscriber-at-home" where the phone is at home.
judge-ask-visited = { $found } is asked of the node that serves the phone (the “{ $expected }”). Say "about": "inbound-roamer", or "own-subscriber-at-home" where the phone is at home.
judge-setting = This rule has no setting “{ $found }”. Take it out, or use one of: { $expected }.
judge-too-long = This is too much: { $found }. Keep it to { $expected }.
judge-duplicate = “{ $found }” stands at this gate twice. Take one out.
judge-stream-at = With --stream every line needs "at", in whole milliseconds and no earlier than the line before, and "subscriber", a text in quotes.

## Problems of a lesson file: what is wrong, and how to mend it

problem-not-json = This is not JSON: { $found }. Mend the file at that place.
problem-too-large = The file has { $found } bytes. Keep it to { $expected }.
problem-format = The format is { $found }, and this program reads { $expected }. Write "format": { $expected }.
problem-unknown-field = There is no field “{ $found }” here. Take it out, or use one of: { $expected }.
problem-missing-field = The field “{ $found }” is missing. Add it.
problem-wrong-type = This does not fit here: { $found }. Write { $expected }.
type-object = an object in braces, as { "{" }"field": …{ "}" }
type-list = a list in brackets, as [ … ]
type-text = a text in quotes
type-number = a whole number, not below zero and not too large
type-switch = true or false
type-other = what the format asks for ({ $expected })
problem-unknown-word = “{ $found }” is not known here. Use one of: { $expected }.
problem-bad-id = “{ $found }” is no id. Use small letters, digits and hyphens, a letter first, at most { $expected } of them.
problem-bad-name = “{ $found }” is no name to show. Use 1 to { $expected } characters.
problem-duplicate = “{ $found }” stands here a second time. Give each its own.
problem-too-many = There are { $found }. Keep to { $expected }.
problem-empty = This list is empty. Put at least one in it.
problem-malformed-address = “{ $found }” is no address. Write it like { $expected }.
problem-address-in-use = “{ $found }” may belong to somebody. Use the reserved range, like { $expected }.
problem-unknown-reference = Nothing here is called “{ $found }”. There are: { $expected }.
problem-outside-range = “{ $found }” lies outside the range that it must be in. Use { $expected }.
problem-overlap = { $found } overlaps what “{ $expected }” has. Give each network its own.
problem-title-like-code = The titles { $found } begin with the digits of the network’s code, { $expected }. Choose others, so that nobody takes one for the other.
problem-one-standing = There must be exactly one network with the standing “{ $expected }”.
problem-missing-node = The network needs a node with the role “{ $expected }”. Add one.
problem-not-subscribed = The IMSI “{ $found }” does not belong to the home network. Begin it with the digits of { $expected }.
problem-no-address = “{ $found }” has no address to send from. Give it a node, a lease, or “claims”.
problem-no-source = “{ $found }” states something and names no source. Name one, or move it to "scene" if it only speaks of what is invented.
problem-rule-here = The rule “{ $found }” has no meaning at the gate “{ $expected }”. Take it out.
problem-bad-text = This has { $found } characters that can be read. Write 1 to { $expected }.
problem-hidden = The character { $found } cannot be seen here, or changes how others are seen. Take it out.
problem-taken-id = The lesson “{ $expected }” of this program has its words under that name, and “{ $found }” is too like it. Choose another.
