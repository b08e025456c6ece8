//! How many messages of a crowd are judged in a second on one core, from 1,000 to 100,000 travellers, and how
//! the time grows. `cargo bench --package benches --bench crowd`

use std::time::Instant;
use whereabouts::crowd::file::{A_CROWD, Crowd};
use whereabouts::crowd::{Month, Plan, ways};
use whereabouts::filter::{Rule, RuleId};

/// The crowd of chapter 9, with rules at both ends of every road.
fn plan(travellers: u32) -> Plan {
    let plan = Crowd::parse(A_CROWD).expect("the chapter's crowd").plan;
    let rules = |ids: &[RuleId]| ids.iter().map(|&id| Rule::from(id)).collect::<Vec<_>>();
    let home = rules(&[RuleId::UnexpectedOperation, RuleId::PreviousLocation]);
    let visited = rules(&[RuleId::HomeMatch, RuleId::Volume]);
    Plan { travellers, days: 30, gates: [home, visited, Vec::new(), Vec::new()], ..plan }
}

fn main() {
    println!(
        "| Travellers | Messages judged | A traveller and day | Time | Judged a second | The first day |"
    );
    println!("|---|---|---|---|---|---|");
    for travellers in [1_000, 3_000, 10_000, 30_000, 100_000] {
        let plan = plan(travellers);
        let traffic = plan.traffic.iter().map(|traffic| (traffic.from, traffic.operation));
        let askers = plan.askers.iter().map(|asker| (asker.sender, asker.operation));
        let kinds: Vec<_> = traffic.chain(askers).collect();
        let world = ways::world(plan.homes.len(), &kinds).expect("a world");
        let days = u64::from(plan.days);
        let mut month = Month::new(&world, plan).expect("a plan");
        let began = Instant::now();
        let (mut judged, mut first) = (0, None);
        while !month.over() {
            if let Some((day, _)) = month.hour() {
                judged += u64::from(day.judged);
                first.get_or_insert_with(|| began.elapsed());
            }
        }
        let took = began.elapsed();
        let each = judged / (u64::from(travellers) * days);
        let second = judged as u128 * 1000 / took.as_millis().max(1);
        let first = first.unwrap_or_default().as_millis();
        println!(
            "| {travellers} | {judged} | {each} | {} ms | {second} | {first} ms |",
            took.as_millis()
        );
    }
}
