//! The glossary: what opens in place where a word of the field stands, and all of it on one page.

use super::frame::Here;
use crate::lesson::Lesson;
use crate::link::EMBED;
use crate::narration::Speaker;
use crate::narration::transcript;
use crate::run::{Choices, run};
use crate::stage::element;
use crate::text::{Depth, Piece, Words};
use std::collections::BTreeSet;
use yew::Html;

/// The words of the field that the glossary explains, by the heading's order.
pub fn all(words: &Words) -> Vec<String> {
    let keys = words.messages().filter_map(|(key, _)| key.strip_prefix("glossary-"));
    let ids = keys.filter_map(|key| key.strip_suffix("-means"));
    let mut ids: Vec<String> = ids.map(str::to_owned).collect();
    ids.sort_by_cached_key(|id| words.line(&format!("glossary-{id}")).to_lowercase());
    ids
}

/// Those that a lesson can come to use, whatever its filters are.
pub fn of_lesson(lesson: &Lesson, words: &Words) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for choices in Choices::every(lesson) {
        let run = run(lesson, &choices);
        for depth in [Depth::Plain, Depth::Engineer] {
            let speaker = Speaker { lesson, run: &run, words, depth };
            let captions = transcript(&speaker).into_iter().flat_map(|section| section.captions);
            for caption in captions {
                let all = caption.body.iter().chain([&caption.title]).chain(&caption.remember);
                found.extend(all.flatten().filter_map(id));
            }
        }
    }
    found
}

/// The word that a piece of a sentence leads to, if it does.
pub fn id(piece: &Piece) -> Option<String> {
    match piece {
        Piece::Term { id, .. } => Some(id.clone()),
        _ => None,
    }
}

/// What opens in place: the browser shows it when its word is pressed, and hides it on Escape.
pub fn opened(here: &Here, ids: &BTreeSet<String>) -> Html {
    let one = |id: &String| {
        // It leads to a place on a page: the reader's settings cannot stand there as well.
        let more = element("a", "").with("href", &format!("{}glossary/#glossary-{id}", here.up()));
        // A frame has no room for a whole page.
        let more = more.with("target", if here.path.starts_with(EMBED) { "_blank" } else { "" });
        element("aside", "meaning")
            .with("id", &format!("term-{id}"))
            .with("popover", "auto")
            .holds(here.line("b", "", &format!("glossary-{id}")))
            .holds(here.line("p", "", &format!("glossary-{id}-means")))
            .holds(more.says(&here.words.line("site-glossary-all")).end())
            .end()
    };
    element("div", "meanings").holds_all(ids.iter().map(one)).end()
}

/// The page with all of them.
pub fn glossary(here: &Here) -> Html {
    let one = |id: String| {
        element("div", "")
            .with("id", &format!("glossary-{id}"))
            .holds(here.line("dt", "", &format!("glossary-{id}")))
            .holds(here.line("dd", "", &format!("glossary-{id}-means")))
            .end()
    };
    let list = element("dl", "").holds_all(all(here.words).into_iter().map(one));
    element("div", "text glossary")
        .holds(here.line("p", "lead", "site-glossary-lead"))
        .holds(list.end())
        .end()
}
