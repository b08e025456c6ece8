//! The JSON Schema of the lesson's file, for editors and for programs that write lessons: structure and
//! meanings from the types of the file, what is within bounds from [`bounds`], words from the tables. Only
//! for the terminal and tests.

mod bounds;
mod fields;
mod names;
mod page;

use super::file::LessonFile;
use crate::text::Words;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

pub use page::page;

/// The schema as it stands in `assets/lesson.schema.json`. It is of draft 7, which editors understand.
pub fn schema(words: &Words) -> String {
    serde_json::to_string_pretty(&value(words)).unwrap_or_default() + "\n"
}

fn value(words: &Words) -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema: Value = generator.into_root_schema_for::<LessonFile>().into();
    tidy(&mut schema);
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("title".to_owned(), json!("A lesson of Whereabouts"));
    }
    bounds::set(&mut schema);
    names::describe(&mut schema, words);
    schema
}

/// Leaves out what only Rust means: the kinds of its numbers, a `null` for what can be missing, the ends of its
/// types' names, and where its comments break their lines.
fn tidy(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(map) => tidy_object(map),
        _ => {}
    }
}

fn tidy_object(map: &mut Map<String, Value>) {
    let wide = match map.get("format").and_then(Value::as_str) {
        Some("uint8") => Some(u64::from(u8::MAX)),
        Some("uint32") => Some(u64::from(u32::MAX)),
        Some("uint64") => Some(u64::MAX),
        _ => None,
    };
    if let Some(most) = wide {
        map.remove("format");
        map.insert("maximum".to_owned(), most.into());
    }
    if let Some(Value::Array(kinds)) = map.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [only] = &kinds[..] {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(kinds)) = map.get_mut("anyOf")
        && kinds.contains(&json!({ "type": "null" }))
    {
        kinds.retain(|kind| *kind != json!({ "type": "null" }));
        let kinds = std::mem::take(kinds);
        map.remove("anyOf");
        map.insert("allOf".to_owned(), Value::Array(kinds));
    }
    if map.get("default").is_some_and(Value::is_null) {
        map.remove("default");
    }
    for (key, inner) in map.iter_mut() {
        match (key.as_str(), inner) {
            ("description", Value::String(text)) => *text = text.replace('\n', " "),
            ("$ref", Value::String(text)) => *text = named(text).to_owned(),
            ("definitions", Value::Object(all)) => {
                let tidied = std::mem::take(all).into_iter().map(|(name, mut schema)| {
                    tidy(&mut schema);
                    (named(&name).to_owned(), schema)
                });
                *all = tidied.collect();
            }
            (_, inner) => tidy(inner),
        }
    }
}

/// A type by the name that the schema has for it.
fn named(name: &str) -> &str {
    name.strip_suffix("File").unwrap_or(name)
}

/// The field of a definition; the file itself is `Lesson`.
fn field<'a>(schema: &'a mut Value, of: &str, name: &str) -> Option<&'a mut Map<String, Value>> {
    let object = match of {
        "Lesson" => schema,
        _ => schema.get_mut("definitions")?.get_mut(of)?,
    };
    object.get_mut("properties")?.get_mut(name)?.as_object_mut()
}
