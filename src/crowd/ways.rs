//! The world of a simulation, worked out by playing each kind of message once through the judge's scene
//! with every gate open. Native only: a browser gets it packed.

use super::world::{GateAt, HomeCodes, Step, Way, World};
use crate::filter::Seen;
use crate::judge::{About, Question, Scene, Sender, gate_name};
use crate::run::{Fate, Kind, MessageId};
use crate::signalling::{Asked, Fact, Link, NetworkId, OperationId, Party, Place};

/// The world for so many home networks, with a way for each of these kinds of messages. `None` only where
/// the judge's scene cannot be read.
pub fn world(homes: usize, kinds: &[(Sender, OperationId)]) -> Option<World> {
    let mut scenes: Vec<Scene> = (0..homes).map(Scene::homed).collect::<Option<_>>()?;
    let first = scenes.first()?;
    let (home, visited) = (first.home, first.visited);
    let mut networks = first.lesson.networks.clone();
    let mut codes = Vec::new();
    for (at, scene) in scenes.iter().enumerate() {
        let mut own = scene.lesson.networks.get(home.index())?.clone();
        let network = if at == 0 { home } else { NetworkId(networks.len() as u8) };
        codes.push(HomeCodes { network, plmn: own.plmn, numbers: own.titles });
        if at > 0 {
            own.partners.retain(|partner| *partner != network);
            for other in own.partners.clone() {
                networks.get_mut(other.index())?.partners.push(network);
            }
            networks.push(own);
        }
    }
    let mut world = World {
        networks,
        visited,
        homes: codes,
        gates: Vec::new(),
        seen: first.lesson.past.seen.clone(),
        ways: Vec::new(),
    };
    world.seen.extend(world.homes.iter().skip(1).map(|codes| codes.network));
    for (at, scene) in scenes.iter_mut().enumerate() {
        let own = world.homes.get(at)?.network;
        for &(sender, operation) in kinds {
            let way = way(scene, &mut world.gates, (home, own), (sender, operation, at as u8))?;
            world.ways.push(way);
        }
    }
    Some(world)
}

/// Plays one kind of message, and reads off which gates it met.
fn way(
    scene: &mut Scene,
    gates: &mut Vec<GateAt>,
    (home, own): (NetworkId, NetworkId),
    (sender, operation, at): (Sender, OperationId, u8),
) -> Option<Way> {
    let about = match operation.row().asked() {
        Asked::Home => About::OutboundRoamer,
        Asked::Serving | Asked::Either => About::InboundRoamer,
    };
    let (played, seen) = scene.watch(&Question::new(operation, sender, about));
    let lesson = &played.lesson;
    let network = |id: NetworkId| if id == home { own } else { id };
    let mut steps = Vec::new();
    for (judged, seen) in played.run.judged.iter().zip(&seen) {
        let gate = lesson.gate(judged.gate)?;
        let place = match gate.place {
            Place::Party(Party::Network(id)) => Place::from(network(id)),
            place => place,
        };
        let here = GateAt { name: gate_name(gate, home), place, side: gate.side };
        let known = gates.iter().position(|known| *known == here).unwrap_or_else(|| {
            gates.push(here);
            gates.len() - 1
        });
        steps.push(Step {
            gate: known as u8,
            seen: renamed(*seen, network),
            inside: judged.message != MessageId(0),
        });
    }
    let answer = played.run.messages.iter().find(|m| m.kind == Kind::Answer { to: MessageId(0) });
    Some(Way {
        sender,
        operation,
        home: at,
        honest: lesson.acts.first()?.honest,
        steps,
        elsewhere: answer.is_some_and(|answer| answer.fate == Fate::Elsewhere),
        cell: answer.is_some_and(|answer| answer.facts.has(Fact::Cell)),
    })
}

/// Each scene has its own home network in the same place of its list; here each has a place of its own.
fn renamed(seen: Seen, network: impl Fn(NetworkId) -> NetworkId) -> Seen {
    let mut seen = seen;
    seen.observed.peer = seen.observed.peer.map(&network);
    seen.observed.signed = seen.observed.signed.map(&network);
    if let Link::Customer(Some(customer)) = seen.observed.link {
        seen.observed.link = Link::Customer(Some(network(customer)));
    }
    seen
}
