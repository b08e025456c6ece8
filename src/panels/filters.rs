//! The filters, gate by gate: a switch each, what it does, and what it said last.

use super::command::FILTER;
use super::view::View;
use crate::filter::Side;
use crate::lesson::{Gate, GateId, GateRule};
use crate::link::Lock;
use crate::narration::rule_status;
use crate::stage::{Element, element};
use crate::text::id;
use crate::text::{Value, joined};
use yew::Html;

pub fn filters(view: &View) -> Html {
    let gates = (0..).map(GateId).zip(&view.session.lesson.gates);
    let locked = view.session.locks(Lock::Filters);
    let lead = if locked { id::FILTERS_LOCKED } else { id::FILTERS_LEAD };
    panel(view, "filters")
        .holds(element("p", "lead").says(&view.words.line(lead)).end())
        .holds(element("div", "").holds_all(gates.map(|(id, gate)| group(view, id, gate))).end())
        .end()
}

/// A panel with its title, by its name.
pub fn panel(view: &View, name: &str) -> Element {
    let id = format!("{name}-title");
    let region = view.words.line(&id);
    let mut title = region.clone();
    // Of two lanes they speak of one.
    if name != "filters" && view.session.beside().is_some() {
        title = view.words.say(id::PANEL_WITH, &[("title", Value::Text(&title))]);
    }
    let title = element("h2", "").with("id", &id).says(&title).end();
    element("section", &format!("panel {name}")).with("aria-label", &region).holds(title)
}

/// As many filters as are shown at a gate without being asked for.
const FEW: usize = 6;

fn group(view: &View, id: GateId, gate: &Gate) -> Html {
    let owner = joined(&view.speaker().gate(id));
    let key = if gate.side == Side::Exit { id::FILTERS_AT_EXIT } else { id::FILTERS_AT };
    let heading = view.words.say(key, &[("network", Value::Text(&owner))]);
    let switches = gate.rules.iter().map(|rule| switch(view, id, rule));
    // Many are folded away, but where one of them is on.
    let many = gate.rules.len() > FEW;
    let (group, name) = if many { ("details", "summary") } else { ("fieldset", "legend") };
    let on = gate.rules.iter().any(|rule| view.session.choices.has(id, rule.rule));
    element(group, "gate-rules")
        .when(many && on, "open")
        .holds(element(name, "").says(&heading).end())
        .holds(element("ul", "").holds_all(switches).end())
        .end()
}

fn switch(view: &View, gate: GateId, offered: &GateRule) -> Html {
    let (speaker, words) = (view.speaker(), view.words);
    let rule = offered.rule;
    let on = view.session.choices.has(gate, rule);
    let id = format!("filter-{}-{}", gate.0, rule.id());
    let note = format!("{id}-note");
    let does = format!("{FILTER} {} {}", gate.0, rule.id());
    let input = view
        .lockable("input", "", &does, Lock::Filters)
        .with("type", "checkbox")
        .with("role", "switch")
        .with("id", &id)
        .with("aria-describedby", &note)
        .switched(on);
    let said = if on { rule_status(&speaker, gate, rule, view.session.moment()) } else { None };
    let status = match said {
        Some((verdict, mut reason, message)) => {
            // What it said of an earlier message is not said of this one.
            let now = view.session.scene().flight.map(|flight| flight.message);
            if now.is_some_and(|now| now != message) {
                let name =
                    view.session.run.message(message).map(|message| speaker.message(message));
                let name = name.unwrap_or_default();
                let args = [("reason", Value::Text(&reason)), ("name", Value::Text(&name))];
                reason = words.say(id::VERDICT_OF, &args);
            }
            let word = words.line(&format!("verdict-{}", verdict.id()));
            let status = element("p", &format!("verdict {}", verdict.id()));
            status.holds(element("b", "").says(&word).end()).says(": ").says(&reason)
        }
        None if on => element("p", "verdict").says(&words.line(id::VERDICT_WAITING)),
        None => element("p", "does").says(&words.line(&format!("does-{}", rule.id()))),
    };
    element("li", "")
        .holds(input.end())
        .holds(element("label", "").with("for", &id).says(&speaker.rule(rule)).end())
        .holds(status.with("id", &note).end())
        .end()
}
