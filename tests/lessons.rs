//! Lesson files with mistakes: every file in `tests/lessons` has beside it, in `.problems`, the places
//! and kinds of all its problems, a line each. Every kind of problem has a file that shows it and a
//! sentence that tells what is wrong and how to mend it.

mod support;

use std::collections::BTreeSet;
use std::path::Path;
use support::{BUILT_IN, TWO_QUESTIONS, files, lesson};
use whereabouts::lesson::{self, Code, Diagnostic, limits};
use whereabouts::text::{Words, english};

fn problems(json: &str) -> Vec<Diagnostic> {
    lesson::parse(json).err().unwrap_or_default()
}

/// A problem as the lists in `tests/lessons` write it.
fn line(problem: &Diagnostic) -> String {
    format!("{}: {}", problem.path, problem.code.id())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// What is said of a file, against the list beside it. Which problem comes first does not matter.
fn check(path: &Path) -> Result<(), String> {
    let json = std::fs::read_to_string(path).unwrap();
    let beside = std::fs::read_to_string(path.with_extension("problems"))
        .map_err(|error| format!("{}: no .problems beside it ({error})", name(path)))?;
    let mut expected: Vec<&str> = beside.lines().collect();
    let found: Vec<String> = problems(&json).iter().map(line).collect();
    let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
    expected.sort_unstable();
    found.sort_unstable();
    if found == expected {
        return Ok(());
    }
    let missing = expected.iter().filter(|line| !found.contains(line));
    let missing = missing.map(|line| format!("\n  - {line}")).collect::<String>();
    let extra = found.iter().filter(|line| !expected.contains(line));
    let extra = extra.map(|line| format!("\n  + {line}")).collect::<String>();
    Err(format!("{} (- not found, + not expected):{missing}{extra}", name(path)))
}

#[test]
fn every_problem_of_every_bad_file_is_found_and_nothing_else() {
    let files = files("lessons", "json");
    assert!(files.len() > 30, "the files are there");
    let wrong: Vec<String> = files.iter().filter_map(|path| check(path).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_is_a_lesson_exactly_where_it_has_no_problem() {
    for path in files("lessons", "json") {
        let json = std::fs::read_to_string(&path).unwrap();
        let none = std::fs::read_to_string(path.with_extension("problems")).unwrap().is_empty();
        assert_eq!(lesson::parse(&json).is_ok(), none, "{}", name(&path));
    }
    for json in BUILT_IN {
        lesson(json);
    }
}

#[test]
fn every_kind_of_problem_has_a_file_that_shows_it() {
    let mut shown: BTreeSet<&str> = BTreeSet::new();
    for path in files("lessons", "json") {
        let json = std::fs::read_to_string(path).unwrap();
        shown.extend(problems(&json).iter().map(|problem| problem.code.id()));
    }
    // Its file would be too large to keep here: see the test of it below.
    shown.insert(Code::TooLarge.id());
    let all: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(shown, all);
}

#[test]
fn every_kind_of_problem_has_a_sentence_of_its_own() {
    let words = Words::native(english());
    let said = |code: Code| {
        let (found, expected) = ("FOUND".to_owned(), "EXPECTED".to_owned());
        let problem = Diagnostic { path: "here".to_owned(), code, found, expected };
        lesson::explain(&problem, &words)
    };
    let all: BTreeSet<String> = Code::ALL.into_iter().map(said).collect();
    assert_eq!(all.len(), Code::ALL.len());
    for sentence in all {
        assert!(sentence.starts_with("here: ") && !sentence.contains('⟦'), "{sentence}");
    }
}

#[test]
fn every_problem_is_told_with_its_place_and_with_what_to_do() {
    let words = Words::native(english());
    for path in files("lessons", "json") {
        for problem in problems(&std::fs::read_to_string(&path).unwrap()) {
            let said = lesson::explain(&problem, &words);
            assert!(said.starts_with(&problem.path), "{}: {said}", name(&path));
            assert!(!said.contains("⟦") && !said.contains("one of: ."), "{}: {said}", name(&path));
            assert!(said.ends_with('.'), "{}: {said}", name(&path));
        }
    }
}

#[test]
fn an_address_that_may_be_somebodys_is_refused_with_the_range_to_use_instead() {
    let words = Words::native(english());
    let json = include_str!("lessons/address-in-use.json");
    let problems = problems(json);
    let instead = |path: &str| {
        let problem = problems.iter().find(|problem| problem.path == path).unwrap();
        assert_eq!(problem.code, Code::AddressInUse);
        let said = lesson::explain(problem, &words);
        assert!(said.contains(&problem.found) && said.contains(&problem.expected), "{said}");
        problem.expected.clone()
    };
    assert_eq!(instead("traveller.msisdn"), "+999 71 000 0001");
    assert_eq!(instead("traveller.imsi"), "999110000000001");
    assert_eq!(instead("networks[0].plmn"), "999-11");
    assert_eq!(instead("networks[0].titles"), "+999 71");
    assert_eq!(instead("networks[1].nodes[0].title"), "+999 71 000 0001");
}

#[test]
fn the_address_that_a_problem_proposes_is_one_that_would_be_taken() {
    let lists = [
        include_str!("lessons/address-in-use.json"),
        include_str!("lessons/malformed-address.json"),
    ];
    for problem in lists.into_iter().flat_map(problems) {
        use whereabouts::signalling::{GlobalTitle, Imsi, Plmn, TitleRange};
        let good = match problem.path.rsplit('.').next() {
            Some("imsi") => Imsi::read(&problem.expected).is_ok(),
            Some("plmn") => Plmn::read(&problem.expected).is_ok(),
            Some("titles") => TitleRange::read(&problem.expected).is_ok(),
            _ => GlobalTitle::read(&problem.expected).is_ok(),
        };
        assert!(good, "{problem:?}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let padded =
        |bytes: usize| format!("{TWO_QUESTIONS}{}", " ".repeat(bytes - TWO_QUESTIONS.len()));
    assert!(lesson::parse(&padded(limits::BYTES)).is_ok());
    let problems = problems(&padded(limits::BYTES + 1));
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!((problem.code, problem.path.as_str()), (Code::TooLarge, ""));
}

#[test]
fn a_file_that_is_nothing_but_mistakes_is_answered_soon() {
    // As many wrong items as fit, behind as many right ones: to be read again from the beginning for
    // each of them must not take minutes.
    let right = r#"{"party":"home","facts":[]},"#.repeat(4_000);
    let wrong = "0,".repeat(60_000);
    let json = format!(r#"{{"format":1,"knows":[{right}{wrong}0]}}"#);
    assert!(json.len() <= limits::BYTES);
    let begin = std::time::Instant::now();
    assert!(!problems(&json).is_empty());
    let took = begin.elapsed();
    assert!(took.as_secs() < 5, "{took:?}");
}
