//! How many instructions a judgement and a run take: the same number every time, on any machine that
//! has the same ones. Needs valgrind, and `gungraun-runner` in the version of the crate.
//! `cargo bench --package benches --bench instructions`

use benches::{Arrived, Played};
use gungraun::{library_benchmark, library_benchmark_group, main};
use std::hint::black_box;
use whereabouts::filter::Judgement;
use whereabouts::run::Run;

#[library_benchmark]
#[bench::by_one_rule(Arrived::at_one_rule())]
#[bench::by_every_rule(Arrived::at_every_rule())]
fn a_judgement(arrived: Arrived) -> (Judgement, Arrived) {
    // What is given back is not taken apart in what is counted.
    (black_box(arrived.judge()), arrived)
}

#[library_benchmark]
#[bench::anyone_may_ask(Played::chapter("anyone-may-ask"))]
#[bench::two_questions(Played::chapter("two-questions"))]
#[bench::messages_10(Played::long(10))]
#[bench::messages_100(Played::long(100))]
#[bench::messages_1000(Played::long(1_000))]
#[bench::messages_10000(Played::long(10_000))]
fn a_run(played: Played) -> (Run, Played) {
    (black_box(played.run()), played)
}

library_benchmark_group!(name = core, benchmarks = [a_judgement, a_run]);

main!(library_benchmark_groups = core);
