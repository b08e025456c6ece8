//! Where a message is at a moment: the same function for the first drawing of a hop, for every frame,
//! and for every test.

use super::geometry::{Path, Point};
use super::layout::Layout;
use crate::playback::Phase;
use crate::run::{Fate, Hop, Message, Run};
use crate::signalling::{Party, Place, Role};

/// The ways that a message goes in one hop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The way of this hop up to the gate, or to its end where there is none.
    pub road: Path,
    /// From there to the node, or nothing where it is stopped.
    pub inside: Path,
}

impl Spot {
    /// Where the message is in a phase of the hop.
    pub fn at(&self, phase: Phase) -> Point {
        match phase {
            Phase::Waiting => self.road.start(),
            Phase::Road(share) => self.road.at(eased(share)),
            Phase::Gate(_) | Phase::Stopped => self.road.end(),
            Phase::Inside(share) => self.inside.at(eased(share)),
            Phase::There => self.inside.end(),
        }
    }
}

/// The ways of one hop.
pub fn place(layout: &Layout, run: &Run, hop: &Hop) -> Spot {
    let Some(message) = run.message(hop.message) else {
        return Spot { road: Path::default(), inside: Path::default() };
    };
    let start = rest(layout, message, hop.from, true);
    let end = rest(layout, message, hop.to, false);
    let sea = layout.sea(hop.from, hop.to);
    let out = layout.inland(hop.from, sea.start(), start).reversed().then(&sea);
    let inside = layout.inland(hop.to, sea.end(), end);
    if hop.gate.is_none() {
        return Spot { inside, road: out };
    }
    // It waits a little before the gate, so that both can be seen.
    let road = out.short_of(layout.before(hop.to));
    Spot { inside: Path::through([road.end()]).then(&inside), road }
}

/// Where a message rests with a place, at the beginning or the end of a hop.
fn rest(layout: &Layout, message: &Message, place: Place, leaving: bool) -> Point {
    match place {
        Place::Party(Party::Network(network)) => {
            let own = Party::Network(network);
            let row = message.operation().row();
            let asked = if message.is_request() { message.to } else { message.actual.party };
            let masked = matches!(message.fate, Fate::Masked(_)) || message.stand_in;
            let role = match () {
                () if own == asked && masked => Role::SmsRouter,
                () if own == asked => row.to,
                // The other end of the question: whoever asked, or passes it on.
                () if leaving || !message.is_request() => row.from,
                () => Role::SmsGateway,
            };
            layout.node(network, role).map_or_else(Point::default, |node| node.rest)
        }
        Place::Party(Party::ThirdParty) => layout.desk(),
        Place::Carrier(_) => layout.border(place, place),
    }
}

/// Slow at both ends: thousandths of the time to thousandths of the way.
fn eased(share: u16) -> u16 {
    let t = i64::from(share.min(1000));
    u16::try_from(t * t * (3000 - 2 * t) / 1_000_000).unwrap_or(1000)
}
