//! What a reader has chosen: which rules are on at which gate. Small, ordered, and comparable, because
//! links carry it and every run is made from it anew.

use crate::filter::RuleId;
use crate::lesson::{GateId, Lesson, SANDBOX};

/// A reader's choices for one lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choices {
    /// Sorted, without doubles.
    filters: Vec<(GateId, RuleId)>,
}

impl Choices {
    /// What the lesson begins with.
    pub fn of(lesson: &Lesson) -> Choices {
        let offered = offered(lesson);
        offered.filter(|(.., on)| *on).map(|(gate, rule, _)| (gate, rule)).collect()
    }

    /// What is chosen when a reader comes to the lesson: what it begins with, and in the sandbox the reader's own, beside
    /// which the run without them can be looked at.
    pub fn begin(lesson: &Lesson) -> Choices {
        let usual = Choices::of(lesson);
        if lesson.id == SANDBOX { usual.compared(lesson) } else { usual }
    }

    /// Every combination of a lesson's filters; of one with very many, none, each alone and all at once.
    pub fn every(lesson: &Lesson) -> Vec<Choices> {
        let filters: Vec<_> = offered(lesson).map(|(gate, rule, _)| (gate, rule)).collect();
        if filters.len() > 12 {
            let alone = filters.iter().map(|&filter| [filter].into_iter().collect());
            let ends = [Choices::default(), filters.iter().copied().collect()];
            return alone.chain(ends).collect();
        }
        let on = |bits: u32| {
            let chosen = filters.iter().enumerate().filter(move |(i, _)| bits & (1 << i) != 0);
            chosen.map(|(_, &filter)| filter).collect()
        };
        (0..1u32 << filters.len()).map(on).collect()
    }

    /// The same choices with the filters that the lesson compares itself with.
    pub fn compared(&self, lesson: &Lesson) -> Choices {
        let all = lesson.compare.iter();
        all.fold(self.clone(), |all, &(gate, rule)| all.with(gate, rule, true))
    }

    /// Whether a rule is on.
    pub fn has(&self, gate: GateId, rule: RuleId) -> bool {
        self.filters.binary_search(&(gate, rule)).is_ok()
    }

    /// The same choices with one rule switched on or off.
    pub fn with(&self, gate: GateId, rule: RuleId, on: bool) -> Choices {
        let others = self.filters.iter().copied().filter(|&filter| filter != (gate, rule));
        others.chain(on.then_some((gate, rule))).collect()
    }

    /// The same choices with every gate empty: the run that the others are measured against.
    pub fn without_filters(&self) -> Choices {
        Choices { filters: Vec::new() }
    }

    /// The rules that are on, gate by gate.
    pub fn filters(&self) -> &[(GateId, RuleId)] {
        &self.filters
    }
}

impl FromIterator<(GateId, RuleId)> for Choices {
    fn from_iter<I: IntoIterator<Item = (GateId, RuleId)>>(filters: I) -> Choices {
        // There are a few: a sorting algorithm would be half a kilobyte.
        let mut sorted = Vec::new();
        for filter in filters {
            if let Err(place) = sorted.binary_search(&filter) {
                sorted.insert(place, filter);
            }
        }
        Choices { filters: sorted }
    }
}

fn offered(lesson: &Lesson) -> impl Iterator<Item = (GateId, RuleId, bool)> {
    let gates = (0..).map(GateId).zip(&lesson.gates);
    gates.flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule, rule.on)))
}
