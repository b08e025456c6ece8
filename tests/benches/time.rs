//! How long a judgement and a run take, and what they allocate: a judgement, nothing.
//! `cargo bench --package benches --bench time`

use benches::{Arrived, CHAPTERS, MESSAGES, Played, file};
use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use whereabouts::lesson;

/// Counts what is allocated; divan prints it where it is not nothing.
#[global_allocator]
static ALLOCATED: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench]
fn a_judgement_by_one_rule(bencher: Bencher) {
    let arrived = Arrived::at_one_rule();
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| arrived.judge());
}

#[divan::bench]
fn a_judgement_by_every_rule(bencher: Bencher) {
    let arrived = Arrived::at_every_rule();
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| arrived.judge());
}

#[divan::bench(args = CHAPTERS)]
fn a_chapter_is_read(id: &str) {
    black_box(lesson::parse(file(id)).unwrap());
}

#[divan::bench(args = CHAPTERS)]
fn a_chapters_run(bencher: Bencher, id: &str) {
    let chapter = Played::chapter(id);
    bencher.bench_local(|| chapter.run());
}

#[divan::bench(args = MESSAGES)]
fn a_run_of_so_many_messages(bencher: Bencher, messages: usize) {
    let played = Played::long(messages);
    bencher.counter(ItemsCount::new(messages)).bench_local(|| played.run());
}
