//! How many messages of a crowd are judged in a second on one core, from 1,000 to 100,000 travellers, and how
//! the time grows: of three runs the one in the middle, by the time of the processor where the system tells it
//! (Linux). `cargo bench --package benches --bench crowd`

use std::time::{Duration, Instant};
use whereabouts::crowd::{Month, World, measured};
use whereabouts::month;

const RUNS: usize = 3;

fn main() {
    println!(
        "| Travellers | Messages judged | A traveller and day | Time | Of the processor | Judged a second of it | The first day |"
    );
    println!("|---|---|---|---|---|---|---|");
    for travellers in measured::TRAVELLERS {
        let plan = measured::plan(travellers).expect("the chapter's crowd");
        let (world, _) = month::world(&plan).expect("a world");
        let mut runs: Vec<Run> = (0..RUNS).map(|_| once(&world, travellers)).collect();
        runs.sort_by_key(|run| run.worked);
        let Run { judged, took, worked, first } = runs[RUNS / 2];
        // In tenths.
        let each = judged * 10 / (u64::from(travellers) * u64::from(plan.days));
        let second = u128::from(judged) * 1_000_000 / worked.as_micros().max(1);
        println!(
            "| {travellers} | {judged} | {}.{} | {} ms | {} ms | {second} | {} ms |",
            each / 10,
            each % 10,
            took.as_millis(),
            worked.as_millis(),
            first.as_millis()
        );
    }
}

struct Run {
    judged: u64,
    took: Duration,
    /// For how long the processor was at it.
    worked: Duration,
    first: Duration,
}

fn once(world: &World, travellers: u32) -> Run {
    let plan = measured::plan(travellers).expect("the chapter's crowd");
    let mut month = Month::new(world, plan).expect("a plan");
    let (began, before) = (Instant::now(), processor());
    let (mut judged, mut first) = (0, None);
    while !month.over() {
        if let Some((day, _)) = month.hour() {
            judged += u64::from(day.judged);
            first.get_or_insert_with(|| began.elapsed());
        }
    }
    let took = began.elapsed();
    let worked = processor().zip(before).map_or(took, |(after, before)| after - before);
    Run { judged, took, worked, first: first.unwrap_or_default() }
}

/// What this thread has had of the processor.
fn processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split(' ').next()?.parse().ok()?))
}
