//! The ways of messages in the picture: from where to where, and how far each has come.

use super::day::Streak;
use super::dots::Dots;
use super::ground::{Ground, Spot};
use super::ink::Ink;
use super::pen::Pen;
use super::picture::{FLIGHT_MS, STOPPED_MS};
use super::plan::Plan;
use crate::judge::{GateName, Outcome, Sender};

/// A whole way.
const WHOLE: i64 = 1 << 10;

/// What a message is drawn in.
pub(super) struct Scene<'a> {
    pub ground: &'a Ground,
    pub plan: &'a Plan,
    pub bounds: &'a [u32],
    pub dots: &'a Dots,
    pub ink: &'a Ink,
}

/// A message's way in the picture: its corners, and how far it comes.
struct Way {
    corners: [Spot; 4],
    count: usize,
    /// From each corner to the next, and of all.
    lengths: [i64; 3],
    whole: i64,
    /// Of [`WHOLE`].
    end: i64,
}

impl Scene<'_> {
    /// `None` for what does not come to the visited land or leave it.
    fn way(&self, streak: &Streak) -> Option<Way> {
        let source = usize::from(streak.source);
        let traffic = self.plan.traffic.get(source).map(|traffic| traffic.from);
        let asker =
            source.checked_sub(self.plan.traffic.len()).and_then(|at| self.plan.askers.get(at));
        let sender = traffic.or(asker.map(|asker| asker.sender))?;
        let home_of =
            self.bounds.iter().skip(1).take_while(|&&end| end <= streak.traveller).count();
        let ground = self.ground;
        let home = ground.homes.get(home_of).copied()?;
        let dot = self.dots.middle(streak.traveller)?;
        let gate = ground.lane(u64::from(streak.traveller) << 32 | u64::from(streak.at));
        let (partner, third) = (ground.partner, ground.third_party);
        let (corners, count) = match sender {
            Sender::Visited => ([dot, gate, home, home], 3),
            Sender::Home | Sender::StaleHome | Sender::HomeForOthers => ([home, gate, dot, dot], 3),
            // Where to deliver a text is asked of the home network, far from here.
            Sender::Partner if traffic.is_some() => return None,
            Sender::Partner => ([partner, gate, dot, dot], 3),
            Sender::SpoofedHome | Sender::SpoofedPartner => ([third, gate, dot, dot], 3),
            Sender::LeasedFromPartner => ([third, partner, gate, dot], 4),
            Sender::LeasedFromHome => ([third, home, gate, dot], 4),
        };
        let stopped =
            [Outcome::Stopped as u8, Outcome::WronglyStopped as u8].contains(&streak.outcome);
        let mut way = Way::along(corners, count);
        if stopped {
            let at = GateName::ALL.get(usize::from(streak.gate));
            way.end = match at {
                Some(GateName::Lessor) => way.until(1),
                Some(GateName::Carrier) => way.until(count - 2) * 3 / 4,
                Some(GateName::Home) if sender == Sender::Visited => WHOLE,
                _ => way.until(count - 2),
            };
        }
        Some(way)
    }

    /// A message that set out so long ago.
    pub fn streak(&self, pen: &mut Pen, streak: &Streak, ago: u32) {
        let Some(way) = self.way(streak) else { return };
        let honest = usize::from(streak.source) < self.plan.traffic.len();
        let gone = (i64::from(ago) * WHOLE / i64::from(FLIGHT_MS)).min(WHOLE);
        let wrong = streak.outcome == Outcome::WronglyStopped as u8;
        let ink = self.ink;
        if gone >= way.end {
            // It lasts for a moment where it was stopped.
            if way.end < WHOLE || wrong {
                let arrived = (way.end * i64::from(FLIGHT_MS) / WHOLE) as u32;
                if ago < arrived + STOPPED_MS {
                    pen.cross(way.at(way.end), if wrong { ink.wrong } else { ink.stop });
                }
            }
            return;
        }
        let colour = if honest { ink.honest } else { ink.asked };
        let tail = (gone - WHOLE / if honest { 40 } else { 14 }).max(0);
        let steps = if honest { 1 } else { 6 };
        let mut from = way.at(tail);
        for step in 1..=steps {
            let to = way.at(tail + (gone - tail) * step / steps);
            pen.line(from, to, colour, 255);
            from = to;
        }
    }

    /// The whole way of a message, as a still shows it.
    pub fn road(&self, pen: &mut Pen, streak: &Streak) {
        let Some(way) = self.way(streak) else { return };
        let honest = usize::from(streak.source) < self.plan.traffic.len();
        let colour = if honest { self.ink.honest } else { self.ink.asked };
        let mut from = way.at(0);
        for part in 1..=24 {
            let to = way.at(way.end * part / 24);
            pen.line(from, to, colour, if honest { 70 } else { 110 });
            from = to;
        }
        if way.end < WHOLE {
            pen.cross(from, if honest { self.ink.wrong } else { self.ink.stop });
        }
    }
}

impl Way {
    fn along(corners: [Spot; 4], count: usize) -> Way {
        let length = |part: usize| {
            let (a, b) = (corners[part], corners[part + 1]);
            let (x, y) = (i64::from(b.x - a.x), i64::from(b.y - a.y));
            (x * x + y * y).isqrt()
        };
        let lengths = [0, 1, 2].map(|part| if part + 1 < count { length(part) } else { 0 });
        let whole = lengths.iter().sum::<i64>().max(1);
        Way { corners, count, lengths, whole, end: WHOLE }
    }

    /// How far it is to a corner.
    fn until(&self, corner: usize) -> i64 {
        self.lengths.iter().take(corner.min(self.count - 1)).sum::<i64>() * WHOLE / self.whole
    }

    /// Where it is after so much of the way.
    fn at(&self, gone: i64) -> Spot {
        let mut left = gone * self.whole / WHOLE;
        for part in 0..self.count - 1 {
            let length = self.lengths[part];
            if left <= length || part + 2 == self.count {
                let (a, b) = (self.corners[part], self.corners[part + 1]);
                let along = |a: i32, b: i32| {
                    a + (i64::from(b - a) * left.min(length) / length.max(1)) as i32
                };
                return Spot { x: along(a.x, b.x), y: along(a.y, b.y) };
            }
            left -= length;
        }
        self.corners[self.count - 1]
    }
}
