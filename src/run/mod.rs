//! A lesson and the reader's choices give one list of events. Everything that a reader sees is read
//! from that list at a moment.
//!
//! The same lesson and choices give the same events, always: there is no clock here, no chance but the
//! seed's, no floating point and no order that a hash decides.

mod choices;
mod compare;
mod crossed;
mod engine;
mod ledger;
mod model;
mod pace;
mod record;
mod route;
mod sender;

pub use choices::Choices;
pub use compare::{Comparison, Pair, Parting, Why, compare, part};
pub use crossed::crossed;
#[cfg(not(target_arch = "wasm32"))]
pub use engine::run_seen;
pub use engine::{Memory, run, run_after};
pub use ledger::{Entry, Ledger};
pub use model::{
    ActSpan, Beat, BeatKind, Event, Fate, Hop, HopId, Judged, JudgedId, Kind, Message, MessageId,
    Moment, NotAsked, Run, Stop, What,
};
pub use record::{Record, records};
