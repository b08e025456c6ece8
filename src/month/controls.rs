//! What the reader can change of the crowd: lists, sliders and switches, and what they mean.

use super::choices::{ASKERS, Choices, Limit, RULES, TRAVELLERS, TRIES, Who};
use super::names::Names;
use crate::crowd::Plan;
use crate::judge::Sender;
use crate::panels::{about, value};
use crate::playback::Speed;
use crate::stage::{Element, element};
use crate::text::{Value, Words, id};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::Html;

pub const BACK: &str = "back";
pub const PLAY: &str = "play";
pub const FORWARD: &str = "forward";
pub const GO: &str = "go";
pub const SPEED: &str = "speed";
const DAY: &str = "day";
const TRAVELLERS_IN: &str = "travellers";
const ASKER: &str = "asker";
const ABOUT: &str = "about";
const PER_DAY: &str = "per-day";
const RULE: &str = "rule";
const LIMIT: &str = "limit";
const EVENT: &str = "event";
const TRY: &str = "try";

/// What the reader wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Do {
    Play,
    Back,
    Forward,
    Start,
    End,
    /// To that minute from the beginning.
    Minute(u32),
    /// To the middle of that day, from 0.
    Day(u32),
    Speed(Speed),
    Travellers(u32),
    Asker(Sender),
    About(Who),
    PerDay(u32),
    /// One of [`RULES`].
    Rule(usize, bool),
    Limit(Limit, u32),
    Event(bool),
    /// One of [`TRIES`].
    Try(usize),
}

/// What the control means that an event is about.
pub fn used(event: &Event) -> Option<Do> {
    let (control, does) = about(event)?;
    let slides = control.get_attribute("type").is_some_and(|kind| kind == "range");
    // A browser tells of one use by several events; each control hears of one of them.
    let heard = match control.tag_name().as_str() {
        "BUTTON" | "rect" | "g" => "click",
        _ if slides => "input",
        _ => "change",
    };
    if event.type_() != heard {
        return None;
    }
    let value = value(&control);
    named(&does, &value)
}

fn named(does: &str, value: &str) -> Option<Do> {
    let (does, which) = does.split_once(' ').unwrap_or((does, ""));
    let step = |all: &[u32]| all.get(value.parse::<usize>().ok()?).copied();
    Some(match does {
        BACK => Do::Back,
        PLAY => Do::Play,
        FORWARD => Do::Forward,
        GO => Do::Minute(value.parse().ok()?),
        DAY => Do::Day(which.parse().ok()?),
        SPEED => Do::Speed(Speed::named(value)?),
        TRAVELLERS_IN => Do::Travellers(step(&TRAVELLERS)?),
        ASKER => Do::Asker(ASKERS.into_iter().find(|sender| sender.id() == value)?),
        ABOUT => Do::About(Who::ALL.into_iter().find(|who| who.id() == value)?),
        PER_DAY => Do::PerDay(step(&super::choices::PER_DAY)?),
        RULE => Do::Rule(RULES.iter().position(|rule| rule.id() == which)?, value == "true"),
        LIMIT => {
            let limit = Limit::ALL.into_iter().find(|limit| limit.id() == which)?;
            Do::Limit(limit, step(limit.steps())?)
        }
        EVENT => Do::Event(value == "true"),
        TRY => Do::Try(TRIES.iter().position(|(name, _)| *name == which)?),
        _ => return None,
    })
}

/// The keys, while the focus is in the month: as in every player here, by day.
pub fn pressed(event: Event) -> Option<Do> {
    let event: KeyboardEvent = event.dyn_into().ok()?;
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
        return None;
    }
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let scrubs = target.get_attribute("data-do").is_some_and(|does| does == GO);
    let own = ["BUTTON", "SELECT", "INPUT", "SUMMARY", "A"].contains(&target.tag_name().as_str());
    let wanted = match event.key().as_str() {
        // The time line's arrows go by the hour, as they do on every slider.
        "PageDown" if scrubs || !own => Do::Forward,
        "PageUp" if scrubs || !own => Do::Back,
        " " if scrubs || !own => Do::Play,
        _ => return None,
    };
    event.prevent_default();
    Some(wanted)
}

/// A control that says what it does.
pub fn control(tag: &'static str, class: &str, does: &str, live: bool) -> Element {
    element(tag, class).with("data-do", does).when(!live, "disabled")
}

/// What a bar of the chart does.
pub fn to_day(day: u32) -> String {
    format!("{DAY} {day}")
}

/// Whether the third party sends.
pub fn third_party(sender: Sender) -> bool {
    !matches!(
        sender,
        Sender::HomeForOthers
            | Sender::Home
            | Sender::Partner
            | Sender::Visited
            | Sender::StaleHome
    )
}

/// What is worth trying, and what it shows.
pub fn tries(words: &Words, live: bool) -> Html {
    let one = |(name, _): (&str, &str)| {
        let button = control("button", "", &format!("{TRY} {name}"), live).with("type", "button");
        let shows = words.line(&format!("month-try-{name}-shows"));
        element("li", "")
            .holds(button.says(&words.line(&format!("month-try-{name}"))).end())
            .holds(element("span", "").says(&shows).end())
            .end()
    };
    element("div", "tries")
        .holds(element("h3", "").says(&words.line(id::MONTH_TRIES)).end())
        .holds(element("ol", "").holds_all(TRIES.map(one)).end())
        .end()
}

/// Everything that can be chosen.
pub fn controls(words: &Words, names: &Names, choices: &Choices, live: bool) -> Html {
    let set = Set { words, choices, live };
    element("div", "choose").holds(set.crowd(names)).holds(set.asks()).holds(set.gate()).end()
}

struct Set<'a> {
    words: &'a Words,
    choices: &'a Choices,
    live: bool,
}

impl Set<'_> {
    fn group(&self, key: &str) -> Element {
        element("fieldset", "").holds(element("legend", "").says(&self.words.line(key)).end())
    }

    /// A slider over a list of numbers.
    fn slider(&self, does: &str, key: &str, steps: &[u32], now: u32) -> Html {
        let at = steps.iter().position(|&step| step == now).unwrap_or_default();
        let shown = match now {
            0 => self.words.line(id::MONTH_LIMIT_NONE),
            now => self.words.number(i64::from(now)),
        };
        let input = control("input", "", does, self.live)
            .with("type", "range")
            .with("min", "0")
            .number("max", steps.len() as i32 - 1)
            .with("step", "1")
            .valued(at.to_string())
            .with("aria-label", &self.words.line(key))
            .with("aria-valuetext", &shown);
        element("label", "slider")
            .holds(element("span", "").says(&self.words.line(key)).end())
            .holds(element("b", "").with("aria-hidden", "true").says(&shown).end())
            .holds(input.end())
            .end()
    }

    fn switch(&self, does: &str, words: &str, note: &str, on: bool) -> Html {
        let input = control("input", "", does, self.live).with("type", "checkbox");
        let input =
            if self.live { input.switched(on).end() } else { input.when(on, "checked").end() };
        let said = element("span", "").says(words);
        let said =
            if note.is_empty() { said } else { said.holds(element("small", "").says(note).end()) };
        element("label", "switch").holds(input).holds(said.end()).end()
    }

    fn list(
        &self,
        does: &str,
        key: &str,
        options: impl IntoIterator<Item = (&'static str, String, bool)>,
    ) -> Html {
        let options = options.into_iter().map(|(value, words, chosen)| {
            let option = element("option", "").with("value", value).says(&words);
            if self.live {
                option.chosen(chosen).end()
            } else {
                option.when(chosen, "selected").end()
            }
        });
        element("label", "list")
            .holds(element("span", "").says(&self.words.line(key)).end())
            .holds(control("select", "", does, self.live).holds_all(options).end())
            .end()
    }

    fn crowd(&self, names: &Names) -> Html {
        let home = names.homes.get(1).map(String::as_str).unwrap_or_default();
        let args = [
            ("home", Value::Text(home)),
            ("first", Value::Number(13)),
            ("last", Value::Number(16)),
        ];
        self.group(id::MONTH_CROWD)
            .holds(self.slider(
                TRAVELLERS_IN,
                id::MONTH_TRAVELLERS,
                &TRAVELLERS,
                self.choices.travellers,
            ))
            .holds(self.switch(
                EVENT,
                &self.words.say(id::MONTH_EVENT, &args),
                "",
                self.choices.event,
            ))
            .end()
    }

    fn asks(&self) -> Html {
        let Choices { asker, about, .. } = *self.choices;
        let askers = ASKERS.map(|sender| {
            (sender.id(), self.words.line(&format!("sender-{}", sender.id())), sender == asker)
        });
        let whom = Who::ALL.map(|who| {
            (who.id(), self.words.line(&format!("month-about-{}", who.id())), who == about)
        });
        self.group(id::MONTH_ASKS)
            .holds(self.list(ASKER, id::MONTH_ASKER, askers))
            .holds(self.list(ABOUT, id::MONTH_ABOUT, whom))
            .holds(self.slider(
                PER_DAY,
                id::MONTH_PER_DAY,
                self.choices.rates(),
                self.choices.asked(),
            ))
            .holds(element("p", "note").says(&self.words.line(id::MONTH_ABOUT_OWN)).end())
            .end()
    }

    fn gate(&self) -> Html {
        let rules = RULES.iter().zip(self.choices.rules).map(|(rule, on)| {
            let name = self.words.line(&format!("rule-{}", rule.id()));
            let does = self.words.line(&format!("does-{}", rule.id()));
            self.switch(&format!("{RULE} {}", rule.id()), &name, &does, on)
        });
        let limits = Limit::ALL.into_iter().zip(self.choices.limits).map(|(limit, now)| {
            let key = format!("month-{}", limit.id());
            self.slider(&format!("{LIMIT} {}", limit.id()), &key, limit.steps(), now)
        });
        self.group(id::MONTH_GATE_RULES)
            .holds(element("p", "head").says(&self.words.line(id::MONTH_GATE_ONE)).end())
            .holds_all(rules)
            .holds(element("p", "head").says(&self.words.line(id::MONTH_GATE_COUNT)).end())
            .holds_all(limits)
            .end()
    }
}

/// What is sent about each traveller, and what that rests on.
pub fn rates(words: &Words, plan: &Plan) -> Html {
    let shown = |thousandths: u32| {
        format!("{}.{}", thousandths / 1000, thousandths % 1000 / 100).replace(".0", "")
    };
    let all = plan.traffic.iter().map(|traffic| traffic.thousandths).sum();
    let each = shown(all);
    let lead = words.say(
        id::MONTH_RATES_LEAD,
        &[("each", Value::Text(&each)), ("thousandths", Value::Number(i64::from(all)))],
    );
    let items = plan.traffic.iter().map(|traffic| {
        let what = words.line(&format!("month-rate-{}", traffic.operation.row().name));
        let rate = words.say(id::MONTH_RATE, &[("rate", Value::Text(&shown(traffic.thousandths)))]);
        element("li", "").says(&format!("{what}: {rate}")).end()
    });
    element("details", "rates")
        .holds(element("summary", "").says(&words.line(id::MONTH_RATES)).end())
        .holds(element("p", "").says(&lead).end())
        .holds(element("ul", "").holds_all(items).end())
        .holds(element("p", "").says(&words.line(id::MONTH_ASKER_SOURCE)).end())
        .end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_control_does_is_read_from_its_name_and_value() {
        assert_eq!(named("limit per-call", "1"), Some(Do::Limit(Limit::PerCall, 1)));
        assert_eq!(named("limit per-call", "9"), None);
        assert_eq!(named("rule home-match", "false"), Some(Do::Rule(2, false)));
        assert_eq!(named("travellers", "4"), Some(Do::Travellers(100_000)));
        assert_eq!(named("day 7", ""), Some(Do::Day(7)));
        assert_eq!(named("about", "nobody"), None);
    }
}
