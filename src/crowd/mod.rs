//! A crowd: many travellers for a month, what their networks honestly ask, and somebody who asks for
//! another reason. Each message is judged by the same rules, at the same gates, as in every lesson.
//!
//! Two halves. Natively, the [`World`] is worked out by playing each kind of message once through the
//! judge's scene: which gates it crosses, what each sees, where its answer goes (`ways`). Then a
//! [`Month`] takes a [`Plan`] and that world and judges message after message, hour by hour; that half runs
//! in a browser's worker too. What came out is a [`Day`] each, and how it looks is in `ground` and
//! `picture`.
//!
//! There is no clock here, no chance but the seed's and no floating point.

mod chance;
mod day;
mod dots;
mod ground;
mod ink;
mod many;
mod month;
mod pen;
mod picture;
mod plan;
mod roads;
mod traffic;
mod world;

#[cfg(not(target_arch = "wasm32"))]
pub mod file;
#[cfg(not(target_arch = "wasm32"))]
pub mod measured;
#[cfg(not(target_arch = "wasm32"))]
pub mod ways;

pub use day::{Count, Day, Found, NEVER, Stops, Streak, hash};
pub use ground::{Ground, Spot};
pub use ink::Ink;
pub use month::{Month, Sent};
pub use picture::Picture;
pub use plan::{Asker, Event, Plan, PlanError, Targets, Traffic, limits};
pub use world::{GateAt, HomeCodes, Step, Way, World};
