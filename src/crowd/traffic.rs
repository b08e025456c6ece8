//! The messages of one hour, in the order of time.

use super::chance::{Chance, mixed, spread};
use super::plan::Plan;

/// A message that is to be sent: when in its hour, of which kind, about whom; as one number, so that they
/// are put in order quickly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Due(u64);

impl Due {
    fn new(at: u32, source: usize, traveller: u32) -> Due {
        Due(u64::from(at) << 40 | (source as u64) << 32 | u64::from(traveller))
    }

    /// Milliseconds of the hour.
    pub fn at(self) -> u32 {
        (self.0 >> 40) as u32
    }

    /// Which of the plan's kinds: traffic first, then askers.
    pub fn source(self) -> usize {
        usize::from((self.0 >> 32) as u8)
    }

    pub fn traveller(self) -> u32 {
        self.0 as u32
    }
}

pub(super) const HOUR: u32 = 3_600_000;
pub(super) const HOURS: u32 = 24;
pub(super) const DAY: u32 = HOURS * HOUR;
const THOUSAND: u64 = 1000;

/// Makes the messages of a plan, hour after hour.
#[derive(Clone, Debug)]
pub(super) struct Stream {
    chance: Chance,
    /// For each kind of traffic, and for the more of an event: what is left over of a message.
    rest: Vec<[u64; 2]>,
    all_hours: u64,
    bounds: Vec<u32>,
}

impl Stream {
    pub fn of(plan: &Plan) -> Stream {
        Stream {
            chance: Chance::of(plan.seed),
            rest: vec![[0; 2]; plan.traffic.len()],
            all_hours: plan.hours.iter().map(|&part| u64::from(part)).sum::<u64>().max(1),
            bounds: plan.bounds(),
        }
    }

    /// The messages of an hour, counted from the beginning.
    pub fn hour(&mut self, plan: &Plan, hour: u32, due: &mut Vec<Due>) {
        due.clear();
        let (day, of_day) = (hour / HOURS, hour % HOURS);
        let part = plan.hours.get(of_day as usize).map_or(0, |&part| u64::from(part));
        for (source, traffic) in plan.traffic.iter().enumerate() {
            self.honest(source, 0..plan.travellers, u64::from(traffic.thousandths) * part, 0, due);
            if let Some(event) = plan.event
                && (event.first..event.first.saturating_add(event.days)).contains(&day)
                && let Some(&[start, end]) =
                    self.bounds.get(usize::from(event.home)..).and_then(|rest| rest.first_chunk())
            {
                let more = u64::from(event.times.saturating_sub(1));
                self.honest(
                    source,
                    start..end,
                    u64::from(traffic.thousandths) * part * more,
                    1,
                    due,
                );
            }
        }
        for (at, asker) in plan.askers.iter().enumerate() {
            let source = plan.traffic.len() + at;
            let key = mixed(plan.seed ^ mixed(u64::from(day) << 8 | at as u64));
            questions(plan.targets(asker), asker.per_day, of_day, key, |at, target| {
                due.push(Due::new(at, source, target));
            });
        }
        due.sort_unstable();
    }

    /// Honest messages come whenever they come, about whomever.
    fn honest(
        &mut self,
        source: usize,
        about: std::ops::Range<u32>,
        parts: u64,
        more: usize,
        due: &mut Vec<Due>,
    ) {
        let many = about.end - about.start;
        let Some(rest) = self.rest.get_mut(source).and_then(|rest| rest.get_mut(more)) else {
            return;
        };
        let one = THOUSAND * self.all_hours;
        *rest += u64::from(many) * parts;
        let count = *rest / one;
        *rest %= one;
        for _ in 0..count {
            let traveller = about.start + self.chance.below(many);
            due.push(Due::new(self.chance.below(HOUR), source, traveller));
        }
    }
}

/// Somebody who asks does so about each target in turn, so often a day: once in each part of it.
fn questions(
    targets: std::ops::Range<u32>,
    per_day: u32,
    hour: u32,
    key: u64,
    mut ask: impl FnMut(u32, u32),
) {
    if per_day == 0 {
        return;
    }
    let (start, end) = (hour * HOUR, (hour + 1) * HOUR);
    // The parts that lie in this hour, whole or not.
    let part = |at: u32| u64::from(at) * u64::from(per_day) / u64::from(DAY);
    let begins = |k: u64| (k * u64::from(DAY)).div_ceil(u64::from(per_day)) as u32;
    for k in part(start)..=part(end - 1) {
        let (first, last) = (begins(k), begins(k + 1));
        for target in targets.clone() {
            let at = first + spread(key ^ (k << 32 | u64::from(target)), last - first);
            if (start..end).contains(&at) {
                ask(at - start, target);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_asked_about_as_often_as_is_said_whatever_the_rate() {
        for per_day in [1, 2, 5, 24, 25, 313] {
            let mut asked = [0; 7];
            for hour in 0..HOURS {
                questions(3..10, per_day, hour, 99, |at, target| {
                    assert!(at < HOUR);
                    asked[target as usize - 3] += 1;
                });
            }
            assert_eq!(asked, [per_day; 7]);
        }
    }

    #[test]
    fn a_message_is_one_number_and_comes_apart_again() {
        let due = Due::new(HOUR - 1, 23, 99_999);
        assert_eq!((due.at(), due.source(), due.traveller()), (HOUR - 1, 23, 99_999));
        assert!(Due::new(1, 0, 0) > Due::new(0, 23, 99_999), "in the order of time");
    }
}
