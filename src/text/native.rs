//! The terminal's and the tests' language: plurals and numbers by ICU, with its data compiled in,
//! and the English table straight from its source. The page never has this: it has `browser.rs` and
//! a packed table.

use std::rc::Rc;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_plurals::{PluralCategory, PluralRules};

use super::ENGLISH;
use super::compile::{Problem, compile_all};
use super::locale::{Category, Locale};
use super::table::{Part, Pattern, Table};
use super::words::{Value, Words};
use crate::signalling::{CATALOGUE, Code, Protocol};

/// One language by ICU.
pub struct Native {
    // None where ICU has no data for the language: a plain answer is better than none.
    plurals: Option<PluralRules>,
    numbers: Option<DecimalFormatter>,
}

/// The English table, from `assets/text/en/`.
///
/// # Panics
/// If a file there has a mistake; the message lists every one. The files are part of the program, not
/// input, and without it there are no words to say so with.
pub fn english() -> Table {
    match compile_all(ENGLISH) {
        Ok(table) => with_specifications(table),
        #[allow(clippy::panic, reason = "documented above; only a broken build gets here")]
        Err(problems) => panic!("{}", listed(&problems)),
    }
}

/// The same table with what the specification says of each operation: `code-`, `specification-` and
/// `clause-`, then the operation's key. They are in the catalogue, and the page has no catalogue of them.
pub fn with_specifications(table: Table) -> Table {
    let (lang, direction) = (table.lang.clone(), table.direction);
    let words = Words::native(table);
    let mut all: Vec<(String, Pattern)> =
        words.messages().map(|(key, pattern)| (key.to_owned(), pattern.clone())).collect();
    for row in &CATALOGUE {
        let specified = row.specified();
        let parts = [
            ("code", code(&words, row.protocol, specified.code)),
            ("specification", specified.specification.to_owned()),
            ("clause", specified.clause.to_owned()),
        ];
        let key = row.key();
        all.extend(parts.map(|(what, text)| (format!("{what}-{key}"), vec![Part::Text(text)])));
    }
    Table::new(lang, direction, all)
}

/// The code that an operation is known by on its protocol, as an engineer writes it.
fn code(words: &Words, protocol: Protocol, code: Code) -> String {
    let name = protocol.name();
    match code {
        Code::Operation(code) => format!("{name} {code}"),
        Code::Command(code) => {
            let application = protocol.application().unwrap_or_default().to_string();
            let args = [
                ("protocol", Value::Text(name)),
                ("code", Value::Text(&code.to_string())),
                ("application", Value::Text(&application)),
            ];
            words.say("code-4g", &args)
        }
        Code::Http(method, path) => format!("{method} {path}"),
    }
}

impl Native {
    /// The language with this BCP 47 tag; an unknown or malformed one counts as Unicode's root
    /// does.
    pub fn new(lang: &str) -> Self {
        let lang =
            icu_locale_core::Locale::try_from_str(lang).unwrap_or(icu_locale_core::Locale::UNKNOWN);
        Self {
            plurals: PluralRules::try_new_cardinal((&lang).into()).ok(),
            numbers: DecimalFormatter::try_new((&lang).into(), Default::default()).ok(),
        }
    }
}

impl Locale for Native {
    fn plural(&self, n: i64) -> Category {
        match self.plurals.as_ref().map(|rules| rules.category_for(n)) {
            Some(PluralCategory::Zero) => Category::Zero,
            Some(PluralCategory::One) => Category::One,
            Some(PluralCategory::Two) => Category::Two,
            Some(PluralCategory::Few) => Category::Few,
            Some(PluralCategory::Many) => Category::Many,
            Some(PluralCategory::Other) | None => Category::Other,
        }
    }

    fn number(&self, n: i64) -> String {
        match &self.numbers {
            Some(numbers) => numbers.format(&Decimal::from(n)).to_string(),
            None => n.to_string(),
        }
    }

    fn capitals(&self, text: &str) -> String {
        text.to_uppercase()
    }
}

impl Words {
    /// The words of `table`, counted and written by ICU.
    pub fn native(table: impl Into<Rc<Table>>) -> Self {
        let table = table.into();
        let locale = Rc::new(Native::new(&table.lang));
        Self::new(table, locale)
    }
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("\n{problem}")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::locale::{NUMBER_SAMPLES, PLURAL_SAMPLES};
    use super::*;

    #[test]
    fn icu_counts_as_the_samples_say() {
        for &(lang, n, category) in PLURAL_SAMPLES {
            assert_eq!(Native::new(lang).plural(n), category, "{lang} {n}");
        }
    }

    #[test]
    fn icu_writes_numbers_as_the_samples_say() {
        for &(lang, n, written) in NUMBER_SAMPLES {
            assert_eq!(Native::new(lang).number(n), written, "{lang} {n}");
        }
    }

    #[test]
    fn a_malformed_language_still_gets_an_answer() {
        assert_eq!(Native::new("!").plural(1), Category::Other);
        assert!(Native::new("!").number(1234).contains('4'));
    }
}
