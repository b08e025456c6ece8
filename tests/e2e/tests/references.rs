//! A fixed set of states, compared dot by dot with pictures that are kept in `tests/e2e/references/`: what
//! nobody meant to change is seen here.
//!
//! Only Chromium draws them. They depend on the fonts of the machine that draws: the page asks for the
//! system's. Here it is given the DejaVu families and no other, from where Debian keeps them; on a machine
//! without them nothing can be compared, and the test says so and fails only where CI is set.
//!
//! Taken anew with `REFERENCES=write cargo test -p e2e --test references`, after `cargo xtask dist` and
//! with WHEREABOUTS_DIST=dist.

use e2e::{Browser, Picture, Site, Wishes, page_of};
use std::fmt::Write;
use std::path::PathBuf;

/// As wide and high as a page, as a frame in somebody's article, and as a phone.
const WIDE: (u32, u32) = (1400, 900);
const EMBEDDED: (u32, u32) = (720, 520);
const PHONE: (u32, u32) = (360, 740);

/// Name, size and address.
const STATES: [(&str, (u32, u32), &str); 15] = [
    ("rest", WIDE, "chapters/4/"),
    ("travelling", WIDE, "chapters/4/#at=14000"),
    ("stopped", WIDE, "chapters/4/#at=second-question.3&filters=visited.home-match"),
    ("masked", WIDE, "chapters/4/#at=first-question.4&filters=home.sms-home-routing"),
    ("end", WIDE, "chapters/4/#at=end"),
    ("dark", WIDE, "chapters/4/#at=second-question.3&filters=visited.home-match&theme=dark"),
    ("engineer", WIDE, "chapters/7/#at=end&depth=engineer"),
    ("embedded", EMBEDDED, "chapters/4/#at=second-question.1"),
    ("framed", EMBEDDED, "embed/chapters/4/#at=second-question.1"),
    ("room", (1280, 720), "chapters/4/#present=on&at=second-question.1"),
    ("phone", PHONE, "chapters/4/#at=second-question.1"),
    ("phone-dark", PHONE, "chapters/6/#at=from-a-partner.2&theme=dark"),
    ("reduced", WIDE, "chapters/4/#at=14000&motion=reduced"),
    ("right-to-left", WIDE, "pseudo/chapters/4/#at=second-question.1"),
    ("exercise", PHONE, "you-are-the-filter/#seed=1"),
];

/// How many dots of a million may differ.
const FEW: u64 = 500;

#[test]
fn nothing_has_come_to_look_different() {
    let site = Site::start();
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/references/fonts.conf");
    let browser = Browser::open(Wishes { fonts: Some(fonts), ..Wishes::default() });
    browser.devtools("Emulation.setScrollbarsHidden", serde_json::json!({ "hidden": true }));
    let write = std::env::var("REFERENCES").is_ok_and(|wish| wish == "write");
    if !write && !has_the_fonts(&browser, &site) {
        let here = "the fonts of this machine are not DejaVu: its pictures cannot be compared";
        assert!(std::env::var_os("CI").is_none(), "{here}");
        println!("{here}");
        return;
    }
    let kept = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/references"));
    let actual = PathBuf::from(concat!(env!("CARGO_TARGET_TMPDIR"), "/references"));
    let folder = if write { &kept } else { &actual };
    std::fs::create_dir_all(folder).expect("a folder for pictures");
    let mut report = String::new();
    for (name, (width, height), address) in STATES {
        browser.resize(width, height);
        browser.visit(&site, address);
        browser.script_async("await document.fonts.ready;", &[]);
        // A ring around whatever has the focus comes and goes.
        browser.script("document.activeElement?.blur(); scrollTo(0, 0);", &[]);
        browser.settle();
        let seen = Picture::read(&browser.picture_of_it()).expect("the browser writes PNG");
        let file = format!("{name}.png");
        if write {
            std::fs::write(kept.join(&file), seen.small()).expect("it is written");
            continue;
        }
        let before = std::fs::read(kept.join(&file)).ok();
        let before = before.and_then(|bytes| Picture::read(&bytes).ok());
        let differ = before.map_or(1_000_000, |before| before.differs(&seen));
        if differ > FEW {
            std::fs::write(actual.join(&file), seen.small()).expect("it is written");
            let _ = writeln!(report, "  {differ:>7} of a million dots: {name}, at {address}");
        }
    }
    assert!(
        report.is_empty(),
        "these look different from what is kept in {}:\n{report}as they are now, they are in {}\n\
         if that is what was meant, take them anew: REFERENCES=write cargo test -p e2e --test references",
        kept.display(),
        actual.display(),
    );
}

/// Whether letters are drawn with the fonts that the kept pictures were drawn with.
fn has_the_fonts(browser: &Browser, site: &Site) -> bool {
    browser.visit(site, &page_of(4));
    let wide = browser.script(
        "const context = new OffscreenCanvas(1, 1).getContext('2d');
         const family = getComputedStyle(document.body).fontFamily;
         const wide = (font) => { context.font = `40px ${font}`; return context.measureText('Whereabouts 0123').width; };
         return wide(family) === wide('\"DejaVu Sans\"') && wide('serif') === wide('\"DejaVu Serif\"');",
        &[],
    );
    wide == true
}
