//! The checks themselves, on pages where there is something to be found.

use e2e::{Browser, Engine, Site, Wishes};
use std::panic::{AssertUnwindSafe, catch_unwind};

e2e::everywhere!(each_check_finds_what_it_looks_for);

/// What is wrong, and which check has to say so in which words.
const FAULTS: [(&str, &str); 5] = [
    (
        r#"<p style="position: absolute; left: 9px; top: 9px">one</p><p style="position: absolute; left: 9px; top: 9px">two</p>"#,
        "on each other",
    ),
    (r#"<p style="width: 3em; white-space: nowrap">Longer than it is wide</p>"#, "out of its p"),
    (
        r#"<div style="width: 3em; overflow: hidden; white-space: nowrap">Longer than it is wide</div>"#,
        "cut off",
    ),
    (
        r#"<div style="width: 3em; overflow: auto; white-space: nowrap">Longer than it is wide</div>"#,
        "nothing scrolls",
    ),
    (r#"<div style="width: 3000px">Wide</div>"#, "wider than its window"),
];

fn each_check_finds_what_it_looks_for(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    let page = |fault: &str| {
        let html = format!(
            "<!doctype html><html lang=en><link rel=icon href=data:,><title>A page</title>\
             <main><p>A page</p><button>A button</button><div style='margin-top: 4em'></div>{fault}</main>"
        );
        site.beside("/fault/", html);
        browser.go(&format!("{}/fault/", site.origin()));
    };
    let look = || {
        browser.no_sideways_scrolling("here");
        browser.nothing_overlaps("here");
    };
    page("");
    look();
    for (fault, said) in FAULTS {
        page(fault);
        let found = catch_unwind(AssertUnwindSafe(look));
        let found = found.expect_err(&format!("{said} must be found"));
        let found = found.downcast_ref::<String>().cloned().unwrap_or_default();
        assert!(found.contains(said), "{said} must be said: {found}");
    }
    page("<button style='width: 10px; height: 10px; padding: 0'></button>");
    let small = browser.too_small(24);
    assert!(small.iter().any(|one| one.ends_with("10 by 10")), "it is too small: {small:?}");
}
