### lang: en
### direction: ltr

## Chapter 6. The key is the lesson’s and the act’s name, then what became of it.

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
lesson-a-rented-name-remember = Remember: a rented name is a real one. The visited network can see that a name is not the home network’s. Where it is the home network’s, only whoever rents it out can tell. Ending the renting stops both, and takes away honest renters’ way in as well.
