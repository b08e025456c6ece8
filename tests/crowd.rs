//! The crowd is judged as everybody else is: its messages, given to `lesson judge --stream`, come to the same.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use whereabouts::crowd::file::{A_CROWD, Crowd};
use whereabouts::crowd::{Asker, Day, Event, Month, Plan, Sent, Targets, World, hash, ways};
use whereabouts::judge::{GateName, Judge, Outcome, Sender, rules_of};
use whereabouts::signalling::{Asked, OperationId};
use whereabouts::text::{Words, english};

fn plan() -> Plan {
    Crowd::parse(A_CROWD).unwrap().plan
}

fn world(plan: &Plan) -> World {
    let traffic = plan.traffic.iter().map(|traffic| (traffic.from, traffic.operation));
    let askers = plan.askers.iter().map(|asker| (asker.sender, asker.operation));
    ways::world(plan.homes.len(), &traffic.chain(askers).collect::<Vec<_>>()).unwrap()
}

fn asker(sender: Sender, targets: Targets, per_day: u32) -> Asker {
    let operation = OperationId::ProvideSubscriberInfo;
    Asker { sender, operation, unreadable: false, targets, per_day }
}

/// Rules as a question to the judge has them, at each gate.
fn place(plan: &mut Plan, gates: &Value) {
    for gate in GateName::ALL {
        plan.gates[gate as usize] =
            gates.get(gate.id()).map_or(Vec::new(), |rules| rules_of(rules, "").unwrap());
    }
}

fn play(plan: &Plan, mut tell: impl FnMut(Sent)) -> (Vec<Day>, u64) {
    let world = world(plan);
    let mut month = Month::new(&world, plan.clone()).unwrap();
    let (mut days, mut all) = (Vec::new(), 0);
    while !month.over() {
        if let Some((day, found)) = month.hour_telling(&mut tell) {
            all = hash(all, &day, &found);
            days.push(day);
        }
    }
    (days, all)
}

/// What is the same of a message: outcome, gate and rule.
type Told = (String, Option<String>, Option<String>);

fn told(sent: &Sent) -> Told {
    let by = |part: fn((GateName, whereabouts::filter::RuleId)) -> &'static str| {
        sent.by.map(part).map(str::to_owned)
    };
    (sent.outcome.id().to_owned(), by(|(gate, _)| gate.id()), by(|(_, rule)| rule.id()))
}

/// The same message, as a line for the judge.
fn line(plan: &Plan, gates: &Value, sent: &Sent) -> String {
    let traffic =
        plan.traffic.get(sent.source).map(|traffic| (traffic.from, traffic.operation, false));
    let (sender, operation, unreadable) = traffic.unwrap_or_else(|| {
        let asker = plan.askers[sent.source - plan.traffic.len()];
        (asker.sender, asker.operation, asker.unreadable)
    });
    let about =
        if operation.row().asked() == Asked::Home { "outbound-roamer" } else { "inbound-roamer" };
    json!({
        "operation": operation.row().name, "sender": sender.id(), "about": about, "unreadable": unreadable,
        "gates": gates, "at": sent.at, "subscriber": sent.traveller.to_string(),
    })
    .to_string()
}

/// A crowd of a hundred for a day, message by message: with every kind of asker, with rules at every gate,
/// with those that remember at limits that are reached.
#[test]
fn a_small_crowd_is_judged_as_the_judge_judges_it_message_by_message() {
    let words = Words::native(english());
    let gates = json!({
        "home": ["unexpected-operation", "sms-home-routing", "previous-location", { "rule": "volume", "per-sender": 12 }],
        "visited": [
            "ingress-route", { "rule": "home-match", "when-unreadable": "refuse" },
            { "rule": "volume", "per-subscriber": 2, "per-sender": 30, "per-call": 1 },
        ],
        "carrier": [{ "rule": "volume", "per-sender": 25 }],
        "lessor": [{ "rule": "volume", "per-subscriber": 1 }],
    });
    let open = json!({ "visited": [{ "rule": "volume", "per-subscriber": 3 }, { "rule": "learned-senders", "learns": 600 }] });
    let mut seen = BTreeMap::<Told, u32>::new();
    for gates in [gates, open] {
        let mut plan = Plan { travellers: 100, days: 1, homes: vec![1], ..plan() };
        place(&mut plan, &gates);
        plan.askers = vec![
            asker(Sender::HomeForOthers, Targets::Everyone, 4),
            asker(Sender::LeasedFromPartner, Targets::List(20), 24),
            asker(Sender::LeasedFromHome, Targets::One, 300),
            asker(Sender::SpoofedHome, Targets::List(5), 3),
            asker(Sender::SpoofedPartner, Targets::Everyone, 1),
            asker(Sender::Partner, Targets::List(7), 2),
            Asker { unreadable: true, ..asker(Sender::LeasedFromPartner, Targets::Everyone, 1) },
            Asker {
                operation: OperationId::AnyTimeInterrogation,
                ..asker(Sender::LeasedFromPartner, Targets::Everyone, 2)
            },
        ];
        let mut judge = Judge::new(&words, true).unwrap();
        let mut count = 0;
        let (days, _) = play(&plan, |sent| {
            let line = line(&plan, &gates, &sent);
            let answer: Value = serde_json::from_str(&judge.line(&line)).unwrap();
            let word = |field: &str| answer[field].as_str().map(str::to_owned);
            let judged = (
                word("outcome").unwrap_or_else(|| panic!("{line} {answer}")),
                word("gate"),
                word("rule"),
            );
            assert_eq!(told(&sent), judged, "{line}");
            let cell = answer["learns"].as_array().unwrap().contains(&json!("cell"));
            let honest = plan.traffic.get(sent.source).is_some();
            assert_eq!(sent.located, cell && !honest, "{line}");
            *seen.entry(judged).or_default() += 1;
            count += 1;
        });
        assert_eq!(days[0].counts.iter().flatten().sum::<u32>(), count);
        assert!(count > 2_500, "{count}");
    }
    let outcomes: Vec<&str> = seen.keys().map(|(outcome, ..)| outcome.as_str()).collect();
    for outcome in [
        Outcome::Answered,
        Outcome::AnsweredElsewhere,
        Outcome::Masked,
        Outcome::Stopped,
        Outcome::WronglyStopped,
    ] {
        assert!(outcomes.contains(&outcome.id()), "{} never happened: {seen:#?}", outcome.id());
    }
    for (gate, rule) in [
        ("home", "volume"),
        ("visited", "volume"),
        ("carrier", "volume"),
        ("lessor", "volume"),
        ("home", "sms-home-routing"),
        ("visited", "home-match"),
    ] {
        let by = (Some(gate.to_owned()), Some(rule.to_owned()));
        assert!(
            seen.keys().any(|(_, gate, rule)| (gate.clone(), rule.clone()) == by),
            "{by:?}: {seen:#?}"
        );
    }
}

/// The customers of each home network are judged as if there were no others, where nobody sends about several.
#[test]
fn several_home_networks_do_not_disturb_each_other() {
    let rules = json!({ "visited": ["home-match", { "rule": "volume", "per-sender": 60, "per-subscriber": 2 }], "home": ["own-subscriber", "previous-location"] });
    let mut together = Plan { travellers: 120, days: 1, homes: vec![1, 1, 1], ..plan() };
    together.askers = vec![asker(Sender::HomeForOthers, Targets::Everyone, 48)];
    place(&mut together, &rules);
    let words = Words::native(english());
    // A judge knows one home network: each of the three is asked of one of its own.
    let mut judges: Vec<Judge> = (0..3).map(|_| Judge::new(&words, true).unwrap()).collect();
    let mut stopped = [0; 3];
    play(&together, |sent| {
        let home = sent.traveller as usize / 40;
        let answer: Value =
            serde_json::from_str(&judges[home].line(&line(&together, &rules, &sent))).unwrap();
        assert_eq!(sent.outcome.id(), answer["outcome"].as_str().unwrap());
        stopped[home] += u32::from(sent.by.is_some());
    });
    // Only the first asks about its customers for others, and its honest questions suffer for it.
    assert!(stopped[0] > 500 && stopped[1] == 0 && stopped[2] == 0, "{stopped:?}");
}

#[test]
fn the_same_seed_gives_the_same_and_another_another() {
    let small = Plan { travellers: 500, days: 2, ..plan() };
    let (days, all) = play(&small, |_| {});
    assert_eq!((days.clone(), all), play(&small, |_| {}));
    assert_ne!(all, play(&Plan { seed: 10, ..small }, |_| {}).1);
    assert_eq!(days.len(), 2);
}

/// The figures that the browsers' tests compare theirs with.
#[test]
fn the_figures_are_what_they_were_here_and_on_every_other_machine() {
    let (_, all) = play(&Plan { travellers: 3_000, days: 3, ..plan() }, |_| {});
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/crowd.hash");
    let now = format!("{all:016x}\n");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), now);
}

/// The page's own table of the month, before it has worked anything out. All of it is compared, and written
/// anew, where the tests are built to be fast: `UPDATE_GOLDEN=1 cargo test --release --no-default-features
/// --test crowd`.
#[test]
fn the_days_that_the_page_begins_with_are_those_of_its_plan() {
    let plan = plan();
    let some = if cfg!(debug_assertions) { 2 } else { plan.days };
    let (days, _) = play(&Plan { days: some, ..plan.clone() }, |_| {});
    if std::env::var_os("UPDATE_GOLDEN").is_some() && some == plan.days {
        let path =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/crowd/a-crowd.days.json");
        std::fs::write(path, serde_json::to_string(&days).unwrap() + "\n").unwrap();
        return;
    }
    let known = whereabouts::month::days();
    assert_eq!(known.len(), plan.days as usize);
    assert_eq!(known[..some as usize], days);
}

fn asked(days: &[Day], plan: &Plan) -> [u32; 5] {
    let mut sum = [0; 5];
    for count in days.iter().flat_map(|day| &day.counts[plan.traffic.len()..]) {
        sum.iter_mut().zip(count).for_each(|(sum, count)| *sum += count);
    }
    sum
}

/// What chapter 9 says: one question a day about one person passes whatever is counted; the same about
/// everybody does not.
#[test]
fn one_question_a_day_is_invisible_and_the_same_about_all_is_not() {
    let rules = json!({ "visited": ["home-match", { "rule": "volume", "per-call": 1 }] });
    let with = |targets, per_day| {
        let mut plan = Plan { travellers: 3_000, days: 3, ..plan() };
        place(&mut plan, &rules);
        plan.askers = vec![asker(Sender::HomeForOthers, targets, per_day)];
        let (days, _) = play(&plan, |_| {});
        (asked(&days, &plan), days.last().unwrap().ever)
    };
    let ([answered, _, _, stopped, _], ever) = with(Targets::One, 1);
    assert_eq!((answered, stopped, ever), (3, 0, 1));
    let ([answered, _, _, stopped, _], _) = with(Targets::Everyone, 24);
    assert!(stopped > answered, "{stopped} of {}", stopped + answered);
}

/// A home network whose customers come for a match sends more than usual, and is taken for one that asks
/// too much.
#[test]
fn a_sports_event_abroad_looks_like_somebody_who_asks_too_much() {
    let rules = json!({ "visited": [{ "rule": "volume", "per-sender": 1_500 }] });
    let mut plan = Plan { travellers: 3_000, days: 3, askers: Vec::new(), ..plan() };
    place(&mut plan, &rules);
    let wrongly = |plan: &Plan| -> Vec<u32> {
        play(plan, |_| {})
            .0
            .iter()
            .map(|day| day.counts.iter().map(|count| count[Outcome::WronglyStopped as usize]).sum())
            .collect()
    };
    assert_eq!(wrongly(&plan), [0, 0, 0]);
    plan.event = Some(Event { home: 0, first: 1, days: 1, times: 8 });
    let wrongly = wrongly(&plan);
    assert!(wrongly[0] == 0 && wrongly[1] > 1000 && wrongly[2] == 0, "{wrongly:?}");
}

/// Honest traffic is as much as the plan says, spread over the hours as it says.
#[test]
fn traffic_is_as_much_as_the_plan_says() {
    let plan = Plan { travellers: 1_000, days: 2, askers: Vec::new(), ..plan() };
    let mut hours = [0_u32; 24];
    let (days, _) = play(&plan, |sent| hours[(sent.at / 3_600_000 % 24) as usize] += 1);
    for day in &days {
        for (traffic, count) in plan.traffic.iter().zip(&day.counts) {
            let sent: u32 = count.iter().sum();
            assert!(sent.abs_diff(traffic.thousandths) <= 1, "{traffic:?} {sent}");
        }
    }
    assert!(hours[18] > 5 * hours[2], "{hours:?}");
}
