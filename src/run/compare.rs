//! Two runs of one lesson side by side: which of their events belong together, and where they part.
//!
//! Acts have the same place on the clock in every run, and inside an act events come in the order of
//! cause, so the runs are one up to the first event that differs. After it, what happens in the same act
//! is set side by side as long as it is the same thing.

use super::model::{Event, JudgedId, MessageId, Moment, Run, What};
use crate::lesson::ActId;

/// Two runs, event by event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The two runs' events in the order of time; those that belong together are one pair.
    pub pairs: Vec<Pair>,
    /// The first pair at which they part; `None` where they are the same.
    pub parts: Option<Parting>,
}

/// An event of one run, of the other, or of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub one: Option<Event>,
    pub other: Option<Event>,
}

/// Where two runs part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parting {
    /// The index of the pair.
    pub at: usize,
    /// When that is.
    pub moment: Moment,
    pub why: Why,
}

/// Why two runs part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A gate decided otherwise, in the run that is named.
    Judged { judged: JudgedId, in_other: bool },
    /// A party lacked what it needed to ask, in the run that is named.
    NotAsked { index: u16, in_other: bool },
    /// Something else: the runs are not of the same lesson.
    Differs,
}

/// Sets two runs of one lesson side by side.
pub fn compare(one: &Run, other: &Run) -> Comparison {
    let (a, b) = (keyed(one), keyed(other));
    let mut pairs = Vec::with_capacity(a.len().max(b.len()));
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let pair = match (a.get(i), b.get(j)) {
            (Some((x, e)), Some((y, f))) if x == y => (Some(*e), Some(*f)),
            // Where only one of them has it further on, the other waits.
            (Some((x, e)), Some((_, f))) => {
                let later = b.iter().skip(j).any(|(key, _)| key == x);
                if later || f.at < e.at { (None, Some(*f)) } else { (Some(*e), None) }
            }
            (Some((_, e)), None) => (Some(*e), None),
            (None, Some((_, f))) => (None, Some(*f)),
            (None, None) => break,
        };
        i += usize::from(pair.0.is_some());
        j += usize::from(pair.1.is_some());
        pairs.push(Pair { one: pair.0, other: pair.1 });
    }
    Comparison { pairs, parts: part(one, other) }
}

/// Where two runs of one lesson part; `None` where they are the same. Up to there they are one, event by
/// event.
pub fn part(one: &Run, other: &Run) -> Option<Parting> {
    let (a, b) = (&one.events, &other.events);
    let pair = |at| Pair { one: a.get(at).copied(), other: b.get(at).copied() };
    let at = (0..a.len().max(b.len())).find(|&at| !same(one, other, &pair(at)))?;
    let pair = pair(at);
    // Where one of them goes on earlier, the other has nothing at that moment.
    let moment = [pair.one, pair.other].into_iter().flatten().map(|event| event.at).min()?;
    Some(Parting { at, moment, why: why(one, other, &pair) })
}

/// What an event is, without the numbers that a run gives: the kind, the act, the how-manieth of its
/// kind in that act, and the clock.
type Key = (u8, Option<ActId>, u32, u32);

fn keyed(run: &Run) -> Vec<(Key, Event)> {
    let mut seen: Vec<(u8, Option<ActId>, u32)> = Vec::new();
    let key = |event: &Event| {
        let (kind, act) = match event.what {
            What::Knew { .. } => (0, None),
            What::NotAsked { index } => (1, run.not_asked.get(usize::from(index)).map(|m| m.act)),
            What::Connected { .. } => (2, None),
            What::Sent { message } => (3, act(run, message)),
            What::Judged { judged } => {
                (4, run.judged(judged).and_then(|judged| act(run, judged.message)))
            }
            What::Ended { message } => (5, act(run, message)),
            What::Learned { message, .. } => (6, act(run, message)),
            What::Moved { message, .. } => (7, act(run, message)),
        };
        // Acts come one after the other: of each kind only the last act's count is needed.
        let count = match seen.iter_mut().find(|(k, a, _)| *k == kind && *a == act) {
            Some((.., count)) => {
                *count += 1;
                *count
            }
            None => {
                seen.retain(|(k, ..)| *k != kind);
                seen.push((kind, act, 0));
                0
            }
        };
        ((kind, act, count, event.at.0), *event)
    };
    run.events.iter().map(key).collect()
}

fn act(run: &Run, message: MessageId) -> Option<ActId> {
    run.message(message).map(|message| message.act)
}

/// Whether a pair is one event that says the same in both runs.
fn same(one: &Run, other: &Run, pair: &Pair) -> bool {
    let (Some(e), Some(f)) = (pair.one, pair.other) else { return false };
    if e.at != f.at {
        return false;
    }
    match (e.what, f.what) {
        (What::Judged { judged: a }, What::Judged { judged: b }) => {
            // That more rules were asked is no difference, as long as they decide the same.
            let decided = |run: &Run, id| run.judged(id).map(|judged| judged.named);
            decided(one, a) == decided(other, b)
        }
        (What::Ended { message: a }, What::Ended { message: b }) => {
            let fate = |run: &Run, id| run.message(id).map(|message| message.fate.id());
            fate(one, a) == fate(other, b)
        }
        (What::NotAsked { index: a }, What::NotAsked { index: b }) => {
            one.not_asked.get(usize::from(a)) == other.not_asked.get(usize::from(b))
        }
        (What::Sent { message: a }, What::Sent { message: b }) => {
            let what = |run: &Run, id| {
                run.message(id).map(|m| (m.kind, m.claimed, m.actual, m.request, m.stand_in))
            };
            what(one, a) == what(other, b)
        }
        (a, b) => a == b,
    }
}

fn why(one: &Run, other: &Run, pair: &Pair) -> Why {
    let judged = |event: Option<Event>| match event.map(|event| event.what) {
        Some(What::Judged { judged }) => Some(judged),
        _ => None,
    };
    let missed = |event: Option<Event>| match event.map(|event| event.what) {
        Some(What::NotAsked { index }) => Some(index),
        _ => None,
    };
    // The stronger verdict is the one that made the difference.
    let strength = |run: &Run, id: JudgedId| {
        let named = run.judged(id).and_then(|judged| judged.named);
        named.map_or(0, |named| named.verdict.strength())
    };
    match (judged(pair.one), judged(pair.other)) {
        (Some(a), Some(b)) if strength(one, a) > strength(other, b) => {
            Why::Judged { judged: a, in_other: false }
        }
        (_, Some(judged)) => Why::Judged { judged, in_other: true },
        (Some(judged), None) => Why::Judged { judged, in_other: false },
        (None, None) => match (missed(pair.one), missed(pair.other)) {
            (_, Some(index)) => Why::NotAsked { index, in_other: true },
            (Some(index), None) => Why::NotAsked { index, in_other: false },
            (None, None) => Why::Differs,
        },
    }
}
