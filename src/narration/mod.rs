//! Events to sentences, as pieces (words, parties, terms, numbers), at both depths. No markup: the
//! page, the print-out and the terminal dress the same pieces each in their own way.
//!
//! The standard sentences come from the kind of event; a lesson adds what is special to it under a key
//! of its own, `lesson-<lesson>-<act>-<what became of it>`, never under a number.

mod caption;
mod inspect;
mod parting;
mod recording;
mod row;
mod speaker;
mod transcript;

pub use caption::{Caption, caption};
pub use inspect::{Inspected, InspectedGate, inspect};
pub use parting::parting;
pub use recording::{Recording, Told};
pub use row::{Row, RowState, rows, rule_status};
pub use speaker::{Sentence, Speaker, key, specified};
pub use transcript::{Section, closing_facts, transcript};
