//! What a language does with a number: which plural form it takes and how it is written. The two
//! that do it are `native.rs` (ICU) and `browser.rs` (`Intl`); the samples here keep them alike,
//! one test each comparing to them.

use serde::{Deserialize, Serialize};

/// A plural form, as the Unicode project names them.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Arabic 0.
    Zero,
    /// English 1.
    One,
    /// Arabic 2.
    Two,
    /// Polish 2 to 4.
    Few,
    /// Arabic 11 to 99.
    Many,
    /// Everything else; every language has it.
    Other,
}

/// How one language counts and writes numbers.
pub trait Locale {
    /// The plural form that `n` things take.
    fn plural(&self, n: i64) -> Category;
    /// `n` written out with the language's digits and separators.
    fn number(&self, n: i64) -> String;
    /// The text in capitals, as the language has them.
    fn capitals(&self, text: &str) -> String;
}

impl Category {
    /// The category that a message's arm, or `Intl.PluralRules`, calls by this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            "other" => Self::Other,
            _ => return None,
        })
    }

    /// The name that [`from_name`](Self::from_name) reads.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// What every [`Locale`] must answer: language, number, plural form.
#[doc(hidden)]
pub const PLURAL_SAMPLES: &[(&str, i64, Category)] = &[
    ("en", -1, Category::One),
    ("en", 0, Category::Other),
    ("en", 1, Category::One),
    ("en", 2, Category::Other),
    ("en", 21, Category::Other),
    ("en-x-pseudo", 1, Category::One),
    ("en-x-pseudo", 3, Category::Other),
    ("ar", 0, Category::Zero),
    ("ar", 1, Category::One),
    ("ar", 2, Category::Two),
    ("ar", 3, Category::Few),
    ("ar", 10, Category::Few),
    ("ar", 11, Category::Many),
    ("ar", 99, Category::Many),
    ("ar", 100, Category::Other),
    ("ar", 103, Category::Few),
    ("pl", 1, Category::One),
    ("pl", 2, Category::Few),
    ("pl", 5, Category::Many),
    ("pl", 22, Category::Few),
    ("ja", 1, Category::Other),
];

/// What every [`Locale`] must answer: language, number, how it is written.
#[doc(hidden)]
pub const NUMBER_SAMPLES: &[(&str, i64, &str)] = &[
    ("en", 0, "0"),
    ("en", 999, "999"),
    ("en", 1_000, "1,000"),
    ("en", -1_234_567, "-1,234,567"),
    ("en-x-pseudo", 12_345, "12,345"),
    ("de", 1_234_567, "1.234.567"),
    ("es", 1_234, "1234"),
    ("es", 12_345, "12.345"),
    ("fr", 12_345, "12\u{202f}345"),
    ("hi", 1_234_567, "12,34,567"),
];
