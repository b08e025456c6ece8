//! The chapters to choose from: links, so that they can be copied and opened elsewhere.

use super::view::View;
use crate::lesson::CHAPTERS;
use crate::link::{Address, write};
use crate::stage::element;
use crate::text::Value;
use crate::text::id;
use yew::Html;

pub fn chapters(view: &View) -> Html {
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
        let link = element("a", "")
            .with("href", &format!("#{}", write(&address)))
            .with("aria-current", if number == here { "page" } else { "" })
            .says(&view.words.say(id::CHAPTER_LINK, &args));
        element("li", "").holds(link.end()).end()
    };
    let list = element("ol", "").holds_all(CHAPTERS.into_iter().map(link));
    let name = view.words.line(id::PAGE_CHAPTERS);
    element("nav", "chapters").with("aria-label", &name).holds(list.end()).end()
}
