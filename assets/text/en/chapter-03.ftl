### lang: en
### direction: ltr

## Chapter 3. The key is the lesson’s and the act’s name, then what became of it.

lesson-anyone-may-ask = Anyone may ask?
lesson-anyone-may-ask-question = You are abroad. Somebody far away has only your phone number. Can one question find you?
lesson-anyone-may-ask-opening = Your phone has just been switched on in a foreign network. Two networks must now talk about you: the one you pay, and the one you are in.
lesson-anyone-may-ask-arrival-arrived = It has to know: whoever calls or texts you asks the home network first.
lesson-anyone-may-ask-one-question-sent = It is neither your network nor the one you visit, and has no reason to ask. But it rents an address from a real operator, which other networks know and trust. They cannot see who is using it.
lesson-anyone-may-ask-one-question-arrived = Nobody has checked whether this question belongs here. A network should ask it only of its own register, from inside.
lesson-anyone-may-ask-one-question-stopped = Questions of this kind belong inside one network. From outside there is no honest reason for them unless both sides have agreed on it, so the gate need not know who asks.
lesson-anyone-may-ask-one-question-answered = One question, by phone number alone, was enough. In a city a cell is a few streets, in the country it is kilometres.
lesson-anyone-may-ask-remember = Remember: this question belongs inside one network. Refusing it from outside breaks nothing, except where two networks have agreed to allow it.
