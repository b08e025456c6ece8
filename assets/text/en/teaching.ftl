### lang: en
### direction: ltr

## The teacher’s guide. What it is made of is in src/lesson/teaching.rs; docs/teaching.md is made from it.

teaching-title = For teachers
teaching-lead = A lesson about who can ask where a phone is, for ages fourteen and up. No knowledge of telecoms is needed, on either side.

teaching-aims = What your class will be able to do
teaching-aims-1 = Say why networks must ask each other about a traveller, and which of them knows what.
teaching-aims-2 = Tell apart who a message says it is from and who really sent it.
teaching-aims-3 = Say what a filter at a network’s gate can compare, what it cannot see, and whom it wrongly stops.
teaching-aims-4 = Read a report about such messages, and say who claims what.

teaching-before = Before you begin
teaching-before-1 = You need one screen for all, or a browser for each. Phones will do.
teaching-before-2 = Visit a page once and it works without a network from then on. There is also one file that needs no network at all, for a memory stick.
teaching-before-3 = Nobody signs in, and nothing that your class does is sent anywhere or kept. A learning platform is told only what its package tells it.
teaching-before-4 = All networks, names and numbers are invented. Nothing here helps anybody to send such a message.

teaching-plan = A plan for { $minutes } minutes
teaching-plan-from = Minute
teaching-plan-what = What you do
teaching-plan-shown = On the screen
teaching-open = Open

teaching-20-1 = Ask: you land abroad and switch your phone on. Who now knows where you are? Collect guesses, judge none.
teaching-20-2 = Play the end of chapter 1. Which guesses were right? Point out who knows the cell, the area of one antenna, and who does not.
teaching-20-3 = Go through chapter 4 step by step, with Page Down or a clicker. At each message ask: who does it say it is from, and who sent it?
teaching-20-4 = The picture stops at a question. Let everybody vote before you press yes or no. Ask one of each side why.
teaching-20-5 = Show both runs at once. Where do they part, and which gate made the difference?
teaching-20-6 = Read out the sentence to remember. Then each writes one sentence: which network should have that filter, and for whose sake?

teaching-45-1 = Ask: you land abroad and switch your phone on. Who now knows where you are? Then play chapter 1.
teaching-45-2 = Play chapter 2. For each message let somebody name the honest reason: to connect, to deliver, to charge.
teaching-45-3 = Chapter 3 stops at its question. Vote, then play on. Then switch on “No inside-only questions” and play the same again.
teaching-45-4 = Chapter 4, step by step. Why did the filter of chapter 3 not help here? Vote at the question, then show both runs.
teaching-45-5 = Chapter 6: nothing is forged now. What can the gate still compare? Let the class find the one filter that helps.
teaching-45-6 = In pairs: “You are the filter”. All have the same ten messages. Afterwards ask for the two that nobody could have told apart, and why.
teaching-45-7 = The end of chapter 10. Who said what? Each writes two sentences, and each sentence names who said it.

teaching-questions = Questions, with answers and a scene for each
teaching-scene = Show the scene

teaching-question-1 = Your phone is abroad and switched on. Which network knows the cell, and why does your own not need it?
teaching-answer-1 = Only the visited network knows the cell. The home network needs to know where to send a call or a text: the network and its switch. That is enough.
teaching-question-2 = A stranger’s network learns which country you are in because somebody sends you a text. Is that a fault?
teaching-answer-2 = No. To deliver a text it must know where to hand it in. The home network can avoid it by taking the text in itself and passing it on.
teaching-question-3 = Why may the home network refuse this question from outside without a look at the sender?
teaching-answer-3 = It belongs inside one network. Nobody outside has an honest need for it, unless two networks have agreed on one. So the filter need not know who asks.
teaching-question-4 = The home network refuses that question. Why can the traveller still be found?
teaching-answer-4 = Two harmless-looking questions do the same. The first tells the number on the SIM and the switch. The second goes straight to the visited network, where the home network’s gate never sees it.
teaching-question-5 = Which gate could have stopped the second question, and whose customer does it protect?
teaching-answer-5 = Only the visited network’s gate. It protects a guest, who is another network’s customer, and it has the work of keeping the tables up to date.
teaching-question-6 = The third party writes a false name on its question. In 2G and 3G it learns nothing. Why?
teaching-answer-6 = There the answer goes to the address on the envelope, so to the true owner of that name. In 4G it comes back by the way that it went, and so to whoever asked.
teaching-question-7 = The filter lets only the traveller’s own home ask. Why does this question pass?
teaching-answer-7 = The third party rents its address from the home network itself. The name is real and belongs to the home network. Only at the exit, where the renter comes in, can somebody see the difference.
teaching-question-8 = 5G makes a network prove its name. Why was the phone still found?
teaching-answer-8 = The lock guards one door. The same phone can be asked about in the older networks, and there a rented or forged name still works. And a partner that misuses its key still has a key.
teaching-question-9 = An honest question was stopped. Who made the mistake, and who pays for it?
teaching-answer-9 = The home network has new addresses, and the other’s table is old. The traveller pays: a call may not come through. Every filter can err in both directions.
teaching-question-10 = Counting stopped thousands of questions an hour. Why not this one?
teaching-answer-10 = One question a day about one person is what an honest network asks too. Counting shows a crowd, and no single case.

teaching-case = What to say about the reported case
teaching-case-1 = Chapter 10 tells of real companies and people. Say with every sentence who said it, as the page does.
teaching-case-2 = There are two accounts. Give both the same time, and do not decide between them for your class.
teaching-case-3 = Say “alleges”, “reported”, “said”, “denies”, “strongly refutes”. In your own voice say neither that somebody did it nor that somebody did not.
teaching-case-4 = “Tens of thousands” is a count that one person claims from one body of data. It is not a number of phones that were found.
teaching-case-5 = The picture shows invented networks. It shows what a message can tell, and not what happened.
teaching-case-6 = A good last question: what would one have to know to decide, and who could know it? A gate cannot: it sees the name, and neither who really asks nor why.

teaching-ways = How to give it to your class
teaching-ways-1 = For a projector, put “present=on” into the address, or choose “Large, for a room” under “Keys and settings”. A clicker goes step by step; “b” or “.” makes the screen dark.
teaching-ways-2 = For a page of your course, choose “Embed” under the picture: it shows the code for the very moment that you see.
teaching-ways-3 = For a learning platform there are packages of the whole and of each chapter, in the two formats that most platforms read (SCORM 1.2 and cmi5). They report completion and the answer.
teaching-ways-4 = For a room without a network there is a single file, whereabouts.html.
teaching-ways-5 = For paper each chapter has a hand-out, with a question before the turning point and room for an answer.
teaching-ways-6 = Whatever you lock stays as you set it: the filters, the speed, the words, the chapter.
teaching-ways-7 = For a lesson of your own there is the page “Make your own lesson”, workshop/: a form beside the player. What you make is a file and a link.

teaching-settings = What an address can say
teaching-settings-lead = Put these behind “#” in any address, with “&” between them. What is not understood is said on the page, and the usual value counts.
teaching-setting = Setting
teaching-values = Values
teaching-usual = Usually
teaching-means = What it does

setting-usual-chapter = the page’s own
setting-usual-lesson = the page’s own
setting-usual-at = the beginning
setting-usual-filters = as the chapter begins
setting-usual-lang = the page’s own
setting-usual-panels = the filters in a frame, all on a page
setting-usual-embed = as the page is

setting-means-chapter = Leads to that chapter.
setting-means-lesson = Leads to that lesson: a chapter, or a question of the matrix by the name in its page’s address.
setting-means-at = The moment: an act and the number of a hop in it, such as second-question.2, or “end”, or milliseconds.
setting-means-filters = The filters that are on, each with its gate, such as visited.home-match; commas between them.
setting-means-lanes = Shows the run without the filters beside the run with them, where there is room.
setting-means-speed = How fast it plays.
setting-means-depth = Plain words, or an engineer’s.
setting-means-lang = The language. “pseudo” is made up, long and from right to left, for testing.
setting-means-theme = The colours.
setting-means-motion = Movement, or stills instead.
setting-means-keys = Whether the explainer acts on keys.
setting-means-panels = What is shown around the picture; commas between them.
setting-means-lock = What readers cannot change; commas between them. “link” takes away what leads out of the page.
setting-means-present = Large letters for a room, and the keys of a clicker.
setting-means-embed = Leads to the page for a frame, or to the whole page.
