//! Whereabouts: who can ask where your phone is when you roam, and where a filter would stop them.
//!
//! A [`lesson`] and a reader's [choices](run::Choices) give a [run](run::run): one list of events.
//! Everything that is shown is read from that list at a [moment](run::Moment). ARCHITECTURE.md says
//! which room may use which.

pub mod filter;
pub mod lesson;
pub mod link;
pub mod narration;
pub mod playback;
pub mod run;
pub mod signalling;
pub mod text;
