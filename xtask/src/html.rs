//! `cargo xtask html`: every page of the built site and every style sheet, and the single file, read by the W3C's
//! checker (the Nu Html Checker, npm's `vnu-jar`). It is given addresses and no files, so that it knows the pages'
//! origin and can hold them against the policy that they bear.

use crate::place::Place;
use crate::site::Site;
use crate::{debian, engines, npm, package, process, say, serve};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const SOURCES: &str = "tests/html";
/// Half a minute on two cores.
const LIMIT: Duration = Duration::from_secs(600);

/// A page of ours with a fault, given to the checker beside the others: where it finds none in that one, it has not
/// read, and the others being without fault says nothing.
const FAULTY: (&str, &str) = (
    "with-a-fault.html",
    "<!doctype html><html lang=\"en\"><head><title>A fault</title></head><body><p id=\"a\"></p><p id=\"a\"></p></body></html>",
);
const FAULT: &str = "Duplicate ID “a”.";

/// What the checker says and the specifications do not.
struct Known {
    /// In which files: the address contains it.
    place: &'static str,
    /// The message begins with it.
    message: &'static str,
    /// The piece of the source that is shown contains it.
    source: &'static str,
    why: &'static str,
}

const fn style(message: &'static str, why: &'static str) -> Known {
    Known { place: ".css", message, source: "", why }
}

/// Each of them is for something that it does say today: one that is not needed any more is a failure.
const KNOWN: &[Known] = &[
    Known {
        place: "",
        message: "A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”.",
        source: "rel=\"expect\" ",
        why: "HTML, 4.2.4: it stands with the keywords expect and stylesheet",
    },
    Known {
        place: "pseudo/",
        message: "This document appears to be written in ",
        source: "lang=\"en-x-pseudo\"",
        why: "the pseudo-language is no language of anybody, and what it is taken for is a guess",
    },
    Known {
        place: "whereabouts.html",
        message: "Inline ",
        source: "",
        why: "the single file's policy has their hashes, which the checker does not look for; a browser does, in tests/e2e/tests/embed_single.rs",
    },
    Known {
        place: "whereabouts.html",
        message: "CSS: ",
        source: "",
        why: "the style of the pages, which are read here, too",
    },
    style("CSS: Unrecognized at-rule “@container”", "CSS Conditional Rules 5, 6"),
    style("CSS: “container-type”: Property", "CSS Conditional Rules 5, 5.1"),
    style("CSS: “vector-effect”: Property", "SVG 2, 8.13"),
    style("CSS: “paint-order”: Property", "SVG 2, 13.8"),
    style("CSS: “position-area”: Property", "CSS Anchor Positioning 1, 3.1"),
    style("CSS: “position-try-fallbacks”: Property", "CSS Anchor Positioning 1, 6.1"),
];

/// What it prints.
#[derive(Deserialize)]
struct Report {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
struct Message {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    url: String,
    message: String,
    #[serde(default)]
    extract: String,
    #[serde(default, rename = "lastLine")]
    line: usize,
}

/// Reads `dist/` and `packages/` as they are.
pub fn html(place: &Place) -> Result<()> {
    let java = java(place)?;
    read(place, &java)
}

/// The same among the tests. Somebody's own machine may lack Java.
pub fn step(place: &Place) -> Result<Option<String>> {
    match java(place) {
        Ok(java) => read(place, &java).map(|()| None),
        Err(error) if engines::required() => Err(error),
        Err(error) => Ok(Some(format!("{error:#}"))),
    }
}

fn java(place: &Place) -> Result<Command> {
    if process::which("java").is_none() {
        debian::need(place, &["default-jre-headless"], "reading the pages with the W3C's checker")?;
    }
    Ok(Command::new("java"))
}

fn read(place: &Place, java: &Command) -> Result<()> {
    let mut files = BTreeMap::new();
    let dist = place.root.join("dist");
    if !dist.join("index.html").is_file() {
        bail!("there is no site to read: run `cargo xtask dist` first");
    }
    collect(&dist, &dist, &mut files)?;
    let single = package::folder(place).join(package::SINGLE);
    if single.is_file() {
        files.insert(package::SINGLE.to_owned(), fs::read(&single)?);
    }
    let count = files.len();
    let stage = say::stage("html", &format!("reading {count} pages and style sheets (vnu)"));
    files.insert(FAULTY.0.to_owned(), FAULTY.1.as_bytes().to_vec());
    let messages = checked(place, java, files)?;
    let problems = judged(&messages, single.is_file())?;
    if !problems.is_empty() {
        bail!("the W3C's checker: {}", problems.join("; "));
    }
    stage.done("read, no fault and no warning that is not known");
    Ok(())
}

/// Pages and style sheets, by their addresses.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|kind| kind == "html" || kind == "css") {
            let parts = path.strip_prefix(root)?.components();
            let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
            files.insert(parts.join("/"), fs::read(&path)?);
        }
    }
    Ok(())
}

fn checked(
    place: &Place,
    java: &Command,
    files: BTreeMap<String, Vec<u8>>,
) -> Result<Vec<Message>> {
    let modules = npm::installed(
        &place.root.join(SOURCES),
        &place.target.join("npm-html"),
        "the W3C's checker",
    )?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let origin = format!("http://{}", listener.local_addr()?);
    let addresses: Vec<String> = files.keys().map(|name| format!("{origin}/{name}")).collect();
    serve::start(listener, Arc::new(Mutex::new(Some(Arc::new(Site { files })))));
    let mut command = Command::new(java.get_program());
    // It asks nobody on this machine, unless it is told to.
    command.arg("-Dnu.validator.servlet.allow-forbidden-hosts=true");
    command.arg("-jar").arg(modules.join("vnu-jar/build/dist/vnu.jar"));
    command.args(["--format", "json", "--stdout", "--exit-zero-always", "--also-check-css"]);
    command.args(addresses);
    let log = place.target.join("html.log");
    process::run_logged(&mut command, "the W3C's checker", &log, LIMIT)?;
    let said = fs::read_to_string(&log)?;
    let report = said.lines().find(|line| line.starts_with('{'));
    let report = report.with_context(|| format!("{} has no report", log.display()))?;
    Ok(serde_json::from_str::<Report>(report)?.messages)
}

/// What of it is a problem, each kind once.
fn judged(messages: &[Message], single: bool) -> Result<Vec<String>> {
    let (ours, site): (Vec<_>, Vec<_>) =
        messages.iter().partition(|message| message.url.ends_with(FAULTY.0));
    if !ours.iter().any(|message| message.kind == "error" && message.message == FAULT) {
        bail!("it did not find the fault that {} has: nothing was read", FAULTY.0);
    }
    let mut problems: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    let mut needed = BTreeSet::new();
    for message in site {
        let known = KNOWN.iter().position(|known| known.means(message));
        needed.extend(known);
        if known.is_none() {
            let first = || (0, format!("{} line {}", message.url, message.line));
            problems.entry(&message.message).or_insert_with(first).0 += 1;
        }
    }
    let mut problems: Vec<String> = problems
        .into_iter()
        .map(|(message, (count, first))| format!("{message} ({count} times, first in {first})"))
        .collect();
    for (index, known) in KNOWN.iter().enumerate() {
        if !needed.contains(&index) && (single || known.place != package::SINGLE) {
            problems.push(format!(
                "it says no more `{}`: take the exception ({}) out of xtask/src/html.rs",
                known.message, known.why
            ));
        }
    }
    Ok(problems)
}

impl Known {
    fn means(&self, message: &Message) -> bool {
        message.url.contains(self.place)
            && message.message.starts_with(self.message)
            && message.extract.contains(self.source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(kind: &str, url: &str, message: &str, extract: &str) -> Message {
        let [kind, url, message, extract] = [kind, url, message, extract].map(str::to_owned);
        Message { kind, url, message, extract, line: 1 }
    }

    /// What the checker says of a site that is as it should be.
    fn all_known() -> Vec<Message> {
        let said = |known: &Known| {
            message("error", &format!("/{}", known.place), known.message, known.source)
        };
        let mut all: Vec<_> = KNOWN.iter().map(said).collect();
        all.push(message("error", &format!("/{}", FAULTY.0), FAULT, ""));
        all
    }

    #[test]
    fn what_is_not_known_is_a_problem_whatever_kind_it_is() {
        assert!(judged(&all_known(), true).unwrap().is_empty());
        for kind in ["error", "info", "non-document-error"] {
            let mut all = all_known();
            all.push(message(kind, "/index.html", "Stray end tag “p”.", "</p>"));
            all.push(message(kind, "/a/index.html", "Stray end tag “p”.", "</p>"));
            let problems = judged(&all, true).unwrap();
            assert_eq!(problems, ["Stray end tag “p”. (2 times, first in /index.html line 1)"]);
        }
    }

    #[test]
    fn an_exception_is_for_its_place_and_source_only() {
        let expect = KNOWN[0].message;
        for (place, source) in [("/index.html", "<script blocking>"), ("/a.css", "")] {
            let mut all = all_known();
            all.push(message("error", place, expect, source));
            assert_eq!(judged(&all, true).unwrap().len(), 1, "{place}");
        }
    }

    #[test]
    fn an_exception_that_is_needed_no_more_and_a_checker_that_reads_nothing_are_problems() {
        let mut all = all_known();
        all.remove(0);
        assert!(judged(&all, true).unwrap()[0].contains("take the exception"));
        all.pop();
        assert!(format!("{:#}", judged(&all, true).err().unwrap()).contains("nothing was read"));
    }
}
