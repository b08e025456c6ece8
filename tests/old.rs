//! What was written once goes on working: lesson files of older formats, and addresses. Nothing in `tests/old`
//! is ever changed; what is new is added.

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use support::{BUILT_IN, files, lesson};
use whereabouts::judge::{Scene, show};
use whereabouts::lesson::{self, Lesson, Named, file};
use whereabouts::link::{self, Address, page_of_lesson};
use whereabouts::run::{Choices, Moment, Run, records, run};

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// What happens in a run, and not when: how long a hop takes may change.
fn happens(lesson: &Lesson, choices: &Choices) -> Vec<String> {
    let run = run(lesson, choices);
    let without_time = |record: &_| {
        let mut record = serde_json::to_value(record).unwrap();
        record.as_object_mut().unwrap().remove("at").expect("every event has its time");
        record.to_string()
    };
    records(lesson, &run).iter().map(without_time).collect()
}

/// FNV-1a, written out so that it never changes.
fn hash(lines: &[String]) -> u64 {
    let bytes = lines.iter().flat_map(|line| line.bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Every old file with no rule, with those that it begins with, and with those that it compares itself with.
fn runs() -> String {
    let mut lines = String::new();
    for path in files("old/lessons", "json") {
        let lesson = lesson(&std::fs::read_to_string(&path).unwrap());
        let usual = Choices::of(&lesson);
        let all = [
            ("none", Choices::default()),
            ("usual", usual.clone()),
            ("compared", usual.compared(&lesson)),
        ];
        for (which, choices) in all {
            let events = happens(&lesson, &choices);
            let (many, hash) = (events.len(), hash(&events));
            writeln!(lines, "{} {which} {many} {hash:016x}", name(&path)).unwrap();
        }
    }
    lines
}

#[test]
fn files_of_older_formats_are_read_and_play_as_they_played() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old/runs.txt");
    let runs = runs();
    // A line for a file that is new. What stands there already is changed only where the program was wrong.
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &runs).unwrap();
    }
    let stands = std::fs::read_to_string(path).unwrap();
    for (now, then) in runs.lines().zip(stands.lines()) {
        assert_eq!(now, then, "what happens in an old lesson is not what happened");
    }
    assert_eq!(runs.lines().count(), stands.lines().count());
}

#[test]
fn there_is_a_frozen_file_of_every_older_format_and_of_every_chapter_of_the_first() {
    let mut formats = BTreeSet::new();
    let mut names = BTreeSet::new();
    for path in files("old/lessons", "json") {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        formats.insert(u32::try_from(json["format"].as_u64().unwrap()).unwrap());
        names.insert(name(&path));
    }
    assert!((1..lesson::FORMAT).all(|format| formats.contains(&format)), "{formats:?}");
    for json in BUILT_IN {
        assert!(names.contains(&lesson(json).id));
    }
}

#[test]
fn an_old_file_in_the_newest_form_is_the_same_lesson() {
    for path in files("old/lessons", "json") {
        let json = std::fs::read_to_string(&path).unwrap();
        let written = file::write(&file::lenient(&json).unwrap());
        assert!(written.contains(&format!("\"format\": {}", lesson::FORMAT)));
        assert_eq!(lesson(&written), lesson(&json), "{}", name(&path));
    }
}

/// The lesson of a page, by where it is in the site.
fn of_page(page: &str) -> Named {
    let page = page.strip_prefix(link::EMBED).unwrap_or(page);
    let named = lesson::CHAPTERS.map(|(number, _)| Named::Chapter(number)).into_iter();
    let mut all = named.chain(lesson::QUESTIONS.map(Named::Question));
    all.find(|named| page_of_lesson(*named) == page).unwrap_or_else(|| panic!("no page {page}"))
}

/// What an address means today: its lesson, its run, and itself.
fn opened(text: &str) -> (Lesson, Run, Moment, Choices, Address) {
    let page = text.split(['?', '#']).next().unwrap();
    let rest = &text[page.len()..];
    let (query, hash) = rest.split_once('#').unwrap_or((rest, ""));
    let (address, notices) = link::read([query.trim_start_matches('?'), hash]);
    assert_eq!(notices, [], "{text}");
    let here = address.lesson.or(address.chapter.map(Named::Chapter));
    let named = here.unwrap_or_else(|| of_page(page));
    let lesson = match named {
        Named::Chapter(number) => lesson(BUILT_IN[usize::from(number) - 1]),
        Named::Question(operation) => {
            let (_, about) =
                *show::questions().iter().find(|(asked, _)| *asked == operation).unwrap();
            show::lesson_of(&mut Scene::new().unwrap(), operation, about)
        }
    };
    let (choices, unknown) = address.choices(&lesson);
    assert_eq!(unknown, None, "{text}");
    let run = run(&lesson, &choices);
    let (moment, unknown) = address.moment(&lesson, &run);
    assert_eq!(unknown, None, "{text}");
    (lesson, run, moment, choices, address)
}

/// A moment as the list has it.
fn moment_in_words(lesson: &Lesson, run: &Run, moment: Moment) -> String {
    if moment == Moment(0) {
        return "start".to_owned();
    }
    if moment == run.length {
        return "end".to_owned();
    }
    match run.stops.iter().find(|stop| stop.at == moment).and_then(|stop| stop.step) {
        Some((act, hop)) => format!("{} {hop}", lesson.act(act).unwrap().id),
        None => format!("{} ms", moment.0),
    }
}

#[test]
fn addresses_mean_what_they_have_always_meant() {
    let list = include_str!("old/links.txt");
    let lines =
        list.lines().filter(|line| !line.is_empty() && !line.starts_with("# ") && *line != "#");
    let mut read = 0;
    for line in lines {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let (text, means) = (fields[0], fields[1..].join(" | "));
        let (lesson, run, moment, choices, address) = opened(text);
        let filters = match choices == Choices::of(&lesson) && address.filters.is_none() {
            true => "usual".to_owned(),
            false => link::filters_name(&lesson, &choices),
        };
        let (at, lang) = (String::new(), address.lang);
        let else_ = Address { chapter: None, lesson: None, at, filters: None, lang, ..address };
        let moment = moment_in_words(&lesson, &run, moment);
        let now = format!("{} | {moment} | {filters} | {}", lesson.id, link::write(&else_));
        assert_eq!(now.trim_end_matches([' ', '|']), means.trim_end_matches([' ', '|']), "{text}");
        read += 1;
    }
    assert!(read > 40, "{read} addresses");
}
