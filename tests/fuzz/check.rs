//! Any bytes as a lesson file: it is read without a panic, and if it is a lesson, it runs with no rule
//! and with every rule.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whereabouts::lesson::{self, GateId};
use whereabouts::run::{Choices, records, run};

fuzz_target!(|bytes: &[u8]| {
    let Ok(lesson) = lesson::parse(&String::from_utf8_lossy(bytes)) else { return };
    let gates = (0..).map(GateId).zip(&lesson.gates);
    let every: Choices =
        gates.flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule))).collect();
    for choices in [Choices::default(), every] {
        let run = run(&lesson, &choices);
        assert_eq!(records(&lesson, &run).len(), run.events.len());
    }
});
