//! The form's controls, each with its name and a sentence on what it means.

use crate::stage::{Element, element};
use crate::text::Words;
use yew::Html;

/// What is drawn, and with which words.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    pub words: &'a Words,
}

/// One choice of a list or of a row of buttons: its value, its words, whether it is chosen, and whether it
/// can be.
pub struct Choice {
    pub value: String,
    pub words: String,
    pub chosen: bool,
    pub possible: bool,
}

impl Choice {
    pub fn new(value: &str, words: String, chosen: bool) -> Choice {
        Choice { value: value.to_owned(), words, chosen, possible: true }
    }

    pub fn option(self) -> Html {
        let option = element("option", "").with("value", &self.value).says(&self.words);
        option.when(!self.possible && !self.chosen, "disabled").chosen(self.chosen).end()
    }
}

impl Fields<'_> {
    pub fn line(&self, tag: &'static str, class: &str, key: &str) -> Html {
        element(tag, class).says(&self.words.line(key)).end()
    }

    /// A group of controls under a heading, and what it means.
    pub fn group(&self, class: &str, legend: &str, means: &str) -> Element {
        let group = element("fieldset", class).holds(element("legend", "").says(legend).end());
        if means.is_empty() { group } else { group.holds(note(&self.words.line(means))) }
    }

    /// A list to choose from: options, or groups of them.
    pub fn list(
        &self,
        does: &str,
        key: &str,
        means: &str,
        options: impl IntoIterator<Item = Html>,
    ) -> Html {
        let list = element("select", "").with("data-do", does).holds_all(options).end();
        element("label", "field")
            .holds(self.line("span", "name", key))
            .holds(list)
            .holds_all((!means.is_empty()).then(|| note(means)))
            .end()
    }

    /// A few things of which one holds, each with a sentence. Their name is that of their group.
    pub fn radios(&self, name: &str, choices: impl IntoIterator<Item = (Choice, String)>) -> Html {
        let choices = choices.into_iter().map(|(choice, means)| {
            let input = element("input", "")
                .with("type", "radio")
                .with("name", &format!("sandbox-{name}"))
                .with("data-do", &format!("{name} {}", choice.value))
                .when(!choice.possible, "disabled")
                .switched(choice.chosen);
            labelled(input, &choice.words, &means)
        });
        element("div", "radios").holds_all(choices).end()
    }

    pub fn switch(&self, does: &str, words: &str, means: &str, on: bool, possible: bool) -> Html {
        let input = element("input", "")
            .with("type", "checkbox")
            .with("data-do", does)
            .when(!possible, "disabled")
            .switched(on);
        labelled(input, words, means)
    }

    pub fn number(&self, does: &str, key: &str, (least, most): (u32, u32), now: u32) -> Html {
        let input = element("input", "")
            .with("type", "number")
            .with("inputmode", "numeric")
            .with("data-do", does)
            .with("min", &least.to_string())
            .with("max", &most.to_string())
            .valued(now.to_string());
        element("label", "field number")
            .holds(self.line("span", "name", key))
            .holds(input.end())
            .holds(note(&self.words.line(&format!("{key}-means"))))
            .end()
    }
}

/// Something small, below what it is about.
pub fn note(words: &str) -> Html {
    element("small", "").says(words).end()
}

fn labelled(input: Element, words: &str, means: &str) -> Html {
    let said = element("span", "").says(words);
    let said = if means.is_empty() { said } else { said.holds(note(means)) };
    element("label", "switch").holds(input.end()).holds(said.end()).end()
}
