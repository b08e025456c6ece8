//! What it costs to serve the site: requests and bytes of what a reader does, from the built files, beside what was
//! recorded in docs/performance.md. So a change shows what it costs.

use crate::offline;
use crate::place::Place;
use crate::pressed::Pressed;
use crate::site::Site;
use crate::sizes::Weight;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

const FILE: &str = "docs/performance.md";
/// Where the record stands in it.
const RECORD: &str = "bytes";
const READERS: &str = "readers";
/// How far the record may be from what is so, in hundredths.
const NEAR: usize = 2;

/// What a reader does, in the order in which one does it.
const FIRST: &str = "first page, until its chapter can be played";
const REST: &str = "the rest of the player, right after";
const CHAPTER: &str = "another chapter";
const CROWD: &str = "chapter 9, with its crowd";
const EXERCISE: &str = "the exercise";
const FRAME: &str = "a chapter in a frame, until it can be played, by somebody who is new";
const AGAIN: &str = "the first page a day later";
const KEPT: &str = "the other pages, for when there is no network";

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Visit {
    pub requests: usize,
    pub weight: Weight,
}

pub struct Cost {
    pub visits: Vec<(&'static str, Visit)>,
}

impl Cost {
    pub fn of(site: &Site, pressed: &BTreeMap<String, Pressed>) -> Result<Cost> {
        let weight = |address: &str| -> Weight {
            let both = site.files.get(address).zip(pressed.get(address));
            both.map(|(bytes, pressed)| Weight::with(bytes, pressed)).unwrap_or_default()
        };
        let sum = |all: &BTreeSet<String>| Visit {
            requests: all.len(),
            weight: all.iter().fold(Weight::default(), |sum, one| sum.add(weight(one))),
        };
        let mut had = BTreeSet::new();
        let mut new = |all: BTreeSet<String>| {
            let fresh: BTreeSet<String> = all.difference(&had).cloned().collect();
            had.extend(fresh.iter().cloned());
            sum(&fresh)
        };
        let first = first_visit(site)?;
        let framed = sum(&fetched(site, "embed/chapters/4/index.html")?);
        let again = Visit { requests: 1, weight: weight("index.html") };
        let kept: BTreeSet<String> = offline::kept_files(&site.files).into_iter().collect();
        let visits = vec![
            (FIRST, new(first.clone())),
            (REST, new(named_in(site, &first)?)),
            (CHAPTER, new(fetched(site, "chapters/4/index.html")?)),
            (CROWD, new(with_named(site, fetched(site, "chapters/9/index.html")?)?)),
            (EXERCISE, new(with_named(site, fetched(site, "you-are-the-filter/index.html")?)?)),
            (FRAME, framed),
            (AGAIN, again),
            (KEPT, new(kept)),
        ];
        Ok(Cost { visits })
    }

    fn visit(&self, what: &str) -> Visit {
        let found = self.visits.iter().find(|(name, _)| *name == what);
        found.map(|(_, visit)| *visit).unwrap_or_default()
    }

    /// The record, as a table.
    fn table(&self) -> String {
        let mut text =
            "| | Requests | As it is | gzip | brotli |\n|---|---|---|---|---|\n".to_owned();
        for (what, Visit { requests, weight: Weight { raw, gzip, brotli } }) in &self.visits {
            let _ = writeln!(text, "| {what} | {requests} | {raw} | {gzip} | {brotli} |");
        }
        text
    }

    /// What has changed since a record was made.
    pub fn beside(&self, record: &BTreeMap<String, Visit>) -> String {
        let mut text =
            "visits, in bytes with brotli, and what has changed since it was recorded\n".to_owned();
        for (what, visit) in &self.visits {
            let brotli = visit.weight.brotli;
            let change = match record.get(*what).map(|before| before.weight.brotli) {
                None => "not recorded".to_owned(),
                Some(before) if before <= brotli => format!("+{}", brotli - before),
                Some(before) => format!("-{}", before - brotli),
            };
            let _ = writeln!(text, "  {what:<72}{:>5}{brotli:>9}  {change}", visit.requests);
        }
        text
    }

    /// Whether the record still says what is so.
    pub fn is_recorded(&self, record: &BTreeMap<String, Visit>) -> Result<()> {
        for (what, visit) in &self.visits {
            let Some(before) = record.get(*what) else {
                bail!("{FILE} does not say what “{what}” costs: {RENEW}");
            };
            let (is, was) = (visit.weight.brotli, before.weight.brotli);
            if is.abs_diff(was) * 100 > was * NEAR || visit.requests != before.requests {
                bail!(
                    "{FILE} says that “{what}” costs {} requests and {was} bytes, and it is {} and {is}: {RENEW}",
                    before.requests,
                    visit.requests
                );
            }
        }
        Ok(())
    }

    /// A million readers a day, as a table.
    fn million(&self) -> String {
        // Who comes from a link reads the first page and some chapters; not everybody lets the browser finish.
        let reads = |chapters: usize| {
            let (first, rest, more) = (self.visit(FIRST), self.visit(REST), self.visit(CHAPTER));
            Visit {
                requests: first.requests + rest.requests + chapters * more.requests,
                weight: (0..chapters)
                    .fold(first.weight.add(rest.weight), |sum, _| sum.add(more.weight)),
            }
        };
        let kept = |visit: Visit| {
            let all = self.visit(KEPT);
            Visit { requests: visit.requests + all.requests, weight: visit.weight.add(all.weight) }
        };
        let again = self.visit(AGAIN);
        let rows = [
            ("looks at the first page and plays it", reads(0)),
            ("reads three more chapters", reads(3)),
            (
                "the same, and the browser keeps the site for when there is no network",
                kept(reads(3)),
            ),
            ("has one frame in a lesson", self.visit(FRAME)),
            ("comes back to the first page", again),
        ];
        let mut text = "| Each of a million readers a day … | Requests | Requests a second, on average | GB a day, brotli | GB a day, gzip |\n|---|---|---|---|---|\n".to_owned();
        for (what, Visit { requests, weight: Weight { gzip, brotli, .. } }) in rows {
            // A million times a byte is a thousandth of a gigabyte.
            let gb = |bytes: usize| format!("{}", (bytes + 500) / 1000);
            let second = (requests * 1_000_000 + 43_200) / 86_400;
            let _ = writeln!(
                text,
                "| {what} | {requests} million | {second} | {} | {} |",
                gb(brotli),
                gb(gzip)
            );
        }
        text
    }
}

const RENEW: &str = "`cargo xtask dist --record` writes it anew";

/// What somebody fetches who wants to play the first chapter.
pub fn first_visit(site: &Site) -> Result<BTreeSet<String>> {
    fetched(site, "index.html")
}

/// What a browser fetches for a page: the page, and what it names.
fn fetched(site: &Site, page: &str) -> Result<BTreeSet<String>> {
    let text = site.files.get(page).with_context(|| format!("there is no {page}"))?;
    let text = std::str::from_utf8(text)?;
    let mut all = BTreeSet::from([page.to_owned()]);
    // The pictures are for links to it in other places.
    all.extend(names(text, "assets/", site).filter(|name| !name.ends_with(".png")));
    Ok(all)
}

/// What scripts among these files fetch, by the names that they hold.
fn named_in(site: &Site, files: &BTreeSet<String>) -> Result<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for file in files.iter().filter(|file| file.ends_with(".js")) {
        let text = site.files.get(file).context("a script is not there")?;
        let text = std::str::from_utf8(text)?;
        let quoted = text.split(['"', '`', '\'']).map(|name| format!("assets/{name}"));
        all.extend(quoted.filter(|name| site.files.contains_key(name)));
    }
    Ok(all)
}

fn with_named(site: &Site, mut files: BTreeSet<String>) -> Result<BTreeSet<String>> {
    let more = named_in(site, &files)?;
    files.extend(more);
    Ok(files)
}

/// The files of the site that a text names, from a word on.
fn names<'a>(text: &'a str, begins: &'a str, site: &'a Site) -> impl Iterator<Item = String> + 'a {
    text.match_indices(begins).filter_map(|(at, _)| {
        let rest = &text[at..];
        let end =
            rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "/.-_".contains(letter)));
        let name = &rest[..end.unwrap_or(rest.len())];
        site.files.contains_key(name).then(|| name.to_owned())
    })
}

fn file(place: &Place) -> PathBuf {
    place.root.join(FILE)
}

/// What was recorded.
pub fn recorded(place: &Place) -> Result<BTreeMap<String, Visit>> {
    let path = file(place);
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(read(part(&text, RECORD)?))
}

fn read(table: &str) -> BTreeMap<String, Visit> {
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [what, requests, raw, gzip, brotli] = cells[..] else { return None };
        let weight = Weight {
            raw: raw.parse().ok()?,
            gzip: gzip.parse().ok()?,
            brotli: brotli.parse().ok()?,
        };
        Some((what.to_owned(), Visit { requests: requests.parse().ok()?, weight }))
    };
    table.lines().filter_map(row).collect()
}

pub fn record(place: &Place, cost: &Cost) -> Result<()> {
    put(place, &[(RECORD, &cost.table()), (READERS, &cost.million())])?;
    println!("dist: recorded in {FILE}");
    Ok(())
}

/// Writes tables at their places in the documentation.
pub fn put(place: &Place, tables: &[(&str, &str)]) -> Result<()> {
    let path = file(place);
    let mut text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    for (name, table) in tables {
        let before = part(&text, name)?.to_owned();
        let (begins, ends) = marks(name);
        text =
            text.replace(&format!("{begins}{before}{ends}"), &format!("{begins}\n{table}{ends}"));
    }
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
}

fn part<'a>(text: &'a str, name: &str) -> Result<&'a str> {
    let (begins, ends) = marks(name);
    let rest = text.split_once(&begins).map(|(_, rest)| rest);
    let part = rest.and_then(|rest| rest.split_once(&ends)).map(|(part, _)| part);
    part.with_context(|| format!("{FILE} has no place for {name}"))
}

fn marks(name: &str) -> (String, String) {
    (format!("<!-- {name} -->"), format!("<!-- end of {name} -->"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pressed;

    fn site() -> Site {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let page = r#"<link href="../assets/style.1.css"><meta content="assets/c.1.png"><script src="assets/page-loader.1.js">"#;
        Site {
            files: BTreeMap::from([
                file("index.html", page),
                file("assets/style.1.css", "p {}"),
                file(
                    "assets/page-loader.1.js",
                    r#"fetch("page-later.1.wasm"); fetch("gone.1.wasm")"#,
                ),
                file("assets/page-later.1.wasm", "…"),
                file("assets/c.1.png", "…"),
            ]),
        }
    }

    #[test]
    fn a_page_costs_what_it_names_and_a_script_what_it_fetches() {
        let site = site();
        let first = fetched(&site, "index.html").unwrap();
        let first: Vec<&str> = first.iter().map(String::as_str).collect();
        assert_eq!(first, ["assets/page-loader.1.js", "assets/style.1.css", "index.html"]);
        let later =
            named_in(&site, &first.iter().map(|name| (*name).to_owned()).collect()).unwrap();
        assert_eq!(later.into_iter().collect::<Vec<_>>(), ["assets/page-later.1.wasm"]);
        assert_eq!(pressed::all(&site).len(), site.files.len());
    }

    #[test]
    fn a_record_is_read_as_it_was_written_and_says_what_has_changed() {
        let visit = |brotli| Visit { requests: 7, weight: Weight { raw: 300, gzip: 120, brotli } };
        let cost = |brotli| Cost { visits: vec![(FIRST, visit(brotli))] };
        let record = read(&cost(100).table());
        assert_eq!(record[FIRST], visit(100));
        assert!(cost(101).is_recorded(&record).is_ok());
        assert!(cost(101).beside(&record).contains("+1"));
        assert!(cost(90).beside(&record).contains("-10"));
        let error = cost(110).is_recorded(&record).unwrap_err().to_string();
        assert!(
            error.contains("100 bytes, and it is 7 and 110") && error.contains("--record"),
            "{error}"
        );
        assert!(cost(100).is_recorded(&BTreeMap::new()).is_err());
    }

    #[test]
    fn a_table_has_its_place_in_the_documentation() {
        let text = "a\n<!-- bytes -->\n| old |\n<!-- end of bytes -->\nb";
        assert_eq!(part(text, RECORD).unwrap(), "\n| old |\n");
        assert!(part(text, READERS).is_err());
    }
}
