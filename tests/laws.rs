//! What must hold whatever the lesson and the choices are: for all choices of the built-in lessons, one
//! by one, and for lessons thrown together at random, each from a seed of its own. Each law stands in the
//! architecture's list; here it can fail, and then says for which seed. `CASES=1000000` tries more seeds
//! than usual.

mod support;

use serde_json::json;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;
use support::chance::{self, COMPARED, Chance, choices, filters, hashes};
use support::{BUILT_IN, all_choices, knows_in_the_end, lesson, located, variant};
use whereabouts::filter::{Consulted, RULES, Reason, RuleId, Side};
use whereabouts::lesson::{Act, Claims, GateId, Lesson, Manner};
use whereabouts::link::{self, Address};
use whereabouts::narration::{Speaker, caption, rows, transcript};
use whereabouts::playback::{
    Speed, advance, beat_back, beat_forward, clamp, hop_back, hop_forward, scene,
};
use whereabouts::run::{
    Choices, Fate, Judged, Kind, Ledger, Message, MessageId, Moment, Run, What, records, run,
};
use whereabouts::signalling::{
    Asked, CATALOGUE, CarrierId, Fact, Facts, Generation, GlobalTitle, Lease, NetworkId, Party,
    Place,
};
use whereabouts::text::{Depth, Words, english, joined};

/// What a register has of where a subscriber is: what it believes when it has been misled.
const REGISTERED: Facts = Facts::of(&[Fact::ServingNetwork, Fact::ServingNode]);

/// What a node makes when it is asked for it.
const MADE: Facts = Facts::of(&[Fact::Position, Fact::RoutingNumber, Fact::AuthenticationVectors]);

// The laws, as functions of a lesson and choices.

fn the_same_choices_give_the_same_run(lesson: &Lesson, choices: &Choices) {
    let (one, other) = (run(lesson, choices), run(&lesson.clone(), &choices.clone()));
    assert_eq!(one, other);
    assert_eq!(chance::hash(&one), chance::hash(&other));
}

fn with_no_rule_nothing_is_stopped_or_masked(lesson: &Lesson) {
    let open = run(lesson, &Choices::default());
    for message in &open.messages {
        assert!(matches!(message.fate, Fate::Arrived | Fate::Elsewhere), "{message:?}");
    }
    assert!(open.judged.iter().all(|judged| judged.named.is_none() && judged.consulted.is_empty()));
}

/// That a rule says the same of the same message every time is what makes this so. Of one that goes by
/// what came before it is not true, and a register that somebody has misled protects whom it was to
/// betray: both have a test of their own.
fn a_rule_more_tells_nobody_more(lesson: &Lesson, choices: &Choices, rule: (GateId, RuleId)) {
    let before = run(lesson, choices);
    if misled(&before) {
        return;
    }
    let after = run(lesson, &choices.with(rule.0, rule.1, true));
    for party in lesson.parties() {
        let more = knows_in_the_end(&after, party).without(knows_in_the_end(&before, party));
        assert!(more.is_empty(), "{rule:?} tells {party:?} {more:?}");
    }
}

/// Whether the home register has been made to point to where the phone is not.
fn misled(run: &Run) -> bool {
    run.events.iter().any(|event| matches!(event.what, What::Moved { truly: false, .. }))
}

fn the_order_of_the_rules_changes_only_which_one_is_named(
    lesson: &Lesson,
    choices: &Choices,
    chance: &mut Chance,
) {
    let mut shuffled = lesson.clone();
    shuffled.gates.iter_mut().for_each(|gate| chance.shuffle(&mut gate.rules));
    let (one, other) = (run(lesson, choices), run(&shuffled, choices));
    for (one, other) in one.judged.iter().zip(&other.judged) {
        let sorted = |consulted: &[Consulted]| {
            let mut consulted = consulted.to_vec();
            consulted.sort_by_key(|said| said.rule);
            consulted
        };
        assert_eq!(sorted(&one.consulted), sorted(&other.consulted));
        let strength = |named: Option<Consulted>| named.map(|named| named.verdict.strength());
        assert_eq!(strength(one.named), strength(other.named));
        for judged in [one, other] {
            let strongest = judged.consulted.iter().map(|said| said.verdict.strength()).max();
            let strongest = strongest.filter(|&strength| strength > 0);
            let first = |said: &&Consulted| Some(said.verdict.strength()) == strongest;
            assert_eq!(judged.named, judged.consulted.iter().find(first).copied());
        }
    }
    let but_for_what_was_said = |run: Run| Run { judged: Vec::new(), ..run };
    assert_eq!(but_for_what_was_said(one), but_for_what_was_said(other));
}

fn acts_keep_their_place_on_the_clock(lesson: &Lesson, choices: &Choices) {
    let (open, run) = (run(lesson, &choices.without_filters()), run(lesson, choices));
    assert_eq!(open.length, run.length);
    assert_eq!(open.acts.len(), lesson.acts.len());
    for (open, act) in open.acts.iter().zip(&run.acts) {
        assert_eq!((open.start, open.end), (act.start, act.end));
        assert!(act.start <= act.over && act.over <= act.end, "{act:?}");
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
    let moments = run.events.iter().map(|event| event.at.0);
    let moments: BTreeSet<u32> = moments.flat_map(|at| [at.saturating_sub(1), at]).collect();
    for moment in moments.into_iter().map(Moment) {
        let ledger = Ledger::at(run, moment);
        for party in lesson.parties() {
            for entry in ledger.of(party) {
                assert!(entry.since <= moment);
                let told = run.until(moment).iter().any(|event| {
                    let (party, facts, from, stand_in) = match event.what {
                        What::Knew { party, facts } => (party, facts, None, false),
                        What::Learned { party, facts, message, stand_in } => {
                            (party, facts, Some(message), stand_in)
                        }
                        What::Moved { party, message, truly: false, .. } => {
                            (party, REGISTERED, Some(message), true)
                        }
                        _ => return false,
                    };
                    (party, from, stand_in) == (entry.party, entry.from, entry.stand_in)
                        && event.at == entry.since
                        && facts.has(entry.fact)
                });
                assert!(told, "{entry:?}");
            }
            let stand_ins = ledger.stand_ins(party);
            assert!(stand_ins.iter().all(|fact| !ledger.known(party).has(fact)));
        }
    }
}

fn what_is_told_is_known_at_once_and_forgotten_by_a_misled_register_only(
    lesson: &Lesson,
    run: &Run,
) {
    for event in &run.events {
        let (What::Knew { party, facts } | What::Learned { party, facts, stand_in: false, .. }) =
            event.what
        else {
            continue;
        };
        assert!(facts.without(Ledger::at(run, event.at).known(party)).is_empty(), "{event:?}");
    }
    let ledgers: Vec<_> =
        run.stops.iter().map(|stop| (stop.at, Ledger::at(run, stop.at))).collect();
    for party in lesson.parties() {
        for pair in ledgers.windows(2) {
            let [(before, earlier), (after, later)] = [&pair[0], &pair[1]];
            let forgotten = earlier.known(party).without(later.known(party));
            let misled = run.until(*after).iter().any(|event| match event.what {
                What::Moved { party: whose, truly: false, .. } => {
                    whose == party && event.at > *before
                }
                _ => false,
            });
            let may = if misled { REGISTERED } else { Facts::NONE };
            assert!(forgotten.without(may).is_empty(), "{party:?} has forgotten {forgotten:?}");
        }
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
        let (party, message) = match event.what {
            What::Learned { party, message, .. } | What::Moved { party, message, .. } => {
                (party, message)
            }
            _ => continue,
        };
        let told_by = run.message(message).unwrap();
        assert_eq!((told_by.to, told_by.fate), (party, Fate::Arrived), "{event:?}");
        assert_eq!(told_by.ended, event.at, "{event:?}");
        let What::Learned { facts, stand_in, .. } = event.what else {
            assert!(told_by.is_request() && told_by.operation().row().moves);
            continue;
        };
        match told_by.kind {
            Kind::Answer { to } => {
                let asked = run.message(to).unwrap();
                assert_eq!(asked.actual.party, party, "only who asked learns from the answer");
                assert_eq!(matches!(asked.fate, Fate::Masked(_)), stand_in);
                assert_eq!((told_by.facts, told_by.stand_in), (facts, stand_in), "{event:?}");
            }
            // A question says what it says, and makes its receiver look for what it asks.
            Kind::Request => {
                let made =
                    told_by.operation().row().discloses.iter().filter(|&fact| MADE.has(fact));
                let may = told_by.facts.with(made.collect());
                assert!(facts.without(may).is_empty() && !stand_in, "{event:?}");
            }
        }
    }
    for (id, message) in (0..).map(MessageId).zip(&run.messages) {
        let answers = run.messages.iter().filter(|other| other.kind == Kind::Answer { to: id });
        let answers = answers.count();
        assert!(answers <= 1);
        if matches!(message.fate, Fate::Stopped(_)) {
            assert_eq!(answers, 0, "what is stopped gets no answer: {message:?}");
        }
    }
}

fn nobody_asks_without_knowing_whom_and_about_whom(lesson: &Lesson, run: &Run) {
    for message in run.messages.iter().filter(|message| message.is_request()) {
        let before = Ledger::at(run, message.sent);
        let party = message.actual.party;
        let needs = message.operation().row().needs(message.request.imsi.is_some());
        // The home register goes by what it believes.
        let home = party == lesson.traveller.home.into();
        let believed = before.stand_ins(party).iter().filter(|&fact| home && REGISTERED.has(fact));
        let lacks = needs.without(before.known(party)).without(believed.collect());
        assert!(lacks.is_empty(), "{message:?} lacks {lacks:?}");
    }
    for missed in &run.not_asked {
        assert!(!missed.lacks.is_empty());
    }
}

fn an_answer_goes_where_its_generation_sends_it(lesson: &Lesson, run: &Run) {
    for (id, message) in (0..).map(MessageId).zip(&run.messages) {
        let Kind::Answer { to } = message.kind else { continue };
        let asked = run.message(to).unwrap();
        let home = message.to == asked.actual.party;
        assert_eq!(message.fate == Fate::Arrived, home, "{message:?}");
        if asked.operation().row().generation() == Generation::Ss7 {
            let holder = lesson.holder(asked.claimed.address);
            assert_eq!(Some(message.to), holder, "to whoever holds the claimed address");
            continue;
        }
        assert!(home, "to whoever asked: {message:?}");
        let out: Vec<_> = run.hops_of(to).map(|(_, hop)| (hop.from, hop.to)).collect();
        let mut back: Vec<_> = run.hops_of(id).map(|(_, hop)| (hop.to, hop.from)).collect();
        back.reverse();
        assert_eq!(out, back, "by the road of the question");
    }
}

fn a_moment_shows_the_same_however_one_came_there(run: &Run, chance: &mut Chance) {
    let mut at = Moment(0);
    for _ in 0..chance.below(30) {
        let (step, millis) = (chance.below(10), chance.below(30_000) as u32);
        at = match step {
            0 => hop_forward(run, at),
            1 => hop_back(run, at),
            2 => beat_forward(run, at),
            3 => beat_back(run, at),
            4..=8 => {
                let after = advance(run, at, millis, Speed::ALL[step - 4]);
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
}

/// All that is about one run.
fn check(lesson: &Lesson, choices: &Choices) {
    acts_keep_their_place_on_the_clock(lesson, choices);
    let run = run(lesson, choices);
    the_lists_of_a_run_are_in_the_order_of_time(&run);
    a_hop_forward_and_a_hop_back_is_no_move(&run);
    knowledge_comes_from_events_only(lesson, &run);
    what_is_told_is_known_at_once_and_forgotten_by_a_misled_register_only(lesson, &run);
    a_messages_hops_are_one_way_from_its_sender_to_its_end(&run);
    a_party_learns_only_from_a_message_to_it_that_came(&run);
    nobody_asks_without_knowing_whom_and_about_whom(lesson, &run);
    an_answer_goes_where_its_generation_sends_it(lesson, &run);
    assert_eq!(records(lesson, &run).len(), run.events.len(), "every event has a record");
}

// For the built-in lessons, with all choices.

#[test]
fn the_laws_hold_for_every_choice_of_the_built_in_lessons() {
    let words = Words::native(english());
    for json in BUILT_IN {
        let lesson = lesson(json);
        with_no_rule_nothing_is_stopped_or_masked(&lesson);
        for choices in all_choices(&lesson) {
            the_same_choices_give_the_same_run(&lesson, &choices);
            check(&lesson, &choices);
            everything_can_be_said(&lesson, &run(&lesson, &choices), &words);
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
fn in_a_built_in_lesson_a_rule_more_tells_nobody_more() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            assert!(!misled(&run(&lesson, &choices)));
            for rule in filters(&lesson) {
                a_rule_more_tells_nobody_more(&lesson, &choices, rule);
            }
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

// For lessons at random.

/// Tells which seed it was when a law has failed.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the lesson is `chance::lesson({})`", self.0);
        }
    }
}

/// Lessons with choices, and what else a law may need of chance: from the seeds 0, 1, 2 and so on. All
/// laws are about the same ones, because to make them takes longer than any law does.
static AT_RANDOM: LazyLock<Vec<(Lesson, Choices, Chance)>> = LazyLock::new(|| {
    let cases = std::env::var("CASES").ok().map(|cases| cases.parse().expect("CASES is a number"));
    let cases: u64 = cases.unwrap_or(10_000);
    let make = |seeds: Range<u64>| {
        let made = seeds.map(|seed| {
            let told = Seed(seed);
            let (lesson, mut chance) = (chance::lesson(told.0), Chance::of(!seed));
            let choices = choices(&lesson, &mut chance);
            (lesson, choices, chance)
        });
        made.collect::<Vec<_>>()
    };
    std::thread::scope(|scope| {
        let half = scope.spawn(|| make(0..cases / 2));
        let other = make(cases / 2..cases);
        half.join().unwrap().into_iter().chain(other).collect()
    })
});

/// A law, for all of them or for the first so many.
fn over(most: usize, mut law: impl FnMut(&Lesson, &Choices, &mut Chance)) {
    for (seed, (lesson, choices, chance)) in (0..).zip(&*AT_RANDOM).take(most) {
        let _told = Seed(seed);
        law(lesson, choices, &mut chance.clone());
    }
}

const ALL: usize = usize::MAX;

#[test]
fn the_same_lesson_and_choices_give_the_same_run() {
    over(ALL, |lesson, choices, _| the_same_choices_give_the_same_run(lesson, choices));
}

#[test]
fn the_laws_of_a_run_hold_for_lessons_at_random() {
    over(ALL, |lesson, choices, _| check(lesson, choices));
}

#[test]
fn with_no_rule_nothing_is_stopped_or_masked_in_lessons_at_random() {
    over(ALL, |lesson, _, _| with_no_rule_nothing_is_stopped_or_masked(lesson));
}

#[test]
fn a_rule_more_that_goes_by_the_message_alone_tells_nobody_more() {
    over(ALL, |lesson, choices, chance| {
        let alone = |rule: RuleId| !rule.row().has_state();
        let choices: Choices =
            choices.filters().iter().copied().filter(|(_, rule)| alone(*rule)).collect();
        let rules: Vec<_> = filters(lesson).filter(|(_, rule)| alone(*rule)).collect();
        if !rules.is_empty() {
            a_rule_more_tells_nobody_more(lesson, &choices, chance.pick(&rules));
        }
    });
}

#[test]
fn the_order_of_the_rules_at_a_gate_changes_only_which_one_is_named() {
    over(ALL, the_order_of_the_rules_changes_only_which_one_is_named);
}

#[test]
fn a_moment_of_a_random_lesson_is_the_same_by_every_way() {
    over(1_000, |lesson, choices, chance| {
        a_moment_shows_the_same_however_one_came_there(&run(lesson, choices), chance);
    });
}

#[test]
fn a_link_brings_somebody_else_to_every_stop_of_a_random_lesson() {
    over(1_000, |lesson, choices, _| every_stop_round_trips_through_an_address(lesson, choices));
}

#[test]
fn everything_that_can_happen_can_be_said() {
    let words = Words::native(english());
    over(1_000, |lesson, choices, _| {
        everything_can_be_said(lesson, &run(lesson, choices), &words);
    });
}

/// A rule that goes by what came before is only as good as what comes to it.
#[test]
fn a_rule_more_can_keep_from_a_counter_what_it_would_have_counted() {
    let lesson = variant(|json| {
        let count = json!({ "rule": "volume", "per-sender": 1 });
        json["gates"] = json!([
            { "id": "home", "at": "home", "rules": [count] },
            { "id": "carrier", "at": "exchange", "rules": [{ "rule": "layer-consistency" }] },
        ]);
        let inner = json["networks"][1]["nodes"][0]["title"].clone();
        let from = "third-party";
        json["acts"] = json!([
            { "id": "arrival", "operation": "updateLocation", "from": "visited" },
            { "id": "first", "operation": "sendRoutingInfoForSM", "from": from, "inner": inner },
            { "id": "second", "operation": "anyTimeInterrogation", "from": from },
        ]);
    });
    assert!(!located(&lesson, "home.volume"));
    assert!(located(&lesson, "home.volume,carrier.layer-consistency"));
}

/// Whoever moves the traveller to find them loses them.
#[test]
fn a_rule_more_can_keep_a_register_from_being_misled_and_so_from_misleading() {
    let lesson = variant(|json| {
        let rules = json!([{ "rule": "layer-consistency" }]);
        json["gates"] = json!([{ "id": "home", "at": "home", "rules": rules }]);
        json["knows"][2]["facts"] = json!(["phone-number", "imsi"]);
        let inner = json["networks"][1]["nodes"][0]["title"].clone();
        let from = "third-party";
        json["acts"] = json!([
            { "id": "arrival", "operation": "updateLocation", "from": "visited" },
            { "id": "first", "operation": "updateLocation", "from": from, "inner": inner },
            { "id": "second", "operation": "anyTimeInterrogation", "from": from },
        ]);
    });
    assert!(!located(&lesson, "none"));
    assert!(located(&lesson, "home.layer-consistency"));
}

/// A gate's view of one question: what it says of itself, where it came along from the lessor on, and
/// what was said of it there.
fn as_seen(lesson: &Lesson, run: &Run) -> (Vec<(Place, Place)>, Vec<Judged>) {
    let exit = |place: Place| lesson.leases.iter().any(|lease| place == lease.from.into());
    let question = MessageId(0);
    let hops = run.hops_of(question).map(|(_, hop)| (hop.from, hop.to));
    let exits = |judged: &&Judged| lesson.gate(judged.gate).is_some_and(|at| at.side != Side::Exit);
    let judged = run.judged.iter().filter(|judged| judged.message == question).filter(exits);
    let judged = judged.map(|judged| Judged { at: Moment(0), ..judged.clone() });
    (hops.skip_while(|(from, _)| !exit(*from)).collect(), judged.collect())
}

#[test]
fn no_rule_tells_two_senders_apart_who_show_it_the_same() {
    over(ALL, |lesson, choices, chance| {
        let lessor = NetworkId(chance.below(4) as u8);
        let title = GlobalTitle::read(&format!("+999 7{} 999 0001", lessor.0 + 1)).unwrap();
        let asks = |from: Party, lessee: Party| {
            let claims = Some(Claims::Title(title));
            let manner = Manner { claims, inner: Some(title), ..lesson.acts[0].manner };
            let manner = Manner { unlisted: false, ..manner };
            let everything: Facts = Fact::ALL.into_iter().collect();
            let third_party = Some(CarrierId(0));
            let lesson = Lesson {
                acts: vec![Act { from, manner, ..lesson.acts[0].clone() }],
                leases: vec![Lease { from: lessor, to: lessee, title }],
                third_party,
                ..lesson.clone()
            };
            let knows = lesson.parties().map(|party| (party, everything)).collect();
            Lesson { knows, ..lesson }
        };
        let compare = |one: &Lesson, other: &Lesson, choices: &Choices| {
            let runs = [run(one, choices), run(other, choices)];
            let [first, second] = runs.each_ref().map(|run| run.messages[0]);
            assert_ne!(first.actual, second.actual);
            assert_eq!((first.claimed, first.request), (second.claimed, second.request));
            assert_eq!(as_seen(one, &runs[0]), as_seen(other, &runs[1]));
        };
        let row = lesson.acts[0].operation.row();
        let rented = asks(Party::ThirdParty, Party::ThirdParty);
        // Somebody who rents an address, and another operator who rents the same. (What is asked of
        // either side the home network alone asks of the other.)
        let tenant = NetworkId((lessor.0 + 1 + chance.below(3) as u8) % 4);
        if row.asked() != Asked::Either || tenant != HOME {
            compare(&rented, &asks(tenant.into(), tenant.into()), choices);
        }
        // Whoever lends it could send from it too; only its own exit knows who did.
        let asked = if row.asked() == Asked::Home { HOME } else { lesson.traveller.serving };
        if row.generation() == Generation::Ss7 && lessor != asked {
            let exit = |gate| lesson.gate(gate).is_some_and(|gate| gate.side == Side::Exit);
            let others = choices.filters().iter().copied().filter(|(gate, _)| !exit(*gate));
            compare(&rented, &asks(lessor.into(), Party::ThirdParty), &others.collect());
        }
    });
}

const HOME: NetworkId = NetworkId(0);

/// With true tables, an agreement between home and visited network and nothing odd about how they send,
/// these two are never stopped by the rules that read addresses and operations. (What others stop of
/// theirs is what those cost.)
#[test]
fn some_rules_stop_no_honest_message_wherever_the_carriers_are() {
    let honest = [
        RuleId::UnexpectedOperation,
        RuleId::SmsHomeRouting,
        RuleId::PartnerList,
        RuleId::IngressRoute,
        RuleId::LayerConsistency,
        RuleId::OwnSubscriber,
        RuleId::HomeMatch,
        RuleId::PreviousLocation,
        RuleId::Sepp,
    ];
    let mut arrived = 0;
    over(2_000, |lesson, _, _| {
        let mut lesson = lesson.clone();
        let (home, visited) = (HOME, NetworkId(1));
        lesson.traveller.serving = visited;
        lesson.past.registered = None;
        for (network, other) in [(home, visited), (visited, home)] {
            let network = &mut lesson.networks[network.index()];
            network.partners.push(other);
            // None that stands in somebody else's range.
            let range = network.titles;
            network.nodes.retain(|node| node.title.is_none_or(|title| range.holds(title)));
        }
        for act in &mut lesson.acts {
            act.manner = Manner::default();
        }
        let rules = filters(&lesson).filter(|(_, rule)| honest.contains(rule));
        let run = run(&lesson, &rules.collect());
        // A register that has been misled asks whoever it was pointed to.
        let there = |message: &&Message| message.to == home.into() || message.to == visited.into();
        for message in run.messages.iter().filter(|message| message.is_request()).filter(there) {
            let (row, from) = (message.operation().row(), message.actual.party);
            if (row.moves && from == visited.into()) || (row.by_home && from == home.into()) {
                assert_eq!(message.fate, Fate::Arrived, "{message:?}");
                arrived += 1;
            }
        }
    });
    assert!(arrived > 100, "only {arrived} honest messages");
}

#[test]
fn lessons_at_random_have_the_whole_breadth_in_them() {
    let mut there: BTreeSet<String> = BTreeSet::new();
    over(ALL, |lesson, choices, _| {
        let run = run(lesson, choices);
        for message in &run.messages {
            let name = message.operation().row().name;
            let kind = if message.is_request() { "question" } else { "answer" };
            there.insert(format!("{kind} {name} {}", message.fate.id()));
        }
        for said in run.judged.iter().flat_map(|judged| &judged.consulted) {
            there.insert(format!("{} {}", said.rule.id(), said.verdict.id()));
            there.insert(format!("reason {}", said.verdict.reason().id()));
        }
        for event in &run.events {
            let kind = format!("{:?}", event.what);
            there.insert(kind.split(' ').next().unwrap().to_owned());
        }
        for missed in run.not_asked.iter().filter(|missed| missed.has_stand_in) {
            there.insert(format!("stand-in {}", missed.operation.row().name));
        }
    });
    let names = CATALOGUE.iter().map(|row| row.name);
    let ended = names.flat_map(|name| {
        let fates = ["question arrived", "question stopped", "answer arrived"];
        fates.map(|fate| fate.replace(' ', &format!(" {name} ")))
    });
    let masked = CATALOGUE.iter().filter(|row| row.is_about_a_text());
    let masked = masked.map(|row| format!("question {} masked", row.name));
    let reasons = Reason::ALL.iter().map(|reason| format!("reason {}", reason.id()));
    let strongest = RULES.iter().map(|row| {
        let most = if row.id == RuleId::SmsHomeRouting { "mask" } else { "stop" };
        format!("{} {most}", row.name)
    });
    let what = ["Moved", "Connected", "Learned"].map(str::to_owned);
    let expected = ended.chain(masked).chain(reasons).chain(strongest).chain(what);
    let missing: Vec<String> = expected.filter(|one| !there.contains(one)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(there.iter().any(|one| one.starts_with("stand-in ")));
}

// The same everywhere.

#[test]
fn the_runs_are_what_they_were_here_and_on_every_other_machine() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/runs.hash");
    let now = hashes(COMPARED);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let changed = now.lines().zip(before.lines()).find(|(now, before)| now != before);
    assert!(
        now == before,
        "runs have changed; the first of them: {changed:?}\n\
         If that is meant, write their hashes anew with UPDATE_GOLDEN=1.",
    );
}
