### lang: en
### direction: ltr

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
