//! Files of older formats. Each is read for ever: it goes through one step for every number between its
//! own and today's. A step knows JSON and none of today's types, so that it need never be touched again.

use super::FORMAT;
use serde_json::{Map, Value};

/// What makes a file of one format one of the next; the first is for format 1.
const STEPS: [fn(&mut Map<String, Value>); 1] = [from_one];

// Who raises the number writes the step.
const _: () = assert!(STEPS.len() + 1 == FORMAT as usize);

/// Makes a file of an older format one of the newest. One with a number that is not known here stays as it
/// is, and its number is spoken of when it is checked.
pub fn to_newest(value: &mut Value) {
    let Value::Object(file) = value else { return };
    loop {
        let number = file.get("format").and_then(Value::as_u64);
        let place = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
        let Some(step) = place.and_then(|place| STEPS.get(place)) else { return };
        step(file);
        file.insert("format".to_owned(), number.unwrap_or_default().saturating_add(1).into());
    }
}

/// Format 2 brings words and documents of a lesson's own, and lets out the number of a chapter. All that
/// format 1 could say it says in the same way.
fn from_one(file: &mut Map<String, Value>) {
    if file.get("chapter").and_then(Value::as_u64) == Some(0) {
        file.remove("chapter");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn newest(mut value: Value) -> Value {
        to_newest(&mut value);
        value
    }

    #[test]
    fn a_file_of_any_old_format_becomes_one_of_the_newest() {
        for number in 1..=FORMAT {
            assert_eq!(newest(json!({ "format": number }))["format"], FORMAT);
        }
    }

    #[test]
    fn what_is_no_old_format_stays_as_it_is() {
        for number in [json!(0), json!(FORMAT + 1), json!(-1), json!("1"), json!(1.0), json!(null)]
        {
            let file = json!({ "format": number, "chapter": 0 });
            assert_eq!(newest(file.clone()), file);
        }
        assert_eq!(newest(json!([1])), json!([1]));
    }
}
