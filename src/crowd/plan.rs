//! What is to be simulated: how many travellers, for how long, what is honestly sent about them, who else
//! asks, and which rules stand at the gates.

use crate::filter::Rule;
use crate::judge::{GateName, Sender};
use crate::signalling::OperationId;
use serde::{Deserialize, Serialize};

/// The most of everything. They bound the time and the memory of a simulation.
pub mod limits {
    pub const TRAVELLERS: u32 = 100_000;
    pub const FEWEST: u32 = 10;
    pub const DAYS: u32 = 31;
    pub const HOMES: usize = 3;
    pub const TRAFFIC: usize = 16;
    pub const ASKERS: usize = 8;
    /// Messages about one traveller in a day, in thousandths, of one kind of traffic.
    pub const THOUSANDTHS: u32 = 50_000;
    /// How much more there is while an event lasts.
    pub const TIMES: u32 = 20;
    /// Questions of one asker in a day: two dozen about each of the largest crowd.
    pub const QUESTIONS: u64 = 24 * TRAVELLERS as u64;
}

/// The most messages of a day that are drawn: questions for another reason, and honest ones.
const DRAWN: [u64; 2] = [6_000, 3_000];

/// What is to be simulated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub seed: u64,
    pub travellers: u32,
    pub days: u32,
    /// How the travellers are shared out among their home networks: parts of the sum.
    pub homes: Vec<u32>,
    pub traffic: Vec<Traffic>,
    /// How the honest messages of a day are shared out among its hours: parts of the sum.
    pub hours: Vec<u32>,
    pub event: Option<Event>,
    pub askers: Vec<Asker>,
    /// The rules at each gate, in the order of [`GateName::ALL`].
    pub gates: [Vec<Rule>; 4],
}

/// Something that is honestly sent about travellers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traffic {
    pub operation: OperationId,
    pub from: Sender,
    /// A traveller and day.
    pub thousandths: u32,
}

/// Days on which there is more honest traffic about the customers of one home network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub home: u8,
    /// From 0.
    pub first: u32,
    pub days: u32,
    /// So many times as much.
    pub times: u32,
}

/// Somebody who asks where travellers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    pub sender: Sender,
    pub operation: OperationId,
    /// Written so that filters cannot read it.
    pub unreadable: bool,
    pub targets: Targets,
    /// Questions a day about each.
    pub per_day: u32,
}

/// About whom somebody asks. A home network asks about its own customers only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Targets {
    One,
    List(u32),
    Everyone,
}

/// Why a plan cannot be simulated: the field, and what may stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    pub field: &'static str,
    pub expected: String,
}

impl Plan {
    /// Whether it can be simulated.
    pub fn check(&self) -> Result<(), PlanError> {
        let within = |field, good: bool, expected: String| match good {
            true => Ok(()),
            false => Err(PlanError { field, expected }),
        };
        let range = |least: u64, most: u64| format!("{least} to {most}");
        let many = limits::FEWEST..=limits::TRAVELLERS;
        let (fewest, most) = (u64::from(limits::FEWEST), u64::from(limits::TRAVELLERS));
        within("travellers", many.contains(&self.travellers), range(fewest, most))?;
        let days = (1..=limits::DAYS).contains(&self.days);
        within("days", days, range(1, u64::from(limits::DAYS)))?;
        let homes = (1..=limits::HOMES).contains(&self.homes.len());
        let parts = |parts: &[u32]| {
            parts.iter().all(|&part| part <= 1_000_000) && parts.iter().any(|&part| part > 0)
        };
        within("homes", homes && parts(&self.homes), "1 to 3 parts, whole numbers".to_owned())?;
        within(
            "hours",
            self.hours.len() == 24 && parts(&self.hours),
            "24 parts, whole numbers".to_owned(),
        )?;
        let traffic = self.traffic.len() <= limits::TRAFFIC;
        let least = self.traffic.iter().all(|traffic| traffic.thousandths <= limits::THOUSANDTHS);
        within(
            "traffic",
            traffic && least,
            format!("{} kinds, {} thousandths each at most", limits::TRAFFIC, limits::THOUSANDTHS),
        )?;
        let event = self.event.is_none_or(|event| {
            usize::from(event.home) < self.homes.len() && event.times <= limits::TIMES
        });
        within(
            "event",
            event,
            format!("one of the homes, and {} times as much at most", limits::TIMES),
        )?;
        within("askers", self.askers.len() <= limits::ASKERS, range(0, limits::ASKERS as u64))?;
        let asked = |asker: &Asker| {
            let many = self.targets(asker);
            u64::from(many.end - many.start) * u64::from(asker.per_day) <= limits::QUESTIONS
        };
        within(
            "askers.per-day",
            self.askers.iter().all(asked),
            format!("{} questions a day at most", limits::QUESTIONS),
        )
    }

    /// The rules at a gate.
    pub fn at(&self, gate: GateName) -> &[Rule] {
        self.gates.get(gate as usize).map_or(&[], Vec::as_slice)
    }

    /// The first traveller of each home network, and the end of the last.
    pub fn bounds(&self) -> Vec<u32> {
        let all: u64 = self.homes.iter().map(|&part| u64::from(part)).sum::<u64>().max(1);
        let mut sum = 0;
        let mut bounds = vec![0];
        for &part in &self.homes {
            sum += u64::from(part);
            bounds.push((u64::from(self.travellers) * sum / all) as u32);
        }
        bounds
    }

    /// The travellers that somebody asks about: neighbours in number, and nowhere else.
    pub fn targets(&self, asker: &Asker) -> std::ops::Range<u32> {
        let bounds = self.bounds();
        let all = match asker.sender {
            Sender::Home
            | Sender::HomeForOthers
            | Sender::StaleHome
            | Sender::SpoofedHome
            | Sender::LeasedFromHome => 0..bounds.get(1).copied().unwrap_or_default(),
            _ => 0..self.travellers,
        };
        let many = match asker.targets {
            Targets::One => 1,
            Targets::List(many) => many,
            Targets::Everyone => all.end,
        };
        all.start..all.end.min(many)
    }

    /// For each message of a day that is drawn so many there are: of questions for another reason, and of honest ones.
    pub fn one_of(&self, day: u32) -> [u32; 2] {
        let asked = self.askers.iter().map(|asker| {
            let targets = self.targets(asker);
            u64::from(targets.end - targets.start) * u64::from(asker.per_day)
        });
        let each: u64 = self.traffic.iter().map(|traffic| u64::from(traffic.thousandths)).sum();
        let usual = each * u64::from(self.travellers) / 1000;
        let times = match self.event {
            Some(event) if (event.first..event.first + event.days).contains(&day) => {
                event.times.max(1)
            }
            _ => 1,
        };
        let all = [asked.sum(), usual * u64::from(times)];
        [0, 1].map(|kind| (all[kind] / DRAWN[kind] + 1) as u32)
    }

    /// How many kinds of messages there are: traffic first, then askers.
    pub fn sources(&self) -> usize {
        self.traffic.len() + self.askers.len()
    }
}
