//! What a control of the workshop means that an event is about. A control carries it in `data-do`: a verb, and
//! what it is about.

use super::change::{Change, List};
use super::page::Message;
use crate::filter::RULES;
use crate::panels;
use crate::signalling::{Fact, Role};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement};

/// A text that has to be there, also when it is empty.
pub const TEXT: &str = "text";
/// A text, a number or a word of a list that is not written where it is empty.
pub const MAYBE: &str = "maybe";
pub const NUMBER: &str = "number";
/// A switch that is not written where it is off, and one that is written only where it is off.
pub const FLAG: &str = "flag";
/// Yes, no, or as usual.
pub const EITHER: &str = "either";
pub const RENAME: &str = "rename";
pub const ADD: &str = "add";
pub const REMOVE: &str = "remove";
pub const UP: &str = "up";
pub const DOWN: &str = "down";
pub const NODE: &str = "node";
pub const SERVES: &str = "serves";
pub const AGREED: &str = "agreed";
pub const KNOWS: &str = "knows";
pub const OFFERS: &str = "offers";
pub const COMPARES: &str = "compares";
pub const SAYS: &str = "says";
pub const SAYS_DEEP: &str = "says-deep";
pub const CITES: &str = "cites";
pub const THIRD_PARTY: &str = "third-party";
pub const PREDICT: &str = "predict";
pub const UNDO: &str = "undo";
pub const REDO: &str = "redo";
pub const BEGIN: &str = "begin";
pub const OPEN: &str = "open";
pub const LINK: &str = "link";
pub const JSON: &str = "json";
pub const GO: &str = "go";

/// What is wanted.
pub fn used(event: &Event) -> Option<Message> {
    let (control, does) = panels::about(event)?;
    let (verb, about) = does.split_once(' ').unwrap_or((&does, ""));
    // A browser tells of one use by several events; each control hears of one of them.
    let typed = control.tag_name() == "TEXTAREA" || control.has_attribute("data-typed");
    let heard = match control.tag_name().as_str() {
        "BUTTON" => "click",
        _ if typed => "input",
        _ => "change",
    };
    if event.type_() != heard {
        // What is typed is in the address once the field is left.
        return (typed && event.type_() == "change").then_some(Message::Left);
    }
    match verb {
        UNDO => return Some(Message::Undo),
        REDO => return Some(Message::Redo),
        LINK => return Some(Message::Link),
        GO => return Some(Message::Go(about.to_owned())),
        BEGIN => return value(&control).parse().ok().map(Message::Begin),
        OPEN => return Some(Message::Open(control.dyn_into().ok()?)),
        JSON => return Some(Message::Typed(value(&control))),
        _ => {}
    }
    change(verb, about, &value(&control)).map(Message::Change)
}

fn value(control: &Element) -> String {
    let text = control.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    text.unwrap_or_else(|| panels::value(control))
}

fn change(verb: &str, about: &str, value: &str) -> Option<Change> {
    let on = value == "true";
    let pair = || about.rsplit_once(' ');
    let field = |value| Some(Change::Field(about.to_owned(), value));
    let word = || if value.is_empty() { Value::Null } else { json!(value) };
    match verb {
        TEXT => field(json!(value)),
        MAYBE => field(word()),
        NUMBER => field(value.trim().parse::<u32>().map_or(Value::Null, |number| json!(number))),
        FLAG => field(json!(on)),
        EITHER => field(if value.is_empty() { Value::Null } else { json!(value == "yes") }),
        RENAME => Some(Change::Rename(about.to_owned(), value.trim().to_owned())),
        ADD => List::ALL.into_iter().find(|list| list.id() == about).map(Change::Add),
        REMOVE => Some(Change::Remove(about.to_owned())),
        UP => Some(Change::Move(about.to_owned(), true)),
        DOWN => Some(Change::Move(about.to_owned(), false)),
        NODE => {
            let (at, role) = pair()?;
            let role = Role::all().find(|other| other.id() == role)?;
            Some(Change::Node(at.parse().ok()?, role, on))
        }
        SERVES => {
            let (at, carrier) = about.split_once(' ')?;
            Some(Change::Serves(at.parse().ok()?, carrier.to_owned(), on))
        }
        AGREED => pair().map(|(a, b)| Change::Agreed(a.to_owned(), b.to_owned(), on)),
        KNOWS => {
            let (party, fact) = pair()?;
            let fact = Fact::ALL.into_iter().find(|other| other.id() == fact)?;
            Some(Change::Knows(party.to_owned(), fact, on))
        }
        OFFERS => {
            let (at, rule) = pair()?;
            let row = RULES.iter().find(|row| row.name == rule)?;
            Some(Change::Offers(at.parse().ok()?, row.id, on))
        }
        COMPARES => Some(Change::Compares(about.to_owned(), on)),
        SAYS => Some(Change::Says(about.to_owned(), false, one_line(value))),
        SAYS_DEEP => Some(Change::Says(about.to_owned(), true, one_line(value))),
        CITES => pair().map(|(says, source)| Change::Cites(says.to_owned(), source.to_owned(), on)),
        THIRD_PARTY => Some(Change::ThirdParty(on)),
        PREDICT => {
            let (act, party) = about.split_once(' ')?;
            let what = json!({ "act": act, "party": party, "fact": "cell" });
            Some(Change::Field("predict".into(), if on { what } else { Value::Null }))
        }
        _ => None,
    }
}

/// A sentence stands on one line, however it was pasted.
fn one_line(value: &str) -> String {
    value.replace(['\r', '\n', '\t'], " ")
}
