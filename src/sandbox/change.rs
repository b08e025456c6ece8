//! One change of a setting: what a control means, and the setting after it. What cannot be played leaves
//! everything as it was.

use super::address::with_number;
use super::base::Bases;
use super::build::{fits, lesson};
use super::setting::{
    Ask, Before, Knows, LARGEST, LONGEST, MOST_ASKS, MOST_BEFORE, OFFERED, Own, PLACES, Registered,
    Setting, Spot, stands,
};
use crate::filter::{RuleId, WhenUnreadable};
use crate::judge::{GateName, Sender, gate_name};
use crate::lesson::GateId;
use crate::link;
use crate::signalling::OperationId;

/// What the reader wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Begin with a chapter, or with nothing.
    From(Option<u8>),
    /// How it begins, before anything has been set.
    Reset,
    Add,
    Remove(usize),
    Operation(usize, OperationId),
    Sender(usize, Sender),
    Unreadable(usize, bool),
    Later(usize, u32),
    Place(Spot),
    Knows(Knows),
    /// Where it was registered; there, so many minutes before.
    Registered(Registered),
    RegisteredMinutes(u32),
    Before(bool),
    BeforeBy(Spot),
    BeforeTimes(u32),
    BeforeMinutes(u32),
    BeforeOthers(bool),
    Rule(GateName, RuleId, bool),
    Refuse(GateName, RuleId, bool),
    /// A number of a rule, by its place in the list of what can be set of it.
    Number(GateName, RuleId, usize, u32),
}

pub const FROM: &str = "from";
pub const RESET: &str = "reset";
pub const ADD: &str = "add";
pub const REMOVE: &str = "remove";
pub const OPERATION: &str = "operation";
pub const SENDER: &str = "sender";
pub const UNREADABLE: &str = "unreadable";
pub const LATER: &str = "later";
pub const PLACE: &str = "place";
pub const KNOWS: &str = "knows";
pub const REGISTERED: &str = "registered";
pub const REGISTERED_MINUTES: &str = "registered-minutes";
pub const BEFORE: &str = "before";
pub const BEFORE_BY: &str = "before-by";
pub const BEFORE_TIMES: &str = "before-times";
pub const BEFORE_MINUTES: &str = "before-minutes";
pub const BEFORE_WHOM: &str = "before-whom";
pub const RULE: &str = "rule";
pub const REFUSE: &str = "refuse";
pub const NUMBER: &str = "number";

/// What somebody is registered as or asks from where nothing is said of it.
const USUAL_MINUTES: u32 = 10;
const USUAL_BEFORE: Before =
    Before { by: Spot::Home, times: 10, minutes_ago: 20, of_others: false };

impl Change {
    /// What a control does, by its name and its value.
    pub fn of(bases: &Bases, does: &str, value: &str) -> Option<Change> {
        let mut words = does.split(' ');
        let does = words.next()?;
        let (first, second, third) = (words.next(), words.next(), words.next());
        let on = value == "true";
        let number = || value.trim().parse::<u32>().ok();
        let at = || first?.parse::<usize>().ok();
        let rule = || {
            let gate = GateName::ALL.into_iter().find(|gate| Some(gate.id()) == first)?;
            Some((gate, RuleId::named(second?)?))
        };
        Some(match does {
            FROM => Change::From(bases.chapter(value)),
            RESET => Change::Reset,
            ADD => Change::Add,
            REMOVE => Change::Remove(at()?),
            OPERATION => Change::Operation(at()?, OperationId::named(value)?),
            SENDER => {
                let sender = Sender::ALL.into_iter().find(|sender| sender.id() == value)?;
                Change::Sender(at()?, sender)
            }
            UNREADABLE => Change::Unreadable(at()?, on),
            LATER => Change::Later(at()?, number()?),
            PLACE => Change::Place(Spot::named(first?)?),
            KNOWS => Change::Knows(Knows::named(first?)?),
            REGISTERED => Change::Registered(match value {
                "nowhere" => Registered::Nowhere,
                "here" => Registered::Here,
                spot => Registered::There(Spot::named(spot)?, USUAL_MINUTES),
            }),
            REGISTERED_MINUTES => Change::RegisteredMinutes(number()?),
            BEFORE => Change::Before(on),
            BEFORE_BY => Change::BeforeBy(Spot::named(value)?),
            BEFORE_TIMES => Change::BeforeTimes(number()?),
            BEFORE_MINUTES => Change::BeforeMinutes(number()?),
            BEFORE_WHOM => Change::BeforeOthers(first? == "others"),
            RULE => Change::Rule(rule()?.0, rule()?.1, on),
            REFUSE => Change::Refuse(rule()?.0, rule()?.1, on),
            NUMBER => Change::Number(rule()?.0, rule()?.1, third?.parse().ok()?, number()?),
            _ => return None,
        })
    }
}

/// The setting after a change; the same where that cannot be played.
pub fn after(bases: &Bases, setting: &Setting, change: Change) -> Setting {
    match changed(bases, setting, change) {
        Some(next) if fits(bases, &next).is_ok() => next,
        _ => setting.clone(),
    }
}

/// The setting after a change, whether it can be played or not; `None` where there is nothing to change.
pub fn changed(bases: &Bases, setting: &Setting, change: Change) -> Option<Setting> {
    let mut next = setting.clone();
    match change {
        Change::From(from) => return Some(bases.usual(from)),
        Change::Reset => return Some(bases.usual(setting.from)),
        Change::Add => {
            let last = next.asks.last().and_then(|&ask| bases.like(setting.from, ask));
            let usual = Own::new(OperationId::ProvideSubscriberInfo, Sender::LeasedFromPartner);
            if next.asks.len() >= MOST_ASKS {
                return None;
            }
            next.asks.push(Ask::Own(last.unwrap_or(usual)));
        }
        Change::Remove(at) => {
            if at >= next.asks.len() || next.asks.len() == 1 {
                return None;
            }
            next.asks.remove(at);
        }
        Change::Operation(at, operation) => {
            let ask = *next.asks.get(at)?;
            let sender = bases.sender(setting.from, ask);
            let own = bases.like(setting.from, ask).unwrap_or(Own::new(operation, sender));
            if !OFFERED.contains(&operation) {
                return None;
            }
            *next.asks.get_mut(at)? = Ask::Own(Own { operation, ..own });
        }
        Change::Sender(at, sender) => {
            next = with_own(bases, setting, at, |own| own.sender = sender)?;
        }
        Change::Unreadable(at, on) => {
            next = with_own(bases, setting, at, |own| own.unreadable = on)?;
        }
        Change::Later(at, minutes) => {
            next = with_own(bases, setting, at, |own| own.later = minutes.min(LONGEST))?;
        }
        Change::Place(place) => next.place = Some(place).filter(|place| PLACES.contains(place))?,
        Change::Knows(Knows::Chapter) if setting.from.is_none() => return None,
        Change::Knows(knows) => next.knows = knows,
        Change::Registered(registered) => next.registered = registered,
        Change::RegisteredMinutes(minutes) => match &mut next.registered {
            Registered::There(_, ago) => *ago = minutes.min(LONGEST),
            Registered::Nowhere | Registered::Here => return None,
        },
        Change::Before(on) => next.before = on.then(|| setting.before.unwrap_or(USUAL_BEFORE)),
        Change::BeforeBy(by) => next.before.as_mut()?.by = by,
        Change::BeforeTimes(times) => next.before.as_mut()?.times = times.clamp(1, MOST_BEFORE),
        Change::BeforeMinutes(ago) => next.before.as_mut()?.minutes_ago = ago.min(LONGEST),
        Change::BeforeOthers(others) => next.before.as_mut()?.of_others = others,
        Change::Rule(gate, rule, true) if stands(gate, rule) => {
            next = next.with(gate, bases.rule(setting.from, gate, rule));
        }
        Change::Rule(gate, rule, _) => next = next.without(gate, rule),
        Change::Refuse(gate, id, on) => {
            let mut rule = *setting.at(gate).iter().find(|rule| rule.id == id)?;
            let refuses = if on { WhenUnreadable::Refuse } else { WhenUnreadable::Pass };
            rule.settings.when_unreadable = refuses;
            next = next.with(gate, rule);
        }
        Change::Number(gate, id, at, number) => {
            let mut rule = *setting.at(gate).iter().find(|rule| rule.id == id)?;
            let name = id.row().settings.get(at)?;
            rule.settings = with_number(rule.settings, name, number.min(LARGEST));
            next = next.with(gate, rule);
        }
    }
    Some(next)
}

/// A question of the reader's own in the place of a chapter's, changed.
fn with_own(
    bases: &Bases,
    setting: &Setting,
    at: usize,
    change: impl FnOnce(&mut Own),
) -> Option<Setting> {
    let mut next = setting.clone();
    let ask = next.asks.get_mut(at)?;
    let mut own = bases.like(setting.from, *ask)?;
    change(&mut own);
    *ask = Ask::Own(own);
    Some(next)
}

/// The setting with the rules that the player has on: its own switches change the same.
pub fn folded(bases: &Bases, setting: &Setting, filters: &str) -> Setting {
    let Ok(lesson) = lesson(bases, setting) else { return setting.clone() };
    let Ok(choices) = link::filters(&lesson, filters) else { return setting.clone() };
    if choices.filters().is_empty() {
        // The run without them is only looked at.
        return setting.clone();
    }
    let mut next = Setting { gates: Default::default(), ..setting.clone() };
    for (id, gate) in (0..).map(GateId).zip(&lesson.gates) {
        let name = gate_name(gate, lesson.traveller.home);
        for rule in gate.rules.iter().filter(|rule| choices.has(id, rule.rule)) {
            next = next.with(name, rule.as_set());
        }
    }
    next
}
