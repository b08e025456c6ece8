//! By which way a message goes. In SS7 a question goes to the network that it is addressed to, and its
//! answer to whoever holds the address that the question claimed to come from.

use crate::filter::Side;
use crate::lesson::Lesson;
use crate::signalling::{CarrierId, GlobalTitle, NetworkId, Party, Place};

/// One crossing, and on which side of its end a gate would stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leg {
    pub from: Place,
    pub to: Place,
    pub side: Side,
}

/// The way of a question that `sender` really sends under `claimed` to a network. Inside one network
/// there is none.
pub(super) fn of_request(
    lesson: &Lesson,
    sender: Party,
    claimed: GlobalTitle,
    to: NetworkId,
) -> Vec<Leg> {
    let rents = lesson.leases.iter().find(|lease| lease.to == sender && lease.title == claimed);
    let mut legs = Vec::new();
    match (rents, sender) {
        (Some(lease), _) => {
            legs.push(Leg { from: sender.into(), to: lease.from.into(), side: Side::Exit });
            legs.extend(between(lesson, lease.from.into(), carriers(lesson, lease.from), to));
        }
        (None, Party::Network(network)) if network == to => {}
        (None, Party::Network(network)) => {
            legs.extend(between(lesson, sender.into(), carriers(lesson, network), to));
        }
        (None, Party::ThirdParty) => {
            legs.extend(between(lesson, sender.into(), lesson.third_party.as_slice(), to));
        }
    }
    legs
}

/// The way of an answer from a network to whoever holds an address.
pub(super) fn of_answer(lesson: &Lesson, from: NetworkId, claimed: GlobalTitle) -> Vec<Leg> {
    let Some(owner) = lesson.owner(claimed) else { return Vec::new() };
    let mut legs = Vec::new();
    let lessee = lesson.holder(claimed).filter(|&holder| holder != Party::Network(owner));
    if owner != from || lessee.is_some() {
        legs.extend(between(lesson, from.into(), carriers(lesson, from), owner));
    }
    if let Some(lessee) = lessee {
        legs.push(Leg { from: owner.into(), to: lessee.into(), side: Side::Exit });
    }
    legs
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
