//! Who knows what: derived from events, and from nothing else.

use super::model::{MessageId, Moment, Run, What};
use crate::signalling::{Fact, Facts, Party};

/// What a register holds of itself since a subscriber was registered: it need not ask for that.
pub(super) const REGISTERED: Facts = Facts::of(&[Fact::ServingNetwork, Fact::ServingNode]);

/// What everybody knows at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    entries: Vec<Entry>,
}

/// One thing that a party knows or takes for known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub party: Party,
    pub fact: Fact,
    pub since: Moment,
    /// The message that told it; `None` where it was known from the beginning.
    pub from: Option<MessageId>,
    /// A stand-in was taken for the truth.
    pub stand_in: bool,
}

impl Ledger {
    /// What is known at that moment of a run.
    pub fn at(run: &Run, moment: Moment) -> Ledger {
        let mut ledger = Ledger::default();
        for event in run.until(moment) {
            ledger.note(event.at, event.what);
        }
        ledger
    }

    /// Takes in one event.
    pub(super) fn note(&mut self, at: Moment, what: What) {
        let (party, facts, from, stand_in) = match what {
            What::Knew { party, facts } => (party, facts, None, false),
            What::Learned { party, facts, message, stand_in } => {
                (party, facts, Some(message), stand_in)
            }
            What::Moved { party, message, truly: false, .. } => {
                self.forget(party, REGISTERED);
                (party, REGISTERED, Some(message), true)
            }
            What::Moved { truly: true, .. }
            | What::Connected { .. }
            | What::NotAsked { .. }
            | What::Sent { .. }
            | What::Judged { .. }
            | What::Ended { .. } => return,
        };
        for fact in facts.iter() {
            let known = self.entries.iter_mut().find(|e| e.party == party && e.fact == fact);
            match known {
                // The truth takes a stand-in's place; nothing takes the truth's.
                Some(entry) if entry.stand_in && !stand_in => {
                    *entry = Entry { party, fact, since: at, from, stand_in };
                }
                Some(_) => {}
                None => self.entries.push(Entry { party, fact, since: at, from, stand_in }),
            }
        }
    }

    /// What a party knew is not so any more.
    fn forget(&mut self, party: Party, facts: Facts) {
        self.entries.retain(|entry| entry.party != party || !facts.has(entry.fact));
    }

    /// What a party truly knows.
    pub fn known(&self, party: Party) -> Facts {
        self.of(party).filter(|entry| !entry.stand_in).map(|entry| entry.fact).collect()
    }

    /// What a party takes for known, and is not.
    pub fn stand_ins(&self, party: Party) -> Facts {
        self.of(party).filter(|entry| entry.stand_in).map(|entry| entry.fact).collect()
    }

    /// A party's entries, in the order in which they came.
    pub fn of(&self, party: Party) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.party == party)
    }
}
