### lang: en
### direction: ltr

## Chapter 7. The key is the lesson’s and the act’s name, then what became of it.

lesson-new-envelopes = New envelopes
lesson-new-envelopes-question = 5G has a better lock. Is the traveller safe behind it?
lesson-new-envelopes-opening = 4G and 5G speak other languages than 2G and 3G. But both can ask the question of the last chapters: which { -cell } is this phone in? In this scene the visited network answers it in all of them.
    .engineer = The twin of provideSubscriberInfo is Insert-Subscriber-Data (with the location flag) in S6a, and Namf_Location_ProvideLocationInfo in 5G. Here VLR, MME and AMF all hold the subscriber; otherwise they answer that it is unknown.
lesson-new-envelopes-honest-question-sent = In 5G each network has a border post for this, the { -sepp }. Nothing may be asked before it is done.
    .engineer = Between the networks the UDM’s request goes by both SEPPs, over N32-f (TS 29.573).
lesson-new-envelopes-honest-question-answered = On this road the cell must be encrypted. A { -carrier } in between cannot read it.
    .engineer = Location data must be encrypted on N32-f, whatever policy the two have agreed on (TS 33.501 clause 5.9.3.3).
lesson-new-envelopes-forged-name-sent = Now the third party asks. It has written the home network’s name on the envelope, as in chapter 5. It has no key to prove that name.
lesson-new-envelopes-forged-name-stopped = In 5G a name has to be proved. A { -forged-address } alone is worth nothing.
lesson-new-envelopes-forged-name-answered = Nobody has compared the name with a proof. In 5G a border post has to, and refuse what does not match.
    .engineer = A SEPP has to discard a message whose network is not that of the N32 connection (TS 33.501 clause 5.9.3). Here that check is off.
lesson-new-envelopes-predict = This time Corvo Telecom’s own border post proves the name. Will the third party learn the cell?
lesson-new-envelopes-rented-key-sent = This time the third party does not forge. Corvo Telecom, a { -partner } of the visited network, lets it ask through its own border post, for money.
lesson-new-envelopes-rented-key-answered = The name was true, and proved. The lock tells who is at the other end. It cannot tell why they ask. One maker’s border post lists this question among those that partners may send.
    .engineer = An authenticated partner stays authenticated when it misuses its access. Oracle’s SEPP has namf-loc provide-loc-info among its default service APIs.
lesson-new-envelopes-rented-key-stopped = The name was true, and proved. That was still no reason to ask about another network’s customer.
lesson-new-envelopes-older-door-sent = The phone has not moved. But the visited network can be asked about it in 4G too. There each stretch of the road knows only its neighbours. So the third party forges the home network’s name again, and Tideway takes the message.
    .engineer = { -diameter } proves who a peer is hop by hop only. Origin-Host and Origin-Realm are forged, and consistent. (Here the MME still answers for the subscriber.)
lesson-new-envelopes-older-door-answered = The lock of 5G never saw this question. It guards one door of a house that has more.
lesson-new-envelopes-older-door-stopped = That check needs no 5G: only the home network can make its own { -signature }. But a gate that insists on one turns away every network that does not sign.
lesson-new-envelopes-oldest-door-sent = The same question once more, now in 2G and 3G. The third party asks it as in chapter 6, under an address that it rents.
lesson-new-envelopes-oldest-door-answered = Three kinds of network, one question, one answer: the cell. Whoever is refused at one door can try the next, as long as that network still knows the phone.
    .engineer = The last known cell is in the answers of provideSubscriberInfo, Insert-Subscriber-Data and Namf_Location_ProvideLocationInfo. The asker chooses which to send.
lesson-new-envelopes-oldest-door-stopped = Whose customer is this, and who asks? To compare the two helps in the oldest network as well.
lesson-new-envelopes-closing = Two checks help at the older doors. One compares whose customer this is and who asks: it stops every name but the home network’s. The other asks for a signature: in 2G to 4G it stops a false name.
lesson-new-envelopes-remember = The lock of 5G makes a network prove its name, but not its reasons, and it does not guard the older doors.
