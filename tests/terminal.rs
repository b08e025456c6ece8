//! The `lesson` program as somebody at a terminal has it: exit codes, what goes to which stream, what is
//! said of mistakes, and that its JSON and its words tell the same run.

mod support;

use serde_json::Value;
use std::process::{Command, Output};
use support::{lesson, offered};
use whereabouts::run::{Choices, run};
use whereabouts::text::{Words, english};

const TWO_QUESTIONS: &str = "assets/lessons/two-questions.json";
const SEVERAL: &str = "tests/lessons/several-at-once.json";

fn terminal(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lesson"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

/// A call that goes well: nothing on the error stream.
fn well(args: &[&str]) -> String {
    let output = terminal(args);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), error.as_str()), (Some(0), ""), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A call that fails: exit code 1, and only the error stream says why, with each of these in it.
fn check(args: &[&str], said: &[&str]) {
    let output = terminal(args);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    for words in said {
        assert!(error.contains(words), "{args:?} does not say {words:?}:\n{error}");
    }
    assert!(!error.contains("panicked") && !error.contains('⟦'), "{error}");
}

#[test]
fn lesson_check_finds_nothing_wrong_with_the_built_in_lessons() {
    let files = ["assets/lessons/anyone-may-ask.json", TWO_QUESTIONS];
    let said = well(&["check", files[0], files[1]]);
    for (line, file) in said.lines().zip(files) {
        assert!(line.contains(file), "{line}");
    }
    assert_eq!(said.lines().count(), 2);
}

#[test]
fn lesson_check_prints_every_problem_with_its_file_and_its_place() {
    let beside = include_str!("lessons/several-at-once.problems");
    let places = beside.lines().map(|line| line.split(": ").next().unwrap());
    let places: Vec<String> = places.map(|place| format!("{SEVERAL}: {place}: ")).collect();
    assert!(places.len() >= 5);
    let mut said: Vec<&str> = places.iter().map(String::as_str).collect();
    said.push("5 problems");
    check(&["check", SEVERAL], &said);
}

#[test]
fn lesson_check_fails_where_one_of_several_files_has_a_problem() {
    check(
        &["check", TWO_QUESTIONS, "tests/lessons/two-homes.json"],
        &["two-homes.json: networks: "],
    );
    check(&["check", "tests/lessons/two-homes.json", SEVERAL], &["two-homes.json: ", SEVERAL]);
}

#[test]
fn lesson_check_says_which_file_is_not_there() {
    check(&["check", "no/such/lesson.json"], &["no/such/lesson.json: "]);
}

#[test]
fn lesson_check_reads_a_file_that_is_no_text_without_falling_over() {
    let path =
        std::env::temp_dir().join(format!("whereabouts-no-text-{}.json", std::process::id()));
    std::fs::write(&path, [0xff, 0xfe, 0x00, 0x80]).unwrap();
    check(&["check", path.to_str().unwrap()], &["whereabouts-no-text"]);
    std::fs::remove_file(path).unwrap();
}

#[test]
fn lesson_migrate_prints_the_newest_form_of_a_file_of_an_older_format() {
    for name in ["two-questions", "a-crowd"] {
        let newest = well(&["migrate", &format!("tests/old/lessons/{name}.json")]);
        let now = std::fs::read_to_string(format!("assets/lessons/{name}.json")).unwrap();
        assert_eq!(newest, now);
    }
    check(&["migrate", SEVERAL], &["several-at-once.json: ", "5 problems"]);
    check(&["migrate", "tests/lessons/format-of-tomorrow.json"], &["1000"]);
    check(&["migrate", "no/such/lesson.json"], &["no/such/lesson.json: "]);
    check(&["migrate"], &["lesson migrate FILE"]);
}

#[test]
fn lesson_run_says_the_words_of_a_lesson_of_ones_own() {
    let said = well(&["run", "assets/examples/one-question-too-many.json"]);
    assert!(said.starts_with("One question too many\n"), "{said}");
    assert!(said.contains("Nobody looked at the question"), "{said}");
    // What its numbers stand for, a document of the site's and one that it brings along.
    let (_, sources) = said.split_once("\nSources\n").unwrap();
    let [known, own] = sources.lines().collect::<Vec<_>>()[..] else { panic!("{sources}") };
    assert!(known.starts_with("[1] SS7 Security Guide: Category 1. Oracle"), "{known}");
    assert!(own.starts_with("[2] A handbook of our own course, page 12. https://"), "{own}");
}

#[test]
fn lesson_run_refuses_what_it_does_not_understand() {
    check(&["run", "no/such/lesson.json"], &["no/such/lesson.json: "]);
    check(&["run", SEVERAL], &["mood", "5 problems"]);
    check(&["run", TWO_QUESTIONS, "--filters", "home.magic"], &["home.magic"]);
    check(&["run", TWO_QUESTIONS, "--filters", "home.home-match"], &["home.home-match"]);
    check(
        &["run", TWO_QUESTIONS, "--filters", "visited.home-match,nowhere.partner-list"],
        &["nowhere.partner-list"],
    );
    check(&["run", TWO_QUESTIONS, "--filters"], &["--filters", "lesson run FILE"]);
    check(&["run", TWO_QUESTIONS, "--colour"], &["--colour", "lesson run FILE"]);
    check(&["run", TWO_QUESTIONS, "--depth", "deep"], &["deep", "plain or engineer"]);
    check(&["run", TWO_QUESTIONS, "--format", "xml"], &["xml", "text or json"]);
    check(&["run", TWO_QUESTIONS, TWO_QUESTIONS], &[TWO_QUESTIONS]);
    check(&["run"], &["lesson run FILE"]);
}

#[test]
fn without_a_command_it_says_how_it_is_used_and_fails_and_with_help_it_does_not() {
    check(&[], &["lesson check FILE", "lesson run FILE"]);
    check(&["check"], &["lesson check FILE"]);
    check(&["dance"], &["lesson check FILE"]);
    for help in ["--help", "help"] {
        assert!(well(&[help]).contains("lesson run FILE"));
    }
}

#[test]
fn lesson_run_says_which_filters_are_on() {
    let said = well(&["run", TWO_QUESTIONS, "--filters", "visited.home-match,home.partner-list"]);
    assert_eq!(said.lines().nth(1), Some("Filters on: home.partner-list, visited.home-match"));
    assert_eq!(well(&["run", TWO_QUESTIONS]), well(&["run", TWO_QUESTIONS, "--filters", "none"]));
}

#[test]
fn every_line_of_the_json_is_an_event_in_the_order_of_time() {
    for (json, file) in
        [(support::ANYONE_MAY_ASK, "anyone-may-ask"), (support::TWO_QUESTIONS, "two-questions")]
    {
        let file = format!("assets/lessons/{file}.json");
        let events = events(&["run", &file, "--format", "json"]);
        let lesson = lesson(json);
        assert_eq!(events.len(), run(&lesson, &Choices::of(&lesson)).events.len());
        assert!(events.is_sorted_by_key(|event| event["at"].as_u64().unwrap()));
        let kinds =
            ["knew", "not-asked", "connected", "sent", "judged", "ended", "learned", "moved"];
        for event in &events {
            assert!(kinds.contains(&event["event"].as_str().unwrap()), "{event}");
        }
        for sent in of_kind(&events, "sent") {
            let ended = |event: &&Value| event["message"] == sent["message"];
            assert_eq!(of_kind(&events, "ended").filter(ended).count(), 1, "{sent}");
        }
    }
}

#[test]
fn the_json_and_the_words_tell_the_same_outcome_with_every_filter() {
    let words = Words::native(english());
    for (json, file) in
        [(support::ANYONE_MAY_ASK, "anyone-may-ask"), (support::TWO_QUESTIONS, "two-questions")]
    {
        let file = format!("assets/lessons/{file}.json");
        let lesson = lesson(json);
        let mut outcomes = Vec::new();
        for filter in ["none".to_owned()].into_iter().chain(offered(&lesson)) {
            let text = well(&["run", &file, "--filters", &filter]);
            let events = events(&["run", &file, "--filters", &filter, "--format", "json"]);

            let learned = of_kind(&events, "learned").filter(|event| {
                event["party"] == "third-party" && event["stand-in"] == Value::Bool(false)
            });
            let facts = learned.flat_map(|event| event["facts"].as_array().unwrap().clone());
            let facts: Vec<Value> = facts.collect();
            let key = match () {
                () if facts.iter().any(|fact| fact == "cell") => "closing-located",
                () if facts.iter().any(|fact| fact == "serving-network") => "closing-partly",
                () => "closing-not-located",
            };
            for ending in ["closing-located", "closing-partly", "closing-not-located"] {
                let said = text.contains(&words.line(ending));
                assert_eq!(said, ending == key, "{ending} with {filter}");
            }

            let stopped = of_kind(&events, "ended").any(|event| event["fate"] == "stopped");
            assert_eq!(text.contains(&words.line("gate-stopped-end")), stopped, "{filter}");
            let not_asked = of_kind(&events, "not-asked").count() > 0;
            assert_eq!(text.contains(&words.line("not-asked-stand-in")), not_asked, "{filter}");

            // A paragraph a beat: each message, what was not asked, the opening and the end.
            let (beats, _) = text.split_once("\n\nSources\n").unwrap();
            let paragraphs = beats.split("\n\n").count() - 1;
            let sent = of_kind(&events, "sent").count();
            assert_eq!(paragraphs, sent + usize::from(not_asked) + 2, "{filter}");
            outcomes.push((key, stopped, not_asked));
        }
        outcomes.sort_unstable();
        outcomes.dedup();
        assert!(outcomes.len() > 1, "some filter changes something, or this compares nothing");
    }
}

#[test]
fn the_json_names_the_rule_that_stopped_a_message_and_why() {
    let events =
        events(&["run", TWO_QUESTIONS, "--filters", "visited.home-match", "--format", "json"]);
    let stopped = of_kind(&events, "ended").find(|event| event["fate"] == "stopped").unwrap();
    let judged = of_kind(&events, "judged").find(|event| event["message"] == stopped["message"]);
    let judged = judged.unwrap();
    assert_eq!((&judged["gate"], &judged["named"]), (&"visited".into(), &"home-match".into()));
    let said = &judged["consulted"][0];
    assert_eq!((&said["verdict"], &said["reason"]), (&"stop".into(), &"not-the-home".into()));
    let sent = of_kind(&events, "sent").find(|event| event["message"] == stopped["message"]);
    let sent = sent.unwrap();
    assert_eq!(sent["actual"], "third-party");
    assert_eq!(sent["claims"], "+999 73 900 0001");
    assert_eq!(sent["road"], serde_json::json!(["third-party", "lessor", "exchange", "visited"]));
}

fn events(args: &[&str]) -> Vec<Value> {
    well(args).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn of_kind<'e>(events: &'e [Value], kind: &'e str) -> impl Iterator<Item = &'e Value> {
    events.iter().filter(move |event| event["event"] == kind)
}
