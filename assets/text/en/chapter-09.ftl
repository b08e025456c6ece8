### lang: en
### direction: ltr

## Chapter 9. The key is the lesson’s and the act’s name, then what became of it.

lesson-a-crowd = A crowd
lesson-a-crowd-question = One question a day about one traveller, or the same question about everybody: who would notice?
lesson-a-crowd-opening = Think of tens of thousands of travellers, and of a whole month. The chapter’s page simulates such a crowd; here one traveller stands for all of them. The others are a number: this hour the home network has asked about 3,000 of them already.
lesson-a-crowd-predict = Before this one there were 3,000 questions in the same hour. Will the home network be told the cell?
lesson-a-crowd-among-many-sent = The home network asks for somebody else again, as in chapter 8. This traveller is one of many.
lesson-a-crowd-among-many-answered = By itself this question is like any other. Only whoever counts can see the crowd.
lesson-a-crowd-among-many-stopped = Nothing in this question gave it away. The number of those before it did.
lesson-a-crowd-honest-question-sent = This one is honest: the home network has a call for the traveller. It comes in the same hour, under the same name.
lesson-a-crowd-honest-question-answered = To the { -gate } it was one more of the same.
lesson-a-crowd-honest-question-stopped = Whoever counts names cannot tell one reason from another. For what the home network asked too often, its own customer pays.
lesson-a-crowd-a-day-later-sent = A day later. The home network asks once, about this one traveller, and again for somebody else.
lesson-a-crowd-a-day-later-answered = One question a day is what an honest network asks too. There is nothing to count.
lesson-a-crowd-closing = In 2020 The Guardian reported data that appeared to show 2.3 million location questions a month from travellers’ own home networks. That is about 3,000 an hour. So many can be noticed.
lesson-a-crowd-remember = Counting shows a crowd, but one question a day about one person looks like an honest one.
