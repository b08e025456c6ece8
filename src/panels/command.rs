//! What is done when something on the page is used: the names that controls carry, and what they mean.
//! One listener at the page's root reads them, so that a panel is only drawn and never wired.

use crate::filter::RuleId;
use crate::lesson::GateId;
use crate::link::{Motion, Theme};
use crate::playback::Speed;
use crate::reader::{Action, Dialog, Embedding, Embeds, Form, Lane};
use crate::run::{MessageId, Moment};
use crate::text::Depth;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

pub const START: &str = "start";
pub const BACK: &str = "back";
pub const PLAY: &str = "play";
pub const FORWARD: &str = "forward";
pub const GO: &str = "go";
pub const SPEED: &str = "speed";
pub const DEPTH: &str = "depth";
pub const FILTER: &str = "filter";
pub const FORESEE: &str = "foresee";
pub const COMPARE: &str = "compare";
pub const CLOSE: &str = "close";
pub const COPY: &str = "copy";
pub const LANE: &str = "lane";
pub const INSPECT: &str = "inspect";
pub const HELP: &str = "help";
pub const HIDE: &str = "hide";
pub const THEME: &str = "theme";
pub const MOTION: &str = "motion";
pub const KEYS: &str = "keys";
pub const PRESENT: &str = "present";
pub const EMBED: &str = "embed";
pub const EMBED_FORM: &str = "embed-form";
pub const EMBED_START: &str = "embed-start";
pub const EMBED_PANEL: &str = "embed-panel";
pub const EMBED_LOCK: &str = "embed-lock";
pub const COPY_CODE: &str = "copy-code";

/// What the reader wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Do(Action),
    Copy,
    /// Copies the code that puts the lesson into a page.
    CopyCode,
}

/// The control that an event is about, if it is about one, and what it does.
#[inline(always)]
pub(crate) fn about(event: &Event) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let control = target.closest("[data-do]").ok()??;
    let does = control.get_attribute("data-do")?;
    Some((control, does))
}

/// What the control of the player that an event is about does, and its value.
pub fn used(event: &Event) -> Option<(String, String)> {
    let (control, does) = about(event)?;
    // A browser tells of one use by several events; each control hears of one of them.
    let heard = match (control.tag_name().as_str(), does.as_str()) {
        ("BUTTON", _) => "click",
        (_, does) if does.starts_with(INSPECT) => "click",
        (_, GO) => "input",
        _ => "change",
    };
    if event.type_() != heard {
        return None;
    }
    let value = value(&control);
    Some((does, value))
}

/// What a control says: whether it is on, or what stands in it or is chosen.
pub(crate) fn value(control: &Element) -> String {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        return if input.type_() == "checkbox" {
            input.checked().to_string()
        } else {
            input.value()
        };
    }
    control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
}

/// What the player does under that name.
pub fn played(name: &str, value: &str) -> Option<Action> {
    Some(match name {
        START => Action::Start,
        BACK => Action::HopBack,
        PLAY => Action::PlayOrPause,
        FORWARD => Action::HopForward,
        GO => Action::Go(Moment(value.parse().ok()?)),
        SPEED => Action::Speed(Speed::named(value)?),
        _ => return None,
    })
}

/// The command with that name, on that value, where it is not the player's.
#[inline(never)]
pub fn named(name: &str, value: &str) -> Option<Command> {
    let mut words = name.split(' ');
    let action = match words.next()? {
        CLOSE => Action::CloseNotices,
        DEPTH if value == "engineer" => Action::Depth(Depth::Engineer),
        DEPTH => Action::Depth(Depth::Plain),
        FILTER => {
            let gate = GateId(words.next()?.parse().ok()?);
            Action::Filter(gate, RuleId::named(words.next()?)?, value == "true")
        }
        FORESEE => Action::Foresee(words.next()? == "yes"),
        COMPARE => Action::Compare(words.next()? == "with"),
        LANE => Action::Lane(match words.next()? {
            "without" => Lane::Without,
            "with" => Lane::With,
            _ => Lane::Both,
        }),
        INSPECT => Action::Dialog(Some(Dialog::Message(MessageId(words.next()?.parse().ok()?)))),
        HELP => Action::Dialog(Some(Dialog::Help)),
        HIDE => Action::Dialog(None),
        THEME => Action::Theme(Theme::named(value)?),
        MOTION => Action::Motion(Motion::named(value)?),
        KEYS => Action::Keys(value == "true"),
        PRESENT => Action::Present(value == "true"),
        EMBED => Action::Dialog(Some(Dialog::Embed(Embedding::default()))),
        EMBED_FORM => Action::Embed(Embeds::Form(Form::named(value)?)),
        EMBED_START => Action::Embed(Embeds::Here(value == "here")),
        EMBED_PANEL => Action::Embed(Embeds::Panel(words.next()?.parse().ok()?, value == "true")),
        EMBED_LOCK => Action::Embed(Embeds::Lock(words.next()?.parse().ok()?, value == "true")),
        COPY => return Some(Command::Copy),
        COPY_CODE => return Some(Command::CopyCode),
        _ => return None,
    };
    Some(Command::Do(action))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_says_which_filter_and_whether() {
        let filter = |on| Command::Do(Action::Filter(GateId(1), RuleId::HomeMatch, on));
        assert_eq!(named("filter 1 home-match", "true"), Some(filter(true)));
        assert_eq!(named("filter 1 home-match", "false"), Some(filter(false)));
        assert_eq!(named("filter 1", "true"), None);
    }

    #[test]
    fn what_is_no_moment_or_speed_does_nothing() {
        assert_eq!(played(GO, "1200"), Some(Action::Go(Moment(1200))));
        assert_eq!(played(GO, "soon"), None);
        assert_eq!(played(SPEED, "3"), None);
        assert_eq!(named("explode", ""), None);
    }
}
