//! The words that a file chooses from (roles, operations, rules, facts), each with its meaning.

use crate::filter::{RULES, RuleId, WhenUnreadable};
use crate::lesson::SOURCES;
use crate::narration::specified;
use crate::signalling::{CATALOGUE, Fact, Generation, OperationId, Role, Standing};
use crate::text::{Depth, Words};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// Types of which files know the names only. They and their meanings come from [`describe`]; what a field holds
/// one for, the field says, and an editor shows only one of the two.
macro_rules! named {
    ($($type:ident as $name:literal),* $(,)?) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string" })
            }
        })*
    };
}

named! {
    Fact as "Fact",
    OperationId as "Operation",
    Role as "Role",
    RuleId as "RuleName",
    Standing as "Standing",
    WhenUnreadable as "WhenUnreadable",
}

/// Puts in what there is to choose from.
pub fn describe(schema: &mut Value, words: &Words) {
    let plain = |key: String| words.say_at(Depth::Plain, &key, &[]);
    let engineer = |key: String| words.say_at(Depth::Engineer, &key, &[]);
    let facts = Fact::ALL.map(|fact| (fact.id(), plain(format!("fact-{}", fact.id()))));
    set(schema, "Fact", facts);
    let roles = Role::all().map(|role| {
        let key = format!("role-{}", role.id());
        (role.id(), format!("{}: {}", engineer(key.clone()), plain(key)))
    });
    set(schema, "Role", roles);
    let rules = RULES.iter().map(|row| {
        let (name, does) =
            (plain(format!("rule-{}", row.name)), plain(format!("does-{}", row.name)));
        (row.name, format!("{name}. {does}"))
    });
    set(schema, "RuleName", rules);
    let standings = [
        ("home", "Where the subscription is (HPLMN)."),
        ("visited", "Where the phone is registered while it roams (VPLMN)."),
        ("partner", "Any other operator."),
    ];
    set(schema, "Standing", standings.map(|(name, means)| (name, means.to_owned())));
    let unreadable = [("pass", "Lets it through."), ("refuse", "Stops it.")];
    set(schema, "WhenUnreadable", unreadable.map(|(name, means)| (name, means.to_owned())));
    operations(schema, words);
    documents(schema);
}

/// A claim cites documents that are known here, or the lesson's own.
fn documents(schema: &mut Value) {
    let ids = SOURCES.map(|source| source.id);
    let titles = SOURCES.map(|source| format!("{} ({})", source.title, source.who));
    let items = schema.pointer_mut("/definitions/Claim/properties/sources/items");
    if let Some(items) = items {
        let own = items.take();
        *items = json!({ "anyOf": [{ "enum": ids.as_slice(), "enumDescriptions": titles.as_slice() }, own] });
    }
}

/// In 4G the specification’s name for a command can also have its author before it. That is read, and not
/// offered.
fn operations(schema: &mut Value, words: &Words) {
    let means = CATALOGUE.iter().map(|row| {
        let of = |what: &str| specified(words, row.id, what);
        let question = words.line(&format!("operation-{}", row.key()));
        let means =
            format!("{question} {}, {} clause {}", of("code"), of("specification"), of("clause"));
        (row.name, means)
    });
    let (names, means): (Vec<&str>, Vec<String>) = means.unzip();
    let prefixed = CATALOGUE.iter().filter(|row| row.generation() == Generation::Diameter);
    let prefixed: Vec<&str> = prefixed.map(|row| row.name).collect();
    if let Some(of) = definition(schema, "Operation") {
        of.insert(
            "anyOf".to_owned(),
            json!([
                { "enum": names, "enumDescriptions": means },
                { "pattern": format!("^3GPP-({})$", prefixed.join("|")) },
            ]),
        );
    }
}

fn set<'a>(schema: &mut Value, of: &str, words: impl IntoIterator<Item = (&'a str, String)>) {
    let (names, means): (Vec<&str>, Vec<String>) = words.into_iter().unzip();
    if let Some(of) = definition(schema, of) {
        of.insert("enum".to_owned(), json!(names));
        // Not of the specification, but editors show it.
        of.insert("enumDescriptions".to_owned(), json!(means));
    }
}

fn definition<'a>(
    schema: &'a mut Value,
    name: &str,
) -> Option<&'a mut serde_json::Map<String, Value>> {
    schema.get_mut("definitions")?.get_mut(name)?.as_object_mut()
}
