//! What is told beside the lessons: the reported case of chapter 10, where every sentence names who said it and both
//! sides have the same space; the closing page, where every fact has its source; and the glossary.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use support::{all_choices, lesson};
use whereabouts::lesson::follows::FOLLOWS;
use whereabouts::lesson::report::{REPORT, Side, Statement};
use whereabouts::lesson::{SOURCES, SourceId};
use whereabouts::narration::{Speaker, transcript};
use whereabouts::run::run;
use whereabouts::text::{Depth, ENGLISH, Words, english, joined};

const LESSON: &str = include_str!("../assets/lessons/the-reported-case.json");

/// Who speaks in each statement, as its sentences may name them.
const SPEAKERS: [(&str, &[&str]); 21] = [
    ("miller-caribbean", &["Miller"]),
    ("miller-messages", &["Miller"]),
    ("miller-numbers", &["Miller"]),
    ("miller-year", &["Miller"]),
    ("miller-two-operators", &["Miller"]),
    ("miller-renting", &["Miller"]),
    ("miller-protection", &["Miller", "The Guardian"]),
    ("unicom", &["China Unicom"]),
    ("embassy-washington", &["Embassy"]),
    ("embassy-nassau", &["Embassy of China in Nassau", "The Tribune"]),
    ("xiang", &["Xiang"]),
    ("operators", &["BTC and Cable & Wireless"]),
    ("press", &["Telecoms.com"]),
    ("fcc-2020", &["Voice of America"]),
    ("distrust", &["Voice of America"]),
    ("channel-islands", &["The Bureau"]),
    ("finding-you", &["Citizen Lab"]),
    ("fcc-2024", &["FCC"]),
    ("ofcom", &["Ofcom"]),
    ("enea", &["Enea"]),
    ("bad-connection", &["Citizen Lab"]),
];

const VERBS: [&str; 8] =
    ["said", "alleges", "reported", "denies", "strongly refutes", "calls", "named", "asked"];

/// The page's own voice accuses nobody.
const FORBIDDEN: [&str; 5] = ["attacked", "spied", "chinese spies", "guilty", "proved"];

/// Everybody real whom chapter 10 or the facts behind it name: the animation must not.
const REAL: [&str; 30] = [
    "china",
    "chinese",
    "unicom",
    "telecom americas",
    "huawei",
    "barbados",
    "bahamas",
    "btc",
    "cable & wireless",
    "flow",
    "liberty",
    "caribbean",
    "united states",
    "american",
    "americans",
    "us",
    "usa",
    "uk",
    "britain",
    "jersey",
    "guernsey",
    "channel islands",
    "saudi",
    "at&t",
    "verizon",
    "miller",
    "mobileum",
    "exigent",
    "xiang",
    "guardian",
];

/// What is in quotation marks on this page, and nothing else is.
const QUOTED: [&str; 5] = [
    "strongly refutes",
    "is this also monitoring?",
    "tens of thousands",
    "Finding You",
    "Bad Connection",
];

fn words() -> Words {
    Words::native(english())
}

fn told(words: &Words, statement: &Statement) -> String {
    words.line(&format!("case-{}", statement.id))
}

/// Sentences end where a capital letter follows, or a quotation is closed and nothing follows.
fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let last = all.last_mut().unwrap();
        last.push_str(word);
        let ends = word.trim_end_matches(['”', ')']).ends_with(['.', '?', '!']);
        let next = words.peek().and_then(|next| next.chars().find(|c| !"“(".contains(*c)));
        if ends && next.is_some_and(char::is_uppercase) {
            all.push(String::new());
        } else if next.is_some() {
            last.push(' ');
        }
    }
    all.retain(|sentence| !sentence.is_empty());
    all
}

/// A name or word as a whole: no letter or digit before or after it.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The messages of one file, at both depths.
fn texts_of(words: &Words, file: &str) -> BTreeMap<String, Vec<String>> {
    let (_, source) = ENGLISH.iter().find(|(name, _)| name.ends_with(file)).unwrap();
    let keys = source.lines().filter_map(|line| line.split_once(" = "));
    let keys =
        keys.map(|(key, _)| key).filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.map(|key| {
        let said = [Depth::Plain, Depth::Engineer].map(|depth| words.say_at(depth, key, &[]));
        (key.to_owned(), said.to_vec())
    })
    .collect()
}

#[test]
fn sentences_are_told_apart() {
    assert_eq!(sentences("A said b. C said: “d?” E."), ["A said b.", "C said: “d?”", "E."]);
    assert_eq!(sentences("Telecoms.com said e.g. this."), ["Telecoms.com said e.g. this."]);
}

#[test]
fn every_statement_has_words_and_known_sources_and_every_word_has_its_statement() {
    let words = words();
    for statement in &REPORT {
        let told = told(&words, statement);
        assert!(!told.contains('⟦'), "{}: {told}", statement.id);
        assert!((1..=3).contains(&sentences(&told).len()), "{told}");
        assert!(!statement.sources.is_empty(), "{} has no source", statement.id);
        for source in statement.sources {
            assert!(SourceId::named(source).is_some(), "{}: {source}", statement.id);
        }
    }
    let ids: Vec<&str> = REPORT.iter().map(|statement| statement.id).collect();
    assert_eq!(ids, SPEAKERS.map(|(id, _)| id), "in the order of the page");
    let known: BTreeSet<String> = ids.iter().map(|id| format!("case-{id}")).collect();
    let frame = ["case-title", "case-lead", "case-note"].map(str::to_owned).into_iter();
    let frame = frame.chain(Side::ALL.map(|side| format!("case-{}", side.id())));
    let frame: BTreeSet<String> = frame.collect();
    for key in texts_of(&words, "case.ftl").into_keys() {
        let own = key.starts_with("case-understand-") || key.starts_with("case-link-");
        assert!(known.contains(&key) || frame.contains(&key) || own, "{key} is on no page");
    }
    for key in frame {
        assert!(!words.line(&key).contains('⟦'), "{key}");
    }
}

#[test]
fn the_sides_stand_together_in_their_order() {
    let mut sides = REPORT.iter().map(|statement| statement.side).collect::<Vec<_>>();
    sides.dedup();
    assert_eq!(sides, Side::ALL);
}

#[test]
fn every_sentence_of_a_statement_names_who_said_it() {
    let words = words();
    for (statement, (_, speakers)) in REPORT.iter().zip(SPEAKERS) {
        for sentence in sentences(&told(&words, statement)) {
            assert!(speakers.iter().any(|name| has_word(&sentence, name)), "who says: {sentence}");
            assert!(VERBS.iter().any(|verb| has_word(&sentence, verb)), "only stated: {sentence}");
        }
    }
}

#[test]
fn allegation_and_answer_have_the_same_space() {
    let words = words();
    let length = |side: Side| {
        let of = REPORT.iter().filter(|statement| statement.side == side);
        of.map(|statement| told(&words, statement).split_whitespace().count()).sum::<usize>()
    };
    let (alleged, answered) = (length(Side::Alleged), length(Side::Answered));
    let (less, more) = (alleged.min(answered), alleged.max(answered));
    assert!(less * 5 >= more * 4, "{alleged} words allege and {answered} answer");
}

#[test]
fn nothing_is_quoted_but_what_may_be() {
    for (key, said) in texts_of(&words(), "case.ftl") {
        for part in said.iter().flat_map(|text| text.split('“').skip(1)) {
            let quoted = part.split('”').next().unwrap();
            let may = QUOTED.iter().any(|may| may.eq_ignore_ascii_case(quoted));
            assert!(may, "{key}: “{quoted}”");
        }
    }
}

/// Everything that the lesson can say, at both depths and with every choice of its filters.
fn said_in_the_lesson() -> BTreeSet<String> {
    let (words, lesson) = (words(), lesson(LESSON));
    let mut all: BTreeSet<String> =
        texts_of(&words, "chapter-10.ftl").into_values().flatten().collect();
    for choices in all_choices(&lesson) {
        let run = run(&lesson, &choices);
        for depth in [Depth::Plain, Depth::Engineer] {
            let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
            for caption in transcript(&speaker).iter().flat_map(|section| &section.captions) {
                all.insert(joined(&caption.title));
                all.extend(caption.body.iter().map(|sentence| joined(sentence)));
            }
        }
    }
    all
}

#[test]
fn nobody_is_accused_in_the_pages_own_voice() {
    let told = texts_of(&words(), "case.ftl").into_values().flatten();
    for sentence in told.chain(said_in_the_lesson()) {
        for word in FORBIDDEN {
            assert!(!has_word(&sentence.to_lowercase(), word), "“{word}” in: {sentence}");
        }
    }
}

#[test]
fn the_animation_names_nobody_real() {
    for text in said_in_the_lesson().iter().map(String::as_str).chain([LESSON]) {
        // The ids of sources are not shown: a source is named where it is cited, by its title.
        let ids = SOURCES
            .iter()
            .fold(text.to_owned(), |text, s| text.replace(&format!("\"{}\"", s.id), ""));
        for name in REAL {
            assert!(!has_word(&ids.to_lowercase(), name), "{name} in: {text}");
        }
    }
}

#[test]
fn the_lesson_has_its_two_sides_and_one_point() {
    let (words, lesson) = (words(), lesson(LESSON));
    assert_eq!((lesson.id.as_str(), lesson.chapter, lesson.seed), ("the-reported-case", 10, 10));
    assert!(lesson.predict.is_some() && !lesson.compare.is_empty());
    let remember = words.line("lesson-the-reported-case-remember");
    assert_eq!(sentences(&remember).len(), 1, "{remember}");
    let run = run(&lesson, &support::only(&lesson, "none"));
    assert!((5..=12).contains(&run.beats.len()));
}

#[test]
fn no_sentence_of_these_pages_is_long() {
    let words = words();
    let mut long = Vec::new();
    for file in ["case.ftl", "follows.ftl", "glossary.ftl", "chapter-10.ftl"] {
        for (key, said) in texts_of(&words, file) {
            let all = said.iter().flat_map(|text| sentences(text));
            let over = all.filter(|sentence| sentence.split_whitespace().count() > 24);
            long.extend(over.map(|sentence| format!("{key}: {sentence}")));
        }
    }
    assert!(long.is_empty(), "more than 24 words: {long:#?}");
}

/// Paragraphs of the closing page that only advise, or speak of these pages.
const NO_FACT: [&str; 4] =
    ["follows-reader-6", "follows-mistakes-1", "follows-mistakes-2", "follows-mistakes-3"];

#[test]
fn every_fact_of_the_closing_page_has_a_source_and_every_paragraph_its_place() {
    let words = words();
    let mut keys: BTreeSet<String> = ["follows-title", "follows-lead"].map(str::to_owned).into();
    for section in &FOLLOWS {
        let heading = format!("follows-{}", section.id);
        for (paragraph, number) in section.paragraphs.iter().zip(1..) {
            assert_eq!(paragraph.key, format!("{heading}-{number}"), "in their order");
            keys.insert(paragraph.key.to_owned());
            let none = paragraph.sources.is_empty();
            assert_eq!(none, NO_FACT.contains(&paragraph.key), "{}", paragraph.key);
            for source in paragraph.sources {
                assert!(SourceId::named(source).is_some(), "{}: {source}", paragraph.key);
            }
        }
        keys.insert(heading);
    }
    for key in &keys {
        assert!(!words.line(key).contains('⟦'), "{key} has no words");
    }
    assert_eq!(texts_of(&words, "follows.ftl").into_keys().collect::<BTreeSet<_>>(), keys);
}

#[test]
fn every_term_has_its_heading_and_its_meaning_in_the_glossary_and_nothing_else_does() {
    let words = words();
    let (_, source) = ENGLISH.iter().find(|(name, _)| name.ends_with("glossary.ftl")).unwrap();
    let terms = source.lines().filter_map(|line| line.strip_prefix('-')?.split_once(" = "));
    let terms: BTreeSet<&str> = terms.map(|(term, _)| term).collect();
    let mut keys = BTreeSet::new();
    for term in &terms {
        for key in [format!("glossary-{term}"), format!("glossary-{term}-means")] {
            let said = words.line(&key);
            assert!(!said.contains('⟦'), "{key} has no words");
            if key.ends_with("-means") {
                assert!((1..=2).contains(&sentences(&said).len()), "{key}: {said}");
            }
            keys.insert(key);
        }
    }
    assert_eq!(texts_of(&words, "glossary.ftl").into_keys().collect::<BTreeSet<_>>(), keys);
}
