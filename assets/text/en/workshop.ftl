### lang: en
### direction: ltr

## The workshop: a lesson of one's own, made in the browser.

site-workshop = Make your own lesson
site-workshop-lead = Change a lesson or make a new one: who takes part, what is asked, what stands in the way, and what you say about it. The player shows at once what comes of it.
workshop-wait = The form comes here in a moment.
workshop-scripts = To make a lesson here, the browser has to be allowed to run the scripts of this page. A lesson is a file: without scripts you can write it in any editor, and check it in a terminal.

workshop-name = Your lesson
workshop-edit = Change this lesson
workshop-sent = Somebody has made this lesson and sent it to you. What it says is theirs: nobody here has checked it. What becomes of the messages is worked out as in every chapter.
workshop-mend-text = The form cannot show all that stands in the text. Mend the text first, at the place that is named above; then the form follows it. Nothing of it is lost.

workshop-begin = Begin with
workshop-begin-choose = Choose a lesson …
workshop-open = Open a file
workshop-drop = Or drop it anywhere on this page.
workshop-save = Save as a file
workshop-undo = Undo
workshop-redo = Redo
workshop-link = Copy a link to it
workshop-link-copied = The link is copied. The whole lesson is in it.
workshop-link-failed = The browser did not let the link be copied. It stands in the address bar: copy it there.
workshop-link-long = This lesson is too long for a link. Save it as a file, and send that.
workshop-link-letters = The link is not whole: a character in it cannot be part of one. Ask for it once more, or for the file.
workshop-link-packed = The link is not whole: its end is missing, or something in it was changed. Ask for it once more, or for the file.
workshop-link-large = What is in the link is larger than a lesson can be. Ask for the file.
workshop-opened = The lesson is open. “Undo” leads back to the one before.
workshop-large = The file is too large. A lesson has at most { $most } kilobytes. The lesson that was here is still here.
workshop-unread = The file could not be read. The lesson that was here is still here.
workshop-not-fetched = The file that the address names could not be had from this site. Look whether its name is right.
workshop-elsewhere = The address names a file of another site. For your safety only files of this site are opened. Save it, and open it here.
workshop-wrong = { $count ->
    [one] One thing has to be mended. Until then the player shows the lesson as it was.
   *[other] { $count } things have to be mended. Until then the player shows the lesson as it was.
}

workshop-as-usual = As usual
workshop-yes = Yes
workshop-no = No
workshop-up = Move up
workshop-down = Move down
workshop-remove = Take away
workshop-id = Short name
workshop-id-means = For the file and for links: small letters, digits and hyphens.

workshop-about = What it is about
workshop-about-means = What readers see first and last. A sentence that is empty is not said.
workshop-title = Title
workshop-question = Question
workshop-question-means = The lesson opens with it.
workshop-says-opening = Said at the beginning
workshop-says-closing = Said at the end
workshop-says-remember = One sentence to remember
workshop-says-sent = Said when the question is sent
workshop-says-inside = Said when it leads to another question inside the network
workshop-says-arrived = Said when it has arrived
workshop-says-answered = Said when it is answered
workshop-says-masked = Said when a stand-in answers
workshop-says-stopped = Said when a filter stops it
workshop-says-elsewhere = Said when the answer goes to somebody else
workshop-says-not-asked = Said when it cannot be asked
workshop-says-deeper = For engineers
workshop-says-deep = The same, as an engineer says it

workshop-networks = Networks
workshop-networks-means = One is the traveller’s home, one is visited, the others are partners. All are invented, and their numbers lie in ranges that nobody has.
workshop-network-add = Add a network
workshop-network-name = Name
workshop-standing = What it is to the traveller
workshop-standing-home = Home network
workshop-standing-visited = Visited network
workshop-standing-partner = Another network
workshop-serves = Carriers that serve it
workshop-nodes = What it has
workshop-node-title = Its address
workshop-addresses = Addresses
workshop-plmn = Network code
workshop-plmn-means = Country code 999 or 001, and a code of its own, like 999-41.
workshop-titles = Beginning of its addresses
workshop-titles-means = Like +999 61. Not the digits of its code.
workshop-agree = Roaming agreements
workshop-agree-pair = { $one } and { $other }

workshop-others = Carriers and the third party
workshop-others-means = Carriers pass messages on between networks. The third party has no network: it rents an address, or forges one.
workshop-carrier-add = Add a carrier
workshop-secured = Are its links protected?
workshop-hides = It hides who passed a message on before it
workshop-third = There is a third party
workshop-third-carrier = Carrier that takes its forged messages
workshop-lease-add = Add a rented address
workshop-lease-from = Rented from
workshop-lease-to = Rented by
workshop-lease-title = The address

workshop-knowing = Who knows what at the start
workshop-knowing-means = A party can only ask what it knows enough for.

workshop-acts = What is asked
workshop-acts-means = One question after the other. What becomes of each is worked out, and not written here.
workshop-act-add = Add a question
workshop-operation = Question
workshop-from = Who asks
workshop-claims = Under whose name
workshop-claims-own = Its own or rented one
workshop-manner = How it is sent
workshop-to = Which network is asked
workshop-to-usual = The one that would know
workshop-by = Which carrier takes it
workshop-by-usual = The usual one
workshop-later = Minutes after the question before
workshop-unreadable = Written so that a filter cannot read it
workshop-unlisted = Sent from new addresses that no table has yet
workshop-naive = A forged host name that contradicts its realm
workshop-for-others = Asked for the sake of somebody else
workshop-honest = Is there an honest reason to ask?
workshop-says = What you say about it

workshop-gates = Gates and filters
workshop-gates-means = Where filters can stand, which of them readers can switch on, and which are on from the start.
workshop-gate-add = Add a gate
workshop-no-place = Each network has a gate and an exit, and each carrier a gate: there is no further place for one.
workshop-full = There are as many of these as a lesson may have.
workshop-gate-at = Where it stands
workshop-gate-exit = It stands where those come in who rent an address there
workshop-rules = Filters that readers can switch here
workshop-rule-on = On from the start
workshop-compare = The lesson compares itself with this one on
workshop-settings = Its settings
workshop-set-when-unreadable = What it cannot read
workshop-set-per-subscriber = Questions an hour about one subscriber
workshop-set-per-sender = Messages an hour from one sender
workshop-set-per-call = Questions for each call or text
workshop-set-minutes = Minutes from one network to another
workshop-set-learns = Minutes that it learns
workshop-unread-pass = passes
workshop-unread-refuse = is refused

workshop-predict = What the reader foresees
workshop-predict-means = Before a question is played, the reader says what will come of it. The right answer is worked out.
workshop-predicts = Ask the reader
workshop-predict-words = How you ask
workshop-predict-act = Before which question
workshop-predict-party = Who will know it
workshop-predict-fact = What

workshop-sources = Sources
workshop-sources-means = Documents of your own, and which sentence rests on which document. An address is shown and never opened.
workshop-source-add = Add a document
workshop-source-title = Title
workshop-source-where = Where it is
workshop-cites = Which sentence rests on what
workshop-sources-cited = Sources of this lesson

workshop-text = The file itself
workshop-text-means = The lesson as it is saved (JSON). You can write in it, or paste another one over it: form and player follow.
