//! Who knows what now.

use super::filters::panel;
use super::view::View;
use crate::run::{Entry, Ledger, MessageId};
use crate::signalling::{Fact, Party};
use crate::stage::{class_of, element};
use crate::text::id;
use crate::text::{Value, joined};
use yew::Html;

pub fn ledger(view: &View) -> Html {
    let ledger = Ledger::at(&view.session.run, view.session.moment());
    let parties = view.session.lesson.parties();
    let rows = parties.map(|party| row(view, &ledger, party));
    panel(view, "ledger").holds(element("dl", "").holds_all(rows).end()).end()
}

fn row(view: &View, ledger: &Ledger, party: Party) -> Html {
    let name = view.words.capital(&joined(&view.speaker().party(party)));
    let entry = |fact| ledger.of(party).find(|entry| entry.fact == fact);
    let known: Vec<&Entry> = Fact::ALL.into_iter().filter_map(entry).collect();
    let arrived = view.session.scene().flight.filter(|flight| flight.fate.is_some());
    let arrived = arrived.map(|flight| flight.message);
    let facts = if known.is_empty() {
        let lesson = &view.session.lesson;
        let passes = lesson.leases.iter().any(|lease| Party::Network(lease.from) == party);
        let key = if passes { "ledger-passes-on" } else { "ledger-nothing" };
        element("span", "nothing").says(&view.words.line(key))
    } else {
        element("ul", "").holds_all(known.into_iter().map(|entry| fact(view, entry, arrived)))
    };
    element("div", class_of(&view.session.lesson, party))
        .holds(element("dt", "").says(&name).end())
        .holds(element("dd", "").holds(facts.end()).end())
        .end()
}

/// One thing that is known. What has just come is drawn coming.
fn fact(view: &View, entry: &Entry, arrived: Option<MessageId>) -> Html {
    let name = view.words.line(&format!("know-{}", entry.fact.id()));
    let mut class = "fact".to_owned();
    for (holds, word) in [
        (entry.from.is_some(), " new"),
        (matches!(entry.fact, Fact::Cell | Fact::Position), " telling"),
        (entry.stand_in, " stand-in"),
        (arrived.is_some() && entry.from == arrived, " now"),
    ] {
        class.push_str(if holds { word } else { "" });
    }
    let text = match entry.stand_in {
        true => view.words.say(id::LEDGER_STAND_IN, &[("fact", Value::Text(&name))]),
        false => name,
    };
    element("li", &class).keyed(entry.fact as usize).says(&text).end()
}
