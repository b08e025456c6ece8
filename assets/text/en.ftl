### lang: en
### direction: ltr

## The page before anything moves

page-title = Whereabouts
page-lead = Who can ask where your phone is when you roam, and where a filter would stop them.
page-chapters = Chapters
page-text = The same in words
page-text-lead = What happens in this chapter when no filter is on.
page-invented = All networks, names and numbers here are invented.

## When something fails

failed-title = This page has stopped
failed-load = Part of the page could not be fetched. The text below says the same in words.
failed-panic = The animation ran into a mistake of its own. The text below says the same in words.
failed-reload = Load the page again
noscript = The animation needs JavaScript and WebAssembly. The text below says the same in words.
load-failed = This chapter could not be fetched ({ $file }). Check the connection and choose it again.

## Notices about the address

notices-title = About the address that brought you here
notices-close = Close this notice
notice-unknown-parameter = “{ $name }” is not a setting of this page, and was passed over.
notice-unknown-value = “{ $value }” is not a value for “{ $name }”. The usual one is used instead.
notice-unknown-filter = This chapter has no filter “{ $value }”. It was passed over.
notice-unknown-moment = This chapter has no moment “{ $value }”. It starts from the beginning.

## Everybody who takes part

party-home = the home network
party-visited = the visited network
party-partner = { $name }
party-third-party = the third party
carrier = the carrier

# Labels in the picture: the first line says what it is, the second what it is called.
label-home = Home network
label-visited = Visited network
label-partner = A real operator
label-lessor = Rents out addresses
label-third-party = Third party
label-third-party-note = no network of its own
label-third-party-rents = with a rented address
label-carrier = Carrier
label-traveller = The traveller
role-hlr = Register
    .engineer = HLR
role-msc-vlr = Switch
    .engineer = MSC/VLR
role-sms-gateway = Text gateway
    .engineer = SMS-GMSC
role-sms-router = Text router
    .engineer = SMS router
role-service-control = Service control
    .engineer = gsmSCF

## What can be known

fact-phone-number = the phone number
    .engineer = MSISDN
fact-imsi = the number on the SIM (IMSI)
    .engineer = IMSI
fact-serving-network = the network that the phone is in
    .engineer = serving network
fact-serving-node = the phone’s switch
    .engineer = serving MSC/VLR
fact-cell = the cell where the phone was last heard
    .engineer = cell (CGI)
fact-position = its position
    .engineer = position estimate
fact-subscription = what the customer may use
    .engineer = subscription data
fact-authentication-vectors = secrets to check the SIM with
    .engineer = authentication vectors

know-phone-number = phone number
know-imsi = SIM number (IMSI)
know-serving-network = network
know-serving-node = switch
know-cell = cell
know-position = position
know-subscription = subscription
know-authentication-vectors = authentication vectors

list-and = { $before } and { $last }
list-comma = { $before }, { $next }

## Operations. The plain name is what the question means; the engineer's is the specification's.

operation-updateLocation = “Your customer is here with me”
    .engineer = updateLocation
operation-sendRoutingInfoForSM = “Where do I deliver a text?”
    .engineer = sendRoutingInfoForSM
operation-anyTimeInterrogation = “Where is this phone right now?”
    .engineer = anyTimeInterrogation
operation-provideSubscriberInfo = “Which cell is this phone in?”
    .engineer = provideSubscriberInfo

answer-name = Answer to { $operation }
    .engineer = { $operation } result

honest-updateLocation = A network tells the home network that its customer has arrived, so that calls and texts find the way.
honest-sendRoutingInfoForSM = A text exchange asks the home network where to deliver a text.
honest-anyTimeInterrogation = A service inside one network asks its own register where a subscriber is.
honest-provideSubscriberInfo = The home network asks the switch that looks after its customer, to connect a call or work out its price.

## Captions: a question sets out

sent-updateLocation = { $sender } tells { $to }: your customer is here with me.
    .engineer = { $sender } sends updateLocation (MAP 2, TS 29.002 clause 8.1.2): from its VLR to the HLR of { $to }, by IMSI.
sent-sendRoutingInfoForSM = { $sender } asks { $to }: I have a text for this phone number, where do I deliver it?
    .engineer = { $sender } sends sendRoutingInfoForSM (MAP 45, TS 29.002 clause 12.1) to the HLR of { $to }, by MSISDN.
sent-anyTimeInterrogation = { $sender } asks { $to }: where is this phone right now?
    .engineer = { $sender } sends anyTimeInterrogation (MAP 71, TS 29.002 clause 8.11.1) to the HLR of { $to }, by { $by ->
        [imsi] IMSI
       *[msisdn] MSISDN
    }.
sent-provideSubscriberInfo = { $sender } asks { $to }: which cell is this phone in?
    .engineer = { $sender } sends provideSubscriberInfo (MAP 70, TS 29.002 clause 8.11.2) to the VLR of { $to }, by IMSI.
sent-inside = Only then can it answer the question that it was asked.
    .engineer = This runs inside { $outer }: the HLR asks the VLR before it answers.

sent-claims = The sender’s address on the envelope is one of { $claimed }.
    .engineer = Calling global title: { $title }, in the range of { $claimed }.

## Captions: at a gate

gate-stopped = The gate of { $owner } stops it: { $reason }.
    .engineer = { $owner }, rule { $rule }: stopped, { $reason }.
gate-stopped-end = It goes no further, and nobody answers it.
    .engineer = No result comes back. (Here it is dropped; some firewalls return an error.)
gate-masked = The text router of { $owner } answers in the register’s place, with a stand-in.
    .engineer = { $owner }, rule { $rule }: { $reason }.
gate-passed = The gate of { $owner } looks at it and lets it pass: { $reasons }.
    .engineer = { $owner }, { $rules }: passed, { $reasons }.
gate-open = The gate of { $owner } is open: no filter is on.
    .engineer = { $owner }: no rule is on at this gate.

## Captions: a question has arrived

arrived-updateLocation = { $to } writes into its register, its list of customers, which network and which switch. Not which cell: it is not told.
    .engineer = The HLR stores the VLR and MSC numbers. No cell is sent with it. (The profile goes down inside this dialogue, by insertSubscriberData; here it is drawn with the answer.)
arrived-sendRoutingInfoForSM = The register of { $to } looks the phone number up. Whoever delivers texts must be told where to.
    .engineer = The HLR of { $to } looks up IMSI and serving node by MSISDN.
arrived-anyTimeInterrogation = The register of { $to } knows the switch, and not the cell. So it must ask the network that the phone is in.
    .engineer = The HLR of { $to } has the VLR number, not the cell: it interrogates the VLR.
arrived-provideSubscriberInfo = The switch of { $to } looks up the cell, the area of one antenna, where it last heard the phone. The question itself does not say who asks, or whether they may.
    .engineer = The VLR of { $to } looks up the last known cell. The argument names no requester, and no error of this operation means “not you”.

## Captions: an answer

answered-updateLocation = { $sender } answers: noted, and here is what the customer may use.
    .engineer = { $sender } returns the HLR number, and has sent the profile down.
answered = { $sender } answers, and the answer goes to the sender’s address.
    .engineer = { $sender } returns the result to the calling global title, { $title }.
learned = { $party } now knows { $facts }.
learned-nothing = { $party } learns nothing that it did not know.
learned-stand-in = { $party } has a stand-in: a number that belongs to nobody, and the router’s own address.
    .engineer = { $party } holds a stand-in IMSI (MT-SMS correlation ID) and the SMS router’s address.
learned-elsewhere = The answer reaches { $party }, which never asked, and drops it.

not-asked = { $party } would now ask { $operation }, and does not know whom to ask.
    .engineer = { $party } cannot send { $operation }.
not-asked-lacks = It lacks { $facts }.
not-asked-stand-in = All it has is a stand-in, and that leads back to the home network’s text router.

## Captions: the end

closing-knows = In the end the third party knows { $facts }.
closing-only = In the end the third party knows no more than { $facts }.
closing-nothing = In the end the third party knows nothing.
closing-located = The traveller was found.
closing-partly = The cell stayed secret.
closing-not-located = The traveller was not found.

## Lessons: what each act means here. The name is the lesson’s and the act’s, then what became of it.

lesson-anyone-may-ask = Anyone may ask?
lesson-anyone-may-ask-question = You are abroad. Somebody far away has only your phone number. Can one question find you?
lesson-anyone-may-ask-opening = Your phone has just been switched on in a foreign network. Two networks must now talk about you: the one you pay, and the one you are in.
lesson-anyone-may-ask-arrival-arrived = It has to know: whoever calls or texts you asks the home network first.
lesson-anyone-may-ask-one-question-sent = It is neither your network nor the one you visit, and has no reason to ask. But it rents an address from a real operator, which other networks know and trust. They cannot see who is using it.
lesson-anyone-may-ask-one-question-arrived = Nobody has checked whether this question belongs here. A network should ask it only of its own register, from inside.
lesson-anyone-may-ask-one-question-stopped = Questions of this kind belong inside one network. From outside there is no honest reason for them unless both sides have agreed on it, so the gate need not know who asks.
lesson-anyone-may-ask-one-question-answered = One question, by phone number alone, was enough. In a city a cell is a few streets, in the country it is kilometres.
lesson-anyone-may-ask-closing = Remember: this question belongs inside one network. Refusing it from outside breaks nothing, except where two networks have agreed to allow it.

lesson-two-questions = Two questions
lesson-two-questions-question = Suppose the home network’s gate refuses the direct question. Can the traveller still be found?
lesson-two-questions-opening = The traveller is abroad again. This time the third party does not ask the direct question. It asks two that look harmless, of two different networks.
lesson-two-questions-arrival-arrived = So far the home network knows the switch, and only the visited network knows the cell.
lesson-two-questions-honest-question-sent = This is honest: it needs the place to handle a call, or to work out what it costs.
lesson-two-questions-honest-question-answered = A filter has to let this through, or services such as prepaid calls may fail abroad.
lesson-two-questions-first-question-sent = There is no text. But the question looks like thousands of honest ones.
lesson-two-questions-first-question-answered = That is all it needs for the next step: whom to ask, and about whom.
lesson-two-questions-first-question-masked = Texts still arrive, because the router passes them on. But the number on the SIM and the switch stay at home.
lesson-two-questions-second-question-sent = This goes straight to the visited network, and never comes near the home network’s gate.
lesson-two-questions-second-question-stopped = The gate compared two things: whose customer this is, and who asks. Only the traveller’s own home network has a reason to ask.
lesson-two-questions-second-question-answered = The home network never saw this question. It could not have stopped it.
lesson-two-questions-second-question-not-asked = By hiding the first answer the home network has prevented the second question, as long as the third party learns the number on the SIM nowhere else.
lesson-two-questions-closing = Remember: the second question never crosses the home network’s gate. The home network can only hold back the first answer. Once that is out, of the two networks’ gates only the visited one can stop the second question, and it protects another network’s customer.

## Rules

rule-unexpected-operation = No inside-only questions
    .engineer = Unexpected operation (category 1)
rule-sms-home-routing = Hide the SIM number and switch
    .engineer = SMS home routing
rule-partner-list = Only known partners
    .engineer = Calling address on the partner list
rule-ingress-route = The address must fit the road
    .engineer = Ingress route check
rule-own-subscriber = No outsiders about our own
    .engineer = Own subscriber (category 2)
rule-home-match = Only the traveller’s own home asks
    .engineer = Home match (category 2)

does-unexpected-operation = Refuses what belongs inside one network.
does-sms-home-routing = Gives a stand-in to who delivers texts.
does-partner-list = Reads the address on the envelope.
does-ingress-route = Compares that address and the road.
does-own-subscriber = Guards this network’s own, not guests.
does-home-match = Compares whose guest it is and who asks.

# Why a rule said what it said: half a sentence, which also stands inside the captions.
reason-operation-expected = a question that may cross between networks
    .engineer = not category 1
reason-operation-unexpected = this question belongs inside one network
    .engineer = category 1 from the interconnect
reason-not-a-text-question = not about a text
    .engineer = not sendRoutingInfoForSM
reason-stand-in-given = the text router answers instead
    .engineer = stand-in IMSI and router address returned
reason-partner = { $claimed } is a known partner
    .engineer = { $title } is in a partner’s range
reason-not-a-partner = { $claimed } is no partner
    .engineer = { $title } is in no partner’s range
reason-right-road = it came by the usual road
    .engineer = { $title } is served by the carrier it came by
reason-wrong-road = { $claimed } is not reached by this road
    .engineer = { $title } is not served by the carrier it came by
reason-road-unknown = nobody knows its road
    .engineer = { $title } is in no table
reason-own-address-outside = our own address, coming from outside
    .engineer = own title { $title } from outside
reason-not-a-home-question = not a home network’s question
    .engineer = not an HLR-to-VLR operation
reason-not-our-subscriber = not about our own customer
    .engineer = the IMSI is not ours
reason-asked-by-us = it says that we ask
    .engineer = the calling title is our own
reason-ours-asked-from-outside = somebody outside asks about our own customer
    .engineer = own IMSI, foreign calling title
reason-home-asks = the traveller’s own home network asks
    .engineer = { $title } and the IMSI belong to one operator
reason-not-the-home = { $claimed } is not the traveller’s home network
    .engineer = { $title } and the IMSI belong to two operators
reason-not-applicable = means nothing at this gate

## What became of it

fate-travelling = on its way
fate-arrived = arrived
fate-answered = answered
fate-masked = stand-in
fate-stopped = stopped
fate-elsewhere = went elsewhere
fate-not-asked = not asked
verdict-pass = passes
verdict-mask = stand-in
verdict-stop = stops it
verdict-waiting = nothing to look at yet

## The picture

stage-name = { $chapter }: { $now }
stage-says = Says it is from { $claimed }
stage-really = Really sent by { $actual }
stage-from = From { $actual }
gate-label-open = gate: open
gate-label = { $count ->
    [one] gate: { $count } filter
   *[other] gate: { $count } filters
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
filters-title = Filters
filters-lead = Switch one on and watch the same messages again.
filters-at = At the gate of { $network }
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
problem-rule-here = The rule “{ $found }” has no meaning at the gate “{ $expected }”. Take it out.
