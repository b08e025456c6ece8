//! What a gate remembers of the messages that have reached it: where each subscriber registered last,
//! which senders it has seen, and how many questions there were. Where it keeps what it remembers of each
//! subscriber is another matter ([`Keep`]): a lesson has one, a crowd a hundred thousand.

use super::{Seen, Settings, Tables};
use crate::signalling::{HonestUse, Imsi, NetworkId, Range, Subscriber};

/// A gate's memory. Looking something up in it takes no memory of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State<K = Few> {
    /// When the story began, in its milliseconds.
    began: u64,
    seen: Vec<Range>,
    /// One for each sender.
    senders: Vec<(Range, Tally)>,
    kept: K,
}

/// Where a memory keeps what it knows of each subscriber.
pub trait Keep {
    fn registered(&self, imsi: Imsi) -> Option<Registration>;
    fn register(&mut self, imsi: Imsi, registration: Registration);
    /// The questions from one sender about one subscriber.
    fn asked(&self, sender: Range, about: Subscriber) -> Hour;
    fn ask(&mut self, sender: Range, about: Subscriber, more: u32, now: u64);
    /// Forgets the hours that are over.
    fn forget(&mut self, now: u64);
}

/// The memory of a few subscribers: lists in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Few {
    registered: Vec<(Imsi, Registration)>,
    hours: Vec<((Range, Subscriber), Hour)>,
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
pub struct Registration {
    pub network: Option<NetworkId>,
    /// `None`: long ago.
    pub at: Option<u64>,
}

/// How many there have been in the hour that began then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hour {
    began: u64,
    count: u32,
}

/// What one sender has sent in the hour that began then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    began: u64,
    /// All that it sent.
    pub all: u32,
    /// Questions about where somebody is.
    pub questions: u32,
    /// What connects: calls, texts, registrations.
    pub calls: u32,
}

/// What a message counts as, beside being one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    Question,
    Call,
    Neither,
}

const HOUR: u64 = 60 * MINUTE;
pub(super) const MINUTE: u64 = 60_000;

impl State {
    /// The memory of a gate with those tables, after what came before.
    pub fn after(history: &History, tables: &Tables) -> State {
        let mut state = State { began: history.until, ..Self::default() };
        if let Some((imsi, network, at)) = history.registered {
            state.kept.register(imsi, Registration { network: Some(network), at });
        }
        for &network in &history.seen {
            state.seen.extend_from_slice(tables.ranges(network));
        }
        for (about, network, count, at) in &history.asked {
            for &range in tables.ranges(*network) {
                state.count(range, Counts::Question, *count, *at);
                // By whichever name, it was one question.
                for &about in about {
                    state.kept.ask(range, about, *count, *at);
                }
            }
        }
        state
    }
}

impl<K: Keep> State<K> {
    /// The same memory with another place for what it will know of each subscriber: of those there is
    /// nothing yet.
    pub fn keeping<L>(self, kept: L) -> State<L> {
        let State { began, seen, senders, .. } = self;
        State { began, seen, senders, kept }
    }

    /// Where somebody is registered of whom the gate knew nothing; it has been so for long.
    pub fn meet(&mut self, imsi: Imsi, network: NetworkId) {
        if self.registered(imsi).is_none() {
            self.kept.register(imsi, Registration { network: Some(network), at: None });
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
            self.count(range, Counts::Neither, 1, seen.at);
            return;
        };
        let row = request.operation.row();
        let counts = match () {
            () if row.locates() => Counts::Question,
            () if row.honest_use == HonestUse::Connect => Counts::Call,
            () => Counts::Neither,
        };
        self.count(range, counts, 1, seen.at);
        if let Some(about) = request.subscriber().filter(|_| counts == Counts::Question) {
            self.kept.ask(range, about, 1, seen.at);
        }
        if let Some(imsi) = request.imsi
            && row.moves
            && !stopped
        {
            let network = tables.owner(address);
            self.kept.register(imsi, Registration { network, at: Some(seen.at) });
        }
    }

    /// Forgets counts that are over, so that a long run does not fill the memory.
    pub fn forget(&mut self, now: u64) {
        self.senders.retain(|(_, tally)| holds(tally.began, now));
        self.kept.forget(now);
    }

    /// Whether a rule that learns is still at it.
    pub(super) fn learns(&self, settings: &Settings, now: u64) -> bool {
        let long = u64::from(settings.learns).saturating_mul(MINUTE);
        now < self.began.saturating_add(long)
    }

    pub(super) fn registered(&self, imsi: Imsi) -> Option<Registration> {
        self.kept.registered(imsi)
    }

    pub(super) fn has_seen(&self, range: Range) -> bool {
        self.seen.contains(&range)
    }

    /// The questions from one sender about one subscriber in this hour, until now.
    pub(super) fn asked_about(&self, sender: Range, about: Subscriber, now: u64) -> u32 {
        self.kept.asked(sender, about).at(now)
    }

    /// What one sender has sent in this hour, until now.
    pub(super) fn sent_by(&self, sender: Range, now: u64) -> Tally {
        let tally = self.senders.iter().find(|(range, _)| *range == sender);
        tally.map(|(_, tally)| *tally).filter(|tally| holds(tally.began, now)).unwrap_or_default()
    }

    fn count(&mut self, sender: Range, counts: Counts, more: u32, now: u64) {
        let at = self.senders.iter().position(|(range, _)| *range == sender).unwrap_or_else(|| {
            self.senders.push((sender, Tally::default()));
            self.senders.len() - 1
        });
        let Some((_, tally)) = self.senders.get_mut(at) else { return };
        if !holds(tally.began, now) || tally.all == 0 {
            *tally = Tally { began: now, ..Tally::default() };
        }
        tally.all = tally.all.saturating_add(more);
        match counts {
            Counts::Question => tally.questions = tally.questions.saturating_add(more),
            Counts::Call => tally.calls = tally.calls.saturating_add(more),
            Counts::Neither => {}
        }
    }
}

impl Keep for Few {
    fn registered(&self, imsi: Imsi) -> Option<Registration> {
        let at = self.registered.binary_search_by_key(&imsi, |(known, _)| *known).ok()?;
        self.registered.get(at).map(|(_, registration)| *registration)
    }

    fn register(&mut self, imsi: Imsi, registration: Registration) {
        match self.registered.binary_search_by_key(&imsi, |(known, _)| *known) {
            Ok(at) => self.registered[at].1 = registration,
            Err(at) => self.registered.insert(at, (imsi, registration)),
        }
    }

    fn asked(&self, sender: Range, about: Subscriber) -> Hour {
        let at = self.hours.binary_search_by_key(&(sender, about), |(key, _)| *key).ok();
        at.and_then(|at| self.hours.get(at)).map_or_else(Hour::default, |(_, hour)| *hour)
    }

    fn ask(&mut self, sender: Range, about: Subscriber, more: u32, now: u64) {
        let key = (sender, about);
        let found = self.hours.binary_search_by_key(&key, |(key, _)| *key);
        let at = found.unwrap_or_else(|at| {
            self.hours.insert(at, (key, Hour::default()));
            at
        });
        if let Some((_, hour)) = self.hours.get_mut(at) {
            hour.add(more, now);
        }
    }

    fn forget(&mut self, now: u64) {
        self.hours.retain(|(_, hour)| holds(hour.began, now));
    }
}

/// Whether the hour that began then is not over.
fn holds(began: u64, now: u64) -> bool {
    now < began.saturating_add(HOUR)
}

impl Hour {
    pub(super) fn at(self, now: u64) -> u32 {
        if holds(self.began, now) { self.count } else { 0 }
    }

    pub fn add(&mut self, more: u32, now: u64) {
        if !holds(self.began, now) || self.count == 0 {
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
        let state = State::<Few> { began: HOUR, ..State::default() };
        assert!(!state.learns(&Settings::USUAL, HOUR));
        let settings = Settings { learns: 10, ..Settings::USUAL };
        let end = HOUR + 10 * MINUTE;
        assert!(state.learns(&settings, end - 1) && !state.learns(&settings, end));
    }
}
