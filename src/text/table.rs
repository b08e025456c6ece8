//! The compiled form of one language's messages: what the page fetches, packed, and what everything
//! else reads. Data and look-up only: making a table is `compile.rs`, filling a message in is
//! `words.rs`.

use serde::{Deserialize, Serialize};

use super::locale::Category;

/// All messages of one language.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Table {
    /// The language as a BCP 47 tag, for the page's `lang` and for `Intl`.
    pub lang: String,
    /// Which way the language is written.
    pub direction: Direction,
    /// Sorted by key, so that a look-up needs no map: a map costs bytes in the page and time when
    /// it is unpacked.
    messages: Vec<(String, Pattern)>,
}

/// Which way a language is written.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// A message: its parts one after another.
pub type Pattern = Vec<Part>;

/// One part of a message.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Part {
    /// Words as they stand.
    Text(String),
    /// The place of an argument, by the argument's name.
    Argument(String),
    /// A word of the field that the glossary explains.
    Term {
        /// The glossary's name for it.
        id: String,
        /// How it is written here.
        words: String,
    },
    /// One of several wordings, chosen by an argument.
    Choice {
        /// The argument's name.
        argument: String,
        /// The wordings in the order of the file; the first that fits is taken.
        arms: Vec<(Arm, Pattern)>,
        /// Which of `arms` is taken when none fits.
        default: usize,
    },
}

/// When a wording of a [`Part::Choice`] fits.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum Arm {
    /// The argument is this number.
    Exactly(u32),
    /// The argument is a number that takes this plural form (or the form's name as a word).
    Plural(Category),
    /// The argument is this word, or a party of this id.
    Word(String),
}

impl Direction {
    /// The word for it in HTML's `dir`, which is also the word in the header of a text file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Table {
    /// A table of these messages, in any order; of two with one key the later wins.
    pub fn new(
        lang: impl Into<String>,
        direction: Direction,
        messages: impl IntoIterator<Item = (String, Pattern)>,
    ) -> Self {
        let mut messages: Vec<_> = messages.into_iter().collect();
        messages.reverse();
        messages.sort_by(|(a, _), (b, _)| a.cmp(b));
        messages.dedup_by(|(a, _), (b, _)| a == b);
        Self { lang: lang.into(), direction, messages }
    }

    /// The message with this key.
    pub fn get(&self, key: &str) -> Option<&Pattern> {
        let at = self.messages.binary_search_by(|(other, _)| other.as_str().cmp(key)).ok()?;
        self.messages.get(at).map(|(_, pattern)| pattern)
    }

    /// Whether there is a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Leaves out the messages with a key that is not to be kept.
    pub fn retain(&mut self, mut keep: impl FnMut(&str) -> bool) {
        self.messages.retain(|(key, _)| keep(key));
    }

    /// Every key, sorted: a message's id, or `id.attribute`.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.iter().map(|(key, _)| key.as_str())
    }

    /// Every message with its key, sorted.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &Pattern)> {
        self.messages.iter().map(|(key, pattern)| (key.as_str(), pattern))
    }

    /// The words of a message that takes no argument; none if there is no such message, or it takes
    /// one.
    pub fn plain(&self, key: &str) -> Option<String> {
        let mut words = String::new();
        for part in self.get(key)? {
            match part {
                Part::Text(text) | Part::Term { words: text, .. } => words.push_str(text),
                Part::Argument(_) | Part::Choice { .. } => return None,
            }
        }
        Some(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Pattern {
        vec![Part::Text(words.into())]
    }

    #[test]
    fn messages_are_found_whatever_order_they_came_in() {
        let given = [("b", "2"), ("c", "3"), ("a", "1")].map(|(k, v)| (k.to_owned(), text(v)));
        let table = Table::new("en", Direction::Ltr, given);
        assert_eq!(table.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(table.plain("b").as_deref(), Some("2"));
        assert!(!table.has("d"));
    }

    #[test]
    fn what_is_not_kept_is_not_found() {
        let given = ["a", "b", "c"].map(|key| (key.to_owned(), text(key)));
        let mut table = Table::new("en", Direction::Ltr, given);
        table.retain(|key| key != "b");
        assert!(table.has("a") && !table.has("b") && table.has("c"));
    }

    #[test]
    fn of_two_with_one_key_the_later_wins() {
        let given = [("a", "1"), ("a", "2")].map(|(k, v)| (k.to_owned(), text(v)));
        assert_eq!(Table::new("en", Direction::Ltr, given).plain("a").as_deref(), Some("2"));
    }

    #[test]
    fn a_message_with_an_argument_is_not_plain() {
        let given = [("a".to_owned(), vec![Part::Argument("n".into())])];
        assert_eq!(Table::new("en", Direction::Ltr, given).plain("a"), None);
    }
}
