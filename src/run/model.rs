//! What a run consists of: events in the order of time, and the messages, hops and judgements that
//! they speak of.

use crate::filter::Consulted;
use crate::lesson::{ActId, GateId};
use crate::signalling::{Actual, Claimed, Facts, NetworkId, OperationId, Party, Place, Request};
use serde::{Deserialize, Serialize};

/// A moment of a run, in whole milliseconds from its beginning.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Moment(pub u32);

/// A run from beginning to end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Run {
    /// In the order of time; at one moment, in the order of cause.
    pub events: Vec<Event>,
    pub messages: Vec<Message>,
    pub hops: Vec<Hop>,
    pub judged: Vec<Judged>,
    pub not_asked: Vec<NotAsked>,
    /// One after the other, without gaps.
    pub beats: Vec<Beat>,
    pub acts: Vec<ActSpan>,
    /// The moments that a reader steps to, from the beginning to the end.
    pub stops: Vec<Stop>,
    pub length: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MessageId(pub u16);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HopId(pub u16);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JudgedId(pub u16);

/// Something that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Event {
    pub at: Moment,
    pub what: What,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum What {
    /// A party knows this before anything is sent.
    Knew { party: Party, facts: Facts },
    /// A party would ask, and lacks what it must know for that.
    NotAsked { index: u16 },
    /// Two 5G networks open a connection. The other end has proved to be `with`, whoever it is; `None`
    /// where it could prove nothing.
    Connected { from: Party, with: Option<NetworkId>, to: NetworkId },
    /// A message sets out.
    Sent { message: MessageId },
    /// A gate has looked at it.
    Judged { judged: JudgedId },
    /// It has come to the end of its way, whichever that is.
    Ended { message: MessageId },
    /// A party knows this now. A stand-in looks like the truth to whoever gets it, and leads nowhere.
    Learned { party: Party, facts: Facts, message: MessageId, stand_in: bool },
    /// A register now points to another network, which need not be where the phone is.
    Moved { party: Party, to: NetworkId, message: MessageId, truly: bool },
}

/// A question or an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Message {
    pub act: ActId,
    pub kind: Kind,
    /// The question that made its receiver ask this one before answering.
    pub inside: Option<MessageId>,
    pub claimed: Claimed,
    pub actual: Actual,
    /// Who it is addressed to.
    pub to: Party,
    pub request: Request,
    /// Whether a filter cannot read what it asks.
    pub unreadable: bool,
    /// What it tells whoever it reaches.
    pub facts: Facts,
    /// Whether what it tells is a stand-in.
    pub stand_in: bool,
    pub sent: Moment,
    pub ended: Moment,
    pub fate: Fate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    Request,
    Answer { to: MessageId },
}

/// What becomes of a message in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fate {
    /// It reached whom it was sent to.
    Arrived,
    /// It was answered with a stand-in, on that judgement's word.
    Masked(JudgedId),
    /// It went no further than that gate.
    Stopped(JudgedId),
    /// An answer that reached the true owner of the address, who never asked and drops it.
    Elsewhere,
}

/// One crossing of a message from one place to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hop {
    pub message: MessageId,
    pub from: Place,
    pub to: Place,
    pub start: Moment,
    /// When it comes to the border of where it goes.
    pub border: Moment,
    /// When it leaves the border, where it does: equal to `border` where there is no gate.
    pub through: Moment,
    pub end: Moment,
    /// The gate that it passes, open or not.
    pub gate: Option<GateId>,
    pub judged: Option<JudgedId>,
    /// Whether it ends at the gate.
    pub stopped: bool,
}

/// What a gate said of a message, rule by rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Judged {
    pub gate: GateId,
    pub message: MessageId,
    pub at: Moment,
    pub consulted: Vec<Consulted>,
    /// The first with the strongest verdict, unless all let it pass.
    pub named: Option<Consulted>,
}

/// A question that was not asked, and what its sender lacks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NotAsked {
    pub act: ActId,
    pub party: Party,
    pub operation: OperationId,
    pub lacks: Facts,
    /// Whether it holds a stand-in for what it lacks.
    pub has_stand_in: bool,
}

/// What one caption speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Beat {
    pub start: Moment,
    pub kind: BeatKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BeatKind {
    Opening,
    Message(MessageId),
    NotAsked { index: u16 },
    Closing,
}

/// When an act begins, when it is over in this run, and when the next may begin in any run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActSpan {
    pub start: Moment,
    pub over: Moment,
    pub end: Moment,
}

/// A moment that the step buttons go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stop {
    pub at: Moment,
    /// The act and the number of the hop in it, from 1; `None` at the two ends.
    pub step: Option<(ActId, u8)>,
}

impl Run {
    pub fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.get(usize::from(id.0))
    }

    pub fn hop(&self, id: HopId) -> Option<&Hop> {
        self.hops.get(usize::from(id.0))
    }

    pub fn judged(&self, id: JudgedId) -> Option<&Judged> {
        self.judged.get(usize::from(id.0))
    }

    /// The events up to a moment, that one included.
    pub fn until(&self, moment: Moment) -> &[Event] {
        let end = self.events.partition_point(|event| event.at <= moment);
        self.events.get(..end).unwrap_or_default()
    }

    /// The hops of a message, in order.
    pub fn hops_of(&self, message: MessageId) -> impl Iterator<Item = (HopId, &Hop)> {
        (0..).map(HopId).zip(&self.hops).filter(move |(_, hop)| hop.message == message)
    }

    /// The beat that a moment lies in.
    pub fn beat_at(&self, moment: Moment) -> Option<(usize, &Beat)> {
        let after = self.beats.partition_point(|beat| beat.start <= moment);
        let index = after.saturating_sub(1);
        self.beats.get(index).map(|beat| (index, beat))
    }
}

impl ActSpan {
    /// How long it takes, in milliseconds.
    pub fn length(&self) -> u32 {
        self.end.0.saturating_sub(self.start.0)
    }
}

impl Message {
    pub fn is_request(&self) -> bool {
        matches!(self.kind, Kind::Request)
    }

    pub fn operation(&self) -> OperationId {
        self.request.operation
    }
}

impl Fate {
    /// The word that the text tables, the lessons' captions and the page's classes use.
    pub const fn id(self) -> &'static str {
        match self {
            Fate::Arrived => "arrived",
            Fate::Masked(_) => "masked",
            Fate::Stopped(_) => "stopped",
            Fate::Elsewhere => "elsewhere",
        }
    }
}
