//! Pages made from the tables: the operations, the rules, and the JSON Schemas of what the judge reads
//! and writes. The files in `docs/` are these, word for word; a test compares.

use super::answer::Outcome;
use super::question::{About, GateName, LATEST, LONGEST_NAME, Sender};
use crate::filter::{RULES, Reason, RuleId, RuleRow, Side};
use crate::narration::{key, specified as word_of};
use crate::signalling::{CATALOGUE, Category, Code, Fact, Facts, Generation, Operation, Subject};
use crate::text::{Depth, Words};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The page of all operations, as Markdown.
pub fn operations(words: &Words) -> String {
    let mut page = String::from(
        "# The operations\n\n\
         Made from `src/signalling/catalogue.rs` by `lesson reference operations`. What an answer \
         discloses is what it usually holds; the specifications make parts of it optional, and \
         allow some more.\n",
    );
    for generation in Generation::ALL {
        let title = words.say_at(Depth::Engineer, &format!("generation-{}", generation.id()), &[]);
        let _ = write!(
            page,
            "\n## {title}\n\n\
             | Operation | Code | Specification | From → to | By | Repeats its sender in | Tells | Discloses | \
             Moves | Category | Source |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
        );
        for row in CATALOGUE.iter().filter(|row| row.generation() == generation) {
            operation(&mut page, row, words);
        }
        page.push_str("\n| Operation | Means | Honest use |\n|---|---|---|\n");
        for row in CATALOGUE.iter().filter(|row| row.generation() == generation) {
            let key = key(row.id);
            let means = words.line(&format!("operation-{key}"));
            let honest = words.line(&format!("honest-{key}"));
            let word = words.line(&format!("use-{}", row.honest_use.id()));
            let _ = writeln!(page, "| {} | {means} | **{word}**: {honest} |", row.name);
        }
    }
    page
}

fn operation(page: &mut String, row: &Operation, words: &Words) {
    let role = |role: crate::signalling::Role| {
        words.say_at(Depth::Engineer, &format!("role-{}", role.id()), &[])
    };
    let specified = row.specified();
    let code = match (word_of(words, row.id, "code"), specified.code) {
        (path, Code::Http(..)) => format!("`{path}`"),
        (number, _) => number,
    };
    let named = match (row.subject, row.generation()) {
        (Subject::Msisdn, Generation::Services) => "GPSI",
        (Subject::Imsi, Generation::Services) => "SUPI",
        (Subject::MsisdnOrImsi, Generation::Services) => "GPSI or SUPI",
        (Subject::Msisdn, _) => "MSISDN",
        (Subject::Imsi, _) => "IMSI",
        (Subject::MsisdnOrImsi, _) => "MSISDN or IMSI",
        (Subject::Tmsi, _) => "TMSI",
        (Subject::Nobody, _) => "nobody",
    };
    let list = |facts: Facts| {
        let facts: Vec<&str> = facts.iter().map(fact).collect();
        if facts.is_empty() { "nothing".to_owned() } else { facts.join(", ") }
    };
    let (tells, discloses) = (list(row.tells), list(row.discloses));
    let category = match row.category {
        Category::One => "1",
        Category::Two => "2",
        Category::Three => "3",
        Category::HomeRouted => "home-routed",
        Category::Transport => "carries others",
    };
    let source = match specified.category_source {
        "" => "by its twin",
        source => source,
    };
    let carries = if specified.carries.is_empty() { "nothing" } else { specified.carries };
    let _ = writeln!(
        page,
        "| {} | {code} | {} {} | {} → {} | {named} | {carries} | {tells} | {discloses} | {} | {category} | {source} |",
        row.name,
        specified.specification,
        specified.clause,
        role(row.from),
        role(row.to),
        if row.moves { "yes" } else { "no" },
    );
}

fn fact(fact: Fact) -> &'static str {
    match super::answer::word(fact) {
        Some(word) => word,
        None => "routing number",
    }
}

/// The page of all rules, as Markdown.
pub fn rules(words: &Words) -> String {
    let mut page = String::from(
        "# The rules\n\n\
         Made from `src/filter/catalogue.rs` by `lesson reference rules`. A rule that has no meaning \
         at a gate or in a generation passes there as `not-applicable`. The numbers that can be set are \
         assumptions.\n",
    );
    for (number, row) in (1..).zip(&RULES) {
        rule(&mut page, number, row, words);
    }
    page
}

const BLIND: &str = "when-unreadable";

fn rule(page: &mut String, number: usize, row: &RuleRow, words: &Words) {
    let list = |prefix: &str, ids: Vec<&str>| {
        let said: Vec<String> =
            ids.iter().map(|id| words.line(&format!("{prefix}-{id}"))).collect();
        if said.is_empty() { "nothing".to_owned() } else { said.join(", ") }
    };
    let side = |side: &Side| match side {
        Side::Border => "a network's border",
        Side::Exit => "a lessor's exit",
        Side::Transit => "a carrier",
    };
    let sides: Vec<&str> = row.sides.iter().map(side).collect();
    let generations: Vec<String> = row
        .generations
        .iter()
        .map(|g| words.say_at(Depth::Engineer, &format!("generation-{}", g.id()), &[]))
        .collect();
    // What it does when it is blind is said where it can be.
    let names = row.settings.iter().filter(|name| **name != BLIND || row.can_be_blinded());
    let settings = match names.map(|name| setting(name)).collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => "nothing that has an effect".to_owned(),
        settings => settings,
    };
    let blind = match row.can_be_blinded() {
        true if row.id == RuleId::Volume => {
            "what it cannot read it counts by its sender alone, unless it is set to refuse"
        }
        true => "what it cannot read it lets through, unless it is set to refuse",
        false => "a sender cannot hide this from it",
    };
    let _ = write!(
        page,
        "\n## F{number} `{}`: {}\n\n{}\n\n\
         - Has a meaning at: {}; in: {}\n\
         - Reads: {}; {blind}\n\
         - Needs to know: {}\n\
         - Can be set: {settings}\n\
         - Does not stop: {}\n\
         - Wrongly stops: {}\n",
        row.name,
        words.say_at(Depth::Engineer, &format!("rule-{}", row.name), &[]),
        words.line(&format!("does-{}", row.name)),
        sides.join(", "),
        generations.join(", "),
        list("field", row.reads.iter().map(|field| field.id()).collect()),
        list("need", row.needs.iter().map(|need| need.id()).collect()),
        words.line(&format!("misses-{}", row.name)),
        words.line(&format!("harms-{}", row.name)),
    );
}

fn setting(name: &str) -> String {
    let usual = crate::filter::Settings::USUAL;
    let (what, value) = match name {
        "per-subscriber" => ("questions an hour about one subscriber", usual.per_subscriber),
        "per-sender" => ("messages an hour from one sender", usual.per_sender),
        "per-call" => (
            "questions for each message that connects, from one sender in an hour; 0: not compared",
            usual.per_call,
        ),
        "minutes" => ("minutes between two networks", usual.minutes),
        "learns" => ("minutes of learning", usual.learns),
        _ => return format!("`{name}`: `pass` (as usual) or `refuse`"),
    };
    format!("`{name}`: {what}, usually {value}")
}

/// The JSON Schema of a question.
pub fn question() -> String {
    let names = |ids: Vec<&str>| json!({ "enum": ids });
    let commands =
        CATALOGUE.iter().filter(|row| row.generation() == Generation::Diameter).map(|row| row.name);
    let prefixed: Vec<String> = commands.map(|name| format!("3GPP-{name}")).collect();
    let operations =
        CATALOGUE.iter().map(|row| row.name).chain(prefixed.iter().map(String::as_str));
    let gates = GateName::ALL.map(|gate| {
        (gate.id().to_owned(), json!({ "type": "array", "items": { "$ref": "#/$defs/rule" } }))
    });
    let settings = RULES.iter().map(|row| {
        let mut properties = serde_json::Map::new();
        properties.insert("rule".to_owned(), json!({ "const": row.name }));
        for name in row.settings {
            let value = match *name {
                "when-unreadable" => json!({ "enum": ["pass", "refuse"], "default": "pass" }),
                _ => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
            };
            properties.insert((*name).to_owned(), value);
        }
        json!({
            "type": "object", "properties": properties,
            "required": ["rule"], "additionalProperties": false,
        })
    });
    let rule: Vec<Value> =
        [names(RULES.iter().map(|row| row.name).collect())].into_iter().chain(settings).collect();
    pretty(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A question to `lesson judge`",
        "type": "object",
        "properties": {
            "operation": names(operations.collect()),
            "sender": names(Sender::ALL.map(Sender::id).to_vec()),
            "about": names(About::ALL.map(About::id).to_vec()),
            "unreadable": { "type": "boolean", "default": false },
            "gates": {
                "type": "object", "default": {},
                "properties": serde_json::Map::from_iter(gates),
                "additionalProperties": false,
            },
            "at": {
                "description": "With --stream only: whole milliseconds, never going back.",
                "type": "integer", "minimum": 0, "exclusiveMaximum": LATEST,
            },
            "subscriber": {
                "description": "With --stream only: who is asked about.",
                "type": "string", "maxLength": LONGEST_NAME,
            },
        },
        "required": ["operation", "sender", "about"],
        "dependentRequired": { "at": ["subscriber"], "subscriber": ["at"] },
        "additionalProperties": false,
        "$defs": { "rule": { "oneOf": rule } },
    }))
}

/// The JSON Schema of an answer.
pub fn answer() -> String {
    let outcomes = [
        Outcome::Answered,
        Outcome::AnsweredElsewhere,
        Outcome::Masked,
        Outcome::Stopped,
        Outcome::WronglyStopped,
    ];
    let reasons = Reason::ALL.iter().map(|reason| reason.id()).chain(super::answer::REASONS);
    let facts: Vec<&str> = Fact::ALL.into_iter().filter_map(super::answer::word).collect();
    pretty(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An answer of `lesson judge`",
        "oneOf": [
            {
                "type": "object",
                "properties": {
                    "outcome": { "enum": outcomes.map(Outcome::id) },
                    "gate": {
                        "description": "Where it was stopped or masked.",
                        "enum": GateName::ALL.map(|gate| json!(gate.id())).into_iter()
                            .chain([Value::Null]).collect::<Vec<_>>(),
                    },
                    "rule": {
                        "enum": RULES.iter().map(|row| json!(row.name)).chain([Value::Null])
                            .collect::<Vec<_>>(),
                    },
                    "reason": { "enum": reasons.collect::<Vec<_>>() },
                    "text": { "type": "string" },
                    "learns": {
                        "description": "What whoever really asked learns.",
                        "type": "array", "items": { "enum": facts }, "uniqueItems": true,
                    },
                },
                "required": ["outcome", "gate", "rule", "reason", "text", "learns"],
                "additionalProperties": false,
            },
            {
                "type": "object",
                "properties": { "error": { "type": "string" } },
                "required": ["error"],
                "additionalProperties": false,
            },
        ],
    }))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
