//! Nothing that a stranger may hand in causes a panic: an address, a lesson file, a message at a gate.

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use support::chance::{self, Chance, filters};
use support::{BUILT_IN, lesson};
use whereabouts::filter::{
    Consulted, Field, RULES, Reason, Rule, RuleId, Seen, Settings, State, Tables, Verdict,
    WhenUnreadable, judge,
};
use whereabouts::lesson;
use whereabouts::link::{self, NoticeKind};
use whereabouts::run::{Choices, records, run};
use whereabouts::signalling::{
    Address, CATALOGUE, CarrierId, Claimed, Generation, GlobalTitle, Identity, Imsi, Link, Msisdn,
    NetworkId, Observed, Party, Place, Plmn, Request, Role,
};

// Addresses of the page.

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

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
        let known = ["chapter", "at", "filters", "speed", "depth", "lang", "theme", "motion", "lanes", "keys"];
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
}

// Lesson files.

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_file_that_is_anything_is_read_without_a_panic(text in ".{0,200}", bytes: Vec<u8>) {
        for text in [text, String::from_utf8_lossy(&bytes).into_owned()] {
            let problems = lesson::parse(&text).expect_err("that is no lesson");
            prop_assert!(!problems.is_empty());
        }
    }

    #[test]
    fn a_file_cut_up_at_random_gives_a_lesson_that_runs_or_problems(
        which in which(),
        cuts in prop::collection::vec((any::<Index>(), 0..40usize, "[ -~]{0,3}"), 1..4),
    ) {
        let mut text: Vec<char> = which.chars().collect();
        for (at, len, instead) in cuts {
            let from = at.index(text.len());
            let to = text.len().min(from + len);
            text.splice(from..to, instead.chars());
        }
        runs_or_has_problems(&text.into_iter().collect::<String>());
    }

    #[test]
    fn a_file_with_a_value_changed_gives_a_lesson_that_runs_or_problems(
        which in which(),
        changes in prop::collection::vec((any::<Index>(), anything()), 1..4),
    ) {
        let mut json: Value = serde_json::from_str(&which).unwrap();
        for (at, value) in changes {
            let all = pointers(&json);
            *json.pointer_mut(&all[at.index(all.len())]).unwrap() = value;
        }
        runs_or_has_problems(&json.to_string());
    }

    #[test]
    fn a_file_with_two_values_changed_about_gives_a_lesson_that_runs_or_problems(
        which in which(),
        pairs in prop::collection::vec(any::<(Index, Index)>(), 1..4),
    ) {
        let mut json: Value = serde_json::from_str(&which).unwrap();
        for (one, other) in pairs {
            let all = pointers(&json);
            let (one, other) = (&all[one.index(all.len())], &all[other.index(all.len())]);
            let (first, second) = (json.pointer(one).cloned(), json.pointer(other).cloned());
            *json.pointer_mut(one).unwrap() = second.unwrap();
            // Where one lies inside the other, its place may be gone.
            if let Some(place) = json.pointer_mut(other) {
                *place = first.unwrap();
            }
        }
        runs_or_has_problems(&json.to_string());
    }
}

/// A file to spoil: a chapter, or one of those left to chance.
fn which() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(BUILT_IN.map(str::to_owned).to_vec()),
        any::<u64>().prop_map(chance::lesson_text),
    ]
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
        "mme",
        "sepp",
        "home-match",
        "velocity",
        "refuse",
        "cell",
        "anyTimeInterrogation",
        "provideSubscriberInfo",
        "Update-Location",
        "3GPP-Update-Location",
        "N32-c handshake",
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
            json!(null), json!(true), json!(-1), json!(300), json!(u32::MAX), json!(1u64 << 63),
            json!(0.5), json!([]), json!({}), json!([[]]), json!(["home"]), json!({ "id": "home" }),
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
            for choices in [Choices::default(), filters(&lesson).collect()] {
                let run = run(&lesson, &choices);
                assert!(run.events.is_sorted_by_key(|event| event.at));
                assert_eq!(records(&lesson, &run).len(), run.events.len());
            }
        }
    }
}

// Messages at a gate.

/// What messages and tables are made of: much that is in some table, and some that is in none.
struct Makings {
    titles: Vec<GlobalTitle>,
    codes: Vec<Plmn>,
    numbers: Vec<Msisdn>,
    imsis: Vec<Imsi>,
    roles: Vec<Role>,
}

impl Makings {
    fn new() -> Makings {
        let titles = (1..10).flat_map(|n| {
            let tails = ["000 0001", "5", "900 0001"];
            tails.map(|tail| GlobalTitle::read(&format!("+999 7{n} {tail} 00")).unwrap())
        });
        let codes = ["999-11", "999-22", "999-33", "999-44", "001-11", "001-21", "999-110"];
        let imsis = ["999110000000001", "999220000000001", "001010000000001"];
        Makings {
            titles: titles.collect(),
            codes: codes.map(|code| Plmn::read(code).unwrap()).to_vec(),
            numbers: vec![Msisdn::read("+999 71 555 0100").unwrap()],
            imsis: imsis.map(|imsi| Imsi::read(imsi).unwrap()).to_vec(),
            roles: Role::all().collect(),
        }
    }

    fn seen(&self, c: &mut Chance, at: u64) -> Seen {
        let generation = c.pick(&Generation::ALL);
        let address = if c.one_in(2) {
            Address::Title(c.pick(&self.titles))
        } else {
            let (role, host) = (c.pick(&self.roles), c.pick(&self.codes));
            let realm = if c.one_in(4) { c.pick(&self.codes) } else { host };
            Address::Identity(Identity {
                role,
                number: c.below(256) as u8,
                generation,
                host,
                realm,
            })
        };
        // Also some that no lesson has.
        let network = |c: &mut Chance| NetworkId(c.below(6) as u8);
        let carrier = |c: &mut Chance| CarrierId(c.below(5) as u8);
        let link = match c.below(4) {
            0 => Link::Lessee,
            1 => Link::Customer(None),
            2 => Link::Customer(Some(network(c))),
            _ => Link::Carrier(carrier(c)),
        };
        let request = |c: &mut Chance| Request {
            operation: c.pick(&CATALOGUE.each_ref().map(|row| row.id)),
            msisdn: c.maybe(2, &self.numbers),
            imsi: c.maybe(2, &self.imsis),
        };
        Seen {
            claimed: Claimed {
                address,
                inner: c.maybe(2, &self.titles),
                network: c.maybe(2, &self.codes),
            },
            observed: Observed {
                generation,
                link,
                recorded: c.one_in(2).then(|| carrier(c)),
                peer: c.one_in(2).then(|| network(c)),
                signed: c.one_in(2).then(|| network(c)),
                secured: c.one_in(2),
            },
            request: (!c.one_in(6)).then(|| request(c)),
            at,
        }
    }
}

fn rules(c: &mut Chance) -> Vec<Rule> {
    let number = |c: &mut Chance| c.pick(&[0, 1, 2, 5, 60, 10_000, u32::MAX]);
    let ids: Vec<RuleId> = RULES.iter().map(|row| row.id).collect();
    let some = c.some(&ids, 0);
    let set = |id| {
        let settings = Settings {
            when_unreadable: c.pick(&[WhenUnreadable::Pass, WhenUnreadable::Refuse]),
            per_subscriber: number(c),
            per_sender: number(c),
            per_call: number(c),
            minutes: number(c),
            learns: number(c),
        };
        Rule { id, settings }
    };
    some.into_iter().map(set).collect()
}

/// What one rule says.
fn says(rule: Rule, seen: &Seen, tables: &Tables, state: &State) -> Verdict {
    let mut said = None;
    judge([rule], seen, tables, state, |consulted| said = Some(consulted.verdict));
    said.unwrap()
}

/// The same message with everything else in it than the rule's row says that the rule reads.
fn changed_where_not_read(rule: RuleId, seen: Seen, other: Seen) -> Seen {
    let reads = |field| rule.row().reads.contains(&field);
    let Seen { claimed, observed, request, at } = seen;
    let asks = reads(Field::Operation) || reads(Field::Subscriber);
    // The generation is the gate's own business: there is one for each.
    Seen {
        claimed: Claimed {
            address: if reads(Field::Address) { claimed.address } else { other.claimed.address },
            inner: if reads(Field::InnerAddress) { claimed.inner } else { other.claimed.inner },
            network: if reads(Field::NetworkCode) {
                claimed.network
            } else {
                other.claimed.network
            },
        },
        observed: Observed {
            generation: observed.generation,
            link: if reads(Field::Link) { observed.link } else { other.observed.link },
            recorded: match reads(Field::RecordedRoute) {
                true => observed.recorded,
                false => other.observed.recorded,
            },
            peer: if reads(Field::Peer) { observed.peer } else { other.observed.peer },
            signed: if reads(Field::Signature) { observed.signed } else { other.observed.signed },
            secured: if reads(Field::Protection) {
                observed.secured
            } else {
                other.observed.secured
            },
        },
        request: if asks { request } else { other.request },
        at,
    }
}

/// A gate in a network's or a carrier's place, with tables of some lesson.
fn gate(c: &mut Chance) -> Tables {
    let lesson = chance::lesson(c.number());
    let place = match c.below(3) {
        0 => Place::Carrier(CarrierId(c.below(5) as u8)),
        _ => Place::Party(Party::Network(NetworkId(c.below(5) as u8))),
    };
    let tables = Tables::of(place, &lesson.networks);
    if c.one_in(3) { tables.at_exit() } else { tables }
}

/// Lets a thousand messages come to each of that many gates and hands on what is judged and by what.
fn judgements(gates: usize, seed: u64, mut each: impl FnMut(&mut Chance, &Case)) {
    let makings = Makings::new();
    let c = &mut Chance::of(seed);
    for _ in 0..gates {
        let (tables, rules) = (gate(c), rules(c));
        let mut state = State::default();
        let mut now = c.number() >> c.below(64);
        for _ in 0..1000 {
            // Time goes on by little or much, and a clock can also be set back.
            let step = c.number() >> c.below(64);
            now =
                if c.one_in(50) { now.wrapping_sub(step) } else { now.saturating_add(step >> 40) };
            let [seen, other] = [(); 2].map(|()| makings.seen(c, now));
            let case = Case { rules: &rules, tables: &tables, state: &state, seen, other };
            each(c, &case);
            let settings = rules.first().map_or(Settings::USUAL, |rule| rule.settings);
            state.note(&seen, &tables, &settings, c.one_in(2));
            if c.one_in(200) {
                state.forget(now);
            }
        }
    }
}

/// One message at a gate, and another to take parts from.
struct Case<'a> {
    rules: &'a [Rule],
    tables: &'a Tables,
    state: &'a State,
    seen: Seen,
    other: Seen,
}

#[test]
fn a_million_judgements_end_with_the_first_strongest_verdict_and_without_a_panic() {
    let (mut judged, mut stopped) = (0, 0);
    judgements(1000, 1, |_, case| {
        let mut said: [Option<Consulted>; RULES.len()] = [None; RULES.len()];
        let mut places = said.iter_mut();
        let rules = case.rules.iter().copied();
        let judgement = judge(rules, &case.seen, case.tables, case.state, |consulted| {
            *places.next().unwrap() = Some(consulted);
        });
        let mut strongest: Option<Consulted> = None;
        for (rule, said) in case.rules.iter().zip(said) {
            let said = said.expect("every rule is consulted");
            assert_eq!(said.rule, rule.id, "in their order");
            if said.verdict.strength() > strongest.map_or(0, |named| named.verdict.strength()) {
                strongest = Some(said);
            }
        }
        assert_eq!(judgement.named, strongest);
        judged += 1;
        stopped += u32::from(judgement.named.is_some());
    });
    assert_eq!(judged, 1_000_000);
    assert!((100_000..900_000).contains(&stopped), "{stopped}");
}

#[test]
fn a_rule_judges_by_what_its_row_says_that_it_reads_and_by_nothing_else() {
    judgements(100, 2, |c, case| {
        let Some(rule) = c.maybe(1, case.rules) else { return };
        let changed = changed_where_not_read(rule.id, case.seen, case.other);
        let [one, other] =
            [case.seen, changed].map(|seen| says(rule, &seen, case.tables, case.state));
        assert_eq!(one, other, "{rule:?}\n{:?}\n{changed:?}", case.seen);
    });
}

#[test]
fn a_rule_without_memory_says_the_same_whatever_came_before() {
    judgements(100, 3, |c, case| {
        let Some(rule) = c.maybe(1, case.rules) else { return };
        if !rule.id.row().has_state() {
            let later = Seen { at: c.number(), ..case.seen };
            let anew = says(rule, &later, case.tables, &State::default());
            assert_eq!(says(rule, &case.seen, case.tables, case.state), anew, "{rule:?}");
        }
    });
}

#[test]
fn a_rule_that_cannot_read_does_as_it_is_set() {
    judgements(100, 4, |c, case| {
        let Some(rule) = c.maybe(1, case.rules) else { return };
        let row = rule.id.row();
        if case.seen.request.is_some() || !row.can_be_blinded() {
            return;
        }
        let said = says(rule, &case.seen, case.tables, case.state);
        match rule.settings.when_unreadable {
            _ if said == Verdict::Pass(Reason::NotApplicable) => {}
            WhenUnreadable::Refuse => assert_eq!(said, Verdict::Stop(Reason::Unreadable)),
            // Who asks can still be counted.
            WhenUnreadable::Pass if said == Verdict::Stop(Reason::TooManyFromOne) => {
                assert_eq!(rule.id, RuleId::Volume);
            }
            WhenUnreadable::Pass => assert_eq!(said, Verdict::Pass(Reason::Unreadable)),
        }
    });
}
