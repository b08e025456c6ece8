//! The filters, gate by gate: a switch each, what it does, and what it said last.

use super::widget::View;
use crate::lesson::{Gate, GateId, GateRule};
use crate::narration::rule_status;
use crate::reader::Action;
use crate::text::{Value, joined};
use yew::prelude::*;

#[component]
pub fn Filters(view: &View) -> Html {
    let gates = (0..).map(GateId).zip(&view.session.lesson.gates);
    html! {
        <section class="panel filters" aria-labelledby="filters-title">
            <h2 id="filters-title">{ view.words.line("filters-title") }</h2>
            <p class="lead">{ view.words.line("filters-lead") }</p>
            <div>{ for gates.map(|(id, gate)| group(view, id, gate)) }</div>
        </section>
    }
}

fn group(view: &View, id: GateId, gate: &Gate) -> Html {
    let speaker = view.speaker();
    let owner = joined(&speaker.gate(id));
    let heading = view.words.say("filters-at", &[("network", Value::Text(&owner))]);
    html! {
        <fieldset key={id.0}>
            <legend>{ heading }</legend>
            <ul>{ for gate.rules.iter().map(|rule| switch(view, id, rule)) }</ul>
        </fieldset>
    }
}

fn switch(view: &View, gate: GateId, offered: &GateRule) -> Html {
    let speaker = view.speaker();
    let rule = offered.rule;
    let on = view.session.choices.has(gate, rule);
    let id = format!("filter-{}-{}", gate.0, rule.id());
    let note = format!("{id}-note");
    let said = if on { rule_status(&speaker, gate, rule, view.session.moment()) } else { None };
    let onchange = {
        let act = view.act.clone();
        Callback::from(move |_: Event| act.emit(Action::Filter(gate, rule, !on)))
    };
    let does = view.words.line(&format!("does-{}", rule.id()));
    let status = match &said {
        Some((verdict, reason)) => {
            let word = view.words.line(&format!("verdict-{}", verdict.id()));
            html! { <span class={classes!("verdict", verdict.id())}><b>{ word }</b>{ ": " }{ reason }</span> }
        }
        None if on => html! { <span class="verdict">{ view.words.line("verdict-waiting") }</span> },
        None => html! { <span class="does">{ does }</span> },
    };
    html! {
        <li key={rule.id()}>
            <input type="checkbox" role="switch" id={id.clone()} checked={on} {onchange} disabled={!view.live} aria-describedby={note.clone()} />
            <label for={id}>{ speaker.rule(rule) }</label>
            <p id={note}>{ status }</p>
        </li>
    }
}
