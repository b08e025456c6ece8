//! How long the script of a frame takes, in Chromium's own numbers: with two hundred messages under way,
//! and on the page as it is while chapter 4 plays. It is no test: whatever else the machine does is in it.

use e2e::{Browser, Frames, Site, Tracing, Wishes, below};
use serde_json::json;
use std::time::Duration;

/// How long each measurement takes, and how many there are of each.
const LONG: Duration = Duration::from_secs(4);
const RUNS: usize = 5;

/// What is measured: its name, where it is, and whether it has to be played.
const PLAYED: [(&str, &str, bool); 4] = [
    ("200 messages", "crowd/#200", false),
    ("1,000 messages", "crowd/#1000", false),
    ("chapter 4, one lane", "chapters/4/#at=honest-question.0&filters=visited.home-match", true),
    (
        "chapter 4, two lanes",
        "chapters/4/#at=honest-question.0&filters=visited.home-match&lanes=both",
        true,
    ),
];

/// Measures and prints: `cargo xtask bench-frames`.
#[test]
#[ignore = "it only measures"]
fn measure() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let version = browser.devtools("Browser.getVersion", json!({}));
    println!("{}", version["product"].as_str().unwrap_or_default());
    println!(
        "| | frames a second | median | of the processor | 95 in 100 below | mean by metrics |"
    );
    println!("|---|---|---|---|---|---|");
    let mut streams = 0;
    for rate in [1, 4] {
        for (name, address, played) in PLAYED {
            let url = site.url(address);
            let mut measured: Vec<Frames> = (0..RUNS)
                .map(|_| {
                    streams += 1;
                    once(&browser, streams, rate, &url, played)
                })
                .collect();
            measured.sort_by(|a, b| a.median().total_cmp(&b.median()));
            // The run in the middle, whole: its numbers belong together.
            let middle = &measured[RUNS / 2];
            let slowed = if rate == 1 { "" } else { ", throttled fourfold" };
            println!(
                "| {name}{slowed} | {:.0} | {:.2} ms | {:.2} ms | {:.2} ms | {:.2} ms |",
                middle.scripts.len() as f64 / middle.seconds,
                middle.median(),
                below(&middle.processor, 50),
                below(&middle.scripts, 95),
                middle.mean,
            );
        }
    }
}

fn once(browser: &Browser, stream: u32, rate: u32, url: &str, played: bool) -> Frames {
    browser.go("about:blank");
    browser.go(url);
    if played {
        browser.ready();
        browser.one("button", "Play").click();
        browser.one("button", "Pause");
    } else {
        let name = format!("{} messages", url.rsplit('#').next().unwrap_or_default());
        browser.one("image", &name);
    }
    Tracing::measured(browser, stream, rate, LONG)
}
