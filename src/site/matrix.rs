//! The matrix of one question as a table: a row for everybody who can ask it, a column for every filter
//! that changes something for somebody, and in each cell what becomes of the question. Each cell is a link
//! that shows exactly this run in the moving picture on the same page.

use crate::filter::{RULES, Rule, RuleId};
use crate::judge::show::{filters, lesson_of, questions};
use crate::judge::{About, GateName, Outcome, Question, Scene, Sender};
use crate::lesson::Lesson;
use crate::narration::{Speaker, key};
use crate::run::Run;
use crate::signalling::{Generation, OperationId};
use crate::stage::{Element, element};
use crate::text::id;
use crate::text::{Depth, Value, Words};
use yew::Html;

/// The table, what its words mean, and which filters it leaves out.
pub fn matrix(words: &Words, scene: &mut Scene, asked: (OperationId, About), depth: Depth) -> Html {
    let (operation, about) = asked;
    let lesson = lesson_of(scene, operation, about);
    let columns = columns(scene, words, asked, &lesson);
    let run = Run::default();
    let speaker = Speaker { lesson: &lesson, run: &run, words, depth };
    let matrix = Matrix { speaker, scene, asked, columns };
    matrix.draw()
}

/// The questions, each with a link to its page, by generation.
pub fn questions_list(words: &Words, href: impl Fn(OperationId) -> String) -> Html {
    let groups = Generation::ALL.into_iter().map(|generation| {
        let here = questions().into_iter().map(|(operation, _)| operation);
        let here = here.filter(|operation| operation.row().generation() == generation);
        let links = here.map(|operation| {
            let plain = words.line(&format!("operation-{}", key(operation)));
            let name = element("span", "field").with("translate", "no").says(operation.row().name);
            let link = element("a", "").with("href", &href(operation)).says(&plain).end();
            element("li", "").holds(link).says(" ").holds(name.end()).end()
        });
        let heading = words.line(&format!("generation-{}", generation.id()));
        element("div", "")
            .holds(element("h3", "").says(&heading).end())
            .holds(element("ul", "").holds_all(links).end())
            .end()
    });
    let title = element("h2", "").with("id", "questions-title");
    element("section", "questions")
        .with("aria-labelledby", "questions-title")
        .holds(title.says(&words.line(id::MATRIX_QUESTIONS)).end())
        .holds(element("p", "lead").says(&words.line(id::MATRIX_QUESTIONS_LEAD)).end())
        .holds_all(groups)
        .end()
}

/// The columns of one gate.
struct Gate {
    name: GateName,
    /// The rules that change something for somebody, each with what comes of the question, a sender each.
    rules: Vec<(RuleId, [Outcome; Sender::ALL.len()])>,
    /// The rules that have a meaning there and change nothing for anybody.
    idle: Vec<RuleId>,
}

fn outcomes(
    scene: &mut Scene,
    words: &Words,
    (operation, about): (OperationId, About),
    at: Option<(GateName, RuleId)>,
) -> [Outcome; Sender::ALL.len()] {
    Sender::ALL.map(|sender| {
        let mut question = Question::new(operation, sender, about);
        if let Some((gate, rule)) = at {
            question = question.with(gate, [Rule::from(rule)]);
        }
        scene.judge(&question, words).outcome
    })
}

fn columns(
    scene: &mut Scene,
    words: &Words,
    asked: (OperationId, About),
    lesson: &Lesson,
) -> Vec<Gate> {
    let without = outcomes(scene, words, asked, None);
    let mut gates = Vec::new();
    for name in GateName::ALL {
        let mut gate = Gate { name, rules: Vec::new(), idle: Vec::new() };
        for rule in RULES.iter().map(|row| row.id) {
            if filters(lesson, name, rule).is_none() {
                continue;
            }
            let with = outcomes(scene, words, asked, Some((name, rule)));
            if with == without { gate.idle.push(rule) } else { gate.rules.push((rule, with)) }
        }
        if !(gate.rules.is_empty() && gate.idle.is_empty()) {
            gates.push(gate);
        }
    }
    gates
}

struct Matrix<'a> {
    speaker: Speaker<'a>,
    scene: &'a mut Scene,
    asked: (OperationId, About),
    columns: Vec<Gate>,
}

/// The outcomes in the order of the legend, each with its sign.
const SIGNS: [(Outcome, &str); 5] = [
    (Outcome::Answered, "✓"),
    (Outcome::Masked, "◑"),
    (Outcome::Stopped, "✕"),
    (Outcome::WronglyStopped, "⚠"),
    (Outcome::AnsweredElsewhere, "↪"),
];

impl Matrix<'_> {
    fn draw(self) -> Html {
        let title = self.line("h2", "", id::MATRIX_TITLE).with("id", "matrix-title").end();
        let region = element("div", "scrolls")
            .with("role", "region")
            .with("tabindex", "0")
            .with("aria-label", &self.speaker.words.line(id::MATRIX_REGION));
        let without = outcomes(self.scene, self.speaker.words, self.asked, None);
        element("section", "matrix")
            .with("aria-labelledby", "matrix-title")
            .holds(title)
            .holds(self.line("p", "lead", id::MATRIX_LEAD).end())
            .holds(region.holds(self.table(&without)).end())
            .holds(self.legend())
            .holds_all(self.idle())
            .end()
    }

    fn line(&self, tag: &'static str, class: &str, key: &str) -> Element {
        element(tag, class).says(&self.say(key))
    }

    fn say(&self, key: &str) -> String {
        self.speaker.words.say_at(self.speaker.depth, key, &[])
    }

    fn table(&self, without: &[Outcome; Sender::ALL.len()]) -> Html {
        let operation = self.speaker.operation(self.asked.0);
        let args = [("operation", Value::Text(&operation))];
        let caption = self.speaker.words.say_at(self.speaker.depth, id::MATRIX_CAPTION, &args);
        let tall = |key| self.line("th", "", key).with("scope", "col").number("rowspan", 2).end();
        let shown = || self.columns.iter().filter(|gate| !gate.rules.is_empty());
        let gates = shown().map(|gate| {
            self.line("th", "gate first", &format!("matrix-at-{}", gate.name.id()))
                .with("scope", "colgroup")
                .number("colspan", i32::try_from(gate.rules.len()).unwrap_or(1))
                .end()
        });
        let rules = shown().flat_map(|gate| {
            gate.rules.iter().enumerate().map(|(i, (rule, _))| {
                let class = if i == 0 { "first" } else { "" };
                element("th", class).with("scope", "col").says(&self.speaker.rule(*rule)).end()
            })
        });
        let top = element("tr", "").holds(tall(id::MATRIX_SENDER));
        let top = top.holds(tall(id::MATRIX_NO_FILTER)).holds_all(gates);
        let head = element("thead", "").holds(top.end());
        let head = head.holds(element("tr", "").holds_all(rules).end());
        let rows = Sender::ALL.iter().zip(without).enumerate();
        let rows = rows.map(|(row, (sender, without))| self.row(row, *sender, *without));
        element("table", "")
            .holds(element("caption", "").says(&caption).end())
            .holds(head.end())
            .holds(element("tbody", "").holds_all(rows).end())
            .end()
    }

    fn row(&self, row: usize, sender: Sender, without: Outcome) -> Html {
        let honest = self.speaker.lesson.acts.get(row).is_some_and(|act| act.honest);
        let reason = if honest { id::MATRIX_HONEST } else { id::MATRIX_NOT_HONEST };
        let head = self.line("th", "", &format!("sender-{}", sender.id())).with("scope", "row");
        let head = head.says(" ").holds(self.line("span", "reason", reason).end());
        let plain = self.cell(sender, honest, without, "none", "");
        let mut all = element("tr", "").holds(head.end()).holds(plain);
        for gate in &self.columns {
            for (i, (rule, outcomes)) in gate.rules.iter().enumerate() {
                let outcome = outcomes.get(row).copied().unwrap_or(without);
                let class = if outcome == without { "same" } else { "changed" };
                let first = if i == 0 { " first" } else { "" };
                let filters = filters(self.speaker.lesson, gate.name, *rule).unwrap_or_default();
                let class = format!("{class}{first}");
                all = all.holds(self.cell(sender, honest, outcome, &filters, &class));
            }
        }
        all.end()
    }

    fn cell(
        &self,
        sender: Sender,
        honest: bool,
        outcome: Outcome,
        filters: &str,
        class: &str,
    ) -> Html {
        let side = if honest { "honest" } else { "dishonest" };
        let sign = SIGNS.iter().find(|(other, _)| *other == outcome).map_or("", |(_, sign)| sign);
        let sign = element("span", "sign").with("aria-hidden", "true").says(sign).end();
        let link = element("a", &format!("{} {side}", outcome.id()))
            .with("href", &format!("#at={}.0&filters={filters}", sender.id()))
            .holds(sign)
            .says("\u{a0}")
            .says(&self.say(&format!("outcome-{}", outcome.id())));
        element("td", class).holds(link.end()).end()
    }

    /// What the words in the cells mean: those that are there.
    fn legend(&self) -> Html {
        let word = |outcome: Outcome, sign: &str, side: &str| {
            let sign = element("span", "sign").with("aria-hidden", "true").says(sign).end();
            let word = element("span", &format!("{} {side}", outcome.id())).holds(sign);
            word.says("\u{a0}").says(&self.say(&format!("outcome-{}", outcome.id()))).end()
        };
        let words = SIGNS.iter().flat_map(|&(outcome, sign)| {
            let honest = matches!(outcome, Outcome::Answered | Outcome::WronglyStopped);
            let dishonest = outcome != Outcome::WronglyStopped;
            let sides = [("honest", honest), ("dishonest", dishonest)];
            let sides = sides.into_iter().filter(|(_, there)| *there);
            let words = sides.map(|(side, _)| word(outcome, sign, side));
            let means = self.line("dd", "", &format!("matrix-means-{}", outcome.id()));
            [element("dt", "").holds_all(words).end(), means.end()]
        });
        element("div", "legend")
            .holds(self.line("h3", "", id::MATRIX_LEGEND).end())
            .holds(self.line("p", "", id::MATRIX_CHANGED).end())
            .holds(element("dl", "").holds_all(words).end())
            .end()
    }

    /// The filters that the table leaves out, named.
    fn idle(&self) -> Option<Html> {
        let lines: Vec<Html> = self
            .columns
            .iter()
            .filter(|gate| !gate.idle.is_empty())
            .map(|gate| {
                let at = self.say(&format!("matrix-at-{}", gate.name.id()));
                let names = gate.idle.iter();
                let names = names.map(|rule| format!("“{}”", self.speaker.rule(*rule)));
                let rules = self.speaker.list(names.collect());
                let args = [("gate", Value::Text(&at)), ("rules", Value::Text(&rules))];
                let one = gate.idle.len() == 1;
                let key = if one { id::MATRIX_IDLE_ONE } else { id::MATRIX_IDLE };
                let said = self.speaker.words.say_at(self.speaker.depth, key, &args);
                element("li", "").says(&said).end()
            })
            .collect();
        let title = self.line("h3", "", id::MATRIX_IDLE_TITLE).end();
        let list = element("ul", "").holds_all(lines.iter().cloned()).end();
        (!lines.is_empty()).then(|| element("div", "idle").holds(title).holds(list).end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::question_id;
    use crate::text::english;
    use yew::prelude::*;

    #[derive(Clone, PartialEq, Properties)]
    struct Shown {
        html: Html,
    }

    #[component]
    fn Show(props: &Shown) -> Html {
        props.html.clone()
    }

    fn rendered(html: Html) -> String {
        let still = yew::LocalServerRenderer::<Show>::with_props(Shown { html }).hydratable(false);
        futures::executor::block_on(still.render())
    }

    fn table(operation: OperationId, about: About, depth: Depth) -> String {
        let mut scene = Scene::new().unwrap();
        rendered(matrix(&Words::native(english()), &mut scene, (operation, about), depth))
    }

    #[test]
    fn every_question_has_a_table_without_a_hole_and_every_cell_a_link() {
        for (operation, about) in questions() {
            for depth in [Depth::Plain, Depth::Engineer] {
                let html = table(operation, about, depth);
                assert!(!html.contains('⟦'), "{html}");
                let cells = html.matches("<td").count();
                assert_eq!(cells, html.matches("href=\"#at=").count());
                assert_eq!(cells % Sender::ALL.len(), 0);
                assert_eq!(html.matches("scope=\"row\"").count(), Sender::ALL.len());
            }
        }
    }

    #[test]
    fn every_question_is_in_the_list_once() {
        let href = |operation| format!("{}/", key(operation));
        let html = rendered(questions_list(&Words::native(english()), href));
        assert!(!html.contains('⟦'), "{html}");
        for (operation, _) in questions() {
            assert_eq!(html.matches(&format!("href=\"{}/\"", key(operation))).count(), 1);
        }
    }

    /// Writes the tables out, to look at them with the style beside them:
    /// `MATRIX_OUT=dir cargo test --no-default-features --features ssr --lib site -- --ignored`.
    #[test]
    #[ignore = "it only writes files"]
    fn write_out() {
        let dir = std::env::var("MATRIX_OUT").unwrap();
        let write = |name: &str, html: &str| {
            let head = "<!doctype html><html lang=en><meta charset=utf-8>\
                <meta name=viewport content='width=device-width'><link rel=stylesheet href=style.css>";
            let page = format!("{head}<div class=page>{html}</div>");
            std::fs::write(format!("{dir}/{name}.html"), page).unwrap();
        };
        for (operation, about) in questions() {
            let name = question_id(operation);
            write(&name, &table(operation, about, Depth::Plain));
            write(&format!("{name}-engineer"), &table(operation, about, Depth::Engineer));
        }
        let href = |operation| question_id(operation) + ".html";
        write("questions", &rendered(questions_list(&Words::native(english()), href)));
    }
}
