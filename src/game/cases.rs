//! The pool: each message is played through the judge's scene, and what its gate saw is read off that
//! run. Native only; the page gets the pool packed.

use super::case::{Case, Sight, Truth, Whom};
use crate::filter::{RULES, Reason, Rule, RuleId, Seen, Side, Tables, Tie, Verdict};
use crate::judge::{About, GateName, Outcome, Question, Scene, Sender};
use crate::lesson::{Gate, Lesson};
use crate::run::{Event, Fate, Kind, MessageId, Run, What};
use crate::signalling::{
    Address, Generation, Identity, Link, NetworkId, OperationId, Party, Place, Plmn, Standing,
};

/// What is asked of the home network, and what of the visited one.
const OF_HOME: [OperationId; 9] = [
    OperationId::UpdateLocation,
    OperationId::SendAuthenticationInfo,
    OperationId::SendRoutingInfoForSm,
    OperationId::AnyTimeInterrogation,
    OperationId::PurgeMs,
    OperationId::S6aUpdateLocation,
    OperationId::S6aAuthenticationInformation,
    OperationId::S6cSendRoutingInfoForSm,
    OperationId::UecmRegistration,
];
const OF_VISITED: [OperationId; 8] = [
    OperationId::ProvideSubscriberInfo,
    OperationId::ProvideRoamingNumber,
    OperationId::InsertSubscriberData,
    OperationId::CancelLocation,
    OperationId::ProvideSubscriberLocation,
    OperationId::S6aInsertSubscriberData,
    OperationId::S6aCancelLocation,
    OperationId::AmfProvideLocationInfo,
];

/// Every question that the pool is made of.
pub fn questions() -> Vec<Question> {
    let home = OF_HOME.iter().map(|&operation| (operation, About::OutboundRoamer));
    let visited = OF_VISITED.iter().map(|&operation| (operation, About::InboundRoamer));
    let mut all = Vec::new();
    for (operation, about) in home.chain(visited) {
        for sender in Sender::ALL {
            let plain = Question::new(operation, sender, about);
            let old = operation.row().generation() == Generation::Ss7;
            let with = |set: fn(&mut Question)| {
                let mut question = plain.clone();
                set(&mut question);
                question
            };
            match sender {
                Sender::Home | Sender::Visited | Sender::Partner => {
                    all.push(with(|question| question.detour = true));
                }
                // What the home network itself has rented out or begun to use does not come to it from
                // outside unknown.
                Sender::LeasedFromHome if about.asks_home() => continue,
                Sender::SpoofedHome if old && !about.asks_home() => {
                    all.push(with(|question| question.unlisted = true));
                }
                // A filter that reads less than the node behind it is known of the oldest signalling.
                Sender::LeasedFromPartner if old => {
                    all.push(with(|question| question.unreadable = true));
                }
                _ => {}
            }
            all.push(plain);
        }
    }
    all
}

/// The judge's scene as networks are today: nobody signs.
pub fn scene() -> Option<Scene> {
    Some(Scene::new()?.unsigned())
}

/// Every message of the game. Empty only where the judge's scene cannot be read.
pub fn pool() -> Vec<Case> {
    let Some(mut scene) = scene() else { return Vec::new() };
    let played = questions().into_iter().filter_map(|question| play(&mut scene, &question));
    // What the two networks would only do where they have agreed on it is neither.
    let open = [Sender::Home, Sender::StaleHome, Sender::Visited];
    let clear = |case: &Case| {
        let Truth { honest, detour, sender, .. } = case.truth;
        honest || !(detour || open.contains(&sender))
    };
    played.filter(clear).collect()
}

/// One question as a message of the game; `None` where it crosses no gate of the network that is asked.
pub fn play(scene: &mut Scene, question: &Question) -> Option<Case> {
    let (open, seen) = scene.watch(question);
    let (lesson, run) = (&open.lesson, &open.run);
    let asked = run.message(MessageId(0))?;
    let at = |gate: GateName| {
        let place = Place::Party(asked.to);
        let found = run.judged.iter().zip(&seen).find(|(judged, _)| {
            let gate_of = lesson.gate(judged.gate);
            let side = if gate == GateName::Lessor { Side::Exit } else { Side::Border };
            let here = |g: &Gate| g.side == side && (side == Side::Exit || g.place == place);
            judged.message == MessageId(0) && gate_of.is_some_and(here)
        });
        found.map(|(_, seen)| *seen)
    };
    let gate = if question.about.asks_home() { GateName::Home } else { GateName::Visited };
    let seen = at(gate)?;
    let rules = verdicts(scene, question, gate);
    Some(Case {
        seen: sight(lesson, &seen, asked.to)?,
        truth: truth(lesson, run, question)?,
        rules,
    })
}

/// Every rule at the network's gate at once: each says what it would say alone. What has a meaning only at
/// a lessor's exit is asked there, if the message leaves by one.
fn verdicts(scene: &mut Scene, question: &Question, gate: GateName) -> Vec<Verdict> {
    let border = |rule: &RuleId| rule.row().sides.contains(&Side::Border);
    let mut said: Vec<Verdict> = Vec::new();
    for (here, gate) in [(true, gate), (false, GateName::Lessor)] {
        let rules = RULES.iter().map(|row| row.id).filter(|rule| border(rule) == here);
        let asked = question.clone().with(gate, rules.map(Rule::from));
        let (played, _) = scene.watch(&asked);
        let consulted = played.run.judged.iter().filter(|judged| judged.message == MessageId(0));
        let consulted: Vec<_> = consulted.flat_map(|judged| judged.consulted.clone()).collect();
        for row in RULES.iter().filter(|row| border(&row.id) == here) {
            let said_by = consulted.iter().find(|consulted| consulted.rule == row.id);
            said.push(said_by.map_or(Verdict::Pass(Reason::NotApplicable), |one| one.verdict));
        }
    }
    // Those at the border come first; put them where the table has them.
    let order = RULES.iter().filter(|row| border(&row.id));
    let order: Vec<RuleId> =
        order.chain(RULES.iter().filter(|row| !border(&row.id))).map(|row| row.id).collect();
    let found = |id: RuleId| order.iter().position(|other| *other == id);
    let verdict = |id| found(id).and_then(|at| said.get(at)).copied();
    RULES
        .iter()
        .map(|row| verdict(row.id).unwrap_or(Verdict::Pass(Reason::NotApplicable)))
        .collect()
}

/// What the gate sees, in the terms of its tables.
fn sight(lesson: &Lesson, seen: &Seen, at: Party) -> Option<Sight> {
    let tables = Tables::of(at.into(), &lesson.networks);
    let standing = |network: NetworkId| lesson.standing(network.into());
    let owner = |address: Address| tables.owner(address).and_then(standing);
    let coded = |code: Plmn| (code, tables.coded(code).and_then(standing));
    let Seen { claimed, observed, request, .. } = seen;
    let generation = observed.generation;
    let Link::Carrier(carrier) = observed.link else { return None };
    // It stands beside what cannot be read then.
    let inner = claimed.inner.filter(|_| request.is_some()).map(Address::Title);
    let own = tables.tie(claimed.address) == Some(Tie::Own);
    let gate = lesson.standing(at)?;
    let diameter = generation == Generation::Diameter;
    let recorded = observed.recorded.filter(|_| diameter);
    Some(Sight {
        gate,
        generation,
        operation: request.map(|request| request.operation),
        about: request.map(|_| if gate == Standing::Home { Whom::Ours } else { Whom::Guest }),
        address: tables.range(claimed.address),
        owner: owner(claimed.address),
        host: match claimed.address {
            Address::Identity(identity) => {
                let realm = Address::Identity(Identity { realm: identity.host, ..identity });
                Some((identity.host, owner(realm)))
            }
            Address::Title(_) => None,
        },
        inner: inner.map(|inner| (tables.range(inner), owner(inner))),
        network: claimed.network.map(coded),
        carrier,
        // What is the gate's own comes by no road from outside.
        fits: if own { Some(false) } else { tables.comes_by(claimed.address, carrier) },
        recorded: recorded.map(|first| (first, tables.served_by(claimed.address, first))),
        secured: diameter.then_some(observed.secured),
        signed: observed.signed.filter(|_| generation != Generation::Services).and_then(standing),
        peer: observed.peer.filter(|_| generation == Generation::Services).and_then(standing),
        registered: request.and(lesson.past.registered).and_then(|(network, _)| standing(network)),
    })
}

fn truth(lesson: &Lesson, run: &Run, question: &Question) -> Option<Truth> {
    let honest = lesson.acts.first()?.honest;
    let answer = run.messages.iter().find(|m| m.kind == Kind::Answer { to: MessageId(0) });
    let elsewhere = answer.is_some_and(|answer| answer.fate == Fate::Elsewhere);
    let reached = answer.filter(|_| !elsewhere);
    let misled = |event: &Event| matches!(event.what, What::Moved { truly: false, .. });
    Some(Truth {
        operation: question.operation,
        sender: question.sender,
        detour: question.detour,
        unlisted: question.unlisted,
        honest,
        outcome: if elsewhere { Outcome::AnsweredElsewhere } else { Outcome::Answered },
        learns: reached.map(|answer| answer.facts).unwrap_or_default(),
        misled: run.events.iter().any(misled),
    })
}

/// Whether the page needs the message with that key to speak of these cases: which words are packed with
/// the pool.
pub fn needs(key: &str, cases: &[Case]) -> bool {
    let id = key.split_once('.').map_or(key, |(id, _)| id);
    let (kind, name) = id.split_once('-').unwrap_or((id, ""));
    let plain = id == key;
    match kind {
        "game" | "list" | "generation" => true,
        "operation" | "honest" => {
            plain && cases.iter().any(|case| case.truth.operation.row().key() == name)
        }
        "rule" => plain,
        "fact" => plain && !["-4g", "-5g", "-mixed"].iter().any(|end| name.ends_with(end)),
        "reason" => {
            let stops = |verdict: &Verdict| !verdict.passes() && verdict.reason().id() == name;
            plain && cases.iter().flat_map(|case| &case.rules).any(stops)
        }
        _ => false,
    }
}
