//! What the reader can set: a small value, compared, written into the address, and made a lesson of.

use crate::filter::Rule;
use crate::judge::{GateName, Sender};
use crate::lesson::{QUESTIONS, limits};
use crate::signalling::OperationId;

/// Everything that the reader can set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The chapter that it starts from; without one, from nothing but the networks.
    pub from: Option<u8>,
    /// The questions, in their order.
    pub asks: Vec<Ask>,
    /// Where the phone is: at home or in the visited network, which is whichever it visits ([`PLACES`]).
    pub place: Spot,
    pub knows: Knows,
    pub registered: Registered,
    pub before: Option<Before>,
    /// The rules that are on, in the order of [`GateName::ALL`] and of the rules' own table.
    pub gates: [Vec<Rule>; 4],
}

/// One question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// An act of the chapter that it starts from, by its place there.
    Act(u8),
    Own(Own),
}

/// A question of the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    pub operation: OperationId,
    pub sender: Sender,
    /// Whether filters cannot read what it asks.
    pub unreadable: bool,
    /// Minutes that go by before it.
    pub later: u32,
}

/// One of the three networks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Home,
    Visited,
    Partner,
}

/// What whoever asks knows beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knows {
    /// As the chapter has it.
    Chapter,
    /// What its questions need, and no more.
    Enough,
    /// The phone number.
    Number,
}

/// Where gates believe the phone to have been registered last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    Nowhere,
    /// Where it is, for long.
    Here,
    /// There, so many minutes ago.
    There(Spot, u32),
}

/// Questions that have been asked before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub by: Spot,
    pub times: u32,
    pub minutes_ago: u32,
    /// Whether about other travellers than this one.
    pub of_others: bool,
}

/// Where the phone can be. What every network is to the traveller follows from it: a customer of somebody
/// else, or in another network still, would be the same under other names.
pub const PLACES: [Spot; 2] = [Spot::Home, Spot::Visited];
/// The most questions: what a picture has room for, and a reader patience.
pub const MOST_ASKS: usize = 6;
/// The longest time that can be set: a year, in minutes.
pub const LONGEST: u32 = 525_600;
/// The largest number that a rule can be given.
pub const LARGEST: u32 = 1_000_000;
/// The most questions that can have been asked before.
pub const MOST_BEFORE: u32 = limits::TIMES;

/// What can be asked: the questions of the matrix, and a phone's arrival in each generation, which is
/// what some rules are about.
pub const OFFERED: [OperationId; 19] = {
    let mut all = [OperationId::UpdateLocation; 19];
    let mut at = 0;
    #[allow(clippy::indexing_slicing, reason = "the compiler evaluates it, and sees the bounds")]
    while at < QUESTIONS.len() {
        all[at] = QUESTIONS[at];
        at += 1;
    }
    all[16] = OperationId::UpdateLocation;
    all[17] = OperationId::S6aUpdateLocation;
    all[18] = OperationId::UecmRegistration;
    all
};

impl Spot {
    pub const ALL: [Spot; 3] = [Spot::Home, Spot::Visited, Spot::Partner];

    /// The word in addresses and texts.
    pub const fn id(self) -> &'static str {
        match self {
            Spot::Home => "home",
            Spot::Visited => "visited",
            Spot::Partner => "partner",
        }
    }

    pub fn named(name: &str) -> Option<Spot> {
        Spot::ALL.into_iter().find(|spot| spot.id() == name)
    }
}

impl Knows {
    pub const ALL: [Knows; 3] = [Knows::Chapter, Knows::Enough, Knows::Number];

    pub const fn id(self) -> &'static str {
        match self {
            Knows::Chapter => "chapter",
            Knows::Enough => "enough",
            Knows::Number => "number",
        }
    }

    pub fn named(name: &str) -> Option<Knows> {
        Knows::ALL.into_iter().find(|knows| knows.id() == name)
    }
}

impl Own {
    pub const fn new(operation: OperationId, sender: Sender) -> Own {
        Own { operation, sender, unreadable: false, later: 0 }
    }
}

impl Setting {
    /// The rules that are on at a gate.
    pub fn at(&self, gate: GateName) -> &[Rule] {
        self.gates.get(gate as usize).map_or(&[], Vec::as_slice)
    }

    /// The same with a rule on, as it is set there, in the place of one with the same name.
    #[must_use]
    pub fn with(mut self, gate: GateName, rule: Rule) -> Setting {
        if let Some(here) = self.gates.get_mut(gate as usize) {
            here.retain(|other| other.id != rule.id);
            let at = here.partition_point(|other| other.id < rule.id);
            here.insert(at, rule);
        }
        self
    }

    /// The same with a rule off.
    #[must_use]
    pub fn without(mut self, gate: GateName, rule: crate::filter::RuleId) -> Setting {
        if let Some(here) = self.gates.get_mut(gate as usize) {
            here.retain(|other| other.id != rule);
        }
        self
    }
}

/// Whether a rule has a meaning at a gate: text routing only where texts are asked about, at home.
pub fn stands(gate: GateName, rule: crate::filter::RuleId) -> bool {
    use crate::filter::{RuleId, Side};
    let side = match gate {
        GateName::Home | GateName::Visited => Side::Border,
        GateName::Carrier => Side::Transit,
        GateName::Lessor => Side::Exit,
    };
    rule.row().sides.contains(&side) && (rule != RuleId::SmsHomeRouting || gate == GateName::Home)
}
