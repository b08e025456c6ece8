//! Every message in order, with what became of it: the accessible form of the picture.

use super::command::INSPECT;
use super::filters::panel;
use super::pieces::sentence;
use super::view::View;
use crate::narration::{Row, RowState, rows};
use crate::run::Fate;
use crate::signalling::Party;
use crate::stage::{class_of, element};
use crate::text::id;
use crate::text::joined;
use yew::Html;

pub fn messages(view: &View) -> Html {
    let rows = rows(&view.speaker(), view.session.moment());
    let last = rows.len();
    let items = (1..).zip(&rows).map(|(number, row)| item(view, number, row, number == last));
    let none = if rows.is_empty() { view.words.line(id::MESSAGES_NONE) } else { String::new() };
    panel(view, "messages")
        .holds(element("p", "none").says(&none).end())
        .holds(element("ol", "").holds_all(items).end())
        .end()
}

fn item(view: &View, number: usize, row: &Row, current: bool) -> Html {
    let (lesson, words) = (&view.session.lesson, view.words);
    let party = |party: Party| {
        let class = format!("party {}", class_of(lesson, party));
        element("bdi", &class).says(&joined(&view.speaker().party(party))).end()
    };
    let answered = row.answer && row.state == RowState::Ended(Fate::Arrived);
    let fate = if answered { "answered" } else { row.state.id() };
    let mut road = element("span", "road").holds(party(row.from));
    if let Some(to) = row.to {
        road = road.holds(element("span", "arrow").says(" → ").end()).holds(party(to));
    }
    let mut what = element("span", "what");
    let name = match row.message {
        Some(message) => view.control("button", "name", &format!("{INSPECT} {}", message.0)),
        None => element("span", "name"),
    };
    what = what.holds(name.says(&row.name).end()).holds(road.end());
    if let Some(claims) = &row.claims {
        what = what.holds(sentence(element("span", "claims"), lesson, claims).end());
    }
    if let Some(why) = &row.why {
        what = what.holds(element("span", "why").says(why).end());
    }
    let tag = element("span", &format!("tag {}", row.state.id()));
    let number_shown = element("span", "number").with("aria-hidden", "true");
    element("li", if current { "current" } else { "" })
        .with("aria-current", if current { "step" } else { "" })
        .keyed(number)
        .holds(number_shown.says(&words.number(number as i64)).end())
        .holds(what.end())
        .holds(tag.says(&words.line(&format!("fate-{fate}"))).end())
        .end()
}
