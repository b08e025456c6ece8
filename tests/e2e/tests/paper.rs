//! The hand-outs on paper, printed as somebody prints them.

use e2e::{Browser, CHAPTERS, Site, Wishes};

/// The most sheets of A4, printed on one side, that a class should need for each reader.
const MOST: usize = 4;

fn printed(browser: &Browser, site: &Site, chapter: u8) -> Vec<u8> {
    browser.visit(site, &format!("chapters/{chapter}/handout/"));
    browser.print()
}

/// How many pages a PDF has. Chromium writes what a page is as it is, not packed.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let of_a_page = |rest: &str| !rest.trim_start().starts_with("/Pages") && !rest.starts_with('s');
    text.split("/Type /Page").skip(1).filter(|rest| of_a_page(rest)).count()
}

#[test]
fn a_hand_out_has_at_most_four_pages() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let mut all = Vec::new();
    for (chapter, name, _) in CHAPTERS {
        let pdf = printed(&browser, &site, chapter);
        assert!(pdf.starts_with(b"%PDF"), "chapter {chapter} is printed");
        browser.one("heading", name);
        browser.clean(&site, &format!("after printing chapter {chapter}"));
        all.push((chapter, pages(&pdf)));
    }
    println!("pages of the hand-outs: {all:?}");
    let right = all.iter().all(|(_, pages)| (1..=MOST).contains(pages));
    assert!(right, "at most {MOST} pages each, by chapter: {all:?}");
}

#[test]
fn on_paper_no_line_is_cut_off_or_lies_on_another() {
    let site = Site::start();
    // As wide as what is printed on a sheet of A4.
    let browser = Browser::open(Wishes::size(695, 980));
    for (page, media) in CHAPTERS.iter().flat_map(|(chapter, ..)| {
        ["screen", "print"].map(|media| (format!("chapters/{chapter}/handout/"), media))
    }) {
        browser.devtools("Emulation.setEmulatedMedia", serde_json::json!({ "media": media }));
        browser.visit(&site, &page);
        let when = format!("of {page} for {media}");
        browser.fits_across(&when);
        let wide = browser.script(
            "const all = document.querySelectorAll('p, li, h1, h2, h3');
             return [...all].filter((line) => line.scrollWidth > line.clientWidth + 1)
                 .map((line) => `${line.scrollWidth} in ${line.clientWidth}: ${line.textContent}`);",
            &[],
        );
        browser.check(wide == serde_json::json!([]), &format!("every line {when}: {wide:#}"));
    }
}

/// Writes the hand-outs out, to look at them: `HANDOUTS=folder cargo test -p e2e --test paper -- --ignored`.
#[test]
#[ignore = "it only writes files"]
fn write_out() {
    let folder = std::env::var("HANDOUTS").expect("HANDOUTS names a folder");
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (chapter, ..) in CHAPTERS {
        let pdf = printed(&browser, &site, chapter);
        std::fs::write(format!("{folder}/chapter-{chapter:02}.pdf"), pdf).expect("it is written");
    }
}
