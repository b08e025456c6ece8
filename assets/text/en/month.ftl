### lang: en
### direction: ltr

## The crowd of chapter 9: a month that is simulated, with what the reader chooses.

month-title = A crowd for a month
month-lead = Each dot is a traveller. Networks send what they always send about them, and somebody asks where they are for another reason. Choose who, how often, and what stands at the gate.
month-canvas-wait = The month is being worked out.
month-part = One of them, message by message
month-part-lead = The same crowd, seen from a single message: the others are only a number here.

month-home-note = home network
month-partner-note = another operator
month-third = The third party
month-third-note = has an address
month-visited-note = visited network
month-gate = Gate

month-legend = What the picture shows
month-legend-dot = not located
month-legend-was = located on an earlier day
month-legend-lit = located today
month-legend-asked = a question for another reason
month-legend-honest = an honest message
month-legend-stop = stopped
month-legend-wrong = wrongly stopped
month-legend-one-of = Drawn is one question of { $asked }, and one honest message of { $honest }.

month-player = Player of the month
month-play = Play the month
month-pause = Pause the month
month-speed = Speed of the month
month-back = One day back
month-forward = One day on
month-scrub = Day and hour
month-scrub-value = day { $day } of { $days }, { $hour }:00
month-working = { $done } of { $days } days are worked out
month-worked = All { $days } days are worked out
month-failed = The crowd could not be simulated here. The table below has the lesson’s own month.

month-day = Day { $day }
month-asked = { $asked ->
    [one] One question was asked for another reason.
   *[other] { $asked } questions were asked for another reason.
}
month-answered = { $answered ->
    [0] None was answered.
    [one] One was answered.
   *[other] { $answered } were answered.
}
month-stopped = { $stopped ->
    [0] None was stopped.
    [one] One was stopped.
   *[other] { $stopped } were stopped.
}
month-elsewhere = { $elsewhere ->
    [one] One answer went to the true owner of the address.
   *[other] { $elsewhere } answers went to the true owner of the address.
}
month-located = { $located ->
    [0] Nobody was located on this day,
    [one] One traveller was located on this day,
   *[other] { $located } travellers were located on this day,
}
month-ever = { $ever ->
    [0] and nobody before it.
    [one] and one of { $travellers } until now.
   *[other] and { $ever } of { $travellers } until now.
}
month-by = What stopped them
month-by-rule = { $rule }: { $asked } for another reason, { $honest } honest
month-wrongly = { $wrongly ->
    [0] No honest message was stopped.
    [one] One honest message was stopped too.
   *[other] { $wrongly } honest messages were stopped too.
}

month-tries = Worth trying
month-try-everyone = Everyone, five times a day
month-try-everyone-shows = No rule that reads one message stops it: the home network asks, and it may ask.
month-try-counted = The same, counted
month-try-counted-shows = Held against calls and texts, most are stopped. So are the honest questions of the same network.
month-try-one = One person, once a day, counted
month-try-one-shows = Nothing stops it. It looks like the questions with which bills are worked out.
month-try-match = A busy day, counted
month-try-match-shows = Nobody asks about a crowd. A limit on messages stops the calls and texts of a network that has a lot to do.

month-crowd = The crowd
month-travellers = Travellers
month-event = A match abroad: on days { $first } to { $last } customers of { $home } are called and texted eight times as often
month-asks = Who asks for another reason
month-asker = Who
month-about = About whom
month-about-one = one person
month-about-hundred = a hundred people
month-about-everyone = everyone
month-about-own = A home network, and whoever uses its name, asks about that network’s own customers.
month-per-day = Questions a day about each
month-gate-rules = What stands at the gate
month-gate-one = Rules that read one message
month-gate-count = The rule that counts
month-limit-none = no limit
month-per-sender = Messages from one sender in an hour
month-per-subscriber = Questions about one person in an hour
month-per-call = Questions for each call or text
month-number = { $number }
month-copy = Copy link

month-chart = The month, day by day
month-chart-lead = Each bar is a day. Choose one to go there.
month-chart-answered = answered
month-chart-elsewhere = answered elsewhere
month-chart-stopped = stopped
month-chart-wrongly = honest, wrongly stopped
month-table = The same as a table
month-table-day = Day
month-table-asked = Asked
month-table-answered = Answered
month-table-elsewhere = Answered elsewhere
month-table-stopped = Stopped
month-table-located = Located
month-table-ever = Located until then
month-table-most = Most often one person
month-table-wrongly = Honest, wrongly stopped
month-figures = A number for all these figures, the same on every machine:

month-rates = What is assumed
month-rates-lead = { $thousandths ->
   *[other] About each traveller { $each } messages cross between networks on an average day. Nobody publishes such numbers, so these are assumptions. Nights are quieter.
}
month-rate-sendAuthenticationInfo = “What may this phone use to prove itself?” from the { -visited-network } to the { -home-network }
month-rate-updateLocation = “Your customer is here with me” from the { -visited-network } to the { -home-network }
month-rate-provideRoamingNumber = A call for the traveller, from the { -home-network }
month-rate-sendRoutingInfoForSM = “Where do I deliver a text?” from another operator to the { -home-network }
month-rate-mt-forwardSM = The text itself, from the { -home-network } (home routing is in use)
month-rate-provideSubscriberInfo = “Where is my customer?” from the { -home-network }, to work out a bill
month-rate = { $rate } a day
month-asker-source = That somebody asks in such numbers has been reported: The Guardian wrote in 2020 of data that appeared to show 2.3 million location questions a month from travellers’ own home networks. Who may ask here, about whom and how often is for you to choose.
