//! How many messages of a crowd are judged in a second on one core, from 1,000 to 100,000 travellers, and how
//! the time grows: of three runs the one in the middle. `cargo bench --package benches --bench crowd`

use std::time::{Duration, Instant};
use whereabouts::crowd::{Month, World, measured};
use whereabouts::month;

const RUNS: usize = 3;

fn main() {
    println!(
        "| Travellers | Messages judged | A traveller and day | Time | Judged a second | The first day |"
    );
    println!("|---|---|---|---|---|---|");
    for travellers in measured::TRAVELLERS {
        let plan = measured::plan(travellers).expect("the chapter's crowd");
        let (world, _) = month::world(&plan).expect("a world");
        let mut runs: Vec<Run> = (0..RUNS).map(|_| once(&world, travellers)).collect();
        runs.sort_by_key(|run| run.took);
        let Run { judged, took, first } = runs[RUNS / 2];
        let each = judged / (u64::from(travellers) * u64::from(plan.days));
        let second = u128::from(judged) * 1_000_000 / took.as_micros().max(1);
        println!(
            "| {travellers} | {judged} | {each} | {} ms | {second} | {} ms |",
            took.as_millis(),
            first.as_millis()
        );
    }
}

struct Run {
    judged: u64,
    took: Duration,
    first: Duration,
}

fn once(world: &World, travellers: u32) -> Run {
    let plan = measured::plan(travellers).expect("the chapter's crowd");
    let mut month = Month::new(world, plan).expect("a plan");
    let began = Instant::now();
    let (mut judged, mut first) = (0, None);
    while !month.over() {
        if let Some((day, _)) = month.hour() {
            judged += u64::from(day.judged);
            first.get_or_insert_with(|| began.elapsed());
        }
    }
    Run { judged, took: began.elapsed(), first: first.unwrap_or_default() }
}
