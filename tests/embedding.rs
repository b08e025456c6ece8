//! A lesson in somebody else's page: what it tells, what it can be told, what is locked, when it is completed, and
//! the code that puts it there.

mod support;

use proptest::prelude::*;
use serde_json::Value;
use std::rc::Rc;
use support::{BUILT_IN, TWO_QUESTIONS, lesson};
use whereabouts::embed::{Order, Progress, code, order, report};
use whereabouts::filter::RuleId;
use whereabouts::lesson::{GateId, Lesson};
use whereabouts::link::{self, Address, LOCKS, PANELS, Panel, Set};
use whereabouts::reader::{Action, Embedding, Embeds, Form, Lane, Session};
use whereabouts::run::Choices;
use whereabouts::text::Depth;

fn session(lesson: &Lesson, address: &str) -> Session {
    let (address, notices) = link::read([address]);
    assert_eq!(notices, []);
    Session::open(Rc::new(lesson.clone()), address, Vec::new())
}

fn two_questions(address: &str) -> Session {
    session(&lesson(TWO_QUESTIONS), address)
}

/// A session after what a host wants.
fn told(session: &Session, text: &str) -> Session {
    match order(session, text) {
        Some(Order::Do(action)) => session.after(action),
        Some(Order::Set(address, _)) => session.after(Action::Set(address)),
        None => panic!("“{text}” is understood"),
    }
}

#[test]
fn a_report_is_json_at_every_step_of_every_chapter() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        let mut session = session(&lesson, "");
        let mut progress = Progress::default();
        let mut before = 0;
        loop {
            progress = progress.after(&session);
            let said = report(&session, &progress, "A \"title\"\n\\", 3);
            let said: Value = serde_json::from_str(&said).expect("it is JSON");
            assert_eq!(said["lesson"], lesson.id.as_str());
            assert_eq!(said["title"], "A \"title\" \\");
            assert_eq!(said["moment"], session.moment().0);
            assert_eq!(said["length"], session.run.length.0);
            assert_eq!(said["notices"], 3);
            let step = said["step"].as_u64().unwrap();
            assert!(step >= before && step <= said["steps"].as_u64().unwrap(), "{}", lesson.id);
            before = step;
            // The address leads back to this moment.
            let back = session_at(&lesson, said["address"].as_str().unwrap());
            assert_eq!(back.moment(), session.moment(), "{}", lesson.id);
            if session.moment() == session.run.length {
                break;
            }
            session = session.after(Action::HopForward);
        }
        assert_eq!(before, session.run.beats.len() as u64, "the last step is counted");
    }
}

fn session_at(lesson: &Lesson, address: &str) -> Session {
    session(lesson, address)
}

#[test]
fn a_lesson_is_completed_by_its_end_and_both_outcomes() {
    for json in BUILT_IN {
        let lesson = lesson(json);
        let open = session(&lesson, "").after(Action::End);
        let once = Progress::default().after(&open);
        let compares = !lesson.compare.is_empty();
        assert!(once.end && once.without, "{}", lesson.id);
        assert_eq!(once.completed(&open), !compares, "{}", lesson.id);
        if compares {
            let with = open.after(Action::Lane(Lane::With));
            let both = once.after(&with);
            assert!(both.with && both.completed(&with), "{}", lesson.id);
            // Two lanes show both at once.
            let wide = session(&lesson, "lanes=both").after(Action::Fits(true));
            assert!(!Progress::default().after(&wide).completed(&wide), "nothing was seen yet");
            let end = wide.after(Action::End);
            assert!(Progress::default().after(&end).completed(&end), "{}", lesson.id);
        }
    }
}

#[test]
fn an_outcome_is_seen_once_its_act_is_over_and_not_before() {
    let lesson = lesson(TWO_QUESTIONS);
    let session = session(&lesson, "at=second-question.0");
    assert!(!Progress::default().after(&session).without);
    let end = session.after(Action::End);
    assert!(Progress::default().after(&end).without);
}

#[test]
fn the_first_answer_counts_and_is_kept_between_two_visits() {
    let asked = two_questions("at=second-question.0");
    let wrong = asked.after(Action::Foresee(false)).after(Action::End);
    let progress = Progress::default().after(&wrong);
    assert_eq!(progress.answer, Some((false, true)));
    let again = two_questions("at=second-question.0").after(Action::Foresee(true));
    let progress = progress.after(&again.after(Action::End));
    assert_eq!(progress.answer, Some((false, true)), "a second answer is no first one");
    assert_eq!(Progress::read(&progress.write()), progress);
}

#[test]
fn every_progress_is_read_as_it_is_written() {
    for bits in 0..8_u8 {
        let has = |bit: u8| bits & bit != 0;
        for answer in [
            None,
            Some((true, true)),
            Some((true, false)),
            Some((false, true)),
            Some((false, false)),
        ] {
            let progress = Progress { end: has(1), without: has(2), with: has(4), answer };
            assert_eq!(Progress::read(&progress.write()), progress);
        }
    }
    assert_eq!(Progress::read("{\"end\":true}"), Progress::default());
}

#[test]
fn a_host_plays_pauses_and_sets_what_the_address_bar_could() {
    let open = two_questions("");
    let plays = told(&open, "play");
    assert!(plays.playing);
    assert_eq!(order(&plays, "play"), None, "it plays already");
    assert!(!told(&plays, "pause").playing);
    let set = told(&plays, "set filters=visited.home-match&speed=2&depth=engineer");
    assert!(set.playing, "what plays goes on playing");
    assert!(set.choices.has(GateId(1), RuleId::HomeMatch));
    assert_eq!((set.view.speed.name(), set.view.depth), ("2", Depth::Engineer));
    let there = told(&set, "set at=second-question.1");
    assert!(there.choices.has(GateId(1), RuleId::HomeMatch), "what is not named stays");
    assert_eq!(
        link::write(&there.address()),
        "at=second-question.1&filters=visited.home-match&speed=2&depth=engineer"
    );
    let end = told(&there, "set at=end");
    assert!(end.moment() == end.run.length && !end.playing);
    assert_eq!(order(&open, "explode"), None);
    let Some(Order::Set(_, notices)) = order(&open, "set speed=3&colour=red") else { panic!() };
    assert_eq!(notices.len(), 2, "what is not understood is told");
}

#[test]
fn a_host_that_answers_for_nobody_keeps_the_readers_answer() {
    let asked = two_questions("at=second-question.0").after(Action::Foresee(true));
    assert!(told(&asked, "set speed=2").answer.is_some());
    assert!(
        told(&asked, "set filters=visited.home-match").answer.is_none(),
        "it was about another run"
    );
}

#[test]
fn a_lock_binds_the_reader_and_not_the_host() {
    let locked = two_questions("lock=all");
    let tries = [
        Action::Filter(GateId(1), RuleId::HomeMatch, true),
        Action::Compare(true),
        Action::Lane(Lane::With),
        Action::Lane(Lane::Both),
        Action::Depth(Depth::Engineer),
        Action::Speed(whereabouts::playback::Speed::named("2").unwrap()),
    ];
    for action in tries {
        let after = locked.after(action.clone());
        let same = |session: &Session| (session.choices.clone(), link::write(&session.view));
        assert_eq!(same(&after), same(&locked), "{action:?}");
    }
    // An answer does not bring in by the back door what is locked.
    let asked = two_questions("lock=filters&at=second-question.0").after(Action::Fits(true));
    let answered = asked.after(Action::Foresee(true));
    assert_eq!(answered.choices, Choices::of(&answered.lesson));
    // Each lock is its own.
    let depth = two_questions("lock=depth");
    assert_ne!(
        depth.after(Action::Filter(GateId(1), RuleId::HomeMatch, true)).choices,
        depth.choices
    );
    assert!(
        told(&locked, "set filters=visited.home-match").choices.has(GateId(1), RuleId::HomeMatch)
    );
}

#[test]
fn the_code_says_what_was_chosen_in_a_frame_and_as_an_element() {
    let session = two_questions("at=second-question.1&filters=visited.home-match&theme=dark");
    let site = "https://a.example/whereabouts/";
    let mut embedding = Embedding::default();
    for (place, _) in (0..).zip(PANELS) {
        embedding = embedding.after(Embeds::Panel(place, true));
    }
    embedding = embedding.after(Embeds::Lock(0, true));
    let written = code(&session, &embedding, site, "A \"b\" <c>");
    let said = "at=second-question.1&filters=visited.home-match&panels=all&lock=filters";
    assert_eq!(
        written.preview,
        format!("{site}embed/chapters/4/#{said}"),
        "a reader's colours stay here"
    );
    assert!(
        written.text.contains(&format!("src=\"{}\"", written.preview.replace('&', "&amp;"))),
        "{}",
        written.text
    );
    assert!(written.text.contains("title=\"A &quot;b&quot; &lt;c&gt;\""), "{}", written.text);
    let element = code(&session, &embedding.after(Embeds::Form(Form::Element)), site, "").text;
    for part in [
        "src=\"https://a.example/whereabouts/embed/whereabouts-explainer.js\"",
        "<whereabouts-explainer chapter=\"4\" at=\"second-question.1\" filters=\"visited.home-match\" panels=\"all\" lock=\"filters\">",
    ] {
        assert!(element.contains(part), "{element}");
    }
    let link = code(&session, &embedding.after(Embeds::Form(Form::Link)), site, "").text;
    assert_eq!(link, format!("{site}chapters/4/#at=second-question.1&filters=visited.home-match"));
    let begin = embedding.after(Embeds::Here(false)).after(Embeds::Form(Form::Present));
    assert_eq!(code(&session, &begin, site, "").text, format!("{site}chapters/4/#present=on"));
}

#[test]
fn what_a_frame_shows_by_itself_is_left_out() {
    let session = two_questions("");
    let written = code(&session, &Embedding::default(), "https://a.example/", "t");
    assert_eq!(written.preview, "https://a.example/embed/chapters/4/");
    let none = Embedding {
        panels: Set::default().with(Panel::Filters as u8, false),
        ..Embedding::default()
    };
    assert!(code(&session, &none, "https://a.example/", "t").preview.ends_with("#panels=none"));
    assert_eq!(LOCKS.len(), 6);
}

#[test]
fn an_address_leads_to_the_page_of_its_lesson() {
    let page = |text: &str| link::read([text]).0.page();
    assert_eq!(page(""), None);
    assert_eq!(page("chapter=1").as_deref(), Some(""));
    assert_eq!(page("chapter=4").as_deref(), Some("chapters/4/"));
    assert_eq!(page("lesson=two-questions").as_deref(), Some("chapters/4/"));
    assert_eq!(
        page("chapter=2&lesson=two-questions").as_deref(),
        Some("chapters/4/"),
        "the lesson counts"
    );
    assert_eq!(page("lesson=matrix-sendimsi").as_deref(), Some("matrix/sendimsi/"));
    assert_eq!(link::read(["lesson=matrix-nonsense"]).1.len(), 1);
}

#[test]
fn what_is_locked_and_shown_goes_along_to_the_next_chapter_and_is_not_remembered() {
    let (address, _) =
        link::read(["panels=none&lock=depth&present=on&depth=engineer&at=end&chapter=4"]);
    assert_eq!(link::write(&address.carried()), "depth=engineer&panels=none&lock=depth&present=on");
    assert_eq!(link::write(&address.settings()), "depth=engineer");
    assert_eq!(Address::default().carried(), Address::default());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn no_order_of_a_host_is_a_panic(text in ".{0,200}", word in "(play|pause|set) [a-z=&.,0-9%-]{0,120}") {
        let session = two_questions("");
        for text in [text, word] {
            if let Some(Order::Set(address, _)) = order(&session, &text) {
                let after = session.after(Action::Set(address));
                prop_assert!(after.moment() <= after.run.length);
                let said = report(&after, &Progress::default().after(&after), "", 0);
                prop_assert!(serde_json::from_str::<Value>(&said).is_ok(), "{said}");
            }
        }
    }

    #[test]
    fn no_kept_progress_is_a_panic(text in ".{0,100}") {
        let progress = Progress::read(&text);
        prop_assert_eq!(Progress::read(&progress.write()), progress);
    }
}

/// The table of `docs/embedding.md`: each setting has its row, each value that it names is one, and none is missing.
#[test]
fn the_table_of_parameters_is_what_the_code_reads() {
    let page = include_str!("../docs/embedding.md");
    let table = page.split("| Parameter |").nth(1).expect("the table of parameters");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split('|').map(str::trim).collect()).collect();
    let codes =
        |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let mut named: Vec<String> = rows.iter().flat_map(|row| codes(row[1])).collect();
    let mut known: Vec<&str> = link::parameters().iter().map(|it| it.name).collect();
    named.sort();
    known.sort_unstable();
    assert_eq!(named, known);
    for row in &rows {
        let name = codes(row[1]).remove(0);
        let it = link::parameters().into_iter().find(|it| it.name == name).expect("a known one");
        let values = codes(row[2]);
        for value in &values {
            let text = format!("{name}={value}");
            // Stand-ins for names that only a lesson has.
            if ["act.hop", "gate.rule"].contains(&value.as_str()) {
                continue;
            }
            assert_eq!(link::read([text.as_str()]).1, [], "{text} is read");
        }
        // Chapters are said as a range, lessons and moments by examples.
        if !["chapter", "lesson", "at"].contains(&it.name) {
            for value in &it.values {
                assert!(values.contains(value), "{name} can be {value}");
            }
        }
        if let Some(usual) = it.usual {
            assert_eq!(codes(row[3]), [usual], "the usual {name}");
        }
    }
}
