//! How long the script of a frame takes, in Chromium's own numbers: with two hundred messages under way,
//! and on the page as it is while chapter 4 plays. It is no test: whatever else the machine does is in it.

use e2e::{Browser, Site, Wishes};
use serde_json::{Value, json};
use std::collections::BTreeMap;
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
            let mut measured: Vec<Measured> = (0..RUNS)
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

struct Measured {
    /// The script of each frame in milliseconds, in the order of length, and how long the processor was at it.
    scripts: Vec<f64>,
    processor: Vec<f64>,
    /// All script by the browser's metrics, in milliseconds a frame.
    mean: f64,
    seconds: f64,
}

impl Measured {
    fn median(&self) -> f64 {
        below(&self.scripts, 50)
    }
}

/// What so many of a hundred frames do not take longer than.
fn below(sorted: &[f64], percent: usize) -> f64 {
    let last = sorted.len().saturating_sub(1);
    sorted.get(last * percent / 100).copied().unwrap_or_default()
}

fn once(browser: &Browser, stream: u32, rate: u32, url: &str, played: bool) -> Measured {
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
    browser.devtools("Performance.enable", json!({}));
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
    let tracing = Tracing::begin(browser, stream);
    let before = metrics(browser);
    std::thread::sleep(LONG);
    let after = metrics(browser);
    let frames = tracing.end();
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    let [scripts, processor] =
        [|frame: &(f64, f64)| frame.0, |frame: &(f64, f64)| frame.1].map(|part| {
            let mut all: Vec<f64> = frames.iter().map(part).collect();
            all.sort_by(f64::total_cmp);
            all
        });
    let gone = |name: &str| after[name] - before[name];
    let mean = gone("ScriptDuration") * 1000.0 / scripts.len().max(1) as f64;
    Measured { scripts, processor, mean, seconds: gone("Timestamp") }
}

fn metrics(browser: &Browser) -> BTreeMap<String, f64> {
    let answer = browser.devtools("Performance.getMetrics", json!({}));
    let all = answer["metrics"].as_array().expect("a list of metrics");
    let one = |metric: &Value| {
        let name = metric["name"].as_str().unwrap_or_default().to_owned();
        (name, metric["value"].as_f64().unwrap_or_default())
    };
    all.iter().map(one).collect()
}

/// Chromium's trace of what a page's main thread does.
struct Tracing<'b> {
    browser: &'b Browser,
    /// Chromium numbers its streams from 1 on, and a trace is the only one here.
    stream: u32,
}

/// What is script in a trace: what calls it, and the work that it leaves for when it has returned.
const SCRIPT: [&str; 5] =
    ["FireAnimationFrame", "FunctionCall", "RunMicrotasks", "TimerFire", "EventDispatch"];

impl Tracing<'_> {
    fn begin(browser: &Browser, stream: u32) -> Tracing<'_> {
        let categories =
            json!({ "includedCategories": ["devtools.timeline"], "excludedCategories": ["*"] });
        let wanted = json!({ "transferMode": "ReturnAsStream", "traceConfig": categories });
        browser.devtools("Tracing.start", wanted);
        Tracing { browser, stream }
    }

    /// The script of each frame, as `(milliseconds, milliseconds of the processor)`.
    fn end(self) -> Vec<(f64, f64)> {
        self.browser.devtools("Tracing.end", json!({}));
        let trace: Value = serde_json::from_str(&self.read()).expect("a trace is JSON");
        let events = trace["traceEvents"].as_array().expect("a trace has events");
        let number = |event: &Value, name: &str| event[name].as_f64().unwrap_or_default();
        let script =
            |event: &&Value| event["ph"] == "X" && SCRIPT.iter().any(|&name| event["name"] == name);
        let mut scripts: Vec<&Value> = events.iter().filter(script).collect();
        scripts.sort_by(|a, b| number(a, "ts").total_cmp(&number(b, "ts")));
        let (mut frames, mut end): (Vec<(f64, f64)>, f64) = (Vec::new(), 0.0);
        for event in scripts {
            let (start, long) = (number(event, "ts"), number(event, "dur"));
            // What is called by what has been counted is in that already.
            if start < end {
                continue;
            }
            end = start + long;
            if event["name"] == "FireAnimationFrame" {
                frames.push((0.0, 0.0));
            }
            // Whatever comes between two frames belongs to the first of them.
            if let Some(frame) = frames.last_mut() {
                frame.0 += long / 1000.0;
                frame.1 += number(event, "tdur") / 1000.0;
            }
        }
        frames
    }

    fn read(&self) -> String {
        let mut text = String::new();
        let handle = json!({ "handle": self.stream.to_string(), "size": 1 << 20 });
        let read = json!({ "cmd": "IO.read", "params": handle });
        self.browser.wait("the trace", || {
            // It is not all there at once.
            let part = self.browser.post("/goog/cdp/execute", &read).ok()?;
            text.push_str(part["data"].as_str().unwrap_or_default());
            (part["eof"] == true).then_some(())
        });
        text
    }
}
