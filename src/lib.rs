//! Whereabouts: who can ask where your phone is when you roam, and where a filter would stop them.
//!
//! A [`lesson`] and a reader's [choices](run::Choices) give a [run](run::run): one list of events.
//! Everything that is shown is read from that list at a [moment](run::Moment). ARCHITECTURE.md says
//! which room may use which.

// Bad input is an answer and not a crash. Tests may fail loudly.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used))]

/// Of the project, as its packages say it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

pub mod crowd;
pub mod embed;
pub mod filter;
pub mod game;
pub mod judge;
pub mod lesson;
pub mod link;
pub mod month;
pub mod narration;
#[cfg(feature = "page")]
pub mod panels;
pub mod playback;
pub mod reader;
pub mod run;
pub mod sandbox;
pub mod signalling;
#[cfg(feature = "ssr")]
pub mod site;
#[cfg(feature = "page")]
pub mod stage;
pub mod text;
pub mod workshop;
