//! The lesson's file there and back: what is written is what was read, and a lesson's own words and documents
//! are spoken as the program's are.

mod support;

use serde_json::{Value, json};
use support::{BUILT_IN, EXAMPLES, chance, files};
use whereabouts::lesson::file::{self, LessonFile};
use whereabouts::lesson::{self, FATES, FORMAT, Lesson, Own, SourceId, WHOLE, limits};
use whereabouts::narration::{Speaker, caption, transcript};
use whereabouts::run::{Choices, Moment, run};
use whereabouts::text::{Depth, Piece, Words, english, joined};

const EXAMPLE: &str = EXAMPLES[0].1;

/// All examples as they stand.
fn examples() -> impl Iterator<Item = &'static str> {
    EXAMPLES.into_iter().map(|(_, json)| json)
}

/// The first example, changed.
fn example(change: impl FnOnce(&mut Value)) -> String {
    let mut json: Value = serde_json::from_str(EXAMPLE).unwrap();
    change(&mut json);
    json.to_string()
}

fn open(json: &str) -> (Lesson, Own) {
    lesson::open(json).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Everything that a run of a lesson says, sentence by sentence.
fn said(json: &str, depth: Depth, choices: impl Fn(&Lesson) -> Choices) -> Vec<String> {
    let (lesson, own) = open(json);
    let words = Words::native(english()).with_own(own.words);
    let run = run(&lesson, &choices(&lesson));
    let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
    let mut all = vec![speaker.title()];
    for caption in transcript(&speaker).into_iter().flat_map(|section| section.captions) {
        let sentences = [caption.title].into_iter().chain(caption.body).chain(caption.remember);
        all.extend(sentences.map(|sentence| joined(&sentence)));
    }
    all.extend(speaker.lesson_says("predict").map(|asks| joined(&asks)));
    assert!(all.iter().all(|sentence| !sentence.contains('⟦')), "{all:#?}");
    all
}

/// Every file that is a lesson: the chapters, the examples, those of the tests, and some left to chance.
fn good() -> Vec<String> {
    let read = |path| std::fs::read_to_string(path).unwrap();
    let beside = ["lessons", "victims", "old/lessons"].iter().flat_map(|at| files(at, "json"));
    let beside = beside.map(read).filter(|json| lesson::parse(json).is_ok());
    let built_in = BUILT_IN.into_iter().chain(examples()).map(str::to_owned);
    built_in.chain(beside).chain((0..300).map(chance::lesson_text)).collect()
}

fn read(json: &str) -> LessonFile {
    file::lenient(json).unwrap_or_else(|| panic!("not read: {json}"))
}

#[test]
fn what_is_written_is_what_was_read() {
    let good = good();
    assert!(good.len() > 320, "the files are there");
    for json in good {
        let file = read(&json);
        let written = file::write(&file);
        assert_eq!(read(&written), file);
        assert_eq!(lesson::open(&written), lesson::open(&json));
        assert!(written.lines().all(|line| line.chars().count() <= 100 || line.contains("\": \"")));
    }
}

#[test]
fn a_lesson_becomes_a_file_that_gives_the_same_lesson() {
    for json in good() {
        let (lesson, own) = open(&json);
        let mut file = file::of(&lesson);
        if own.sources.is_empty() {
            assert_eq!(lesson::parse(&file::write(&file)).as_ref(), Ok(&lesson));
        } else {
            // What it cites of its own has its name in its own file.
            let before = read(&json);
            (file.claims, file.sources) = (before.claims, before.sources);
            assert_eq!(lesson::parse(&file::write(&file)).as_ref(), Ok(&lesson));
        }
    }
}

#[test]
fn the_chapters_and_the_examples_stand_as_they_would_be_written() {
    for json in BUILT_IN.into_iter().chain(examples()) {
        let file = read(json);
        assert_eq!(file.format, FORMAT);
        assert_eq!(file::write(&file), json, "run `lesson migrate` on it");
    }
}

#[test]
fn a_chapters_words_can_be_taken_into_a_lesson_of_ones_own() {
    let table = english();
    for json in BUILT_IN {
        let mut file = read(json);
        let chapter = said(json, Depth::Plain, Choices::of);
        let engineer = said(json, Depth::Engineer, Choices::of);
        file.words = Some(file::words_of(&file.id, &table));
        file.id = format!("my-{}", file.id);
        let written = file::write(&file);
        assert_eq!(said(&written, Depth::Plain, Choices::of), chapter, "{}", file.id);
        assert_eq!(said(&written, Depth::Engineer, Choices::of), engineer, "{}", file.id);
    }
}

#[test]
fn a_lesson_of_ones_own_says_its_own_words() {
    let words: Value = serde_json::from_str(EXAMPLE).unwrap();
    let plain = said(EXAMPLE, Depth::Plain, |_| Choices::default());
    let stopped = said(EXAMPLE, Depth::Plain, |lesson| Choices::of(lesson).compared(lesson));
    let engineer = said(EXAMPLE, Depth::Engineer, |_| Choices::default());
    assert_eq!(plain[0], "One question too many");
    let says = |sentence: &str| plain.iter().any(|s| s.starts_with(sentence));
    for (name, sentence) in words["words"]["says"].as_object().unwrap() {
        match (name.as_str(), sentence) {
            ("question-stopped", sentence) => {
                assert!(stopped.iter().any(|s| s.starts_with(sentence.as_str().unwrap())));
                assert!(!says(sentence.as_str().unwrap()));
            }
            (_, Value::Object(both)) => {
                assert!(says(both["plain"].as_str().unwrap()));
                let deep = both["engineer"].as_str().unwrap().to_owned();
                assert!(engineer.contains(&deep) && !plain.contains(&deep));
            }
            (_, sentence) => assert!(says(sentence.as_str().unwrap()), "{sentence}"),
        }
    }
    assert!(says("Will the stranger learn which cell the phone is in?"));
}

#[test]
fn whatever_the_narrator_asks_a_lesson_for_a_lesson_may_say() {
    let names = |act: &str| FATES.map(|fate| format!("{act}-{fate}"));
    let json = example(|json| {
        let says = json["words"]["says"].as_object_mut().unwrap();
        for name in names("question").iter().map(String::as_str).chain(WHOLE) {
            says.insert(name.to_owned(), json!(format!("This is {name}.")));
        }
    });
    let (lesson, own) = open(&json);
    for name in names("question").iter().map(String::as_str).chain(WHOLE) {
        let key = format!("lesson-{}-{name}", lesson.id);
        assert_eq!(own.words.plain(&key), Some(format!("This is {name}.")));
    }
    // And what the chapters are asked for is nothing else.
    for lesson in BUILT_IN.map(lesson::parse).map(Result::unwrap) {
        let claims = lesson.claims.iter().map(|claim| &claim.says).chain(&lesson.scene);
        for name in claims {
            let of_an_act = lesson.acts.iter().any(|act| names(&act.id).contains(name));
            assert!(of_an_act || WHOLE.contains(&name.as_str()), "{}: {name}", lesson.id);
        }
    }
}

#[test]
fn documents_of_a_lessons_own_are_numbered_with_the_others() {
    let (lesson, own) = open(EXAMPLE);
    let oracle = SourceId::named("oracle-cat1").unwrap();
    let handbook = SourceId::own(0).unwrap();
    assert_eq!(lesson.sources(), [oracle, handbook]);
    assert_eq!((lesson.cited("question-stopped"), lesson.cited("remember")), (vec![1, 2], vec![2]));
    assert_eq!((oracle.source().is_some(), own.source(oracle)), (true, None));
    assert_eq!(handbook.source(), None);
    let source = own.source(handbook).unwrap();
    assert_eq!(source.id, "handbook");
    assert_eq!(source.place.as_deref(), Some("https://course.example/handbook"));
    let words = Words::native(english()).with_own(own.words);
    let run = run(&lesson, &Choices::default());
    let depth = Depth::Plain;
    let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
    let end = caption(&speaker, Moment(run.length.0));
    let number = |piece: &Piece| matches!(piece, Piece::Source { number: 2, .. });
    assert!(end.remember.unwrap().iter().any(number));
}

#[test]
fn as_many_documents_as_a_lesson_may_bring_have_each_its_own_place() {
    let json = example(|json| {
        let ids = (0..limits::SOURCES).map(|n| format!("own-{n}"));
        let source = |id: String| json!({ "id": id, "title": id });
        json["sources"] = ids.clone().map(source).collect();
        json["claims"] = json!([{ "says": "remember", "sources": ids.collect::<Vec<_>>() }]);
    });
    let (lesson, own) = open(&json);
    let ids: Vec<&str> =
        lesson.sources().iter().map(|&id| own.source(id).unwrap().id.as_str()).collect();
    assert_eq!(ids, (0..limits::SOURCES).map(|n| format!("own-{n}")).collect::<Vec<_>>());
}

#[test]
fn a_lesson_that_says_nothing_is_called_by_its_id() {
    let json = example(|json| {
        for field in ["words", "claims", "scene", "predict"] {
            json.as_object_mut().unwrap().remove(field);
        }
    });
    let said = said(&json, Depth::Plain, Choices::of);
    assert_eq!(said[0], "my-first-lesson");
}

#[test]
fn the_words_of_the_chapters_are_not_a_lessons_own() {
    for json in BUILT_IN {
        assert_eq!(open(json).1.words.keys().count(), 0);
    }
}

#[test]
fn what_a_form_can_show_of_a_file_with_problems_is_the_rest_of_it() {
    let json = example(|json| {
        json["acts"][0]["mood"] = json!("bad");
        json["networks"][0]["plmn"] = json!("of no kind");
        json["words"]["says"]["opening"] = json!(7);
        json["leases"][0].as_object_mut().unwrap().remove("title");
    });
    let file = read(&json);
    assert_eq!((file.acts.len(), file.leases.len()), (1, 0));
    assert_eq!(file.networks[0].plmn, "of no kind");
    assert!(!file.words.unwrap().says.contains_key("opening"));
    assert_eq!(file::lenient("[]"), None);
    assert_eq!(file::lenient("{"), None);
}
