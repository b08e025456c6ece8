//! A question to the judge, and how it is read from a line of JSON: every problem with its place.

use crate::filter::{Rule, RuleId, Settings, WhenUnreadable};
use crate::lesson::Strict;
use crate::signalling::{Asked, OperationId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Who really sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sender {
    /// The home network itself.
    Home,
    /// The network that the traveller is in.
    Visited,
    /// Any other operator.
    Partner,
    /// The third party, with the home network's address.
    SpoofedHome,
    /// The third party, with the partner's address.
    SpoofedPartner,
    /// The third party, with an address that it rents from the partner.
    LeasedFromPartner,
    /// The third party, with an address that it rents from the home network.
    LeasedFromHome,
    /// The home network, for somebody else's sake.
    HomeForOthers,
    /// The home network, from a range that nobody's tables know yet.
    StaleHome,
}

/// What the subscriber is to the network that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Its own, and at home.
    OwnSubscriberAtHome,
    /// Its own, and abroad: the home network is asked.
    OutboundRoamer,
    /// Somebody else's, and here: the visited network is asked.
    InboundRoamer,
}

/// Where rules can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GateName {
    Home,
    Visited,
    /// In the carrier that the question comes by.
    Carrier,
    /// At the exit for whoever rents an address.
    Lessor,
}

/// A question to the judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub operation: OperationId,
    pub sender: Sender,
    pub unreadable: bool,
    pub about: About,
    /// Whether an honest sender comes by a carrier that does not serve it, as after an outage. No line
    /// says so.
    pub detour: bool,
    /// Whether a forged address lies where nobody's tables know the home network yet. No line says so.
    pub unlisted: bool,
    /// The rules at each gate, in the order of [`GateName::ALL`].
    pub gates: [Vec<Rule>; 4],
    /// When, in whole milliseconds, and about whom: in a stream only.
    pub when: Option<(u64, String)>,
}

/// Why a line cannot be judged: where, the key of the sentence, and what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub place: String,
    pub key: &'static str,
    pub found: String,
    pub expected: String,
}

/// The most bytes of a line, and characters of a subscriber's name.
pub const LONGEST: usize = 64 * 1024;
pub const LONGEST_NAME: usize = 100;

impl Sender {
    pub const ALL: [Sender; 9] = [
        Sender::Home,
        Sender::Visited,
        Sender::Partner,
        Sender::SpoofedHome,
        Sender::SpoofedPartner,
        Sender::LeasedFromPartner,
        Sender::LeasedFromHome,
        Sender::HomeForOthers,
        Sender::StaleHome,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Sender::Home => "home",
            Sender::Visited => "visited",
            Sender::Partner => "partner",
            Sender::SpoofedHome => "spoofed-home",
            Sender::SpoofedPartner => "spoofed-partner",
            Sender::LeasedFromPartner => "leased-from-partner",
            Sender::LeasedFromHome => "leased-from-home",
            Sender::HomeForOthers => "home-for-others",
            Sender::StaleHome => "stale-home",
        }
    }
}

impl About {
    pub const ALL: [About; 3] =
        [About::OwnSubscriberAtHome, About::OutboundRoamer, About::InboundRoamer];

    pub const fn id(self) -> &'static str {
        match self {
            About::OwnSubscriberAtHome => "own-subscriber-at-home",
            About::OutboundRoamer => "outbound-roamer",
            About::InboundRoamer => "inbound-roamer",
        }
    }

    /// Whether the home network is asked then; otherwise it is the visited one.
    pub fn asks_home(self) -> bool {
        self != About::InboundRoamer
    }

    /// Whether the network that is asked then has a node for the question; if not, whom to ask instead.
    pub fn fits(self, operation: OperationId) -> Result<(), Asked> {
        match (self, operation.row().asked()) {
            (About::OutboundRoamer, Asked::Serving) => Err(Asked::Serving),
            (About::InboundRoamer, Asked::Home) => Err(Asked::Home),
            _ => Ok(()),
        }
    }
}

impl GateName {
    pub const ALL: [GateName; 4] =
        [GateName::Home, GateName::Visited, GateName::Carrier, GateName::Lessor];

    pub const fn id(self) -> &'static str {
        match self {
            GateName::Home => "home",
            GateName::Visited => "visited",
            GateName::Carrier => "carrier",
            GateName::Lessor => "lessor",
        }
    }
}

impl Question {
    /// A question with every gate empty.
    pub fn new(operation: OperationId, sender: Sender, about: About) -> Question {
        Question {
            operation,
            sender,
            unreadable: false,
            about,
            detour: false,
            unlisted: false,
            gates: Default::default(),
            when: None,
        }
    }

    /// Reads a line. `stream`: with a time and a subscriber.
    pub fn read(line: &str, stream: bool) -> Result<Question, Trouble> {
        if line.len() > LONGEST {
            return Err(trouble("", "judge-too-long", line.len(), LONGEST));
        }
        let Strict(value) =
            serde_json::from_str(line).map_err(|error| trouble("", "judge-not-json", error, ""))?;
        let map = object(&value, "")?;
        let known: &[&str] = match stream {
            true => &["operation", "sender", "about", "unreadable", "gates", "at", "subscriber"],
            false => &["operation", "sender", "about", "unreadable", "gates"],
        };
        only(map, "", known)?;
        let operation = word(map, "operation")?;
        let operation = OperationId::named(operation).ok_or_else(|| {
            let all = crate::signalling::CATALOGUE.iter().map(|row| row.name);
            trouble("operation", "judge-unknown-word", operation, list(all))
        })?;
        let sender = one_of(map, "sender", &Sender::ALL, |sender| sender.id())?;
        let about = one_of(map, "about", &About::ALL, |about| about.id())?;
        let mut question = Question::new(operation, sender, about);
        question.unreadable = match map.get("unreadable") {
            None => false,
            Some(Value::Bool(unreadable)) => *unreadable,
            Some(other) => return Err(wrong("unreadable", other, "true or false")),
        };
        if let Some(gates) = map.get("gates") {
            let gates = object(gates, "gates")?;
            only(gates, "gates", &GateName::ALL.map(GateName::id))?;
            for (name, rules) in GateName::ALL.iter().zip(&mut question.gates) {
                if let Some(written) = gates.get(name.id()) {
                    *rules = rules_of(written, &format!("gates.{}", name.id()))?;
                }
            }
        }
        if stream {
            question.when = Some((moment(map)?, subscriber(map)?));
        }
        if let Err(asked) = about.fits(operation) {
            let key = if asked == Asked::Home { "judge-ask-home" } else { "judge-ask-visited" };
            return Err(trouble("about", key, operation.row().name, operation.row().to.id()));
        }
        Ok(question)
    }

    /// The rules at a gate.
    pub fn at(&self, gate: GateName) -> &[Rule] {
        self.gates.get(gate as usize).map_or(&[], Vec::as_slice)
    }

    /// The same question with these rules at a gate.
    #[must_use]
    pub fn with(mut self, gate: GateName, rules: impl IntoIterator<Item = Rule>) -> Question {
        if let Some(here) = self.gates.get_mut(gate as usize) {
            here.extend(rules);
        }
        self
    }
}

/// A gate's rules as a question has them, with the place at which they stand.
pub fn rules_of(value: &Value, place: &str) -> Result<Vec<Rule>, Trouble> {
    let Value::Array(items) = value else { return Err(wrong(place, value, "a list of rules")) };
    let mut rules: Vec<Rule> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let place = format!("{place}[{i}]");
        let rule = match item {
            Value::String(name) => Rule::from(rule_named(name, &place)?),
            Value::Object(map) => read_rule(map, &place)?,
            other => {
                return Err(wrong(&place, other, "a rule’s name, or an object with its settings"));
            }
        };
        if rules.iter().any(|earlier| earlier.id == rule.id) {
            return Err(trouble(&place, "judge-duplicate", rule.id.id(), ""));
        }
        rules.push(rule);
    }
    Ok(rules)
}

fn read_rule(map: &Map<String, Value>, place: &str) -> Result<Rule, Trouble> {
    let at = |field: &str| format!("{place}.{field}");
    let name = match map.get("rule") {
        None => return Err(trouble(place, "judge-missing-field", "rule", "")),
        Some(Value::String(name)) => name,
        Some(other) => return Err(wrong(&at("rule"), other, "a rule’s name")),
    };
    let id = rule_named(name, &at("rule"))?;
    let known = id.row().settings;
    let mut settings = Settings::USUAL;
    for (field, value) in map.iter().filter(|(field, _)| *field != "rule") {
        if !known.contains(&field.as_str()) {
            return Err(trouble(&at(field), "judge-setting", field, list(known.iter().copied())));
        }
        let number = || {
            let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
            number.ok_or_else(|| wrong(&at(field), value, "a whole number from 0 to 4294967295"))
        };
        match field.as_str() {
            "when-unreadable" => {
                settings.when_unreadable = match value.as_str() {
                    Some("pass") => WhenUnreadable::Pass,
                    Some("refuse") => WhenUnreadable::Refuse,
                    _ => return Err(wrong(&at(field), value, "\"pass\" or \"refuse\"")),
                };
            }
            "per-subscriber" => settings.per_subscriber = number()?,
            "per-sender" => settings.per_sender = number()?,
            "per-call" => settings.per_call = number()?,
            "minutes" => settings.minutes = number()?,
            _ => settings.learns = number()?,
        }
    }
    Ok(Rule { id, settings })
}

fn rule_named(name: &str, place: &str) -> Result<RuleId, Trouble> {
    RuleId::named(name).ok_or_else(|| {
        let all = crate::filter::RULES.iter().map(|row| row.name);
        trouble(place, "judge-unknown-word", name, list(all))
    })
}

fn moment(map: &Map<String, Value>) -> Result<u64, Trouble> {
    let at = map.get("at").ok_or_else(|| trouble("at", "judge-stream-at", "", ""))?;
    let at = at.as_u64().filter(|&at| at < LATEST);
    at.ok_or_else(|| trouble("at", "judge-stream-at", "", ""))
}

/// Some thousands of years: no sum of times can overflow.
pub const LATEST: u64 = 1 << 50;

fn subscriber(map: &Map<String, Value>) -> Result<String, Trouble> {
    match map.get("subscriber") {
        Some(Value::String(name)) if name.chars().count() <= LONGEST_NAME => Ok(name.clone()),
        Some(Value::String(name)) => {
            Err(trouble("subscriber", "judge-too-long", name.chars().count(), LONGEST_NAME))
        }
        _ => Err(trouble("subscriber", "judge-stream-at", "", "")),
    }
}

fn object<'v>(value: &'v Value, place: &str) -> Result<&'v Map<String, Value>, Trouble> {
    value.as_object().ok_or_else(|| wrong(place, value, "an object in braces"))
}

fn only(map: &Map<String, Value>, place: &str, known: &[&str]) -> Result<(), Trouble> {
    match map.keys().find(|key| !known.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
            Err(trouble(&place, "judge-unknown-field", key, list(known.iter().copied())))
        }
    }
}

fn word<'v>(map: &'v Map<String, Value>, field: &'static str) -> Result<&'v str, Trouble> {
    match map.get(field) {
        None => Err(trouble(field, "judge-missing-field", field, "")),
        Some(Value::String(word)) => Ok(word),
        Some(other) => Err(wrong(field, other, "a text in quotes")),
    }
}

fn one_of<T: Copy>(
    map: &Map<String, Value>,
    field: &'static str,
    all: &[T],
    id: impl Fn(T) -> &'static str,
) -> Result<T, Trouble> {
    let found = word(map, field)?;
    let known = all.iter().copied().find(|&one| id(one) == found);
    known.ok_or_else(|| {
        trouble(field, "judge-unknown-word", found, list(all.iter().map(|&one| id(one))))
    })
}

fn wrong(place: &str, found: &Value, expected: &str) -> Trouble {
    let mut shown = found.to_string();
    if shown.chars().count() > 60 {
        shown = shown.chars().take(60).collect::<String>() + "…";
    }
    trouble(place, "judge-wrong-type", shown, expected)
}

fn trouble(
    place: &str,
    key: &'static str,
    found: impl ToString,
    expected: impl ToString,
) -> Trouble {
    let (found, expected) = (found.to_string(), expected.to_string());
    Trouble { place: place.to_owned(), key, found, expected }
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
