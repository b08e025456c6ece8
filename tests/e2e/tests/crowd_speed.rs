//! The crowd in Chromium: how fast it is worked out in its worker, how soon a first day is there, how much memory
//! it takes, and how long the script of a frame is, beside the same picture with PixiJS. It is no test: whatever
//! else the machine does is in it.

use e2e::{Browser, Site, Tracing, Wishes, below};
use serde_json::{Value, json};
use std::time::Duration;

/// How often each is measured; the middle one counts.
const RUNS: usize = 3;
const FRAMES_RUNS: usize = 5;
const LONG: Duration = Duration::from_secs(4);
const TRAVELLERS: [u32; 5] = [1_000, 3_000, 10_000, 30_000, 100_000];
/// A slider is moved with so many.
const USUAL: u32 = 30_000;
const MOST: u32 = 100_000;

/// Measures and prints: `cargo xtask bench-crowd`.
#[test]
#[ignore = "it only measures"]
fn measure() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    // How many traces there have been.
    let mut traces = 0;
    simulated(&browser, &site, &mut traces);
    picture(&browser, &site, &mut traces);
}

fn asked(browser: &Browser, what: &str) -> Value {
    let answer = browser.script_async(&format!("return await measure.{what};"), &[]);
    if answer.is_string() {
        browser.fail(&format!("measuring {what}: {answer}"));
    }
    answer
}

/// What the native benchmark has just printed, by its columns, for so many travellers.
fn native(travellers: u32) -> Option<f64> {
    let table = std::env::var("NATIVE").ok()?;
    let row = table.lines().find(|line| line.starts_with(&format!("| {travellers} |")))?;
    row.split('|').nth(6)?.trim().parse().ok()
}

fn open(browser: &Browser, url: &str) {
    browser.go("about:blank");
    browser.go(url);
    browser.wait("the page", || {
        (browser.script("return !!window.measure;", &[]) == true).then_some(())
    });
}

fn simulated(browser: &Browser, site: &Site, traces: &mut u32) {
    open(browser, &site.url(""));
    let number = |value: &Value, name: &str| value[name].as_f64().unwrap_or_default();
    let version = browser.devtools("Browser.getVersion", json!({}));
    println!("\n{}\n", version["product"].as_str().unwrap_or_default());
    println!(
        "| Travellers | Messages judged | Time | Of the processor | Judged a second of it | Of the native figure |"
    );
    println!("|---|---|---|---|---|---|");
    for travellers in TRAVELLERS {
        let once = |_| {
            *traces += 1;
            let tracing = Tracing::begin(browser, *traces);
            let run = asked(browser, &format!("simulate({travellers})"));
            (number(&run, "judged"), number(&run, "took"), tracing.workers())
        };
        let mut runs: Vec<(f64, f64, f64)> = (0..RUNS).map(once).collect();
        runs.sort_by(|a, b| a.2.total_cmp(&b.2));
        let (judged, took, worked) = runs[RUNS / 2];
        let second = judged * 1000.0 / worked;
        let part = native(travellers)
            .map_or("".to_owned(), |native| format!("{:.0} %", second * 100.0 / native));
        println!(
            "| {travellers} | {judged:.0} | {took:.0} ms | {worked:.0} ms | {second:.0} | {part} |"
        );
    }
    // The largest was the last.
    let memory = asked(browser, "memory()");
    let [worker, page, kept] = ["worker", "page", "kept"].map(|name| number(&memory, name) / 1e6);
    let mut changes: Vec<Value> =
        (0..9).map(|_| asked(browser, &format!("change({USUAL})"))).collect();
    let mut column = |name: &str| {
        changes.sort_by(|a, b| number(a, name).total_cmp(&number(b, name)));
        [0, 4, 8].map(|at| format!("{:.0} ms", number(&changes[at], name))).join(" | ")
    };
    let [first, drawn] = ["first", "drawn"].map(&mut column);
    println!("\n| | the shortest of nine | the middle one | the longest |\n|---|---|---|---|");
    println!("| from a change to the first day, {USUAL} travellers | {first} |");
    println!("| to the frame that shows it | {drawn} |");
    println!("\n| Memory with {MOST} travellers and the picture at 1280×720 | MB |\n|---|---|");
    println!(
        "| WebAssembly in the worker | {worker:.1} |\n| WebAssembly in the page | {page:.1} |"
    );
    println!("| the days that the page keeps | {kept:.1} |");
    println!("| together | {:.1} |", worker + page + kept);
}

fn picture(browser: &Browser, site: &Site, traces: &mut u32) {
    println!(
        "\n| {MOST} dots, 1280×720 | frames a second | mean | median | of the processor | 95 in 100 below | the longest | mean by metrics |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for rate in [1, 4] {
        for (name, address) in [("our picture", ""), ("PixiJS", "particles.html")] {
            open(browser, &site.url(address));
            asked(browser, &format!("picture({MOST})"));
            // What is made for the first frame, and compiled for the next, is not of every frame.
            std::thread::sleep(Duration::from_secs(2));
            let mut runs: Vec<_> = (0..FRAMES_RUNS)
                .map(|_| {
                    *traces += 1;
                    Tracing::measured(browser, *traces, rate, LONG)
                })
                .collect();
            runs.sort_by(|a, b| a.median().total_cmp(&b.median()));
            let middle = &runs[FRAMES_RUNS / 2];
            let slowed = if rate == 1 { "" } else { ", throttled fourfold" };
            println!(
                "| {name}{slowed} | {:.0} | {:.2} ms | {:.2} ms | {:.2} ms | {:.2} ms | {:.2} ms | {:.2} ms |",
                middle.scripts.len() as f64 / middle.seconds,
                middle.scripts.iter().sum::<f64>() / middle.scripts.len().max(1) as f64,
                middle.median(),
                below(&middle.processor, 50),
                below(&middle.scripts, 95),
                below(&middle.scripts, 100),
                middle.mean,
            );
        }
    }
}
