//! The file as it is written: JSON, with no field that is not understood. References are still words
//! and addresses still text here; `check` turns them into a lesson.

use super::{Code, Diagnostic, Strict, limits};
use crate::filter::{RuleId, Settings, WhenUnreadable};
use crate::signalling::{Fact, OperationId, Role, Standing};
use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LessonFile {
    pub format: u32,
    pub id: String,
    pub chapter: u8,
    pub seed: u64,
    pub traveller: TravellerFile,
    pub networks: Vec<NetworkFile>,
    pub carriers: Vec<CarrierFile>,
    #[serde(default)]
    pub agreements: Vec<(String, String)>,
    #[serde(default)]
    pub leases: Vec<LeaseFile>,
    pub third_party: Option<ThirdPartyFile>,
    #[serde(default)]
    pub knows: Vec<KnowsFile>,
    #[serde(default)]
    pub past: PastFile,
    #[serde(default)]
    pub gates: Vec<GateFile>,
    pub acts: Vec<ActFile>,
    pub predict: Option<PredictFile>,
    /// Filters as the address line writes them: `gate.rule`.
    #[serde(default)]
    pub compare: Vec<String>,
    #[serde(default)]
    pub claims: Vec<ClaimFile>,
    #[serde(default)]
    pub scene: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PredictFile {
    pub act: String,
    pub party: String,
    pub fact: Fact,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ClaimFile {
    pub says: String,
    pub sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TravellerFile {
    pub msisdn: String,
    pub imsi: String,
    /// The network that looks after the phone; without it, the visited one.
    #[serde(rename = "in")]
    pub serving: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PastFile {
    pub registered: Option<RegisteredFile>,
    /// Without it, every network.
    pub seen: Option<Vec<String>>,
    #[serde(default)]
    pub asked: Vec<AskedFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RegisteredFile {
    #[serde(rename = "in")]
    pub network: String,
    /// Without it, long ago.
    pub minutes_ago: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AskedFile {
    pub from: String,
    pub times: u32,
    pub minutes_ago: u32,
    /// About other travellers than this one.
    #[serde(default)]
    pub of_others: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NetworkFile {
    pub id: String,
    pub name: String,
    pub standing: Standing,
    pub plmn: String,
    pub titles: String,
    /// The code in its host names; without it, its own.
    pub realm: Option<String>,
    pub unlisted: Option<UnlistedFile>,
    #[serde(default = "yes")]
    pub signs: bool,
    pub carriers: Vec<String>,
    pub nodes: Vec<NodeFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UnlistedFile {
    pub titles: String,
    pub realm: String,
    pub title: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NodeFile {
    pub role: Role,
    /// Nodes of SS7 have one.
    pub title: Option<String>,
    /// The network in whose range that title lies, where it is not its own.
    pub hosted_by: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CarrierFile {
    pub id: String,
    pub name: String,
    #[serde(default = "yes")]
    pub secured: bool,
    #[serde(default)]
    pub hides: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LeaseFile {
    pub from: String,
    pub to: String,
    pub title: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ThirdPartyFile {
    pub carrier: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct KnowsFile {
    pub party: String,
    pub facts: Vec<Fact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GateFile {
    pub id: String,
    pub at: String,
    #[serde(default)]
    pub exit: bool,
    pub rules: Vec<RuleFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RuleFile {
    pub rule: RuleId,
    #[serde(default)]
    pub on: bool,
    pub when_unreadable: Option<WhenUnreadable>,
    pub per_subscriber: Option<u32>,
    pub per_sender: Option<u32>,
    pub per_call: Option<u32>,
    pub minutes: Option<u32>,
    pub learns: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ActFile {
    pub id: String,
    pub operation: OperationId,
    pub from: String,
    pub claims: Option<String>,
    #[serde(default)]
    pub naive: bool,
    #[serde(default)]
    pub unlisted: bool,
    #[serde(default)]
    pub unreadable: bool,
    pub inner: Option<String>,
    pub network_code: Option<String>,
    pub by: Option<String>,
    /// The network that is asked; without it, the one that would know.
    pub to: Option<String>,
    /// What whoever is asked sends to the traveller's switch before it answers, where the catalogue
    /// names nothing.
    pub inside: Option<OperationId>,
    #[serde(default)]
    pub minutes_later: u32,
    /// Without it, what the catalogue says of the sender.
    pub honest: Option<bool>,
    #[serde(default)]
    pub for_others: bool,
}

fn yes() -> bool {
    true
}

impl RuleFile {
    /// The settings that are written, by name.
    pub fn written(&self) -> impl Iterator<Item = &'static str> {
        let all = [
            ("when-unreadable", self.when_unreadable.is_some()),
            ("per-subscriber", self.per_subscriber.is_some()),
            ("per-sender", self.per_sender.is_some()),
            ("per-call", self.per_call.is_some()),
            ("minutes", self.minutes.is_some()),
            ("learns", self.learns.is_some()),
        ];
        all.into_iter().filter(|(_, written)| *written).map(|(name, _)| name)
    }

    /// The settings, with the usual ones where nothing is written.
    pub fn settings(&self) -> Settings {
        let usual = Settings::USUAL;
        Settings {
            when_unreadable: self.when_unreadable.unwrap_or(usual.when_unreadable),
            per_subscriber: self.per_subscriber.unwrap_or(usual.per_subscriber),
            per_sender: self.per_sender.unwrap_or(usual.per_sender),
            per_call: self.per_call.unwrap_or(usual.per_call),
            minutes: self.minutes.unwrap_or(usual.minutes),
            learns: self.learns.unwrap_or(usual.learns),
        }
    }
}

/// What was read of a file.
pub(super) struct Reading {
    /// With a problem it is no whole lesson any more, but what is left of it can still be checked.
    pub file: Option<LessonFile>,
    pub problems: Vec<Diagnostic>,
    taken: Vec<Taken>,
}

/// What was taken out of a file for its problem: an item of a list, or a field, in whose place stands
/// something harmless.
struct Taken {
    /// The list or the field.
    path: String,
    index: Option<usize>,
    /// What others may refer to it by.
    id: Option<String>,
}

/// Reads the structure. Where something is wrong with it, that part is taken out and the rest is read
/// on, so that one look at a file finds every problem, or the first [`limits::PROBLEMS`].
pub(super) fn read(json: &str) -> Reading {
    let mut reading = Reading { file: None, problems: Vec::new(), taken: Vec::new() };
    if json.len() > limits::BYTES {
        reading.problems.push(Diagnostic::new("", Code::TooLarge, json.len(), limits::BYTES));
        return reading;
    }
    let mut value: Value = match serde_json::from_str(json) {
        Ok(Strict(value)) => value,
        Err(error) => {
            reading.problems.push(Diagnostic::new("", Code::NotJson, error, ""));
            return reading;
        }
    };
    show_misplaced_lists(&mut value, true);
    while reading.problems.len() < limits::PROBLEMS {
        match serde_path_to_error::deserialize::<_, LessonFile>(&value) {
            Ok(file) => {
                reading.file = Some(file);
                break;
            }
            Err(error) => {
                let path = error.path().to_string();
                let steps = steps(error.path());
                let (mut problem, field) = classify(&path, &error.inner().to_string());
                reading.restore(&mut problem.path);
                let code = problem.code;
                reading.problems.push(problem);
                match take_out(&mut value, &steps, code, &field) {
                    Some(taken) => reading.taken.extend(taken),
                    None => break,
                }
            }
        }
    }
    reading
}

impl Reading {
    /// Makes a path that was found after items had been taken out the path in the file as it is
    /// written.
    pub fn restore(&self, path: &mut String) {
        for taken in self.taken.iter().rev() {
            let Some(index) = taken.index else { continue };
            let after = path.strip_prefix(&taken.path).and_then(|rest| rest.strip_prefix('['));
            let Some((item, rest)) = after.and_then(|after| after.split_once(']')) else {
                continue;
            };
            if let Ok(item) = item.parse::<usize>()
                && item >= index
            {
                *path = format!("{}[{}]{rest}", taken.path, item.saturating_add(1));
            }
        }
    }

    /// Whether a problem is one only because something was taken out.
    pub fn explains(&self, problem: &Diagnostic) -> bool {
        self.taken.iter().any(|taken| {
            let list = taken.path.as_str();
            match problem.code {
                Code::UnknownReference => match &taken.id {
                    Some(id) => *id == problem.found,
                    None => ["networks", "carriers", "third-party"].contains(&list),
                },
                Code::OneStanding => list == "networks",
                Code::MissingNode | Code::Empty => list == problem.path,
                Code::NoAddress => list == "leases" || list.ends_with(".nodes"),
                _ => taken.index.is_none() && problem.path.starts_with(list),
            }
        })
    }
}

/// The fields that hold lists.
const LISTS: [&str; 16] = [
    "networks",
    "carriers",
    "nodes",
    "agreements",
    "leases",
    "knows",
    "facts",
    "gates",
    "rules",
    "acts",
    "seen",
    "asked",
    "compare",
    "claims",
    "sources",
    "scene",
];

/// Serde would take a list of the right length for an object's fields in their order. Nobody means
/// that, so a list in the place of an object is made something that is seen to be wrong.
fn show_misplaced_lists(value: &mut Value, object: bool) {
    if object && value.is_array() {
        *value = Value::String("[…]".to_owned());
    }
    let Value::Object(map) = value else { return };
    for (key, inner) in map {
        match inner {
            Value::Array(items) if LISTS.contains(&key.as_str()) => {
                let pairs = key == "agreements";
                items.iter_mut().for_each(|item| show_misplaced_lists(item, !pairs));
            }
            other => show_misplaced_lists(other, true),
        }
    }
}

enum Step {
    Field(String),
    Item(usize),
}

fn steps(path: &serde_path_to_error::Path) -> Vec<Step> {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Map { key } => Some(Step::Field(key.clone())),
            Segment::Seq { index } => Some(Step::Item(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// Tells what kind of problem serde speaks of. It has only sentences for it; their first words and
/// what stands between backticks have been the same since its first release.
fn classify(path: &str, sentence: &str) -> (Diagnostic, String) {
    let mut quoted = sentence.split('`').skip(1).step_by(2);
    let first = quoted.next().unwrap_or_default().to_owned();
    let rest = quoted.collect::<Vec<_>>().join(", ");
    let path = if path == "." { "" } else { path };
    if sentence.starts_with("unknown field") {
        let problem = Diagnostic::new(path, Code::UnknownField, &first, rest);
        return (problem, first);
    }
    let problem = if sentence.starts_with("missing field") {
        Diagnostic::new(path, Code::MissingField, &first, "")
    } else if sentence.starts_with("unknown variant") {
        Diagnostic::new(path, Code::UnknownWord, &first, rest)
    } else {
        let (found, expected) = sentence.split_once(", expected ").unwrap_or((sentence, ""));
        let found = found.strip_prefix("invalid type: ").unwrap_or(found);
        Diagnostic::new(path, Code::WrongType, found, expected)
    };
    (problem, first)
}

/// Takes the part with the problem out: the field that is not known, or else the nearest item of a
/// list that holds it, or else puts something harmless in the field's place. `None` where there is
/// nothing to take out but the whole; `Some(None)` where nothing can be missing for it.
fn take_out(value: &mut Value, steps: &[Step], code: Code, field: &str) -> Option<Option<Taken>> {
    if code == Code::UnknownField {
        // The path of an unknown field ends with the field itself or with what holds it.
        for len in [steps.len(), steps.len().saturating_sub(1)] {
            let holder = steps.get(..len).and_then(|steps| find(value, steps));
            if let Some(Value::Object(map)) = holder
                && map.remove(field).is_some()
            {
                return Some(None);
            }
        }
        return None;
    }
    for (len, step) in steps.iter().enumerate().rev() {
        let (Step::Item(index), Some(list)) = (step, steps.get(..len)) else { continue };
        if let Some(Value::Array(items)) = find(value, list)
            && *index < items.len()
        {
            let item = items.remove(*index);
            let id = item.get("id").and_then(Value::as_str).map(str::to_owned);
            return Some(Some(Taken { path: written(list), index: Some(*index), id }));
        }
    }
    let mut names: Vec<&str> = steps.iter().filter_map(Step::name).collect();
    if code == Code::MissingField {
        names.push(field);
    }
    let mut harmless = harmless();
    let instead = names.iter().try_fold(&mut harmless, |at, name| at.get_mut(name))?.take();
    let (last, holder) = names.split_last()?;
    let holder = holder.iter().try_fold(value, |at, name| at.get_mut(name))?;
    holder.as_object_mut()?.insert((*last).to_owned(), instead);
    Some(Some(Taken { path: names.join("."), index: None, id: None }))
}

/// What stands in for a field of the file's own with a problem, so that the rest can be read.
fn harmless() -> Value {
    serde_json::json!({
        "format": super::FORMAT, "id": "id", "chapter": 0, "seed": 0,
        "traveller": { "msisdn": "+999 71 000 0001", "imsi": "999110000000001" },
        "third-party": null,
        "networks": [], "carriers": [], "agreements": [], "leases": [], "knows": [], "past": {}, "gates": [],
        "acts": [], "predict": null, "compare": [], "claims": [], "scene": [],
    })
}

fn written(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Field(name) if path.is_empty() => path.push_str(name),
            Step::Field(name) => path.push_str(&format!(".{name}")),
            Step::Item(index) => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

impl Step {
    fn name(&self) -> Option<&str> {
        match self {
            Step::Field(name) => Some(name),
            Step::Item(_) => None,
        }
    }
}

fn find<'a>(value: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Field(key) => value.get_mut(key),
        Step::Item(index) => value.get_mut(index),
    })
}
