//! The closing page: what a location is used for, and what can be done.

use super::frame::Here;
use super::report::cite;
use super::sources::sources;
use crate::lesson::SourceId;
use crate::lesson::follows::FOLLOWS;
use crate::stage::element;
use yew::Html;

pub fn follows(here: &Here) -> Html {
    let mut cited: Vec<SourceId> = Vec::new();
    for source in FOLLOWS.iter().flat_map(|part| part.paragraphs).flat_map(|said| said.sources) {
        cited.extend(SourceId::named(source).filter(|id| !cited.contains(id)));
    }
    let sections = FOLLOWS.iter().map(|part| {
        let said = part.paragraphs.iter().map(|said| {
            let words = here.words.line(said.key);
            cite(element("li", "").says(&words), said.sources, &cited).end()
        });
        element("section", "")
            .holds(here.line("h2", "", &format!("follows-{}", part.id)))
            .holds(element("ul", "").holds_all(said).end())
            .end()
    });
    element("div", "below")
        .holds(
            element("div", "text")
                .holds(here.line("p", "lead", "follows-lead"))
                .holds_all(sections)
                .end(),
        )
        .holds(sources(here, &cited))
        .end()
}
