//! Lessons left to chance, from one number each: the same number gives the same lesson on every machine,
//! in a terminal and in a browser, so that their runs can be compared. It has a generator of its own
//! because the ready ones may give other numbers in their next version.
#![allow(dead_code, reason = "natively and in the browser different parts of it are used")]

use serde_json::{Value, json};
use std::fmt::{self, Write};
use whereabouts::filter::{RULES, RuleId, RuleRow, Side};
use whereabouts::lesson::{self, GateId, Lesson};
use whereabouts::run::{Choices, Run};
use whereabouts::signalling::{Asked, CATALOGUE, Fact, Generation, Operation, Role};

/// Chance from a seed: whole numbers only (splitmix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Chance {
        Chance(seed)
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below that one, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        // In 64 bits everywhere: a browser's own whole numbers have 32.
        usize::try_from(self.number() % end as u64).unwrap()
    }

    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// One of them, once in so many times.
    pub fn maybe<T: Clone>(&mut self, times: usize, from: &[T]) -> Option<T> {
        (self.one_in(times) && !from.is_empty()).then(|| self.pick(from))
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }

    /// Some of them, in any order, and at least so many.
    pub fn some<T: Clone>(&mut self, from: &[T], least: usize) -> Vec<T> {
        let mut all = from.to_vec();
        self.shuffle(&mut all);
        all.truncate(least + self.below(from.len() - least + 1));
        all
    }
}

/// The lesson that a number gives.
pub fn lesson(seed: u64) -> Lesson {
    let text = lesson_text(seed);
    lesson::parse(&text).unwrap_or_else(|problems| panic!("{problems:#?} in {text}"))
}

/// Its file.
pub fn lesson_text(seed: u64) -> String {
    let mut draft = Draft::of(Chance::of(seed));
    let acts = draft.acts();
    let networks = draft.networks();
    let gates = draft.gates();
    // Whoever is asked needs its nodes, and what is claimed must be there: acts go first and are
    // finished last.
    let acts: Vec<Value> = acts.into_iter().enumerate().map(|act| draft.finish(act)).collect();
    let c = &mut draft.chance;
    let agreements: Vec<_> = pairs().filter(|_| c.one_in(2)).collect();
    let knows = draft.knows();
    let past = draft.past();
    let c = &mut draft.chance;
    let carrier =
        |id| json!({ "id": id, "name": id, "secured": !c.one_in(3), "hides": c.one_in(4) });
    let carriers = CARRIERS.map(carrier);
    let third_party = draft.third_party.then(|| json!({ "carrier": c.pick(&CARRIERS) }));
    let json = json!({
        "format": 1, "id": "chance", "chapter": 4, "seed": c.number(),
        "traveller": {
            "msisdn": "+999 71 555 0100", "imsi": "999110000000001", "in": NETWORKS[draft.serving],
        },
        "networks": networks, "carriers": carriers, "agreements": agreements,
        "leases": draft.leases, "third-party": third_party, "knows": knows, "past": past,
        "gates": gates, "acts": acts,
    });
    json.to_string()
}

/// Some of the rules that a lesson offers: none, all, or any.
pub fn choices(lesson: &Lesson, chance: &mut Chance) -> Choices {
    let of = chance.pick(&[0, 1, 1, 1, 2, 2, 4, 8]);
    filters(lesson).filter(|_| of > 0 && chance.below(8) < of).collect()
}

/// Every rule that a lesson offers, gate by gate.
pub fn filters(lesson: &Lesson) -> impl Iterator<Item = (GateId, RuleId)> {
    let gates = (0..).map(GateId).zip(&lesson.gates);
    gates.flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule)))
}

/// The number of a run by which two machines can see whether they have the same (FNV-1a of all that is
/// in it, written out).
pub fn hash(run: &Run) -> u64 {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    write!(hash, "{run:?}").unwrap();
    hash.0
}

/// The runs of those seeds, a line each: the seed, the hash with no rule, the hash with some.
pub fn hashes(seeds: impl Iterator<Item = u64>) -> String {
    seeds.fold(String::new(), |mut lines, seed| {
        let lesson = lesson(seed);
        let some = choices(&lesson, &mut Chance::of(!seed));
        let [open, filtered] = [Choices::default(), some]
            .map(|choices| hash(&whereabouts::run::run(&lesson, &choices)));
        writeln!(lines, "{seed} {open:016x} {filtered:016x}").unwrap();
        lines
    })
}

/// The seeds whose runs are compared between machines.
pub const COMPARED: std::ops::Range<u64> = 0..500;

struct Fnv(u64);

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

const NETWORKS: [&str; 4] = ["home", "visited", "lessor", "other"];
const STANDING: [&str; 4] = ["home", "visited", "partner", "partner"];
const CARRIERS: [&str; 3] = ["exchange", "northern", "backroad"];
const THIRD_PARTY: &str = "third-party";
const HOME: usize = 0;

/// What is decided of a lesson before the rest of it can be.
struct Draft {
    chance: Chance,
    third_party: bool,
    /// Which network looks after the phone.
    serving: usize,
    /// Who asks most.
    curious: &'static str,
    leases: Vec<Value>,
    unlisted: [bool; 4],
    /// Whether a network has an address in SS7 that somebody can claim.
    titled: [bool; 4],
    /// Roles that a network must have a node in.
    needed: [Vec<Role>; 4],
    /// Whether somebody has to stand in for the home register.
    routed: bool,
    /// Addresses that are somebody's.
    titles: Vec<String>,
}

/// An act of which only the beginning is decided.
struct Begun {
    operation: &'static Operation,
    from: &'static str,
}

impl Draft {
    fn of(mut chance: Chance) -> Draft {
        let mut draft = Draft {
            third_party: !chance.one_in(10),
            serving: chance.pick(&[1, 1, 1, 1, 0, 2]),
            curious: NETWORKS[HOME],
            leases: Vec::new(),
            unlisted: [(); 4].map(|()| chance.one_in(4)),
            needed: [const { Vec::new() }; 4],
            routed: chance.one_in(2),
            titled: [false; 4],
            titles: Vec::new(),
            chance,
        };
        let parties = draft.parties();
        draft.curious = draft.chance.pick(&parties);
        draft.leases();
        draft
    }

    fn parties(&self) -> Vec<&'static str> {
        NETWORKS.into_iter().chain(self.third_party.then_some(THIRD_PARTY)).collect()
    }

    fn leases(&mut self) {
        for i in 0..self.chance.below(4) {
            let from = self.chance.below(4);
            let to = if self.third_party && !self.chance.one_in(4) {
                THIRD_PARTY
            } else {
                self.chance.pick(&NETWORKS)
            };
            let title = format!("+999 7{} 90{i} 0001", from + 1);
            self.leases.push(json!({ "from": NETWORKS[from], "to": to, "title": title }));
            self.titles.push(title);
        }
    }

    /// Who asks what. Often all of one generation, so that one question helps another.
    fn acts(&mut self) -> Vec<Begun> {
        let generation = self.chance.maybe(2, &Generation::ALL);
        let usual = |row: &&Operation| generation.is_none_or(|only| row.generation() == only);
        let pool: Vec<&Operation> = CATALOGUE.iter().filter(usual).collect();
        // Where to deliver a text, and what can be asked with the answer.
        let leads = |row: &&Operation| row.is_about_a_text() || row.asked() == Asked::Serving;
        let chain: Vec<&Operation> = pool.iter().copied().filter(leads).collect();
        let parties = self.parties();
        let mut acts = Vec::new();
        for _ in 0..=self.chance.below(7) {
            let operation = if self.chance.one_in(3) { &chain } else { &pool };
            let operation = self.chance.pick(operation);
            let curious = self.chance.one_in(2);
            let from = if curious { self.curious } else { self.chance.pick(&parties) };
            self.asked(operation);
            if let Some(network) = NETWORKS.iter().position(|id| *id == from) {
                self.sends(network, operation);
            }
            acts.push(Begun { operation, from });
        }
        acts
    }

    /// Whoever is asked needs a node that answers, and so does whoever is asked for the answer's sake.
    fn asked(&mut self, operation: &Operation) {
        let whom: &[usize] = match operation.asked() {
            Asked::Home => &[HOME],
            Asked::Serving => &[self.serving],
            Asked::Either => &[HOME, self.serving],
        };
        whom.iter().for_each(|&network| self.needed[network].push(operation.to));
        if let Some(inside) = operation.inside {
            self.asked(inside.row());
        }
    }

    /// Whoever asks needs some node of that generation, which need not be the usual one.
    fn sends(&mut self, network: usize, operation: &Operation) {
        if operation.from.speaks(operation.generation()) && !self.chance.one_in(4) {
            self.needed[network].push(operation.from);
        }
        self.needed[network].push(match operation.generation() {
            Generation::Ss7 => Role::Stp,
            Generation::Diameter => Role::Dra,
            Generation::Services => Role::Sepp,
        });
    }

    fn networks(&mut self) -> Vec<Value> {
        (0..4).map(|i| self.network(i)).collect()
    }

    fn network(&mut self, i: usize) -> Value {
        let n = i + 1;
        if i == HOME && self.routed {
            self.needed[i].push(Role::SmsRouter);
        }
        let mut nodes = Vec::new();
        for role in Role::all() {
            if self.needed[i].contains(&role) || self.chance.one_in(5) {
                nodes.push(self.node(i, role));
            }
        }
        self.chance.shuffle(&mut nodes);
        let unlisted = self.unlisted[i].then(|| {
            let title = format!("+999 8{n} 000 0001");
            self.titles.push(title.clone());
            json!({ "titles": format!("+999 8{n}"), "realm": format!("001-2{n}"), "title": title })
        });
        let c = &mut self.chance;
        json!({
            "id": NETWORKS[i], "name": NETWORKS[i], "standing": STANDING[i],
            "plmn": format!("999-{n}{n}"), "titles": format!("+999 7{n}"),
            "realm": c.maybe(6, &[format!("001-1{n}")]), "unlisted": unlisted,
            "signs": !c.one_in(3), "carriers": c.some(&CARRIERS, 1), "nodes": nodes,
        })
    }

    fn node(&mut self, i: usize, role: Role) -> Value {
        let both = role.speaks(Generation::Ss7) && role.speaks(Generation::Diameter);
        if !role.speaks(Generation::Ss7) || (both && self.chance.one_in(4)) {
            return json!({ "role": role });
        }
        let host = self.chance.maybe(8, &[0, 1, 2, 3]);
        let range = host.unwrap_or(i) + 1;
        let title = format!("+999 7{range} {i}{:02} 0001", role as u8);
        self.titles.push(title.clone());
        self.titled[i] = true;
        json!({ "role": role, "title": title, "hosted-by": host.map(|host| NETWORKS[host]) })
    }

    fn gates(&mut self) -> Vec<Value> {
        let borders = NETWORKS.map(|at| (format!("{at}-gate"), at, Side::Border, 2));
        let exits = NETWORKS.map(|at| (format!("{at}-exit"), at, Side::Exit, 3));
        let carriers = CARRIERS.map(|at| (format!("{at}-gate"), at, Side::Transit, 3));
        let mut gates = Vec::new();
        for (id, at, side, times) in borders.into_iter().chain(exits).chain(carriers) {
            let home = at == NETWORKS[HOME] && side == Side::Border;
            let there = (home && self.routed) || self.chance.one_in(times);
            if !there {
                continue;
            }
            let routing = RuleId::SmsHomeRouting.row();
            let here = RULES.iter().filter(|row| row.sides.contains(&side));
            let here = here.filter(|row| !home || row.id != routing.id);
            let mut rules = self.chance.some(&here.collect::<Vec<_>>(), 0);
            // Nobody but the router can stand in for the home register.
            if home && self.routed {
                rules.insert(self.chance.below(rules.len() + 1), routing);
            }
            let rules: Vec<Value> = rules.into_iter().map(|row| self.rule(row)).collect();
            gates.push(json!({ "id": id, "at": at, "exit": side == Side::Exit, "rules": rules }));
        }
        gates
    }

    fn rule(&mut self, row: &RuleRow) -> Value {
        let c = &mut self.chance;
        let mut rule = json!({ "rule": row.name, "on": c.one_in(2) });
        for &setting in row.settings {
            if c.one_in(2) {
                rule[setting] = match setting {
                    "when-unreadable" => json!(c.pick(&["pass", "refuse"])),
                    "minutes" => json!(c.pick(&[0, 1, 60, 600, u32::MAX])),
                    "learns" => json!(c.pick(&[0, 10, 600, u32::MAX])),
                    _ => json!(c.below(5)),
                };
            }
        }
        rule
    }

    /// Often enough to ask something; of the curious one, often the number alone.
    fn knows(&mut self) -> Vec<Value> {
        let mut knows = Vec::new();
        for party in self.parties() {
            let only = party == self.curious && self.chance.one_in(2);
            let facts =
                if only { vec![Fact::PhoneNumber] } else { self.chance.some(&Fact::ALL, 5) };
            knows.push(json!({ "party": party, "facts": facts }));
        }
        knows
    }

    fn past(&mut self) -> Value {
        let c = &mut self.chance;
        let ago = |c: &mut Chance| c.maybe(2, &[0, 5, 59, 61, 10_000, u32::MAX]);
        let asked = |c: &mut Chance| {
            let from = c.pick(&NETWORKS);
            json!({ "from": from, "times": c.below(12), "minutes-ago": c.pick(&[0, 30, 61]) })
        };
        let registered = c.maybe(2, &NETWORKS);
        json!({
            "registered": registered.map(|at| json!({ "in": at, "minutes-ago": ago(c) })),
            "seen": if c.one_in(2) { json!(c.some(&NETWORKS, 0)) } else { Value::Null },
            "asked": (0..c.below(3)).map(|_| asked(c)).collect::<Vec<_>>(),
        })
    }

    /// The manner of an act.
    fn finish(&mut self, (i, act): (usize, Begun)) -> Value {
        let network = NETWORKS.iter().position(|id| *id == act.from);
        let rents = self.leases.iter().any(|lease| lease["to"] == act.from);
        let c = &mut self.chance;
        let ss7 = act.operation.generation() == Generation::Ss7;
        let networks = NETWORKS.into_iter().zip(self.titled).filter(|(_, titled)| *titled || !ss7);
        let titles = self.titles.iter().map(String::as_str);
        let anybodys: Vec<&str> = networks.map(|(id, _)| id).chain(titles).collect();
        let forced = network.is_none() && !rents;
        let claims = c.maybe(if forced { 1 } else { 4 }, &anybodys);
        let codes = ["999-11", "999-22", "999-33", "001-11", "999-99"];
        let inner: Vec<&str> =
            self.titles.iter().map(String::as_str).chain(["+999 99 000 0001"]).collect();
        json!({
            "id": format!("act-{i}"), "operation": act.operation.name, "from": act.from,
            "claims": claims, "naive": c.one_in(4), "unreadable": c.one_in(6),
            "unlisted": network.is_some_and(|at| self.unlisted[at] && c.one_in(4)),
            "inner": c.maybe(6, &inner), "network-code": c.maybe(6, &codes),
            "by": c.maybe(6, &CARRIERS),
            "minutes-later": c.maybe(3, &[1, 10, 59, 61, 600, u32::MAX]).unwrap_or(0),
            "honest": c.maybe(4, &[true, false]), "for-others": c.one_in(8),
        })
    }
}

/// Every two networks.
fn pairs() -> impl Iterator<Item = [&'static str; 2]> {
    let all = NETWORKS.into_iter().enumerate();
    all.flat_map(|(i, one)| NETWORKS[i + 1..].iter().map(move |other| [one, *other]))
}
