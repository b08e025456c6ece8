//! What leads to the sandbox: from a chapter to the same questions to be changed, and what is worth trying.

use super::frame::Here;
use crate::lesson::Lesson;
use crate::link::own_part::SET;
use crate::sandbox::GALLERY;
use crate::stage::element;
use yew::Html;

/// Where it is, seen from the first page of its language.
pub const SANDBOX: &str = "sandbox/";

/// From a chapter to its own questions and filters in the sandbox. The link is no link between pages that
/// takes the reader's settings along: what stands behind its `#` is its own.
pub fn try_it(here: &Here, lesson: &Lesson) -> Html {
    let link = element("a", "next")
        .with("href", &format!("{}{SANDBOX}#{SET}=from:{}", here.up(), lesson.id))
        .with("data-try", &lesson.id);
    element("p", "").holds(link.says(&here.words.line("site-try")).end()).end()
}

/// What is worth trying, and what comes of it.
pub fn tries(here: &Here) -> Html {
    let one = |(name, text): (&str, &str)| {
        let title = here.words.line(&format!("sandbox-try-{name}"));
        let link = element("a", "").with("href", &format!("#{SET}={text}"));
        let link = link.with("data-set", text).says(&title).end();
        element("li", "")
            .holds(link)
            .holds(here.line("span", "", &format!("sandbox-try-{name}-shows")))
            .end()
    };
    element("div", "below")
        .holds(
            element("section", "worth")
                .with("aria-labelledby", "worth-title")
                .holds(
                    element("h2", "")
                        .with("id", "worth-title")
                        .says(&here.words.line("sandbox-tries"))
                        .end(),
                )
                .holds(here.line("p", "lead", "sandbox-tries-lead"))
                .holds(element("noscript", "").holds(here.line("p", "", "sandbox-scripts")).end())
                .holds(element("ul", "").holds_all(GALLERY.map(one)).end())
                .end(),
        )
        .end()
}
