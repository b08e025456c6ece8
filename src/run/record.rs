//! A run's events as records with names instead of numbers, for `lesson run --format json` and for
//! whoever reads its output. The shape is public: fields are added, never changed.

use super::model::{Kind, MessageId, Run, What};
use crate::lesson::Lesson;
use crate::signalling::{Fact, Facts, Generation, NetworkId, Party, Place};
use serde::Serialize;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Record {
    Knew {
        at: u32,
        party: String,
        facts: Vec<Fact>,
    },
    NotAsked {
        at: u32,
        act: String,
        party: String,
        operation: String,
        lacks: Vec<Fact>,
        has_stand_in: bool,
    },
    Connected {
        at: u32,
        from: String,
        proved_to_be: Option<String>,
        to: String,
    },
    Sent {
        at: u32,
        message: u16,
        act: String,
        kind: &'static str,
        generation: Generation,
        operation: String,
        unreadable: bool,
        /// Where its answer goes, or by what rule this answer goes.
        answer_goes: &'static str,
        answers: Option<u16>,
        claims: String,
        actual: String,
        to: String,
        road: Vec<String>,
    },
    Judged {
        at: u32,
        message: u16,
        gate: String,
        consulted: Vec<Opinion>,
        named: Option<String>,
    },
    Ended {
        at: u32,
        message: u16,
        fate: &'static str,
    },
    Learned {
        at: u32,
        message: u16,
        party: String,
        facts: Vec<Fact>,
        stand_in: bool,
    },
    Moved {
        at: u32,
        message: u16,
        party: String,
        to: String,
        truly: bool,
    },
}

/// What one rule said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Opinion {
    pub rule: &'static str,
    pub verdict: &'static str,
    pub reason: &'static str,
}

/// The events of a run, in order.
pub fn records(lesson: &Lesson, run: &Run) -> Vec<Record> {
    run.events.iter().filter_map(|event| record(lesson, run, event.at.0, event.what)).collect()
}

fn record(lesson: &Lesson, run: &Run, at: u32, what: What) -> Option<Record> {
    let party = |party| lesson.party_id(party).to_owned();
    let network = |id: NetworkId| party(Party::Network(id));
    let list = |facts: Facts| facts.iter().collect::<Vec<_>>();
    let act = |id| lesson.act(id).map_or_else(String::new, |act| act.id.clone());
    Some(match what {
        What::Knew { party: who, facts } => {
            Record::Knew { at, party: party(who), facts: list(facts) }
        }
        What::NotAsked { index } => {
            let missed = run.not_asked.get(usize::from(index))?;
            Record::NotAsked {
                at,
                act: act(missed.act),
                party: party(missed.party),
                operation: missed.operation.row().name.to_owned(),
                lacks: list(missed.lacks),
                has_stand_in: missed.has_stand_in,
            }
        }
        What::Connected { from, with, to } => Record::Connected {
            at,
            from: party(from),
            proved_to_be: with.map(network),
            to: network(to),
        },
        What::Moved { party: who, to, message, truly } => {
            Record::Moved { at, message: message.0, party: party(who), to: network(to), truly }
        }
        What::Sent { message } => {
            let sent = run.message(message)?;
            Record::Sent {
                at,
                message: message.0,
                act: act(sent.act),
                kind: if sent.is_request() { "request" } else { "answer" },
                generation: sent.operation().row().generation(),
                operation: sent.operation().row().name.to_owned(),
                unreadable: sent.unreadable,
                answer_goes: answer_goes(sent.operation().row().generation()),
                answers: match sent.kind {
                    Kind::Request => None,
                    Kind::Answer { to } => Some(to.0),
                },
                claims: sent.claimed.address.to_string(),
                actual: party(sent.actual.party),
                to: party(sent.to),
                road: road(lesson, run, message),
            }
        }
        What::Judged { judged } => {
            let judged = run.judged(judged)?;
            let opinions = judged.consulted.iter().map(|said| Opinion {
                rule: said.rule.id(),
                verdict: said.verdict.id(),
                reason: said.verdict.reason().id(),
            });
            Record::Judged {
                at,
                message: judged.message.0,
                gate: lesson.gate(judged.gate)?.id.clone(),
                consulted: opinions.collect(),
                named: judged.named.map(|named| named.rule.id().to_owned()),
            }
        }
        What::Ended { message } => {
            Record::Ended { at, message: message.0, fate: run.message(message)?.fate.id() }
        }
        What::Learned { party: who, facts, message, stand_in } => Record::Learned {
            at,
            message: message.0,
            party: party(who),
            facts: list(facts),
            stand_in,
        },
    })
}

/// The three generations differ in nothing so much as in where an answer goes.
fn answer_goes(generation: Generation) -> &'static str {
    match generation {
        Generation::Ss7 => "to-the-claimed-address",
        Generation::Diameter => "back-by-the-same-road",
        Generation::Services => "back-inside-the-connection",
    }
}

fn road(lesson: &Lesson, run: &Run, message: MessageId) -> Vec<String> {
    let name = |place: Place| match place {
        Place::Party(party) => lesson.party_id(party).to_owned(),
        Place::Carrier(id) => {
            lesson.carriers.get(id.index()).map_or_else(String::new, |c| c.id.clone())
        }
    };
    let mut road: Vec<String> = Vec::new();
    for (_, hop) in run.hops_of(message) {
        if road.is_empty() {
            road.push(name(hop.from));
        }
        road.push(name(hop.to));
    }
    road
}
