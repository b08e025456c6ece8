//! What a field may hold beyond its type: patterns of addresses and ids, and the limits. A test holds each to
//! what the reader of files really takes.

use super::field;
use crate::filter::{RULES, Settings};
use crate::lesson::own::{FATES, WHOLE};
use crate::lesson::{FORMAT, limits};
use serde_json::{Map, Value, json};

/// What a field, or each item of a list, may hold.
#[derive(Clone, Copy)]
enum Bound {
    /// An id, or a reference to one.
    Id,
    /// A name that readers see, of so many characters.
    Text(usize),
    /// A phone number, or an address in SS7.
    Number,
    /// Their first digits.
    Range,
    /// The code of a network.
    Code,
    Imsi,
    /// An address in SS7, or an id.
    NumberOrId,
    /// A rule at a gate.
    Filter,
    /// So many items, from and to.
    Items(usize, usize),
    /// A number not above that.
    Most(u32),
    /// What holds where nothing is written.
    Usually(bool),
    Usual(u32),
}

use Bound::{Code, Filter, Id, Imsi, Items, Most, Number, NumberOrId, Range, Text, Usual, Usually};

const LIST: Bound = Items(0, limits::LIST);

#[rustfmt::skip]
const BOUNDS: &[(&str, &[(&str, Bound)])] = &[
    ("Lesson", &[
        ("id", Id), ("networks", Items(1, limits::NETWORKS)), ("carriers", Items(1, limits::CARRIERS)), ("agreements", Id),
        ("agreements", LIST), ("knows", LIST), ("compare", LIST),
        ("leases", Items(0, limits::LEASES)), ("gates", Items(0, limits::GATES)), ("acts", Items(1, limits::ACTS)),
        ("compare", Filter), ("claims", Items(0, limits::CLAIMS)), ("sources", Items(0, limits::SOURCES)),
        ("scene", Items(0, limits::CLAIMS)),
    ]),
    ("Predict", &[("act", Id), ("party", Id)]),
    ("Claim", &[("sources", Items(1, limits::LIST)), ("sources", Id)]),
    ("Traveller", &[("msisdn", Number), ("imsi", Imsi), ("in", Id)]),
    ("Past", &[("seen", Id), ("seen", LIST), ("asked", LIST)]),
    ("Registered", &[("in", Id)]),
    ("Asked", &[("from", Id), ("times", Most(limits::TIMES))]),
    ("Network", &[
        ("id", Id), ("name", Text(limits::NAME)), ("plmn", Code), ("titles", Range), ("realm", Code), ("signs", Usually(true)),
        ("carriers", Items(1, limits::LIST)), ("carriers", Id), ("nodes", LIST),
    ]),
    ("Unlisted", &[("titles", Range), ("realm", Code), ("title", Number)]),
    ("Node", &[("title", Number), ("hosted-by", Id)]),
    ("Carrier", &[("id", Id), ("name", Text(limits::NAME)), ("secured", Usually(true))]),
    ("Lease", &[("from", Id), ("to", Id), ("title", Number)]),
    ("ThirdParty", &[("carrier", Id)]),
    ("Knows", &[("party", Id), ("facts", LIST)]),
    ("Gate", &[("id", Id), ("at", Id), ("rules", LIST)]),
    ("Rule", &[
        ("per-subscriber", Usual(Settings::USUAL.per_subscriber)), ("per-sender", Usual(Settings::USUAL.per_sender)),
        ("per-call", Usual(Settings::USUAL.per_call)), ("minutes", Usual(Settings::USUAL.minutes)),
        ("learns", Usual(Settings::USUAL.learns)),
    ]),
    ("Act", &[
        ("id", Id), ("from", Id), ("claims", NumberOrId), ("inner", Number), ("network-code", Code), ("by", Id), ("to", Id),
    ]),
    ("Words", &[("title", Text(limits::TITLE)), ("question", Text(limits::SAYS)), ("predict", Text(limits::SAYS))]),
    ("Both", &[("plain", Text(limits::SAYS)), ("engineer", Text(limits::SAYS))]),
    ("Source", &[("id", Id), ("title", Text(limits::SOURCE)), ("where", Text(limits::SOURCE))]),
];

pub fn set(schema: &mut Value) {
    for (of, fields) in BOUNDS {
        for (name, bound) in *fields {
            if let Some(field) = field(schema, of, name) {
                set_one(field, *bound);
            }
        }
    }
    if let Some(format) = field(schema, "Lesson", "format") {
        format.retain(|key, _| key == "description");
        format.insert("const".to_owned(), FORMAT.into());
    }
    sentences(schema);
    settings(schema);
}

fn set_one(field: &mut Map<String, Value>, bound: Bound) {
    match bound {
        Items(least, most) => {
            if least > 0 {
                field.insert("minItems".to_owned(), least.into());
            }
            field.insert("maxItems".to_owned(), most.into());
        }
        Most(most) => drop(field.insert("maximum".to_owned(), most.into())),
        Usual(value) => drop(field.insert("default".to_owned(), value.into())),
        Usually(value) => drop(field.insert("default".to_owned(), value.into())),
        _ => {
            let text = text(bound);
            match field.get_mut("items") {
                // Pairs have a schema for each.
                Some(Value::Object(item)) => match item.get_mut("items") {
                    Some(Value::Array(both)) => both.iter_mut().for_each(|one| merge(one, &text)),
                    _ => item.extend(text),
                },
                _ => field.extend(text),
            }
        }
    }
}

fn merge(value: &mut Value, more: &Map<String, Value>) {
    if let Value::Object(map) = value {
        map.extend(more.clone());
    }
}

const ID: &str = "[a-z][a-z0-9-]{0,39}";
const _: () = assert!(limits::ID == 40);
const NUMBER: &str = "\\+ *9 *9 *9( *[0-9]){5,12} *";
/// Something to read, and no character that is hidden.
const SHOWN: &str = "^(?=.*\\S)[^\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB]*$";

/// How a text must look; what editors say where it does not, which is also what the page says of it.
fn text(bound: Bound) -> Map<String, Value> {
    let (pattern, says) = match bound {
        Number => (
            format!("^{NUMBER}$"),
            "+999 and 5 to 12 digits more, with spaces where one likes, as +999 71 000 0001."
                .to_owned(),
        ),
        Range => (
            "^\\+ *9 *9 *9( *[0-9]){2,12} *$".to_owned(),
            "+999 and at least 2 digits more, as +999 71.".to_owned(),
        ),
        Code => (
            "^(999|001)-[0-9]{2,3}$".to_owned(),
            "999 or 001, a hyphen, and 2 or 3 digits, as 999-11.".to_owned(),
        ),
        Imsi => (
            "^ *(9 *9 *9|0 *0 *1)( *[0-9]){12} *$".to_owned(),
            "15 digits that begin with 999 or 001, as 999110000000001.".to_owned(),
        ),
        NumberOrId => (
            format!("^({ID}|{NUMBER})$"),
            "The id of a network, or an address as +999 71 000 0001.".to_owned(),
        ),
        Filter => (
            format!("^{ID}\\.[a-z-]+$"),
            "The id of a gate, a dot, and the name of a rule, as visited.home-match.".to_owned(),
        ),
        Text(most) => (
            SHOWN.to_owned(),
            format!(
                "1 to {most} characters, without line breaks and without characters that cannot be seen."
            ),
        ),
        _ => (
            format!("^{ID}$"),
            format!("Small letters, digits and hyphens, a letter first, at most {}.", limits::ID),
        ),
    };
    let mut text = Map::new();
    if let Text(most) = bound {
        text.insert("maxLength".to_owned(), most.into());
    }
    text.insert("pattern".to_owned(), pattern.into());
    text.insert("patternErrorMessage".to_owned(), says.into());
    text
}

/// What a lesson can say: of itself, and of what becomes of an act's question.
fn sentences(schema: &mut Value) {
    let said = json!({ "$ref": "#/definitions/Said" });
    let whole = ["As it begins.", "At its end.", "The one sentence to take along."];
    let whole = WHOLE.into_iter().zip(whole);
    let of_acts = [
        "When the question of an act is sent.",
        "When the answer needs a question inside the network that is asked.",
        "When the question has arrived.",
        "When an answer has come.",
        "When an answer has come that only looks like one.",
        "When a gate has stopped the question.",
        "When the answer went to somebody else.",
        "When the question cannot be asked, because something is not known that it needs.",
    ];
    let entry = |means: &str| json!({ "description": means, "allOf": [said] });
    let whole: Map<String, Value> =
        whole.map(|(name, means)| (name.to_owned(), entry(means))).collect();
    let of_acts: Map<String, Value> = FATES
        .into_iter()
        .zip(of_acts)
        .map(|(fate, means)| (format!("^{ID}-{fate}$"), entry(means)))
        .collect();
    if let Some(says) = field(schema, "Words", "says") {
        says.insert("properties".to_owned(), whole.into());
        says.insert("patternProperties".to_owned(), of_acts.into());
        says.insert("additionalProperties".to_owned(), false.into());
        says.insert("maxProperties".to_owned(), limits::CLAIMS.into());
        says.remove("default");
    }
    if let Some(Value::Array(wordings)) = schema.pointer_mut("/definitions/Said/anyOf") {
        let plain = text(Text(limits::SAYS));
        wordings
            .iter_mut()
            .filter(|one| one.get("type").is_some())
            .for_each(|one| merge(one, &plain));
    }
}

/// A setting that the rule does not read would be written for nothing.
fn settings(schema: &mut Value) {
    let only = RULES.iter().map(|row| {
        let known = [&["rule", "on"], row.settings].concat();
        json!({
            "if": { "properties": { "rule": { "const": row.name } } },
            "then": { "propertyNames": { "enum": known } },
        })
    });
    let only: Value = only.collect();
    if let Some(Value::Object(rule)) = schema.pointer_mut("/definitions/Rule") {
        rule.insert("allOf".to_owned(), only);
    }
}
