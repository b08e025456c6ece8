//! The crowd of chapter 9, as somebody uses it: a month that is worked out in a worker and played.

use e2e::{Browser, Element, Engine, Site, Wishes, keys};
use serde_json::json;

e2e::everywhere!(
    figures_and_pixels_are_those_of_every_other_machine,
    a_choice_works_the_month_out_anew_and_is_in_the_link,
);

const CHAPTER: &str = "chapters/9/";

/// The address of a choice, the number for its figures, and that for its pixels, as they were worked out
/// natively.
fn expected() -> [String; 3] {
    let file = format!("{}/../golden/crowd-page.hash", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).expect("the native tests write it");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.try_into().expect("three lines")
}

fn open(browser: &Browser, site: &Site, crowd: &str) {
    browser
        .page(site, &format!("{CHAPTER}{}{crowd}", if crowd.is_empty() { "" } else { "#crowd=" }));
    browser.wait("the month can be used", || {
        let play =
            browser.all("button").into_iter().find(|button| button.name() == "Play the month")?;
        (play.property("disabled") == false).then_some(())
    });
}

/// Waits until every day is worked out, and gives the number for all figures.
fn figures(browser: &Browser) -> String {
    browser.wait("the last day", || {
        let script = "return document.querySelector('[data-figures]')?.dataset.figures ?? '';";
        let figures = browser.script(script, &[]);
        figures.as_str().filter(|figures| !figures.is_empty()).map(str::to_owned)
    })
}

/// What is told of the day.
fn told(browser: &Browser) -> String {
    let month = browser.one("region", "A crowd for a month");
    let all = month.all("status");
    all.iter().map(Element::text).collect::<Vec<_>>().join(" ")
}

/// The rows of the table, its head first: all thirty days.
fn table(browser: &Browser) -> Vec<Element<'_>> {
    browser.script("document.querySelector('details.table').open = true;", &[]);
    browser.wait("thirty rows", || {
        let regions = browser.all("region");
        let region = regions.iter().find(|region| region.name() == "The month, day by day")?;
        Some(region.all("row")).filter(|rows| rows.len() == 31)
    })
}

const PIXELS: &str = "
    const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let hash = 0x811c9dc5;
    for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
    return [canvas.width, canvas.height, (hash >>> 0).toString(16).padStart(8, '0')];";

fn figures_and_pixels_are_those_of_every_other_machine(engine: Engine) {
    let [address, native, pixels] = expected();
    let site = Site::start();
    let browser = Browser::open(Wishes { width: 1400, height: 900, ..Wishes::of(engine) });
    open(&browser, &site, &address);
    assert_eq!(figures(&browser), native, "the figures in {engine:?}");
    assert_eq!(browser.script(PIXELS, &[]), json!([1198, 470, pixels]), "the pixels in {engine:?}");
    browser.clean(&site, "with a crowd");
}

fn a_choice_works_the_month_out_anew_and_is_in_the_link(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    open(&browser, &site, "1000.home-for-others.everyone.5.home-match.0-0-0.usual.300");
    let before = figures(&browser);
    let day = told(&browser);
    browser.check(day.contains("Day 13.") && day.contains("2,500 questions"), &day);
    browser.check(day.contains("2,500 were answered") && day.contains("None was stopped"), &day);

    // The rule that counts stops most of them, and some that are honest.
    let gate = browser.one("group", "What stands at the gate");
    gate.one("slider", "Questions for each call or text").focus();
    browser.press(None, &[keys::RIGHT]);
    browser.wait("other figures", || {
        told(&browser).contains("honest messages were stopped too").then_some(())
    });
    let after = figures(&browser);
    browser.check(before != after, "other figures");
    browser.check(!told(&browser).contains("None was stopped"), &told(&browser));
    browser.check(browser.address().contains("0-0-1.usual.300"), "the choice is in the link");

    // By the browser's way back it is as it was, to the last figure.
    browser.script("history.back();", &[]);
    browser.wait("none is stopped", || told(&browser).contains("None was stopped").then_some(()));
    assert_eq!(figures(&browser), before);

    // The table has every day, and the same figures as are told.
    let row = table(&browser)[13].text();
    browser.check(row.starts_with("13") && row.contains("2,500"), &row);
}

#[test]
fn a_month_is_played_stepped_and_scrubbed() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    open(&browser, &site, "1000.home-for-others.everyone.1.open.0-0-0.usual.0");
    figures(&browser);
    let slider = || browser.one("slider", "Day and hour");
    let now = || slider().attribute("aria-valuetext").unwrap_or_default();
    browser.check(now() == "day 1 of 30, 0:00", &now());
    let start = browser.script(PIXELS, &[]);
    browser.one("button", "One day on").click();
    browser.wait("a day on", || now().starts_with("day 2 ").then_some(()));
    browser.check(browser.script(PIXELS, &[]) != start, "another picture");
    browser.one("button", "One day back").click();
    browser.wait("a day back", || now().starts_with("day 1 ").then_some(()));
    browser.check(browser.script(PIXELS, &[]) == start, "the same picture, by whichever way");

    slider().focus();
    browser.press(None, &[keys::PAGE_DOWN, keys::PAGE_DOWN]);
    browser.wait("two days on", || now().starts_with("day 3 ").then_some(()));
    browser.press(None, &[keys::RIGHT]);
    browser.wait("an hour on", || (now() == "day 3 of 30, 1:00").then_some(()));

    browser.one("combobox", "Speed of the month").choose("4×");
    browser.one("button", "Play the month").click();
    let day = || now().split(' ').nth(1).and_then(|day| day.parse::<u32>().ok());
    browser.wait("it plays", || day().filter(|&day| day >= 5));
    browser.one("button", "Pause the month").click();
    let rest = now();
    browser.settle();
    browser.check(now() == rest, "it stands");
    browser.check(
        told(&browser).starts_with(&format!("Day {}.", rest.split(' ').nth(1).unwrap_or_default())),
        "and tells of that day",
    );
}

#[test]
fn a_further_choice_ends_what_is_under_way() {
    let [address, native, _] = expected();
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    // The largest crowd, which takes seconds, and others while it is worked out.
    open(&browser, &site, "1000.home-for-others.one.1.open.0-0-0.usual.0");
    let largest = "100000.home-for-others.everyone.24.home-match.0-0-0.usual.0";
    for crowd in [largest, "30000.home-for-others.everyone.24.open.0-0-0.usual.0", &address] {
        browser.script("location.hash = `crowd=${arguments[0]}`;", &[json!(crowd)]);
    }
    browser.wait("nothing of the others is left", || {
        let script = "return document.querySelector('[data-figures]')?.dataset.figures ?? '';";
        (browser.script(script, &[]) == native.as_str()).then_some(())
    });
    let done = browser.one("region", "A crowd for a month").text();
    browser.check(done.contains("All 30 days are worked out"), "all days");
}

#[test]
fn with_less_movement_the_month_is_a_still_for_each_day() {
    let site = Site::start();
    let browser = Browser::open(Wishes { reduced_motion: true, ..Wishes::default() });
    open(&browser, &site, "1000.home-for-others.everyone.5.open.0-0-0.usual.0");
    figures(&browser);
    let first = browser.script(PIXELS, &[]);
    browser.one("button", "Play the month").click();
    browser.wait("the next day", || told(&browser).starts_with("Day 2.").then_some(()));
    let second = browser.script(PIXELS, &[]);
    browser.check(first != second, "another still");
    browser.settle();
    browser.check(browser.script(PIXELS, &[]) == second, "nothing moves");
    browser.check(browser.has("button", "Play the month"), "it does not play");
}

#[test]
fn without_the_crowds_module_the_page_says_so_and_has_the_lessons_month() {
    let site = Site::start();
    site.lose("crowd.");
    let browser = Browser::at(&site.url(CHAPTER));
    browser.wait("it is said", || {
        browser.text().contains("The crowd could not be simulated here").then_some(())
    });
    table(&browser);
    browser.check(browser.has("button", "Play"), "the lesson can be played");
}

#[test]
fn without_scripts_the_month_is_a_table() {
    let site = Site::start();
    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    browser.go(&site.url(CHAPTER));
    browser.one("heading", "A crowd for a month");
    let told = told(&browser);
    browser.check(told.contains("Day 1.") && told.contains("75,000 questions"), &told);
    browser.check(browser.text().contains("The same as a table"), "a table");
}
