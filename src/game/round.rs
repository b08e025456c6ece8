//! One game: ten messages, what the player did with each, and the score.

use super::case::Case;
use super::deal::{TEN, deal};
use crate::filter::RuleId;

/// A game as far as it has been played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    pub seed: u32,
    pub ten: [usize; TEN],
    /// Whether each message so far was let through.
    answers: Vec<bool>,
    /// The place of the message that is shown.
    at: usize,
}

/// What is on the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// A message waits for its answer.
    Asking,
    /// It has got it, and the truth is told.
    Told(Answered),
    /// All ten are over.
    Over,
}

/// An answer, and whether it was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Dishonest, and stopped.
    Caught,
    /// Dishonest, and let through.
    LetThrough,
    /// Honest, and stopped.
    WronglyStopped,
    /// Honest, and let through.
    Passed,
}

/// Who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopper {
    Rule(RuleId),
    /// A gate without any rule.
    Nobody,
}

/// How often each happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub caught: usize,
    pub let_through: usize,
    pub wrongly_stopped: usize,
    pub passed: usize,
}

impl Round {
    /// The game with that number, from its beginning.
    pub fn new(cases: &[Case], seed: u32) -> Round {
        Round { seed, ten: deal(cases, seed), answers: Vec::with_capacity(TEN), at: 0 }
    }

    /// The place of the message that is shown, from 0.
    pub fn place(&self) -> usize {
        self.at
    }

    /// The message that is shown.
    pub fn case<'c>(&self, cases: &'c [Case]) -> Option<&'c Case> {
        self.ten.get(self.at).and_then(|&at| cases.get(at))
    }

    /// What was done with the message at a place, where anything was.
    pub fn answered(&self, cases: &[Case], place: usize) -> Option<Answered> {
        let case = self.ten.get(place).and_then(|&at| cases.get(at))?;
        self.answers.get(place).map(|&passed| Answered::of(case.truth.honest, passed))
    }

    pub fn phase(&self, cases: &[Case]) -> Phase {
        if self.at >= TEN {
            return Phase::Over;
        }
        self.answered(cases, self.at).map_or(Phase::Asking, Phase::Told)
    }

    /// Lets the message pass, or stops it. A second answer is none.
    pub fn answer(&mut self, pass: bool) {
        if self.answers.len() == self.at && self.at < TEN {
            self.answers.push(pass);
        }
    }

    /// On to the next message, once this one has its answer.
    pub fn next(&mut self) {
        if self.answers.len() > self.at {
            self.at += 1;
        }
    }

    /// The player's score so far.
    pub fn score(&self, cases: &[Case]) -> Score {
        (0..TEN).filter_map(|place| self.answered(cases, place)).fold(Score::default(), Score::and)
    }

    /// What a rule, or nobody, makes of the same ten. Whoever gets a stand-in has learned nothing; an honest
    /// question that gets one is served all the same.
    pub fn score_of(&self, cases: &[Case], stopper: Stopper) -> Score {
        let ten = self.ten.iter().filter_map(|&at| cases.get(at));
        let each = ten.map(|case| {
            let said = match stopper {
                Stopper::Rule(rule) => case.opinion(rule).map_or(0, |verdict| verdict.strength()),
                Stopper::Nobody => 0,
            };
            let honest = case.truth.honest;
            Answered::of(honest, said == 0 || honest && said == 1)
        });
        each.fold(Score::default(), Score::and)
    }
}

impl Answered {
    pub fn of(honest: bool, passed: bool) -> Answered {
        match (honest, passed) {
            (false, false) => Answered::Caught,
            (false, true) => Answered::LetThrough,
            (true, false) => Answered::WronglyStopped,
            (true, true) => Answered::Passed,
        }
    }

    pub fn is_right(self) -> bool {
        matches!(self, Answered::Caught | Answered::Passed)
    }

    /// The word that the text table and the style use.
    pub const fn id(self) -> &'static str {
        match self {
            Answered::Caught => "caught",
            Answered::LetThrough => "let-through",
            Answered::WronglyStopped => "wrongly-stopped",
            Answered::Passed => "passed",
        }
    }
}

impl Score {
    fn and(mut self, answered: Answered) -> Score {
        *match answered {
            Answered::Caught => &mut self.caught,
            Answered::LetThrough => &mut self.let_through,
            Answered::WronglyStopped => &mut self.wrongly_stopped,
            Answered::Passed => &mut self.passed,
        } += 1;
        self
    }

    pub fn sum(&self) -> usize {
        self.caught + self.let_through + self.wrongly_stopped + self.passed
    }
}
