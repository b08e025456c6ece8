### lang: en
### direction: ltr

## Chapter 5. The key is the lesson’s and the act’s name, then what became of it.

lesson-a-borrowed-name = A borrowed name
lesson-a-borrowed-name-question = Anybody can write a false name on an envelope. But where does the answer go?
lesson-a-borrowed-name-opening = This time the third party has rented nothing. It forges: it writes the home network’s { -address } where the sender’s belongs. It has learned before, partly as in chapter 4, the number on the SIM and the phone’s { -switch(form: "many") }.
lesson-a-borrowed-name-honest-question-sent = This one is honest. It comes over Tideway, the only { -carrier } that the home network uses.
lesson-a-borrowed-name-honest-question-answered = Keep the road in mind. The { -gate } cannot see who wrote the envelope. It does see that Tideway hands it over.
lesson-a-borrowed-name-predict = The envelope bears the home network’s name. Will the third party learn the cell?
lesson-a-borrowed-name-forged-question-sent = That is a { -forged-address }. And it comes by another road: the third party’s carrier is Saltmarsh, which does not serve the home network.
lesson-a-borrowed-name-forged-question-elsewhere = In 2G and 3G an answer goes to the address on the envelope. Whoever borrows a name there sends the answer to its true owner, and normally learns nothing.
lesson-a-borrowed-name-forged-question-stopped = Here the gate has prevented little. In 2G and 3G the answer would have gone to the name’s true owner.
lesson-a-borrowed-name-forged-in-4g-sent = So far all was 2G and 3G. Here is the same lie in 4G, where a sender’s name has two parts: the machine and the network. The third party has forged only the network.
    .engineer = The same in { -diameter }: Origin-Realm is forged, Origin-Host is not.
lesson-a-borrowed-name-forged-in-4g-answered = In 4G a forged name does not lead the answer astray. Only stopping the question helps.
lesson-a-borrowed-name-forged-in-4g-stopped = An envelope can say anything. What gives it away is what does not fit: the road, a slip in the name, or a { -signature } that is missing.
lesson-a-borrowed-name-right-road-sent = Both parts of the name are forged now. And this time Tideway itself has taken the message from the third party, without checking it.
lesson-a-borrowed-name-right-road-answered = To a gate that checks the road this is right: Tideway does carry what the home network sends. Only Tideway could see who handed it in.
lesson-a-borrowed-name-right-road-stopped = Only the home network can sign in its own name. A gate that insists on it also turns away every honest network that does not sign.
lesson-a-borrowed-name-closing = Checking the road stops a forged name, except on a road that really carries that name.
lesson-a-borrowed-name-remember = In 2G and 3G the answer to a forged question normally goes to the name’s true owner, in 4G back to whoever asked.
