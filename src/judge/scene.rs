//! The scene in which a question is played: who takes part, who knows what, and by which roads a sender
//! of each kind comes. What the judge assumes is here and in `assets/judge/scene.json`:
//!
//! - A node answers whatever reaches it. Gates are empty but for the rules named.
//! - A leased address's traffic leaves by the lessor's exit and the lessor's usual carrier.
//! - A spoofed one comes by a carrier that does not serve the claimed owner, and that accepts any
//!   origin. In Diameter a spoofed home contradicts itself, and a spoofed partner does not.
//! - Whoever asks knows phone number, IMSI and serving node already.
//! - Gates remember where the subscriber is registered now, and have learned home, visited and partner.

use super::answer::Answer;
use super::question::{About, GateName, Question, Sender};
#[cfg(not(target_arch = "wasm32"))]
use crate::filter::Seen;
use crate::lesson::{self, Claims, Gate, GateRule, Lesson, Manner, Past};
#[cfg(not(target_arch = "wasm32"))]
use crate::run::run_seen;
use crate::run::{Choices, Memory, MessageId, Run, run_after};
use crate::signalling::{
    CarrierId, Fact, Facts, Imsi, Lease, Msisdn, NetworkId, Party, Place, Standing,
};
use crate::text::Words;

/// The scene, ready for any question.
#[derive(Clone, Debug)]
pub struct Scene {
    pub(crate) lesson: Lesson,
    pub(crate) home: NetworkId,
    pub(crate) visited: NetworkId,
    pub(super) partner: NetworkId,
    /// Every lease that there is; the lesson has the one that the question comes under.
    pub(super) leases: Vec<Lease>,
}

/// A question that has been played.
#[derive(Clone, Debug)]
pub struct Played {
    pub lesson: Lesson,
    pub run: Run,
}

const FILE: &str = include_str!("../../assets/judge/scene.json");

/// What tells other home networks from the usual one: name, ranges and codes.
#[cfg(not(target_arch = "wasm32"))]
const OTHER_HOMES: [[(&str, &str); 6]; 2] = [
    [
        ("Aldernet", "Dunlin Mobile"),
        ("+999 71", "+999 74"),
        ("+999 75", "+999 78"),
        ("999-11", "999-44"),
        ("99911", "99944"),
        ("999-15", "999-45"),
    ],
    [
        ("Aldernet", "Eider Cellular"),
        ("+999 71", "+999 76"),
        ("+999 75", "+999 79"),
        ("999-11", "999-66"),
        ("99911", "99966"),
        ("999-15", "999-65"),
    ],
];

impl Scene {
    /// Reads the scene. `None` only where the file that the program was built with is not a lesson; a
    /// test holds it to being one.
    pub fn new() -> Option<Scene> {
        Scene::of(FILE)
    }

    /// The same scene with another home network in the place of the usual one, where that is not the first.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn homed(other: usize) -> Option<Scene> {
        let Some(others) = other.checked_sub(1) else { return Scene::new() };
        let file = OTHER_HOMES
            .get(others)?
            .iter()
            .fold(FILE.to_owned(), |file, (usual, other)| file.replace(usual, other));
        Scene::of(&file)
    }

    fn of(file: &str) -> Option<Scene> {
        let lesson = lesson::parse(file).ok()?;
        let network = |standing: Standing| {
            let all = (0..).map(NetworkId).zip(&lesson.networks);
            all.into_iter().find(|(_, network)| network.standing == standing).map(|(id, _)| id)
        };
        let (home, visited) = (network(Standing::Home)?, network(Standing::Visited)?);
        let partner = network(Standing::Partner)?;
        let leases = lesson.leases.clone();
        Some(Scene { lesson, home, visited, partner, leases })
    }

    /// The same scene where no network signs what it sends, as today.
    #[must_use]
    pub fn unsigned(mut self) -> Scene {
        self.lesson.networks.iter_mut().for_each(|network| network.signs = false);
        self
    }

    /// Plays a question, and says what came out. The gates remember nothing of it.
    pub fn judge(&mut self, question: &Question, words: &Words) -> Answer {
        let run = self.run(question);
        Answer::of(&self.lesson, &run, words)
    }

    /// Plays a question with gates that remember.
    pub fn judge_after(
        &mut self,
        question: &Question,
        subscriber: (Msisdn, Imsi),
        memory: &mut Memory,
        words: &Words,
    ) -> Answer {
        self.set(question);
        (self.lesson.traveller.msisdn, self.lesson.traveller.imsi) = subscriber;
        memory.meet(&self.lesson);
        let run = run_after(&self.lesson, &self.choices(), memory);
        Answer::of(&self.lesson, &run, words)
    }

    /// What the gates remember before anything is asked: senders, but no subscriber.
    pub fn memory(&self) -> Memory {
        let past = Past { registered: None, ..self.lesson.past.clone() };
        Memory::of(&Lesson { past, ..self.lesson.clone() })
    }

    /// Plays a question, and shows how.
    pub fn play(&mut self, question: &Question) -> Played {
        let run = self.run(question);
        Played { lesson: self.lesson.clone(), run }
    }

    /// The same, and what each gate saw: one for each judgement of the run, in its order.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn watch(&mut self, question: &Question) -> (Played, Vec<Seen>) {
        self.set(question);
        let (run, seen) = run_seen(&self.lesson, &self.choices());
        (Played { lesson: self.lesson.clone(), run }, seen)
    }

    /// The gates that a question crosses, in order, where no rule stands at them: read off its run.
    pub fn crossed(&mut self, question: &Question) -> Vec<GateName> {
        let open = Question { gates: Default::default(), ..question.clone() };
        let run = self.run(&open);
        let own = run.judged.iter().filter(|judged| judged.message == MessageId(0));
        let gates = own.filter_map(|judged| self.lesson.gate(judged.gate));
        let mut crossed: Vec<GateName> = gates.map(|gate| name(gate, self.home)).collect();
        // Two carriers on one road are one kind of gate.
        crossed.dedup();
        crossed
    }

    /// Plays a question; the lesson is then set for it.
    pub(super) fn run(&mut self, question: &Question) -> Run {
        self.set(question);
        run_after(&self.lesson, &self.choices(), &mut Memory::of(&self.lesson))
    }

    fn choices(&self) -> Choices {
        let gates = (0..).map(lesson::GateId).zip(&self.lesson.gates);
        gates.flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule))).collect()
    }

    fn set(&mut self, question: &Question) {
        let serving = match question.about {
            About::OwnSubscriberAtHome => self.home,
            About::OutboundRoamer | About::InboundRoamer => self.visited,
        };
        let asked = if question.about.asks_home() { self.home } else { self.visited };
        let (home, visited, partner) = (self.home, self.visited, self.partner);
        let whose = Whose { home, visited, partner };
        let (from, manner) = sends(&self.lesson, whose, question.sender, asked);
        let manner = Manner { unreadable: question.unreadable, to: Some(asked), ..manner };
        let manner = match question.sender {
            Sender::SpoofedHome if question.unlisted => {
                // It comes by the carrier that the third party always uses.
                let unlisted = self.lesson.network(home).and_then(|home| home.unlisted);
                let claims = unlisted.map(|unlisted| Claims::Title(unlisted.title));
                let inner = unlisted.map(|unlisted| unlisted.title);
                Manner { claims, inner, naive: false, by: None, ..manner }
            }
            _ => match from {
                Party::Network(own) if question.detour => {
                    Manner { by: byway(&self.lesson, asked, own), ..manner }
                }
                _ => manner,
            },
        };
        let lessor = match question.sender {
            Sender::LeasedFromPartner => Some(partner),
            Sender::LeasedFromHome => Some(home),
            _ => None,
        };
        let leases = self.leases.iter().filter(|lease| Some(lease.from) == lessor).copied();
        self.lesson.leases = leases.collect();
        self.lesson.traveller.serving = serving;
        self.lesson.past.registered = Some((serving, None));
        let cell = Facts::of(&[Fact::Cell]);
        for (party, facts) in &mut self.lesson.knows {
            // Whoever looks after the phone knows its cell.
            *facts = facts.without(cell);
            if *party == serving.into() {
                *facts = facts.with(cell);
            }
        }
        for gate in &mut self.lesson.gates {
            let rule = |rule: &crate::filter::Rule| GateRule {
                rule: rule.id,
                on: true,
                settings: rule.settings,
            };
            gate.rules = question.at(name(gate, home)).iter().map(rule).collect();
        }
        if let Some(act) = self.lesson.acts.first_mut() {
            (act.operation, act.from, act.manner) = (question.operation, from, manner);
            act.for_others = question.sender == Sender::HomeForOthers;
        }
        let honest = self.is_honest();
        if let Some(act) = self.lesson.acts.first_mut() {
            act.honest = honest;
        }
    }

    fn is_honest(&self) -> bool {
        self.lesson.acts.first().is_some_and(|act| {
            let open = act.manner.claims.is_none() && !act.for_others;
            open && self.lesson.is_usual(act.from, act.operation)
        })
    }
}

/// Which network is which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whose {
    pub home: NetworkId,
    pub visited: NetworkId,
    pub partner: NetworkId,
}

/// Who sends, and how, a question to that network. Which address a lessee has rented stands in the leases.
pub(crate) fn sends(
    lesson: &Lesson,
    whose: Whose,
    sender: Sender,
    asked: NetworkId,
) -> (Party, Manner) {
    let Whose { home, visited, partner } = whose;
    let manner = Manner::default();
    let forged = |owner, naive| {
        let by = byway(lesson, asked, owner);
        (Party::ThirdParty, Manner { claims: Some(Claims::Network(owner)), naive, by, ..manner })
    };
    match sender {
        Sender::Home | Sender::HomeForOthers => (home.into(), manner),
        Sender::StaleHome => (home.into(), Manner { unlisted: true, ..manner }),
        Sender::Visited => (visited.into(), manner),
        Sender::Partner => (partner.into(), manner),
        Sender::SpoofedHome => forged(home, true),
        Sender::SpoofedPartner => forged(partner, false),
        Sender::LeasedFromPartner | Sender::LeasedFromHome => (Party::ThirdParty, manner),
    }
}

/// A carrier by which a forged address comes to a network: it does not serve the claimed owner. To the
/// owner itself it is one that serves nobody, and hands on to one that does.
fn byway(lesson: &Lesson, to: NetworkId, claimed: NetworkId) -> Option<CarrierId> {
    let serves = |network: NetworkId, carrier| {
        lesson.network(network).is_some_and(|network| network.served_by(carrier))
    };
    let mut all = (0..).map(CarrierId).take(lesson.carriers.len());
    all.find(|&carrier| !serves(claimed, carrier) && serves(to, carrier) == (to != claimed))
}

/// Which of the judge's gates one of the scene's is.
pub(crate) fn name(gate: &Gate, home: NetworkId) -> GateName {
    match (gate.side, gate.place) {
        (crate::filter::Side::Exit, _) => GateName::Lessor,
        (_, Place::Carrier(_)) => GateName::Carrier,
        (_, place) if place == Place::from(home) => GateName::Home,
        _ => GateName::Visited,
    }
}
