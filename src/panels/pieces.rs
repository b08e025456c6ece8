//! Sentences as HTML: parties in their colour, everything foreign to the sentence kept from turning
//! its direction of writing about.

use crate::lesson::Lesson;
use crate::narration::Sentence;
use crate::stage::{Element, element, party_class};
use crate::text::Piece;

/// Adds a sentence to an element.
pub fn sentence(on: Element, lesson: &Lesson, pieces: &Sentence) -> Element {
    pieces.iter().fold(on, |on, piece| match piece {
        Piece::Text(text) => on.says(text),
        Piece::Term { id, words } => {
            // The browser itself opens what the glossary says of it, and closes that with Escape.
            let term = element("button", "term").with("type", "button");
            on.holds(term.with("popovertarget", &format!("term-{id}")).says(words).end())
        }
        Piece::Source { number, shown } => {
            let link = element("a", "cited").with("href", &format!("#source-{number}"));
            on.holds(element("sup", "").holds(link.says(shown).end()).end())
        }
        Piece::Number(number) => on.holds(element("bdi", "").says(number).end()),
        Piece::Party { id, name } => {
            let class = format!("party {}", party_class(lesson, id));
            on.holds(element("bdi", &class).says(name).end())
        }
    })
}

/// Adds sentences, one after the other.
pub fn sentences(on: Element, lesson: &Lesson, all: &[Sentence]) -> Element {
    all.iter().fold(on, |on, pieces| sentence(on, lesson, pieces).says(" "))
}
