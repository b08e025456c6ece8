### lang: en
### direction: ltr

## Chapter 4. The key is the lesson’s and the act’s name, then what became of it.

lesson-two-questions = Two questions
lesson-two-questions-question = Suppose your home network refuses that one question. Can you still be found?
lesson-two-questions-opening = You are abroad again, and the third party has only your phone number. This time it does not ask the direct question. It asks two that look harmless, of two different networks.
lesson-two-questions-predict = Will the third party learn which cell the phone is in?
lesson-two-questions-arrival-arrived = So far the home network knows the { -switch }, and only the visited network knows the { -cell }.
lesson-two-questions-honest-question-sent = This is honest: the home network needs the place to handle a call, or to work out what it costs.
lesson-two-questions-honest-question-answered = A filter has to let this through. Otherwise services such as { -prepaid } calls may fail abroad.
lesson-two-questions-first-question-sent = There is no text. But the question looks like an honest one, and it comes under a { -rented-address }.
lesson-two-questions-first-question-answered = That is all it needs for the next step: whom to ask, and about whom.
lesson-two-questions-first-question-masked = This is { -home-routing }. Texts still arrive, because the router passes them on. But the number on the SIM and the switch stay at home.
lesson-two-questions-second-question-sent = This goes straight to the visited network, and never comes near the home network’s gate.
lesson-two-questions-second-question-arrived = It bears a sender’s address. But nothing in the question proves who uses that address, or why.
lesson-two-questions-second-question-stopped = The gate compared two things: whose customer this is, and who asks. Only the traveller’s own home network has a reason to ask.
lesson-two-questions-second-question-answered = The home network never saw this question. It could not have stopped it.
lesson-two-questions-second-question-not-asked = By hiding the first answer, the home network has prevented the second question. That holds as long as the third party learns the number on the SIM and the switch nowhere else.
lesson-two-questions-closing = The home network can only hold back the first answer. Once that is out, the visited network’s gate has to protect another network’s customer.
lesson-two-questions-remember = The second question never crosses the home network’s gate, so of the two networks only the visited one can stop it.
