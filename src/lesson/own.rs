//! What a lesson brings along beside its course: its own words, and documents that only it cites. The
//! checked lesson has neither, so that the page, which reads words from tables, needs nothing new for it.

use super::SourceId;
use super::file::LessonFile;
use super::names::Named;
use crate::text::{Direction, Part, Pattern, Table};

/// The words and documents of a lesson's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// What it says, under the keys that the narrator asks for: hand it to
    /// [`crate::text::Words::with_own`].
    pub words: Table,
    /// The documents that it brings, in the order of its file: `sources[n]` is what claims cite as
    /// [`SourceId::own`]`(n)`.
    pub sources: Vec<OwnSource>,
}

/// A document that only this lesson knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSource {
    /// What the lesson's file calls it.
    pub id: String,
    pub title: String,
    /// Where it is. To be shown as text, and never as a link: nobody has looked at it.
    pub place: Option<String>,
}

/// The sentences that are about a lesson as a whole.
pub const WHOLE: [&str; 3] = ["opening", "closing", "remember"];

/// What can become of an act's question, in the words that the sentences about it end with.
pub const FATES: [&str; 8] =
    ["sent", "inside", "arrived", "answered", "masked", "stopped", "elsewhere", "not-asked"];

impl Own {
    /// The document behind a number that a lesson cites, where it is one of its own.
    pub fn source(&self, id: SourceId) -> Option<&OwnSource> {
        self.sources.get(id.own_place()?)
    }

    pub(super) fn of(file: &LessonFile) -> Own {
        let start = format!("lesson-{}", file.id);
        let text = |text: &str| -> Pattern { vec![Part::Text(text.to_owned())] };
        let mut messages = Vec::new();
        let words = file.words.as_ref();
        if let Some(words) = words {
            for (name, said) in [("question", &words.question), ("predict", &words.predict)] {
                messages.extend(said.iter().map(|said| (format!("{start}-{name}"), text(said))));
            }
            for (name, said) in &words.says {
                messages.push((format!("{start}-{name}"), text(&said.plain)));
                let engineer = said.engineer.iter();
                messages.extend(engineer.map(|s| (format!("{start}-{name}.engineer"), text(s))));
            }
        }
        // Somebody else's lesson is called something, whatever it does not say.
        if words.is_some() || !is_ours(&file.id) {
            let title = words.and_then(|words| words.title.as_ref()).unwrap_or(&file.id);
            messages.push((start, text(title)));
        }
        let source = |source: &super::file::SourceFile| OwnSource {
            id: source.id.clone(),
            title: source.title.clone(),
            place: source.place.clone(),
        };
        Own {
            // Nobody asks this table for its language: it only stands beside another.
            words: Table::new("und", Direction::Ltr, messages),
            sources: file.sources.iter().map(source).collect(),
        }
    }
}

/// Whether the words for a lesson of this id are among those of the program.
fn is_ours(id: &str) -> bool {
    Named::of(id).is_some() || id.starts_with(MATRIX)
}

/// What the ids of the matrix's lessons begin with.
pub const MATRIX: &str = "matrix-";
