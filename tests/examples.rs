//! The lessons in `assets/examples/`, which somebody begins a lesson of their own from: each is without fault, asks what
//! can come out either way, and has no sentence that nobody ever hears.

mod support;

use std::collections::BTreeSet;
use support::{EXAMPLES, all_choices, files, knows_in_the_end, only, party, question};
use whereabouts::lesson::{self, CHAPTERS, Lesson, Own};
use whereabouts::narration::{Speaker, transcript};
use whereabouts::run::{Choices, Fate, run};
use whereabouts::signalling::{Fact, Generation, Party};
use whereabouts::text::{Depth, Words, english, joined};

fn open(json: &str) -> (Lesson, Own) {
    lesson::open(json).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn named(name: &str) -> Lesson {
    open(EXAMPLES.into_iter().find(|(other, _)| *other == name).unwrap().1).0
}

/// Every sentence of every run, at one depth.
fn heard(json: &str, depth: Depth) -> BTreeSet<String> {
    let (lesson, own) = open(json);
    let words = Words::native(english()).with_own(own.words);
    let mut all = BTreeSet::new();
    for choices in all_choices(&lesson) {
        let run = run(&lesson, &choices);
        let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
        for caption in transcript(&speaker).into_iter().flat_map(|section| section.captions) {
            all.extend(caption.body.iter().chain(&caption.remember).map(|said| joined(said)));
        }
    }
    all
}

#[test]
fn the_folder_has_these_and_no_others() {
    let there: Vec<String> = files("../assets/examples", "json")
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut names = EXAMPLES.map(|(name, _)| name);
    names.sort_unstable();
    assert_eq!(there, names);
}

#[test]
fn each_has_an_id_a_title_and_documents_of_its_own() {
    let mut ids = BTreeSet::new();
    for (name, json) in EXAMPLES {
        let (lesson, own) = open(json);
        assert!(CHAPTERS.iter().all(|(_, id)| *id != lesson.id), "{name}");
        assert!(ids.insert(lesson.id.clone()), "{} is an id twice", lesson.id);
        for key in ["", "-question", "-predict", "-opening", "-closing", "-remember"] {
            assert!(own.words.has(&format!("lesson-{}{key}", lesson.id)), "{name}{key}");
        }
        assert_eq!(own.sources.len(), 1, "{name}");
        assert!(lesson.sources().len() > 1, "{name} cites what is known here as well");
    }
}

/// Otherwise the comparison would show nothing.
#[test]
fn what_the_reader_foresees_comes_out_otherwise_in_the_comparison() {
    for (name, json) in EXAMPLES {
        let lesson = open(json).0;
        let foresee = lesson.predict.expect("it asks the reader");
        let begins = Choices::of(&lesson);
        let compared = begins.compared(&lesson);
        let learns = |choices: &Choices| {
            knows_in_the_end(&run(&lesson, choices), foresee.party).has(foresee.fact)
        };
        assert!(learns(&begins) && !learns(&compared), "{name}");
    }
}

#[test]
fn every_sentence_is_heard_in_some_run_at_its_depth() {
    for (name, json) in EXAMPLES {
        let file: serde_json::Value = serde_json::from_str(json).unwrap();
        let [plain, deep] = [Depth::Plain, Depth::Engineer].map(|depth| heard(json, depth));
        let is_in = |all: &BTreeSet<String>, text: &str| all.iter().any(|s| s.contains(text));
        let mut deeper = 0;
        for (key, said) in file["words"]["says"].as_object().unwrap() {
            let first = said.as_str().or(said["plain"].as_str()).unwrap();
            assert!(is_in(&plain, first), "{name}: nobody hears {key}: {first}");
            if let Some(second) = said["engineer"].as_str() {
                assert!(is_in(&deep, second) && !is_in(&plain, second), "{name}: {key}");
                deeper += 1;
            }
        }
        assert!(deeper > 0, "{name} has nothing for engineers");
    }
}

#[test]
fn a_text_goes_by_a_stand_in_and_the_stranger_goes_nowhere() {
    let lesson = named("where-a-text-goes");
    let generations = lesson.acts.iter().map(|act| act.operation.row().generation());
    assert!(generations.into_iter().all(|generation| generation == Generation::Ss7));
    let run = run(&lesson, &Choices::of(&lesson).compared(&lesson));
    let friend = knows_in_the_end(&run, party(&lesson, "friend"));
    let stranger = knows_in_the_end(&run, Party::ThirdParty);
    for fact in [Fact::Imsi, Fact::ServingNode, Fact::Cell] {
        assert!(!friend.has(fact) && !stranger.has(fact), "{fact:?}");
    }
}

#[test]
fn of_two_filters_one_stops_the_stranger_and_the_other_an_honest_text() {
    let lesson = named("an-old-table");
    assert_eq!(lesson.networks.len(), 4);
    let generations = lesson.acts.iter().map(|act| act.operation.row().generation());
    assert!(generations.into_iter().all(|generation| generation == Generation::Diameter));
    let stopped = |filters: &str| {
        let run = run(&lesson, &only(&lesson, filters));
        let stops = |act: &&str| {
            matches!(question(&lesson, &run, act).unwrap().1.fate, Fate::Stopped { .. })
        };
        ["text-where", "no-text", "which-cell", "bill"]
            .into_iter()
            .filter(|act| stops(&act))
            .collect::<Vec<_>>()
    };
    assert_eq!(stopped("none"), [""; 0]);
    assert_eq!(stopped("home.partner-list"), ["text-where"]);
    assert_eq!(stopped("visited.home-match"), ["which-cell"]);
    assert_eq!(stopped("home.partner-list,visited.home-match"), ["text-where", "which-cell"]);
}
