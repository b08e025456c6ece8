### lang: en
### direction: ltr

## The matrix: one question, everybody who can ask it, and every filter by itself.

# What the moving picture of a matrix page says. $asked is whether the home or the visited network is asked.
matrix-lesson = { $operation }: who is answered
matrix-lesson-question = Who is answered when they ask { $operation }
    .engineer = Who is answered when they send { $operation }?
matrix-lesson-opening = Nine senders send the same question, one after the other. More than an hour lies between two of them, so that no filter counts them together.
matrix-lesson-home-sent = { $asked ->
    [visited] Its customer is abroad, so it asks the network that looks after the phone.
   *[home] Whoever asks and whoever answers are in one network. The question crosses no border, and no gate sees it.
}
matrix-lesson-visited-sent = { $asked ->
    [visited] Whoever asks and whoever answers are in one network. The question crosses no border, and no gate sees it.
   *[home] It looks after the phone, and asks the traveller’s home network.
}
matrix-lesson-partner-sent = This operator is neither the traveller’s home network nor the one that the phone is in.
matrix-lesson-spoofed-home-sent = The address is forged: the third party has written it there without asking its owner.
matrix-lesson-spoofed-partner-sent = The address is forged: the third party has written it there without asking its owner.
matrix-lesson-leased-from-partner-sent = The address is rented. The question goes out by its owner’s exit, and looks like the owner’s own.
matrix-lesson-leased-from-home-sent = The address is rented from the traveller’s own home network. The question goes out by that network’s exit.
matrix-lesson-home-for-others-sent = It asks for somebody else’s sake. { $asked ->
    [visited] Nothing in the message shows that.
   *[home] The question crosses no border, and no gate sees it.
}
matrix-lesson-stale-home-sent = { $asked ->
    [visited] It sends from new addresses, which nobody’s tables have yet.
   *[home] It sends from new addresses, which nobody’s tables have yet. The question crosses no border, and no gate sees it.
}

# Everybody who can ask: the rows.
sender-home = The home network
sender-visited = The visited network
sender-partner = Another operator
    .engineer = Another operator (a partner)
sender-spoofed-home = The third party, with a forged address of the home network
    .engineer = Third party, spoofed address of the home network
sender-spoofed-partner = The third party, with a forged address of another operator
    .engineer = Third party, spoofed address of a partner
sender-leased-from-partner = The third party, with an address rented from another operator
    .engineer = Third party, address leased from a partner
sender-leased-from-home = The third party, with an address rented from the home network
    .engineer = Third party, address leased from the home network
sender-home-for-others = The home network, for somebody else’s sake
    .engineer = Home network, on behalf of somebody else
sender-stale-home = The home network, from new addresses
    .engineer = Home network, from a range that no table has yet

# What becomes of the question: a word for the cell, and what it means.
outcome-answered = answered
outcome-masked = stand-in
outcome-stopped = stopped
outcome-wrongly-stopped = wrongly stopped
outcome-answered-elsewhere = goes elsewhere
matrix-means-answered = Whoever asked learns what the answer says. It is green where they have an honest reason to ask, and pink where they have none.
matrix-means-masked = A text router answers instead, with a stand-in that leads only back to the router itself.
matrix-means-stopped = A filter stops the question, and nobody answers it.
matrix-means-wrongly-stopped = A filter stops somebody who has an honest reason to ask.
matrix-means-answered-elsewhere = It is answered. But the answer goes to the true owner of the address, and not to whoever asked.

# The table.
matrix-title = Who is answered, and which filter changes that
matrix-lead = Each cell is one run: this sender asks, and only this filter is on. Choose a cell and watch it in the picture.
matrix-caption = What becomes of { $operation } Rows: who asks. Columns: the one filter that is on.
    .engineer = What becomes of { $operation }, by sender and by the one rule that is on.
matrix-region = The table: it can be scrolled sideways
matrix-sender = Who asks
matrix-honest = has an honest reason to ask
matrix-not-honest = has no honest reason to ask
matrix-no-filter = No filter
matrix-at-home = At the home network’s gate
matrix-at-visited = At the visited network’s gate
matrix-at-carrier = In every carrier on the way
matrix-at-lessor = At the exit of whoever rents out addresses
matrix-legend = What the words in the cells mean
matrix-changed = A cell with a frame differs from the run without a filter.
matrix-idle-title = Filters that are not in the table
matrix-idle = { $gate } these change nothing, whoever asks: { $rules }.
matrix-idle-one = { $gate } this one changes nothing, whoever asks: { $rules }.
matrix-questions = The questions that can tell where you are
matrix-questions-lead = Each has a page that shows who is answered, and which filter stops whom.
