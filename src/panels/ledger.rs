//! Who knows what now.

use super::widget::View;
use crate::run::{Entry, Ledger};
use crate::signalling::{Fact, Party};
use crate::stage::class_of;
use crate::text::{Value, joined};
use yew::prelude::*;

#[component]
pub fn LedgerPanel(view: &View) -> Html {
    let ledger = Ledger::at(&view.session.run, view.session.moment());
    let parties = view.session.lesson.parties();
    html! {
        <section class="panel ledger" aria-labelledby="ledger-title">
            <h2 id="ledger-title">{ view.words.line("ledger-title") }</h2>
            <dl>{ for parties.map(|party| row(view, &ledger, party)) }</dl>
        </section>
    }
}

fn row(view: &View, ledger: &Ledger, party: Party) -> Html {
    let lesson = &view.session.lesson;
    let name = capital(&joined(&view.speaker().party(party)));
    let mut known: Vec<&Entry> = ledger.of(party).collect();
    known.sort_by_key(|entry| entry.fact);
    let class = class_of(lesson, party);
    html! {
        <div key={lesson.party_id(party).to_owned()} class={class}>
            <dt>{ name }</dt>
            <dd>
                if known.is_empty() {
                    <span class="nothing">{ view.words.line("ledger-nothing") }</span>
                } else {
                    <ul>{ for known.into_iter().map(|entry| fact(view, entry)) }</ul>
                }
            </dd>
        </div>
    }
}

fn fact(view: &View, entry: &Entry) -> Html {
    let name = view.words.line(&format!("know-{}", entry.fact.id()));
    let telling = matches!(entry.fact, Fact::Cell | Fact::Position);
    let new = entry.from.is_some();
    let class = classes!(
        "fact",
        new.then_some("new"),
        telling.then_some("telling"),
        entry.stand_in.then_some("stand-in")
    );
    let text = if entry.stand_in {
        view.words.say("ledger-stand-in", &[("fact", Value::Text(&name))])
    } else {
        name
    };
    html! { <li key={entry.fact.id()} {class}>{ text }</li> }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
