//! The caption under the picture, and what a screen reader is told as things go on.

use super::lanes;
use super::pieces::{sentence, sentences};
use super::turning::turning;
use super::view::View;
use crate::lesson::Lesson;
use crate::narration::{self, Sentence};
use crate::stage::element;
use crate::text::id;
use crate::text::{Words, joined};
use yew::Html;

/// The sentence to take along.
pub fn remember(words: &Words, lesson: &Lesson, said: &Sentence) -> Html {
    let word = element("b", "").says(&words.line(id::REMEMBER)).end();
    sentence(element("p", "remember").holds(word).says(" "), lesson, said).end()
}

pub fn caption(view: &View) -> Html {
    let session = view.session;
    let lesson = &session.lesson;
    let caption = narration::caption(&view.speaker(), session.moment());
    let fate = session.scene().flight.and_then(|flight| flight.fate);
    // While it plays only outcomes are spoken, so that speech never falls behind the picture.
    let silent = session.playing && fate.is_none();
    let mut spoken = if silent { String::new() } else { joined(&caption.title) };
    if let Some(said) = lanes::said(view).filter(|_| !silent) {
        spoken = format!("{}: {spoken} {said}", lanes::name(view, true));
    }
    let title = format!("title {}", fate.map_or("", |fate| fate.id()));
    element("div", "caption")
        .holds(element("h2", "unseen").says(&view.words.line(id::CAPTION_NAME)).end())
        .holds(sentence(element("p", &title), lesson, &caption.title).end())
        .holds(sentences(element("p", "body"), lesson, &caption.body).end())
        .holds_all(caption.remember.iter().map(|said| remember(view.words, lesson, said)))
        .holds_all(lanes::parted(view))
        .holds(turning(view))
        .holds(element("p", "unseen").with("role", "status").says(&spoken).end())
        .end()
}
