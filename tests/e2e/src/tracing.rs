//! How long the script of each frame takes, in Chromium's own numbers.

use crate::Browser;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// The frames of a while.
pub struct Frames {
    /// The script of each frame in milliseconds, in the order of length, and how long the processor was at it.
    pub scripts: Vec<f64>,
    pub processor: Vec<f64>,
    /// All script by the browser's metrics, in milliseconds a frame.
    pub mean: f64,
    pub seconds: f64,
}

impl Frames {
    pub fn median(&self) -> f64 {
        below(&self.scripts, 50)
    }
}

/// What so many of a hundred frames do not take longer than.
pub fn below(sorted: &[f64], percent: usize) -> f64 {
    let last = sorted.len().saturating_sub(1);
    sorted.get(last * percent / 100).copied().unwrap_or_default()
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
pub struct Tracing<'b> {
    browser: &'b Browser,
    /// Chromium numbers its streams from 1 on, and a trace is the only one here.
    stream: u32,
}

/// What is script in a trace: what calls it, and the work that it leaves for when it has returned.
const SCRIPT: [&str; 5] =
    ["FireAnimationFrame", "FunctionCall", "RunMicrotasks", "TimerFire", "EventDispatch"];

impl Tracing<'_> {
    /// What the page that is open does in so long a while, slowed down so many times.
    pub fn measured(browser: &Browser, stream: u32, rate: u32, long: Duration) -> Frames {
        browser.devtools("Performance.enable", json!({}));
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
        let tracing = Tracing::begin(browser, stream);
        let before = metrics(browser);
        std::thread::sleep(long);
        let after = metrics(browser);
        let frames = tracing.end();
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
        let [scripts, processor] = [|frame: &(f64, f64)| frame.0, |frame: &(f64, f64)| frame.1]
            .map(|part| {
                let mut all: Vec<f64> = frames.iter().map(part).collect();
                all.sort_by(f64::total_cmp);
                all
            });
        let gone = |name: &str| after[name] - before[name];
        let mean = gone("ScriptDuration") * 1000.0 / scripts.len().max(1) as f64;
        Frames { scripts, processor, mean, seconds: gone("Timestamp") }
    }

    /// `stream` says how many traces there have been, with this one.
    pub fn begin(browser: &Browser, stream: u32) -> Tracing<'_> {
        let categories =
            json!({ "includedCategories": ["devtools.timeline"], "excludedCategories": ["*"] });
        let wanted = json!({ "transferMode": "ReturnAsStream", "traceConfig": categories });
        browser.devtools("Tracing.start", wanted);
        Tracing { browser, stream }
    }

    /// For how long the processor was at what the workers did, in milliseconds.
    pub fn workers(self) -> f64 {
        let trace = self.ended();
        let events = trace["traceEvents"].as_array().expect("a trace has events");
        let thread = |event: &Value| (event["pid"].as_u64(), event["tid"].as_u64());
        let named = |event: &&Value| {
            let name = event["args"]["name"].as_str().unwrap_or_default();
            event["name"] == "thread_name" && name.starts_with("DedicatedWorker")
        };
        let workers: Vec<_> = events.iter().filter(named).map(thread).collect();
        let theirs = events.iter().filter(|event| workers.contains(&thread(event)));
        outermost(theirs)
            .map(|(event, _)| event["tdur"].as_f64().unwrap_or_default() / 1000.0)
            .sum()
    }

    /// The script of each frame, as `(milliseconds, milliseconds of the processor)`.
    fn end(self) -> Vec<(f64, f64)> {
        let trace = self.ended();
        let events = trace["traceEvents"].as_array().expect("a trace has events");
        let mut frames: Vec<(f64, f64)> = Vec::new();
        for (event, long) in outermost(events.iter()) {
            if event["name"] == "FireAnimationFrame" {
                frames.push((0.0, 0.0));
            }
            // Whatever comes between two frames belongs to the first of them.
            if let Some(frame) = frames.last_mut() {
                frame.0 += long / 1000.0;
                frame.1 += event["tdur"].as_f64().unwrap_or_default() / 1000.0;
            }
        }
        frames
    }

    fn ended(self) -> Value {
        self.browser.devtools("Tracing.end", json!({}));
        serde_json::from_str(&self.read()).expect("a trace is JSON")
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

/// The script among the events of one thread, in the order of time, each with its microseconds: what is called
/// by what has been counted is in that already.
fn outermost<'e>(
    events: impl Iterator<Item = &'e Value>,
) -> impl Iterator<Item = (&'e Value, f64)> {
    let number = |event: &Value, name: &str| event[name].as_f64().unwrap_or_default();
    let script =
        |event: &&Value| event["ph"] == "X" && SCRIPT.iter().any(|&name| event["name"] == name);
    let mut scripts: Vec<&Value> = events.filter(script).collect();
    scripts.sort_by(|a, b| number(a, "ts").total_cmp(&number(b, "ts")));
    let mut end = 0.0;
    scripts.into_iter().filter_map(move |event| {
        let (start, long) = (number(event, "ts"), number(event, "dur"));
        (start >= end).then(|| {
            end = start + long;
            (event, long)
        })
    })
}
