//! The reference pages and schemas in `docs/` are made from the tables, and say what the tables say.
//! `UPDATE_GOLDEN=1 cargo test --no-default-features --test reference` writes them anew.

mod support;

use std::path::Path;
use whereabouts::filter::{RULES, Reason};
use whereabouts::judge::{About, GateName, Sender, reference};
use whereabouts::lesson;
use whereabouts::signalling::CATALOGUE;
use whereabouts::text::{Words, english};

fn check(name: &str, made: &str) {
    check_file(&format!("docs/{name}"), made);
}

fn check_file(name: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(!made.contains('⟦'), "a word is missing in {name}");
    assert!(
        stands == made,
        "{name} is not what the tables say: run this test with UPDATE_GOLDEN=1"
    );
}

/// Its beginning is written by hand, and the rest is made.
#[test]
fn the_page_of_the_lesson_file_is_what_its_schema_says() {
    let mark = "<!-- From here on made from the types, by `lesson reference format`. -->\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/lesson-format.md");
    let page = std::fs::read_to_string(path).unwrap();
    let (by_hand, _) = page.split_once(mark).expect("the mark stands in the page");
    let words = Words::native(english());
    check("lesson-format.md", &format!("{by_hand}{mark}{}", lesson::schema::page(&words)));
    assert!(by_hand.contains(&format!("This is format {}.", lesson::FORMAT)));
    let minutes = lesson::limits::MILLISECONDS / 60_000;
    assert!(by_hand.contains("at most 1,500 events") && lesson::limits::EVENTS == 1_500);
    assert!(by_hand.contains(&format!("{minutes} minutes on the reader’s clock")));
    assert!(by_hand.contains(&format!("at most {} kB", lesson::limits::BYTES / 1024)));
    for command in ["lesson check", "lesson migrate", "lesson schema"] {
        assert!(by_hand.contains(command), "the page does not speak of `{command}`");
    }
}

#[test]
fn the_schema_of_lesson_files_is_what_their_types_say() {
    check_file("assets/lesson.schema.json", &lesson::schema::schema(&Words::native(english())));
}

#[test]
fn the_page_of_operations_is_what_the_catalogue_says() {
    let made = reference::operations(&Words::native(english()));
    check("operations.md", &made);
    for row in &CATALOGUE {
        assert_eq!(made.matches(&format!("| {} |", row.name)).count(), 2, "{}", row.name);
    }
}

#[test]
fn the_page_of_rules_is_what_the_table_says() {
    let made = reference::rules(&Words::native(english()));
    check("rules.md", &made);
    for row in &RULES {
        assert_eq!(made.matches(&format!(" `{}`: ", row.name)).count(), 1, "{}", row.name);
    }
}

#[test]
fn the_schemas_are_what_the_judge_reads_and_writes() {
    check("judge-question.schema.json", &reference::question());
    check("judge-answer.schema.json", &reference::answer());
}

/// The page about the judge is written by hand; what it names must be there, and nothing left out.
#[test]
fn the_page_about_the_judge_names_every_sender_gate_and_kind_of_subscriber() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/judge.md");
    let page = std::fs::read_to_string(path).unwrap();
    let names = Sender::ALL.map(Sender::id).into_iter();
    let names = names.chain(GateName::ALL.map(GateName::id)).chain(About::ALL.map(About::id));
    let outcomes = ["answered", "answered-elsewhere", "masked", "stopped", "wrongly-stopped"];
    for name in names.chain(outcomes) {
        assert!(page.contains(&format!("`{name}`")), "docs/judge.md does not speak of {name}");
    }
    let settings = RULES.iter().flat_map(|row| row.settings);
    for name in settings {
        assert!(page.contains(&format!("`{name}`")), "docs/judge.md does not speak of {name}");
    }
    assert!(Reason::ALL.len() > 40);
}

/// The questions and answers that the page shows are real.
#[test]
fn the_examples_of_the_page_about_the_judge_are_what_it_answers() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/judge.md");
    let page = std::fs::read_to_string(path).unwrap();
    let words = Words::native(english());
    let mut judged = 0;
    for block in page.split("```json\n").skip(1) {
        let block = block.split("```").next().unwrap();
        let lines: Vec<&str> = block.lines().collect();
        let stream = block.contains("\"at\"");
        let mut judge = whereabouts::judge::Judge::new(&words, stream).unwrap();
        for pair in lines.chunks(2) {
            let [question, answer] = pair else { panic!("a question and its answer: {pair:?}") };
            assert_eq!(judge.line(question), *answer);
            judged += 1;
        }
    }
    assert!(judged >= 4);
}
