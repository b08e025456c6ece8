//! The crowd that is measured: that of chapter 9, with rules at both ends of every road. Native only.

use super::file::{A_CROWD, Crowd};
use super::plan::Plan;
use crate::filter::{Rule, RuleId};

/// How many travellers there are.
pub const TRAVELLERS: [u32; 5] = [1_000, 3_000, 10_000, 30_000, 100_000];

/// Thirty days of so many of them. An error where the chapter's own file cannot be read.
pub fn plan(travellers: u32) -> Result<Plan, String> {
    let plan = Crowd::parse(A_CROWD)?.plan;
    let rules = |ids: &[RuleId]| ids.iter().map(|&id| Rule::from(id)).collect::<Vec<_>>();
    let home = rules(&[RuleId::UnexpectedOperation, RuleId::PreviousLocation]);
    let visited = rules(&[RuleId::HomeMatch, RuleId::Volume]);
    Ok(Plan { travellers, days: 30, gates: [home, visited, Vec::new(), Vec::new()], ..plan })
}
