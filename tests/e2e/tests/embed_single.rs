//! The single file: from a disk, and in a frame without an origin (tests/embed/single/).

use e2e::{Browser, CHAPTERS, OWN, Platform, QUESTIONS, Wishes, own_packages, packages};
use serde_json::json;
use std::fs;

const FILE: &str = "whereabouts.html";

fn on_disk(rest: &str) -> String {
    let file = packages().join(FILE).canonicalize().expect("the file is there");
    format!("file://{}{rest}", file.display())
}

#[track_caller]
fn fetches_nothing(browser: &Browser, when: &str) {
    let fetched = "return performance.getEntriesByType('resource').map((entry) => entry.name);";
    let fetched = browser.script(fetched, &[]);
    browser.check(fetched == json!([]), &format!("{when} nothing is fetched: {fetched}"));
}

/// Nothing was fetched, refused or complained of.
#[track_caller]
fn quiet(browser: &Browser, when: &str) {
    fetches_nothing(browser, when);
    let refused = browser.refused();
    browser.check(refused == json!([]), &format!("{when} nothing is refused: {refused}"));
    // A browser says that it has put off what was to be told of a new size, which is no failure.
    let complaints = "return window.complaints.filter((line) => !line.includes('ResizeObserver'));";
    let complaints = browser.script(complaints, &[]);
    browser.check(complaints == json!([]), &format!("{when}: {complaints}"));
}

#[test]
fn from_a_disk_every_chapter_plays_and_nothing_is_fetched() {
    let browser = Browser::open(Wishes::default());
    for (at, (number, title, widget)) in CHAPTERS.into_iter().enumerate() {
        browser.go("about:blank");
        browser.go(&on_disk(&format!("#chapter={number}&speed=4")));
        browser.ready();
        let heading = browser.all("heading").first().map(e2e::Element::name);
        browser.check(heading.as_deref() == Some(title), &format!("{title}: {heading:?}"));
        browser.one("region", widget);
        browser.one("button", "Play").click();
        browser.asked(QUESTIONS[at]).one("button", "Yes").click();
        browser.check(browser.moment().0 > 0, "it plays");
        // The panels are drawn by the second half of the module.
        browser.one("region", "Who knows what, now");
        browser.one("heading", "The same in words");
        quiet(&browser, &format!("in chapter {number}"));
    }
}

#[test]
fn the_chapters_lead_to_each_other_and_take_what_the_reader_has_set_along() {
    let browser = Browser::open(Wishes::default());
    browser.go(&on_disk(""));
    browser.ready();
    browser.one("region", CHAPTERS[0].2);
    // By the list of chapters, by the way on, by a key and by hand.
    browser.one("combobox", "Speed").choose("4×");
    browser.wait("the address says so", || browser.address().contains("speed=4").then_some(()));
    browser.chapter_link(CHAPTERS[3].1).click();
    browser.one("region", CHAPTERS[3].2);
    browser.ready();
    browser.check(browser.address().contains("speed=4"), "with the speed");
    browser.one("region", CHAPTERS[3].2).focus();
    browser.press(None, &[e2e::keys::END]);
    browser.one("link", &format!("Next: {}", CHAPTERS[4].1)).click();
    browser.one("region", CHAPTERS[4].2);
    browser.ready();
    browser.check(browser.address().contains("chapter=5"), &browser.address());
    browser.one("region", CHAPTERS[4].2).focus();
    browser.press(None, &['7']);
    browser.one("region", CHAPTERS[6].2);
    browser.ready();
    browser.script("location.hash = '#chapter=2&at=end'", &[]);
    browser.one("region", CHAPTERS[1].2);
    browser.ready();
    let (now, end) = browser.moment();
    browser.check(now == end, "at its end");
    // What is loaded again is the same chapter at the same moment.
    browser.script("location.reload()", &[]);
    browser.one("region", CHAPTERS[1].2);
    browser.ready();
    browser.check(browser.moment() == (end, end), "and stays there");
    let copies = browser.has("button", "Copy link") || browser.has("button", "Embed");
    browser.check(!copies, "there is no link to a disk to give away");
    // Another language is not in here, and what is unknown is spoken of.
    browser.script("location.hash = '#chapter=3&lang=pseudo&speed=9'", &[]);
    browser.one("region", CHAPTERS[2].2);
    browser.ready();
    quiet(&browser, "at the end");
}

/// Waits until a chapter can be played, without asking for roles.
fn shows(browser: &Browser, widget: &str) {
    let shows = "return document.querySelector('.widget')?.ariaLabel === arguments[0]
        && document.querySelector('#whereabouts input[type=range]:not(:disabled)') !== null
        && document.querySelector('[aria-busy]') === null;";
    browser.wait(widget, || (browser.script(shows, &[widget.into()]) == true).then_some(()));
}

#[test]
fn in_a_frame_without_an_origin_it_plays_and_asks_for_nothing() {
    let platform = Platform::start();
    let file = fs::read(packages().join(FILE)).expect("the file is there");
    platform.shows("single").puts(&format!("/{FILE}"), file);
    let browser = Browser::open(Wishes::default());
    browser.go(&platform.url("/"));
    browser.into_frame("single");
    shows(&browser, CHAPTERS[3].2);
    let origin = browser.script("return self.origin;", &[]);
    browser.check(origin == "null", &format!("it has no origin: {origin}"));
    for (at, (number, _, widget)) in CHAPTERS.into_iter().enumerate().skip(3) {
        // A frame without an origin is a process of its own, of whose roles the browser tells nothing.
        shows(&browser, widget);
        browser.script("document.querySelector('[data-do=forward]').click();", &[]);
        browser.wait("it plays", || {
            let moment = "return Number(document.querySelector('#whereabouts input[type=range]').value) > 0;";
            (browser.script(moment, &[]) == true).then_some(())
        });
        fetches_nothing(&browser, &format!("in chapter {number}"));
        if CHAPTERS.get(at + 1).is_some() {
            let next = "document.querySelector('.chapters a[aria-current]').parentElement.nextElementSibling.firstElementChild.click();";
            browser.script(next, &[]);
        }
    }
    browser.inside(None);
    let asked = platform.log();
    let ours = |line: &String| line == "GET /" || *line == format!("GET /{FILE}");
    browser.check(asked.iter().all(ours), &format!("only the page and the file: {asked:?}"));
}

#[test]
fn without_scripts_every_chapter_can_be_read() {
    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    browser.go(&on_disk(""));
    let headings: Vec<String> = browser.all("heading").iter().map(e2e::Element::name).collect();
    for (_, title, _) in CHAPTERS {
        browser.check(headings.iter().any(|heading| heading == title), title);
    }
    let words = headings.iter().filter(|heading| *heading == "The same in words").count();
    browser.check(words == CHAPTERS.len(), &format!("each in words: {words}"));
}

#[test]
fn a_file_that_is_broken_says_so_and_keeps_its_text() {
    let file = fs::read_to_string(packages().join(FILE)).expect("the file is there");
    let (before, after) = file.split_once("id=\"whereabouts-page\"").expect("the module is there");
    let (length, module) = after.split_once('>').expect("a tag ends");
    let platform = Platform::start();
    let broken = format!("{before}id=\"whereabouts-page\"{length}>AAAAA{module}");
    platform.puts("/broken.html", broken.into_bytes());
    let browser = Browser::at(&platform.url("/broken.html#chapter=4"));
    browser.one("heading", "This page has stopped");
    browser.one("heading", "The same in words");
}

#[test]
fn a_lesson_of_ones_own_plays_in_a_file_of_its_own_and_can_be_read_without_scripts() {
    let (id, title, asked) = OWN;
    let file = own_packages().join(format!("{id}.html")).canonicalize().expect("the file is there");
    let file = format!("file://{}", file.display());
    let browser = Browser::open(Wishes::default());
    browser.go(&format!("{file}#speed=4"));
    browser.ready();
    let heading = browser.all("heading").first().map(e2e::Element::name);
    browser.check(heading.as_deref() == Some(title), &format!("{heading:?}"));
    let widget = format!("{title}, an animated explainer");
    browser.one("button", "Play").click();
    browser.asked(asked).one("button", "Yes").click();
    browser.one("region", "Who knows what, now");
    browser.one("heading", "The same in words");
    // There is no other chapter that a key could lead to, and no number in the address.
    browser.one("region", &widget).focus();
    browser.press(None, &[e2e::keys::END]);
    browser.press(None, &['7']);
    let (now, end) = browser.moment();
    browser.check(now == end && now > 0, "at its end");
    browser.wait("the address says so", || browser.address().contains("at=").then_some(()));
    browser.check(!browser.address().contains("chapter="), &browser.address());
    browser.script("location.reload()", &[]);
    browser.one("region", &widget);
    browser.ready();
    browser.check(browser.moment() == (now, end), "what is loaded again stays there");
    quiet(&browser, "at the end");

    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    browser.go(&file);
    let headings: Vec<String> = browser.all("heading").iter().map(e2e::Element::name).collect();
    browser.check(headings.first().is_some_and(|first| first == title), &format!("{headings:?}"));
    browser.check(browser.text().contains("Nobody looked at the question"), "it can be read");
}
