//! What is known of the month before a browser works it out: the world of every choice, and the days of the
//! lesson's own plan. Native only.

use super::choices::ASKERS;
use super::names::Names;
use crate::crowd::{Day, Plan, World, ways};
use crate::signalling::Standing;

/// The world for a plan, whoever the reader lets ask, and how its networks are called. `None` only where
/// the judge's scene cannot be read.
pub fn world(plan: &Plan) -> Option<(World, Names)> {
    let mut kinds: Vec<_> =
        plan.traffic.iter().map(|traffic| (traffic.from, traffic.operation)).collect();
    let asked = plan.askers.first()?.operation;
    kinds.extend(ASKERS.map(|sender| (sender, asked)));
    kinds.sort_by_key(|(sender, operation)| (*sender, operation.row().name));
    kinds.dedup();
    let world = ways::world(plan.homes.len(), &kinds)?;
    let name = |at: usize| world.networks.get(at).map(|network| network.name.clone());
    let names = Names {
        homes: world.homes.iter().map(|home| name(home.network.index())).collect::<Option<_>>()?,
        partner: world
            .networks
            .iter()
            .find(|network| network.standing == Standing::Partner)?
            .name
            .clone(),
        visited: name(world.visited.index())?,
    };
    Some((world, names))
}

/// The days of the lesson's own plan as they were worked out: a simulation takes seconds, and a page must
/// not wait for it. `tests/crowd.rs` holds them to the truth, and writes them anew.
pub fn days() -> Vec<Day> {
    serde_json::from_str(include_str!("../../assets/crowd/a-crowd.days.json")).unwrap_or_default()
}
