//! The reader's hands: two lanes on one clock, the question at the turning point, a message looked into,
//! and the keys with their page in `docs/`.
//! `UPDATE_GOLDEN=1 cargo test --no-default-features --test hands` writes that page anew.

mod support;

use std::fmt::Write as _;
use std::path::Path;
use std::rc::Rc;
use support::{BUILT_IN, TWO_QUESTIONS, lesson};
use whereabouts::lesson::Lesson;
use whereabouts::link;
use whereabouts::narration::{Speaker, inspect};
use whereabouts::reader::{Action, Dialog, KEYS, Lane, Session};
use whereabouts::run::{Choices, Ledger, MessageId, Moment, run};
use whereabouts::text::{Depth, Words, english, joined};

/// A session in a window with room for two lanes.
fn session(lesson: &Lesson, address: &str) -> Session {
    let (address, notices) = link::read([address]);
    assert_eq!(notices, []);
    Session::open(Rc::new(lesson.clone()), address, Vec::new()).after(Action::Fits(true))
}

/// The chapters that compare themselves with something.
fn compared() -> impl Iterator<Item = Lesson> {
    let lessons = BUILT_IN.iter().map(|json| lesson(json));
    lessons.filter(|lesson| !lesson.compare.is_empty())
}

#[test]
fn an_answer_at_the_turning_point_sets_the_other_way_beside_it() {
    for lesson in compared() {
        let predict = lesson.predict.expect("a chapter asks");
        let at = format!("at={}.0", lesson.act(predict.act).expect("its act is there").id);
        let usual = Choices::of(&lesson);
        let truth = run(&lesson, &usual);
        let known = Ledger::at(&truth, truth.acts[usize::from(predict.act.0)].over);
        let known = known.known(predict.party).has(predict.fact);
        for said in [true, false] {
            let asked = session(&lesson, &at);
            assert!(asked.is_asked() && asked.lane() == Some(Lane::Without), "{}", lesson.id);
            let both = asked.after(Action::Foresee(said));
            assert_eq!(both.lane(), Some(Lane::Both), "{}", lesson.id);
            assert_eq!(both.moment(), asked.moment(), "and it goes on from there");
            assert_eq!(both.choices, usual.compared(&lesson));
            assert_eq!(**both.beside().unwrap(), truth);
            assert!(both.foreseen().is_none(), "nothing is told before it can be seen");
            let end = both.after(Action::End);
            let foreseen = end.foreseen().expect("it is told in the end");
            assert_eq!((foreseen.said, foreseen.is), (said, known), "{}", lesson.id);
            // Where there is no room it goes on as it was.
            let narrow = asked.after(Action::Fits(false)).after(Action::Foresee(said));
            assert_eq!(narrow.lane(), Some(Lane::Without));
            assert_eq!(narrow.after(Action::End).foreseen().map(|f| f.is), Some(known));
        }
    }
}

#[test]
fn two_lanes_step_by_the_hops_of_both_there_and_back() {
    for lesson in compared() {
        let both = session(&lesson, "lanes=both");
        let mut stops: Vec<Moment> =
            both.shown().flat_map(|run| run.stops.iter().map(|stop| stop.at)).collect();
        stops.sort_unstable();
        stops.dedup();
        let mut seen = vec![both.moment()];
        let mut now = both;
        while now.moment() < now.run.length {
            now = now.after(Action::HopForward);
            seen.push(now.moment());
        }
        assert_eq!(seen, stops, "{}", lesson.id);
        for stop in stops.iter().rev().skip(1) {
            now = now.after(Action::HopBack);
            assert_eq!(now.moment(), *stop, "{}", lesson.id);
        }
    }
}

#[test]
fn both_runs_of_a_lesson_have_one_length() {
    for lesson in compared() {
        let both = session(&lesson, "lanes=both");
        let lengths: Vec<Moment> = both.shown().map(|run| run.length).collect();
        assert_eq!(lengths.len(), 2);
        assert_eq!(lengths[0], lengths[1], "{}", lesson.id);
    }
}

#[test]
fn a_lane_is_chosen_at_the_moment_that_is_seen() {
    let lesson = lesson(TWO_QUESTIONS);
    let here = session(&lesson, "at=second-question.2");
    let with = here.after(Action::Lane(Lane::With));
    assert_eq!((with.lane(), with.moment()), (Some(Lane::With), here.moment()));
    let without = with.after(Action::Lane(Lane::Without));
    assert_eq!((without.lane(), &without.choices), (Some(Lane::Without), &here.choices));
    // What the reader has chosen is what comes back, and not what the lesson would choose.
    let own = session(&lesson, "filters=home.sms-home-routing");
    let back = own.after(Action::Lane(Lane::Without)).after(Action::Lane(Lane::Both));
    assert_eq!((back.lane(), &back.choices), (Some(Lane::Both), &own.choices));
    // A link brings all of it back.
    let link = link::write(&back.address());
    let opened = session(&lesson, &link);
    assert_eq!((opened.lane(), opened.choices), (Some(Lane::Both), back.choices));
    // Nothing to compare, nothing to choose.
    let mut alone = lesson;
    alone.compare.clear();
    assert_eq!(session(&alone, "lanes=both").lane(), None);
}

#[test]
fn a_message_looked_into_tells_all_that_is_known_by_then_and_no_more() {
    let words = Words::native(english());
    for lesson in BUILT_IN.iter().map(|json| lesson(json)) {
        for choices in [Choices::of(&lesson), Choices::of(&lesson).compared(&lesson)] {
            let run = run(&lesson, &choices);
            for depth in [Depth::Plain, Depth::Engineer] {
                let speaker = Speaker { lesson: &lesson, run: &run, words: &words, depth };
                for (id, message) in (0..).map(MessageId).zip(&run.messages) {
                    let end = inspect(&speaker, id, run.length).unwrap();
                    let said = end.details.iter().map(|(_, said)| joined(said));
                    let rules = end.gates.iter().flat_map(|gate| &gate.rules);
                    let said = said.chain(rules.clone().map(|(.., why)| why.clone()));
                    for said in said.chain([end.name.clone()]) {
                        assert!(!said.is_empty() && !said.contains('⟦'), "{}: {said}", lesson.id);
                    }
                    let judged: Vec<_> = run.judged.iter().filter(|j| j.message == id).collect();
                    assert_eq!(end.gates.len(), judged.len());
                    let consulted: usize = judged.iter().map(|judged| judged.consulted.len()).sum();
                    assert_eq!(rules.count(), consulted, "every rule that was asked");
                    let before = inspect(&speaker, id, message.sent).unwrap();
                    assert!(before.gates.is_empty(), "no gate has spoken when it sets out");
                    assert_eq!(before.details, end.details);
                }
                assert_eq!(inspect(&speaker, MessageId(999), run.length), None);
            }
        }
    }
}

#[test]
fn looking_into_a_message_stops_the_clock() {
    let playing = session(&lesson(TWO_QUESTIONS), "").after(Action::PlayOrPause);
    let looking = playing.after(Action::Dialog(Some(Dialog::Message(MessageId(0)))));
    assert!(playing.playing && !looking.playing);
    assert_eq!(looking.after(Action::Dialog(None)).dialog, None);
}

#[test]
fn the_page_of_keys_is_what_the_table_says() {
    let words = Words::native(english());
    let mut page = String::from(
        "# Keys\n\n\
         Made from `src/reader/keys.rs` by `UPDATE_GOLDEN=1 cargo test --no-default-features --test hands`.\n\n\
         They act while the focus is in the explainer, and nowhere else; a list or a field keeps its own keys, and a \
         button its space bar. Where words run from right to left the two arrows are the other way about. \
         `keys=off` in the address, or the switch under “Keys and settings”, turns them off.\n\n\
         | Key | What it does |\n|---|---|\n",
    );
    for key in &KEYS {
        let (called, says) = (words.line(key.called), words.line(key.says));
        assert!(!called.contains('⟦') && !says.contains('⟦'));
        let _ = writeln!(page, "| {called} | {says} |");
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == page,
        "docs/keys.md is not what the table says: run this with UPDATE_GOLDEN=1"
    );
}
