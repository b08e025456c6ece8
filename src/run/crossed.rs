//! Which gates a lesson's questions come by: a matter of roads, for which nothing has to be played.

use super::route::{self, Way};
use super::sender::Sender;
use crate::lesson::{GateId, Lesson, Manner};
use crate::signalling::Asked;

/// The gates that a lesson's questions come by where everybody can ask them, and those that are sent for the
/// answers' sake: where rules can have a meaning.
pub fn crossed(lesson: &Lesson) -> Vec<GateId> {
    let mut gates = Vec::new();
    for act in &lesson.acts {
        let mut next = Some((act.operation, act.from, act.manner));
        while let Some((operation, from, manner)) = next {
            let row = operation.row();
            let usual = match row.asked() {
                Asked::Serving => lesson.traveller.serving,
                Asked::Home | Asked::Either => lesson.traveller.home,
            };
            let to = manner.to.unwrap_or(usual);
            let sender = Sender { lesson, party: from, manner };
            if let Some(claimed) = sender.claimed(row) {
                let (lease, by) = (sender.lease(), manner.by);
                let way = Way { sender: from, lease, claimed: claimed.address, by };
                let legs = route::of_request(lesson, &way, to);
                gates.extend(
                    legs.iter()
                        .filter_map(|leg| lesson.gate_at(leg.to, leg.side).map(|(gate, _)| gate)),
                );
            }
            let inside = row.inside.or(manner.inside);
            next = inside.map(|inside| (inside, to.into(), Manner::default()));
        }
    }
    gates
}
