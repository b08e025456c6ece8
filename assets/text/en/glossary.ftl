### lang: en
### direction: ltr

## Words of the field. `{ -term }` in a sentence becomes a button that opens what stands here.

-roaming = roaming
-signalling = signalling
-operator = { $form ->
    [many] operators
   *[one] operator
}
-register = { $form ->
    [many] registers
   *[one] register
}
-switch = { $form ->
    [many] switches
   *[one] switch
}
-cell = { $form ->
    [many] cells
   *[one] cell
}
-sim = SIM
-imsi = IMSI
-carrier = { $form ->
    [many] carriers
   *[one] carrier
}
-gate = { $form ->
    [many] gates
   *[one] gate
}
-filter = { $form ->
    [many] filters
   *[one] filter
}
-partner = { $form ->
    [many] partners
   *[one] partner
}
-address = { $form ->
    [many] addresses
   *[one] address
}
-rented-address = { $form ->
    [many] rented addresses
   *[one] rented address
}
-forged-address = { $form ->
    [many] forged addresses
   *[one] forged address
}
-home-routing = home routing
-stand-in = { $form ->
    [many] stand-ins
   *[one] stand-in
}
-authentication = authentication
-prepaid = prepaid
-profile = { $form ->
    [many] profiles
   *[one] profile
}
-signature = { $form ->
    [many] signatures
   *[one] signature
}
-ss7 = SS7
-diameter = Diameter
-sepp = { $form ->
    [many] SEPPs
   *[one] SEPP
}
-home-network = { $form ->
    [many] home networks
   *[one] home network
}
-visited-network = { $form ->
    [many] visited networks
   *[one] visited network
}
-third-party = { $form ->
    [many] third parties
   *[one] third party
}
-interconnect = interconnect
-location-query = { $form ->
    [many] location queries
   *[one] location query
}
-position = { $form ->
    [many] positions
   *[one] position
}
-paging = paging
-text-router = { $form ->
    [many] text routers
   *[one] text router
}
-exit = { $form ->
    [many] exits
   *[one] exit
}
-hub = { $form ->
    [many] hubs
   *[one] hub
}
-table = { $form ->
    [many] tables
   *[one] table
}
-fail-open = fail open
-fail-closed = fail closed
-false-alarm = { $form ->
    [many] false alarms
   *[one] false alarm
}
-certificate = { $form ->
    [many] certificates
   *[one] certificate
}

## What each means: the heading in the glossary, and one or two sentences. `glossary-<term>` and `glossary-<term>-means`.

glossary-roaming = Roaming
glossary-roaming-means = Using a phone in another network than the one you pay, usually abroad.
glossary-signalling = Signalling
glossary-signalling-means = The messages that networks send each other to find phones, connect calls and work out bills. They go beside calls, not inside them.
glossary-operator = Operator
glossary-operator-means = A company that runs a mobile network. Engineers say MNO, mobile network operator.
glossary-register = Register
glossary-register-means = A network’s list of its own customers: what each may use, and which switch looks after the phone now. Engineers call it the HLR in 2G and 3G, the HSS in 4G and the UDM in 5G.
glossary-switch = Switch
glossary-switch-means = The part of a network that looks after the phones in its area. Engineers call it the MSC/VLR in 2G and 3G (SGSN for data), the MME in 4G and the AMF in 5G.
glossary-cell = Cell
glossary-cell-means = The area that one antenna covers: a few streets in a city, kilometres in the country. Engineers write its number as CGI in 2G, ECGI in 4G and NCGI in 5G; in 3G they give a service area (SAI).
glossary-sim = SIM
glossary-sim-means = The card or chip in a phone that says whose customer it is, and holds the secret that confirms it. Engineers call the card UICC and what runs on it SIM or USIM.
glossary-imsi = IMSI
glossary-imsi-means = International Mobile Subscriber Identity: the number on the SIM, by which networks know a customer. It is not the phone number; in 5G the SUPI usually contains it.
glossary-carrier = Carrier
glossary-carrier-means = A company that carries messages between networks that have no link of their own. Engineers speak of transit carriers in SS7 and of IPX providers in 4G and 5G.
glossary-gate = Gate
glossary-gate-means = A place that messages must cross, where filters can look at them: a network’s border, a carrier, or an exit. Engineers put a signalling firewall there, at the STP, the DEA or the SEPP.
glossary-filter = Filter
glossary-filter-means = A rule that looks at a message and lets it pass, stops it, or has it answered with a stand-in. Engineers call it a screening or firewall rule.
glossary-partner = Partner
glossary-partner-means = A network that has agreed with another to serve its customers. Engineers say roaming partner.
glossary-address = Address
glossary-address-means = What says on a message where it comes from, or where it goes. Engineers call it a global title (GT) in SS7, host and realm in Diameter, and a host name (FQDN) in 5G.
glossary-rented-address = Rented address
glossary-rented-address-means = An address of a real operator that somebody else pays to use. Engineers call it a leased global title.
glossary-forged-address = Forged address
glossary-forged-address-means = A sender’s address that belongs to somebody else, used without asking. Engineers call it spoofed.
glossary-home-routing = Home routing
glossary-home-routing-means = Texts from other networks go by a router of the home network, so that SIM number and switch stay hidden. Engineers call it SMS home routing (TR 23.840).
glossary-stand-in = Stand-in
glossary-stand-in-means = A number given in place of the real one: it belongs to no SIM, and leads back to the text router. Engineers call it the MT-SMS correlation ID, which stands in for the IMSI.
glossary-authentication = Authentication
glossary-authentication-means = The check that a SIM is the one it says it is. The home network supplies secrets for it, which engineers call authentication vectors.
glossary-prepaid = Prepaid
glossary-prepaid-means = Paid for in advance, so the home network must work out the price of a call while it lasts. Engineers call this online charging; for calls abroad it often uses CAMEL.
glossary-profile = Profile
glossary-profile-means = What a customer may use, as the home network tells it to the visited network. Engineers call it subscriber data or subscription data.
glossary-signature = Signature
glossary-signature-means = A mark on a message that only the holder of a key can make. Whoever gets the message can check it.
glossary-ss7 = SS7
glossary-ss7-means = Signalling System No. 7: the rules by which 2G and 3G networks send each other messages. Questions about phones are asked in a part of it called MAP.
glossary-diameter = Diameter
glossary-diameter-means = The rules by which 4G networks send each other messages about customers. Engineers call the part between register and switch S6a.
glossary-sepp = SEPP
glossary-sepp-means = Security Edge Protection Proxy: the border post of a 5G network. It shows which network it speaks for, and checks who is at the other end.
glossary-home-network = Home network
glossary-home-network-means = The network that a traveller pays. Engineers say home PLMN (HPLMN).
glossary-visited-network = Visited network
glossary-visited-network-means = The network that a traveller’s phone is using, usually abroad. Engineers say visited PLMN (VPLMN).
glossary-third-party = Third party
glossary-third-party-means = Here: somebody who asks about a traveller and runs no network of its own. It rents an address from an operator, or forges one.
glossary-interconnect = Interconnect
glossary-interconnect-means = The links on which networks reach each other, directly or by carriers. Engineers call it the interconnect; the shared one for 4G and 5G is the IPX.
glossary-location-query = Location query
glossary-location-query-means = A message that asks where a phone is. Engineers know it as provideSubscriberInfo in 2G and 3G, Insert-Subscriber-Data with its location flag in 4G, and Namf_Location in 5G.
glossary-position = Position
glossary-position-means = A place on the map with a measure of how sure it is, often finer than a cell. Engineers call it a position estimate.
glossary-paging = Paging
glossary-paging-means = Calling a phone by radio, so that it answers and the network learns its cell. Whoever asks for the current location can set it off.
glossary-text-router = Text router
glossary-text-router-means = The part of a home network that answers in the register’s place when somebody wants to deliver a text. Engineers call it the SMS router.
glossary-exit = Exit
glossary-exit-means = Here: where messages under an operator’s rented addresses leave it. A filter there can see that somebody else is using them.
glossary-hub = Hub
glossary-hub-means = A company by which an operator reaches many partners with one contract. Engineers say roaming hub.
glossary-table = Table
glossary-table-means = The list that a filter compares with, such as which numbers are whose. Engineers take much of it from the operators’ IR.21 documents.
glossary-fail-open = Fail open
glossary-fail-open-means = What a filter does when it cannot read a message and lets it pass. Nothing honest is lost by that, and a disguised message gets in.
glossary-fail-closed = Fail closed
glossary-fail-closed-means = What a filter does when it cannot read a message and refuses it. A disguised message stays out, and so does an honest one that is written oddly.
glossary-false-alarm = False alarm
glossary-false-alarm-means = An honest message that a filter stops. Engineers say false positive.
glossary-certificate = Certificate
glossary-certificate-means = A statement, signed by somebody trusted, that a key belongs to a certain network. It says who somebody is, not what they want.
