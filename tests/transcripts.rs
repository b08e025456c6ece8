//! What the terminal prints of the chapters and of the examples, at both depths, with no filter, with each filter that alone
//! changes the outcome, and with those that a chapter turns on, against `tests/golden/*.txt`. Whoever changes a sentence sees here where
//! it is said. `UPDATE_GOLDEN=1 cargo test --test transcripts` writes the files anew.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{BUILT_IN, EXAMPLES, files, lesson, located, offered};
use whereabouts::filter::RuleId;
use whereabouts::lesson::{GateId, Lesson};
use whereabouts::run::Choices;

const UPDATE: &str = "UPDATE_GOLDEN";

struct Transcript {
    /// The file, seen from `assets/`, without its ending.
    file: String,
    /// What the golden file is called after.
    name: String,
    filter: String,
    depth: &'static str,
}

impl Transcript {
    fn golden(&self) -> PathBuf {
        let filter = self.filter.replace(',', "+");
        let name = format!("{}.{filter}.{}.txt", self.name, self.depth);
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
    }

    fn printed(&self) -> String {
        let file = format!("assets/{}.json", self.file);
        let output = Command::new(env!("CARGO_BIN_EXE_lesson"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["run", &file, "--filters", &self.filter, "--depth", self.depth])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

/// What a chapter turns on beside what it compares itself with.
const TURNING: [(&str, &str); 3] = [
    ("a-rented-name", "lessor-exit.lease-ban,home-exit.lease-ban"),
    ("why-networks-ask", "home.sms-home-routing"),
    ("the-reported-case", "lessor-exit.lease-ban,home-exit.lease-ban"),
];

/// The chapters and the examples × no filter, what they begin with, what they compare that with, each filter that alone
/// changes the outcome and those that they turn on × both depths.
fn all() -> Vec<Transcript> {
    let mut all = Vec::new();
    let chapters = BUILT_IN.map(|json| {
        let lesson = lesson(json);
        (format!("lessons/{}", lesson.id), lesson.id.clone(), lesson)
    });
    let examples = EXAMPLES
        .map(|(name, json)| (format!("examples/{name}"), format!("example-{name}"), lesson(json)));
    for (file, name, lesson) in chapters.into_iter().chain(examples) {
        let open = located(&lesson, "none");
        let changing = offered(&lesson).into_iter().filter(|name| located(&lesson, name) != open);
        let turning = TURNING.iter().filter(|(id, _)| *id == lesson.id);
        let turning = turning.map(|(_, filters)| (*filters).to_owned());
        let begins = Choices::of(&lesson);
        let compared = begins.compared(&lesson);
        let own = [begins, compared].map(|choices| named(&lesson, &choices));
        let all_of = ["none".to_owned()].into_iter().chain(own).chain(changing).chain(turning);
        for filter in all_of.collect::<BTreeSet<_>>() {
            for depth in ["plain", "engineer"] {
                let (file, name, filter) = (file.clone(), name.clone(), filter.clone());
                all.push(Transcript { file, name, filter, depth });
            }
        }
    }
    all
}

/// Filters as the command line writes them.
fn named(lesson: &Lesson, choices: &Choices) -> String {
    let name =
        |&(gate, rule): &(GateId, RuleId)| Some(format!("{}.{}", lesson.gate(gate)?.id, rule.id()));
    let names: Vec<String> = choices.filters().iter().filter_map(name).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(",") }
}

#[test]
fn what_is_printed_is_what_was_printed_before() {
    let mut changed = String::new();
    for transcript in all() {
        let (path, printed) = (transcript.golden(), transcript.printed());
        if std::env::var_os(UPDATE).is_some() {
            std::fs::write(&path, &printed).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        if golden != printed {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            changed.push_str(&format!("\n{name}\n{}", difference(&golden, &printed)));
        }
    }
    assert!(
        changed.is_empty(),
        "transcripts have changed (- before, + now):\n{changed}\n\
         If that is meant, write them anew with {UPDATE}=1 and read the difference before committing.",
    );
}

#[test]
fn every_golden_file_is_one_that_is_compared() {
    let there: BTreeSet<PathBuf> = files("golden", "txt").into_iter().collect();
    let compared: BTreeSet<PathBuf> = all().iter().map(Transcript::golden).collect();
    assert_eq!(there, compared);
}

#[test]
fn no_word_is_missing_in_any_transcript() {
    for transcript in all() {
        let printed = transcript.printed();
        assert!(!printed.contains('⟦'), "{}: {printed}", transcript.golden().display());
        assert!(printed.lines().all(|line| line.trim_end() == line), "no blanks at a line's end");
    }
}

/// The lines that are gone and new, each run of them with the line before and after.
fn difference(before: &str, now: &str) -> String {
    let (before, now): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    // Length of the longest common subsequence from here to the end.
    let mut common = vec![vec![0; now.len() + 1]; before.len() + 1];
    for i in (0..before.len()).rev() {
        for j in (0..now.len()).rev() {
            common[i][j] = if before[i] == now[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines: Vec<(char, &str)> = Vec::new();
    while i < before.len() || j < now.len() {
        if i < before.len() && j < now.len() && before[i] == now[j] {
            lines.push((' ', before[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == now.len() || (i < before.len() && common[i + 1][j] >= common[i][j + 1]) {
            lines.push(('-', before[i]));
            i += 1;
        } else {
            lines.push(('+', now[j]));
            j += 1;
        }
    }
    let near = |at: usize| {
        let around = at.saturating_sub(1)..lines.len().min(at + 2);
        lines[around].iter().any(|(sign, _)| *sign != ' ')
    };
    let shown = lines.iter().enumerate().filter(|(at, _)| near(*at));
    shown.map(|(_, (sign, line))| format!("  {sign} {line}\n")).collect()
}

#[test]
fn a_difference_shows_what_went_and_what_came_with_its_neighbours() {
    let shown = difference("one\ntwo\nthree\nfour\nfive", "one\ntwo\ndrei\nfour\nfive");
    assert_eq!(shown, "    two\n  - three\n  + drei\n    four\n");
    assert_eq!(difference("same", "same"), "");
    assert_eq!(difference("", "new"), "  + new\n");
}
