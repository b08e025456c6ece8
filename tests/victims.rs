//! Whom a filter wrongly stops: one small lesson for each rule, with an honest question that goes
//! through while the rule is off, and does not while it is on.

mod support;

use support::{answer, files, lesson, question};
use whereabouts::filter::RULES;
use whereabouts::run::{Choices, Fate, run};

#[test]
fn every_rule_has_somebody_whom_it_wrongly_stops() {
    let all = files("victims", "json");
    let names: Vec<_> =
        all.iter().map(|file| file.file_stem().unwrap().to_str().unwrap()).collect();
    let mut rules: Vec<_> = RULES.iter().map(|row| row.name).collect();
    rules.sort_unstable();
    assert_eq!(names, rules);
    for file in all {
        let lesson = lesson(&std::fs::read_to_string(&file).unwrap());
        let name = file.file_stem().unwrap().to_str().unwrap();
        let act = lesson.acts.iter().find(|act| act.id == "honest").expect("the honest act");
        assert!(act.honest, "{name}: whoever asks has a reason to");

        let open = run(&lesson, &Choices::default());
        let (id, asked) = question(&lesson, &open, "honest").expect("it is asked");
        assert_eq!(asked.fate, Fate::Arrived, "{name}: without the rule it arrives");
        assert_eq!(answer(&open, id).map(|a| a.fate), Some(Fate::Arrived), "{name}");

        let filtered = run(&lesson, &Choices::of(&lesson));
        let (id, asked) = question(&lesson, &filtered, "honest").expect("it is asked");
        let judged = match asked.fate {
            Fate::Stopped(judged) => judged,
            // A stand-in in the place of the truth is home routing's harm.
            Fate::Masked(judged) if name == "sms-home-routing" => {
                assert!(answer(&filtered, id).is_some_and(|answer| answer.stand_in));
                judged
            }
            other => panic!("{name}: {other:?}"),
        };
        let named = filtered.judged(judged).unwrap().named.expect("a rule is named");
        assert_eq!(named.rule.id(), name);
    }
}
