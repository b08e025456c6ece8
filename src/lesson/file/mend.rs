//! Takes out of a file what is wrong with it, so that the rest can be read on.

use crate::lesson::{Code, FORMAT};
use serde_json::Value;

/// What was taken out of a file for its problem: an item of a list, or a field, in whose place stands
/// something harmless.
pub struct Taken {
    /// The list or the field.
    pub path: String,
    pub index: Option<usize>,
    /// What others may refer to it by.
    pub id: Option<String>,
}

/// The fields that hold an object, and those that hold lists of objects.
const OBJECTS: [&str; 8] =
    ["traveller", "past", "registered", "unlisted", "third-party", "predict", "words", "says"];
const LISTS: [&str; 11] = [
    "networks", "carriers", "nodes", "leases", "knows", "gates", "rules", "acts", "asked",
    "claims", "sources",
];

/// Serde would take a list of the right length for an object's fields in their order. Nobody means
/// that, so a list in the place of an object is made something that is seen to be wrong.
pub fn show_misplaced_lists(value: &mut Value, object: bool) {
    if object && value.is_array() {
        *value = Value::String("[…]".to_owned());
    }
    let Value::Object(map) = value else { return };
    for (key, inner) in map {
        match inner {
            Value::Array(items) if LISTS.contains(&key.as_str()) => {
                items.iter_mut().for_each(|item| show_misplaced_lists(item, true));
            }
            other => show_misplaced_lists(other, OBJECTS.contains(&key.as_str())),
        }
    }
}

/// A step on the way from the file to one of its parts.
pub enum Step {
    Field(String),
    Item(usize),
}

pub fn steps(path: &serde_path_to_error::Path) -> Vec<Step> {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Map { key } => Some(Step::Field(key.clone())),
            Segment::Seq { index } => Some(Step::Item(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// Takes the part with the problem out: the field that is not known, or else the nearest item of a
/// list that holds it, or else puts something harmless in the field's place. `None` where there is
/// nothing to take out but the whole; `Some(None)` where nothing can be missing for it.
pub fn take_out(
    value: &mut Value,
    steps: &[Step],
    code: Code,
    field: &str,
) -> Option<Option<Taken>> {
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
    if names.first() == Some(&"words") {
        return take_out_words(value, &names).map(Some);
    }
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

/// A sentence goes by itself: what it is called is somebody's own.
fn take_out_words(value: &mut Value, names: &[&str]) -> Option<Taken> {
    let len = names.len().min(if names.get(1) == Some(&"says") { 3 } else { 2 });
    let (last, holder) = names.get(..len)?.split_last()?;
    let object = holder.iter().try_fold(value, |at, name| at.get_mut(name))?.as_object_mut()?;
    object.remove(*last)?;
    Some(match len {
        3 => Taken { path: holder.join("."), index: None, id: Some((*last).to_owned()) },
        _ => Taken { path: names.get(..len)?.join("."), index: None, id: None },
    })
}

/// What stands in for a field of the file's own with a problem, so that the rest can be read.
fn harmless() -> Value {
    serde_json::json!({
        "$schema": null, "format": FORMAT, "id": "id", "chapter": 0, "seed": 0,
        "traveller": { "msisdn": "+999 71 000 0001", "imsi": "999110000000001" },
        "third-party": null,
        "networks": [], "carriers": [], "agreements": [], "leases": [], "knows": [], "past": {}, "gates": [],
        "acts": [], "predict": null, "compare": [], "claims": [], "sources": [], "scene": [],
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
