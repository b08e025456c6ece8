//! The pictures that stand beside a shared link: each chapter at its turning point.

use e2e::{Browser, CHAPTERS, Site, Wishes};

/// Where each chapter turns.
const TURNING: [&str; 10] = [
    "arrival.2",
    "text-where.2",
    "one-question.3",
    "second-question.3",
    "forged-question.2",
    "from-a-partner.3",
    "rented-key.3",
    "unreadable.3",
    "among-many.2",
    "under-the-home-name.3",
];

/// As wide and high as is asked for beside links; drawn smaller and shown larger, so that words can be read.
const SIZE: (u32, u32) = (800, 420);

/// Takes them anew: `PREVIEWS=assets/previews cargo test -p e2e --test previews -- --ignored`.
#[test]
#[ignore = "it only writes files"]
fn write_out() {
    let folder = std::env::var("PREVIEWS").expect("PREVIEWS names a folder");
    let site = Site::start();
    let browser = Browser::open(Wishes::size(SIZE.0, SIZE.1));
    let exactly = serde_json::json!({
        "width": SIZE.0, "height": SIZE.1, "deviceScaleFactor": 1.5, "mobile": false,
    });
    browser.devtools("Emulation.setDeviceMetricsOverride", exactly);
    browser.devtools("Emulation.setScrollbarsHidden", serde_json::json!({ "hidden": true }));
    for ((chapter, ..), at) in CHAPTERS.iter().zip(TURNING) {
        browser.page(&site, &format!("chapters/{chapter}/#at={at}"));
        browser.settle();
        let file = format!("{folder}/chapter-{chapter:02}.png");
        std::fs::write(file, browser.picture_of_it()).expect("it is written");
    }
}
