### lang: en
### direction: ltr

## Everybody who takes part

party-home = the home network
party-visited = the visited network
party-partner = { $name }
party-third-party = the third party
carrier = the carrier
# Where there are gates in several.
carrier-named = the carrier { $name }

# Labels in the picture: the first line says what it is, the second what it is called.
label-home = Home network
label-visited = Visited network
label-partner = Another operator
# On a board in front of its house.
label-lessor = Addresses to let
label-third-party = Third party
label-third-party-note = no network of its own
label-third-party-rents = with a rented address
label-carrier = Carrier
label-traveller = The traveller
role-hlr = Register
    .engineer = HLR
role-msc-vlr = Switch
    .engineer = MSC/VLR
role-sms-gateway = Text gateway
    .engineer = SMS-GMSC
role-sms-router = Text router
    .engineer = SMS router
role-service-control = Service control
    .engineer = gsmSCF
role-sgsn = Data switch
    .engineer = SGSN
role-gmlc = Position gateway
    .engineer = GMLC
role-gmsc = Call gateway
    .engineer = GMSC
role-stp = Relay
    .engineer = STP
role-hss = 4G register
    .engineer = HSS
role-mme = 4G switch
    .engineer = MME
role-dea = 4G border post
    .engineer = DEA
role-dra = 4G relay
    .engineer = DRA
role-application-server = Service server
    .engineer = AS
role-udm = 5G register
    .engineer = UDM
role-amf = 5G switch
    .engineer = AMF
role-nef = Service gateway
    .engineer = NEF
role-sepp = 5G border post
    .engineer = SEPP

# The generations by their signalling.
generation-3g = 2G and 3G
    .engineer = MAP over SS7
generation-4g = 4G
    .engineer = Diameter
generation-5g = 5G
    .engineer = 5G services

## What can be known

fact-phone-number = the phone number
    .engineer = MSISDN
fact-imsi = the number on the SIM (IMSI)
    .engineer = IMSI
fact-serving-network = the network that the phone is in
    .engineer = serving network
fact-serving-node = the phone’s switch
    .engineer = serving MSC/VLR
fact-cell = the cell where the phone was last heard
    .engineer = cell (CGI)
fact-position = the phone’s position
    .engineer = position estimate
fact-subscription = what the customer may use
    .engineer = subscription data
fact-authentication-vectors = secrets to check the SIM with
    .engineer = authentication vectors
fact-routing-number = a number that leads one call to the phone’s switch
    .engineer = MSRN

# The same where a lesson is all in a later generation, or in several.
fact-phone-number-5g = { fact-phone-number }
    .engineer = GPSI
fact-imsi-5g = { fact-imsi }
    .engineer = SUPI
fact-serving-node-4g = { fact-serving-node }
    .engineer = serving node
fact-serving-node-5g = { fact-serving-node }
    .engineer = serving node
fact-serving-node-mixed = { fact-serving-node }
    .engineer = serving node
fact-cell-4g = { fact-cell }
    .engineer = cell (ECGI)
fact-cell-5g = { fact-cell }
    .engineer = cell (NCGI)
fact-cell-mixed = { fact-cell }
    .engineer = cell

know-phone-number = phone number
know-imsi = SIM number (IMSI)
know-serving-network = network
know-serving-node = switch
know-cell = cell
know-position = position
know-subscription = subscription
know-authentication-vectors = secrets for the SIM
    .engineer = authentication vectors
know-routing-number = number for one call

list-and = { $before } and { $last }
list-comma = { $before }, { $next }
