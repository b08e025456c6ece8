//! What lies open over the page: a message, looked into, or the keys and the reader's settings. One element
//! of the browser's own kind, whose content changes: it keeps the focus inside, closes on Escape and gives
//! the focus back.

use super::command::{HIDE, KEYS as KEYS_SWITCH, MOTION, PRESENT, THEME};
use super::embed::embed;
use super::later;
use super::pieces::sentence;
use super::player::option;
use super::view::View;
use crate::link::{Motion, Theme};
use crate::narration::inspect;
use crate::reader::{Dialog, KEYS, turned};
use crate::run::{Message, MessageId};
use crate::stage::{Element, element};
use crate::text::{Direction, id};
use yew::{Html, NodeRef};

const TITLE: &str = "dialog-title";

pub fn dialog(view: &View, handle: &NodeRef) -> Html {
    let on = element("dialog", "dialog").known_as(handle);
    match view.session.dialog {
        Some(dialog) if later::here() => open(view, on, dialog),
        _ => on.end(),
    }
}

/// With what lies open in it.
#[inline(never)]
fn open(view: &View, on: Element, dialog: Dialog) -> Html {
    let (title, body) = match dialog {
        Dialog::Message(message) => inspected(view, message),
        Dialog::Help => (view.words.line(id::HELP_TITLE), help(view)),
        Dialog::Embed(embedding) => (view.words.line(id::EMBED_TITLE), embed(view, &embedding)),
    };
    let close = view.control("button", "quiet", HIDE).says(&view.words.line(id::HELP_CLOSE));
    on.with("aria-labelledby", TITLE)
        .holds(
            // What is read first: the browser would take the first button, which is the last thing in it.
            element("h2", "").with("id", TITLE).with("tabindex", "-1").says(&title).end(),
        )
        .holds(body)
        .holds(close.end())
        .end()
}

/// A message: one line for each thing that there is to say of it, then gate by gate.
fn inspected(view: &View, message: MessageId) -> (String, Html) {
    let (words, lesson) = (view.words, &view.session.lesson);
    let Some(found) = inspect(&view.speaker(), message, view.session.moment()) else {
        return Default::default();
    };
    let details = found.details.iter().map(|(heading, said)| {
        element("div", "")
            .holds(element("dt", "").says(&words.line(heading)).end())
            .holds(sentence(element("dd", ""), lesson, said).end())
            .end()
    });
    let gates = found.gates.iter().map(|gate| {
        let rules = gate.rules.iter().map(|(verdict, rule, why)| {
            let word = words.line(&format!("verdict-{verdict}"));
            let tag = element("b", &format!("verdict {verdict}")).says(&word).end();
            let rule = element("span", "name").says(rule).end();
            element("li", "").holds(rule).says(" ").holds(tag).says(": ").says(why).end()
        });
        let said = match gate.rules.is_empty() {
            true => element("p", "").says(&words.line(id::INSPECT_GATE_OPEN)),
            false => element("ol", "").holds_all(rules),
        };
        element("div", "").holds(element("h3", "").says(&gate.name).end()).holds(said.end()).end()
    });
    let message = view.session.run.message(message);
    let key = match message.is_some_and(Message::is_request) {
        true => id::INSPECT_NO_GATE,
        false => id::INSPECT_ANSWER,
    };
    let none = found.gates.is_empty().then(|| element("p", "").says(&words.line(key)).end());
    let body = element("div", "inspected")
        .holds(element("div", "").holds_all(gates).end())
        .holds(element("dl", "").holds_all(details).end())
        .holds_all(none);
    (found.name, body.end())
}

fn help(view: &View) -> Html {
    let (words, settings) = (view.words, &view.session.view);
    let rtl = words.direction() == Direction::Rtl;
    let rows = KEYS.iter().map(|key| {
        // The arrows are the other way about there, and each stands beside what it does.
        let called = KEYS.iter().find(|other| other.name == turned(key.name, rtl)).unwrap_or(key);
        let called = element("kbd", "").says(&words.line(called.called)).end();
        element("tr", "")
            .holds(element("th", "").with("scope", "row").holds(called).end())
            .holds(element("td", "").says(&words.line(key.says)).end())
            .end()
    });
    let switch = |does, name, key, on| {
        let switch = view.control("input", "", does).with("type", "checkbox");
        let switch = switch.with("role", "switch").with("id", name).switched(on);
        let label = element("label", "").with("for", name).says(&words.line(key)).end();
        element("p", "setting").holds(switch.end()).holds(label).end()
    };
    let theme = Theme::ALL.map(|theme| (theme.name(), theme == settings.theme));
    let motion = Motion::ALL.map(|motion| (Motion::name(motion), motion == settings.motion));
    element("div", "help")
        .holds(element("h3", "").says(&words.line(id::HELP_KEYS)).end())
        .holds(element("p", "").says(&words.line(id::HELP_KEYS_LEAD)).end())
        .holds(element("table", "").holds_all(rows).end())
        .holds(switch(KEYS_SWITCH, "keys-on", id::KEYS_ON, settings.keys))
        .holds(element("h3", "").says(&words.line(id::SETTINGS_TITLE)).end())
        .holds(setting(view, THEME, id::SETTING_THEME, &theme).end())
        .holds(setting(view, MOTION, id::SETTING_MOTION, &motion).end())
        .holds(switch(PRESENT, "present-on", id::SETTING_PRESENT, settings.present))
        .end()
}

/// A list to choose one setting from, with its name before it.
pub fn setting(view: &View, does: &'static str, key: &str, choices: &[(&str, bool)]) -> Element {
    let field = format!("setting-{does}");
    let words = |name| view.words.line(&format!("{does}-{name}"));
    let choices = choices.iter().map(|&(name, chosen)| option(view, name, &words(name), chosen));
    let list = view.control("select", "", does).with("id", &field).holds_all(choices).end();
    let label = element("label", "").with("for", &field).says(&view.words.line(key)).end();
    element("p", "setting").holds(label).holds(list)
}
