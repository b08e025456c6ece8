//! Every message in order, with what became of it: the accessible form of the picture.

use super::pieces::sentence;
use super::widget::View;
use crate::narration::{Row, RowState, rows};
use crate::stage::class_of;
use crate::text::joined;
use yew::prelude::*;

#[component]
pub fn Messages(view: &View) -> Html {
    let rows = rows(&view.speaker(), view.session.moment());
    let last = rows.len();
    html! {
        <section class="panel messages" aria-labelledby="messages-title">
            <h2 id="messages-title">{ view.words.line("messages-title") }</h2>
            if rows.is_empty() {
                <p class="none">{ view.words.line("messages-none") }</p>
            }
            <ol>{ for (1..).zip(&rows).map(|(n, row)| item(view, n, row, n == last)) }</ol>
        </section>
    }
}

fn item(view: &View, number: usize, row: &Row, current: bool) -> Html {
    let (lesson, speaker) = (&view.session.lesson, view.speaker());
    let party = |party| {
        let class = classes!("party", class_of(lesson, party));
        html! { <bdi {class}>{ joined(&speaker.party(party)) }</bdi> }
    };
    let answered = matches!(row.state, RowState::Ended(crate::run::Fate::Arrived)) && row.answer;
    let fate =
        if answered { "fate-answered".to_owned() } else { format!("fate-{}", row.state.id()) };
    html! {
        <li key={number} class={classes!(current.then_some("current"))} aria-current={current.then_some("step")}>
            <span class="number" aria-hidden="true">{ view.words.number(number as i64) }</span>
            <span class="what">
                <span class="name">{ &row.name }</span>
                <span class="road">
                    { party(row.from) }
                    if let Some(to) = row.to {
                        <span class="arrow">{ " → " }</span>
                        { party(to) }
                    }
                </span>
                if let Some(claims) = &row.claims {
                    <span class="claims">{ sentence(lesson, claims) }</span>
                }
                if let Some(why) = &row.why {
                    <span class="why">{ why }</span>
                }
            </span>
            <span class={classes!("tag", row.state.id())}>{ view.words.line(&fate) }</span>
        </li>
    }
}
