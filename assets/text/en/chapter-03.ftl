### lang: en
### direction: ltr

## Chapter 3. The key is the lesson’s and the act’s name, then what became of it.

lesson-anyone-may-ask = Anyone may ask?
lesson-anyone-may-ask-question = You are abroad. Somebody far away has only your phone number. Can one question find you?
lesson-anyone-may-ask-opening = Your home network knows your switch, and the visited network knows your { -cell }. A third party wants to know your cell too. It runs no network, and all that it has of you is your phone number.
lesson-anyone-may-ask-predict = Will the third party learn which cell the phone is in?
lesson-anyone-may-ask-honest-text-sent = This one is honest: a customer of Corvo Telecom is sending you a text, as in chapter 2.
lesson-anyone-may-ask-honest-text-answered = Whatever a home network refuses, texts have to arrive. So it must answer questions like this one in some way.
lesson-anyone-may-ask-one-question-sent = The third party has no part in your calls or texts. It holds a { -rented-address } of a real operator, which other networks know and trust. They cannot see who is using it, and what they answer is passed on to the renter. Chapter 6 tells how that comes about.
lesson-anyone-may-ask-one-question-arrived = Nobody has checked whether this question belongs here. A network should ask it only of its own { -register }, from inside.
lesson-anyone-may-ask-one-question-stopped = The gate need not find out who asks. From outside there is no honest reason for this question, unless both networks have agreed on it.
lesson-anyone-may-ask-one-question-answered = One question, by phone number alone, was enough. In a city a cell can be a few hundred metres across.
lesson-anyone-may-ask-closing = That question is the shortest way to your cell, and not the only one. Chapter 4 shows another.
lesson-anyone-may-ask-remember = This question belongs inside one network, so refusing it from outside breaks nothing, except where two networks have agreed to allow it.
