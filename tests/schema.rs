//! The JSON Schema of lesson files, held to what the reader of files takes and refuses.

mod support;

use jsonschema::Validator;
use serde_json::{Value, json};
use std::path::Path;
use support::{BUILT_IN, EXAMPLES, chance, files};
use whereabouts::lesson::{self, Code, file, schema};
use whereabouts::signalling::{GlobalTitle, Imsi, Plmn, TitleRange};
use whereabouts::text::{Words, english};

const EXAMPLE: &str = EXAMPLES[0].1;

fn made() -> Value {
    serde_json::from_str(&schema::schema(&Words::native(english()))).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft7::new(&made()).expect("the schema is one of draft 7")
}

fn faults(validator: &Validator, file: &Value) -> Vec<String> {
    validator.iter_errors(file).map(|e| format!("{}: {e}", e.instance_path())).collect()
}

fn newest(json: &str) -> Value {
    let mut file: Value = serde_json::from_str(json).unwrap();
    if file["format"] == 1 {
        file["format"] = json!(lesson::FORMAT);
    }
    file
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&made()));
}

#[test]
fn every_lesson_is_what_the_schema_asks_for() {
    let validator = validator();
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap();
    let folders = ["lessons", "victims", "old/lessons"];
    let beside: Vec<String> =
        folders.iter().flat_map(|folder| files(folder, "json")).map(|path| read(&path)).collect();
    let written = |json: &String| Some(file::write(&file::lenient(json)?));
    let beside = beside.iter().filter(|json| lesson::parse(json).is_ok()).filter_map(written);
    let chance = (0..300).map(chance::lesson_text).filter_map(|json| written(&json));
    let built_in = BUILT_IN.into_iter().chain(EXAMPLES.map(|(_, json)| json)).map(str::to_owned);
    let all: Vec<String> = built_in.chain(beside).chain(chance).collect();
    assert!(all.len() > 320, "the files are there");
    for json in all {
        let faults = faults(&validator, &newest(&json));
        assert!(faults.is_empty(), "{faults:#?} in {json}");
    }
}

/// What is wrong with a file by its structure alone, whatever else stands in it.
const STRUCTURAL: [Code; 13] = [
    Code::Format,
    Code::UnknownField,
    Code::MissingField,
    Code::WrongType,
    Code::UnknownWord,
    Code::BadId,
    Code::BadName,
    Code::TooMany,
    Code::Empty,
    Code::MalformedAddress,
    Code::AddressInUse,
    Code::BadText,
    Code::Hidden,
];

#[test]
fn every_file_that_is_wrong_in_its_structure_is_not() {
    let validator = validator();
    let mut refused = 0;
    for path in files("lessons", "json") {
        let json = std::fs::read_to_string(&path).unwrap();
        let problems = lesson::parse(&json).err().unwrap_or_default();
        if problems.iter().any(|problem| problem.code == Code::NotJson) {
            continue;
        }
        // Whether a node needs an address hangs on its role, and a sentence on the acts.
        let seen = |problem: &&lesson::Diagnostic| {
            let hangs = problem.path.contains(".nodes[") || problem.path == "words";
            STRUCTURAL.contains(&problem.code) && !hangs
        };
        let structural = problems.iter().find(seen);
        let valid = validator.is_valid(&newest(&json));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if let Some(problem) = structural {
            assert!(!valid, "{name} passes: {problem:?}");
            refused += 1;
        } else if !valid {
            assert!(!problems.is_empty(), "{name}: {:#?}", faults(&validator, &newest(&json)));
        }
    }
    assert!(refused > 30, "{refused} files are refused");
}

/// One value in the example, changed; whether the schema takes it, and whether the reader does.
fn agree(validator: &Validator, pointer: &str, value: Value, taken: bool) {
    let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
    *file.pointer_mut(pointer).expect(pointer) = value.clone();
    assert_eq!(validator.is_valid(&file), taken, "{pointer}: {value}");
}

#[test]
fn an_address_is_to_the_schema_what_it_is_to_the_reader() {
    let validator = validator();
    let mut chance = chance::Chance::of(7);
    let starts = ["+999", "+99 9", "+ 9 9 9", "999", "+44", "001", "001-", "999-", "9 99", "+", ""];
    for _ in 0..2000 {
        let mut text = chance.pick(&starts).to_owned();
        for _ in 0..chance.below(16) {
            text.push(chance.pick(&['0', '1', '9', '5', ' ', '7', '3', '2']));
        }
        let number = GlobalTitle::read(&text).is_ok();
        agree(&validator, "/traveller/msisdn", json!(text), number);
        agree(&validator, "/leases/0/title", json!(text), number);
        agree(&validator, "/networks/0/titles", json!(text), TitleRange::read(&text).is_ok());
        agree(&validator, "/traveller/imsi", json!(text), Imsi::read(&text).is_ok());
        // The reader passes over spaces between digits also here; nobody writes them.
        if !text.contains(' ') {
            agree(&validator, "/networks/0/plmn", json!(text), Plmn::read(&text).is_ok());
        }
    }
}

#[test]
fn what_readers_see_is_to_the_schema_what_it_is_to_the_reader() {
    let validator = validator();
    let texts = [
        ("Über Ærø", true),
        ("العربية \u{200F}", true),
        ("日本語", true),
        ("a\u{200D}b", true),
        ("", false),
        (" ", false),
        ("a\nb", false),
        ("a\u{0}", false),
        ("a\u{85}", false),
        ("a\u{202E}b", false),
        ("a\u{2066}b", false),
        ("\u{FEFF}a", false),
    ];
    for (text, taken) in texts {
        let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
        for pointer in ["/words/title", "/words/says/opening", "/networks/0/name"] {
            agree(&validator, pointer, json!(text), taken);
            *file.pointer_mut(pointer).unwrap() = json!(text);
            assert_eq!(lesson::parse(&file.to_string()).is_ok(), taken, "{text:?}");
        }
    }
    for (pointer, most) in
        [("/words/title", 80), ("/words/says/opening", 600), ("/sources/0/where", 200)]
    {
        agree(&validator, pointer, json!("ä".repeat(most)), true);
        agree(&validator, pointer, json!("ä".repeat(most + 1)), false);
    }
}

/// Whoever adds a field bounds it, or says here why not.
#[test]
fn nothing_in_a_file_is_unbounded_but_what_is_looked_up() {
    let looked_up = ["$schema", "says", "scene"];
    fn walk(name: &str, value: &Value, open: &mut Vec<String>) {
        let kind = value.get("type").and_then(Value::as_str);
        let bounded = ["pattern", "maxLength", "maximum", "maxItems", "enum", "const", "anyOf"];
        let bounded = bounded.iter().any(|key| value.get(*key).is_some());
        let within = value.pointer("/items/pattern").or_else(|| value.pointer("/items/anyOf"));
        let pairs = value.pointer("/items/items").is_some();
        if matches!(kind, Some("string" | "integer" | "array"))
            && !bounded
            && within.is_none()
            && !pairs
        {
            open.push(name.to_owned());
        }
        for (name, inner) in
            value.get("properties").and_then(Value::as_object).into_iter().flatten()
        {
            walk(name, inner, open);
        }
    }
    let schema = made();
    let mut open = Vec::new();
    walk("", &schema, &mut open);
    for (name, definition) in schema["definitions"].as_object().unwrap() {
        if definition.get("enum").is_none() {
            walk(name, definition, &mut open);
        }
    }
    open.retain(|name| !looked_up.contains(&name.as_str()));
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn every_field_and_every_word_to_choose_has_its_meaning() {
    fn walk(at: &str, value: &Value) {
        if let Some(names) = value.get("enum").and_then(Value::as_array) {
            let means = value["enumDescriptions"].as_array().expect(at);
            assert_eq!(names.len(), means.len(), "{at}");
            assert!(means.iter().all(|text| text.as_str().unwrap().len() > 3), "{at}");
        }
        for (key, inner) in value.as_object().into_iter().flatten() {
            let at = format!("{at}/{key}");
            if key == "properties" {
                for (name, field) in inner.as_object().unwrap() {
                    assert!(field["description"].is_string(), "{at}/{name}");
                }
            }
            match inner {
                // What a rule reads of settings is said where they stand.
                _ if key == "if" || key == "then" => {}
                Value::Array(items) => items.iter().for_each(|item| walk(&at, item)),
                inner => walk(&at, inner),
            }
        }
    }
    walk("", &made());
}

#[test]
fn the_schema_that_the_example_names_is_there() {
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let named = beside.join(example["$schema"].as_str().unwrap());
    assert_eq!(std::fs::read_to_string(named).unwrap(), schema::schema(&Words::native(english())));
}
