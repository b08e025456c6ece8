//! Messages filled in: a table and a locale, giving a message as pieces (for the page, which
//! colours parties and explains terms) or as a string. No markup, and never a panic: what is
//! missing shows as `⟦key⟧`, so that tests and readers see it.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::locale::Locale;
use super::table::{Arm, Direction, Part, Pattern, Table};

/// One language, ready to speak. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    table: Rc<Table>,
    /// What only one lesson says.
    own: Option<Rc<Table>>,
    locale: Rc<dyn Locale>,
}

/// How much the reader wants to know.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// For anybody.
    #[default]
    Plain,
    /// With the names that the specifications use: a message's `.engineer`, where it has one.
    Engineer,
}

/// One piece of a message filled in.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as they stand.
    Text(String),
    /// A word that the glossary explains.
    Term {
        /// The glossary's name for it.
        id: String,
        /// How it is written here.
        words: String,
    },
    /// Somebody in the lesson.
    Party {
        /// The lesson's name for them.
        id: String,
        /// What the reader calls them.
        name: String,
    },
    /// A number, written as the language writes it.
    Number(String),
    /// A document that says so.
    Source {
        /// Its number in the lesson's list of them.
        number: usize,
        /// How it is shown.
        shown: String,
    },
}

/// What an argument of a message is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A sentence or name that is already in pieces.
    Pieces(Vec<Piece>),
    /// Words, or the word that a choice is made by.
    Text(&'a str),
    /// A number, which also chooses plural forms.
    Number(i64),
    /// Somebody in the lesson; a choice is made by the id.
    Party {
        /// The lesson's name for them.
        id: &'a str,
        /// What the reader calls them.
        name: &'a str,
    },
}

impl Words {
    /// The messages of `table`, counted and written by `locale`, which must be of the table's
    /// language.
    pub fn new(table: impl Into<Rc<Table>>, locale: Rc<dyn Locale>) -> Self {
        Self { table: table.into(), own: None, locale }
    }

    /// The same words, and beside them those that only one lesson says.
    #[must_use]
    pub fn with_own(&self, own: Table) -> Self {
        Self { own: Some(own.into()), ..self.clone() }
    }

    fn get(&self, key: &str) -> Option<&Pattern> {
        self.table.get(key).or_else(|| self.own.as_ref()?.get(key))
    }

    /// The language as a BCP 47 tag.
    pub fn lang(&self) -> &str {
        &self.table.lang
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.table.direction
    }

    /// Every message with its key, sorted.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &Pattern)> {
        self.table.messages()
    }

    /// Whether there is a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// A number as the language writes it, for where it stands alone.
    pub fn number(&self, n: i64) -> String {
        self.locale.number(n)
    }

    /// The text with its first letter large, for the beginning of a sentence or of a label.
    pub fn capital(&self, text: &str) -> String {
        let end = text.chars().next().map_or(0, char::len_utf8);
        match text.split_at_checked(end) {
            Some((first, rest)) => self.locale.capitals(first) + rest,
            None => text.to_owned(),
        }
    }

    /// The message `key` in pieces; neighbouring words are one piece.
    pub fn pieces(&self, key: &str, args: &[(&str, Value)]) -> Vec<Piece> {
        let mut out = Vec::new();
        match self.get(key) {
            Some(pattern) => self.fill(pattern, args, &mut out),
            None => push(&mut out, missing(&["⟦", key, "⟧"])),
        }
        out
    }

    /// The same at a depth: for the engineer, `key.engineer` if there is one.
    pub fn pieces_at(&self, depth: Depth, key: &str, args: &[(&str, Value)]) -> Vec<Piece> {
        if depth == Depth::Engineer {
            let deep = [key, ".engineer"].concat();
            if self.has(&deep) {
                return self.pieces(&deep, args);
            }
        }
        self.pieces(key, args)
    }

    /// The message `key` as a string.
    pub fn say(&self, key: &str, args: &[(&str, Value)]) -> String {
        joined(&self.pieces(key, args))
    }

    /// The same at a depth.
    pub fn say_at(&self, depth: Depth, key: &str, args: &[(&str, Value)]) -> String {
        joined(&self.pieces_at(depth, key, args))
    }

    /// The message `key`, which takes no argument, as a string.
    pub fn line(&self, key: &str) -> String {
        self.say(key, &[])
    }

    fn fill(&self, pattern: &Pattern, args: &[(&str, Value)], out: &mut Vec<Piece>) {
        for part in pattern {
            match part {
                Part::Text(text) => push(out, Piece::Text(text.clone())),
                Part::Term { id, words } => {
                    push(out, Piece::Term { id: id.clone(), words: words.clone() });
                }
                Part::Argument(name) => match value_of(args, name) {
                    Some(value) => self.fill_value(value, out),
                    None => push(out, missing(&["⟦$", name, "⟧"])),
                },
                Part::Choice { argument, arms, default } => {
                    let value = value_of(args, argument);
                    let fitting = arms.iter().find(|(arm, _)| self.fits(arm, value));
                    if let Some((_, pattern)) = fitting.or_else(|| arms.get(*default)) {
                        self.fill(pattern, args, out);
                    }
                }
            }
        }
    }

    fn fill_value(&self, value: &Value, out: &mut Vec<Piece>) {
        match value {
            Value::Pieces(pieces) => pieces.iter().for_each(|piece| push(out, piece.clone())),
            Value::Text(text) => push(out, Piece::Text((*text).to_owned())),
            Value::Number(n) => push(out, Piece::Number(self.locale.number(*n))),
            Value::Party { id, name } => {
                push(out, Piece::Party { id: (*id).to_owned(), name: (*name).to_owned() });
            }
        }
    }

    fn fits(&self, arm: &Arm, value: Option<&Value>) -> bool {
        let Some(value) = value else { return false };
        match (arm, value) {
            (Arm::Exactly(wanted), Value::Number(n)) => i64::from(*wanted) == *n,
            (Arm::Plural(wanted), Value::Number(n)) => self.locale.plural(*n) == *wanted,
            (Arm::Exactly(_), _) => false,
            // `one` and `other` are words too, and the file cannot tell which is meant.
            (Arm::Plural(wanted), value) => word_of(value) == Some(wanted.name()),
            (Arm::Word(wanted), value) => word_of(value) == Some(wanted),
        }
    }
}

/// The same table and the same locale, not merely alike: what a component needs to know before it
/// draws again.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.table, &other.table) && Rc::ptr_eq(&self.locale, &other.locale)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("lang", &self.table.lang).finish_non_exhaustive()
    }
}

impl Piece {
    /// The piece as a reader reads it.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            Self::Term { words, .. } => words,
            Self::Party { name, .. } => name,
            Self::Source { shown, .. } => shown,
        }
    }
}

/// The pieces as one string.
pub fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::text).collect()
}

/// Adds a piece, or lengthens the last one where both are mere words.
fn push(out: &mut Vec<Piece>, piece: Piece) {
    match (out.last_mut(), piece) {
        (Some(Piece::Text(last)), Piece::Text(more)) => last.push_str(&more),
        (_, piece) => out.push(piece),
    }
}

fn missing(shown: &[&str]) -> Piece {
    Piece::Text(shown.concat())
}

fn value_of<'v, 'a>(args: &'v [(&str, Value<'a>)], name: &str) -> Option<&'v Value<'a>> {
    args.iter().find(|(other, _)| *other == name).map(|(_, value)| value)
}

/// The word that a choice is made by.
fn word_of<'v>(value: &'v Value) -> Option<&'v str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Party { id, .. } => Some(id),
        Value::Pieces(pieces) => match pieces.as_slice() {
            [Piece::Text(text)] => Some(text),
            [Piece::Party { id, .. } | Piece::Term { id, .. }] => Some(id),
            _ => None,
        },
        Value::Number(_) => None,
    }
}
