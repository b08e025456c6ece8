//! The figures of a day as they are told: what was asked for another reason, and what honest messages
//! suffered.

use crate::crowd::{Day, Plan};
use crate::filter::RuleId;
use crate::judge::Outcome;

/// The figures of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Questions for another reason.
    pub asked: u32,
    /// Those that were answered to whoever asked.
    pub answered: u32,
    /// Those whose answer went elsewhere.
    pub elsewhere: u32,
    pub stopped: u32,
    /// Travellers who were located.
    pub located: u32,
    /// Those of them who had not been before.
    pub fresh: u32,
    pub ever: u32,
    /// How often the one has been until then who has been most often.
    pub most: u32,
    pub honest: u32,
    /// Honest messages that were stopped.
    pub wrongly: u32,
}

/// What a rule has stopped or masked on a day: so many questions for another reason, so many honest messages.
pub fn by_rule(plan: &Plan, day: &Day) -> Vec<(RuleId, u32, u32)> {
    let mut all: Vec<(RuleId, u32, u32)> = Vec::new();
    for stops in &day.stops {
        let honest = usize::from(stops.source) < plan.traffic.len();
        let at = all.iter().position(|(rule, ..)| *rule == stops.rule).unwrap_or_else(|| {
            all.push((stops.rule, 0, 0));
            all.len() - 1
        });
        if let Some((_, other, own)) = all.get_mut(at) {
            *(if honest { own } else { other }) += stops.count;
        }
    }
    all
}

/// The figures of a day of that plan.
pub fn figures(plan: &Plan, day: &Day) -> Figures {
    let (traffic, askers) = day.counts.split_at(plan.traffic.len().min(day.counts.len()));
    let sum = |counts: &[[u32; 5]], outcome: Outcome| {
        counts.iter().map(|count| count[outcome as usize]).sum::<u32>()
    };
    Figures {
        asked: askers.iter().flatten().sum(),
        answered: sum(askers, Outcome::Answered) + sum(askers, Outcome::Masked),
        elsewhere: sum(askers, Outcome::AnsweredElsewhere),
        stopped: sum(askers, Outcome::Stopped),
        located: day.located,
        fresh: day.fresh,
        ever: day.ever,
        most: day.most,
        honest: traffic.iter().flatten().sum(),
        wrongly: sum(traffic, Outcome::WronglyStopped),
    }
}
