//! The workshop: a lesson of one's own, opened, changed and saved. Its text is what counts; what a form shows
//! is read from it and every change is written into it. Beside it stands the player, which plays the lesson
//! as soon as nothing is wrong with it.
#![deny(clippy::indexing_slicing)]

#[cfg(feature = "page")]
mod app;
mod change;
#[cfg(feature = "page")]
mod controls;
#[cfg(feature = "page")]
mod course;
mod draft;
#[cfg(feature = "page")]
mod form;
mod made;
#[cfg(feature = "page")]
mod page;
#[cfg(feature = "page")]
mod people;
mod place;
mod rename;
mod send;
#[cfg(feature = "page")]
mod used;

#[cfg(feature = "page")]
pub use app::start;

pub use change::{Change, List};
pub use draft::{Draft, MOST_STEPS};
pub use place::line_of;
pub use send::{Broken, LONGEST, packed, unpacked};

use crate::lesson::Own;
use crate::text::Table;
use serde::{Deserialize, Serialize};

/// What the page fetches: its words, and the lessons that somebody can begin from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stock {
    /// What the form says, and what any lesson can come to say.
    pub words: Table,
    /// A recording in which nothing is recorded, packed: the player works out itself how these lessons begin.
    pub nothing: Vec<u8>,
    /// Title and file of each.
    pub lessons: Vec<(String, String)>,
}

/// Whether the form says a message, and no lesson does.
pub fn needs(key: &str) -> bool {
    let id = key.split_once('.').map_or(key, |(id, _)| id);
    ["workshop-", "problem-", "type-", "generation-", "fact-", "party-"]
        .iter()
        .any(|start| id.starts_with(start))
}

/// The words that go along with a lesson to the player: all that any lesson can come to say, and its own.
pub fn told(words: &Table, own: &Own) -> Table {
    let every = words.messages().filter(|(key, _)| !needs(key));
    let all = every.chain(own.words.messages());
    let all: Vec<_> = all.map(|(key, pattern)| (key.to_owned(), pattern.clone())).collect();
    Table::new(words.lang.clone(), words.direction, all)
}
