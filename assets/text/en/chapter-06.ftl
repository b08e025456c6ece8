### lang: en
### direction: ltr

## Chapter 6. The key is the lesson’s and the act’s name, then what became of it.

lesson-a-rented-name = A rented name
lesson-a-rented-name-question = What if the name on the envelope is real, and rented?
lesson-a-rented-name-opening = Some { -operator(form: "many") } rent out { -address(form: "many") }, for example to firms that send many texts. Here the third party has rented two: one from Corvo Telecom, and one from the home network itself. It has learned the number on the SIM and the phone’s switch before, as in chapter 4.
lesson-a-rented-name-predict = Nothing on this envelope is forged. Will the third party learn the cell?
lesson-a-rented-name-from-a-partner-sent = This is a { -rented-address }, and nothing in it is forged. It takes Corvo Telecom’s own road. Corvo Telecom passes the answers on to its renter, and need not look at either.
lesson-a-rented-name-from-a-partner-answered = Name, road and { -signature } are really Corvo Telecom’s, so a { -gate } that checks them finds nothing wrong. But why would a { -partner } ask about this traveller?
lesson-a-rented-name-from-a-partner-stopped = A real name did not help here.
lesson-a-rented-name-from-the-home-sent = This one leaves by the home network’s own exit. Whoever rents an address out need not know what it is used for.
lesson-a-rented-name-from-the-home-answered = Now the name fits the traveller as well. To the visited network it is their own home that asks, and a home network may.
lesson-a-rented-name-from-the-home-stopped = This had to happen here. Once it is on the road, it looks like a question of the home network’s own.
lesson-a-rented-name-honest-question-sent = And this time it is really the home network, for a call or to work out what it costs.
lesson-a-rented-name-honest-question-answered = This address and the rented one differ only in their last digits, and the road is the same. A filter that knows no more than which ranges are whose cannot tell them apart.
    .engineer = Operation, IMSI, link and the calling title’s range are the same. Only a list of the home network’s single HLR titles, kept up to date, would tell the two apart.
lesson-a-rented-name-closing = Who really uses the name can be told only where the renter comes in: at the owner, or at its carrier. An end to renting would stop both questions, and shut out honest renters as well.
lesson-a-rented-name-remember = A rented name is real, so all that the visited network can do is refuse every name but that of the traveller’s home.
