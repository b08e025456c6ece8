//! The documents that a page rests on.

use super::frame::Here;
use crate::lesson::{CHECKED, Own, SourceId};
use crate::link::EMBED;
use crate::stage::element;
use crate::text::Value;
use yew::Html;

/// The list that the numbers in brackets lead to, and when it was last held against what is said.
pub fn sources(here: &Here, all: &[SourceId]) -> Html {
    let items = (1..).zip(all).filter_map(|(number, id)| known(here, number, *id));
    let checked = here.words.say("site-checked", &[("date", Value::Text(CHECKED))]);
    listed(here, items.collect(), &checked)
}

/// The documents of a lesson that somebody has made, those that it has brought along among them. Where these are is
/// text, as nobody has looked at them.
pub fn sources_of_own(here: &Here, all: &[SourceId], own: &Own) -> Option<Html> {
    let one = |(number, id): (usize, &SourceId)| {
        let Some(source) = own.source(*id) else { return known(here, number, *id) };
        let place = source.place.as_ref().map(|place| format!(". {place}")).unwrap_or_default();
        let title = element("cite", "").says(&source.title).end();
        let called = element("bdi", "").holds(title).says(&place).end();
        Some(item(number, called))
    };
    let items: Vec<Html> = (1..).zip(all).filter_map(one).collect();
    let checked = here.words.line("site-checked-own");
    (!items.is_empty()).then(|| listed(here, items, &checked))
}

fn listed(here: &Here, items: Vec<Html>, checked: &str) -> Html {
    element("section", "sources")
        .holds(here.line("h2", "", "site-sources"))
        .holds(element("ol", "").holds_all(items).end())
        .holds(element("p", "lead").says(checked).end())
        .end()
}

fn item(number: usize, called: Html) -> Html {
    element("li", "").with("id", &format!("source-{number}")).holds(called).end()
}

/// A document that the site knows.
fn known(here: &Here, number: usize, id: SourceId) -> Option<Html> {
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
    Some(item(number, called.holds(title).says(&who).end()))
}
