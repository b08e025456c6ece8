//! A setting as one word of an address, readable: `from:two-questions.ask:second-question.visited:volume`.
//! What is as usual is left out. What is not understood, or cannot be, is as usual, with a notice.

use super::base::Bases;
use super::build::fits;
use super::setting::{
    Ask, Before, Knows, LARGEST, LONGEST, MOST_ASKS, MOST_BEFORE, OFFERED, Own, PLACES, Registered,
    Setting, Spot, stands,
};
use crate::filter::{Rule, RuleId, Settings, WhenUnreadable};
use crate::judge::{GateName, Sender};
use crate::link::{NOTICES, Notice, NoticeKind, decode, notice, shortened};
use crate::signalling::OperationId;

/// The most bytes that are read.
const MOST: usize = 3000;

const FROM: &str = "from";
const ASK: &str = "ask";
const IN: &str = "in";
const KNOWS: &str = "knows";
const REGISTERED: &str = "registered";
const BEFORE: &str = "before";
const RULES: &str = "rules";
const NONE: &str = "none";
const NOWHERE: &str = "nowhere";
const HERE: &str = "here";
const OTHERS: &str = "others";
const UNREADABLE: &str = "unreadable";
const LATER: &str = "later-";
const REFUSE: &str = "refuse";
const PASS: &str = "pass";

/// Writes a setting.
pub fn write(bases: &Bases, setting: &Setting) -> String {
    let usual = bases.usual(setting.from);
    let mut out: Vec<String> = Vec::new();
    if setting.from.is_some() {
        out.push(format!("{FROM}:{}", bases.lesson(setting.from).id));
    }
    if setting.asks != usual.asks {
        out.extend(setting.asks.iter().map(|&ask| written(bases, setting, ask)));
    }
    if setting.place != usual.place {
        out.push(format!("{IN}:{}", setting.place.id()));
    }
    if setting.knows != usual.knows {
        out.push(format!("{KNOWS}:{}", setting.knows.id()));
    }
    if setting.registered != usual.registered {
        out.push(match setting.registered {
            Registered::Nowhere => format!("{REGISTERED}:{NOWHERE}"),
            Registered::Here => format!("{REGISTERED}:{HERE}"),
            Registered::There(spot, minutes) => format!("{REGISTERED}:{},{minutes}", spot.id()),
        });
    }
    if setting.before != usual.before {
        out.push(match setting.before {
            None => format!("{BEFORE}:{NONE}"),
            Some(Before { by, times, minutes_ago, of_others }) => {
                let whom = if of_others { format!(",{OTHERS}") } else { String::new() };
                format!("{BEFORE}:{},{times},{minutes_ago}{whom}", by.id())
            }
        });
    }
    if setting.gates != usual.gates {
        let before = out.len();
        for gate in GateName::ALL {
            for &rule in setting.at(gate) {
                let kept = bases.rule(setting.from, gate, rule.id).settings;
                let fields = fields(rule, kept);
                out.push(format!("{}:{}{fields}", gate.id(), rule.id.id()));
            }
        }
        if out.len() == before {
            out.push(format!("{RULES}:{NONE}"));
        }
    }
    out.join(".")
}

fn written(bases: &Bases, setting: &Setting, ask: Ask) -> String {
    match ask {
        Ask::Act(at) => {
            let act = bases.act(setting.from, at);
            format!("{ASK}:{}", act.map(|act| act.id.as_str()).unwrap_or_default())
        }
        Ask::Own(own) => {
            let mut out = format!("{ASK}:{},{}", own.operation.row().name, own.sender.id());
            if own.unreadable {
                out = format!("{out},{UNREADABLE}");
            }
            if own.later > 0 {
                out = format!("{out},{LATER}{}", own.later);
            }
            out
        }
    }
}

/// What of a rule's settings is otherwise than it would be there.
fn fields(rule: Rule, kept: Settings) -> String {
    let mut out = String::new();
    let is = rule.settings;
    for &name in rule.id.row().settings {
        if name == BLIND {
            if is.when_unreadable != kept.when_unreadable {
                let refuses = is.when_unreadable == WhenUnreadable::Refuse;
                out.push(',');
                out.push_str(if refuses { REFUSE } else { PASS });
            }
        } else if let (Some(is), Some(kept)) = (number(&is, name), number(&kept, name))
            && is != kept
        {
            out = format!("{out},{name}-{is}");
        }
    }
    out
}

/// The setting of a rule that is no number.
pub const BLIND: &str = "when-unreadable";

/// A setting of a rule, by its name, where it is a number.
pub fn number(settings: &Settings, name: &str) -> Option<u32> {
    Some(match name {
        "per-subscriber" => settings.per_subscriber,
        "per-sender" => settings.per_sender,
        "per-call" => settings.per_call,
        "minutes" => settings.minutes,
        "learns" => settings.learns,
        _ => return None,
    })
}

/// The same settings with that number.
pub fn with_number(mut settings: Settings, name: &str, number: u32) -> Settings {
    match name {
        "per-subscriber" => settings.per_subscriber = number,
        "per-sender" => settings.per_sender = number,
        "per-call" => settings.per_call = number,
        "minutes" => settings.minutes = number,
        "learns" => settings.learns = number,
        _ => {}
    }
    settings
}

/// Reads a setting that can be played, and says what of the text it is not.
pub fn read(bases: &Bases, text: &str) -> (Setting, Vec<Notice>) {
    let text = decode(shortened(text, MOST));
    let parts = || {
        let parts = text.split('.').filter(|part| !part.is_empty());
        parts.map(|part| part.split_once(':').unwrap_or((part, "")))
    };
    let mut read =
        Read { bases, setting: bases.usual(None), notices: Vec::new(), asks: false, rules: false };
    for (_, id) in parts().filter(|(name, _)| *name == FROM) {
        match bases.chapter(id) {
            Some(chapter) => read.setting = bases.usual(Some(chapter)),
            None => read.odd(NoticeKind::UnknownValue, FROM, id),
        }
    }
    for (name, value) in parts().filter(|(name, _)| *name != FROM) {
        if let Err(kind) = read.part(name, value) {
            read.odd(kind, name, value);
        }
    }
    read.possible();
    (read.setting, read.notices)
}

struct Read<'b> {
    bases: &'b Bases,
    setting: Setting,
    notices: Vec<Notice>,
    /// Whether questions, or rules, have been named: then there are no others.
    asks: bool,
    rules: bool,
}

impl Read<'_> {
    fn odd(&mut self, kind: NoticeKind, name: &str, value: &str) {
        if self.notices.len() < NOTICES {
            self.notices.push(notice(kind, name, value));
        }
    }

    fn part(&mut self, name: &str, value: &str) -> Result<(), NoticeKind> {
        let unknown = NoticeKind::UnknownValue;
        let from = self.setting.from;
        match name {
            ASK => {
                let ask = self.ask(value).ok_or(unknown)?;
                if !std::mem::replace(&mut self.asks, true) {
                    self.setting.asks.clear();
                }
                if self.setting.asks.len() >= MOST_ASKS {
                    return Err(unknown);
                }
                self.setting.asks.push(ask);
            }
            IN => {
                let spot = Spot::named(value).filter(|spot| PLACES.contains(spot));
                self.setting.place = spot.ok_or(unknown)?;
            }
            KNOWS => {
                let possible = |knows: &Knows| from.is_some() || *knows != Knows::Chapter;
                self.setting.knows = Knows::named(value).filter(possible).ok_or(unknown)?;
            }
            REGISTERED => {
                self.setting.registered = match value {
                    NOWHERE => Registered::Nowhere,
                    HERE => Registered::Here,
                    there => {
                        let (spot, minutes) = there.split_once(',').ok_or(unknown)?;
                        let minutes = at_most(minutes, LONGEST).ok_or(unknown)?;
                        Registered::There(Spot::named(spot).ok_or(unknown)?, minutes)
                    }
                }
            }
            BEFORE if value == NONE => self.setting.before = None,
            BEFORE => self.setting.before = Some(before(value).ok_or(unknown)?),
            RULES if value == NONE => {
                self.rules = true;
                self.setting.gates = Default::default();
            }
            RULES => return Err(unknown),
            gate => {
                let mut gates = GateName::ALL.into_iter();
                let gate = gates.find(|known| known.id() == gate);
                let gate = gate.ok_or(NoticeKind::UnknownParameter)?;
                let rule = self.rule(gate, value).ok_or(unknown)?;
                if !std::mem::replace(&mut self.rules, true) {
                    self.setting.gates = Default::default();
                }
                self.setting = self.setting.clone().with(gate, rule);
            }
        }
        Ok(())
    }

    fn ask(&self, value: &str) -> Option<Ask> {
        let mut fields = value.split(',');
        let name = fields.next()?;
        let base = self.bases.lesson(self.setting.from);
        if let Some(at) = base.acts.iter().position(|act| act.id == name) {
            let act = Ask::Act(u8::try_from(at).ok()?);
            let new = !(self.asks && self.setting.asks.contains(&act));
            return Some(act).filter(|_| new && fields.next().is_none());
        }
        let operation = OperationId::named(name).filter(|known| OFFERED.contains(known))?;
        let sender = fields.next()?;
        let sender = Sender::ALL.into_iter().find(|known| known.id() == sender)?;
        let mut own = Own::new(operation, sender);
        for field in fields {
            match field.strip_prefix(LATER) {
                Some(minutes) => own.later = at_most(minutes, LONGEST)?,
                None if field == UNREADABLE => own.unreadable = true,
                None => return None,
            }
        }
        Some(Ask::Own(own))
    }

    fn rule(&self, gate: GateName, value: &str) -> Option<Rule> {
        let mut fields = value.split(',');
        let id = RuleId::named(fields.next()?).filter(|&rule| stands(gate, rule))?;
        let mut rule = self.bases.rule(self.setting.from, gate, id);
        for field in fields {
            let settings = &mut rule.settings;
            match field {
                REFUSE => settings.when_unreadable = WhenUnreadable::Refuse,
                PASS => settings.when_unreadable = WhenUnreadable::Pass,
                other => {
                    let (name, value) = other.rsplit_once('-')?;
                    let known = id.row().settings.contains(&name) && name != BLIND;
                    let value = at_most(value, LARGEST).filter(|_| known)?;
                    *settings = with_number(*settings, name, value);
                }
            }
        }
        Some(rule)
    }

    /// What cannot be played goes: the last question first, and then where the phone is.
    fn possible(&mut self) {
        let usual = self.bases.usual(self.setting.from);
        while fits(self.bases, &self.setting).is_err() {
            match self.setting.asks.pop() {
                Some(ask) if self.asks => {
                    let text = written(self.bases, &self.setting, ask);
                    let value = text.split_once(':').map(|(_, value)| value).unwrap_or_default();
                    self.odd(NoticeKind::UnknownValue, ASK, value);
                    self.asks = !self.setting.asks.is_empty();
                    if !self.asks {
                        self.setting.asks.clone_from(&usual.asks);
                    }
                }
                _ => {
                    self.odd(NoticeKind::UnknownValue, IN, self.setting.place.id());
                    self.setting.asks = usual.asks;
                    self.setting.place = usual.place;
                    return;
                }
            }
        }
    }
}

fn before(value: &str) -> Option<Before> {
    let mut fields = value.split(',');
    let by = Spot::named(fields.next()?)?;
    let times = at_most(fields.next()?, MOST_BEFORE).filter(|&times| times > 0)?;
    let minutes_ago = at_most(fields.next()?, LONGEST)?;
    let of_others = match fields.next() {
        None => false,
        Some(OTHERS) => true,
        Some(_) => return None,
    };
    Some(Before { by, times, minutes_ago, of_others }).filter(|_| fields.next().is_none())
}

/// A whole number that is not too large.
fn at_most(text: &str, most: u32) -> Option<u32> {
    text.parse().ok().filter(|&number| number <= most)
}
