//! "You are the filter": ten messages, of each only what a gate can see; let pass or stop; then the truth.
//!
//! The pool of messages is worked out by the engine ([`pool`], natively) and packed; the page only deals
//! from it. Whether two messages are the same at the gate is found by comparing what is seen of them,
//! and never written down anywhere.

mod case;
mod deal;
mod round;
mod setting;

#[cfg(feature = "page")]
mod app;
#[cfg(feature = "page")]
mod card;
#[cfg(not(target_arch = "wasm32"))]
mod cases;
#[cfg(feature = "page")]
mod ending;
#[cfg(feature = "page")]
mod page;
#[cfg(feature = "page")]
mod truth;

#[cfg(feature = "page")]
pub use app::start;
#[cfg(feature = "page")]
pub use card::{Card, card};
pub use case::{Case, Sight, Truth, Whom, opinion};
#[cfg(not(target_arch = "wasm32"))]
pub use cases::{needs, play, pool, questions, scene};
pub use deal::{TEN, deal, twins};
#[cfg(feature = "page")]
pub use page::{Game, GameProps};
pub use round::{Answered, Phase, Round, Score, Stopper};
pub use setting::{FIRST, Setting};
#[cfg(feature = "page")]
pub use truth::{told, two_of_a_kind};
