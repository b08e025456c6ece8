//! The chapter as text: what the run says when no filter is on, beat by beat. It stands on the page
//! before any script has loaded, and stays when one has.

use super::pieces::{sentence, sentences};
use crate::lesson::Lesson;
use crate::narration::{Caption, Speaker, transcript};
use crate::run::{Choices, run};
use crate::stage::element;
use crate::text::{Depth, Words};
use yew::Html;

/// The chapter in words.
pub fn text_form(lesson: &Lesson, words: &Words, depth: Depth) -> Html {
    let open = run(lesson, &Choices::of(lesson).without_filters());
    let speaker = Speaker { lesson, run: &open, words, depth };
    let paragraph = |caption: &Caption| {
        let title = sentence(element("b", ""), lesson, &caption.title).end();
        sentences(element("p", "").holds(title).says(" "), lesson, &caption.body).end()
    };
    let beats = transcript(&speaker).into_iter();
    let beats = beats
        .map(|section| element("li", "").holds_all(section.captions.iter().map(paragraph)).end());
    let line = |tag, class, key| element(tag, class).says(&words.line(key));
    element("section", "text")
        .with("aria-labelledby", "text-title")
        .holds(line("h2", "", "page-text").with("id", "text-title").end())
        .holds(line("p", "lead", "page-text-lead").end())
        .holds(element("ol", "").holds_all(beats).end())
        .holds(line("p", "invented", "page-invented").end())
        .end()
}
