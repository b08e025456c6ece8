//! Two runs of one lesson side by side: what belongs together, where they part, and why in a sentence.

mod support;

use support::{BUILT_IN, TWO_QUESTIONS, all_choices, lesson, only};
use whereabouts::filter::RuleId;
use whereabouts::lesson::Lesson;
use whereabouts::narration::{Speaker, parting};
use whereabouts::run::{Event, Pair, What, Why, compare, part, run};
use whereabouts::text::{Depth, Words, english, joined};

fn sentence(lesson: &Lesson, one: &str, other: &str) -> String {
    let words = Words::native(english());
    let (first, second) = (run(lesson, &only(lesson, one)), run(lesson, &only(lesson, other)));
    let speaker = Speaker { lesson, run: &first, words: &words, depth: Depth::Plain };
    joined(&parting(&speaker, &second, part(&first, &second)))
}

#[test]
fn a_run_does_not_part_from_itself() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            let run = run(&lesson, &choices);
            let comparison = compare(&run, &run);
            assert_eq!(comparison.parts, None);
            assert_eq!(comparison.pairs.len(), run.events.len());
            assert!(comparison.pairs.iter().all(|pair| pair.one == pair.other));
        }
    }
}

#[test]
fn every_event_of_both_runs_is_there_once_and_in_order() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        let open = run(&lesson, &only(&lesson, "none"));
        for choices in all_choices(&lesson) {
            let other = run(&lesson, &choices);
            let comparison = compare(&open, &other);
            let of = |side: fn(&Pair) -> Option<Event>| {
                comparison.pairs.iter().filter_map(side).collect::<Vec<_>>()
            };
            assert_eq!(of(|pair| pair.one), open.events);
            assert_eq!(of(|pair| pair.other), other.events);
            // Up to where they part every pair has both, and there it has the moment that is named.
            let parts = part(&open, &other);
            assert_eq!(parts, comparison.parts);
            let (before, after) = comparison.pairs.split_at(parts.map_or(0, |parts| parts.at));
            assert!(before.iter().all(|pair| pair.one.is_some() && pair.other.is_some()));
            let first = after.first().and_then(|pair| pair.one.or(pair.other));
            assert!(parts.is_none() || parts.map(|parts| parts.moment) == first.map(|e| e.at));
            for pair in &comparison.pairs {
                if let (Some(one), Some(other)) = (pair.one, pair.other) {
                    assert_eq!(one.at, other.at, "what belongs together happens at one moment");
                }
            }
        }
    }
}

#[test]
fn runs_part_where_the_first_rule_decides_otherwise_and_nowhere_before() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        let open = run(&lesson, &only(&lesson, "none"));
        for choices in all_choices(&lesson) {
            let other = run(&lesson, &choices);
            let first = other.judged.iter().position(|judged| judged.named.is_some());
            let Some(parts) = compare(&open, &other).parts else {
                assert_eq!(first, None, "a rule had something against a message");
                continue;
            };
            let Why::Judged { judged, in_other: true } = parts.why else { panic!("{parts:?}") };
            assert_eq!(Some(usize::from(judged.0)), first);
            let pair = compare(&open, &other).pairs[parts.at];
            assert!(matches!(pair.other.unwrap().what, What::Judged { .. }));
        }
    }
}

#[test]
fn a_stop_is_named_with_its_gate_its_rule_and_its_reason() {
    let lesson = lesson(TWO_QUESTIONS);
    assert_eq!(
        sentence(&lesson, "none", "visited.home-match"),
        "They part at the gate of the visited network: in one of them “Only the traveller’s own home \
         asks” stops the message: Corvo Telecom is not the traveller’s home network."
    );
    let turned = sentence(&lesson, "visited.home-match", "none");
    assert_eq!(turned, sentence(&lesson, "none", "visited.home-match"), "it is the same moment");
}

#[test]
fn the_earlier_of_two_differences_is_named() {
    let lesson = lesson(TWO_QUESTIONS);
    let said = sentence(&lesson, "visited.home-match", "home.sms-home-routing");
    assert!(said.contains("the gate of the home network"), "{said}");
}

#[test]
fn rules_that_let_everything_pass_make_no_difference() {
    let lesson = lesson(TWO_QUESTIONS);
    assert_eq!(sentence(&lesson, "none", "visited.partner-list"), "Both runs are the same.");
}

#[test]
fn two_gates_that_stop_one_message_part_the_runs_at_the_first() {
    let lesson = support::variant(|json| {
        json["gates"].as_array_mut().unwrap().push(serde_json::json!({
            "id": "exit", "at": "lessor", "exit": true,
            "rules": [{ "rule": "home-match" }, { "rule": "lease-ban" }],
        }));
    });
    let (one, other) = (
        run(&lesson, &only(&lesson, "exit.home-match")),
        run(&lesson, &only(&lesson, "exit.lease-ban")),
    );
    let parts = compare(&one, &other).parts.expect("another rule, and another reason");
    let Why::Judged { judged, in_other } = parts.why else { panic!("{parts:?}") };
    let run = if in_other { &other } else { &one };
    let named = run.judged(judged).unwrap().named.unwrap();
    // The first question is the lessee's too: the ban stops it, and the match does not look at it.
    assert_eq!(named.rule, RuleId::LeaseBan);
}
