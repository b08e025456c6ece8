//! The page's language: plurals and numbers by the browser's own `Intl`, which costs the page no
//! bytes. Declared here rather than taken from js-sys, whose constructors do not catch what `Intl`
//! throws at a malformed language. Compiles natively too, so that native clippy reads it; it runs
//! only in a browser.

use std::cell::OnceCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::locale::{Category, Locale};
use super::table::Table;
use super::words::Words;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(lang: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, n: f64) -> String;

    #[wasm_bindgen(js_name = String)]
    type Letters;
    #[wasm_bindgen(method, js_name = toUpperCase)]
    fn to_upper_case(this: &Letters) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(lang: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, n: f64) -> String;
}

/// One language by the browser's `Intl`.
pub struct Browser {
    // None where the browser refuses the language: a plain answer is better than none.
    plurals: Option<PluralRules>,
    numbers: OnceCell<Option<NumberFormat>>,
    lang: String,
}

/// Below this English writes numbers as they are counted, with the digits that everybody's program has.
const PLAIN: i64 = 1000;

impl Browser {
    /// The language with this BCP 47 tag.
    pub fn new(lang: &str) -> Self {
        let plurals = PluralRules::new(lang).ok();
        Self { plurals, numbers: OnceCell::new(), lang: lang.to_owned() }
    }
}

// `Intl` takes floats. They are whole, and formatted by the browser, never here.
#[allow(clippy::cast_precision_loss, reason = "nothing shown here counts past 2^53")]
impl Locale for Browser {
    fn plural(&self, n: i64) -> Category {
        let name = self.plurals.as_ref().map(|rules| rules.select(n as f64));
        name.and_then(|name| Category::from_name(&name)).unwrap_or(Category::Other)
    }

    fn number(&self, n: i64) -> String {
        // A browser takes 25 ms to wake what writes numbers: not for the “8” of the first step.
        if self.lang == "en" && (0..PLAIN).contains(&n) {
            return n.to_string();
        }
        match self.numbers.get_or_init(|| NumberFormat::new(&self.lang).ok()) {
            Some(numbers) => numbers.format(n as f64),
            None => n.to_string(),
        }
    }

    fn capitals(&self, text: &str) -> String {
        JsValue::from_str(text).unchecked_into::<Letters>().to_upper_case()
    }
}

impl Words {
    /// The words of `table`, counted and written by the browser.
    pub fn browser(table: impl Into<Rc<Table>>) -> Self {
        let table = table.into();
        let locale = Rc::new(Browser::new(&table.lang));
        Self::new(table, locale)
    }
}
