### lang: en
### direction: ltr

## Chapter 2. The key is the lesson’s and the act’s name, then what became of it.

lesson-why-networks-ask = Why networks ask
lesson-why-networks-ask-question = Does anybody have a good reason to ask where your phone is?
lesson-why-networks-ask-opening = You are abroad. One friend calls you, and another sends you a text. And your calls have to be paid for. For each of the three, networks must ask each other about you. Such messages between networks are called { -signalling }.
lesson-why-networks-ask-predict = Will Corvo Telecom, with which you have never dealt, learn which switch your phone is with?
lesson-why-networks-ask-call-sent = Your phone number belongs to the home network, so the call has come there first. Its { -register } knows your { -switch }. But a call needs a number to go to.
    .engineer = Not drawn, because it stays inside the home network: the GMSC has asked the HLR by sendRoutingInfo (MAP 22).
lesson-why-networks-ask-call-answered = The call goes on to that number, and your phone rings. For this the home network did not need your { -cell }.
lesson-why-networks-ask-text-where-sent = Your other friend is a customer of Corvo Telecom. It has a text for you, and only your phone number to go by.
lesson-why-networks-ask-text-where-answered = A network that you have never dealt with now knows which network you are in, and so which country. It has to, unless the home network itself passes on texts from outside.
lesson-why-networks-ask-text-where-masked = This is called { -home-routing }. Corvo Telecom learns neither your switch nor the number on your SIM, only where to hand the text in.
lesson-why-networks-ask-text-sent = This goes straight to the visited network. The home network has no part in it.
lesson-why-networks-ask-text-answered = You read your friend’s text. A visited network that let in nothing but messages from your home network would lose such texts.
lesson-why-networks-ask-text-not-asked = So it hands the text to that router, which passes it on to you. The text arrives all the same; its way is not drawn here.
    .engineer = The mt-forwardSM goes to the SMS router, which looks up the serving MSC behind the correlation ID and sends it on. (Not drawn.)
lesson-why-networks-ask-bill-sent = What a call costs can depend on where you are. Before it puts a call through to a { -prepaid } customer abroad, the home network may need the place to work out the price.
    .engineer = The HLR asks for call handling and for CAMEL charging of an incoming call, for example to a prepaid customer.
lesson-why-networks-ask-bill-answered = Of all these questions, only this one is about the place itself. Your own network asks it, and has a reason.
lesson-why-networks-ask-closing = To connect calls and texts, and to charge: honest questions look like this. To locate somebody can be honest too, as in an emergency. From such a question alone nobody can tell whether it is honest. What matters is who asks, and what for.
lesson-why-networks-ask-remember = To connect calls and texts and to work out bills, networks must ask where you are, so a filter cannot refuse all such questions.
