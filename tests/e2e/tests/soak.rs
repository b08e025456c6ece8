//! Whether a page that is played for long grows: plays and scrubs in a loop, opens and closes everything, and holds
//! what there is at the end against what there was at the beginning. It is no test of every run: it takes as long as
//! one lets it.

use e2e::{Browser, Site, Wishes, page_of};
use serde_json::{Value, json};
use std::fmt::Write;
use std::time::{Duration, Instant};

/// The most that anything may have grown by, in percent.
const MOST: f64 = 5.0;

/// From before the first line of a page: keeps the memory of each of its WebAssembly modules.
const MEMORIES: &str = "
    const made = WebAssembly.instantiate;
    window.memories = [];
    WebAssembly.instantiate = async (...all) => {
        const done = await made(...all);
        const { memory } = (done.instance ?? done).exports;
        if (memory) window.memories.push(memory);
        return done;
    };";

/// What the rounds have in common. They look for what controls do, not for what they are called: once a browser has
/// been asked for a role, it keeps a tree of them, which grows until somebody reads it, and hides what is looked for.
const HANDS: &str = "
    const rest = (long) => new Promise((done) => setTimeout(done, long / HURRY));
    const drawn = async () => { for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); };
    const all = (does) => [...document.getElementById(ROOT).querySelectorAll(`[data-do='${does}']`)];
    const change = async (control, value) => {
        control.value = value;
        control.dispatchEvent(new Event('change', { bubbles: true }));
        await drawn();
    };
    const press = async (does) => {
        const [control] = all(does).filter(({ disabled }) => !disabled);
        control?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        await drawn();
        return control !== undefined;
    };
    const flip = async (control) => { control.click(); await drawn(); };
    const scrub = async (parts) => {
        const [slider] = all('go');
        for (const part of [...Array(parts + 1).keys(), ...Array(parts).keys()]) {
            slider.value = Math.round(slider.max * ((part * 7) % (parts + 1)) / parts);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await drawn();
        }
    };
    const open = async (hash) => { location.hash = hash; await drawn(); await drawn(); };";

/// A round of chapter 4, that ends as it began: at the beginning, without filters, in plain words, with one lane.
const CHAPTER: &str = "
    await open('at=first-question.0&speed=4&filters=none&depth=plain');
    await press('play');
    await rest(2500);
    if (await press('foresee yes')) await rest(500);
    await scrub(24);
    for (const name of all('filter 0 sms-home-routing').concat(all('filter 1 home-match')).map((it) => it.dataset.do)) {
        for (let twice = 0; twice < 2; twice++) { await flip(all(name)[0]); await scrub(4); }
    }
    await open('at=second-question.1&filters=visited.home-match&lanes=both&speed=4');
    await press('play');
    await rest(1500);
    await press('play');
    for (const lane of ['without', 'with', 'both']) await press(`lane ${lane}`);
    await scrub(12);
    const [depth] = all('depth');
    for (const words of ['engineer', 'plain']) await change(depth, words);
    for (const dialog of ['help', 'embed', 'inspect 0']) {
        await press(dialog);
        await rest(300);
        await press('hide');
    }
    await open('at=first-question.0&speed=1&filters=none&lanes=one');
    await press('start');";

/// A round of the crowd's page, that ends with the month that it began with.
const CROWD: &str = "
    const known = async () => {
        while (!(document.querySelector('[data-figures]')?.dataset.figures)) await rest(50);
    };
    await known();
    const [speed] = all('speed');
    await change(speed, '4');
    await press('play');
    await rest(3000);
    await press('play');
    await scrub(24);
    for (const which of ['everyone', 'one']) await press(`try ${which}`);
    for (const crowd of [OTHER, USUAL]) {
        location.hash = `crowd=${crowd}`;
        await drawn();
        await known();
        await press('play');
        await rest(1000);
        await press('play');
        await scrub(12);
    }
    location.hash = `crowd=${USUAL}`;
    await drawn();
    await known();";

/// After each round, in the same script: the page is as it was, nothing was refused, and it has not stopped. It answers
/// in a few letters, as a browser under a driver keeps the text of a page that it was asked for.
const HOLDS: &str = "
    const stopped = document.body.innerText.includes('This page has stopped');
    return [all('play').length, window.refused, stopped];";

const USUAL: &str = "1000.home-for-others.everyone.5.home-match.0-0-0.usual.0";
const OTHER: &str = "3000.leased-from-home.everyone.24.open.0-0-1.match.0";

/// What there is of a page after everything that nobody holds has been let go of.
#[derive(Clone, Copy)]
struct Found {
    /// By `Runtime.getHeapUsage`: what scripts hold, what the page's own elements hold, what stands in buffers.
    heap: f64,
    elements: f64,
    buffers: f64,
    /// The memories of its WebAssembly modules.
    modules: f64,
    nodes: f64,
    listeners: f64,
}

impl Found {
    fn of(browser: &Browser) -> Found {
        browser.devtools("Performance.enable", json!({}));
        // What is let go of may let go of something else.
        for _ in 0..4 {
            browser.devtools("HeapProfiler.collectGarbage", json!({}));
            browser.settle();
        }
        let usage = browser.devtools("Runtime.getHeapUsage", json!({}));
        let number = |value: &Value| value.as_f64().unwrap_or_default();
        let metrics = browser.devtools("Performance.getMetrics", json!({}));
        let metric = |name: &str| {
            let all = metrics["metrics"].as_array().into_iter().flatten();
            all.clone().find(|metric| metric["name"] == name).map_or(0.0, |it| number(&it["value"]))
        };
        let modules =
            "return window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);";
        Found {
            heap: number(&usage["usedSize"]),
            elements: number(&usage["embedderHeapUsedSize"]),
            buffers: number(&usage["backingStorageSize"]),
            modules: number(&browser.script(modules, &[])),
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
        }
    }

    /// What is told of it: its name, the number, how many are told as one, and whether it must not grow. The parts
    /// of the heap are judged together: each for itself goes up and down by more.
    fn rows(self) -> [(&'static str, f64, f64, bool); 7] {
        const KB: f64 = 1000.0;
        let whole = self.heap + self.elements + self.buffers + self.modules;
        [
            ("heap of scripts, kB", self.heap, KB, false),
            ("heap of elements, kB", self.elements, KB, false),
            ("buffers, kB", self.buffers, KB, false),
            ("WebAssembly memory, kB", self.modules, KB, false),
            ("**all of it, kB**", whole, KB, true),
            ("nodes", self.nodes, 1.0, true),
            ("listeners", self.listeners, 1.0, true),
        ]
    }
}

/// A page that is played for so long, and how often. `round` is told how many times less it is to rest.
fn played(
    browser: &Browser,
    (before, long): (u32, Duration),
    mut round: impl FnMut(u32),
) -> (Found, Found, u32) {
    // For so many rounds a browser makes it faster, and keeps what it has made.
    (0..before).for_each(|_| round(10));
    let first = Found::of(browser);
    let begun = Instant::now();
    let mut rounds = 0;
    while begun.elapsed() < long {
        round(1);
        rounds += 1;
    }
    (first, Found::of(browser), rounds)
}

/// How many rounds of one page are played before anything is counted.
const WARM: u32 = 32;

/// Plays, measures, prints and judges: `cargo xtask soak`.
#[test]
#[ignore = "it takes an hour"]
fn what_is_played_for_long_does_not_grow() {
    let minutes = std::env::var("SOAK_MINUTES").ok().and_then(|text| text.parse::<f64>().ok());
    let long = Duration::from_secs_f64(60.0 * minutes.unwrap_or(60.0));
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let version = browser.devtools("Browser.getVersion", json!({}));
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": MEMORIES }));
    let mut table = format!(
        "{}\n| | | at the beginning | at the end | growth |\n|---|---|---|---|---|\n",
        version["product"].as_str().unwrap_or_default(),
    );
    let mut grown = Vec::new();
    let mut tell = |what: &str, (first, last, rounds): (Found, Found, u32)| {
        for (row, (_, after, ..)) in first.rows().into_iter().zip(last.rows()) {
            let (name, before, unit, judged) = row;
            let growth = if before > 0.0 { 100.0 * (after / before - 1.0) } else { 0.0 };
            let title = format!("{what}, {rounds} rounds");
            let (before, after) = (before / unit, after / unit);
            let _ =
                writeln!(table, "| {title} | {name} | {before:.0} | {after:.0} | {growth:+.1} % |");
            if judged && growth >= MOST {
                grown.push(format!("{name} of {what} by {growth:.1} %"));
            }
        }
        println!("{what}: {rounds} rounds");
    };
    let run = |root: &str, script: &str, hurry: u32| {
        let with = [("ROOT", root), ("USUAL", USUAL), ("OTHER", OTHER)];
        let mut whole = format!("{HANDS}{script}").replace("HURRY", &hurry.to_string());
        for (name, value) in with {
            whole = whole.replace(name, &format!("'{value}'"));
        }
        whole += HOLDS;
        let done = browser.script_async(&whole, &[]);
        browser.check(done == json!([1, [], false]), &format!("a round: {done}"));
    };

    browser.visit(&site, "chapters/4/");
    let share = |part: f64| long.mul_f64(part);
    tell(
        "chapter 4",
        played(&browser, (WARM, share(0.4)), |hurry| run("whereabouts", CHAPTER, hurry)),
    );
    browser.visit(&site, &format!("chapters/9/#crowd={USUAL}"));
    tell(
        "the crowd",
        played(&browser, (WARM, share(0.4)), |hurry| run("whereabouts-month", CROWD, hurry)),
    );
    // From page to page nothing of the last one stays.
    let every = |hurry| {
        for chapter in (1..=10).rev() {
            browser.visit(&site, &format!("{}#speed=4", page_of(chapter)));
            let play = "await press('play'); await rest(1000); await scrub(8);";
            run("whereabouts", play, hurry);
        }
    };
    tell("all chapters", played(&browser, (1, share(0.2)), every));
    print!("{table}");
    assert!(grown.is_empty(), "it grows: {grown:?}");
}
