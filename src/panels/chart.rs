//! The sequence chart: the messages as a ladder, in step with the picture, and the ways to save both.

use super::filters::panel;
use super::view::View;
use crate::narration;
use crate::stage::{element, ladder};
use crate::text::{Value, id, joined};
use yew::Html;

/// How wide the chart is where nobody knows the width yet.
const USUAL: i32 = 640;
/// What stands to both sides of it in its panel.
const ASIDE: i32 = 34;

pub fn chart(view: &View, width: Option<i32>) -> Html {
    let (speaker, session) = (view.speaker(), view.session);
    let now = joined(&narration::caption(&speaker, session.moment()).title);
    let name = view.words.say(id::CHART_NAME, &[("now", Value::Text(&now))]);
    let current = session.scene().flight.and_then(|flight| flight.hop);
    let ladder = ladder(&speaker, width.map_or(USUAL, |width| width - ASIDE));
    let drawn = ladder.draw(&speaker, session.moment(), current, &name);
    panel(view, "chart")
        .holds(element("p", "lead").says(&view.words.line(id::CHART_LEAD)).end())
        // Where it is wider than its panel it is moved sideways, by keys as well.
        .holds(
            element("div", "wide")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-labelledby", "chart-title")
                .holds(drawn)
                .end(),
        )
        .holds(saves(view))
        .end()
}

/// What can be kept as a file; the loader does it.
fn saves(view: &View) -> Html {
    let kinds = ["picture-svg", "picture-png", "chart-svg", "chart-png"];
    let save = |kind: &str| {
        let words = view.words.line(&format!("save-{kind}"));
        let button = element("button", "quiet").with("type", "button").with("data-save", kind);
        button.when(!view.live, "disabled").says(&words).end()
    };
    element("div", "saves")
        .with("role", "group")
        .with("aria-label", &view.words.line(id::SAVE_NAME))
        .holds_all(kinds.into_iter().map(save))
        .end()
}
