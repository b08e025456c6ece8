//! How long after its WebAssembly has arrived a page can be played, for a reader on a slow line. It only measures:
//! `cargo xtask bench-page` runs it, and writes what it prints into docs/performance.md.

use e2e::{Browser, Site, Wishes};
use serde_json::json;

/// So often; what is told is the one in the middle.
const TIMES: usize = 5;

/// The slow line of Lighthouse's mobile preset, in bytes a second, and how long its answers are on their way. On a fast one
/// the module is here before there was anything to see, and waits for that.
const DOWN: u32 = 204_800;
const UP: u32 = 84_375;
const LATENCY_MS: u32 = 150;

/// Notes, from before the first line of a page, when its player can first be used.
const WATCH: &str = "
    new MutationObserver((_, observer) => {
        if (!document.querySelector('#whereabouts input[type=range]:not(:disabled)')) return;
        window.alive = performance.now();
        observer.disconnect();
    }).observe(document, { subtree: true, childList: true, attributes: true });";

#[test]
#[ignore = "it only measures"]
fn how_soon_a_page_can_be_played() {
    let site = Site::start();
    println!("| | The player can be used after | The first painting after |\n|---|---|---|");
    for (address, what) in
        [("", "the first page"), ("chapters/4/", "chapter 4"), ("embed/", "a frame")]
    {
        let mut all: Vec<[u64; 2]> = (0..TIMES).map(|_| once(&site, address)).collect();
        all.sort_unstable();
        let [alive, painted] = all[TIMES / 2];
        println!("| {what} | {alive} ms | {painted} ms |");
    }
}

/// In whole milliseconds: from the last byte of the module until the player can be used, and from the beginning
/// until something is painted.
fn once(site: &Site, address: &str) -> [u64; 2] {
    let browser = Browser::open(Wishes::size(412, 823));
    browser.devtools("Network.enable", json!({}));
    browser.devtools(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": LATENCY_MS, "downloadThroughput": DOWN, "uploadThroughput": UP }),
    );
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    browser.go(&site.url(address));
    browser.ready();
    let times = browser.script(
        "const all = performance.getEntriesByType('resource');
         const module = all.find(({ name }) => /\\/page\\.[0-9a-f]+\\.wasm$/.test(name));
         const [paint] = performance.getEntriesByName('first-contentful-paint');
         return [window.alive - module.responseEnd, paint.startTime];",
        &[],
    );
    [0, 1].map(|at| times[at].as_f64().expect("a time").round() as u64)
}
