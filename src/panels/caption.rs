//! The caption under the picture, and what a screen reader is told as things go on.

use super::pieces::{sentence, sentences};
use super::view::View;
use crate::narration;
use crate::stage::element;
use crate::text::id;
use crate::text::joined;
use yew::Html;

pub fn caption(view: &View) -> Html {
    let session = view.session;
    let lesson = &session.lesson;
    let caption = narration::caption(&view.speaker(), session.moment());
    let fate = session.scene().flight.and_then(|flight| flight.fate);
    // While it plays only outcomes are spoken, so that speech never falls behind the picture.
    let silent = session.playing && fate.is_none();
    let spoken = if silent { String::new() } else { joined(&caption.title) };
    let title = format!("title {}", fate.map_or("", |fate| fate.id()));
    element("div", "caption")
        .holds(element("h2", "unseen").says(&view.words.line(id::CAPTION_NAME)).end())
        .holds(sentence(element("p", &title), lesson, &caption.title).end())
        .holds(sentences(element("p", "body"), lesson, &caption.body).end())
        .holds(element("p", "unseen").with("role", "status").says(&spoken).end())
        .end()
}
