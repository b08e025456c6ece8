//! What must hold whatever the lesson and the choices are: for all choices of the built-in lessons, one
//! by one, and for lessons thrown together at random. Each law stands in the architecture's list; here
//! it can fail. And nothing that a stranger may hand in (an address, a lesson file) may cause a panic.

mod support;

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash, Hasher};
use support::{BUILT_IN, all_choices, knows_in_the_end, lesson};
use whereabouts::filter::{RULES, RuleId, Seen, Side, Tables, judge};
use whereabouts::lesson::{self, GateId, Lesson};
use whereabouts::link::{self, Address, NoticeKind};
use whereabouts::narration::{Speaker, caption, rows, transcript};
use whereabouts::playback::{
    Speed, advance, beat_back, beat_forward, clamp, hop_back, hop_forward, scene,
};
use whereabouts::run::{Choices, Fate, Kind, Ledger, MessageId, Moment, Run, What, records, run};
use whereabouts::signalling::{
    CATALOGUE, CarrierId, Claimed, Fact, GlobalTitle, Observed, OperationId, Party, Request,
};
use whereabouts::text::{Depth, Words, english, joined};

// Lessons at random.

const NETWORKS: [&str; 4] = ["home", "visited", "lessor", "other"];
const PARTIES: [&str; 5] = ["home", "visited", "lessor", "other", "third-party"];
const CARRIERS: [&str; 3] = ["exchange", "northern", "backroad"];
const TITLES: [&str; 6] = [
    "+999 71 000 0001",
    "+999 72 000 0001",
    "+999 73 000 0001",
    "+999 74 000 0001",
    "+999 71 900 0001",
    "+999 73 900 0001",
];
const FACTS: [&str; 5] =
    ["phone-number", "imsi", "serving-network", "serving-node", "subscription"];

/// Two parties that always have an agreement, because one's customer is in the other's network; the
/// rest are chosen.
fn agreements() -> impl Strategy<Value = Value> {
    let others =
        vec![["home", "lessor"], ["visited", "lessor"], ["home", "other"], ["visited", "other"]];
    subsequence(others, 0..=4).prop_map(|chosen| {
        let all: Vec<_> = [["home", "visited"]].into_iter().chain(chosen).collect();
        json!(all)
    })
}

fn networks() -> impl Strategy<Value = Value> {
    let carriers = || subsequence(CARRIERS.to_vec(), 1..=3).prop_shuffle();
    [carriers(), carriers(), carriers(), carriers()].prop_map(|carriers| {
        let standing = ["home", "visited", "partner", "partner"];
        let roles = ["hlr", "msc-vlr", "sms-gateway", "service-control"];
        let network = |i: usize| {
            let mut nodes = vec![json!({ "role": roles[i], "title": TITLES[i] })];
            if i == 0 {
                nodes.push(json!({ "role": "sms-router", "title": "+999 71 000 0002" }));
            }
            let n = i + 1;
            json!({
                "id": NETWORKS[i], "name": NETWORKS[i], "standing": standing[i],
                "plmn": format!("999-{n}{n}"), "titles": format!("+999 7{n}"),
                "carriers": carriers[i], "nodes": nodes,
            })
        };
        (0..4).map(network).collect()
    })
}

fn gates() -> impl Strategy<Value = Value> {
    let gate = |id: &'static str, at: &'static str, side: Side| {
        let here = RULES.iter().filter(|row| row.sides.contains(&side)).map(|row| row.name);
        let here: Vec<_> = here.collect();
        let most = here.len();
        (subsequence(here, 0..=most).prop_shuffle(), any::<bool>()).prop_map(move |(rules, on)| {
            let rules: Vec<_> =
                rules.iter().map(|rule| json!({ "rule": rule, "on": on })).collect();
            json!({ "id": id, "at": at, "exit": side == Side::Exit, "rules": rules })
        })
    };
    let all = [
        gate("home-gate", "home", Side::Border),
        gate("visited-gate", "visited", Side::Border),
        gate("home-exit", "home", Side::Exit),
        gate("lessor-exit", "lessor", Side::Exit),
        gate("exchange-gate", "exchange", Side::Transit),
        gate("backroad-gate", "backroad", Side::Transit),
    ];
    (all, prop::array::uniform6(any::<bool>())).prop_map(|(gates, there)| {
        gates.into_iter().zip(there).filter(|(_, there)| *there).map(|(gate, _)| gate).collect()
    })
}

fn acts(honest: bool) -> impl Strategy<Value = Value> {
    let operation = prop::sample::select(CATALOGUE.iter().map(|row| row.name).collect::<Vec<_>>());
    let claims = prop::option::weighted(0.3, prop::sample::select(&TITLES[..]));
    let act = (operation, prop::sample::select(&PARTIES[..]), claims);
    prop::collection::vec(act, 1..7).prop_map(move |acts| {
        let act = |(i, (operation, from, claims)): (usize, (&str, &str, Option<&str>))| {
            let claims = claims.filter(|_| !honest || from == "third-party");
            json!({ "id": format!("act-{i}"), "operation": operation, "from": from, "claims": claims })
        };
        acts.into_iter().enumerate().map(act).collect()
    })
}

fn leases() -> impl Strategy<Value = Value> {
    let from_home = json!({ "from": "home", "to": "third-party", "title": "+999 71 900 0001" });
    let from_lessor = json!({ "from": "lessor", "to": "third-party", "title": "+999 73 900 0001" });
    subsequence(vec![from_home, from_lessor], 1..=2).prop_shuffle().prop_map(|all| json!(all))
}

/// A lesson with everything left to chance. `honest`: no network writes another's address.
fn lessons(honest: bool) -> impl Strategy<Value = Lesson> {
    let facts = || subsequence(FACTS.to_vec(), 0..=5);
    let carrier = prop::sample::select(&CARRIERS[..]);
    let who = (leases(), [facts(), facts(), facts(), facts(), facts()]);
    (networks(), agreements(), who, carrier, gates(), acts(honest)).prop_map(
        |(networks, agreements, (leases, facts), carrier, gates, acts)| {
            let knows = PARTIES.iter().zip(&facts);
            let knows = knows.map(|(party, facts)| json!({ "party": party, "facts": facts }));
            let carriers = CARRIERS.map(|id| json!({ "id": id, "name": id }));
            let json = json!({
                "format": 1, "id": "chance", "chapter": 4, "seed": 1,
                "traveller": { "msisdn": "+999 71 555 0100", "imsi": "999110000000001" },
                "networks": networks, "carriers": carriers, "agreements": agreements,
                "leases": leases, "third-party": { "carrier": carrier },
                "knows": knows.collect::<Vec<_>>(), "gates": gates, "acts": acts,
            });
            lesson(&json.to_string())
        },
    )
}

/// Some of the filters that a lesson offers, by a bit for each.
fn some_choices(lesson: &Lesson, bits: u64) -> Choices {
    let gates = (0..).map(GateId).zip(&lesson.gates);
    let all = gates.flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule)));
    let on = all.enumerate().filter(|(i, _)| bits & (1 << i) != 0);
    on.map(|(_, filter)| filter).collect()
}

fn hash(run: &Run) -> u64 {
    let mut hasher = DefaultHasher::new();
    run.hash(&mut hasher);
    hasher.finish()
}

// The laws, as functions of a lesson and choices.

fn the_same_choices_give_the_same_run(lesson: &Lesson, choices: &Choices) {
    let (one, other) = (run(lesson, choices), run(&lesson.clone(), &choices.clone()));
    assert_eq!(one, other);
    assert_eq!(hash(&one), hash(&other));
}

fn with_no_rule_nothing_is_stopped_or_masked(lesson: &Lesson, choices: &Choices) {
    let open = run(lesson, &choices.without_filters());
    for message in &open.messages {
        assert!(matches!(message.fate, Fate::Arrived | Fate::Elsewhere), "{message:?}");
    }
    assert!(open.judged.iter().all(|judged| judged.named.is_none() && judged.consulted.is_empty()));
}

fn a_rule_more_never_tells_the_third_party_more(lesson: &Lesson, choices: &Choices) {
    let before = knows_in_the_end(&run(lesson, choices), Party::ThirdParty);
    for (id, gate) in (0..).map(GateId).zip(&lesson.gates) {
        for offered in &gate.rules {
            let with = run(lesson, &choices.with(id, offered.rule, true));
            let after = knows_in_the_end(&with, Party::ThirdParty);
            assert!(after.without(before).is_empty(), "{} {:?}", gate.id, offered.rule);
        }
    }
}

fn acts_keep_their_place_on_the_clock(lesson: &Lesson, choices: &Choices) {
    let (open, run) = (run(lesson, &choices.without_filters()), run(lesson, choices));
    assert_eq!(open.length, run.length);
    assert_eq!(open.acts.len(), lesson.acts.len());
    for (open, act) in open.acts.iter().zip(&run.acts) {
        assert_eq!((open.start, open.end), (act.start, act.end));
        assert!(act.over <= open.over, "a filter made an act longer: {act:?} {open:?}");
    }
}

fn the_lists_of_a_run_are_in_the_order_of_time(run: &Run) {
    assert!(run.events.is_sorted_by_key(|event| event.at));
    assert!(run.hops.is_sorted_by_key(|hop| hop.start));
    assert!(run.beats.is_sorted_by(|a, b| a.start < b.start), "no two beats begin together");
    assert!(run.stops.is_sorted_by(|a, b| a.at < b.at), "no two stops at one moment");
    assert_eq!(run.beats.first().map(|beat| beat.start), Some(Moment(0)));
    assert_eq!(run.stops.first().map(|stop| stop.at), Some(Moment(0)));
    assert_eq!(run.stops.last().map(|stop| stop.at), Some(run.length));
    assert!(run.events.last().is_none_or(|event| event.at <= run.length));
    for hop in &run.hops {
        let order = [hop.start, hop.border, hop.through, hop.end];
        assert!(order.is_sorted(), "{hop:?}");
    }
    for message in &run.messages {
        assert!(message.sent < message.ended);
    }
}

fn a_hop_forward_and_a_hop_back_is_no_move(run: &Run) {
    let moments: Vec<Moment> = run.stops.iter().map(|stop| stop.at).collect();
    for (i, &at) in moments.iter().enumerate() {
        if i + 1 < moments.len() {
            assert_eq!(hop_forward(run, at), moments[i + 1]);
            assert_eq!(hop_back(run, hop_forward(run, at)), at);
        }
        if i > 0 {
            assert_eq!(hop_back(run, at), moments[i - 1]);
            assert_eq!(hop_forward(run, hop_back(run, at)), at);
        }
    }
    assert_eq!(hop_forward(run, run.length), run.length);
    assert_eq!(hop_back(run, Moment(0)), Moment(0));
}

fn knowledge_comes_from_events_only(lesson: &Lesson, run: &Run) {
    let moments = run.events.iter().map(|event| event.at);
    for moment in moments.flat_map(|at| [Moment(at.0.saturating_sub(1)), at]) {
        let ledger = Ledger::at(run, moment);
        for party in lesson.parties() {
            for entry in ledger.of(party) {
                assert!(entry.since <= moment);
                let told = run.until(moment).iter().any(|event| match event.what {
                    What::Knew { party, facts } => {
                        entry.from.is_none()
                            && party == entry.party
                            && facts.has(entry.fact)
                            && event.at == entry.since
                    }
                    What::Learned { party, facts, message, stand_in } => {
                        entry.from == Some(message)
                            && party == entry.party
                            && facts.has(entry.fact)
                            && event.at == entry.since
                            && stand_in == entry.stand_in
                    }
                    _ => false,
                });
                assert!(told, "{entry:?}");
            }
            let stand_ins = ledger.stand_ins(party);
            assert!(stand_ins.iter().all(|fact| !ledger.known(party).has(fact)));
        }
    }
}

fn what_is_told_is_known_at_once_and_never_forgotten(lesson: &Lesson, run: &Run) {
    for event in &run.events {
        let (What::Knew { party, facts } | What::Learned { party, facts, stand_in: false, .. }) =
            event.what
        else {
            continue;
        };
        assert!(facts.without(Ledger::at(run, event.at).known(party)).is_empty(), "{event:?}");
    }
    for party in lesson.parties() {
        let known = run.stops.iter().map(|stop| Ledger::at(run, stop.at).known(party));
        let known: Vec<_> = known.collect();
        assert!(known.windows(2).all(|pair| pair[0].without(pair[1]).is_empty()));
    }
}

fn a_messages_hops_are_one_way_from_its_sender_to_its_end(run: &Run) {
    for (id, message) in (0..).map(MessageId).zip(&run.messages) {
        let hops: Vec<_> = run.hops_of(id).map(|(_, hop)| hop).collect();
        let (Some(first), Some(last)) = (hops.first(), hops.last()) else {
            // Inside one network nothing is crossed.
            assert_eq!(message.actual.party, message.to, "{message:?}");
            continue;
        };
        assert_eq!(first.from, message.actual.party.into(), "the road begins at the actual sender");
        assert!(hops.windows(2).all(|pair| pair[0].to == pair[1].from && !pair[0].stopped));
        let stopped = matches!(message.fate, Fate::Stopped(_));
        assert_eq!(last.stopped, stopped);
        assert!(stopped || last.to == message.to.into(), "{message:?}");
    }
}

fn a_party_learns_only_from_a_message_to_it_that_came(run: &Run) {
    for event in &run.events {
        let What::Learned { party, facts, message, stand_in } = event.what else { continue };
        let told_by = run.message(message).unwrap();
        assert_eq!(told_by.to, party, "{event:?}");
        assert_eq!(told_by.fate, Fate::Arrived, "{event:?}");
        assert_eq!(told_by.ended, event.at, "{event:?}");
        assert_eq!((told_by.facts, told_by.stand_in), (facts, stand_in), "{event:?}");
        if let Kind::Answer { to } = told_by.kind {
            let asked = run.message(to).unwrap();
            assert_eq!(asked.actual.party, party, "only who asked learns from the answer");
            assert_eq!(matches!(asked.fate, Fate::Masked(_)), stand_in);
        }
    }
    for (id, message) in (0..).map(MessageId).zip(&run.messages) {
        let answered = run.messages.iter().any(|other| other.kind == Kind::Answer { to: id });
        if matches!(message.fate, Fate::Stopped(_)) {
            assert!(!answered, "what is stopped gets no answer: {message:?}");
        }
    }
}

fn nobody_asks_without_knowing_whom_and_about_whom(run: &Run) {
    for message in run.messages.iter().filter(|message| message.is_request()) {
        let before = Ledger::at(run, message.sent);
        let needs = message.operation().row().needs(message.request.imsi.is_some());
        let lacks = needs.without(before.known(message.actual.party));
        assert!(lacks.is_empty(), "{message:?} lacks {lacks:?}");
    }
    for missed in &run.not_asked {
        assert!(!missed.lacks.is_empty());
    }
}

fn an_answer_goes_to_who_holds_the_claimed_address(lesson: &Lesson, run: &Run) {
    for message in &run.messages {
        let Kind::Answer { to } = message.kind else { continue };
        let asked = run.message(to).unwrap();
        assert_eq!(Some(message.to), lesson.holder(asked.claimed.title));
        let home = message.to == asked.actual.party;
        assert_eq!(message.fate == Fate::Arrived, home, "{message:?}");
    }
}

fn a_moment_shows_the_same_however_one_came_there(run: &Run, steps: &[(u8, u32)]) {
    let mut at = Moment(0);
    for &(step, millis) in steps {
        at = match step {
            0 => hop_forward(run, at),
            1 => hop_back(run, at),
            2 => beat_forward(run, at),
            3 => beat_back(run, at),
            4..=8 => {
                let after = advance(run, at, millis, Speed::ALL[usize::from(step) - 4]);
                assert!(after >= at, "the clock does not go back");
                after
            }
            _ => clamp(run, Moment(millis)),
        };
        assert!(at <= run.length);
    }
    // Straight there, and by the whole history from the beginning, event by event.
    let straight = (scene(run, at), Ledger::at(run, at));
    let mut by_ticks = Moment(0);
    while by_ticks < at {
        let next = Moment((by_ticks.0 + 997).min(at.0));
        let _ = (scene(run, next), Ledger::at(run, next));
        by_ticks = next;
    }
    assert_eq!((scene(run, by_ticks), Ledger::at(run, by_ticks)), straight);
    let beat = run.beat_at(at).map(|(index, _)| index);
    assert_eq!(Some(straight.0.beat), beat);
    if let Some(flight) = straight.0.flight {
        let message = run.message(flight.message).unwrap();
        assert_eq!(flight.fate.is_some(), at >= message.ended);
        if let Some(hop) = flight.hop {
            assert_eq!(run.hop(hop).unwrap().message, flight.message);
        }
    }
}

fn every_stop_round_trips_through_an_address(lesson: &Lesson, choices: &Choices) {
    let run = run(lesson, choices);
    for stop in &run.stops {
        let written = link::write(&Address::default().at(lesson, &run, choices, stop.at));
        let (read, notices) = link::read([written.as_str()]);
        let (read_choices, first) = read.choices(lesson);
        let (read_moment, second) = read.moment(lesson, &run);
        assert_eq!((notices.as_slice(), first, second), (&[][..], None, None), "{written}");
        assert_eq!(read_choices, *choices, "{written}");
        assert_eq!(read_moment, stop.at, "{written}");
        assert_eq!(link::write(&read), written);
    }
}

fn everything_can_be_said(lesson: &Lesson, run: &Run, words: &Words) {
    for depth in [Depth::Plain, Depth::Engineer] {
        let speaker = Speaker { lesson, run, words, depth };
        let sections = transcript(&speaker);
        let captions = sections.iter().flat_map(|section| &section.captions);
        let said = captions.flat_map(|caption| [&caption.title].into_iter().chain(&caption.body));
        for sentence in said {
            assert!(!joined(sentence).contains('⟦'), "{}", joined(sentence));
        }
        for stop in &run.stops {
            assert!(!caption(&speaker, stop.at).title.is_empty() || lesson.id == "chance");
            let _ = rows(&speaker, stop.at);
        }
    }
    assert_eq!(records(lesson, run).len(), run.events.len(), "every event has a record");
}

/// All of them, for one lesson and one choice.
fn check(lesson: &Lesson, choices: &Choices, words: &Words) {
    the_same_choices_give_the_same_run(lesson, choices);
    with_no_rule_nothing_is_stopped_or_masked(lesson, choices);
    acts_keep_their_place_on_the_clock(lesson, choices);
    let run = run(lesson, choices);
    the_lists_of_a_run_are_in_the_order_of_time(&run);
    a_hop_forward_and_a_hop_back_is_no_move(&run);
    knowledge_comes_from_events_only(lesson, &run);
    what_is_told_is_known_at_once_and_never_forgotten(lesson, &run);
    a_messages_hops_are_one_way_from_its_sender_to_its_end(&run);
    a_party_learns_only_from_a_message_to_it_that_came(&run);
    nobody_asks_without_knowing_whom_and_about_whom(&run);
    an_answer_goes_to_who_holds_the_claimed_address(lesson, &run);
    everything_can_be_said(lesson, &run, words);
}

#[test]
fn the_laws_hold_for_every_choice_of_the_built_in_lessons() {
    let words = Words::native(english());
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            check(&lesson, &choices, &words);
        }
    }
}

#[test]
fn a_built_in_lesson_has_five_to_twelve_beats_with_every_choice() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            let beats = run(&lesson, &choices).beats.len();
            assert!((5..=12).contains(&beats), "{}: {beats} beats with {choices:?}", lesson.id);
        }
    }
}

#[test]
fn in_a_built_in_lesson_a_rule_more_never_tells_the_third_party_more() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            a_rule_more_never_tells_the_third_party_more(&lesson, &choices);
        }
    }
}

#[test]
fn a_link_brings_somebody_else_to_every_stop_of_every_choice() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            every_stop_round_trips_through_an_address(&lesson, &choices);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_laws_hold_for_lessons_at_random(lesson in lessons(false), bits: u64) {
        let words = Words::native(english());
        let choices = some_choices(&lesson, bits);
        check(&lesson, &choices, &words);
        a_rule_more_never_tells_the_third_party_more(&lesson, &choices);
        every_stop_round_trips_through_an_address(&lesson, &choices);
    }

    #[test]
    fn a_moment_of_a_random_lesson_is_the_same_by_every_way(
        lesson in lessons(false),
        bits: u64,
        steps in prop::collection::vec((0..10u8, 0..30_000u32), 0..30),
    ) {
        let run = run(&lesson, &some_choices(&lesson, bits));
        a_moment_shows_the_same_however_one_came_there(&run, &steps);
    }

    /// With true tables and an agreement between home and visited network, these two are never
    /// stopped; a text's question from a partner of the home network at most gets a stand-in.
    #[test]
    fn no_rule_stops_an_honest_message_wherever_the_carriers_are(lesson in lessons(true)) {
        let run = run(&lesson, &some_choices(&lesson, u64::MAX));
        let (home, visited) = (lesson.traveller.home, lesson.traveller.visited);
        let partners = &lesson.network(home).unwrap().partners;
        for message in run.messages.iter().filter(|message| message.is_request()) {
            let from = message.actual.party;
            match message.operation() {
                OperationId::UpdateLocation if from == visited.into() => {
                    prop_assert_eq!(message.fate, Fate::Arrived);
                }
                OperationId::ProvideSubscriberInfo if from == home.into() => {
                    prop_assert_eq!(message.fate, Fate::Arrived);
                }
                OperationId::SendRoutingInfoForSm
                    if partners.iter().any(|&partner| from == partner.into()) =>
                {
                    prop_assert!(!matches!(message.fate, Fate::Stopped(_)), "{:?}", message);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn the_order_of_the_rules_changes_only_which_one_is_named(
        rules in Just(RULES.iter().map(|row| row.id).collect::<Vec<_>>()).prop_shuffle(),
        count in 0..=RULES.len(),
        operation in prop::sample::select(CATALOGUE.iter().map(|row| row.id).collect::<Vec<_>>()),
        title in prop::sample::select(&["+999 71 000 0001", "+999 73 900 0001", "+999 79 000 0001"][..]),
        carrier in 0..2u8,
        at in 0..3usize,
    ) {
        let lesson = lesson(BUILT_IN[1]);
        let place = lesson.parties().nth(at).unwrap();
        let tables = Tables::of(place.into(), &lesson.networks);
        let seen = Seen {
            claimed: Claimed { title: GlobalTitle::read(title).unwrap() },
            observed: Observed::ByCarrier(CarrierId(carrier)),
            request: Request { operation, msisdn: None, imsi: Some(lesson.traveller.imsi) },
        };
        let shuffled: Vec<RuleId> = rules.into_iter().take(count).collect();
        let mut sorted = shuffled.clone();
        sorted.sort();
        let verdict = |rules: &[RuleId]| {
            let mut said = Vec::new();
            let named = judge(rules.iter().copied(), &seen, &tables, |c| said.push(c)).named;
            let strength = named.map_or(0, |named| named.verdict.strength());
            assert_eq!(said.len(), rules.len(), "every rule is consulted");
            let first = said.iter().find(|c| c.verdict.strength() == strength && strength > 0);
            assert_eq!(named, first.copied(), "the first with the strongest verdict is named");
            (strength, said)
        };
        let (one, mut said) = verdict(&shuffled);
        let (other, said_sorted) = verdict(&sorted);
        prop_assert_eq!(one, other);
        said.sort_by_key(|consulted| consulted.rule);
        prop_assert_eq!(said, said_sorted);
    }

    #[test]
    fn an_address_can_be_anything_and_brings_one_to_a_moment_of_the_run(
        query in ".{0,200}",
        at in "(end|-?[0-9]{0,12}|[a-z-]{0,16}\\.[0-9]{0,4}|.{0,12})",
        filters in "((home|visited|.{0,5})\\.(home-match|partner-list|.{0,6}),?){0,4}",
    ) {
        let lesson = lesson(BUILT_IN[1]);
        for text in [query.clone(), format!("at={at}&filters={filters}"), format!("{query}&at={at}")] {
            let (address, _) = link::read([text.as_str()]);
            let (choices, _) = address.choices(&lesson);
            let run = run(&lesson, &choices);
            let (moment, _) = address.moment(&lesson, &run);
            prop_assert!(moment <= run.length, "{text}: {moment:?}");
        }
    }

    #[test]
    fn what_an_address_does_not_know_is_always_spoken_of(
        name in "[a-z][a-z0-9-]{0,30}",
        value in "[^&]{0,60}",
        before in "(chapter=4&|depth=engineer&|)",
    ) {
        let known = ["chapter", "at", "filters", "speed", "depth", "lang", "theme", "motion"];
        prop_assume!(!known.contains(&name.as_str()));
        let text = format!("{before}{name}={value}");
        let (address, notices) = link::read([text.as_str()]);
        prop_assert_eq!(notices.len(), 1);
        prop_assert_eq!(notices[0].kind, NoticeKind::UnknownParameter);
        prop_assert_eq!(&notices[0].name, &name);
        prop_assert!(value.starts_with(&notices[0].value) || value.contains(['%', '+']));
        let (without, _) = link::read([before.as_str()]);
        prop_assert_eq!(address, without, "and it changes nothing");
    }

    #[test]
    fn a_file_that_is_anything_is_read_without_a_panic(text in ".{0,200}", bytes: Vec<u8>) {
        for text in [text, String::from_utf8_lossy(&bytes).into_owned()] {
            let problems = lesson::parse(&text).expect_err("that is no lesson");
            prop_assert!(!problems.is_empty());
        }
    }

    #[test]
    fn a_file_cut_up_at_random_gives_a_lesson_that_runs_or_problems(
        which in 0..2usize,
        cuts in prop::collection::vec((any::<Index>(), 0..40usize, "[ -~]{0,3}"), 1..4),
    ) {
        let mut text: Vec<char> = BUILT_IN[which].chars().collect();
        for (at, len, instead) in cuts {
            let from = at.index(text.len());
            let to = text.len().min(from + len);
            text.splice(from..to, instead.chars());
        }
        runs_or_has_problems(&text.into_iter().collect::<String>());
    }

    #[test]
    fn a_file_with_a_value_changed_gives_a_lesson_that_runs_or_problems(
        which in 0..2usize,
        changes in prop::collection::vec((any::<Index>(), anything()), 1..4),
    ) {
        let mut json: Value = serde_json::from_str(BUILT_IN[which]).unwrap();
        for (at, value) in changes {
            let all = pointers(&json);
            *json.pointer_mut(&all[at.index(all.len())]).unwrap() = value;
        }
        runs_or_has_problems(&json.to_string());
    }
}

/// A value as somebody might write it by mistake, or to do harm.
fn anything() -> impl Strategy<Value = Value> {
    let words = [
        "home",
        "visited",
        "lessor",
        "third-party",
        "exchange",
        "",
        "hlr",
        "home-match",
        "cell",
        "anyTimeInterrogation",
        "provideSubscriberInfo",
        "+999 71 000 0001",
        "+999 73 900 0001",
        "+999",
        "+4420",
        "999-11",
        "001-01",
        "999110000000001",
        "\u{0}",
        "⟦",
        "ä",
    ];
    prop_oneof![
        4 => prop::sample::select(words.map(|word| json!(word)).to_vec()),
        1 => prop::sample::select(vec![
            json!(null), json!(true), json!(-1), json!(300), json!(1u64 << 63), json!(0.5),
            json!([]), json!({}), json!([[]]), json!(["home"]), json!({ "id": "home" }),
        ]),
    ]
}

/// Where every value of a file stands, the file itself left out.
fn pointers(json: &Value) -> Vec<String> {
    fn walk(json: &Value, at: &str, all: &mut Vec<String>) {
        let inner: Vec<(String, &Value)> = match json {
            Value::Object(map) => map.iter().map(|(key, inner)| (key.clone(), inner)).collect(),
            Value::Array(items) => {
                items.iter().enumerate().map(|(i, inner)| (i.to_string(), inner)).collect()
            }
            _ => Vec::new(),
        };
        for (key, inner) in inner {
            let at = format!("{at}/{key}");
            all.push(at.clone());
            walk(inner, &at, all);
        }
    }
    let mut all = Vec::new();
    walk(json, "", &mut all);
    all
}

fn runs_or_has_problems(text: &str) {
    match lesson::parse(text) {
        Err(problems) => assert!(!problems.is_empty()),
        Ok(lesson) => {
            for bits in [0, u64::MAX] {
                let choices = some_choices(&lesson, bits);
                let run = run(&lesson, &choices);
                the_lists_of_a_run_are_in_the_order_of_time(&run);
                acts_keep_their_place_on_the_clock(&lesson, &choices);
                assert_eq!(records(&lesson, &run).len(), run.events.len());
                let knows = Ledger::at(&run, run.length).known(Party::ThirdParty);
                assert!(knows.iter().all(|fact| Fact::ALL.contains(&fact)));
            }
        }
    }
}
