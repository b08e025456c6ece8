//! The judge's matrix as lessons: for a question about where somebody is, one lesson in which every
//! sender asks it in turn, so that the picture can show any cell of the table.

use super::question::{About, GateName, Question, Sender};
use super::scene::{Scene, name};
use crate::filter::{RULES, RuleId, Settings, Side};
use crate::lesson::{Act, Claims, Gate, GateRule, Lesson, Manner, QUESTIONS, question_id};
use crate::run::{MessageId, Run};
use crate::signalling::{
    Asked, CarrierId, Facts, Generation, Network, Operation, OperationId, Party, Place, Role,
    Standing, Subject,
};

/// More than an hour goes by between two acts, so that no rule that counts remembers the one before.
const MINUTES_BETWEEN: u32 = 61;

/// The questions about where somebody is, each as it is asked about a traveller.
pub fn questions() -> Vec<(OperationId, About)> {
    let about = |operation: OperationId| match operation.row().asked() {
        Asked::Serving => About::InboundRoamer,
        Asked::Home | Asked::Either => About::OutboundRoamer,
    };
    QUESTIONS.into_iter().map(|operation| (operation, about(operation))).collect()
}

/// The lesson in which every sender asks that question: an act each, and at the gates that they cross
/// every rule that has a meaning there, off.
pub fn lesson_of(scene: &mut Scene, operation: OperationId, about: About) -> Lesson {
    let mut used = Used::default();
    let mut acts = Vec::new();
    for sender in Sender::ALL {
        let run = scene.run(&Question::new(operation, sender, about));
        used.note(&run);
        acts.extend(scene.lesson.acts.first().map(|act| Act {
            id: sender.id().to_owned(),
            minutes_later: MINUTES_BETWEEN,
            manner: Manner {
                claims: act.manner.claims.or_else(|| rented(scene, sender)),
                ..act.manner
            },
            ..act.clone()
        }));
    }
    let mut lesson = scene.lesson.clone();
    lesson.id = question_id(operation);
    lesson.chapter = 0;
    for act in &mut acts {
        act.manner.by = act.manner.by.map(|carrier| used.carrier(carrier));
    }
    lesson.acts = acts;
    lesson.leases = scene.leases.clone();
    lesson.knows = knows(&lesson, operation);
    // In the order of the scene: a network's traffic goes by the first of its carriers.
    let carriers = lesson.carriers.into_iter().zip((0..).map(CarrierId));
    let carriers = carriers.filter(|(_, id)| used.carriers.contains(id));
    lesson.carriers = carriers.map(|(carrier, _)| carrier).collect();
    for network in &mut lesson.networks {
        network.carriers.retain(|carrier| used.carriers.contains(carrier));
        network.carriers.iter_mut().for_each(|carrier| *carrier = used.carrier(*carrier));
        let wanted = nodes(network, operation);
        network.nodes = wanted.iter().filter_map(|&role| network.node(role).copied()).collect();
    }
    lesson.third_party = lesson.third_party.map(|carrier| used.carrier(carrier));
    let gates = lesson.gates.iter().enumerate();
    let gates = gates.filter(|(at, _)| used.gates.contains(at)).map(|(_, gate)| Gate {
        place: match gate.place {
            Place::Carrier(carrier) => used.carrier(carrier).into(),
            place => place,
        },
        rules: rules(gate.side, operation.row().generation()),
        ..gate.clone()
    });
    lesson.gates = gates.collect();
    lesson
}

/// The filters that put a rule at every gate of that kind, as an address writes them: a question can
/// come by several carriers, and by the exit of either lessor. `None` where the lesson has no such gate,
/// or the rule no meaning there.
pub fn filters(lesson: &Lesson, gate: GateName, rule: RuleId) -> Option<String> {
    let here = lesson.gates.iter().filter(|other| name(other, lesson.traveller.home) == gate);
    let with = here.filter(|gate| gate.rules.iter().any(|offered| offered.rule == rule));
    let names: Vec<String> = with.map(|gate| format!("{}.{}", gate.id, rule.id())).collect();
    (!names.is_empty()).then(|| names.join(","))
}

/// What some run of the question makes use of.
#[derive(Default)]
struct Used {
    /// Sorted.
    carriers: Vec<CarrierId>,
    gates: Vec<usize>,
}

impl Used {
    fn note(&mut self, run: &Run) {
        for place in run.hops.iter().flat_map(|hop| [hop.from, hop.to]) {
            if let Place::Carrier(carrier) = place
                && !self.carriers.contains(&carrier)
            {
                self.carriers.push(carrier);
            }
        }
        self.carriers.sort_unstable();
        // Rules stand where the question itself passes, and not what is asked for its sake.
        let own = run.judged.iter().filter(|judged| judged.message == MessageId(0));
        self.gates.extend(own.map(|judged| usize::from(judged.gate.0)));
    }

    /// The number that a carrier has among those that are used.
    fn carrier(&self, carrier: CarrierId) -> CarrierId {
        let before = self.carriers.iter().filter(|&&other| other < carrier).count();
        CarrierId(u8::try_from(before).unwrap_or(carrier.0))
    }
}

/// The address that a lessee sends under: with both leases in one lesson, an act says which.
fn rented(scene: &Scene, sender: Sender) -> Option<Claims> {
    let lessor = match sender {
        Sender::LeasedFromPartner => scene.partner,
        Sender::LeasedFromHome => scene.home,
        _ => return None,
    };
    let lease = scene.leases.iter().find(|lease| lease.from == lessor)?;
    Some(Claims::Title(lease.title))
}

/// Everybody but those who look after the traveller knows no more than the question needs, so that one
/// sees what its answer adds.
fn knows(lesson: &Lesson, operation: OperationId) -> Vec<(Party, Facts)> {
    let row = operation.row();
    let needs = row.needs(row.subject == Subject::Imsi);
    let looks_after = |party: Party| {
        party == lesson.traveller.home.into() || party == lesson.traveller.serving.into()
    };
    let facts = |&(party, facts): &(Party, Facts)| {
        (party, if looks_after(party) { facts.with(needs) } else { needs })
    };
    lesson.knows.iter().map(facts).collect()
}

/// The nodes that the question has to do with, no more than two in a network: who is asked, who asks
/// in the home network, or there the text router where it could answer instead, and in the visited one
/// the switch that looks after the phone where it is not asked itself. A sender that has no node of its own here sends from
/// the first.
fn nodes(network: &Network, operation: OperationId) -> Vec<Role> {
    let row = operation.row();
    let generation = row.generation();
    let asked = match row.asked() {
        Asked::Serving => Standing::Visited,
        Asked::Home | Asked::Either => Standing::Home,
    };
    let mut roles = Vec::new();
    match network.standing {
        standing if standing == asked => roles.push(row.to),
        Standing::Visited => roles.push(switch(row, generation)),
        Standing::Home | Standing::Partner => {}
    }
    match network.standing {
        Standing::Home if row.is_about_a_text() => roles.push(Role::SmsRouter),
        Standing::Home | Standing::Partner if row.from.speaks(generation) => roles.push(row.from),
        _ => {}
    }
    let mut kept: Vec<Role> = Vec::new();
    for role in roles {
        if network.node(role).is_some() && !kept.contains(&role) {
            kept.push(role);
        }
    }
    if kept.is_empty() {
        let fits = network.nodes.iter().find(|node| node.role.generation() == generation);
        kept.extend(fits.map(|node| node.role));
    }
    kept
}

/// The node that looks after the phone: whom the question reaches in the end, or else that of its
/// generation.
fn switch(row: &Operation, generation: Generation) -> Role {
    let last = row.inside.map_or(row.to, |inside| inside.row().to);
    match generation {
        _ if last.is_serving() => last,
        Generation::Ss7 => Role::MscVlr,
        Generation::Diameter => Role::Mme,
        Generation::Services => Role::Amf,
    }
}

/// Every rule that has a meaning there.
fn rules(side: Side, generation: Generation) -> Vec<GateRule> {
    let rules = RULES.iter().filter(|row| row.applies(side, generation));
    rules.map(|row| GateRule { rule: row.id, on: false, settings: Settings::USUAL }).collect()
}
