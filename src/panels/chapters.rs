//! The chapters to choose from: links, so that they can be copied and opened elsewhere.

use super::widget::View;
use crate::lesson::CHAPTERS;
use crate::link::{Address, write};
use crate::text::Value;
use yew::prelude::*;

#[component]
pub fn Chapters(view: &View) -> Html {
    let here = view.session.lesson.chapter;
    let link = |(number, id): (u8, &str)| {
        let address = Address {
            chapter: number,
            at: String::new(),
            filters: None,
            ..view.session.view.clone()
        };
        let title = view.words.line(&format!("lesson-{id}"));
        let args = [("number", Value::Number(i64::from(number))), ("title", Value::Text(&title))];
        html! {
            <li key={number} class={classes!((number == here).then_some("here"))}>
                <a href={format!("#{}", write(&address))} aria-current={(number == here).then_some("page")}>
                    { view.words.say("chapter-link", &args) }
                </a>
            </li>
        }
    };
    html! {
        <nav class="chapters" aria-label={view.words.line("page-chapters")}>
            <ol>{ for CHAPTERS.into_iter().map(link) }</ol>
        </nav>
    }
}
