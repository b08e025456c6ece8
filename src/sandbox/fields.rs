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
    /// A group of controls under a heading, and what it means.
    pub fn group(&self, class: &str, legend: &str, means: &str) -> Element {
        let group = element("fieldset", class).holds(element("legend", "").says(legend).end());
        if means.is_empty() { group } else { group.holds(note(&self.words.line(means))) }
    }

    /// A list to choose from: options, or groups of them.
    pub fn list(&self, does: &str, key: &str, means: &str, options: Vec<Html>) -> Html {
        let list = element("select", "").holds_all(options);
        self.field("set-field", does, list, &self.words.line(key), means)
    }

    pub fn number(&self, does: &str, key: &str, (least, most): (u32, u32), now: u32) -> Html {
        let input = element("input", "")
            .with("type", "number")
            .with("inputmode", "numeric")
            .with("min", &least.to_string())
            .with("max", &most.to_string())
            .valued(now.to_string());
        let means = self.words.line(&format!("{key}-means"));
        self.field("set-field set-number", does, input, &self.words.line(key), &means)
    }

    fn field(&self, class: &str, does: &str, control: Element, name: &str, means: &str) -> Html {
        let (control, label, means) = named(does, control, name, means);
        element("div", class).holds(label.end()).holds(control).holds_all(means).end()
    }

    /// A few things of which one holds, each with a sentence. Their name is that of their group.
    pub fn radios(&self, name: &str, choices: Vec<(Choice, String)>) -> Html {
        let choices = choices.into_iter().map(|(choice, means)| {
            let does = format!("{name} {}", choice.value);
            let input = element("input", "")
                .with("type", "radio")
                .with("name", &format!("sandbox-{name}"))
                .when(!choice.possible && !choice.chosen, "disabled")
                .switched(choice.chosen);
            switch(&does, input, &choice.words, &means)
        });
        element("div", "set-radios").holds_all(choices).end()
    }

    pub fn switch(&self, does: &str, words: &str, means: &str, on: bool, possible: bool) -> Html {
        let input =
            element("input", "").with("type", "checkbox").when(!possible, "disabled").switched(on);
        switch(does, input, words, means)
    }
}

/// Something small, below what it is about.
pub fn note(words: &str) -> Html {
    element("small", "").says(words).end()
}

fn switch(does: &str, input: Element, words: &str, means: &str) -> Html {
    let (input, label, means) = named(does, input, words, means);
    let said = element("div", "").holds(label.end()).holds_all(means).end();
    element("div", "set-switch").holds(input).holds(said).end()
}

/// A control with its label, and the sentence that describes it.
fn named(does: &str, control: Element, name: &str, means: &str) -> (Html, Element, Option<Html>) {
    let place = format!("sandbox-{}", does.replace(' ', "-"));
    let meaning = format!("{place}-means");
    let described = if means.is_empty() { "" } else { meaning.as_str() };
    let control =
        control.with("id", &place).with("data-do", does).with("aria-describedby", described);
    let label = element("label", "").with("for", &place).says(name);
    let means =
        (!means.is_empty()).then(|| element("small", "").with("id", &meaning).says(means).end());
    (control.end(), label, means)
}
