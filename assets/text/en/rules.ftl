### lang: en
### direction: ltr

## Rules

rule-unexpected-operation = No inside-only questions
    .engineer = Unexpected operation (category 1)
rule-sms-home-routing = Hide the SIM number and switch
    .engineer = SMS home routing
rule-partner-list = Only known partners
    .engineer = Calling address on the partner list
rule-ingress-route = The address must fit the road
    .engineer = Ingress route check
rule-own-subscriber = No outsiders about our own
    .engineer = Own subscriber (category 2)
rule-home-match = Only the traveller’s own home asks
    .engineer = Home match (category 2)
rule-layer-consistency = Inside and outside must agree
    .engineer = Layer consistency
rule-previous-location = Only from where the phone is
    .engineer = Previous location (category 3)
rule-velocity = No impossible journeys
    .engineer = Velocity check (category 3)
rule-learned-senders = Only senders that it has learned
    .engineer = Learned senders
rule-volume = Not too many questions
    .engineer = Volume limits
rule-origin-consistency = A name must not contradict itself
    .engineer = Origin consistency
rule-route-record = The recorded way must fit
    .engineer = Route-Record inspection
rule-hop-security = Protected links only
    .engineer = Hop security (IPsec or TLS)
rule-end-to-end-signature = Signed by the sender’s network
    .engineer = End-to-end signature
rule-sepp = The named network must be proved
    .engineer = SEPP network identity check
rule-lease-ban = No rented addresses
    .engineer = Ban on leasing

does-unexpected-operation = Refuses what belongs inside one network.
does-sms-home-routing = Gives a stand-in to who delivers texts.
does-partner-list = Reads the address on the envelope.
does-ingress-route = Compares that address and the road.
does-own-subscriber = Guards this network’s own, not guests.
does-home-match = Compares whose guest it is and who asks.
does-layer-consistency = Compares two addresses of one sender.
does-previous-location = Remembers where a phone registered last.
does-velocity = Compares two arrivals and the time between.
does-learned-senders = Learns who sends, then lets in no others.
does-volume = Counts questions about where phones are.
does-origin-consistency = Compares the parts of the sender’s name.
does-route-record = Compares the sender and the recorded way.
does-hop-security = Looks how the last stretch was protected.
does-end-to-end-signature = Checks who has signed the message.
does-sepp = Compares the named and the proved network.
does-lease-ban = Ends the renting out of addresses.

# For the reference: what a rule does not stop, and whom it wrongly stops.
misses-unexpected-operation = Every question that networks honestly ask each other, such as where to deliver a text, whoever asks it.
harms-unexpected-operation = Networks that have agreed to ask each other such questions, for services, positions or numbers that have moved.
misses-sms-home-routing = Every other question, and whoever has the IMSI from elsewhere.
harms-sms-home-routing = Text exchanges that need the real switch: some texts and delivery reports are lost.
misses-partner-list = An address rented from a partner, a partner that asks for the wrong reasons, and a forged address of a partner.
harms-partner-list = Partners with new ranges, and partners that send under somebody else’s.
misses-ingress-route = A rented address, which comes by its owner’s usual road. An address that is in no table passes as well.
harms-ingress-route = Partners that come by another carrier than usual, for example after an outage.
misses-own-subscriber = Questions about guests, and whatever claims to come from this network itself. It guards only what a home register alone sends to a switch.
harms-own-subscriber = Almost nobody: own registers that stand in another’s network, as in a group or after a disaster.
misses-home-match = The home network itself, whatever it asks for, and a rented or forged address of the home network.
harms-home-match = Home networks with new ranges that the table does not have, with a register shared in a group, or under another operator’s addresses.
misses-layer-consistency = Whoever writes the same false or rented address in both places. And provideSubscriberInfo and others that repeat no address, so that there is nothing to compare.
harms-layer-consistency = Partners whose nodes or hubs send under two ranges, and addresses that are translated on the way.
misses-previous-location = The network that the phone is registered in, whatever it sends. Arrivals themselves (asking for vectors is one), and subscribers of whom the gate has seen no arrival.
harms-previous-location = Networks whose guest’s arrival the gate has missed.
misses-velocity = Questions, which move nobody. And a false arrival that leaves time enough for the journey.
harms-velocity = Travellers at borders, in aircraft and on ships, and SIMs that change their network without moving.
misses-learned-senders = Whoever was there while it learned counts as good, asking for the wrong reasons or not.
harms-learned-senders = New partners, and partners with new ranges.
misses-volume = A few questions a day about one person. It counts anew each hour, each address range by itself, and each name of a subscriber by itself.
harms-volume = Networks that honestly ask a lot, to catch fraud or to steer their customers.
misses-origin-consistency = A lie that is consistent: host, realm and network code all of one partner. A rented host is consistent too.
harms-origin-consistency = Operators whose host names or network codes are a sister’s, as is usual in groups.
misses-route-record = A way that an agent has hidden, or that somebody has forged from its first entry on. A rented host comes by its owner’s way.
harms-route-record = Partners that come by a new way, after a change or an outage.
misses-hop-security = Lies from farther away: a protected link proves who hands a message over, not who began it.
harms-hop-security = Everything that comes over a link whose certificate has run out.
misses-end-to-end-signature = Whoever holds a key and misuses it, and whoever rents access under it.
harms-end-to-end-signature = Every operator that does not sign, which today is nearly all.
misses-sepp = A partner that has proved who it is and misuses that, and whoever sends through its proxy. The same question in 3G or 4G does not come by here at all.
harms-sepp = Partners whose messages name the wrong network, by a mistake in a header or because several networks share a proxy.
misses-lease-ban = Addresses that others rent out elsewhere, nodes that have been broken into, and operators that ask themselves.
harms-lease-ban = Lessees with an honest business, such as senders of bulk texts, who need another way in.

# For the reference: what a rule reads of a message, and what it needs to know beside it.
field-operation = the operation
field-subscriber = the subscriber that it names
field-address = the address that it is sent under
field-inner-address = the sender’s address inside
field-network-code = the network that it says it comes from
field-link = the link that it comes in by
field-recorded-route = the recorded way
field-protection = the protection of the last hop
field-signature = the signature
field-peer = the network that the other end has proved to be
need-categories = the category of each operation
need-ranges = the address ranges of each operator
need-partners = the partners
need-roads = the carriers that serve each operator
need-codes = the network code of each operator
need-whereabouts = the last registration of each subscriber and its time
need-seen-senders = the senders that were there while it learned
need-counts = the number of questions so far
need-keys = the keys of other operators
need-lessees = the lessees

# Why a rule said what it said: half a sentence, which also stands inside the captions. $listed is “yes” where the
# tables have the address; where they do not, nobody is named.
reason-not-applicable = means nothing here
reason-unreadable = what it asks cannot be read here
    .engineer = operation and subscriber not decoded
reason-operation-expected = a question that may cross between networks
    .engineer = not category 1
reason-operation-unexpected = this question belongs inside one network
    .engineer = category 1 from the interconnect
reason-not-a-text-question = not about a text
    .engineer = not sendRoutingInfoForSM
reason-stand-in-given = the text router answers instead
    .engineer = stand-in IMSI and router address returned
reason-partner = { $claimed } is a known partner
    .engineer = { $title } is a partner’s address
reason-not-a-partner = { $listed ->
    [yes] { $claimed } is no partner
   *[no] this address is no known partner’s
}
    .engineer = { $title } is no partner’s address
reason-right-road = it came by the usual road
    .engineer = { $title } belongs on the link that it came by
reason-wrong-road = { $claimed } is not reached by this road
    .engineer = { $title } does not belong on the link that it came by
reason-road-unknown = nobody knows its road
    .engineer = { $title } is in no table
reason-own-address-outside = our own address, coming from outside
    .engineer = own address { $title } from outside
reason-nothing-to-compare = it names its sender only once
    .engineer = no second sender’s address to compare
reason-layers-agree = inside and outside it names one sender
    .engineer = MAP address and calling title in one range
reason-layers-differ = inside it names another sender than outside
    .engineer = MAP address and calling title in two ranges
reason-not-a-home-question = not a home network’s question
    .engineer = not among what a home register alone sends to a serving node
reason-not-our-subscriber = not about our own customer
    .engineer = the IMSI is not ours
reason-asked-by-us = it says that we ask
    .engineer = the sender’s address is our own
reason-ours-asked-from-outside = somebody outside asks about our own customer
    .engineer = own IMSI, and not our own sender’s address
reason-home-asks = by its address it is the traveller’s own home
    .engineer = { $title } and the IMSI belong to one operator
reason-not-the-home = { $listed ->
    [yes] { $claimed } is not the traveller’s home network
   *[no] this address is not known as the home network’s
}
    .engineer = { $listed ->
        [yes] { $title } and the IMSI belong to two operators
       *[no] { $title } is not in the table for the IMSI’s operator
    }
reason-not-from-a-serving-node = not what the phone’s switch sends
    .engineer = not category 3
reason-arrival-itself = a phone that arrives comes from somewhere new
    .engineer = belongs to a registration, which comes from a new network
reason-whereabouts-unknown = nobody here knows when the phone was where
    .engineer = no stored registration to compare with
reason-from-where-registered = it comes from where the phone is registered
    .engineer = { $title } is of the network of the stored registration
reason-not-where-registered = the phone is not registered there
    .engineer = { $title } is not of the network of the stored registration
reason-moves-nobody = no phone arrives by it
    .engineer = neither registration nor authentication
reason-time-enough = there was time for the journey
    .engineer = the stored registration is old enough
reason-too-fast = nobody travels that fast
    .engineer = too soon after the stored registration, in another network
reason-still-learning = the filter is still learning who sends
    .engineer = learning phase: every sender passes
reason-seen-before = the filter has learned this sender
    .engineer = the range of { $title } was learned
reason-never-seen = the filter has not learned this sender
    .engineer = the range of { $title } was not learned
reason-not-counted = not about where somebody is
    .engineer = not counted: discloses no location
reason-usual-volume = no more questions than usual
    .engineer = below both limits for this hour
reason-too-many-about-one = too many questions about one traveller
    .engineer = hourly limit for one sender and one subscriber reached
reason-too-many-from-one = too many questions from one sender
    .engineer = hourly limit for one sender reached
reason-too-many-for-its-calls = more questions than its calls and texts can explain
    .engineer = more location queries than its call, SMS and registration traffic accounts for
reason-origin-agrees = its name does not contradict itself
    .engineer = Origin-Host, Origin-Realm and, where there is one, network code agree
reason-host-outside-realm = its name contradicts itself
    .engineer = { $title } is not in its Origin-Realm
reason-code-not-of-realm = it names two networks as its own
    .engineer = Visited-PLMN-Id is not that of the Origin-Realm
reason-path-fits = { $claimed } does send by this way
    .engineer = Route-Record leads through a carrier of { $claimed }
reason-path-impossible = { $claimed } does not send by this way
    .engineer = Route-Record leads through no carrier of { $claimed }
reason-path-hidden = the way that it came is hidden
    .engineer = no Route-Record left
reason-hop-protected = the last stretch of its way was protected
    .engineer = last hop by IPsec or TLS, which says nothing of the origin
reason-hop-unprotected = the last stretch of its way was not protected
    .engineer = last hop without IPsec or TLS
reason-signed = its signature holds
    .engineer = signature verified, and no other operator’s
reason-unsigned = nobody has signed it
    .engineer = no end-to-end signature
reason-signed-by-another = somebody else than { $claimed } has signed it
    .engineer = { $title } and the signature belong to two operators
reason-peer-proved = the other end has proved to be the network that it names
    .engineer = the named network is the N32 peer’s
reason-peer-is-another = the other end has not proved to be the network that it names
    .engineer = the named network is not the N32 peer’s
reason-lease-ended = addresses are not rented out any more
    .engineer = from a lessee, and leases have ended
