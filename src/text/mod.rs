//! The text room: every word that a reader sees comes from `assets/text/` (Fluent syntax),
//! compiled natively into a [`Table`] that the page fetches; here are the tables, the compiler, and
//! [`Words`], which fills a message in. No markup, no sentence of the page's own, and nothing of
//! Fluent in the browser.

pub mod locale;
pub mod pseudo;
pub mod table;
pub mod widths;
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

/// The English texts, each with its name: every file of `assets/text/en/`. The page has none of them: it
/// fetches tables.
pub const ENGLISH: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/text_files.rs"));

#[cfg(test)]
mod tests;

pub use locale::{Category, Locale};
pub use pseudo::pseudo;
pub use table::{Arm, Direction, Part, Pattern, Table};
pub use words::{Depth, Piece, Value, Words, joined};

#[cfg(not(target_arch = "wasm32"))]
pub use compile::{Problem, compile, compile_all};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{english, with_specifications};
