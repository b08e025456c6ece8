//! What is measured: judgements, the chapters' runs, and runs of lessons that no file may be as long as.

use std::hint::black_box;
use whereabouts::filter::{History, Judgement, RULES, Rule, RuleId, Seen, State, Tables, judge};
use whereabouts::lesson::{self, Act, GateId, Lesson};
use whereabouts::run::{Choices, Run, run};
use whereabouts::signalling::{
    CarrierId, Claimed, Generation, GlobalTitle, Link, NetworkId, Observed, OperationId, Request,
};

pub const CHAPTERS: [&str; 2] = ["anyone-may-ask", "two-questions"];

/// How many messages the long runs have.
pub const MESSAGES: [usize; 4] = [10, 100, 1_000, 10_000];

/// A message at a gate.
pub struct Arrived {
    rules: Vec<Rule>,
    seen: Seen,
    tables: Tables,
    state: State,
}

impl Arrived {
    /// At a gate where that rule stands alone.
    pub fn at_one_rule() -> Arrived {
        Arrived::at(vec![Rule::from(RuleId::HomeMatch)])
    }

    /// At a gate where every rule stands.
    pub fn at_every_rule() -> Arrived {
        Arrived::at(RULES.iter().map(|row| Rule::from(row.id)).collect())
    }

    /// The home register's question about a visitor, at the visited network's border: no rule stops it,
    /// so that each has to look at everything. The gate has seen others before.
    fn at(rules: Vec<Rule>) -> Arrived {
        let lesson = chapter("two-questions");
        let (home, visited) = (lesson.traveller.home, lesson.traveller.serving);
        let tables = Tables::of(visited.into(), &lesson.networks);
        let imsi = lesson.traveller.imsi;
        let title = GlobalTitle::read("+999 71 000 0001").unwrap();
        let request = Request {
            operation: OperationId::ProvideSubscriberInfo,
            msisdn: None,
            imsi: Some(imsi),
        };
        let seen = Seen {
            claimed: Claimed { address: title.into(), inner: None, network: None },
            observed: Observed {
                generation: Generation::Ss7,
                link: Link::Carrier(CarrierId(0)),
                recorded: Some(CarrierId(0)),
                peer: Some(home),
                signed: Some(home),
                secured: true,
            },
            request: Some(request),
            at: 1_000_000,
        };
        let everybody: Vec<NetworkId> = (0..3).map(NetworkId).collect();
        let subscriber = request.subscriber().unwrap();
        let asked =
            everybody.iter().map(|&network| (vec![subscriber], network, 2, 999_000)).collect();
        let registered = Some((imsi, visited, None));
        let history = History { registered, seen: everybody, asked, ..History::default() };
        let state = State::after(&history, &tables);
        let arrived = Arrived { rules, seen, tables, state };
        assert_eq!(arrived.judge().named, None);
        arrived
    }

    pub fn judge(&self) -> Judgement {
        let Arrived { rules, seen, tables, state } = black_box(self);
        judge(rules.iter().copied(), seen, tables, state, |said| {
            black_box(said);
        })
    }
}

/// A lesson, and every filter that it offers.
pub struct Played {
    lesson: Lesson,
    choices: Choices,
}

impl Played {
    fn of(lesson: Lesson) -> Played {
        let gates = (0..).map(GateId).zip(&lesson.gates);
        let every = gates.flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule)));
        Played { choices: every.collect(), lesson }
    }

    pub fn chapter(id: &str) -> Played {
        Played::of(chapter(id))
    }

    /// The home register asks again and again and is answered every time, past every rule that its
    /// question crosses.
    pub fn long(messages: usize) -> Played {
        let mut lesson = chapter("two-questions");
        let honest = |act: &Act| act.operation == OperationId::ProvideSubscriberInfo && act.honest;
        let asks = lesson.acts.iter().find(|act| honest(act)).unwrap().clone();
        lesson.acts.truncate(1);
        lesson.acts.resize(messages / 2, asks);
        let played = Played::of(lesson);
        assert_eq!(played.run().messages.len(), messages);
        played
    }

    pub fn run(&self) -> Run {
        run(black_box(&self.lesson), black_box(&self.choices))
    }
}

/// A chapter's file.
pub fn file(id: &str) -> &'static str {
    match id {
        "anyone-may-ask" => include_str!("../../assets/lessons/anyone-may-ask.json"),
        _ => include_str!("../../assets/lessons/two-questions.json"),
    }
}

fn chapter(id: &str) -> Lesson {
    lesson::parse(file(id)).unwrap()
}
