//! What a moment shows: the message that the caption speaks of, where it is, and how far the gate has
//! come with it. The stage turns this into positions; nothing here knows of a picture.

use crate::run::{Fate, Hop, HopId, MessageId, Moment, Run};

/// What there is to see at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Which beat of the run.
    pub beat: usize,
    /// The message that this beat is about, if it is about one.
    pub flight: Option<Flight>,
}

/// A message on its way, or at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flight {
    pub message: MessageId,
    /// The hop that it is in, or was in last; `None` for a message that crosses nothing.
    pub hop: Option<HopId>,
    pub phase: Phase,
    /// What has become of it, once that is so.
    pub fate: Option<Fate>,
}

/// Where in a hop a message is. Shares are thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not yet under way.
    Waiting,
    /// On the road to the border.
    Road(u16),
    /// At the gate, being looked at.
    Gate(u16),
    /// From the border to the node.
    Inside(u16),
    /// At the end of the hop.
    There,
    /// Stopped at the gate.
    Stopped,
}

impl Flight {
    /// How many rules of its hop's gate have been asked by then, the one that is being asked included.
    /// They are asked one after the other while the message is at the gate.
    pub fn asked(&self, run: &Run) -> usize {
        let hop = self.hop.and_then(|hop| run.hop(hop));
        let judged = hop.and_then(|hop| run.judged(hop.judged?));
        let all = judged.map_or(0, |judged| judged.consulted.len());
        match self.phase {
            Phase::Waiting | Phase::Road(_) => 0,
            Phase::Gate(share) => (usize::from(share) * all / 1000 + 1).min(all),
            _ => all,
        }
    }
}

/// What a moment of a run shows.
pub fn scene(run: &Run, moment: Moment) -> Scene {
    let beat = run.beat_at(moment);
    let flight = match beat.map(|(_, beat)| beat.kind) {
        Some(crate::run::BeatKind::Message(message)) => flight(run, message, moment),
        _ => None,
    };
    Scene { beat: beat.map_or(0, |(index, _)| index), flight }
}

fn flight(run: &Run, id: MessageId, moment: Moment) -> Option<Flight> {
    let message = run.message(id)?;
    let fate = (moment >= message.ended).then_some(message.fate);
    let mut hop = None;
    for (id, candidate) in run.hops_of(id) {
        // Before its first hop a message waits at its beginning; after that it is in the hop that has
        // begun last.
        if hop.is_none() || candidate.start <= moment {
            hop = Some((id, candidate));
        }
    }
    let phase = hop.map_or(Phase::There, |(_, hop)| phase(hop, moment));
    Some(Flight { message: id, hop: hop.map(|(id, _)| id), phase, fate })
}

fn phase(hop: &Hop, moment: Moment) -> Phase {
    let share = |from: Moment, to: Moment| {
        let (done, all) = (moment.0.saturating_sub(from.0), to.0.saturating_sub(from.0));
        u16::try_from(u64::from(done) * 1000 / u64::from(all.max(1))).unwrap_or(1000).min(1000)
    };
    match moment {
        m if m < hop.start => Phase::Waiting,
        m if m < hop.border => Phase::Road(share(hop.start, hop.border)),
        m if m < hop.through => Phase::Gate(share(hop.border, hop.through)),
        _ if hop.stopped => Phase::Stopped,
        m if m < hop.end => Phase::Inside(share(hop.through, hop.end)),
        _ => Phase::There,
    }
}
