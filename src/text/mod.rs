//! The text room: every word that a reader sees comes from `assets/text/*.ftl` (Fluent syntax),
//! compiled natively into a [`Table`] that the page fetches; here are the tables, the compiler, and
//! [`Words`], which fills a message in. No markup, no sentence of the page's own, and nothing of
//! Fluent in the browser.

pub mod locale;
pub mod pseudo;
pub mod table;
pub mod words;

#[cfg(feature = "page")]
pub mod browser;

#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
#[cfg(not(target_arch = "wasm32"))]
mod expand;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;

pub mod id;

#[cfg(test)]
mod tests;

pub use locale::{Category, Locale};
pub use pseudo::pseudo;
pub use table::{Arm, Direction, Part, Pattern, Table};
pub use words::{Depth, Piece, Value, Words, joined};

#[cfg(not(target_arch = "wasm32"))]
pub use compile::{Problem, compile};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{english, with_specifications};
