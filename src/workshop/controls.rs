//! The form's controls. Each carries its path, so that a problem can be shown at it and lead to it.

use super::used::{EITHER, FLAG, MAYBE, NUMBER, TEXT};
use crate::lesson::{Diagnostic, explain};
use crate::stage::{Element, element};
use crate::text::Words;
use yew::Html;

/// What is drawn from.
#[derive(Clone, Copy)]
pub struct Controls<'a> {
    pub words: &'a Words,
    pub problems: &'a [Diagnostic],
    /// Whether the form may change anything.
    pub open: bool,
}

/// A choice of a list: its value and its words.
pub type Choice = (String, String);

impl Controls<'_> {
    pub fn line(&self, key: &str) -> String {
        self.words.line(key)
    }

    pub fn says(&self, tag: &'static str, class: &str, key: &str) -> Html {
        element(tag, class).says(&self.line(key)).end()
    }

    /// Something to press.
    pub fn button(&self, does: &str, words: &str, possible: bool) -> Html {
        element("button", "")
            .with("type", "button")
            .with("data-do", does)
            .when(!possible, "disabled")
            .says(words)
            .end()
    }

    /// A line of text that has to be there.
    pub fn text(&self, path: &str, key: &str, value: &str) -> Html {
        self.input((TEXT, path), key, value, "")
    }

    /// One that is not written where it is empty.
    pub fn maybe(&self, path: &str, key: &str, value: Option<&str>) -> Html {
        self.input((MAYBE, path), key, value.unwrap_or_default(), "")
    }

    /// A number that is not written where the field is empty.
    pub fn number(&self, path: &str, key: &str, value: Option<u32>) -> Html {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        self.input((NUMBER, path), key, &value, "number")
    }

    /// An id: with it everything changes that speaks of it, once the field is left.
    pub fn id(&self, path: &str, value: &str) -> Html {
        self.input((super::used::RENAME, path), crate::text::id::WORKSHOP_ID, value, "")
    }

    fn input(
        &self,
        (verb, path): (&str, &str),
        key: &str,
        value: &str,
        kind: &'static str,
    ) -> Html {
        let input = element("input", "")
            .with("type", if kind.is_empty() { "text" } else { kind })
            .with("inputmode", if kind.is_empty() { "" } else { "numeric" })
            .with("data-do", &format!("{verb} {path}"))
            .when(verb != super::used::RENAME, "data-typed")
            .with("autocomplete", "off")
            .valued(value.to_owned());
        self.field(input, path, key)
    }

    /// A text of several lines on the screen.
    pub fn area(&self, does: &str, path: &str, key: &str, value: &str) -> Html {
        // As high as what stands in it, in a field of the usual width.
        let lines = value.chars().count().div_euclid(55).saturating_add(1).clamp(2, 8);
        let area = element("textarea", "").with("data-do", does).with("rows", &lines.to_string());
        self.field(area.valued(value.to_owned()), path, key)
    }

    /// A list to choose from. The first choice stands for what is not written, where its value is empty.
    pub fn list(&self, path: &str, key: &str, choices: Vec<Choice>, now: &str) -> Html {
        let verb =
            if choices.first().is_some_and(|(value, _)| value.is_empty()) { MAYBE } else { TEXT };
        self.field(self.options(&format!("{verb} {path}"), choices, now), path, key)
    }

    /// Yes, no, or as usual.
    pub fn either(&self, path: &str, key: &str, now: Option<bool>) -> Html {
        let words = |key| self.line(key);
        let choices = vec![
            (String::new(), words(crate::text::id::WORKSHOP_AS_USUAL)),
            ("yes".to_owned(), words(crate::text::id::WORKSHOP_YES)),
            ("no".to_owned(), words(crate::text::id::WORKSHOP_NO)),
        ];
        let now = now.map_or("", |now| if now { "yes" } else { "no" });
        self.field(self.options(&format!("{EITHER} {path}"), choices, now), path, key)
    }

    pub fn options(&self, does: &str, choices: Vec<Choice>, now: &str) -> Element {
        // What is not among them is shown all the same: it is what the file says.
        let known = choices.iter().any(|(value, _)| value == now);
        let other = (!known).then(|| (now.to_owned(), now.to_owned()));
        let option = |(value, words): Choice| {
            let chosen = value == now;
            element("option", "").with("value", &value).says(&words).chosen(chosen).end()
        };
        element("select", "")
            .with("data-do", does)
            .holds_all(other.into_iter().chain(choices).map(option))
    }

    /// A switch for a field.
    pub fn flag(&self, path: &str, key: &str, on: bool) -> Html {
        let switch = self.switch(&format!("{FLAG} {path}"), &self.line(key), on);
        element("div", "").holds(switch).holds_all(self.wrong(path)).end()
    }

    pub fn switch(&self, does: &str, words: &str, on: bool) -> Html {
        let input = element("input", "").with("type", "checkbox").with("data-do", does);
        let input = input.when(!self.open, "disabled").switched(on).end();
        element("label", "switch").holds(input).holds(element("span", "").says(words).end()).end()
    }

    /// A control with its name, what it means, and what is wrong with it.
    fn field(&self, control: Element, path: &str, key: &str) -> Html {
        let wrong = self.wrong(path);
        let means = format!("{key}-means");
        let note = self.words.has(&means).then(|| {
            let note = element("small", "").with("id", &format!("means-{path}"));
            note.says(&self.line(&means)).end()
        });
        let described = [("means", note.is_some()), ("wrong", wrong.is_some())]
            .into_iter()
            .filter(|(_, there)| *there)
            .map(|(what, _)| format!("{what}-{path}"))
            .collect::<Vec<_>>()
            .join(" ");
        let id = format!("at-{path}");
        let control = control
            .with("id", &id)
            .when(!self.open, "disabled")
            .with("aria-invalid", if wrong.is_some() { "true" } else { "" })
            .with("aria-describedby", &described);
        let name = element("label", "name").with("for", &id).says(&self.line(key)).end();
        element("div", "field")
            .holds(name)
            .holds(control.end())
            .holds_all(note)
            .holds_all(wrong)
            .end()
    }

    /// What is wrong at a path, and how to mend it.
    pub fn wrong(&self, path: &str) -> Option<Html> {
        let mut here = self.problems.iter().filter(|problem| problem.path == path).peekable();
        here.peek()?;
        let lines = here.map(|problem| {
            let bare = Diagnostic { path: String::new(), ..problem.clone() };
            element("span", "").says(&explain(&bare, self.words)).end()
        });
        let id = format!("wrong-{path}");
        Some(element("p", "wrong").with("id", &id).holds_all(lines).end())
    }

    /// A part of the form that can be folded away.
    pub fn part(&self, key: &str, open: bool, path: &str) -> Element {
        let inside = |problem: &&Diagnostic| {
            let rest = problem.path.strip_prefix(path);
            !path.is_empty()
                && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let wrong = self.problems.iter().filter(inside).count();
        let count =
            (wrong > 0).then(|| element("b", "count").says(&self.words.number(wrong as i64)).end());
        let summary = element("summary", "").says(&self.line(key)).holds_all(count);
        let means = self.says("p", "means", &format!("{key}-means"));
        element("details", "part").when(open, "open").holds(summary.end()).holds(means)
    }

    /// One thing of a list, with what moves it and takes it away.
    pub fn item(&self, path: &str, name: &str, moves: bool) -> Element {
        let button = |verb: &str, key: &str| {
            let words = self.line(key);
            element("button", "small")
                .with("type", "button")
                .with("data-do", &format!("{verb} {path}"))
                .with("aria-label", &format!("{words}: {name}"))
                .with("title", &words)
                .when(!self.open, "disabled")
                .says(match verb {
                    super::used::UP => "↑",
                    super::used::DOWN => "↓",
                    _ => "×",
                })
                .end()
        };
        use crate::text::id;
        let hands = element("span", "hands")
            .holds_all(moves.then(|| button(super::used::UP, id::WORKSHOP_UP)))
            .holds_all(moves.then(|| button(super::used::DOWN, id::WORKSHOP_DOWN)))
            .holds(button(super::used::REMOVE, id::WORKSHOP_REMOVE));
        let legend = element("legend", "").says(name);
        element("fieldset", "item")
            .with("id", &format!("at-{path}"))
            .with("tabindex", "-1")
            .holds(legend.end())
            .holds(hands.end())
            .holds_all(self.wrong(path))
    }
}
