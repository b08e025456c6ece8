//! The form: what can be done with the whole, what is wrong, the parts of the lesson, and its text.

use super::Stock;
use super::change::List;
use super::controls::Controls;
use super::draft::Draft;
use super::used::{ADD, BEGIN, GO, JSON, LINK, OPEN, REDO, UNDO};
use crate::lesson::file::LessonFile;
use crate::lesson::{explain, limits};
use crate::link::percent_encode;
use crate::stage::{Element, element};
use crate::text::{Value, Words, id};
use yew::{Html, NodeRef};

/// What the form is drawn from.
pub struct Form<'a> {
    pub words: &'a Words,
    pub stock: &'a Stock,
    pub draft: &'a Draft,
    pub file: &'a LessonFile,
    /// The key of what is said of the last thing that was done, or nothing.
    pub said: &'a str,
    /// Whether somebody has sent it.
    pub sent: bool,
    pub text: &'a NodeRef,
}

impl Form<'_> {
    pub fn controls(&self) -> Controls<'_> {
        Controls { words: self.words, problems: self.draft.problems(), open: self.draft.is_whole() }
    }

    /// The button for one more; where there is no room for one, why it cannot be pressed.
    pub fn add(&self, list: List, key: &str) -> Html {
        let controls = self.controls();
        let room = list.has_room(self.file);
        let does = format!("{ADD} {}", list.id());
        let button = controls.button(&does, &controls.line(key), controls.open && room);
        if room {
            return button;
        }
        let why = match list {
            List::Gates if !list.is_full(self.file) => id::WORKSHOP_NO_PLACE,
            _ => id::WORKSHOP_FULL,
        };
        element("div", "").holds(button).holds(controls.says("small", "", why)).end()
    }

    pub fn draw(&self) -> Element {
        let controls = self.controls();
        let line = |tag, class, key| controls.says(tag, class, key);
        let parts = element("div", "parts")
            .holds(self.about())
            .holds(self.networks())
            .holds(self.others())
            .holds(self.knowing())
            .holds(self.asking())
            .holds(self.filtering())
            .holds(self.foreseeing())
            .holds(self.citing())
            .holds(self.written());
        let editor = element("details", "editor")
            .when(!self.sent || !self.draft.is_played(), "open")
            .holds(line("summary", "", id::WORKSHOP_EDIT))
            .holds(self.whole())
            .holds_all(self.wrong())
            .holds_all((!self.draft.is_whole()).then(|| line("p", "hint", id::WORKSHOP_MEND_TEXT)))
            .holds(parts.end());
        element("section", "workshop")
            .with("aria-labelledby", "workshop-title")
            .holds(line("h2", "unseen", id::WORKSHOP_NAME))
            .holds_all(self.sent.then(|| line("p", "hint", id::WORKSHOP_SENT)))
            .holds(editor.end())
            .holds(self.documents())
    }

    /// In a frame nobody changes anything: it is played, or it is said why not.
    pub fn in_a_frame(&self) -> Element {
        let fine = self.draft.is_played() && self.said.is_empty();
        let section = element("section", "workshop").holds_all((!fine).then(|| self.told()));
        section.holds_all(self.wrong()).holds(self.documents())
    }

    /// What can be done with the whole lesson.
    fn whole(&self) -> Html {
        let controls = self.controls();
        let mut lessons: Vec<(String, String)> =
            vec![("-".to_owned(), controls.line(id::WORKSHOP_BEGIN_CHOOSE))];
        let known = self.stock.lessons.iter().enumerate();
        lessons.extend(known.map(|(at, (title, _))| (at.to_string(), title.clone())));
        let begin = element("label", "field")
            .holds(controls.says("span", "name", id::WORKSHOP_BEGIN))
            .holds(controls.options(BEGIN, lessons, "-").end());
        let input = element("input", "")
            .with("type", "file")
            .with("accept", ".json,application/json")
            .with("data-do", OPEN)
            .with("aria-describedby", "workshop-drop");
        let open = element("label", "field")
            .holds(controls.says("span", "name", id::WORKSHOP_OPEN))
            .holds(input.end())
            .holds(controls.says("small", "", id::WORKSHOP_DROP));
        let name = if self.file.id.is_empty() { "lesson" } else { &self.file.id };
        let href =
            format!("data:application/json;charset=utf-8,{}", percent_encode(self.draft.text()));
        let save = element("a", "button")
            .with("href", &href)
            .with("download", &format!("{name}.json"))
            .says(&controls.line(id::WORKSHOP_SAVE));
        let button = |does, key, possible| controls.button(does, &controls.line(key), possible);
        let row = element("div", "row")
            .holds(button(UNDO, id::WORKSHOP_UNDO, self.draft.can_undo()))
            .holds(button(REDO, id::WORKSHOP_REDO, self.draft.can_redo()))
            .holds(save.end())
            .holds(button(LINK, id::WORKSHOP_LINK, true));
        element("div", "tools")
            .holds(element("div", "row").holds(begin.end()).holds(open.end()).end())
            .holds(row.end())
            .holds(self.told())
            .end()
    }

    /// What came of the last thing that was done.
    fn told(&self) -> Html {
        let most = limits::BYTES as i64 / 1024;
        let args = [("most", Value::Number(most))];
        let said =
            if self.said.is_empty() { String::new() } else { self.words.say(self.said, &args) };
        element("p", "told").with("role", "status").says(&said).end()
    }

    /// Everything that is wrong, each leading to its place.
    fn wrong(&self) -> Option<Html> {
        let problems = self.draft.problems();
        if problems.is_empty() {
            return None;
        }
        let one = |problem: &crate::lesson::Diagnostic| {
            let words = explain(problem, self.words);
            let button = element("button", "")
                .with("type", "button")
                .with("data-do", &format!("{GO} {}", problem.path))
                .says(&words);
            element("li", "").holds(button.end()).end()
        };
        let count = [("count", Value::Number(problems.len() as i64))];
        let head = element("p", "").says(&self.words.say(id::WORKSHOP_WRONG, &count)).end();
        let list = element("ul", "").holds_all(problems.iter().map(one)).end();
        Some(element("div", "problems").with("role", "alert").holds(head).holds(list).end())
    }

    /// The file itself.
    fn written(&self) -> Html {
        let controls = self.controls();
        let area = element("textarea", "code")
            .known_as(self.text)
            .with("id", "at-")
            .with("data-do", JSON)
            .with("spellcheck", "false")
            .with("autocapitalize", "off")
            .with("dir", "ltr")
            .with("rows", "24")
            .with("aria-label", &controls.line(id::WORKSHOP_TEXT))
            .valued(self.draft.text().to_owned());
        controls.part(id::WORKSHOP_TEXT, false, "").holds(area.end()).end()
    }

    /// What the lesson cites, by the numbers in its sentences.
    fn documents(&self) -> Html {
        let Some((lesson, own)) = self.draft.lesson() else { return element("div", "").end() };
        let document = |(number, source): (usize, crate::lesson::SourceId)| {
            let text = match (own.source(source), source.source()) {
                (Some(own), _) => {
                    [Some(own.title.clone()), own.place.clone()].into_iter().flatten().collect()
                }
                (None, Some(known)) => {
                    vec![known.title.to_owned(), known.who.to_owned(), known.address.to_owned()]
                }
                (None, None) => Vec::new(),
            };
            let text: Vec<String> = text.into_iter().filter(|part| !part.is_empty()).collect();
            element("li", "").with("id", &format!("source-{number}")).says(&text.join(" · ")).end()
        };
        let all: Vec<Html> = (1..).zip(lesson.sources()).map(document).collect();
        if all.is_empty() {
            return element("div", "").end();
        }
        element("div", "documents")
            .holds(self.controls().says("h2", "", id::WORKSHOP_SOURCES_CITED))
            .holds(element("ol", "").holds_all(all).end())
            .end()
    }
}
