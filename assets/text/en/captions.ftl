### lang: en
### direction: ltr

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
sent-sendAuthenticationInfo = { $sender } asks { $to }: is this SIM yours, and how do I check it?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }): from its VLR to the HLR of { $to }, by IMSI.
sent-insertSubscriberData = { $sender } tells { $to }: this is your guest’s phone number, and what the guest may use.
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the VLR of { $to }, by IMSI.
sent-sendRoutingInfo = { $sender } asks { $to }: I have a call for this phone number, where do I send it?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the HLR of { $to }, by MSISDN.
sent-provideRoamingNumber = { $sender } asks { $to }: I have a call for your guest, to which number do I send it?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the VLR of { $to }, by IMSI.
sent-mt-forwardSM = { $sender } tells { $to }: here is a text for your guest.
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the MSC of { $to }, by IMSI.
sent-provideSubscriberInfo = { $sender } asks { $to }: which cell is this phone in?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the VLR of { $to }, by IMSI.
sent-Insert-Subscriber-Data = { $sender } asks { $to } in 4G: which cell is this phone in?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the MME of { $to }, by IMSI. Its IDR-Flags ask for the EPS location information.
sent-Namf_Location_ProvideLocationInfo = { $sender } asks { $to } in 5G: which cell is this phone in?
    .engineer = { $sender } sends { $operation } ({ $code }, { $specification } clause { $clause }) to the AMF of { $to }, by SUPI.
sent-inside = { $verb ->
    [asks] Only then can it answer the question that it was asked.
   *[tells] It does this first, and only then answers.
}
    .engineer = This runs inside { $outer }: the { $verb ->
        [asks] { $role ->
            [amf] UDM asks the AMF
            [mme] HSS asks the MME
           *[vlr] HLR asks the VLR
        }
       *[tells] { $role ->
            [mme] HSS tells the MME
           *[vlr] HLR tells the VLR
        }
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
    .engineer = N32-c to the edge proxy (SEPP) of { $to }: the other end has shown no network’s certificate. (A real SEPP refuses this in the TLS handshake. It is drawn so that the check has something to stop.)

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
} of { $owner } lets it pass: it has no filter for messages of this kind.
    .engineer = { $owner }, { $rules }: not applicable.
gate-open = The { $side ->
    [exit] exit
   *[border] { -gate }
} of { $owner } is open: no { -filter } is on.
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
    .engineer = The HLR stores the VLR and MSC numbers. No cell is sent with it. { $inside ->
        [yes] The profile goes down before the result, inside this dialogue.
       *[no] (The profile goes down inside this dialogue, by insertSubscriberData; here it is drawn with the answer.)
    }
arrived-sendRoutingInfoForSM = The register of { $to } looks the phone number up. Whoever delivers texts must be told where to.
    .engineer = The HLR of { $to } looks up IMSI and serving node by MSISDN.
arrived-anyTimeInterrogation = The register of { $to } knows the switch, and not the cell. So it must ask the network that the phone is in.
    .engineer = The HLR of { $to } has the VLR number, not the cell: it interrogates the VLR.
arrived-provideSubscriberInfo = The switch of { $to } looks up the cell where it last heard the phone.
    .engineer = The VLR of { $to } looks up the last known cell. The argument names no requester, and no error of this operation means “not you”.
arrived-sendAuthenticationInfo = The register of { $to } makes riddles that only this SIM can solve, and adds the solutions.
    .engineer = The HLR of { $to } has authentication vectors made for this IMSI: a challenge each, and the response to expect.
arrived-insertSubscriberData = The switch of { $to } takes it down.
    .engineer = The VLR of { $to } stores MSISDN and subscription data.
arrived-sendRoutingInfo = The register of { $to } knows the switch, and no number that leads a call to it. So it must ask the network that the phone is in.
    .engineer = The HLR of { $to } has the VLR number, and no MSRN: it asks the VLR for one by provideRoamingNumber.
arrived-provideRoamingNumber = The switch of { $to } picks a number that leads to it, for this one call only.
    .engineer = The VLR of { $to } allocates an MSRN to this call.
arrived-mt-forwardSM = The switch of { $to } looks for the phone, and hands the text over to it.
    .engineer = The MSC of { $to } pages the subscriber and delivers the short message.
arrived-Insert-Subscriber-Data = The 4G switch of { $to } looks up the cell where it last heard the phone.
    .engineer = The MME of { $to } looks up the last known cell: EPS-Location-Information with ECGI, TAI and age.
arrived-Namf_Location_ProvideLocationInfo = The 5G switch of { $to } looks up the cell where it last heard the phone.
    .engineer = The AMF of { $to } looks up the last known location: NCGI, TAI and age.

## Captions: an answer

answered-updateLocation = { $inside ->
    [yes] { $sender } answers: noted.
   *[no] { $sender } answers: noted, and here is what the customer may use.
}
    .engineer = { $inside ->
        [yes] { $sender } returns the HLR number.
       *[no] { $sender } returns the HLR number, and has sent the profile down.
    }
answered-sendAuthenticationInfo = { $sender } answers with riddles for this SIM, and their solutions.
    .engineer = { $sender } returns authentication vectors to the calling global title, { $title }.
answered-insertSubscriberData = { $sender } answers: noted.
    .engineer = { $sender } acknowledges it to the calling global title, { $title }.
answered-sendRoutingInfo = { $sender } answers with the way to the phone.
    .engineer = { $sender } returns IMSI, MSRN and serving node to the calling global title, { $title }.
answered-provideRoamingNumber = { $sender } answers with a number for this call.
    .engineer = { $sender } returns an MSRN to the calling global title, { $title }.
answered-mt-forwardSM = { $sender } answers: the text has been delivered.
    .engineer = { $sender } acknowledges delivery to the calling global title, { $title }.
answered = { $sender } answers, to the address on the envelope.
    .engineer = { $sender } returns the result to the calling global title, { $title }.
answered-4g = { $sender } answers, and the answer goes back by the road that the question took, whatever address it bore.
    .engineer = { $sender } returns the answer hop by hop to whom each hop had the request from (RFC 6733 section 6.2), whatever Origin-Host says.
answered-5g = { $sender } answers, and the answer comes back inside the connection that the question came by.
    .engineer = { $sender } returns the response to the HTTP request, inside the connection that it came by, whatever host it names.
learned = { $party } now knows { $facts }.
learned-again = { $party } is told once more: { $facts }.
learned-nothing = { $party } learns nothing that it did not know.
noted-updateLocation = { $party } now knows that the phone has been entered in the register.
    .engineer = { $party } holds the HLR number.
noted-insertSubscriberData = { $party } now knows that the switch has taken it down.
    .engineer = { $party } has the acknowledgement.
noted-mt-forwardSM = { $party } now knows that the text has been delivered.
    .engineer = { $party } has the delivery acknowledged.
learned-stand-in = { $party } has a stand-in: a number that belongs to nobody, and the router’s own address.
    .engineer = { $party } holds a stand-in IMSI (MT-SMS correlation ID) and the SMS router’s address.
learned-elsewhere = The answer reaches { $party }, which never asked, and drops it.

not-asked = { $verb ->
    [asks] { $party } would now ask { $operation }, and does not know whom to ask.
   *[tells] { $party } cannot send { $operation } straight to where the phone is.
}
    .engineer = { $party } cannot address { $operation } to the serving node.
not-asked-lacks = It lacks { $facts }.
not-asked-stand-in = All it has is a stand-in, and that leads back to the home network’s text router.

## Captions: the end

closing-knows = In the end the third party knows { $facts }.
closing-only = In the end the third party knows no more than { $facts }.
closing-nothing = In the end the third party knows nothing.
closing-for-others = { $party } asked for somebody else, and was told { $facts }.
closing-located = The traveller was found.
closing-partly = The cell stayed secret.
closing-not-located = The traveller was not found.
closing-honest = Everything has arrived.
closing-hindered = Something honest was stopped.

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
