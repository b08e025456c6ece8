//! Whether somebody who is fourteen can read the plain words: how long sentences are, and that no
//! abbreviation stands there without its meaning. Over everything that a chapter can come to say, whatever
//! its filters are, and over the pages beside the chapters.

mod support;

use std::collections::BTreeSet;
use support::{BUILT_IN, EXAMPLES, all_choices};
use whereabouts::lesson;
use whereabouts::narration::{Sentence, Speaker, transcript};
use whereabouts::run::run;
use whereabouts::text::{Depth, Piece, Words, english};

/// The most words between two full stops, where a gate's reasons are listed, and elsewhere.
const LONGEST_LIST: usize = 40;
const LONGEST: usize = 26;
/// The most words in all of a caption, so that it can be read while a message is on its way.
const LONGEST_CAPTION: usize = 110;
/// Abbreviations that everybody uses as words.
const WORDS: [&str; 1] = ["SIM"];
/// Names of organisations and of a format, which the pages spell as those do who made them.
const NAMES: [&str; 8] = ["UK", "EU", "FCC", "EPIC", "GSMA", "ENISA", "ITU", "SCORM"];

fn words_in(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The sentences of a text, and the parts of each at its colons.
fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        let after = &text[at + sign.len_utf8()..];
        let ends = after.is_empty() || after.starts_with([' ', '”', ')']);
        if ['.', '?', '!'].contains(&sign) && ends {
            all.push(text[start..at].trim());
            start = at + sign.len_utf8();
        }
    }
    all.push(text[start..].trim());
    all.retain(|sentence| words_in(sentence) > 0);
    all
}

/// Words in capital letters, such as HLR; generations of networks, such as 5G, are none.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
}

/// What of a sentence is words as they stand: a glossary's word explains itself, and a party's name is one.
fn bare(sentence: &Sentence) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Source { .. } => String::new(),
        // Something stands there, and counts as a word.
        Piece::Term { .. } | Piece::Party { .. } | Piece::Number(_) => "x".to_owned(),
    };
    sentence.iter().map(text).collect()
}

/// What is wrong with a text.
fn problems(text: &str, longest: usize) -> Vec<String> {
    let long = sentences(text).into_iter().filter(|sentence| words_in(sentence) > longest);
    let mut all: Vec<String> =
        long.map(|sentence| format!("{} words: {sentence}", words_in(sentence))).collect();
    // The number on the SIM is called by its name beside its meaning.
    let explained = text
        .replace("the number on the SIM (IMSI)", "")
        .replace("The number on the SIM is called IMSI", "");
    let known = |word: &&str| !WORDS.contains(word) && !NAMES.contains(word);
    all.extend(abbreviations(&explained).filter(known).map(|word| format!("“{word}” in: {text}")));
    all
}

#[test]
fn what_is_too_long_or_unexplained_is_found() {
    let long = format!("{}end.", "word ".repeat(LONGEST));
    assert_eq!(problems(&long, LONGEST).len(), 1);
    assert_eq!(problems("Short. Short? Short!", 1).len(), 0);
    assert_eq!(problems("The HLR and the UDM.", LONGEST).len(), 2);
    assert_eq!(problems("The number on the SIM (IMSI), in 5G too.", LONGEST).len(), 1);
    assert_eq!(problems("It has the number on the SIM (IMSI) in 5G.", LONGEST).len(), 0);
    assert_eq!(sentences("A b. “C d?” E: f."), ["A b", "“C d", "” E: f"]);
}

#[test]
fn every_plain_caption_can_be_read_by_somebody_who_is_fourteen() {
    let mut found = BTreeSet::new();
    for json in BUILT_IN.into_iter().chain(EXAMPLES.map(|(_, json)| json)) {
        let (lesson, own) = lesson::open(json).unwrap();
        let words = Words::native(english()).with_own(own.words);
        for choices in all_choices(&lesson) {
            let run = run(&lesson, &choices);
            let speaker =
                Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
            for caption in transcript(&speaker).into_iter().flat_map(|section| section.captions) {
                let title = bare(&caption.title);
                found.extend(problems(&title, LONGEST_LIST));
                let body = caption.body.iter().chain(&caption.remember).map(bare);
                let body: Vec<String> = body.collect();
                for text in &body {
                    // A gate that lets something pass says why, rule by rule; and facts are listed.
                    let gate = text.contains(" looks at it and lets it pass");
                    let list = gate || text.matches(", ").count() > 1 && text.contains(" and ");
                    found.extend(problems(text, if list { LONGEST_LIST } else { LONGEST }));
                }
                let all = words_in(&title) + body.iter().map(|text| words_in(text)).sum::<usize>();
                if all > LONGEST_CAPTION {
                    found.insert(format!("{all} words in {}: {title} {body:?}", lesson.id));
                }
            }
        }
        for asks in ["question", "predict", "remember"] {
            let key = format!("lesson-{}-{asks}", lesson.id);
            found.extend(problems(&bare(&words.pieces(&key, &[])), LONGEST));
        }
    }
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{} problems:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_pages_beside_the_chapters_are_as_plain() {
    let table = english();
    let words = Words::native(english());
    let mut found = Vec::new();
    for key in table.keys().filter(|key| !key.ends_with(".engineer")) {
        let beside = [
            "embed-",
            "follows-",
            "game-",
            "matrix-",
            "sandbox-",
            "site-",
            "setting-means-",
            "teaching-",
        ];
        // In the exercise the field's own name stands small beside each plain one.
        let field = key.starts_with("game-field") || key.contains("-name-");
        if beside.iter().any(|start| key.starts_with(start)) && !field {
            let text = bare(&words.pieces(key, &[]));
            let text =
                text.split('⟦').map(|part| part.split_once('⟧').map_or(part, |(_, rest)| rest));
            found.extend(
                problems(&text.collect::<String>(), 30).into_iter().map(|p| format!("{key}: {p}")),
            );
        }
    }
    assert!(found.is_empty(), "{} problems:\n{}", found.len(), found.join("\n"));
}
