//! What becomes of a page that is open for long, or is opened on a bad day: it works, or it can be read.

use e2e::{AT_VISITED, Browser, Engine, HOME_MATCH, LOAD, PANIC, Site, Wishes, keys, page_of};
use serde_json::json;
use std::time::Duration;

e2e::everywhere!(
    a_network_that_dies_in_the_middle_of_a_file_leaves_a_page_that_can_be_read,
    a_file_of_another_version_is_refused_and_the_page_can_be_read,
);

/// What the page of a chapter is made of, by how the files' names begin.
const FILES: [&str; 4] = ["page.", "page-later.", "text-en", "lesson-two-questions-en"];

/// Presses the button in the message, now that all is well, and plays.
#[track_caller]
fn works_when_loaded_again(browser: &Browser) {
    browser.one("button", "Load the page again").click();
    works(browser);
    browser.check(!browser.text().contains("This page has stopped"), "the message is gone");
}

#[track_caller]
fn works(browser: &Browser) {
    browser.ready();
    let before = browser.moment().0;
    browser.one("button", "One hop forward").click();
    browser.wait("the page works", || (browser.moment().0 > before).then_some(()));
}

/// Each of the files is spoilt in turn; the page says so, and works when it is loaded again.
#[track_caller]
fn readable_without_any_of_its_files<'s>(
    site: &'s Site,
    browser: &Browser,
    spoil: impl Fn(&'s Site, &str) -> &'s Site,
) {
    for file in FILES {
        spoil(site, file);
        browser.go("about:blank");
        browser.go(&site.url("chapters/4/"));
        browser.readable(LOAD);
        site.mend();
        works_when_loaded_again(browser);
    }
}

fn a_network_that_dies_in_the_middle_of_a_file_leaves_a_page_that_can_be_read(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    readable_without_any_of_its_files(&site, &browser, Site::cut);
    // What says so itself has not come either.
    site.cut("page-loader.");
    browser.go("about:blank");
    browser.go(&site.url("chapters/4/"));
    browser.readable("Whereabouts");
    browser.check(browser.picture().name().starts_with("Two questions: "), "there is a picture");
    site.mend();
    // Without its style everything works.
    site.cut("style.");
    browser.page(&site, "chapters/4/");
    works(&browser);
}

fn a_file_of_another_version_is_refused_and_the_page_can_be_read(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    readable_without_any_of_its_files(&site, &browser, Site::replace);
}

#[test]
fn a_server_with_a_fault_or_with_its_first_page_for_everything_leaves_a_page_that_can_be_read() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for spoil in [Site::break_down, Site::cover] {
        readable_without_any_of_its_files(&site, &browser, spoil);
    }
    for spoil in [Site::break_down, Site::cover, Site::replace] {
        spoil(&site, "page-loader.");
        browser.go("about:blank");
        browser.go(&site.url("chapters/4/"));
        browser.readable("Whereabouts");
        site.mend();
    }
}

#[test]
fn a_page_whose_network_dies_in_its_own_middle_is_shown_so_far() {
    let site = Site::start();
    site.cut("index.html");
    let browser = Browser::open(Wishes::default());
    for (chapter, said) in [(1, "Home network"), (4, "Third party"), (9, "A crowd for a month")] {
        browser.go("about:blank");
        browser.go(&site.url(&page_of(chapter)));
        // A page of which nothing has been painted says the same, to scripts only.
        browser.wait("something is seen", || {
            let script = "return performance.getEntriesByType('paint').length;";
            (browser.script(script, &[]) != 0).then_some(())
        });
        let text = browser.text();
        browser.check(text.contains("Whereabouts") && text.contains(said), "the beginning");
    }
    site.mend();
    browser.page(&site, "chapters/4/");
    works(&browser);
}

#[test]
fn a_page_of_a_version_whose_files_are_all_gone_can_be_read() {
    let site = Site::start();
    for file in ["page", "text-", "lesson-", "style.", "icon."] {
        site.lose(file);
    }
    let browser = Browser::at(&site.url("chapters/4/"));
    browser.readable("Whereabouts");
    let usable = browser.usable();
    let forward = usable.iter().find(|button| button.name() == "One hop forward");
    browser.check(forward.is_none(), "no button pretends to work");
    site.mend();
    browser.script("location.reload();", &[]);
    works(&browser);
}

#[test]
fn a_file_that_does_not_come_leaves_the_page_as_it_is_until_it_does() {
    let site = Site::start();
    site.hold("page.");
    let browser = Browser::at(&site.url("chapters/4/"));
    browser.readable("Whereabouts");
    let usable = browser.usable();
    let forward = usable.iter().find(|button| button.name() == "One hop forward");
    browser.check(forward.is_none(), "no button pretends to work");
    site.mend();
    works(&browser);
}

/// The crowd's page, and all that only it has.
const CROWD: &str = "chapters/9/#crowd=1000.home-for-others.everyone.1.open.0-0-0.usual.300";

#[test]
fn whatever_is_missing_of_the_crowd_the_page_works_or_can_be_read() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    const NOT_HERE: &str = "The crowd could not be simulated here";
    for (file, said) in [
        ("month.", LOAD),
        ("month-en", LOAD),
        ("month-loader.", "Day 1."),
        ("crowd.", NOT_HERE),
        ("month-style.", "All 30 days are worked out"),
        // Without its worker the page works the month out by itself.
        ("crowd-worker.", "All 30 days are worked out"),
    ] {
        for spoil in [Site::cut, Site::cover] {
            spoil(&site, file);
            browser.go("about:blank");
            browser.go(&site.url(CROWD));
            browser.wait(&format!("without {file} it says “{said}”"), || {
                browser.text().contains(said).then_some(())
            });
            let month = browser.one("region", "A crowd for a month").text();
            browser.check(month.contains("questions"), &format!("figures of a day: {month}"));
            // The lesson below it is another matter.
            works(&browser);
            site.mend();
        }
    }
}

#[test]
fn without_its_program_the_exercise_can_be_read() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for file in ["game.", "game-en"] {
        site.cut(file);
        browser.go("about:blank");
        browser.go(&site.url("you-are-the-filter/"));
        browser.one("heading", "This page has stopped");
        browser.one("heading", "The first ten messages");
        site.mend();
    }
}

/// The number for all figures of the month, once every day is worked out.
fn figures(browser: &Browser) -> Option<String> {
    let script = "return document.querySelector('[data-figures]')?.dataset.figures ?? '';";
    let figures = browser.script(script, &[]);
    figures.as_str().filter(|figures| !figures.is_empty()).map(str::to_owned)
}

const PIXELS: &str = "
    const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let hash = 0x811c9dc5;
    for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
    return [canvas.width, canvas.height, (hash >>> 0).toString(16)];";

#[test]
fn a_canvas_that_is_lost_is_drawn_anew() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, CROWD);
    browser.wait("the last day", || figures(&browser));
    browser.settle();
    let before = browser.script(PIXELS, &[]);
    browser.script(
        "window.heard = [];
         for (const name of ['contextlost', 'contextrestored']) {
             document.querySelector('canvas').addEventListener(name, () => window.heard.push(name));
         }",
        &[],
    );
    // As a driver does that fails, or a machine whose other graphics card takes over.
    browser.devtools("Browser.crashGpuProcess", json!({}));
    browser.wait("it is lost, and is there again", || {
        let heard = browser.script("return window.heard;", &[]);
        (heard == json!(["contextlost", "contextrestored"])).then_some(())
    });
    browser.settle();
    let after = browser.script(PIXELS, &[]);
    browser.check(after == before, &format!("the same picture: {before} and {after}"));
    browser.one("button", "One day on").click();
    browser.wait("another picture", || (browser.script(PIXELS, &[]) != before).then_some(()));
    browser.check(browser.has("button", "Play the month"), "and the month can be played");
}

#[test]
fn without_a_canvas_the_month_is_worked_out_and_told() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    before_the_page(&browser, "HTMLCanvasElement.prototype.getContext = () => null;");
    browser.page(&site, CROWD);
    browser.wait("the last day", || figures(&browser));
    browser.one("button", "One day on").click();
    let month = browser.one("region", "A crowd for a month");
    browser.wait("its figures", || month.text().contains("Day 14.").then_some(()));
    works(&browser);
    browser.clean(&site, "without a canvas");
}

/// A script that runs before the first line of each page from now on.
fn before_the_page(browser: &Browser, script: &str) {
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
}

#[test]
fn behind_another_tab_a_page_waits() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    browser.script(
        "addEventListener('visibilitychange', () => {
             const { value } = document.querySelector('.widget input[type=range]');
             (window.seen ??= []).push([document.visibilityState, value]);
         });",
        &[],
    );
    browser.one("button", "Play").click();
    browser.wait("it plays", || (browser.moment().0 > 0).then_some(()));
    browser.hidden(|| std::thread::sleep(Duration::from_secs(3)));
    let seen = browser.wait("it can be seen again", || {
        let seen = browser.script("return window.seen ?? [];", &[]);
        (seen[1][0] == "visible").then_some(seen)
    });
    browser.check(seen[0][0] == "hidden" && seen[0][1] == seen[1][1], &format!("it waits: {seen}"));
    browser.check(browser.has("button", "Pause"), "and then plays on");
    let now = browser.moment().0;
    browser.wait("it does", || (browser.moment().0 > now).then_some(()));
}

/// A clock for frames that can be set on, as if the machine had slept.
const CLOCK: &str = "
    const asked = window.requestAnimationFrame.bind(window);
    window.slept = SLEPT;
    window.requestAnimationFrame = (told) => asked((now) => told(now + window.slept));";

const HOUR: &str = "3_600_000";

#[test]
fn a_machine_that_sleeps_for_an_hour_goes_on_where_it_stood() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    before_the_page(&browser, &CLOCK.replace("SLEPT", "0"));
    browser.page(&site, "chapters/4/");
    let (_, end) = browser.moment();
    browser.one("button", "Play").click();
    let before = browser.wait("it plays", || Some(browser.moment().0).filter(|now| *now > 0));
    for _ in 0..3 {
        browser.script(&format!("window.slept += {HOUR};"), &[]);
        browser.settle();
    }
    let after = browser.moment().0;
    browser.check(after - before < end / 4, &format!("from {before} to {after}, of {end}"));
    browser.wait("it plays on", || (browser.moment().0 > after).then_some(()));

    browser.page(&site, CROWD);
    browser.wait("the last day", || figures(&browser));
    let day = || {
        let told = browser.one("slider", "Day and hour").attribute("aria-valuetext");
        told.unwrap_or_default().split(' ').nth(1).and_then(|day| day.parse::<u32>().ok())
    };
    let before = day();
    browser.one("button", "Play the month").click();
    browser.script(&format!("window.slept += {HOUR};"), &[]);
    browser.settle();
    let after = day();
    browser.check(after <= before.map(|day| day + 3), &format!("from {before:?} to {after:?}"));
    browser.wait("it plays on", || (day() > after).then_some(()));
}

#[test]
fn a_page_that_is_open_for_fifty_days_plays() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    // A little before as many milliseconds as 32 bits can count, and long after.
    for slept in ["2 ** 32 - performance.now() - 3_000", "60 * 24 * 3_600_000"] {
        before_the_page(&browser, &CLOCK.replace("SLEPT", slept));
        browser.page(&site, "chapters/4/");
        browser.one("button", "Play").click();
        for _ in 0..4 {
            let before = browser.moment().0;
            browser.wait("it plays", || (browser.moment().0 > before + 1_000).then_some(()));
        }
        browser.check(browser.moment().0 < browser.moment().1 / 2, "and does not jump");
    }
}

/// What a browser does that translates a page: every text is taken out, and comes back in an element. It leaves alone
/// what says so; `ALL` is somebody who does not ask.
const TRANSLATED: &str = "
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts.filter(({ parentElement }) => ALL || parentElement.closest('[translate=no]') === null)) {
        const element = document.createElement('font');
        text.replaceWith(element);
        element.append(text.data);
    }
    return document.querySelectorAll('font').length;";

#[test]
fn a_page_that_is_translated_plays_on() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    let translated = browser.script(&TRANSLATED.replace("ALL", "false"), &[]);
    browser.check(translated.as_u64() > Some(200), &format!("{translated} texts of the page are"));
    browser.slider().focus();
    browser.press(None, &[keys::END, keys::HOME]);
    works(&browser);
    browser.filter(AT_VISITED, HOME_MATCH).click();
    browser.one("combobox", "Words").choose("Engineer");
    works(&browser);
    browser.clean(&site, "in another language");
    // What is not alive can be translated whole.
    site.lose("page.");
    browser.go("about:blank");
    browser.go(&site.url("chapters/4/"));
    browser.readable(LOAD);
    let left_alone = "return document.getElementById('whereabouts').translate;";
    browser.check(browser.script(left_alone, &[]) == true, "the still can be translated");
}

#[test]
fn a_page_that_somebody_else_rewrites_stops_by_itself_and_can_be_read() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=first-question.1");
    browser.script(&TRANSLATED.replace("ALL", "true"), &[]);
    // A real panic: the module looks for what is no longer there. How far it comes is not said.
    browser.wait("it stops", || {
        let usable = browser.usable();
        let forward = usable.iter().find(|button| button.name().starts_with("One hop forward"));
        forward.into_iter().for_each(e2e::Element::click);
        browser.text().contains(PANIC).then_some(())
    });
    let console = browser.console();
    browser.check(
        console.iter().any(|line| line.contains("RuntimeError: unreachable")),
        &format!("the module has aborted: {console:#?}"),
    );
    let usable = browser.usable();
    let forward = usable.iter().find(|button| button.name() == "One hop forward");
    browser.check(forward.is_none(), "what is left of the player is a still");
    works_when_loaded_again(&browser);
}
