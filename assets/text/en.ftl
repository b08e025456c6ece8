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
role-sgsn = Data switch
    .engineer = SGSN
role-gmlc = Position gateway
    .engineer = GMLC
role-gmsc = Call gateway
    .engineer = GMSC
role-stp = Relay
    .engineer = STP
role-hss = 4G register
    .engineer = HSS
role-mme = 4G switch
    .engineer = MME
role-dea = 4G border post
    .engineer = DEA
role-dra = 4G relay
    .engineer = DRA
role-application-server = Service server
    .engineer = AS
role-udm = 5G register
    .engineer = UDM
role-amf = 5G switch
    .engineer = AMF
role-nef = Service gateway
    .engineer = NEF
role-sepp = 5G border post
    .engineer = SEPP

# The generations by their signalling.
generation-3g = 2G and 3G
    .engineer = MAP over SS7
generation-4g = 4G
    .engineer = Diameter
generation-5g = 5G
    .engineer = 5G services

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
fact-position = the phone’s position
    .engineer = position estimate
fact-subscription = what the customer may use
    .engineer = subscription data
fact-authentication-vectors = secrets to check the SIM with
    .engineer = authentication vectors
fact-routing-number = a number that leads one call to the phone’s switch
    .engineer = MSRN

# The same where a lesson is all in a later generation, or in several.
fact-phone-number-5g = { fact-phone-number }
    .engineer = GPSI
fact-imsi-5g = { fact-imsi }
    .engineer = SUPI
fact-serving-node-4g = { fact-serving-node }
    .engineer = serving node
fact-serving-node-5g = { fact-serving-node }
    .engineer = serving node
fact-serving-node-mixed = { fact-serving-node }
    .engineer = serving node
fact-cell-4g = { fact-cell }
    .engineer = cell (ECGI)
fact-cell-5g = { fact-cell }
    .engineer = cell (NCGI)
fact-cell-mixed = { fact-cell }
    .engineer = cell

know-phone-number = phone number
know-imsi = SIM number (IMSI)
know-serving-network = network
know-serving-node = switch
know-cell = cell
know-position = position
know-subscription = subscription
know-authentication-vectors = authentication vectors
know-routing-number = number for one call

list-and = { $before } and { $last }
list-comma = { $before }, { $next }

## Operations. The plain name is what the question means; an engineer reads the specification's own name. The key
## is that name, with hyphens for spaces.

operation-updateLocation = “Your customer is here with me”
operation-cancelLocation = “Your guest has left you”
operation-provideRoamingNumber = “To which number do I send a call for your guest?”
operation-insertSubscriberData = “This is what your guest may use”
operation-deleteSubscriberData = “Your guest may no longer use this”
operation-registerSS = “Your customer has changed a setting”
operation-sendRoutingInfo = “Where do I send a call?”
operation-updateGprsLocation = “Your customer is here with me, for data”
operation-sendRoutingInfoForGprs = “Where do I send data?”
operation-mt-forwardSM = “Here is a text for your guest”
operation-sendRoutingInfoForSM = “Where do I deliver a text?”
operation-sendIdentification = “Who was this with you, and how do I check the SIM?”
operation-sendAuthenticationInfo = “How do I check this SIM?”
operation-restoreData = “I have lost my notes: what may this guest use?”
operation-sendIMSI = “Which SIM has this phone number?”
operation-processUnstructuredSS-Request = “Your customer has typed a code”
operation-unstructuredSS-Request = “Show your guest this menu, and bring back what they choose”
operation-unstructuredSS-Notify = “Show your guest this message”
operation-anyTimeSubscriptionInterrogation = “What may this customer use?”
operation-purgeMS = “I have long heard nothing of your customer, and forget them”
operation-provideSubscriberInfo = “Which cell is this phone in?”
operation-anyTimeInterrogation = “Where is this phone right now?”
operation-provideSubscriberLocation = “Where exactly is this phone?”
operation-sendRoutingInfoForLCS = “Which switch can say where this phone is?”
operation-subscriberLocationReport = “This is where the phone is”

# 4G
operation-Update-Location = “Your customer is here with me”
operation-Cancel-Location = “Your guest has left you”
operation-Authentication-Information = “How do I check this SIM?”
operation-Insert-Subscriber-Data = “This is what your guest may use. And which cell is the phone in?”
operation-Delete-Subscriber-Data = “Your guest may no longer use this”
operation-Purge-UE = “I have long heard nothing of your customer, and forget them”
operation-Reset = “I have started anew: tell me again who is with you”
operation-Notify = “Something has changed for your customer”
operation-Send-Routing-Info-for-SM = “Where do I deliver a text?”
operation-LCS-Routing-Info = “Which switch can say where this phone is?”
operation-Provide-Location = “Where exactly is this phone?”
operation-Location-Report = “This is where the phone is”
operation-User-Data = “Where is this phone right now?”

# 5G
operation-Nudm_UECM_Registration = “Your customer is here with me”
operation-Nudm_UECM_Get = “Which switch looks after this phone?”
operation-Nudm_UECM_SendRoutingInfoForSM = “Where do I deliver a text?”
operation-Nudm_SDM_Get = “What may your customer use?”
operation-Nudm_SDM_Get-id-translation-result = “Which SIM has this phone number?”
operation-Nudm_MT_ProvideLocationInfo = “Where is this phone right now?”
operation-Nudm_EventExposure_Subscribe = “Will you tell me whenever this phone moves?”
operation-Namf_EventExposure_Subscribe = “Will you tell me whenever this phone moves?”
operation-Namf_Location_ProvideLocationInfo = “Which cell is this phone in?”
operation-Namf_Location_ProvidePositioningInfo = “Where exactly is this phone?”
operation-Ngmlc_Location_ProvideLocation = “Where exactly is your guest’s phone?”
operation-N32-c-handshake = “This is who I am, and this is how we talk”
operation-N32-f = “Here is a message in the cover that we agreed on”

answer-name = Answer to { $operation }
    .engineer = { $operation } result
answer-name-4g = Answer to { $operation }
    .engineer = { $operation } answer
answer-name-5g = Answer to { $operation }
    .engineer = { $operation } response

# The code of a Diameter operation. Those of the others are the same in every language.
code-4g = { $protocol } command { $code }, application { $application }

# What each is honestly for.
honest-updateLocation = A network tells the home network that its customer has arrived, so that calls and texts find the way.
honest-cancelLocation = The home network tells the switch that looked after its customer before, so that it forgets them.
honest-provideRoamingNumber = For an incoming call the home network asks the switch for a number that leads the call there.
honest-insertSubscriberData = The home network tells the switch what its customer may use, when the phone arrives and whenever that changes.
honest-deleteSubscriberData = The home network takes back what its customer may not use any more.
honest-registerSS = The switch passes on what a customer has set on the phone, such as where calls are forwarded to.
honest-sendRoutingInfo = The exchange that a call reaches first asks the register of its own network which way to send it.
honest-updateGprsLocation = The visited network tells the home network which of its nodes carries the customer’s data.
honest-sendRoutingInfoForGprs = When data comes for a phone, a gateway asks the register of its own network where to send it.
honest-mt-forwardSM = A text exchange hands a text over to the switch that looks after the phone.
honest-sendRoutingInfoForSM = A text exchange asks the home network where to deliver a text.
honest-sendIdentification = When a phone moves on inside a network, the new switch asks the one before it who it is.
honest-sendAuthenticationInfo = The visited network asks the home network for secrets to check a SIM with, when the phone arrives and from time to time after that.
honest-restoreData = A switch that has lost its records of a guest asks the home network for them again.
honest-sendIMSI = To deal with a fault, the staff of a visited network look up the number on a guest’s SIM.
honest-processUnstructuredSS-Request = The switch passes on a code that a customer has typed, for example to see the credit that is left, and the home network answers.
honest-unstructuredSS-Request = The home network shows its customer a menu and waits for the choice.
honest-unstructuredSS-Notify = The home network puts a short message on its customer’s screen.
honest-anyTimeSubscriptionInterrogation = A service inside one network asks its own register what a subscriber has ordered.
honest-purgeMS = A switch that has not heard from a phone for long tells the home network that it has removed it from its list.
honest-provideSubscriberInfo = The home network asks the switch that looks after its customer, to connect a call or work out its price.
honest-anyTimeInterrogation = A service inside one network asks its own register where a subscriber is.
honest-provideSubscriberLocation = A position gateway asks the switch, for an emergency call or for a service that the customer has agreed to.
honest-sendRoutingInfoForLCS = A position gateway asks the register of its own network which switch to ask for a position.
honest-subscriberLocationReport = The switch reports a position to a position gateway, for example of an emergency call.

# 4G
honest-Update-Location = A 4G network tells the home network that its customer has arrived, and is sent what the customer may use.
honest-Cancel-Location = The home network tells the 4G switch that looked after its customer before, so that it forgets them.
honest-Authentication-Information = The visited network asks the home network for secrets to check a SIM with before it lets the phone in.
honest-Insert-Subscriber-Data = The home network changes what its customer may use, and can ask for the cell in the same message, to connect a call or work out its price.
honest-Delete-Subscriber-Data = The home network takes back what its customer may not use any more.
honest-Purge-UE = A 4G switch that has not heard from a phone for long tells the home network that it has removed it from its list.
honest-Reset = A register that has failed and started anew tells the switches, so that they register their guests again.
honest-Notify = The switch tells the home network of a change, for example that a phone can be reached again.
honest-Send-Routing-Info-for-SM = A text exchange asks the home network where to deliver a text, in 4G too.
honest-LCS-Routing-Info = A position gateway asks the register of its own network which switch to ask for a position.
honest-Provide-Location = A position gateway asks the 4G switch, for an emergency call or for a service that the customer has agreed to.
honest-Location-Report = The 4G switch reports a position to a position gateway, for example of an emergency call.
honest-User-Data = A service inside one network asks its own register about a subscriber, for example to send a call to the nearest help desk.

# 5G
honest-Nudm_UECM_Registration = A 5G network tells the home network that its customer has arrived, so that calls, texts and data find the way.
honest-Nudm_UECM_Get = A position gateway asks the register of its own network which switch looks after the phone.
honest-Nudm_UECM_SendRoutingInfoForSM = A text exchange asks the home network where to deliver a text, in 5G too.
honest-Nudm_SDM_Get = The visited network asks the home network what its guest may use.
honest-Nudm_SDM_Get-id-translation-result = A service gateway asks the register of its own network for the subscription behind a phone number.
honest-Nudm_MT_ProvideLocationInfo = The 4G register of a network asks its 5G register for a service that does not know which of the two serves the phone.
honest-Nudm_EventExposure_Subscribe = A service inside one network orders news of a subscriber from its own register, for example to follow a stolen machine.
honest-Namf_EventExposure_Subscribe = The home network orders news of its customer from the switch that looks after them.
honest-Namf_Location_ProvideLocationInfo = The home network asks the switch that looks after its customer, to connect a call or work out its price.
honest-Namf_Location_ProvidePositioningInfo = A position gateway asks the 5G switch, for an emergency call or for a service that the customer has agreed to.
honest-Ngmlc_Location_ProvideLocation = The home network’s position gateway asks the visited network’s, where the two have agreed on that.
honest-N32-c-handshake = The border posts of two networks prove to each other who they are, and agree on how they protect what they send.
honest-N32-f = The border posts of two networks carry the messages of all others between them.

use-locate = locate
use-connect = connect
use-charge = charge

## Captions: a question sets out. Where an operation has no sentence of its own, the first one is said.

sent = { $verb ->
    [asks] { $sender } asks { $to }: { $operation }
   *[tells] { $sender } tells { $to }: { $operation }.
}
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the { $role } of { $to }, { $by ->
        [imsi] by IMSI
        [msisdn] by MSISDN
        [supi] by SUPI
        [gpsi] by GPSI
        [tmsi] by TMSI
       *[nobody] about no subscriber
    }.
sent-updateLocation = { $sender } tells { $to }: your customer is here with me.
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }): from its VLR to the HLR of { $to }, by IMSI.
sent-sendRoutingInfoForSM = { $sender } asks { $to }: I have a text for this phone number, where do I deliver it?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the HLR of { $to }, by MSISDN.
sent-anyTimeInterrogation = { $sender } asks { $to }: where is this phone right now?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the HLR of { $to }, by { $by ->
        [imsi] IMSI
       *[msisdn] MSISDN
    }.
sent-provideSubscriberInfo = { $sender } asks { $to }: which cell is this phone in?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the VLR of { $to }, by IMSI.
sent-inside = Only then can it answer the question that it was asked.
    .engineer = This runs inside { $outer }: the { $role ->
        [amf] UDM asks the AMF
        [mme] HSS asks the MME
       *[vlr] HLR asks the VLR
    } before it answers.

sent-claims = The sender’s address on the envelope is one of { $claimed }.
    .engineer = Calling global title: { $title }, in the range of { $claimed }.
sent-claims-4g = The sender’s address on the envelope is one of { $claimed }.
    .engineer = Origin-Host: { $title }. Origin-Realm: that of { $claimed }.
sent-claims-5g = The sender’s address on the envelope is one of { $claimed }.
    .engineer = Sending host: { $title }. Domain: that of { $claimed }.
sent-unreadable = It is written so that a filter cannot read what it asks. The node that it is for can.
    .engineer = A filter cannot decode operation and subscriber in it. The node behind the filter can.

# In 5G two networks have a connection before anything is asked.
connected-5g = First { $peer } and { $to } opened a connection and proved to each other who they are.
    .engineer = N32-c: the edge proxies (SEPP) of { $peer } and { $to } have authenticated each other (TS 33.501 clause 5.9.3).
connected-unproved-5g = First somebody opened a connection to { $to }, and could not prove to be any network.
    .engineer = N32-c to the edge proxy (SEPP) of { $to }: the other end has shown no network’s certificate. (Here only a rule at the gate makes anything of that.)

## Captions: at a gate

gate-stopped = The { $side ->
    [exit] exit
   *[border] gate
} of { $owner } stops it: { $reason }.
    .engineer = { $owner }, rule { $rule }: stopped, { $reason }.
gate-stopped-end = It goes no further, and nobody answers it.
    .engineer = No result comes back. (Here it is dropped; some firewalls return an error.)
gate-masked = The text router of { $owner } answers in the register’s place, with a stand-in.
    .engineer = { $owner }, rule { $rule }: { $reason }.
gate-passed = The { $side ->
    [exit] exit
   *[border] gate
} of { $owner } looks at it and lets it pass: { $reasons }.
    .engineer = { $owner }, { $rules }: passed, { $reasons }.
gate-not-applicable = The { $side ->
    [exit] exit
   *[border] gate
} of { $owner } lets it pass: no filter there is for messages of this kind.
    .engineer = { $owner }, { $rules }: not applicable.
gate-open = The { $side ->
    [exit] exit
   *[border] gate
} of { $owner } is open: no filter is on.
    .engineer = { $owner }: no rule is on at this gate.

## Captions: a question has arrived. Where an operation has no sentence of its own, the first one is said.

arrived = { $kind ->
    [moves] { $to } writes into its register, its list of customers, which network and which switch the phone is with.
    [passes-on] { $to } has the question, and cannot answer it alone. It must ask the network that the phone is in.
    [asks] { $to } has the question, and looks the answer up.
    [tells] { $to } has the message, and takes it in.
   *[does] { $to } has the message, and does what it says.
}
    .engineer = { $kind ->
        [moves] The { $role } of { $to } stores the serving node that the request names.
        [passes-on] The { $role } of { $to } does not have all of { $facts }: it asks the serving node.
        [asks] The { $role } of { $to } is asked for { $facts }.
        [tells] The { $role } of { $to } takes down { $facts }, as it is told.
       *[does] The { $role } of { $to } carries it out. Nothing of the subscriber comes back.
    }
arrived-moved = The register now points to { $network }, where the phone is not. Calls and texts for it would go there.
    .engineer = The { $role } now names a serving node of { $network }, where the subscriber is not: calls and texts would be routed there.
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
answered-4g = { $sender } answers, and the answer goes back by the road that the question took, whatever address it bore.
    .engineer = { $sender } returns the answer hop by hop to whom each hop had the request from (RFC 6733 section 6.2), whatever Origin-Host says.
answered-5g = { $sender } answers, and the answer comes back inside the connection that the question came by.
    .engineer = { $sender } returns the response to the HTTP request, inside the connection that it came by, whatever host it names.
learned = { $party } now knows { $facts }.
learned-again = { $party } is told once more: { $facts }.
learned-nothing = { $party } learns nothing that it did not know.
learned-stand-in = { $party } has a stand-in: a number that belongs to nobody, and the router’s own address.
    .engineer = { $party } holds a stand-in IMSI (MT-SMS correlation ID) and the SMS router’s address.
learned-elsewhere = The answer reaches { $party }, which never asked, and drops it.

not-asked = { $verb ->
    [asks] { $party } would now ask { $operation }, and does not know whom to ask.
   *[tells] { $party } would now send { $operation }, and cannot.
}
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

lesson-a-borrowed-name = A borrowed name
lesson-a-borrowed-name-question = Anybody can write a false name on an envelope. But where does the answer go?
lesson-a-borrowed-name-opening = This time the third party has rented nothing. It forges: it writes the home network’s address where the sender’s belongs. The number on the SIM and the phone’s switch it has learned before, as in chapter 4.
lesson-a-borrowed-name-honest-question-sent = This one is honest. It comes over Tideway, the only carrier that the home network uses.
lesson-a-borrowed-name-honest-question-answered = Keep the road in mind. A gate cannot see who wrote an envelope, but it does see which carrier hands it over.
lesson-a-borrowed-name-forged-question-sent = That is forged. And it comes by another road: the third party’s carrier is Saltmarsh, which does not serve the home network.
lesson-a-borrowed-name-forged-question-elsewhere = In 2G and 3G an answer goes to the address on the envelope. Whoever borrows a name there sends the answer to the name’s true owner, and learns nothing.
lesson-a-borrowed-name-forged-question-stopped = Here the gate has prevented little: in 2G and 3G the answer would have gone to the name’s true owner.
lesson-a-borrowed-name-forged-in-4g-sent = The same lie in 4G, where the visited network has another switch for the phone. A sender’s name has two parts here, and the third party has forged only one of them.
lesson-a-borrowed-name-forged-in-4g-answered = In 4G a forged name does not lead the answer astray. Only stopping the question helps.
lesson-a-borrowed-name-forged-in-4g-stopped = An envelope can say anything. What gives it away is what does not fit: the road, a slip in the name, or a signature that is missing.
lesson-a-borrowed-name-right-road-sent = Both parts of the name are forged now. And this time Tideway itself has taken the message from the third party.
lesson-a-borrowed-name-right-road-answered = To a gate that checks the road this is right: Tideway does carry what the home network sends. Only Tideway could see who handed it in.
lesson-a-borrowed-name-right-road-stopped = Only the home network can sign in its own name. But hardly any network signs yet, and a gate that insists on it would turn nearly everybody away.
lesson-a-borrowed-name-closing = Remember: in 2G and 3G the answer to a forged question goes to the name’s true owner, in 4G to whoever asked. Checking the road stops a forged name, except on a road that really carries that name.

lesson-a-rented-name = A rented name
lesson-a-rented-name-question = What if the name on the envelope is real, and rented?
lesson-a-rented-name-opening = Some operators rent out addresses, for example to firms that send many texts. The third party has rented two: one from Corvo Telecom, and one from the home network itself. The number on the SIM and the phone’s switch it has learned before, as in chapter 4.
lesson-a-rented-name-from-a-partner-sent = Nothing in it is forged. It leaves by Corvo Telecom’s exit and takes Corvo Telecom’s road. Corvo Telecom need not look at what is asked, and may never do so.
lesson-a-rented-name-from-a-partner-answered = A gate that checks name, road or signature has nothing to object to: all three are really Corvo Telecom’s. But does a partner have any reason to ask about this traveller?
lesson-a-rented-name-from-a-partner-stopped = A real name was not enough.
lesson-a-rented-name-from-the-home-sent = This one leaves by the home network’s own exit. Whoever rents an address out need not know what it is used for.
lesson-a-rented-name-from-the-home-answered = Now the name fits the traveller as well. To the visited network it is their own home that asks, and a home network may.
lesson-a-rented-name-from-the-home-stopped = This had to happen here. Once it is on the road, it looks like a question of the home network’s own.
lesson-a-rented-name-honest-question-sent = And this time it is really the home network, for a call or to work out what it costs.
lesson-a-rented-name-honest-question-answered = Looking at one message, the visited network cannot tell this question from one under an address rented from the home network: the same name, by the same road. Only the exit sees who comes in from outside to use it.
lesson-a-rented-name-closing = Remember: a rented name is a real one. The visited network can see that a name is not the home network’s. Where it is the home network’s, only whoever rents it out can tell. Ending the renting stops both, and takes away honest renters’ way in as well.

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
rule-layer-consistency = Inside and outside must agree
    .engineer = Layer consistency
rule-previous-location = Only from where the phone is
    .engineer = Previous location (category 3)
rule-velocity = No impossible journeys
    .engineer = Velocity check (category 3)
rule-learned-senders = Only senders that it has learned
    .engineer = Learned senders
rule-volume = Not too many questions
    .engineer = Volume limits
rule-origin-consistency = A name must not contradict itself
    .engineer = Origin consistency
rule-route-record = The recorded way must fit
    .engineer = Route-Record inspection
rule-hop-security = Protected links only
    .engineer = Hop security (IPsec or TLS)
rule-end-to-end-signature = Signed by the sender’s network
    .engineer = End-to-end signature
rule-sepp = The named network must be proved
    .engineer = SEPP network identity check
rule-lease-ban = No rented addresses
    .engineer = Ban on leasing

does-unexpected-operation = Refuses what belongs inside one network.
does-sms-home-routing = Gives a stand-in to who delivers texts.
does-partner-list = Reads the address on the envelope.
does-ingress-route = Compares that address and the road.
does-own-subscriber = Guards this network’s own, not guests.
does-home-match = Compares whose guest it is and who asks.
does-layer-consistency = Compares two addresses of one sender.
does-previous-location = Remembers where a phone registered last.
does-velocity = Compares two arrivals and the time between.
does-learned-senders = Learns who sends, then lets in no others.
does-volume = Counts questions about where phones are.
does-origin-consistency = Compares the parts of the sender’s name.
does-route-record = Compares the sender and the recorded way.
does-hop-security = Looks how the last stretch was protected.
does-end-to-end-signature = Checks who has signed the message.
does-sepp = Compares the named and the proved network.
does-lease-ban = Ends the renting out of addresses.

# For the reference: what a rule does not stop, and whom it wrongly stops.
misses-unexpected-operation = Every question that networks honestly ask each other, such as where to deliver a text, whoever asks it.
harms-unexpected-operation = Networks that have agreed to ask each other such questions, for services, positions or numbers that have moved.
misses-sms-home-routing = Every other question, and whoever has the IMSI from elsewhere.
harms-sms-home-routing = Text exchanges that need the real switch: some texts and delivery reports are lost.
misses-partner-list = An address rented from a partner, a partner that asks for the wrong reasons, and a forged address of a partner.
harms-partner-list = Partners with new ranges, and partners that send under somebody else’s.
misses-ingress-route = A rented address, which comes by its owner’s usual road. An address that is in no table passes as well.
harms-ingress-route = Partners that come by another carrier than usual, for example after an outage.
misses-own-subscriber = Questions about guests, and whatever claims to come from this network itself. It guards only what a home register alone sends to a switch.
harms-own-subscriber = Almost nobody: own registers that stand in another’s network, as in a group or after a disaster.
misses-home-match = The home network itself, whatever it asks for, and a rented or forged address of the home network.
harms-home-match = Home networks with new ranges that the table does not have, with a register shared in a group, or under another operator’s addresses.
misses-layer-consistency = Whoever writes the same false or rented address in both places. And provideSubscriberInfo and others that repeat no address, so that there is nothing to compare.
harms-layer-consistency = Partners whose nodes or hubs send under two ranges, and addresses that are translated on the way.
misses-previous-location = The network that the phone is registered in, whatever it sends. Arrivals themselves (asking for vectors is one), and subscribers of whom the gate has seen no arrival.
harms-previous-location = Networks whose guest’s arrival the gate has missed.
misses-velocity = Questions, which move nobody. And a false arrival that leaves time enough for the journey.
harms-velocity = Travellers at borders, in aircraft and on ships, and SIMs that change their network without moving.
misses-learned-senders = Whoever was there while it learned counts as good, asking for the wrong reasons or not.
harms-learned-senders = New partners, and partners with new ranges.
misses-volume = A few questions a day about one person. It counts anew each hour, each address range by itself, and each name of a subscriber by itself.
harms-volume = Networks that honestly ask a lot, to catch fraud or to steer their customers.
misses-origin-consistency = A lie that is consistent: host, realm and network code all of one partner. A rented host is consistent too.
harms-origin-consistency = Operators whose host names or network codes are a sister’s, as is usual in groups.
misses-route-record = A way that an agent has hidden, or that somebody has forged from its first entry on. A rented host comes by its owner’s way.
harms-route-record = Partners that come by a new way, after a change or an outage.
misses-hop-security = Lies from farther away: a protected link proves who hands a message over, not who began it.
harms-hop-security = Everything that comes over a link whose certificate has run out.
misses-end-to-end-signature = Whoever holds a key and misuses it, and whoever rents access under it.
harms-end-to-end-signature = Every operator that does not sign, which today is nearly all.
misses-sepp = A partner that has proved who it is and misuses that, and whoever sends through its proxy. The same question in 3G or 4G does not come by here at all.
harms-sepp = Partners whose messages name the wrong network, by a mistake in a header or because several networks share a proxy.
misses-lease-ban = Addresses that others rent out elsewhere, nodes that have been broken into, and operators that ask themselves.
harms-lease-ban = Lessees with an honest business, such as senders of bulk texts, who need another way in.

# For the reference: what a rule reads of a message, and what it needs to know beside it.
field-operation = the operation
field-subscriber = the subscriber that it names
field-address = the address that it is sent under
field-inner-address = the sender’s address inside
field-network-code = the network that it says it comes from
field-link = the link that it comes in by
field-recorded-route = the recorded way
field-protection = the protection of the last hop
field-signature = the signature
field-peer = the network that the other end has proved to be
need-categories = the category of each operation
need-ranges = the address ranges of each operator
need-partners = the partners
need-roads = the carriers that serve each operator
need-codes = the network code of each operator
need-whereabouts = the last registration of each subscriber and its time
need-seen-senders = the senders that were there while it learned
need-counts = the number of questions so far
need-keys = the keys of other operators
need-lessees = the lessees

# Why a rule said what it said: half a sentence, which also stands inside the captions. $listed is “yes” where the
# tables have the address; where they do not, nobody is named.
reason-not-applicable = means nothing here
reason-unreadable = what it asks cannot be read here
    .engineer = operation and subscriber not decoded
reason-operation-expected = a question that may cross between networks
    .engineer = not category 1
reason-operation-unexpected = this question belongs inside one network
    .engineer = category 1 from the interconnect
reason-not-a-text-question = not about a text
    .engineer = not sendRoutingInfoForSM
reason-stand-in-given = the text router answers instead
    .engineer = stand-in IMSI and router address returned
reason-partner = { $claimed } is a known partner
    .engineer = { $title } is a partner’s address
reason-not-a-partner = { $listed ->
    [yes] { $claimed } is no partner
   *[no] this address is no known partner’s
}
    .engineer = { $title } is no partner’s address
reason-right-road = it came by the usual road
    .engineer = { $title } belongs on the link that it came by
reason-wrong-road = { $claimed } is not reached by this road
    .engineer = { $title } does not belong on the link that it came by
reason-road-unknown = nobody knows its road
    .engineer = { $title } is in no table
reason-own-address-outside = our own address, coming from outside
    .engineer = own address { $title } from outside
reason-nothing-to-compare = it names its sender only once
    .engineer = no second sender’s address to compare
reason-layers-agree = inside and outside it names one sender
    .engineer = MAP address and calling title in one range
reason-layers-differ = inside it names another sender than outside
    .engineer = MAP address and calling title in two ranges
reason-not-a-home-question = not a home network’s question
    .engineer = not among what a home register alone sends to a serving node
reason-not-our-subscriber = not about our own customer
    .engineer = the IMSI is not ours
reason-asked-by-us = it says that we ask
    .engineer = the sender’s address is our own
reason-ours-asked-from-outside = somebody outside asks about our own customer
    .engineer = own IMSI, and not our own sender’s address
reason-home-asks = the traveller’s own home network asks
    .engineer = { $title } and the IMSI belong to one operator
reason-not-the-home = { $listed ->
    [yes] { $claimed } is not the traveller’s home network
   *[no] this address is not known as the home network’s
}
    .engineer = { $listed ->
        [yes] { $title } and the IMSI belong to two operators
       *[no] { $title } is not in the table for the IMSI’s operator
    }
reason-not-from-a-serving-node = not what the phone’s switch sends
    .engineer = not category 3
reason-arrival-itself = a phone that arrives comes from somewhere new
    .engineer = belongs to a registration, which comes from a new network
reason-whereabouts-unknown = nobody here knows when the phone was where
    .engineer = no stored registration to compare with
reason-from-where-registered = it comes from where the phone is registered
    .engineer = { $title } is of the network of the stored registration
reason-not-where-registered = the phone is not registered there
    .engineer = { $title } is not of the network of the stored registration
reason-moves-nobody = no phone arrives by it
    .engineer = neither registration nor authentication
reason-time-enough = there was time for the journey
    .engineer = the stored registration is old enough
reason-too-fast = nobody travels that fast
    .engineer = too soon after the stored registration, in another network
reason-still-learning = the filter is still learning who sends
    .engineer = learning phase: every sender passes
reason-seen-before = the filter has learned this sender
    .engineer = the range of { $title } was learned
reason-never-seen = the filter has not learned this sender
    .engineer = the range of { $title } was not learned
reason-not-counted = not about where somebody is
    .engineer = not counted: discloses no location
reason-usual-volume = no more questions than usual
    .engineer = below both limits for this hour
reason-too-many-about-one = too many questions about one traveller
    .engineer = hourly limit for one sender and one subscriber reached
reason-too-many-from-one = too many questions from one sender
    .engineer = hourly limit for one sender reached
reason-origin-agrees = its name does not contradict itself
    .engineer = Origin-Host, Origin-Realm and, where there is one, network code agree
reason-host-outside-realm = its name contradicts itself
    .engineer = { $title } is not in its Origin-Realm
reason-code-not-of-realm = it names two networks as its own
    .engineer = Visited-PLMN-Id is not that of the Origin-Realm
reason-path-fits = { $claimed } does send by this way
    .engineer = Route-Record leads through a carrier of { $claimed }
reason-path-impossible = { $claimed } does not send by this way
    .engineer = Route-Record leads through no carrier of { $claimed }
reason-path-hidden = the way that it came is hidden
    .engineer = no Route-Record left
reason-hop-protected = the last stretch of its way was protected
    .engineer = last hop by IPsec or TLS, which says nothing of the origin
reason-hop-unprotected = the last stretch of its way was not protected
    .engineer = last hop without IPsec or TLS
reason-signed = its signature holds
    .engineer = signature verified, and no other operator’s
reason-unsigned = nobody has signed it
    .engineer = no end-to-end signature
reason-signed-by-another = somebody else than { $claimed } has signed it
    .engineer = { $title } and the signature belong to two operators
reason-peer-proved = the other end has proved to be the network that it names
    .engineer = the named network is the N32 peer’s
reason-peer-is-another = the other end has not proved to be the network that it names
    .engineer = the named network is not the N32 peer’s
reason-lease-ended = addresses are not rented out any more
    .engineer = from a lessee, and leases have ended

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

## Two runs side by side: where they part

parting-none = Both runs are the same.
parting-judged = They part at the { $side ->
    [exit] exit
   *[border] gate
} of { $owner }: in one of them “{ $rule }” { $verdict ->
    [stop] stops the message
    [mask] has it answered with a stand-in
   *[pass] lets the message pass
}: { $reason }.
parting-not-asked = They part where { $party } can ask { $operation } in one of them and not in the other, where it lacks { $facts }.
parting-other = They part here, and no gate is the reason.

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
