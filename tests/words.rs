//! The text table against what speaks from it: everything that has a name in code has its words, filled
//! with the arguments that code gives, at both depths; and no lesson's sentence is there for nothing.

mod support;

use std::collections::BTreeSet;
use support::{BUILT_IN, all_choices, lesson};
use whereabouts::filter::{RULES, Reason};
use whereabouts::lesson::Code;
use whereabouts::link::NoticeKind;
use whereabouts::narration::{RowState, Speaker, transcript};
use whereabouts::run::{Fate, JudgedId, Kind, run};
use whereabouts::signalling::{CATALOGUE, Fact, Party, Role};
use whereabouts::text::{Depth, Part, Pattern, Table, Value, Words, english, joined, pseudo};

/// The message is there, and with these arguments says something whole, at both depths.
fn check(key: &str, args: &[&str]) {
    let words = Words::native(english());
    let args: Vec<_> = args.iter().map(|name| (*name, Value::Text("X"))).collect();
    for depth in [Depth::Plain, Depth::Engineer] {
        let said = words.say_at(depth, key, &args);
        assert!(!said.contains('⟦') && !said.trim().is_empty(), "{key} at {depth:?}: {said}");
    }
}

#[test]
fn every_reason_has_its_half_sentence() {
    for reason in Reason::ALL {
        check(&format!("reason-{}", reason.id()), &["claimed", "title"]);
    }
}

#[test]
fn every_rule_has_a_name_and_says_what_it_does() {
    for rule in &RULES {
        check(&format!("rule-{}", rule.name), &[]);
        check(&format!("does-{}", rule.name), &[]);
    }
}

#[test]
fn every_fact_has_a_name_for_sentences_and_one_for_the_ledger() {
    for fact in Fact::ALL {
        check(&format!("fact-{}", fact.id()), &[]);
        check(&format!("know-{}", fact.id()), &[]);
    }
}

#[test]
fn every_operation_has_a_name_an_honest_use_and_words_for_its_way() {
    for row in &CATALOGUE {
        check(&format!("operation-{}", row.name), &[]);
        check(&format!("honest-{}", row.name), &[]);
        check(&format!("sent-{}", row.name), &["sender", "to", "title", "by"]);
        check(&format!("arrived-{}", row.name), &["to"]);
        if row.inside.is_some() {
            check("sent-inside", &["outer"]);
        }
    }
}

#[test]
fn the_engineer_is_told_each_operations_code_and_clause_as_the_catalogue_has_them() {
    let words = Words::native(english());
    for row in &CATALOGUE {
        let args = ["sender", "to", "title", "by"].map(|name| (name, Value::Text("X")));
        let said = words.say_at(Depth::Engineer, &format!("sent-{}", row.name), &args);
        let code = format!("MAP {}, {} clause {}", row.code, row.specification, row.clause);
        assert!(said.contains(row.name) && said.contains(&code), "{said} lacks {code}");
    }
}

#[test]
fn every_role_has_a_name() {
    let roles = [Role::Hlr, Role::MscVlr, Role::SmsGateway, Role::SmsRouter, Role::ServiceControl];
    for role in roles {
        check(&format!("role-{}", role.id()), &[]);
    }
}

#[test]
fn everything_that_can_become_of_a_message_has_a_word() {
    let fates =
        [Fate::Arrived, Fate::Masked(JudgedId(0)), Fate::Stopped(JudgedId(0)), Fate::Elsewhere];
    let ended = fates.map(RowState::Ended);
    for state in ended.into_iter().chain([RowState::Travelling, RowState::NotAsked]) {
        check(&format!("fate-{}", state.id()), &[]);
    }
    for verdict in ["pass", "mask", "stop"] {
        check(&format!("verdict-{verdict}"), &[]);
    }
}

#[test]
fn every_notice_about_an_address_has_its_sentence() {
    let kinds = [
        NoticeKind::UnknownParameter,
        NoticeKind::UnknownValue,
        NoticeKind::UnknownFilter,
        NoticeKind::UnknownMoment,
    ];
    for kind in kinds {
        check(kind.key(), &["name", "value"]);
    }
}

#[test]
fn every_problem_of_a_lesson_file_has_its_sentence() {
    for code in Code::ALL {
        check(&format!("problem-{}", code.id()), &["found", "expected"]);
    }
}

#[test]
fn every_built_in_lesson_has_a_title_a_question_an_opening_and_a_closing() {
    for json in BUILT_IN {
        let id = lesson(json).id;
        for key in ["", "-question", "-opening", "-closing"] {
            check(&format!("lesson-{id}{key}"), &[]);
        }
    }
}

#[test]
fn however_a_third_partys_question_ends_the_lesson_has_a_sentence_for_it() {
    let table = english();
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            let run = run(&lesson, &choices);
            let by_third = run.messages.iter().filter(|message| {
                message.is_request() && message.actual.party == Party::ThirdParty
            });
            let ends = by_third.map(|message| match message.fate {
                Fate::Arrived => (message.act, "answered"),
                fate => (message.act, fate.id()),
            });
            let not_asked = run.not_asked.iter().map(|missed| (missed.act, "not-asked"));
            for (act, end) in ends.chain(not_asked) {
                let act = &lesson.act(act).unwrap().id;
                let key = format!("lesson-{}-{act}-{end}", lesson.id);
                assert!(table.has(&key), "{key}");
            }
        }
    }
}

#[test]
fn every_sentence_of_a_lesson_is_said_with_some_choice_of_filters() {
    let table = english();
    let words = Words::native(english());
    let mut said = BTreeSet::new();
    for json in BUILT_IN {
        let lesson = lesson(json);
        for choices in all_choices(&lesson) {
            let run = run(&lesson, &choices);
            for depth in [Depth::Plain, Depth::Engineer] {
                let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
                said.insert(speaker.title());
                for caption in transcript(&speaker).iter().flat_map(|section| &section.captions) {
                    said.insert(joined(&caption.title));
                    said.extend(caption.body.iter().map(|sentence| joined(sentence)));
                }
            }
        }
    }
    for key in table.keys().filter(|key| key.starts_with("lesson-")) {
        let sentence = table.plain(key).expect("a lesson's sentence takes no argument");
        assert!(said.contains(&sentence), "{key} is never said: {sentence}");
    }
}

#[test]
fn an_answer_that_went_elsewhere_is_not_spoken_of_as_one_that_came() {
    let lesson = support::variant(|json| {
        json["acts"][2]["claims"] = serde_json::json!("+999 71 000 0001");
    });
    let words = Words::native(english());
    let run = run(&lesson, &whereabouts::run::Choices::of(&lesson));
    let (id, _) = support::question(&lesson, &run, "first-question").unwrap();
    let answer = support::answer(&run, id).unwrap();
    assert_eq!((answer.kind, answer.fate), (Kind::Answer { to: id }, Fate::Elsewhere));
    let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
    let learned = words.line("lesson-two-questions-first-question-answered");
    for caption in transcript(&speaker).iter().flat_map(|section| &section.captions) {
        assert!(caption.body.iter().all(|sentence| joined(sentence) != learned));
    }
}

#[test]
fn the_pseudo_language_has_the_same_messages_with_the_same_arguments() {
    let (table, pseudo) = (english(), pseudo(&english()));
    assert!(table.keys().eq(pseudo.keys()));
    let arguments = |table: &Table| -> Vec<BTreeSet<String>> {
        table.messages().map(|(_, pattern)| arguments(pattern)).collect()
    };
    assert_eq!(arguments(&table), arguments(&pseudo));
    assert_ne!(table.plain("page-lead"), pseudo.plain("page-lead"));
}

fn arguments(pattern: &Pattern) -> BTreeSet<String> {
    let of = |part: &Part| match part {
        Part::Text(_) | Part::Term { .. } => BTreeSet::new(),
        Part::Argument(name) => BTreeSet::from([name.clone()]),
        Part::Choice { argument, arms, .. } => {
            let inner = arms.iter().flat_map(|(_, pattern)| arguments(pattern));
            inner.chain([argument.clone()]).collect()
        }
    };
    pattern.iter().flat_map(of).collect()
}
