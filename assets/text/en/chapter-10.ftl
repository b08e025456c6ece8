### lang: en
### direction: ltr

## Chapter 10. The key is the lesson’s and the act’s name, then what became of it. The report itself is told in
## case.ftl: here nobody real is named.

lesson-the-reported-case = The reported case
lesson-the-reported-case-question = Two accounts of messages between networks. How much could a message itself tell you about which is right?
lesson-the-reported-case-opening = In 2020 two sides spoke of messages that ask after travellers. Below the picture stands who said what. The picture shows invented networks only, and one question about one traveller, asked three times.
lesson-the-reported-case-for-its-customer-sent = It asks for its own customer’s sake, to connect a call or to work out what it costs.
    .engineer = It asks for its own subscriber, for call handling or charging.
lesson-the-reported-case-for-its-customer-answered = That was routine. Keep in mind how it looked: the home network’s name, on its usual road.
    .engineer = Routine. To the gate it was a calling title in the home network’s range, on that network’s usual link.
lesson-the-reported-case-under-the-home-name-sent = The third party has rented that address from the home network, and has learned the number on the SIM before. The question is the one that you have just seen. Neither account speaks of this; it is shown for comparison.
    .engineer = The title is leased from the home network; IMSI and VLR are known from before. Same operation, same IMSI.
lesson-the-reported-case-predict = Will the third party learn the cell?
lesson-the-reported-case-under-the-home-name-answered = To the visited network this looked like the first question: the same name, on the same road. It cannot see who really asks, or for whom.
    .engineer = Operation, IMSI, link and the calling title’s range are the same. Only a list of the home network’s single HLR titles, kept up to date, would tell the two apart.
lesson-the-reported-case-under-the-home-name-stopped = A table of ranges cannot show it. This exit can: somebody from outside comes in here to use the home network’s name.
    .engineer = Range tables cannot show it; the lessor’s exit can, since a lessee comes in there.
lesson-the-reported-case-under-another-name-sent = Corvo Telecom has rented it that address. Of the three questions only this one bears another name.
    .engineer = The title is leased from Corvo Telecom. Of the three requests only this one is outside the home network’s range.
lesson-the-reported-case-under-another-name-answered = Here a filter could have seen something: the name is not that of the traveller’s home. But no filter compared the two.
    .engineer = The calling title and the IMSI belong to two operators. A home match (category 2) would have seen it; none was on.
lesson-the-reported-case-under-another-name-stopped = Here there was something to see: a name that is not the home network’s, or a renter at an exit.
    .engineer = Here there was something to compare: a title outside the IMSI’s operator, or a lessee at an exit.
lesson-the-reported-case-closing = None of the three questions said why it was asked.
    .engineer = The argument of provideSubscriberInfo has no field for requester or purpose.
lesson-the-reported-case-remember = The same message is routine or intrusive, depending on who really asks, and for whom; a gate sees only the name.
