//! What a gate remembers of the messages that have reached it: where each subscriber registered last,
//! which senders it has seen, and how many questions there were.

use super::{Seen, Settings, Tables};
use crate::signalling::{Imsi, NetworkId, Range, Subscriber};

/// A gate's memory. Looking something up in it takes no memory of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// When the story began, in its milliseconds.
    began: u64,
    /// Sorted by subscriber.
    registered: Vec<(Imsi, Registration)>,
    seen: Vec<Range>,
    /// Sorted by sender, and by whom it has asked about; `None` stands for everybody together.
    hours: Vec<((Range, Option<Subscriber>), Hour)>,
}

/// What came before a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// When the story begins, in its milliseconds.
    pub until: u64,
    /// Where a subscriber was registered, and when (milliseconds of the story); `None` for long ago.
    pub registered: Option<(Imsi, NetworkId, Option<u64>)>,
    /// Who has sent something while rules were learning.
    pub seen: Vec<NetworkId>,
    /// Questions: about whom, where that is one of this story, under each of their names; from whom, how
    /// many, when.
    pub asked: Vec<(Vec<Subscriber>, NetworkId, u32, u64)>,
}

/// Where somebody registered last, as the gate believes; `None` for an address in no table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Registration {
    pub network: Option<NetworkId>,
    /// `None`: long ago.
    pub at: Option<u64>,
}

/// How many there have been in the hour that began then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Hour {
    began: u64,
    count: u32,
}

const HOUR: u64 = 60 * MINUTE;
pub(super) const MINUTE: u64 = 60_000;

impl State {
    /// The memory of a gate with those tables, after what came before.
    pub fn after(history: &History, tables: &Tables) -> State {
        let mut state = State { began: history.until, ..State::default() };
        if let Some((imsi, network, at)) = history.registered {
            *state.registration(imsi) = Registration { network: Some(network), at };
        }
        for &network in &history.seen {
            state.seen.extend_from_slice(tables.ranges(network));
        }
        for (about, network, count, at) in &history.asked {
            for &range in tables.ranges(*network) {
                // By whichever name, it was one question.
                let names = about.iter().copied().map(Some).chain([None]);
                for key in names.map(|about| (range, about)) {
                    state.add(key, *count, *at);
                }
            }
        }
        state
    }

    /// Where somebody is registered of whom the gate knew nothing; it has been so for long.
    pub fn meet(&mut self, imsi: Imsi, network: NetworkId) {
        if self.registered(imsi).is_none() {
            *self.registration(imsi) = Registration { network: Some(network), at: None };
        }
    }

    /// Takes in a message that has reached the gate. It counts whatever became of it; only a phone's
    /// arrival that was refused has not taken place.
    pub fn note(&mut self, seen: &Seen, tables: &Tables, settings: &Settings, stopped: bool) {
        let address = seen.claimed.address;
        let range = tables.range(address);
        if self.learns(settings, seen.at) && !self.seen.contains(&range) {
            self.seen.push(range);
        }
        let Some(request) = seen.request else {
            // Who asks can still be counted.
            self.count(range, None, seen.at);
            return;
        };
        let row = request.operation.row();
        self.count(range, request.subscriber().filter(|_| row.locates()), seen.at);
        if let Some(imsi) = request.imsi
            && row.moves
            && !stopped
        {
            let network = tables.owner(address);
            *self.registration(imsi) = Registration { network, at: Some(seen.at) };
        }
    }

    /// Forgets counts that are over, so that a long run does not fill the memory.
    pub fn forget(&mut self, now: u64) {
        self.hours.retain(|(_, hour)| hour.holds(now));
    }

    /// Whether a rule that learns is still at it.
    pub(super) fn learns(&self, settings: &Settings, now: u64) -> bool {
        let long = u64::from(settings.learns).saturating_mul(MINUTE);
        now < self.began.saturating_add(long)
    }

    pub(super) fn registered(&self, imsi: Imsi) -> Option<Registration> {
        let at = self.registered.binary_search_by_key(&imsi, |(known, _)| *known).ok()?;
        self.registered.get(at).map(|(_, registration)| *registration)
    }

    pub(super) fn has_seen(&self, range: Range) -> bool {
        self.seen.contains(&range)
    }

    /// The questions from one sender about one subscriber in this hour, until now.
    pub(super) fn asked_about(&self, sender: Range, about: Subscriber, now: u64) -> u32 {
        self.hour(sender, Some(about)).at(now)
    }

    /// The messages from one sender in this hour, until now.
    pub(super) fn asked_by(&self, sender: Range, now: u64) -> u32 {
        self.hour(sender, None).at(now)
    }

    fn hour(&self, sender: Range, about: Option<Subscriber>) -> Hour {
        let at = self.hours.binary_search_by_key(&(sender, about), |(key, _)| *key).ok();
        at.and_then(|at| self.hours.get(at)).map_or_else(Hour::default, |(_, hour)| *hour)
    }

    fn count(&mut self, sender: Range, about: Option<Subscriber>, now: u64) {
        for key in [Some((sender, None)), about.map(|_| (sender, about))].into_iter().flatten() {
            self.add(key, 1, now);
        }
    }

    fn add(&mut self, key: (Range, Option<Subscriber>), more: u32, now: u64) {
        let found = self.hours.binary_search_by_key(&key, |(key, _)| *key);
        let at = found.unwrap_or_else(|at| {
            self.hours.insert(at, (key, Hour::default()));
            at
        });
        if let Some((_, hour)) = self.hours.get_mut(at) {
            hour.add(more, now);
        }
    }

    fn registration(&mut self, imsi: Imsi) -> &mut Registration {
        let found = self.registered.binary_search_by_key(&imsi, |(known, _)| *known);
        let at = found.unwrap_or_else(|at| {
            self.registered.insert(at, (imsi, Registration::default()));
            at
        });
        // It is there now.
        &mut self.registered[at].1
    }
}

impl Hour {
    fn holds(self, now: u64) -> bool {
        now < self.began.saturating_add(HOUR)
    }

    fn at(self, now: u64) -> u32 {
        if self.holds(now) { self.count } else { 0 }
    }

    fn add(&mut self, more: u32, now: u64) {
        if !self.holds(now) || self.count == 0 {
            *self = Hour { began: now, count: 0 };
        }
        self.count = self.count.saturating_add(more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_counts_from_its_first_question_and_then_begins_anew() {
        let mut hour = Hour::default();
        hour.add(1, 5);
        hour.add(1, HOUR);
        assert_eq!(hour.at(HOUR + 4), 2);
        assert_eq!(hour.at(HOUR + 5), 0);
        hour.add(1, 2 * HOUR);
        assert_eq!(hour.at(2 * HOUR), 1);
    }

    #[test]
    fn nobody_is_learned_where_the_time_for_it_is_over() {
        let state = State { began: HOUR, ..State::default() };
        assert!(!state.learns(&Settings::USUAL, HOUR));
        let settings = Settings { learns: 10, ..Settings::USUAL };
        let end = HOUR + 10 * MINUTE;
        assert!(state.learns(&settings, end - 1) && !state.learns(&settings, end));
    }
}
