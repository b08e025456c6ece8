//! What can be wrong with a lesson file: codes with arguments and the path of the field. The words
//! come from the text tables, by the code.

use crate::text::{Value, Words};
use std::fmt;

/// One problem, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The field, as `acts[2].operation`; empty for the file as a whole.
    pub path: String,
    pub code: Code,
    /// What the sentence speaks of: the word found, the words that would do.
    pub found: String,
    pub expected: String,
}

/// What kind of problem it is. Each has a sentence `problem-…` that says what is wrong and how to
/// mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    NotJson,
    TooLarge,
    Format,
    UnknownField,
    MissingField,
    WrongType,
    UnknownWord,
    BadId,
    BadName,
    Duplicate,
    TooMany,
    Empty,
    MalformedAddress,
    AddressInUse,
    UnknownReference,
    OutsideRange,
    Overlap,
    TitleLikeCode,
    OneStanding,
    MissingNode,
    NotSubscribed,
    NoAddress,
    RuleHere,
    NoSource,
    /// A text without anything to read in it, or with too much.
    BadText,
    /// A character that cannot be seen, or that changes how others are seen.
    Hidden,
    /// The name of a lesson that has its words in the program.
    TakenId,
}

impl Code {
    pub const ALL: [Code; 27] = [
        Code::NotJson,
        Code::TooLarge,
        Code::Format,
        Code::UnknownField,
        Code::MissingField,
        Code::WrongType,
        Code::UnknownWord,
        Code::BadId,
        Code::BadName,
        Code::Duplicate,
        Code::TooMany,
        Code::Empty,
        Code::MalformedAddress,
        Code::AddressInUse,
        Code::UnknownReference,
        Code::OutsideRange,
        Code::Overlap,
        Code::TitleLikeCode,
        Code::OneStanding,
        Code::MissingNode,
        Code::NotSubscribed,
        Code::NoAddress,
        Code::RuleHere,
        Code::NoSource,
        Code::BadText,
        Code::Hidden,
        Code::TakenId,
    ];

    /// The name that the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Code::NotJson => "not-json",
            Code::TooLarge => "too-large",
            Code::Format => "format",
            Code::UnknownField => "unknown-field",
            Code::MissingField => "missing-field",
            Code::WrongType => "wrong-type",
            Code::UnknownWord => "unknown-word",
            Code::BadId => "bad-id",
            Code::BadName => "bad-name",
            Code::Duplicate => "duplicate",
            Code::TooMany => "too-many",
            Code::Empty => "empty",
            Code::MalformedAddress => "malformed-address",
            Code::AddressInUse => "address-in-use",
            Code::UnknownReference => "unknown-reference",
            Code::OutsideRange => "outside-range",
            Code::Overlap => "overlap",
            Code::TitleLikeCode => "title-like-code",
            Code::OneStanding => "one-standing",
            Code::MissingNode => "missing-node",
            Code::NotSubscribed => "not-subscribed",
            Code::NoAddress => "no-address",
            Code::RuleHere => "rule-here",
            Code::NoSource => "no-source",
            Code::BadText => "bad-text",
            Code::Hidden => "hidden",
            Code::TakenId => "taken-id",
        }
    }
}

impl Diagnostic {
    pub(super) fn new(
        path: impl Into<String>,
        code: Code,
        found: impl fmt::Display,
        expected: impl fmt::Display,
    ) -> Diagnostic {
        Diagnostic {
            path: path.into(),
            code,
            found: shortened(found.to_string(), FOUND),
            expected: shortened(expected.to_string(), EXPECTED),
        }
    }

    /// Whether it speaks of that.
    pub(super) fn is_about(&self, name: &str) -> bool {
        self.found == shortened(name.to_owned(), FOUND)
    }

    /// Whether it is at a sentence about the act of that name.
    pub(super) fn is_said_of(&self, act: &str) -> bool {
        let name = self.path.strip_prefix("words.says.");
        name.and_then(|name| name.strip_prefix(act)).is_some_and(|rest| rest.starts_with('-'))
    }
}

/// The most bytes of somebody's words that a problem repeats, and of what would do instead: in the terminal and
/// in a form a sentence must stay one.
const FOUND: usize = 200;
const EXPECTED: usize = 4_000;

fn shortened(mut text: String, most: usize) -> String {
    if text.len() > most {
        text.truncate(text.floor_char_boundary(most));
        text.push('…');
    }
    text
}

/// The problem as a line for people: where, what is wrong, how to mend it.
pub fn explain(problem: &Diagnostic, words: &Words) -> String {
    let key = format!("problem-{}", problem.code.id());
    let expected = match problem.code {
        Code::WrongType => type_in_words(&problem.expected, words),
        _ => problem.expected.clone(),
    };
    let args = [("found", Value::Text(&problem.found)), ("expected", Value::Text(&expected))];
    let sentence = words.say(&key, &args);
    if problem.path.is_empty() { sentence } else { format!("{}: {sentence}", problem.path) }
}

/// Every problem of a file on a line, and how many there are.
#[cfg(not(target_arch = "wasm32"))]
pub fn explain_all(file: &str, found: &[Diagnostic], words: &Words) -> String {
    let line = |problem| format!("{file}: {}", explain(problem, words));
    let args = [("file", Value::Text(file)), ("count", Value::Number(found.len() as i64))];
    let last = words.say("terminal-problems", &args);
    found.iter().map(line).chain([last]).collect::<Vec<_>>().join("\n")
}

/// What the parser calls a type, as people who write JSON call it.
fn type_in_words(expected: &str, words: &Words) -> String {
    let key = match expected {
        "a boolean" => "type-switch",
        "a string" => "type-text",
        "a sequence" => "type-list",
        "u8" | "u16" | "u32" | "u64" => "type-number",
        _ if expected.starts_with("struct") => "type-object",
        _ if expected.starts_with("a tuple") || expected.starts_with("an array") => "type-list",
        _ if expected.contains("string") || expected.contains("variant") => "type-text",
        _ => "type-other",
    };
    words.say(key, &[("expected", Value::Text(expected))])
}
