//! The file as it is written: JSON, with no field that is not understood. References are still words
//! and addresses still text here; `check` turns them into a lesson.

use super::{Code, Diagnostic, limits};
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
    pub gates: Vec<GateFile>,
    pub acts: Vec<ActFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TravellerFile {
    pub msisdn: String,
    pub imsi: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NetworkFile {
    pub id: String,
    pub name: String,
    pub standing: Standing,
    pub plmn: String,
    pub titles: String,
    pub carriers: Vec<String>,
    pub nodes: Vec<NodeFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NodeFile {
    pub role: Role,
    pub title: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CarrierFile {
    pub id: String,
    pub name: String,
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
    pub rule: crate::filter::RuleId,
    #[serde(default)]
    pub on: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ActFile {
    pub id: String,
    pub operation: OperationId,
    pub from: String,
    pub claims: Option<String>,
}

/// Reads the structure. Where something is wrong with it, that part is taken out and the rest is read
/// on, so that one look at a file finds every problem; what is left is then no whole lesson any more,
/// but its other fields can still be checked.
pub(super) fn read(json: &str) -> (Option<LessonFile>, Vec<Diagnostic>) {
    if json.len() > limits::BYTES {
        let problem = Diagnostic::new("", Code::TooLarge, json.len(), limits::BYTES);
        return (None, vec![problem]);
    }
    let mut value: Value = match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => return (None, vec![Diagnostic::new("", Code::NotJson, error, "")]),
    };
    let mut problems = Vec::new();
    loop {
        match serde_path_to_error::deserialize::<_, LessonFile>(&value) {
            Ok(file) => return (Some(file), problems),
            Err(error) => {
                let path = error.path().to_string();
                let steps = steps(error.path());
                let (problem, unknown) = classify(&path, &error.inner().to_string());
                problems.push(problem);
                if !take_out(&mut value, &steps, unknown.as_deref()) {
                    return (None, problems);
                }
            }
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
fn classify(path: &str, sentence: &str) -> (Diagnostic, Option<String>) {
    let mut quoted = sentence.split('`').skip(1).step_by(2);
    let first = quoted.next().unwrap_or_default().to_owned();
    let rest = quoted.collect::<Vec<_>>().join(", ");
    let path = if path == "." { "" } else { path };
    if sentence.starts_with("unknown field") {
        let problem = Diagnostic::new(path, Code::UnknownField, &first, rest);
        return (problem, Some(first));
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
    (problem, None)
}

/// Takes the part with the problem out: the field that is not known, or else the nearest item of a
/// list that holds it. `false` where there is nothing to take out but the whole.
fn take_out(value: &mut Value, steps: &[Step], unknown: Option<&str>) -> bool {
    if let Some(field) = unknown {
        // The path of an unknown field ends with the field itself or with what holds it.
        for len in [steps.len(), steps.len().saturating_sub(1)] {
            let holder = steps.get(..len).and_then(|steps| find(value, steps));
            if let Some(Value::Object(map)) = holder
                && map.remove(field).is_some()
            {
                return true;
            }
        }
        return false;
    }
    for (len, step) in steps.iter().enumerate().rev() {
        let Step::Item(index) = step else { continue };
        let holder = steps.get(..len).and_then(|steps| find(value, steps));
        if let Some(Value::Array(items)) = holder
            && *index < items.len()
        {
            items.remove(*index);
            return true;
        }
    }
    false
}

fn find<'a>(value: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Field(key) => value.get_mut(key),
        Step::Item(index) => value.get_mut(index),
    })
}
