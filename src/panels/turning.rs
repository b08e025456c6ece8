//! The chapter's turning point: the question that is put to the reader before it, what the reader said,
//! the same run with the filter and without, and the way on to the next chapter.

use super::command::{COMPARE, FORESEE};
use super::lanes;
use super::view::View;
use crate::lesson::CHAPTERS;
use crate::link::{Lock, page_of, write};
use crate::reader::Foreseen;
use crate::stage::{Element, element};
use crate::text::{Value, id, joined};
use yew::{Html, NodeRef};

/// What stands under the caption. It is there even where it is empty, so that nothing jumps.
#[inline(never)]
pub fn turning(view: &View, handle: &NodeRef) -> Html {
    let session = view.session;
    let on = element("div", "turning");
    let asked = session.is_asked();
    let told = foreseen(view).filter(|_| !asked);
    let told = told.map(|told| element("p", "foreseen").says(&told).end());
    let over = session.moment() == session.run.length;
    // Each in a place of its own: what has the focus stays the same element when a neighbour comes or goes.
    let place = |what: Option<Html>| element("div", "place").holds_all(what).end();
    on.holds(place(asked.then(|| question(view, handle))))
        .holds(place(told))
        .holds(place(lanes::switch(view)))
        .holds(place(compare(view).filter(|_| over)))
        .holds(place(next(view).filter(|_| over)))
        .end()
}

/// What became of what the reader foresaw, once that can be seen.
#[inline(never)]
pub fn foreseen(view: &View) -> Option<String> {
    let Foreseen { said, is, .. } = view.session.foreseen()?;
    let key = if said == is { id::PREDICT_RIGHT } else { id::PREDICT_WRONG };
    let mut told = view.words.line(key);
    // The caption speaks of the other lane then.
    if view.session.beside().is_some() {
        let args = [("is", Value::Text(if is { "yes" } else { "no" }))];
        told = format!("{told} {}", view.words.say(id::PREDICT_LANE, &args));
    }
    Some(told)
}

fn question(view: &View, handle: &NodeRef) -> Html {
    let asks = view.speaker().lesson_says("predict").unwrap_or_default();
    let answer = |does: &str, key| {
        let button = view.control("button", "wordy", &format!("{FORESEE} {does}"));
        button.says(&view.words.line(key)).end()
    };
    element("fieldset", "predict")
        .known_as(handle)
        .with("tabindex", "-1")
        .holds(element("legend", "").says(&joined(&asks)).end())
        .holds(answer("yes", id::PREDICT_YES))
        .holds(answer("no", id::PREDICT_NO))
        .end()
}

/// The same run the other way: with the filters that the lesson compares itself with, or without them.
fn compare(view: &View) -> Option<Html> {
    if view.session.beside().is_some() || !view.session.can_compare() {
        return None;
    }
    let with = !view.session.compares()?;
    let (does, key) = match with {
        true => ("with", id::COMPARE_WITH),
        false => ("without", id::COMPARE_WITHOUT),
    };
    let speaker = view.speaker();
    let rules = view.session.lesson.compare.iter().map(|&(_, rule)| speaker.rule(rule));
    let rules = speaker.list(rules.collect());
    let button = view.control("button", "wordy", &format!("{COMPARE} {does}"));
    Some(button.says(&view.words.say(key, &[("rules", Value::Text(&rules))])).end())
}

fn next(view: &View) -> Option<Html> {
    if view.session.locks(Lock::Chapter) {
        return None;
    }
    let here = view.session.lesson.chapter;
    let (number, lesson) = CHAPTERS.into_iter().find(|(number, _)| here > 0 && *number > here)?;
    let title = view.words.line(&format!("lesson-{lesson}"));
    let args = [("number", Value::Number(number.into())), ("title", Value::Text(&title))];
    let link: Element = element("a", "next");
    let page = chapter_link(view.root, number, &write(&view.session.view.carried()));
    Some(link.with("href", &page).says(&view.words.say(id::NEXT_CHAPTER, &args)).end())
}

/// The way from a single file to the first page: it is all pages, and its address says which.
pub const ALONE: &str = "#";

/// The way to a chapter's page, with the reader's settings.
pub fn chapter_link(root: &str, chapter: u8, settings: &str) -> String {
    if root == ALONE {
        let sign = if settings.is_empty() { "" } else { "&" };
        return format!("{ALONE}chapter={chapter}{sign}{settings}");
    }
    let sign = if settings.is_empty() { "" } else { "#" };
    let page = format!("{root}{}", page_of(chapter));
    // The first page of the site seen from itself.
    let page = if page.is_empty() { "./".to_owned() } else { page };
    format!("{page}{sign}{settings}")
}
