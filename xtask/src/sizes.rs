//! What the site weighs, file by file and for a first visit, and whether that is within the budgets
//! of the project (docs: DESIGN.md). Kilobytes are thousands of bytes.

use crate::cost;
use crate::pressed::Pressed;
use crate::site::Site;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Bytes over the wire, compressed with brotli at its best.
const MODULE: usize = 75_000;
const FIRST_VISIT: usize = 110_000;
/// What is fetched only by those who set or make something of their own.
const SANDBOX: usize = 85_000;
const WORKSHOP: usize = 165_000;
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
) -> Result<(String, Vec<String>)> {
    let first_visit = cost::first_visit(site)?;
    let mut text = format!("{:<34}{:>9}{:>9}{:>9}\n", "bytes", "raw", "gzip -9", "brotli");
    let (mut total, mut first) = (Weight::default(), Weight::default());
    // The heaviest of those with no budget of its own, and each of the others.
    let mut modules = [0; 3];
    for (address, bytes) in &site.files {
        let weight = pressed.get(address).map(|pressed| Weight::with(bytes, pressed));
        let weight = weight.unwrap_or_else(|| Weight::of(bytes));
        total = total.add(weight);
        let wanted = first_visit.contains(address);
        if wanted {
            first = first.add(weight);
        }
        if address.ends_with(".wasm") {
            let own = ["", "assets/sandbox.", "assets/workshop."];
            let which = own.iter().rposition(|own| address.starts_with(own)).unwrap_or(0);
            modules[which] = modules[which].max(weight.brotli);
        }
        line(&mut text, &format!("{} {address}", if wanted { '*' } else { ' ' }), weight);
    }
    line(&mut text, "all files", total);
    line(&mut text, "* fetched before the first chapter", first);
    let spare = if std_from_source { 0 } else { READY_MADE_STD };
    let mut over = Vec::new();
    let [module, sandbox, workshop] = modules;
    let budgets = [
        ("WebAssembly of the page", module, MODULE),
        ("first visit", first.brotli, FIRST_VISIT),
        ("WebAssembly of the sandbox’s form", sandbox, SANDBOX),
        ("WebAssembly of the workshop", workshop, WORKSHOP),
    ];
    for (what, is, limit) in budgets {
        let verdict = if is <= limit + spare { "within" } else { "OVER" };
        let _ = writeln!(text, "budget: {what} {is} of {limit} (brotli): {verdict}");
        if is > limit + spare {
            over.push(format!("{what} is {} bytes over its budget", is - limit - spare));
        }
    }
    if !std_from_source {
        let _ = writeln!(
            text,
            "budgets are for std built from source; with rustup's ready-made std about \
             {READY_MADE_STD} more are allowed for"
        );
    }
    Ok((text, over))
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
                ("index.html".to_owned(), b"assets/page.wasm<p> ".repeat(15)),
                ("assets/page.wasm".to_owned(), noise.collect()),
                ("assets/later.bin".to_owned(), vec![0; 500]),
            ]),
        }
    }

    fn weighed(site: &Site, std_from_source: bool) -> (String, Vec<String>) {
        table(site, &pressed::all(site), std_from_source).unwrap()
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
    fn is_stricter_with_std_from_source() {
        let over = MODULE + 1_000;
        assert_eq!(weighed(&site(over), true).1.len(), 1);
        assert!(weighed(&site(over), false).1.is_empty());
        let both = FIRST_VISIT + READY_MADE_STD + 1_000;
        assert_eq!(weighed(&site(both), false).1.len(), 2);
    }
}
