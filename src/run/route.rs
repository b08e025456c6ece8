//! By which way a message goes. A question goes to the network that it is addressed to. Its answer goes,
//! in SS7, to whoever holds the address that the question claimed to come from, and later back by the
//! road of the question.

use crate::filter::Side;
use crate::lesson::Lesson;
use crate::signalling::{Address, CarrierId, Lease, NetworkId, Party, Place};

/// One crossing, and on which side of its end a gate would stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leg {
    pub from: Place,
    pub to: Place,
    pub side: Side,
}

/// What decides the way of a question.
#[derive(Clone, Copy)]
pub(super) struct Way<'a> {
    pub sender: Party,
    /// The lease under which it is sent.
    pub lease: Option<&'a Lease>,
    pub claimed: Address,
    /// The carrier that takes it, where that is not the usual one.
    pub by: Option<CarrierId>,
}

/// The way of a question to a network. Inside one network there is none, unless the sender's node
/// stands in another's range.
pub(super) fn of_request(lesson: &Lesson, way: &Way, to: NetworkId) -> Vec<Leg> {
    let mut legs = Vec::new();
    let by = way.by.as_slice();
    let ours = |network: NetworkId| if by.is_empty() { carriers(lesson, network) } else { by };
    match (way.lease, way.sender) {
        (Some(lease), sender) => {
            legs.push(Leg { from: sender.into(), to: lease.from.into(), side: Side::Exit });
            legs.extend(between(lesson, lease.from.into(), ours(lease.from), to));
        }
        (None, Party::Network(network)) => {
            let inside = network == to;
            let hosted = lesson.owner(way.claimed).filter(|&host| inside && host != network);
            if !inside || hosted.is_some() {
                let over = ours(hosted.unwrap_or(network));
                legs.extend(between(lesson, way.sender.into(), over, to));
            }
        }
        (None, Party::ThirdParty) => {
            let over = if by.is_empty() { lesson.third_party.as_slice() } else { by };
            legs.extend(between(lesson, way.sender.into(), over, to));
        }
    }
    legs
}

/// The way of an SS7 answer from a network to whoever holds an address.
pub(super) fn of_answer(lesson: &Lesson, from: NetworkId, claimed: Address) -> Vec<Leg> {
    let Some(owner) = lesson.owner(claimed) else { return Vec::new() };
    let holder = lesson.holder(claimed);
    let lessee = holder.filter(|&holder| {
        let lent = lesson.leases.iter().any(|lease| Address::Title(lease.title) == claimed);
        lent && holder != Party::Network(owner)
    });
    let mut legs = Vec::new();
    match (lessee, holder) {
        (Some(lessee), _) => {
            legs.extend(between(lesson, from.into(), carriers(lesson, from), owner));
            legs.push(Leg { from: owner.into(), to: lessee.into(), side: Side::Exit });
        }
        // A node that stands in another network's range.
        (None, Some(Party::Network(holder))) if holder != from || owner != from => {
            legs.extend(between(lesson, from.into(), carriers(lesson, owner), holder));
        }
        _ => {}
    }
    legs
}

/// The same way back.
pub(super) fn back(legs: &[Leg]) -> Vec<Leg> {
    let turned = |leg: &Leg| {
        let side = match (leg.side, leg.from) {
            (Side::Exit, _) => Side::Exit,
            (_, Place::Carrier(_)) => Side::Transit,
            (_, Place::Party(_)) => Side::Border,
        };
        Leg { from: leg.to, to: leg.from, side }
    };
    legs.iter().rev().map(turned).collect()
}

/// Over a carrier that serves both ends where there is one, and else over one of each.
fn between(lesson: &Lesson, from: Place, ours: &[CarrierId], to: NetworkId) -> Vec<Leg> {
    let theirs = carriers(lesson, to);
    let shared = ours.iter().find(|carrier| theirs.contains(carrier));
    let over: Vec<CarrierId> = match (shared, ours.first(), theirs.first()) {
        (Some(&shared), ..) => vec![shared],
        (None, Some(&first), Some(&last)) => vec![first, last],
        _ => Vec::new(),
    };
    let places = over.into_iter().map(Place::Carrier).chain([Place::from(to)]);
    let mut at = from;
    places
        .map(|to| {
            let side = if matches!(to, Place::Carrier(_)) { Side::Transit } else { Side::Border };
            let leg = Leg { from: at, to, side };
            at = to;
            leg
        })
        .collect()
}

fn carriers(lesson: &Lesson, network: NetworkId) -> &[CarrierId] {
    lesson.network(network).map_or(&[], |network| &network.carriers)
}
