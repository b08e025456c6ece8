### lang: en
### direction: ltr

## The closing page. The sections, their paragraphs and what each rests on are in src/lesson/follows.rs.

follows-title = What follows
follows-lead = What somebody does with a location once they have it, and what can be done about that.

follows-used = What a location is used for
follows-used-1 = One answer is one place at one time. In a city a cell is a few streets, in the country it is kilometres.
follows-used-2 = Tracked means that somebody asks again and again. The places then make a way: where a person lives and works, and whom they may meet.
follows-used-3 = Monitored means that somebody keeps an eye on a phone: whether it can be reached, which network it is in, and when that changes.
follows-used-4 = Intercepted means that calls or texts are led to somebody else. A location alone does not do that: a network must be deceived as well.

follows-reader = What you can do
follows-reader-1 = Honestly: little. These questions go from network to network, and most of them never reach your phone. So no setting of the phone refuses them.
follows-reader-2 = Switching off its satellite positioning does not help: the network knows the cell without it. Nor do apps that encrypt calls: they protect what is said, not where.
follows-reader-3 = A phone in flight mode is in no new cell. For a time the network still holds the last one, and how long ago that was.
follows-reader-4 = A SIM of the country that you visit makes you a customer there, and one network can guard all questions. That helps only while nobody knows its number.
follows-reader-5 = Texts can be led elsewhere. Where a service sends a code by text and also offers another way, the other way is better.
follows-reader-6 = You can ask. Ask your operator which of the filters below it uses, for its own customers and for guests. Ask your regulator whether anybody checks.

follows-operator = What an operator can do
follows-operator-1 = First: refuse from outside every question that belongs inside one network, except where two networks have agreed on it. It is simple, and works whoever asks.
follows-operator-2 = Second: deliver texts by a router of its own, so that nobody outside learns the number on the SIM and the switch that way.
follows-operator-3 = Third: refuse from outside what only a home network sends, when it is about its own customer. That home network is itself.
follows-operator-4 = Fourth: refuse names that cannot be right. Such a name is no partner’s, comes by a road that is not its own, or contradicts itself.
follows-operator-5 = Fifth: for guests, let only their own home network ask. It needs tables of all partners that are kept up to date, or honest questions are stopped.
follows-operator-6 = Sixth: refuse such a question where the filter cannot read whom it is about. Otherwise a disguised one gets past every filter that has to read it.
follows-operator-7 = Seventh: compare each message with where the phone was before. This needs a memory, and stops honest travellers where that memory has gaps.
follows-operator-8 = Eighth: count. A home network that asks for other people’s sake passes every filter before this one; only the number of its questions may show it.
follows-operator-9 = At the source: rent out no addresses, or know who rents them and answer for what they send.

follows-regulator = What a regulator can do, and what has been done
follows-regulator-1 = In the United Kingdom Ofcom banned the renting out of UK addresses (Global Titles) on 22 April 2025. New leases were banned at once. Existing ones had to end by 22 April 2026, complex cases by October 2026.
follows-regulator-2 = In the United States the FCC asked in March 2024 how the signalling of 2G, 3G and 4G is used to find people. It also asked what operators do about it. EPIC, which works for privacy, asked in reply that more be made public.
follows-regulator-3 = The GSMA, the association of operators, has had a code of conduct for renting out addresses since 2023. Operators that rent them out, and transit carriers, can sign it; those who rent them cannot.
follows-regulator-4 = ENISA, the EU’s agency for cybersecurity, asked 39 providers about such messages and published their answers in March 2018.
follows-regulator-5 = A report for the ITU said in 2019 that fewer than 30% of operators in the EU had put in the protection it describes. In developing countries it was fewer than 0.5%. These figures are old.

follows-mistakes = Mistakes and replies
follows-mistakes-1 = If something here is wrong, write to whoever publishes this copy, and to the project that makes Whereabouts. Say which sentence, and which document says otherwise.
follows-mistakes-2 = Whoever is named in chapter 10 has a right of reply by the same way. A correction or a statement is added there, with its date.
follows-mistakes-3 = Each page names its sources, and the day on which its facts were last checked.
