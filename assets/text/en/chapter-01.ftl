### lang: en
### direction: ltr

## Chapter 1. The key is the lesson’s and the act’s name, then what became of it.

lesson-a-phone-goes-abroad = A phone goes abroad
lesson-a-phone-goes-abroad-question = You land abroad and switch your phone on. Who now knows where you are?
lesson-a-phone-goes-abroad-opening = Your home network, the { -operator } that you pay, is far away. So your phone turns to a network that is near: the visited network. This is called { -roaming }. The visited network does not know you. All it has of you is the number on your { -sim }.
lesson-a-phone-goes-abroad-predict = Will the home network learn which cell, the area of one antenna, the phone is in?
lesson-a-phone-goes-abroad-who-is-this-sent = How does it know whom to ask? The number on the SIM is called { -imsi }. It begins with a code for the country and the home network.
    .engineer = MCC and MNC, the first digits of the IMSI, name the home network.
lesson-a-phone-goes-abroad-who-is-this-answered = The visited network puts one of the riddles to the SIM and compares the solution. This is called { -authentication }. The secret that makes the solutions stays in the SIM and at home.
    .engineer = Challenge and response: RAND goes to the SIM, and what comes back is compared with the expected response. The subscriber’s key is in no vector.
lesson-a-phone-goes-abroad-arrival-sent = The SIM has passed the test. Now the visited network names itself, and the { -switch } that looks after your phone.
lesson-a-phone-goes-abroad-arrival-inside = This is your { -profile }: your phone number, and what you may do abroad. Until now the visited network had only the number on the SIM.
lesson-a-phone-goes-abroad-arrival-arrived = Whoever calls or texts you asks the home network first, so its { -register } must say this much. Your { -cell }, the area of one antenna, it need not know.
lesson-a-phone-goes-abroad-arrival-answered = Your phone shows the name of the visited network. Now calls and texts can reach you.
lesson-a-phone-goes-abroad-closing = At the border of each network stands a gate, where filters can look at every question. Here there was nothing to stop.
lesson-a-phone-goes-abroad-remember = While you roam, your home network must know which network and switch you are with, and only the visited network knows the cell, until somebody asks.
