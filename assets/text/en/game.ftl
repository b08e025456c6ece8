### lang: en
### direction: ltr

## You are the filter

game-title = You are the filter
game-lead = Ten messages reach the gate, one at a time. You see what a filter sees, and decide.
game-name = You are the filter, a game of ten messages
game-progress = Message { $number } of { $count }
game-over = All ten are over
game-number = Message { $number }
game-post = { $who ->
    [home] You stand at the gate of the home network
   *[visited] You stand at the gate of the visited network
}
game-choice = Your decision
game-pass = Let it pass
game-stop = Stop it
game-next = Next message
game-to-score = See the score
game-again = Play again with ten others
game-seed = This is game number { $seed }. Its number stands in the address, so that a whole class gets the same ten.

# The message itself. The name of a field is also given as the field knows it.
game-says = What the message says
game-sees = What the gate sees for itself
game-unreadable = What it asks cannot be read here.
game-about = { $whom ->
    [ours] our own customer, who is abroad
    [guest] our guest
   *[unreadable] cannot be read here
}
game-field-about = About
    .engineer = subscriber
game-field-address = Sent under
    .engineer = calling global title
game-field-address-4g = Sent under
    .engineer = Origin-Realm
game-field-address-5g = Sent under
    .engineer = realm of the consumer
game-field-host = Name of its node
    .engineer = network code in the host name
game-field-inner = Named again inside
    .engineer = address in the MAP request
game-field-network-4g = Says it comes from
    .engineer = Visited-PLMN-Id
game-field-network-5g = Says it comes from
    .engineer = originating network id
game-field-owner = In our tables, that address is
    .engineer = range tables (IR.21)
game-field-host-owner = The name of its node is
    .engineer = Origin-Host
game-field-inner-owner = The address inside is
    .engineer = layer consistency
game-field-code-owner = The network that it names is
    .engineer = network code
game-field-road = It came in
    .engineer = ingress link
game-field-recorded = The recorded way leads
    .engineer = Route-Record
game-field-secured = The last stretch was
    .engineer = IPsec or TLS
game-field-signed = Signed by
    .engineer = end-to-end signature
game-field-peer = The other end has proved to be
    .engineer = N32 peer
game-field-registered = Our notes say that the phone is with
    .engineer = stored registration
game-who = { $who ->
    [own] us
    [home] the home network
    [visited] the visited network
    [partner] a partner
   *[nobody] nobody
}
game-whose = { $who ->
    [own] our own
    [home] the home network’s
    [visited] the visited network’s
    [partner] a partner’s (another operator)
   *[nobody] in no table
}
game-road = { $fits ->
    [yes] by a carrier that this address’s owner uses
    [no] by a carrier that this address’s owner does not use
    [own] from outside, though the address is our own
   *[unknown] by a carrier, and nobody knows which would be right
}
game-recorded = { $fits ->
    [yes] through a carrier of that owner
    [no] through no carrier of that owner
   *[unknown] through a carrier, and nobody knows which would be right
}
game-secured = { $secured ->
    [yes] protected
   *[no] not protected
}

# The truth.
game-told-caught = You stopped a dishonest message
game-told-let-through = You let a dishonest message pass
game-told-wrongly-stopped = You stopped an honest message
game-told-passed = You let an honest message pass
game-honest = Honest.
game-dishonest = Not honest.
game-sender-home = The home network itself sent it.
game-sender-home-detour = The home network itself sent it. Its usual carrier had failed, so it took another one.
game-sender-stale-home = The home network itself sent it, from addresses so new that no table has them.
game-sender-visited = The visited network itself sent it.
game-sender-visited-detour = The visited network itself sent it. Its usual carrier had failed, so it took another one.
game-sender-partner = The partner itself sent it.
game-sender-partner-detour = The partner itself sent it. Its usual carrier had failed, so it took another one.
game-sender-partner-curious = The partner itself sent it. The phone was not there, so it had no reason to.
game-sender-spoofed-home = The third party sent it, and wrote an address of the home network on it.
game-sender-spoofed-home-unlisted = The third party sent it, and wrote an address of the home network on it that no table has yet.
game-sender-spoofed-partner = The third party sent it, and wrote an address of a partner on it.
game-sender-leased-from-partner = The third party sent it, under an address that it rents from a partner.
game-sender-leased-from-home = The third party sent it, under an address that it rents from the home network.
game-sender-home-for-others = The home network itself sent it, but for somebody else, who wanted to know.
game-hidden = It was written so that a filter cannot read it, while the node behind the gate can. It said: { $operation }
game-came-served = It was answered, as it should be.
game-came-lost = It went no further. What it was for did not happen.
game-came-stopped = It went no further. Let through, this would have come of it.
game-came-passed = This came of it.
game-learns = { $who ->
    [third-party] The third party knows { $facts }.
    [partner] The partner knows { $facts }, and should not.
    [others] Whoever was behind it knows { $facts }.
    [home] The home network knows { $facts }.
   *[visited] The visited network knows { $facts }.
}
game-misled = The home network’s register points to a network where the phone is not.
game-elsewhere = The answer went to the true owner of the address, who never asked.
game-effect-insertSubscriberData = The switch believes what it was told about its guest.
game-effect-cancelLocation = The switch has forgotten its guest. No call or text gets through until the phone registers again.
game-effect-purgeMS = Nothing changes: the register acts on it only where it names the switch that is noted there.
game-effect-Cancel-Location = The switch has forgotten its guest. Nothing gets through until the phone registers again.
game-effect-Nudm_UECM_Registration = The home network’s register believes it.
game-rules-none = No rule would have stopped it.
game-rules-some = { $count ->
    [one] { $count } rule would not have let it pass:
   *[other] { $count } rules would not have let it pass:
}
game-rules-others = { $count ->
    [one] { $count } other rule would have let it pass
   *[other] { $count } other rules would have let it pass
}
game-elsewhere-rule = Not here, but at the exit of whoever rents out the address

# The end.
game-score = Your score
game-caught = Caught
game-let-through = Let through
game-wrongly-stopped = Wrongly stopped
game-passed = Rightly passed
game-spoken = Your score: { $caught } caught, { $through } let through, { $wrongly } wrongly stopped.
game-comparison = You and the rules
game-comparison-lead = The same ten messages, with one rule alone at the gate. “{ rule-lease-ban }” stands at the exit of whoever rents them out. Whoever is given a stand-in counts as caught.
game-who-decides = Who decides
game-you = You
game-no-rule = No rule at all
game-idle = { $count ->
    [one] { $count } rule had nothing against any of the ten
   *[other] { $count } rules had nothing against any of the ten
}
game-twins = Two that looked the same
game-twins-lead = Messages { $first } and { $second } looked exactly the same at the gate.
game-twins-moral = One was honest and one was not. Nobody who stands at a gate can tell them apart: whatever a rule there says of one, it says of the other.
game-twins-note = An address is shown as tables know it: by the beginning that a network’s addresses share. Who uses which ending stands in none of these tables.

# For readers without scripts.
game-static = The first ten messages
game-static-lead = Decide for yourself about each, then open the truth.
game-reveal = The truth
