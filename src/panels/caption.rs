//! The caption under the picture.

use super::lanes;
use super::later;
use super::pieces::{sentence, sentences};
use super::spoken::spoken;
use super::turning::turning;
use super::view::View;
use crate::lesson::Lesson;
use crate::narration::Sentence;
use crate::stage::element;
use crate::text::Words;
use crate::text::id;
use yew::{Html, NodeRef};

/// The sentence to take along.
pub fn remember(words: &Words, lesson: &Lesson, said: &Sentence) -> Html {
    let word = element("b", "").says(&words.line(id::REMEMBER)).end();
    sentence(element("p", "remember").holds(word).says(" "), lesson, said).end()
}

pub fn caption(view: &View, question: &NodeRef) -> Html {
    let session = view.session;
    let lesson = &session.lesson;
    let caption = view.caption(&view.speaker(), session.moment());
    let fate = session.scene().flight.and_then(|flight| flight.fate);
    let title = format!("title {}", fate.map_or("", |fate| fate.id()));
    element("div", "caption")
        .holds(element("h2", "unseen").says(&view.words.line(id::CAPTION_NAME)).end())
        .holds(sentence(element("p", &title), lesson, &caption.title).end())
        .holds(sentences(element("p", "body"), lesson, &caption.body).end())
        .holds_all(caption.remember.iter().map(|said| remember(view.words, lesson, said)))
        .holds_all(session.beside().and_then(|_| lanes::parted(view)))
        .holds(if later::here() {
            turning(view, question)
        } else {
            element("div", "turning").end()
        })
        .holds_all(spoken(view))
        .end()
}
