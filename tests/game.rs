//! "You are the filter": what the pool and every deal of it promise.

use whereabouts::filter::{RULES, Rule, Side, Verdict};
use whereabouts::game::{
    Answered, Case, Phase, Round, Score, Stopper, TEN, deal, needs, play, pool, questions, scene,
    twins,
};
use whereabouts::judge::{GateName, Outcome, Sender};
use whereabouts::text::{Words, english};

fn honest(cases: &[Case], ten: [usize; TEN]) -> usize {
    ten.iter().filter(|&&at| cases[at].truth.honest).count()
}

#[test]
fn some_messages_look_the_same_and_are_not() {
    let cases = pool();
    let pair = |one: Sender, other: Sender| {
        let of = |sender| cases.iter().filter(move |case| case.truth.sender == sender);
        of(one)
            .filter(|case| case.truth.honest)
            .any(|case| of(other).any(|other| !other.truth.honest && other.looks_like(case)))
    };
    assert!(pair(Sender::Home, Sender::HomeForOthers));
    assert!(pair(Sender::Home, Sender::LeasedFromHome));
    assert!(pair(Sender::Partner, Sender::LeasedFromPartner));
    // After an outage, a forged address; on a new range, another.
    assert!(pair(Sender::Home, Sender::SpoofedHome));
    assert!(pair(Sender::StaleHome, Sender::SpoofedHome));
    assert!(!pair(Sender::Visited, Sender::SpoofedHome));
}

#[test]
fn what_is_seen_has_nothing_of_who_really_sent_it() {
    let cases = pool();
    let mut pairs = 0;
    for (i, one) in cases.iter().enumerate() {
        for other in &cases[i + 1..] {
            let [seen, there] = [one, other].map(|c| postcard::to_allocvec(&c.seen).unwrap());
            assert_eq!(seen == there, one.looks_like(other));
            if !one.looks_like(other) {
                continue;
            }
            pairs += usize::from(one.truth.honest != other.truth.honest);
            // No rule at the gate tells them apart either.
            for (row, verdicts) in RULES.iter().zip(one.rules.iter().zip(&other.rules)) {
                if row.sides.contains(&Side::Border) {
                    assert_eq!(verdicts.0, verdicts.1, "{}", row.name);
                }
            }
        }
    }
    assert!(pairs > 20, "{pairs}");
}

/// What is not shown of a message cannot tell two of them apart behind the reader's back.
#[test]
fn the_carriers_number_tells_no_more_than_whether_the_road_fits() {
    let cases = pool();
    let blurred = |case: &Case| {
        let mut seen = case.seen;
        seen.carrier = whereabouts::signalling::CarrierId(0);
        seen.recorded = seen.recorded.map(|(_, fits)| (seen.carrier, fits));
        seen
    };
    for one in &cases {
        for other in &cases {
            assert_eq!(one.looks_like(other), blurred(one) == blurred(other));
        }
    }
}

#[test]
fn a_deal_has_ten_of_both_kinds_and_one_pair() {
    let cases = pool();
    let (mut senders, mut places) = (Vec::new(), [0; TEN + 1]);
    for seed in 0..2_000 {
        let ten = deal(&cases, seed);
        assert_eq!(ten, deal(&cases, seed));
        let mut different = ten.to_vec();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), TEN, "{seed}");
        let count = honest(&cases, ten);
        assert!((4..=6).contains(&count), "{seed}: {count}");
        let (first, second) = twins(&cases, &ten).expect("a pair");
        let [one, other] = [first, second].map(|place| &cases[ten[place]]);
        assert_ne!(one.truth.honest, other.truth.honest, "{seed}");
        assert!(second - first >= 3, "{seed}: {first} {second}");
        let alike = |a: usize| ten.iter().filter(|&&b| cases[a].looks_like(&cases[b])).count();
        assert_eq!(ten.iter().filter(|&&at| alike(at) > 1).count(), 2, "{seed}");
        senders.extend(ten.map(|at| cases[at].truth.sender));
        places[first] += 1;
        places[TEN] += usize::from(one.truth.honest);
    }
    for sender in Sender::ALL {
        assert!(senders.contains(&sender), "{sender:?}");
    }
    assert!((800..1200).contains(&places[TEN]), "the honest one of a pair comes first: {places:?}");
    assert!(places[..5].iter().all(|&count| count > 100), "{places:?}");
}

#[test]
fn neighbouring_games_are_different() {
    let cases = pool();
    for seed in 0..200 {
        let [mut one, mut other] = [seed, seed + 1].map(|seed| deal(&cases, seed));
        one.sort_unstable();
        other.sort_unstable();
        assert_ne!(one, other);
    }
}

/// The same here and in a browser: the numbers of the first game are written down.
#[test]
fn the_first_game_stays_the_first_game() {
    let names: Vec<String> = deal(&pool(), 1)
        .iter()
        .map(|&at| {
            let truth = pool()[at].truth;
            format!("{} {}", truth.operation.row().name, truth.sender.id())
        })
        .collect();
    assert_eq!(names, FIRST_GAME);
}

const FIRST_GAME: [&str; TEN] = [
    "sendRoutingInfoForSM partner",
    "cancelLocation home",
    "Update-Location visited",
    "provideSubscriberInfo leased-from-home",
    "insertSubscriberData stale-home",
    "cancelLocation leased-from-home",
    "Nudm_UECM_Registration visited",
    "sendRoutingInfoForSM leased-from-partner",
    "anyTimeInterrogation partner",
    "insertSubscriberData spoofed-partner",
];

#[test]
fn what_a_rule_says_of_a_case_is_what_the_judge_says() {
    let mut scene = scene().unwrap();
    let words = Words::native(english());
    for question in questions() {
        let Some(case) = play(&mut scene, &question) else { continue };
        let gate = if question.about.asks_home() { GateName::Home } else { GateName::Visited };
        let open = scene.judge(&question, &words);
        assert_eq!((open.outcome, open.learns), (case.truth.outcome, case.truth.learns));
        for (row, verdict) in RULES.iter().zip(&case.rules) {
            let gate = if row.sides.contains(&Side::Border) { gate } else { GateName::Lessor };
            let alone = scene.judge(&question.clone().with(gate, [Rule::from(row.id)]), &words);
            let stopped = matches!(alone.outcome, Outcome::Stopped | Outcome::WronglyStopped);
            assert_eq!(stopped, matches!(verdict, Verdict::Stop(_)), "{} {question:?}", row.name);
            assert_eq!(alone.rule.is_some(), !verdict.passes(), "{} {question:?}", row.name);
            if alone.outcome == Outcome::WronglyStopped {
                assert!(case.truth.honest);
            }
        }
    }
}

#[test]
fn every_rule_but_those_without_a_say_here_stops_something_and_misses_something() {
    let cases = pool();
    for row in &RULES {
        let caught = cases.iter().filter(|c| !c.truth.honest && c.is_stopped_by(row.id)).count();
        let missed = cases.iter().filter(|c| !c.truth.honest && !c.is_stopped_by(row.id)).count();
        println!(
            "{:<22} caught {caught:>3} missed {missed:>3} wrongly {:>3}",
            row.name,
            cases.iter().filter(|c| c.truth.honest && c.is_stopped_by(row.id)).count()
        );
    }
}

#[test]
fn the_score_adds_up() {
    let cases = pool();
    for seed in 0..50 {
        let mut round = Round::new(&cases, seed);
        assert_eq!(round.score(&cases), Score::default());
        for place in 0..TEN {
            assert_eq!((round.phase(&cases), round.place()), (Phase::Asking, place));
            round.next();
            assert_eq!(round.place(), place, "not before it is answered");
            let pass = (seed as usize + place).is_multiple_of(3);
            round.answer(pass);
            round.answer(!pass);
            let honest = round.case(&cases).unwrap().truth.honest;
            assert_eq!(round.phase(&cases), Phase::Told(Answered::of(honest, pass)));
            round.next();
        }
        assert_eq!(round.phase(&cases), Phase::Over);
        let count = honest(&cases, round.ten);
        let rules = RULES.iter().map(|row| round.score_of(&cases, Stopper::Rule(row.id)));
        for score in rules.chain([round.score(&cases)]) {
            assert_eq!(score.sum(), TEN);
            assert_eq!(score.caught + score.let_through, TEN - count);
            assert_eq!(score.wrongly_stopped + score.passed, count);
        }
        let open = round.score_of(&cases, Stopper::Nobody);
        assert_eq!((open.let_through, open.passed), (TEN - count, count));
    }
}

#[test]
fn the_pool_is_read_as_it_is_packed() {
    let cases = pool();
    let packed = postcard::to_allocvec(&cases).unwrap();
    println!("{} cases in {} bytes", cases.len(), packed.len());
    assert_eq!(postcard::from_bytes::<Vec<Case>>(&packed).unwrap(), cases);
}

#[test]
fn the_words_that_are_packed_are_those_of_the_pool() {
    let cases = pool();
    for key in ["game-title", "operation-provideSubscriberInfo", "rule-home-match", "fact-cell"] {
        assert!(needs(key, &cases) && english().has(key), "{key}");
    }
    for key in ["operation-sendIMSI", "rule-home-match.engineer", "judge-setting", "fact-cell-4g"] {
        assert!(!needs(key, &cases) && english().has(key), "{key}");
    }
}
