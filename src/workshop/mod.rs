//! The workshop: a lesson of one's own, opened, changed and saved. Its text is what counts; what a form shows
//! is read from it and every change is written into it. Beside it stands the player, which plays the lesson
//! as soon as nothing is wrong with it.
#![deny(clippy::indexing_slicing)]

mod change;
mod draft;
mod made;
mod place;
mod rename;
mod send;

pub use change::{Change, List};
pub use draft::{Draft, MOST_STEPS};
pub use place::line_of;
pub use send::{Broken, LONGEST, packed, unpacked};

use crate::text::Table;
use serde::{Deserialize, Serialize};

/// What the page fetches: its words, and the lessons that somebody can begin from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stock {
    /// What the form says, and what any lesson can come to say.
    pub words: Table,
    /// Title and file of each.
    pub lessons: Vec<(String, String)>,
}

/// Whether the form says a message, and not the lesson that is made in it.
pub fn needs(key: &str) -> bool {
    let id = key.split_once('.').map_or(key, |(id, _)| id);
    ["workshop-", "problem-", "type-", "standing-", "generation-"]
        .iter()
        .any(|start| id.starts_with(start))
}
