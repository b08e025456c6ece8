//! Sentences as HTML: parties in their colour, everything foreign to the sentence kept from turning
//! its direction of writing about.

use crate::lesson::Lesson;
use crate::narration::Sentence;
use crate::stage::party_class;
use crate::text::Piece;
use yew::prelude::*;

/// A sentence.
pub fn sentence(lesson: &Lesson, pieces: &Sentence) -> Html {
    html! { <span>{ for pieces.iter().map(|piece| one(lesson, piece)) }</span> }
}

/// Sentences one after the other.
pub fn sentences(lesson: &Lesson, all: &[Sentence]) -> Html {
    html! { <span>{ for all.iter().map(|pieces| html! { <>{ sentence(lesson, pieces) }{ " " }</> }) }</span> }
}

fn one(lesson: &Lesson, piece: &Piece) -> Html {
    match piece {
        Piece::Text(text) => html! { { text } },
        Piece::Term { words, .. } => html! { <bdi class="term">{ words }</bdi> },
        Piece::Number(number) => html! { <bdi>{ number }</bdi> },
        Piece::Party { id, name } => {
            html! { <bdi class={classes!("party", party_class(lesson, id))}>{ name }</bdi> }
        }
    }
}
