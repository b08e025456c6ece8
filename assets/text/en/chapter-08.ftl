### lang: en
### direction: ltr

## Chapter 8. The key is the lesson’s and the act’s name, then what became of it.

lesson-blind-spots = Blind spots
lesson-blind-spots-question = What does a good filter not see, and whom does it wrongly stop?
lesson-blind-spots-opening = One { -filter } helped in chapters 4, 6 and 7: only the traveller’s own home may ask. Here it is on from the start. Three short scenes look for its limits. In each the question is the same: which { -cell } is this phone in?
lesson-blind-spots-for-somebody-else-sent = First scene. There is no call, and nothing to charge. The home network asks for somebody else, who wants to know where its customer is.
lesson-blind-spots-for-somebody-else-answered = No field of this question is wrong. A home network asks about its own customer, and its reason stands nowhere. In 2020 a newspaper reported a suspicion of this kind.
lesson-blind-spots-predict = No filter can read this question. Will the third party learn the cell?
lesson-blind-spots-unreadable-sent = Second scene. The third party asks, under the { -address } that it rents from Corvo Telecom. A security firm described questions hidden like this in 2025. How it is done is not told here.
lesson-blind-spots-unreadable-answered = A filter that cannot see whose customer this is has nothing to compare. If it then lets the question pass, it “fails open”.
lesson-blind-spots-unreadable-stopped = This filter refuses what it cannot read. It “fails closed”.
lesson-blind-spots-honest-unreadable-sent = Still the second scene, and this question is honest: the home network has a call for the traveller. But it writes in a way that the filters do not know yet.
lesson-blind-spots-honest-unreadable-answered = A filter that lets through what it cannot read does not stop such honest questions either.
lesson-blind-spots-honest-unreadable-stopped = That is the price of failing closed. An honest question is lost, and perhaps the traveller’s call with it.
lesson-blind-spots-new-addresses-sent = Third scene. The home network has new addresses. The others have not put them into their tables yet. Again the question is honest.
lesson-blind-spots-new-addresses-answered = Nobody looked into a table, so an old table did no harm.
lesson-blind-spots-new-addresses-stopped = The table was out of date. So the filter took the traveller’s own home for a stranger, and the traveller pays: a call may be lost.
lesson-blind-spots-closing = A filter can err in two ways: let a wrong question in, or keep an honest one out. What it does when it is unsure, its owner has to choose.
lesson-blind-spots-remember = Every filter has a limit, which is what it cannot see, and a cost, which is whom it wrongly stops.
