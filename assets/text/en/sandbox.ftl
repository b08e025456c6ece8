### lang: en
### direction: ltr

## The sandbox: everything that can be set, what it means, and what is worth trying.

site-sandbox = The sandbox
site-sandbox-lead = Set who asks, what they ask and which filters stand in the way, and watch what becomes of it.
site-try = Try it yourself: change who asks and which filters there are

sandbox-scripts = To set and play this yourself, the browser has to be allowed to run the scripts of this page. Without them, the list below says what comes of some settings.
sandbox-wait = What can be set comes here in a moment.
sandbox-tries = Worth trying
sandbox-tries-lead = Each is a setting of everything below. Open one, watch it, and change it.
sandbox-try-rented = A rented name
sandbox-try-rented-shows = A rented address is on every list of known partners, and it comes by the right road. The third party learns the cell.
sandbox-try-rented-from-home = A name rented at home
sandbox-try-rented-from-home-shows = The rule that stops most asks whether the home network sends it. Here the address is the home network’s own, and the third party learns the cell.
sandbox-try-forged-twice = Forged twice
sandbox-try-forged-twice-shows = The same false address in 3G and in 4G. Once the answer goes to the true owner; once it comes back to the third party.
sandbox-try-two-steps = Two questions, the first one starved
sandbox-try-two-steps-shows = The third party has only the phone number. A stand-in for the first answer is enough: the second question is never asked.
sandbox-try-unreadable = Refuse what cannot be read
sandbox-try-unreadable-shows = The filter refuses what it cannot read. It stops the third party, and an honest home network with it.
sandbox-try-new-addresses = New addresses
sandbox-try-new-addresses-shows = The home network has new addresses that no table has yet. An honest question is stopped.
sandbox-try-counted = Counted
sandbox-try-counted-shows = The tenth question in an hour passes, though it is for somebody else. The next one is honest, and is stopped.
sandbox-try-journey = An impossible journey
sandbox-try-journey-shows = Somebody says that the phone has just arrived elsewhere. It was seen in another network ten minutes ago, so nobody believes it.
sandbox-try-at-home = A customer at home
sandbox-try-at-home-shows = The phone is in its own network, and the question comes from outside. The home network’s gate can stop it.

# What the player says of what is played.
sandbox-lesson = The sandbox
sandbox-lesson-from = The sandbox, from chapter { $number }: { $title }
sandbox-lesson-question = As you have set it: who learns where the traveller is?
sandbox-lesson-opening = You decide who asks, in which order, and what stands in the way. What comes of it is worked out as in every chapter.
sandbox-sent-home = The traveller’s own home network asks, under its own name.
sandbox-sent-visited = The network that the traveller visits asks, under its own name.
sandbox-sent-partner = An operator asks that has nothing to do with this traveller.
sandbox-sent-spoofed-home = The third party has written an address of the home network on the envelope. It did not ask the owner.
sandbox-sent-spoofed-partner = The third party has written another operator’s address on the envelope. It did not ask the owner.
sandbox-sent-leased-from-partner = The third party pays another operator for this address. The question goes out by that operator’s exit.
sandbox-sent-leased-from-home = The third party pays the home network for this address. The question goes out by the home network’s exit.
sandbox-sent-home-for-others = The home network asks for somebody else’s sake. Nothing in the message shows that.
sandbox-sent-stale-home = The home network asks from new addresses, which nobody’s tables have yet.

# The form.
sandbox-form = Set it yourself
sandbox-form-lead = Every change is in the address of this page, and the browser’s way back undoes it.
sandbox-reset = Begin anew
sandbox-notices = Some of the address was not understood. The usual setting counts there.

sandbox-from = Begin with
sandbox-from-means = A chapter brings its own questions and filters. You change what you like.
sandbox-from-nothing = The networks alone
sandbox-from-chapter = Chapter { $number }: { $title }

sandbox-asks = Questions
sandbox-asks-means = They are asked one after the other. Whoever learns something from one can use it in the next.
sandbox-ask = Question { $number }
sandbox-ask-add = Add a question
sandbox-ask-remove = Take question { $number } away
sandbox-ask-full = There is room for { $most } questions.
sandbox-operation = What is asked
sandbox-operation-means = The generation decides by which way the answer comes back.
sandbox-operation-chapter = As in the chapter: { $operation }
sandbox-generation-3g = In 2G and 3G
sandbox-generation-4g = In 4G
sandbox-generation-5g = In 5G
sandbox-sender = Who asks, under which address
sandbox-unreadable = Written so that filters cannot read it
sandbox-unreadable-means = The filters see who sends it and by which road. They do not see what is asked, or about whom.
sandbox-later = Minutes before it
sandbox-later-means = So much time goes by after the question before. Rules that count forget after an hour.

sandbox-traveller = The traveller
sandbox-place = Where the phone is
sandbox-place-means = The traveller is always a customer of the home network. What every other network is follows from that.
sandbox-place-home = At home, in its own network
sandbox-place-visited = Abroad, in the visited network
sandbox-knows = What whoever asks knows beforehand
sandbox-knows-chapter = What they know in the chapter
sandbox-knows-chapter-means = Whoever is not in the chapter knows what the questions need.
sandbox-knows-enough = What the questions need
sandbox-knows-enough-means = So one sees what each answer adds.
sandbox-knows-number = Only the phone number
sandbox-knows-number-means = Then some questions cannot be asked before others have been answered.

sandbox-gates = Filters
sandbox-gates-means = A rule that is on is asked about every question that comes by its gate. The player’s own switches change the same rules; with none of them on it shows the run without.
sandbox-gate-home = At the home network’s gate
sandbox-gate-home-means = Questions from outside to the home network.
sandbox-gate-visited = At the visited network’s gate
sandbox-gate-visited-means = Questions from outside to the network that the traveller visits.
sandbox-gate-carrier = In every carrier on the way
sandbox-gate-carrier-means = Questions that a carrier is to pass on.
sandbox-gate-lessor = At the exit of whoever rents out addresses
sandbox-gate-lessor-means = Questions that leave under a rented address.
sandbox-gate-on = { $count ->
    [0] no rule is on
    [one] one rule is on
   *[other] { $count } rules are on
}
sandbox-why-chapter = This question is the chapter’s own. Choose another one to change who asks it, and how.
sandbox-why-no-lease = No question comes under a rented address, so nothing leaves by that exit.
sandbox-why-no-text = No question here is about where to deliver a text.
sandbox-why-generation = No question here is in a generation that it reads.
sandbox-why-crowded = What cannot be chosen would need more nodes in { $spot ->
    [home] the home network
    [visited] the visited network
   *[partner] the other network
} than the picture has room for.
sandbox-why-missing = What cannot be chosen has nobody to answer it there.
sandbox-set-when-unreadable = Refuse what it cannot read
sandbox-set-when-unreadable-means = Otherwise it lets such a message pass.
sandbox-set-per-subscriber = Most questions about one traveller
sandbox-set-per-subscriber-means = From one sender, in an hour.
sandbox-set-per-sender = Most messages from one sender
sandbox-set-per-sender-means = In an hour, whatever they ask.
sandbox-set-per-call = Most questions for each call
sandbox-set-per-call-means = From one sender, in an hour. With 0 they are not compared.
sandbox-set-minutes = Fewest minutes between two networks
sandbox-set-minutes-means = Who arrives sooner has made an impossible journey.
sandbox-set-learns = Minutes in which it learns
sandbox-set-learns-means = So long it lets everybody in and remembers them.

sandbox-past = Before it begins
sandbox-past-means = Some rules remember. This is what they remember when the first question comes.
sandbox-registered = Where the phone was registered
sandbox-registered-means = The rules about journeys and whereabouts go by it.
sandbox-registered-nowhere = Nowhere that they know of
sandbox-registered-here = Where it is now, for long
sandbox-registered-home = In the home network
sandbox-registered-visited = In the visited network
sandbox-registered-partner = In another network
sandbox-registered-minutes = So many minutes before
sandbox-registered-minutes-means = Counts for a journey from there.
sandbox-before = Somebody has asked before
sandbox-before-means = The rule that counts adds these to what is asked now.
sandbox-before-by = Who
sandbox-before-by-home = The home network
sandbox-before-by-visited = The visited network
sandbox-before-by-partner = Another operator
sandbox-before-times = How often
sandbox-before-times-means = So many questions, all at that time.
sandbox-before-minutes = How many minutes before
sandbox-before-minutes-means = After an hour they do not count any more.
sandbox-before-whom = About whom
sandbox-before-this = About this traveller
sandbox-before-others = About other travellers
