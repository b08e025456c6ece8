//! What stands below a chapter's widget: the chapter in words, the sentence to take along, the way on,
//! and the documents that it rests on.

use super::frame::Here;
use super::report;
use super::sandbox::try_it;
use super::sources::sources;
use super::text_form::{Told, text_form};
use crate::lesson::{CHAPTERS, Lesson};
use crate::link::page_of;
use crate::stage::element;
use crate::text::{Depth, Value};
use yew::Html;

/// The chapter that tells of a real case.
const REPORTED: &str = "the-reported-case";

/// The chapter below its widget.
pub fn below(here: &Here, told: &Told) -> Html {
    let lesson = told.lesson;
    let reported = lesson.id == REPORTED;
    let cited = if reported { report::cited(lesson) } else { lesson.sources() };
    let print = here.link("handout", &format!("{}handout/", own_page(lesson.chapter)));
    let engineer = element("details", "deeper")
        .holds(here.line("summary", "", "site-engineer"))
        .holds(text_form(here, told, Depth::Engineer).end());
    element("div", "below")
        .holds(try_it(here, lesson))
        .holds(
            element("section", "text")
                .with("id", "text")
                .with("aria-labelledby", "text-title")
                .holds(
                    element("h2", "")
                        .with("id", "text-title")
                        .says(&here.words.line("page-text"))
                        .end(),
                )
                .holds(element("p", "lead").says(&told.begins(here)).end())
                .holds(text_form(here, told, Depth::Plain).end())
                .holds_all(next(here, lesson.chapter))
                .holds(engineer.end())
                .end(),
        )
        .holds_all(reported.then(|| report::report(here, &cited)))
        .holds(sources(here, &cited))
        .holds(element("p", "").holds(print.says(&here.words.line("site-handout")).end()).end())
        .end()
}

/// The same in words and the sources, folded away: there is little room in a frame.
pub fn folded(here: &Here, lesson: &Lesson) -> Html {
    element("details", "text deeper")
        .holds(here.line("summary", "", "page-text"))
        .holds(text_form(here, &Told::of(lesson), Depth::Plain).end())
        .holds(sources(here, &lesson.sources()))
        .end()
}

/// Where a chapter's further pages are: the first chapter has its own folder as well.
pub fn own_page(chapter: u8) -> String {
    format!("chapters/{chapter}/")
}

fn next(here: &Here, chapter: u8) -> Option<Html> {
    let (number, id) = CHAPTERS.into_iter().find(|(number, _)| *number > chapter)?;
    let title = here.words.line(&format!("lesson-{id}"));
    let args = [("number", Value::Number(number.into())), ("title", Value::Text(&title))];
    let link = here.link("next", &page_of(number));
    let link = link.says(&here.words.say("next-chapter", &args)).end();
    Some(element("p", "").holds(link).end())
}
