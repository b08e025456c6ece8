//! What the site weighs, file by file and for a first visit, and whether that is within the budgets
//! of the project (docs: DESIGN.md). Kilobytes are thousands of bytes.

use crate::pressed::Pressed;
use crate::site::Site;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Bytes over the wire, compressed with brotli at its best: what is aimed at.
const MODULE: usize = 75_000;
const FIRST_VISIT: usize = 110_000;
/// What they may weigh until they are within their budgets. To be lowered with every byte that is won.
/// Raised twice: by 12 and 6.5 kB, when the engine learned three generations of networks and seventeen
/// rules; and by 2 and 4.5 kB, when a chapter began to ask its reader something, to compare itself and to
/// name its sources, and each page to link to all others; and by 22 and 26.5 kB, when the picture was drawn anew and
/// judges at its gates, and two lanes, the sequence chart, the dialogs and the keys came. Lowered by a third when
/// the module was cut in two. The first visit raised by 2 kB for locks, panels, the way to embed, and the worker that keeps
/// the site's files.
const MODULE_TODAY: usize = 76_500;
const FIRST_VISIT_TODAY: usize = 104_000;
/// What a ready-made std adds, whose panics carry their messages.
const READY_MADE_STD: usize = 10_000;

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Weight {
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

impl Weight {
    pub fn of(bytes: &[u8]) -> Self {
        Weight::with(bytes, &Pressed::of(bytes))
    }

    pub fn with(bytes: &[u8], pressed: &Pressed) -> Self {
        Weight { raw: bytes.len(), gzip: pressed.gzip.len(), brotli: pressed.brotli.len() }
    }

    pub fn add(self, other: Self) -> Self {
        Weight {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// The table, and the budgets that do not hold.
pub fn table(
    site: &Site,
    pressed: &BTreeMap<String, Pressed>,
    std_from_source: bool,
) -> (String, Vec<String>) {
    let mut text = format!("{:<34}{:>9}{:>9}{:>9}\n", "bytes", "raw", "gzip -9", "brotli");
    let (mut total, mut first, mut module) = (Weight::default(), Weight::default(), 0);
    for (address, bytes) in &site.files {
        let weight = pressed.get(address).map(|pressed| Weight::with(bytes, pressed));
        let weight = weight.unwrap_or_else(|| Weight::of(bytes));
        total = total.add(weight);
        let wanted = site.first_visit.contains(address);
        if wanted {
            first = first.add(weight);
        }
        if address.ends_with(".wasm") {
            module = module.max(weight.brotli);
        }
        line(&mut text, &format!("{} {address}", if wanted { '*' } else { ' ' }), weight);
    }
    line(&mut text, "all files", total);
    line(&mut text, "* fetched before the first chapter", first);
    let spare = if std_from_source { 0 } else { READY_MADE_STD };
    let mut over = Vec::new();
    for (what, is, limit, today) in [
        ("WebAssembly of the page", module, MODULE, MODULE_TODAY),
        ("first visit", first.brotli, FIRST_VISIT, FIRST_VISIT_TODAY),
    ] {
        let verdict = match is.saturating_sub(spare) {
            is if is <= limit => "within".to_owned(),
            is if is <= today => format!("over, within the {today} of today"),
            _ => "OVER".to_owned(),
        };
        let _ = writeln!(text, "budget: {what} {is} of {limit} (brotli): {verdict}");
        if is > today + spare {
            over.push(format!(
                "{what} is {} bytes over what it may weigh today",
                is - today - spare
            ));
        }
    }
    if !std_from_source {
        let _ = writeln!(
            text,
            "budgets are for std built from source; with rustup's ready-made std about \
             {READY_MADE_STD} more are allowed for"
        );
    }
    (text, over)
}

fn line(text: &mut String, name: &str, weight: Weight) {
    let Weight { raw, gzip, brotli } = weight;
    let _ = writeln!(text, "{name:<34}{raw:>9}{gzip:>9}{brotli:>9}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pressed;

    fn site(module: usize) -> Site {
        // Bytes that no method makes smaller.
        let mut state = 1_u32;
        let noise = (0..module).map(|_| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state.to_le_bytes()[0]
        });
        Site {
            files: BTreeMap::from([
                ("index.html".to_owned(), b"<p>".repeat(100)),
                ("assets/page.wasm".to_owned(), noise.collect()),
                ("assets/later.bin".to_owned(), vec![0; 500]),
            ]),
            first_visit: vec!["index.html".into(), "assets/page.wasm".into()],
        }
    }

    fn weighed(site: &Site, std_from_source: bool) -> (String, Vec<String>) {
        table(site, &pressed::all(site), std_from_source)
    }

    #[test]
    fn counts_for_the_first_visit_only_what_it_fetches() {
        let (table, over) = weighed(&site(1000), true);
        let words = |start: &str| {
            let line = table.lines().find(|line| line.starts_with(start)).unwrap();
            line.split_whitespace().rev().nth(2).unwrap().parse::<usize>().unwrap()
        };
        assert_eq!(words("all files"), 1800);
        assert_eq!(words("* fetched"), 1300);
        assert!(over.is_empty());
    }

    #[test]
    fn says_that_the_module_is_over_its_budget_before_that_fails() {
        let (table, over) = weighed(&site(MODULE + 1_000), true);
        assert!(table.contains("over, within the"), "{table}");
        assert!(over.is_empty());
    }

    #[test]
    fn is_stricter_with_std_from_source() {
        let over = MODULE_TODAY + 1_000;
        assert_eq!(weighed(&site(over), true).1.len(), 1);
        assert!(weighed(&site(over), false).1.is_empty());
        let both = FIRST_VISIT_TODAY + READY_MADE_STD + 1_000;
        assert_eq!(weighed(&site(both), false).1.len(), 2);
    }
}
