//! What the end says of a run: whether the traveller was found, by whom, and whether something honest was lost.

mod support;

use serde_json::json;
use support::{lesson, only, variant};
use whereabouts::lesson::Lesson;
use whereabouts::narration::{Speaker, transcript};
use whereabouts::run::run;
use whereabouts::text::{Depth, Words, english, joined};

const CROWD: &str = include_str!("../assets/lessons/a-crowd.json");
const BLIND: &str = include_str!("../assets/lessons/blind-spots.json");

/// The end of a run: its title, and what is said below it.
fn end(lesson: &Lesson, filters: &str) -> (String, Vec<String>) {
    let words = Words::native(english());
    let run = run(lesson, &only(lesson, filters));
    let speaker = Speaker { lesson, run: &run, words: &words, depth: Depth::Plain };
    let last = transcript(&speaker).pop().and_then(|mut section| section.captions.pop());
    let last = last.expect("every run has an end");
    (joined(&last.title), last.body.iter().map(|sentence| joined(sentence)).collect())
}

const TOLD: &str = "The home network asked for somebody else, and was told the cell where the phone was \
                    last heard.";

#[test]
fn a_traveller_is_found_where_an_operator_was_told_for_somebody_else() {
    let all = "carrier.home-match,visited.home-match";
    for filters in ["none", all] {
        let (title, body) = end(&lesson(BLIND), filters);
        assert_eq!(title, "The traveller was found.", "{filters}");
        assert_eq!(body.iter().filter(|said| *said == TOLD).count(), 1, "{filters}: {body:?}");
    }
    let (_, body) = end(&lesson(BLIND), all);
    assert!(!body.iter().any(|said| said.contains("third party knows") && said.contains("cell")));
    assert!(body.contains(&"Something honest was stopped.".to_owned()));
}

/// Nobody speaks of a third party where there is none.
#[test]
fn an_operator_that_asks_for_somebody_else_can_be_the_only_one_who_does() {
    let (title, body) = end(&lesson(CROWD), "none");
    assert_eq!((title.as_str(), body[0].as_str()), ("The traveller was found.", TOLD));
    let mut json: serde_json::Value = serde_json::from_str(CROWD).unwrap();
    json["acts"].as_array_mut().unwrap().truncate(1);
    let (title, body) = end(&lesson(&json.to_string()), "visited.volume");
    assert_eq!(title, "The traveller was not found.");
    assert!(body.iter().all(|said| !said.contains("third party")), "{body:?}");
}

/// What the home network asks for its own sake finds nobody for anybody else.
#[test]
fn an_honest_answer_does_not_count_as_found() {
    let of = |for_others: bool| {
        variant(|json| {
            json["acts"].as_array_mut().unwrap().truncate(2);
            json["acts"][1]["for-others"] = json!(for_others);
        })
    };
    assert_ne!(end(&of(false), "none").0, "The traveller was found.");
    assert_eq!(end(&of(true), "none").0, "The traveller was found.");
}
