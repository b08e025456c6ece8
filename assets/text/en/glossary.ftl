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
-stand-in = stand-in
-authentication = authentication
-prepaid = prepaid
-profile = profile
-signature = signature
-ss7 = SS7
-diameter = Diameter
-sepp = SEPP
