//! The teacher's guide as a page.

use super::frame::Here;
use crate::lesson::teaching::{AIMS, BEFORE, CASE, PLANS, Plan, SCENES, Section, WAYS};
use crate::link::parameters;
use crate::stage::{Element, element};
use crate::text::Value;
use yew::Html;

pub fn teaching(here: &Here) -> Html {
    let text = element("div", "text teaching")
        .holds(here.line("p", "lead", "teaching-lead"))
        .holds(section(here, AIMS))
        .holds(section(here, BEFORE))
        .holds_all(PLANS.iter().map(|it| plan(here, it)))
        .holds(questions(here))
        .holds(section(here, CASE))
        .holds(section(here, WAYS))
        .holds(settings(here));
    element("div", "below").holds(text.end()).end()
}

fn section(here: &Here, Section { id, lines }: Section) -> Html {
    let line = |at: usize| here.line("li", "", &format!("teaching-{id}-{at}"));
    element("section", "")
        .holds(here.line("h2", "", &format!("teaching-{id}")))
        .holds(element("ul", "").holds_all((1..=lines).map(line)).end())
        .end()
}

/// A link to a scene: it says itself what is set, so the reader's settings do not come along.
fn scene(here: &Here, key: &str, page: &str) -> Element {
    let href = format!("{}{page}", here.up());
    element("a", "").with("href", &href).says(&here.words.line(key))
}

fn plan(here: &Here, plan: &Plan) -> Html {
    let minutes = i64::from(plan.minutes);
    let heading = here.words.say("teaching-plan", &[("minutes", Value::Number(minutes))]);
    let heads = ["teaching-plan-from", "teaching-plan-what", "teaching-plan-shown"];
    let heads = heads.map(|key| here.line("th", "", key));
    let row = |(number, step): (usize, &crate::lesson::teaching::Step)| {
        let says = here.line("td", "", &format!("teaching-{minutes}-{number}"));
        let from = here.words.number(step.from.into());
        let shown = scene(here, "teaching-open", step.page).end();
        element("tr", "")
            .holds(element("th", "").with("scope", "row").says(&from).end())
            .holds(says)
            .holds(element("td", "").holds(shown).end())
            .end()
    };
    table(heading, heads.into(), (1..).zip(plan.steps).map(row).collect())
}

fn table(heading: String, heads: Vec<Html>, rows: Vec<Html>) -> Html {
    let head = element("tr", "").holds_all(heads).end();
    let table = element("table", "plain")
        .holds(element("thead", "").holds(head).end())
        .holds(element("tbody", "").holds_all(rows).end());
    element("section", "")
        .holds(element("h2", "").says(&heading).end())
        .holds(
            element("div", "wide")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", &heading)
                .holds(table.end())
                .end(),
        )
        .end()
}

fn questions(here: &Here) -> Html {
    let one = |(number, page): (usize, &&str)| {
        let shown = scene(here, "teaching-scene", page).end();
        element("li", "")
            .holds(here.line("b", "", &format!("teaching-question-{number}")))
            .holds(
                element("p", "")
                    .holds(here.line("span", "", &format!("teaching-answer-{number}")))
                    .says(" ")
                    .holds(shown)
                    .end(),
            )
            .end()
    };
    element("section", "")
        .holds(here.line("h2", "", "teaching-questions"))
        .holds(element("ol", "").holds_all((1..).zip(&SCENES).map(one)).end())
        .end()
}

fn settings(here: &Here) -> Html {
    let heads = ["teaching-setting", "teaching-values", "teaching-usual", "teaching-means"];
    let heads = heads.map(|key| here.line("th", "", key));
    let row = |it: &crate::link::Parameter| {
        let code = |text: &str| element("code", "").says(text).end();
        let usual = match it.usual {
            Some(value) => code(value),
            None => here.line("span", "", &format!("setting-usual-{}", it.name)),
        };
        let values =
            it.values.iter().flat_map(|value| [code(value), element("span", "").says(" ").end()]);
        element("tr", "")
            .holds(element("th", "").with("scope", "row").holds(code(it.name)).end())
            .holds(element("td", "").holds_all(values).end())
            .holds(element("td", "").holds(usual).end())
            .holds(here.line("td", "", &format!("setting-means-{}", it.name)))
            .end()
    };
    let rows = parameters().iter().map(row).collect();
    let table = table(here.words.line("teaching-settings"), heads.into(), rows);
    element("div", "").holds(table).holds(here.line("p", "lead", "teaching-settings-lead")).end()
}
