//! The documents that a page rests on.

use super::frame::Here;
use crate::lesson::{CHECKED, SourceId};
use crate::link::EMBED;
use crate::stage::element;
use crate::text::Value;
use yew::Html;

/// The list that the numbers in brackets lead to, and when it was last held against what is said.
pub fn sources(here: &Here, all: &[SourceId]) -> Html {
    let one = |(number, id): (usize, &SourceId)| {
        let source = id.source()?;
        let title = match source.address {
            "" => element("cite", "").says(source.title).end(),
            address => {
                // A frame has no room for a whole page.
                let target = if here.path.starts_with(EMBED) { "_blank" } else { "" };
                let link = element("a", "").with("href", address).with("rel", "noreferrer");
                let link = link.with("target", target);
                element("cite", "").holds(link.says(source.title).end()).end()
            }
        };
        let who = [source.who, source.date].into_iter().filter(|part| !part.is_empty());
        let who = format!(". {}.", who.collect::<Vec<_>>().join(", "));
        // They are called so in any language, and are written in this one's direction.
        let called = element("bdi", "").with("lang", "en").with("dir", "ltr");
        let item = element("li", "").with("id", &format!("source-{number}"));
        Some(item.holds(called.holds(title).says(&who).end()).end())
    };
    let items = (1..).zip(all).filter_map(one);
    let checked = here.words.say("site-checked", &[("date", Value::Text(CHECKED))]);
    element("section", "sources")
        .holds(here.line("h2", "", "site-sources"))
        .holds(element("ol", "").holds_all(items.collect::<Vec<_>>()).end())
        .holds(element("p", "lead").says(&checked).end())
        .end()
}
