//! The text table against what speaks from it: everything that has a name in code has its words, filled
//! with the arguments that code gives, at both depths; and no lesson's sentence is there for nothing.

mod support;

use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use support::{BUILT_IN, all_choices, lesson};
use whereabouts::filter::{Field, Need, RULES, Reason, Side};
use whereabouts::lesson::{Code, Lesson};
use whereabouts::link::NoticeKind;
use whereabouts::narration::{RowState, Speaker, key, rows, specified, transcript};
use whereabouts::run::{Choices, Fate, JudgedId, Kind, run};
use whereabouts::signalling::{
    CATALOGUE, Fact, Generation, HonestUse, Operation, OperationId, Party, Role,
};
use whereabouts::text::{
    Depth, Part, Pattern, Piece, Table, Value, Words, english, joined, pseudo,
};

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
        check(&format!("reason-{}", reason.id()), &["claimed", "title", "listed"]);
    }
    for reason in ["nothing-in-the-way", "answer-goes-to-the-owner"] {
        check(&format!("reason-{reason}"), &[]);
    }
}

/// Whose address nobody knows cannot be named.
#[test]
fn a_reason_does_not_speak_of_somebody_unknown() {
    let words = Words::native(english());
    let of_known = [
        Reason::Partner,
        Reason::WrongRoad,
        Reason::PathFits,
        Reason::PathImpossible,
        Reason::SignedByAnother,
    ];
    for reason in Reason::ALL.iter().filter(|reason| !of_known.contains(reason)) {
        for depth in [Depth::Plain, Depth::Engineer] {
            let said = |claimed| {
                let claimed = ("claimed", Value::Text(claimed));
                let args = [claimed, ("title", Value::Text("X")), ("listed", Value::Text("no"))];
                words.say_at(depth, &format!("reason-{}", reason.id()), &args)
            };
            assert_eq!(said("Y"), said(""), "{}", reason.id());
        }
    }
}

#[test]
fn every_rule_has_a_name_and_says_what_it_does_and_what_it_does_not() {
    for rule in &RULES {
        for key in ["rule", "does", "misses", "harms"] {
            check(&format!("{key}-{}", rule.name), &[]);
        }
    }
}

#[test]
fn everything_that_a_rule_reads_or_needs_has_a_name() {
    for field in Field::ALL {
        check(&format!("field-{}", field.id()), &[]);
    }
    for need in Need::ALL {
        check(&format!("need-{}", need.id()), &[]);
    }
}

#[test]
fn every_fact_has_a_name_for_sentences_and_one_for_the_ledger() {
    for fact in Fact::ALL {
        check(&format!("fact-{}", fact.id()), &[]);
        check(&format!("know-{}", fact.id()), &[]);
    }
}

/// What the captions give to an operation's sentence.
const SENT: [&str; 10] =
    ["sender", "to", "title", "verb", "operation", "code", "specification", "clause", "role", "by"];

/// The key of an operation's own sentence, or of the one for all.
fn own(words: &Words, what: &str, row: &Operation) -> String {
    let own = format!("{what}-{}", key(row.id));
    if words.has(&own) { own } else { what.to_owned() }
}

#[test]
fn every_operation_has_a_name_an_honest_use_and_words_for_its_way() {
    let words = Words::native(english());
    for row in &CATALOGUE {
        check(&format!("operation-{}", key(row.id)), &[]);
        check(&format!("honest-{}", key(row.id)), &[]);
        check(&own(&words, "sent", row), &SENT);
        check(&own(&words, "arrived", row), &["to", "kind", "role", "facts"]);
        if row.inside.is_some() {
            check("sent-inside", &["outer", "role"]);
        }
    }
}

#[test]
fn every_honest_use_and_every_generation_has_a_name() {
    for honest_use in [HonestUse::Locate, HonestUse::Connect, HonestUse::Charge] {
        check(&format!("use-{}", honest_use.id()), &[]);
    }
    for generation in Generation::ALL {
        check(&format!("generation-{}", generation.id()), &[]);
    }
}

#[test]
fn the_engineer_is_told_each_operations_code_and_clause_as_the_catalogue_has_them() {
    let lesson = with_every_node(&["home"]);
    let words = Words::native(english());
    for row in &CATALOGUE {
        let clause = format!(
            "({}, {} clause {})",
            specified(&words, row.id, "code"),
            row.specified().specification,
            row.specified().clause
        );
        let asked = asked(&lesson, json!({ "operation": row.name, "from": "third-party" }));
        let run = run(&asked, &Choices::of(&asked));
        let speaker = Speaker { lesson: &asked, run: &run, words: &words, depth: Depth::Engineer };
        let captions = transcript(&speaker).into_iter().flat_map(|section| section.captions);
        let said =
            captions.map(|caption| joined(&caption.title)).find(|said| said.contains(&clause));
        let said = said.unwrap_or_else(|| panic!("{} is never sent with {clause}", row.name));
        assert!(said.contains(row.name) && said.contains("sends"), "{said}");
    }
}

#[test]
fn a_code_is_written_as_engineers_write_it() {
    let words = Words::native(english());
    let of = |name: &str| specified(&words, OperationId::named(name).unwrap(), "code");
    assert_eq!(of("provideSubscriberInfo"), "MAP 70");
    assert_eq!(of("Insert-Subscriber-Data"), "S6a command 319, application 16777251");
    assert_eq!(
        of("Namf_Location_ProvideLocationInfo"),
        "POST /namf-loc/v1/{ueContextId}/provide-loc-info"
    );
}

#[test]
fn every_role_has_a_name() {
    for role in Role::all() {
        check(&format!("role-{}", role.id()), &[]);
    }
}

/// "Two questions" with a node in every role in every network, and every rule at these gates.
fn with_every_node(gates: &[&str]) -> Json {
    let mut json = support::two_questions();
    for network in json["networks"].as_array_mut().unwrap() {
        let titles = network["titles"].as_str().unwrap().to_owned();
        let node = |(number, role): (usize, Role)| match role.generation() {
            Generation::Ss7 => {
                json!({ "role": role.id(), "title": format!("{titles} 000 {:04}", number + 1) })
            }
            _ => json!({ "role": role.id() }),
        };
        network["nodes"] = Role::all().enumerate().map(node).collect();
    }
    let rules = |side: Side| -> Vec<Json> {
        let here = RULES.iter().filter(|row| row.sides.contains(&side));
        here.map(|row| json!({ "rule": row.name, "on": true })).collect()
    };
    json["gates"] = gates
        .iter()
        .map(|&at| match at {
            "exit" => {
                json!({ "id": "exit", "at": "lessor", "exit": true, "rules": rules(Side::Exit) })
            }
            "exchange" => json!({ "id": at, "at": at, "rules": rules(Side::Transit) }),
            _ => json!({ "id": at, "at": at, "rules": rules(Side::Border) }),
        })
        .collect();
    let all = ["phone-number", "imsi", "serving-network", "serving-node"];
    for party in json["knows"].as_array_mut().unwrap() {
        let facts = party["facts"].as_array_mut().unwrap();
        for fact in all.map(Json::from) {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
    }
    json["knows"].as_array_mut().unwrap().push(json!({ "party": "lessor", "facts": all }));
    json["acts"] = json!([{ "id": "nothing", "operation": "updateLocation", "from": "visited" }]);
    json
}

/// The same with one more act.
fn asked(json: &Json, mut act: Json) -> Lesson {
    let mut json = json.clone();
    act["id"] = "asked".into();
    json["acts"].as_array_mut().unwrap().push(act);
    lesson(&json.to_string())
}

/// Nothing that is said has a hole in it, whoever asks whatever in whichever manner.
#[test]
fn every_operation_can_be_spoken_of_whoever_asks_and_however() {
    let words = Words::native(english());
    let manners = [
        json!({ "from": "home" }),
        json!({ "from": "visited", "unreadable": true }),
        json!({ "from": "lessor", "network-code": "999-22" }),
        json!({ "from": "third-party" }),
        json!({ "from": "third-party", "claims": "home", "naive": true }),
        json!({ "from": "third-party", "claims": "+999 71 555 0199" }),
    ];
    let gates = [vec!["home", "visited"], vec!["exchange"], vec!["exit"]];
    let lessons = gates.map(|gates| with_every_node(&gates));
    let mut seen = BTreeSet::new();
    for (row, manner) in CATALOGUE.iter().flat_map(|row| manners.iter().map(move |m| (row, m))) {
        let mut act = manner.clone();
        act["operation"] = row.name.into();
        for lesson in lessons.iter().map(|json| asked(json, act.clone())) {
            for choices in [Choices::default(), Choices::of(&lesson)] {
                let run = run(&lesson, &choices);
                for depth in [Depth::Plain, Depth::Engineer] {
                    let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
                    let captions = transcript(&speaker).into_iter().flat_map(|s| s.captions);
                    for sentence in captions.flat_map(|c| [vec![c.title], c.body].concat()) {
                        seen.insert(without_sources(&sentence));
                    }
                    for row in rows(&speaker, run.length) {
                        assert!(!row.name.contains('⟦'), "{}", row.name);
                    }
                }
            }
        }
    }
    for sentence in &seen {
        let holes = ["⟦", "  ", " .", " ,", " :", "“”", "()", "?”.", ".”"];
        assert_eq!(holes.iter().find(|hole| sentence.contains(**hole)), None, "{sentence}");
        let whole = [".", "?", ".)", "?”"].iter().any(|end| sentence.ends_with(end));
        assert!(whole && !sentence.starts_with(' '), "{sentence}");
    }
    for said in [
        "It is written so that a filter cannot read what it asks. The node that it is for can.",
        "First the home network and the visited network opened a connection",
        "First somebody opened a connection to the visited network",
        "by the road that the question took",
        "inside the connection that the question came by",
        "The register now points to Corvo Telecom, where the phone is not.",
    ] {
        assert!(seen.iter().any(|sentence| sentence.contains(said)), "nobody says: {said}");
    }
}

#[test]
fn the_judge_and_the_comparison_have_their_sentences() {
    let judge = [
        "not-json",
        "unknown-field",
        "missing-field",
        "wrong-type",
        "unknown-word",
        "ask-home",
        "ask-visited",
        "setting",
        "too-long",
        "duplicate",
        "stream-at",
    ];
    for key in judge {
        check(&format!("judge-{key}"), &["found", "expected"]);
    }
    check("parting-none", &[]);
    check("parting-judged", &["owner", "side", "rule", "verdict", "reason"]);
    check("parting-not-asked", &["party", "operation", "facts"]);
    check("parting-other", &[]);
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
fn every_built_in_lesson_has_a_title_a_question_an_opening_and_a_sentence_to_remember() {
    for json in BUILT_IN {
        let id = lesson(json).id;
        for key in ["", "-question", "-opening", "-remember"] {
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
            // In SS7 an answer to a forged address goes elsewhere.
            let lost = |act| run.messages.iter().any(|m| (m.act, m.fate) == (act, Fate::Elsewhere));
            let ends = by_third.map(|message| match message.fate {
                Fate::Arrived if lost(message.act) => (message.act, Fate::Elsewhere.id()),
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

/// A sentence without the numbers of the documents behind it.
fn without_sources(sentence: &[Piece]) -> String {
    let words = sentence.iter().filter(|piece| !matches!(piece, Piece::Source { .. }));
    words.map(Piece::text).collect()
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
                    let own = caption.body.iter().chain(&caption.remember);
                    said.extend(own.map(|sentence| without_sources(sentence)));
                }
            }
        }
    }
    // The question about what comes next is the player's to ask.
    let own = |key: &&str| key.starts_with("lesson-") && !key.ends_with("-predict");
    for key in table.keys().filter(own) {
        let sentence = table.plain(key).expect("a lesson's sentence takes no argument");
        assert!(said.contains(&sentence), "{key} is never said: {sentence}");
    }
}

/// What a lesson states has a source, and what only speaks of its invented scene says so.
#[test]
fn every_sentence_of_a_lesson_is_a_claim_with_a_source_or_speaks_of_what_is_invented() {
    let table = english();
    for json in BUILT_IN {
        let lesson = lesson(json);
        let start = format!("lesson-{}-", lesson.id);
        let own = table.keys().filter_map(|key| key.strip_prefix(&start));
        let own = own.map(|key| key.strip_suffix(".engineer").unwrap_or(key));
        let own: BTreeSet<&str> =
            own.filter(|key| !["question", "predict"].contains(key)).collect();
        let claims = lesson.claims.iter().map(|claim| claim.says.as_str());
        let listed: BTreeSet<&str> =
            claims.chain(lesson.scene.iter().map(String::as_str)).collect();
        assert_eq!(listed, own, "{}", lesson.id);
        assert!(!lesson.cited("remember").is_empty(), "{} remembers without a source", lesson.id);
    }
}

/// A chapter asks something, asks for a prediction, sets itself beside the run with a filter where one
/// makes a difference, and ends with one sentence.
#[test]
fn every_chapter_has_what_a_chapter_has() {
    let words = Words::native(english());
    for json in BUILT_IN {
        let lesson = lesson(json);
        let line = |what: &str| words.line(&format!("lesson-{}-{what}", lesson.id));
        for asks in ["question", "predict"] {
            assert!(line(asks).ends_with('?'), "{}: {}", lesson.id, line(asks));
        }
        let remember = line("remember");
        assert_eq!(remember.matches(['.', '?']).count(), 1, "{}: one sentence", lesson.id);
        assert!(lesson.predict.is_some(), "{} asks for no prediction", lesson.id);
        let open = Choices::of(&lesson);
        let with = open.compared(&lesson);
        let (one, other) = (run(&lesson, &open), run(&lesson, &with));
        let parts = whereabouts::run::compare(&one, &other).parts.is_some();
        assert_eq!(parts, !lesson.compare.is_empty(), "{}: the comparison parts", lesson.id);
        for choices in all_choices(&lesson) {
            let beats = run(&lesson, &choices).beats.len();
            assert!((5..=12).contains(&beats), "{} has {beats} beats: {choices:?}", lesson.id);
        }
    }
}

/// Who shares a link to a chapter shares its picture: one for each, of the size that is asked for.
#[test]
fn every_chapter_has_a_picture_to_be_shared_with() {
    for (chapter, _) in whereabouts::lesson::CHAPTERS {
        let file = format!("assets/previews/chapter-{chapter:02}.png");
        let png = std::fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((&png[1..4], number(16), number(20)), (&b"PNG"[..], 1200, 630), "{file}");
    }
}

#[test]
fn an_answer_that_went_elsewhere_is_not_spoken_of_as_one_that_came() {
    let lesson = support::variant(|json| {
        json["acts"][2]["claims"] = serde_json::json!("+999 71 000 0001");
    });
    let words = Words::native(english());
    let run = run(&lesson, &Choices::of(&lesson));
    let (id, _) = support::question(&lesson, &run, "first-question").unwrap();
    let answer = support::answer(&run, id).unwrap();
    assert_eq!((answer.kind, answer.fate), (Kind::Answer { to: id }, Fate::Elsewhere));
    let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
    let learned = words.line("lesson-two-questions-first-question-answered");
    for caption in transcript(&speaker).iter().flat_map(|section| &section.captions) {
        assert!(caption.body.iter().all(|sentence| without_sources(sentence) != learned));
    }
}

/// A profile that goes down inside a registration does not come with its answer once more.
#[test]
fn what_is_sent_on_inside_an_act_is_told_once() {
    let lesson = support::variant(|json| json["acts"][0]["inside"] = "insertSubscriberData".into());
    let words = Words::native(english());
    let run = run(&lesson, &Choices::of(&lesson));
    let (id, _) = support::question(&lesson, &run, "arrival").unwrap();
    assert!(support::answer(&run, id).unwrap().facts.is_empty());
    let profile = [Fact::PhoneNumber, Fact::Subscription];
    let visited = support::knows_in_the_end(&run, Party::Network(lesson.traveller.serving));
    assert!(profile.iter().all(|&fact| visited.has(fact)));
    let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth: Depth::Plain };
    let captions = transcript(&speaker).into_iter().flat_map(|section| section.captions);
    let said: Vec<String> = captions.map(|caption| joined(&caption.title)).collect();
    for title in [
        "The home network now knows that the switch has taken it down.",
        "The home network answers: noted.",
        "The visited network now knows that the phone has been entered in the register.",
    ] {
        assert!(said.iter().any(|said| said == title), "{title}");
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
