//! The reference page of the lesson's file, made from its schema.

use super::fields;
use crate::lesson::file;
use crate::text::Words;
use serde_json::Value;
use std::fmt::Write as _;

/// The objects in the order in which one meets them, with their fields in theirs.
fn objects() -> [(&'static str, &'static str, &'static [&'static str]); 20] {
    [
        ("Lesson", "The lesson", fields::of::<file::LessonFile>()),
        ("Traveller", "The traveller", fields::of::<file::TravellerFile>()),
        ("Network", "A network", fields::of::<file::NetworkFile>()),
        ("Node", "A node", fields::of::<file::NodeFile>()),
        ("Unlisted", "Unlisted addresses", fields::of::<file::UnlistedFile>()),
        ("Carrier", "A carrier", fields::of::<file::CarrierFile>()),
        ("Lease", "A lease", fields::of::<file::LeaseFile>()),
        ("ThirdParty", "The third party", fields::of::<file::ThirdPartyFile>()),
        ("Knows", "What somebody knows", fields::of::<file::KnowsFile>()),
        ("Past", "What was before", fields::of::<file::PastFile>()),
        ("Registered", "Where the traveller was", fields::of::<file::RegisteredFile>()),
        ("Asked", "What has been asked", fields::of::<file::AskedFile>()),
        ("Gate", "A gate", fields::of::<file::GateFile>()),
        ("Rule", "A rule", fields::of::<file::RuleFile>()),
        ("Act", "An act", fields::of::<file::ActFile>()),
        ("Predict", "A prediction", fields::of::<file::PredictFile>()),
        ("Words", "Words", fields::of::<file::WordsFile>()),
        ("Both", "A sentence in two wordings", fields::of::<file::BothFile>()),
        ("Claim", "A claim", fields::of::<file::ClaimFile>()),
        ("Source", "A document", fields::of::<file::SourceFile>()),
    ]
}

/// The part of `docs/lesson-format.md` that is made.
pub fn page(words: &Words) -> String {
    let schema = super::value(words);
    let mut page = String::new();
    for (name, title, fields) in objects() {
        let object = match name {
            "Lesson" => Some(&schema),
            _ => schema.pointer(&format!("/definitions/{name}")),
        };
        let Some(object) = object else { continue };
        let _ = write!(
            page,
            "\n## {title}\n\n{}\n\n| Field | Holds | Needed | Meaning | Within |\n|---|---|---|---|---|\n",
            text(object, "description")
        );
        let needed = object.get("required").and_then(Value::as_array);
        for field in fields {
            let Some(of) = object.get("properties").and_then(|all| all.get(field)) else {
                continue;
            };
            let needed = needed.is_some_and(|all| all.iter().any(|one| one == field));
            let _ = writeln!(
                page,
                "| `{field}` | {} | {} | {} | {} |",
                holds(of),
                if needed { "yes" } else { "" },
                text(of, "description"),
                within(of)
            );
        }
    }
    sentences(&mut page, &schema);
    for (name, title) in [
        ("Standing", "What a network can be"),
        ("Role", "What a node can be"),
        ("Fact", "What can be known"),
        ("RuleName", "Rules"),
        ("Operation", "Operations"),
    ] {
        if let Some(of) = schema.pointer(&format!("/definitions/{name}")) {
            choices(&mut page, of.pointer("/anyOf/0").unwrap_or(of), title);
        }
    }
    let documents = "/definitions/Claim/properties/sources/items/anyOf/0";
    if let Some(of) = schema.pointer(documents) {
        choices(&mut page, of, "Documents that are known");
    }
    page
}

/// The names of sentences, which are no fields of a type.
fn sentences(page: &mut String, schema: &Value) {
    page.push_str("\n## What `says` can hold\n\n| Name | Said |\n|---|---|\n");
    let says = schema.pointer("/definitions/Words/properties/says");
    let of = |kind| says.and_then(|says| says.get(kind)).and_then(Value::as_object);
    // In the order of a lesson: as it begins, what becomes of its acts, its end.
    for name in crate::lesson::WHOLE {
        let means = of("properties").and_then(|all| all.get(name));
        let _ = writeln!(page, "| `{name}` | {} |", means.map_or("", |of| text(of, "description")));
    }
    for fate in crate::lesson::FATES {
        let end = format!("-{fate}$");
        let means =
            of("patternProperties").and_then(|all| all.iter().find(|(key, _)| key.ends_with(&end)));
        let means = means.map_or("", |(_, of)| text(of, "description"));
        let _ = writeln!(page, "| the act’s id and `-{fate}` | {means} |");
    }
}

/// What there is to choose from, with its meaning.
fn choices(page: &mut String, of: &Value, title: &str) {
    let list = |kind| of.get(kind).and_then(Value::as_array).into_iter().flatten();
    let _ = write!(page, "\n## {title}\n\n| Written | Means |\n|---|---|\n");
    for (name, means) in list("enum").zip(list("enumDescriptions")) {
        let (name, means) = (name.as_str().unwrap_or(""), means.as_str().unwrap_or(""));
        let _ = writeln!(page, "| `{name}` | {means} |");
    }
}

fn text<'a>(of: &'a Value, what: &str) -> &'a str {
    of.get(what).and_then(Value::as_str).unwrap_or_default()
}

/// The type of a field in words.
fn holds(of: &Value) -> String {
    let inner = of.get("allOf").and_then(|all| all.get(0));
    let reference = inner.unwrap_or(of).get("$ref").and_then(Value::as_str);
    if let Some(name) = reference.and_then(|path| path.rsplit('/').next()) {
        return link(name);
    }
    if of.pointer("/anyOf/0/enum").is_some() {
        return "[documents that are known](#documents-that-are-known), or one’s own".to_owned();
    }
    match (of.get("const"), text(of, "type")) {
        (Some(number), _) => number.to_string(),
        (_, "string") => "text".to_owned(),
        (_, "integer") => "whole number".to_owned(),
        (_, "boolean") => "`true` or `false`".to_owned(),
        (_, "array") => match of.get("items") {
            Some(pair) if pair.get("items").is_some_and(Value::is_array) => {
                "list of pairs".to_owned()
            }
            Some(items) => format!("list: {}", holds(items)),
            None => "list".to_owned(),
        },
        (_, "object") => "sentences by name, [see below](#what-says-can-hold)".to_owned(),
        _ => String::new(),
    }
}

/// Where the page explains a type.
fn link(name: &str) -> String {
    let chosen = [
        ("Standing", "What a network can be"),
        ("Role", "What a node can be"),
        ("Fact", "What can be known"),
        ("RuleName", "Rules"),
        ("Operation", "Operations"),
    ];
    let objects = objects().map(|(name, title, _)| (name, title));
    let title = objects.into_iter().chain(chosen).find(|(known, _)| *known == name);
    match title {
        Some((_, title)) => format!("[{title}](#{})", title.to_lowercase().replace(' ', "-")),
        None if name == "WhenUnreadable" => "`pass` or `refuse`".to_owned(),
        None => "text".to_owned(),
    }
}

/// The bounds of a field in words.
fn within(of: &Value) -> String {
    let mut all = Vec::new();
    let item = of.get("items").map(|item| {
        let inner = ["/items/0", "/anyOf/1"].iter().find_map(|path| item.pointer(path));
        inner.unwrap_or(item)
    });
    for says in [Some(of), item].into_iter().flatten().map(|of| text(of, "patternErrorMessage")) {
        all.extend((!says.is_empty()).then(|| says.to_owned()));
    }
    let number = |key: &str| of.get(key).and_then(Value::as_u64);
    match (number("minItems"), number("maxItems")) {
        (Some(least), Some(most)) => all.push(format!("{least} to {most}.")),
        (None, Some(most)) => all.push(format!("At most {most}.")),
        (Some(least), None) => all.push(format!("At least {least}.")),
        (None, None) => {}
    }
    all.extend(number("maximum").map(|most| format!("0 to {most}.")));
    all.extend(of.get("default").map(|usual| format!("Usually `{usual}`.")));
    all.join(" ")
}
