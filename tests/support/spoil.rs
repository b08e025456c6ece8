//! Lesson files spoiled by chance: a number gives the same file everywhere. Some are cut up as text, most are
//! changed as JSON: values put in others' places, fields renamed, taken out or doubled, lists made long.

use super::chance::{self, Chance};
use serde_json::{Value, json};

/// What somebody writes by mistake, or to do harm, in the place of a text or of anything.
const TEXTS: [&str; 30] = [
    "home",
    "visited",
    "lessor",
    "third-party",
    "exchange",
    "hlr",
    "sms-router",
    "amf",
    "home-match",
    "volume",
    "refuse",
    "cell",
    "anyTimeInterrogation",
    "provideSubscriberInfo",
    "updateLocation",
    "3GPP-Update-Location",
    "Namf_Location_ProvideLocationInfo",
    "+999 71 000 0001",
    "+999 73 900 0001",
    "+44 20",
    "999-11",
    "001-01",
    "999110000000001",
    "home.partner-list",
    "matrix-",
    "",
    "\u{0}\u{202E}txt",
    "⟦key⟧ { $found }",
    "<script>`${1}`</script>",
    "\u{1F9E8}\u{200D}\u{FEFF}",
];

/// The file that a number gives.
pub fn spoiled(seed: u64, files: &[Value]) -> String {
    let mut c = Chance::of(seed);
    let mut json = match c.one_in(16) {
        true => serde_json::from_str(&chance::lesson_text(c.number()))
            .expect("it begins as a whole one"),
        false => c.pick(files),
    };
    if c.one_in(8) {
        return cut_up(&json.to_string(), &mut c);
    }
    for _ in 0..=c.below(3) {
        spoil(&mut json, &mut c);
    }
    json.to_string()
}

/// Pieces of text taken out, doubled, or something else in their place.
fn cut_up(whole: &str, c: &mut Chance) -> String {
    let mut text: Vec<char> = whole.chars().collect();
    for _ in 0..=c.below(3) {
        let from = c.below(text.len() + 1);
        let to = text.len().min(from + c.below(40));
        let instead: Vec<char> = match c.below(4) {
            0 => Vec::new(),
            1 => text[from..to].repeat(2),
            2 => c
                .pick(&["{", "}", "[", "]", "\"", ",", ":", "\\u202e", "1e999", "-"])
                .chars()
                .collect(),
            _ => c.pick(&TEXTS).chars().collect(),
        };
        text.splice(from..to, instead);
    }
    text.into_iter().collect()
}

fn spoil(json: &mut Value, c: &mut Chance) {
    let places = count(json);
    if places == 0 {
        return;
    }
    let other = nth(json, &mut c.below(places)).cloned();
    let Some(place) = nth(json, &mut c.below(places)) else { return };
    match c.below(6) {
        0 | 1 => *place = anything(c),
        2 => *place = other.unwrap_or_default(),
        3 => rename(place, c),
        4 => lengthen(place, c),
        _ => empty(place, c),
    }
}

/// How many values there are inside a value.
fn count(json: &Value) -> usize {
    match json {
        Value::Object(map) => map.values().map(|inner| 1 + count(inner)).sum(),
        Value::Array(items) => items.iter().map(|inner| 1 + count(inner)).sum(),
        _ => 0,
    }
}

/// One of them, in the order in which they are counted.
fn nth<'a>(json: &'a mut Value, n: &mut usize) -> Option<&'a mut Value> {
    let inner: Vec<&mut Value> = match json {
        Value::Object(map) => map.values_mut().collect(),
        Value::Array(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    };
    for value in inner {
        if *n == 0 {
            return Some(value);
        }
        *n -= 1;
        if let Some(found) = nth(value, n) {
            return Some(found);
        }
    }
    None
}

fn anything(c: &mut Chance) -> Value {
    let numbers = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(2),
        json!(300),
        json!(u32::MAX),
        json!(u64::MAX),
        json!(0.5),
        json!(1e300),
        json!([]),
        json!({}),
        json!([[]]),
        json!(["home"]),
        json!({ "id": "home" }),
        json!({ "plain": "a", "engineer": 1 }),
    ];
    match c.below(10) {
        0 => json!("long ".repeat(c.below(500))),
        1 => (0..c.below(100)).fold(json!(1), |inner, _| json!([inner])),
        2..=4 => c.pick(&numbers),
        _ => json!(c.pick(&TEXTS)),
    }
}

/// A field under another name: one of the same object’s, or any.
fn rename(value: &mut Value, c: &mut Chance) {
    let Value::Object(map) = value else { return };
    let names: Vec<String> = map.keys().cloned().collect();
    if names.is_empty() {
        return;
    }
    let value = map.remove(&c.pick(&names)).unwrap_or_default();
    let name = if c.one_in(2) { c.pick(&names) } else { c.pick(&TEXTS).to_owned() };
    map.insert(name, value);
}

/// A list with an item many times, or an object with one of its values under many names.
fn lengthen(value: &mut Value, c: &mut Chance) {
    let times = c.pick(&[1, 1, 2, 10, 50]);
    match value {
        Value::Array(items) if !items.is_empty() => {
            let item = c.pick(items);
            for _ in 0..times {
                let mut item = item.clone();
                if c.one_in(2)
                    && let Some(id) = item.get_mut("id")
                {
                    *id = json!(format!("more-{}", c.below(100)));
                }
                items.insert(c.below(items.len() + 1), item);
            }
        }
        Value::Object(map) => {
            let values: Vec<Value> = map.values().cloned().collect();
            for n in 0..times.min(values.len() * times) {
                map.insert(format!("more-{n}"), c.pick(&values));
            }
        }
        _ => {}
    }
}

/// Something taken out.
fn empty(value: &mut Value, c: &mut Chance) {
    match value {
        Value::Array(items) if !items.is_empty() => drop(items.remove(c.below(items.len()))),
        Value::Object(map) => {
            let names: Vec<String> = map.keys().cloned().collect();
            if !names.is_empty() {
                map.remove(&c.pick(&names));
            }
        }
        _ => *value = Value::Null,
    }
}
