//! Words of the field: each opens what the glossary says of it, in place, and closes again.

use e2e::{Browser, Element, Site, Wishes, keys};

const GATE: &str = "A place that messages must cross, where filters can look at them";

/// Where a word stands on a chapter's page.
const PLACES: [&str; 2] = ["the caption", "the text"];

/// A word in a place, at a moment at which it stands there.
fn term<'b>(browser: &'b Browser, place: &str, word: &str) -> Element<'b> {
    let region = match place {
        "the caption" => "Two questions, an animated explainer",
        _ => "The same in words",
    };
    let buttons = browser.one("region", region).all("button");
    let found = buttons.into_iter().find(|button| button.name() == word);
    found.unwrap_or_else(|| browser.fail(&format!("“{word}” is not in {place}")))
}

fn opened(browser: &Browser) -> Vec<String> {
    browser.all("complementary").iter().map(Element::text).collect()
}

#[track_caller]
fn closed(browser: &Browser) {
    browser.wait("nothing is open", || opened(browser).is_empty().then_some(()));
}

#[track_caller]
fn open(browser: &Browser) {
    let all = browser.wait("it opens", || Some(opened(browser)).filter(|all| !all.is_empty()));
    let one = matches!(&all[..], [one] if one.contains(GATE));
    browser.check(one, &format!("one word is explained: {all:?}"));
}

#[test]
fn a_word_opens_and_escape_closes_it_and_the_focus_returns() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (width, place) in [1400, 360].into_iter().flat_map(|w| PLACES.map(|place| (w, place))) {
        browser.resize(width, 800);
        browser.page(&site, "chapters/4/#at=arrival.2");
        let before = (browser.moment(), browser.messages());
        closed(&browser);
        let gate = term(&browser, place, "gate");
        gate.click();
        open(&browser);
        browser.fits_across(&format!("with a word open in {place}, {width} wide"));
        let seen = browser.script(
            "const { top, left, right, bottom } = arguments[0].getBoundingClientRect();
             return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;",
            &[browser.all("complementary")[0].handle()],
        );
        browser.check(seen == true, &format!("all of it is seen in {place}, {width} wide"));
        browser.press(None, &[keys::ESCAPE]);
        closed(&browser);
        let focused = browser.focused().map(|now| now.handle());
        browser.check(focused == Some(gate.handle()), &format!("the focus returns in {place}"));

        // From the keyboard, and on into it.
        for key in [keys::ENTER, keys::SPACE] {
            browser.press(None, &[key]);
            open(&browser);
            browser.press(None, &[keys::TAB]);
            let now = browser.focused().map(|now| now.name());
            browser.check(now.as_deref() == Some("All words"), &format!("Tab leads in: {now:?}"));
            browser.press(None, &[keys::ESCAPE]);
            closed(&browser);
            let focused = browser.focused().map(|now| now.handle());
            browser.check(focused == Some(gate.handle()), &format!("it returns in {place}"));
        }
        let after = (browser.moment(), browser.messages());
        browser.check(before == after, "the widget has not moved");
        browser.check(browser.has("button", "Play"), "and does not play");
        browser.clean(&site, &format!("after a word in {place}"));
    }
}

#[test]
fn a_click_beside_it_closes_it_and_another_word_opens_instead() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=arrival.2");
    term(&browser, "the caption", "gate").click();
    open(&browser);
    term(&browser, "the caption", "cell").click();
    let cell = "The area that one antenna covers";
    browser.wait("the other word", || {
        matches!(&opened(&browser)[..], [one] if one.contains(cell)).then_some(())
    });
    browser.one("heading", "4 Two questions").click();
    closed(&browser);
}

#[test]
fn from_a_word_a_link_leads_to_its_place_among_all_words() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for page in ["chapters/4/#at=arrival.2", "chapters/4/#at=AT&depth=engineer&speed=2"] {
        browser.page(&site, page);
        term(&browser, "the text", "gate").click();
        open(&browser);
        browser.all("complementary")[0].one("link", "All words").click();
        browser.one("heading", "Glossary");
        browser.wait("the word can be seen there", || {
            let target = browser.script(
                "const at = document.querySelector(':target');
                 const top = at?.getBoundingClientRect().top;
                 return top > -1 && top < innerHeight ? at.textContent : null;",
                &[],
            );
            target.as_str().filter(|said| said.contains(GATE)).map(|_| ())
        });
        browser.clean(&site, "in the glossary");
    }
}

#[test]
fn a_word_opens_without_scripts() {
    let site = Site::start();
    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    browser.go(&site.url("chapters/4/"));
    term(&browser, "the text", "gate").click();
    open(&browser);
    browser.press(None, &[keys::ESCAPE]);
    closed(&browser);
}

#[test]
fn every_word_on_a_page_is_one_of_the_glossary() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.visit(&site, "glossary/");
    let words: Vec<String> = browser.all("term").iter().map(Element::text).collect();
    let means = browser.all("definition");
    browser.check(words.len() > 20 && words.len() == means.len(), "each word has its meaning");
    for (number, ..) in e2e::CHAPTERS {
        browser.page(&site, &e2e::page_of(number));
        let lost = browser.script(
            "const all = document.querySelectorAll('[popovertarget]');
             return [...all].filter((word) => word.popoverTargetElement === null)
                 .map((word) => word.textContent);",
            &[],
        );
        browser.check(lost == serde_json::json!([]), &format!("{number}: {lost}"));
        let titles = browser.script(
            "return [...document.querySelectorAll('[popover] b')].map((word) => word.textContent);",
            &[],
        );
        for title in titles.as_array().into_iter().flatten().filter_map(|title| title.as_str()) {
            let known = words.iter().any(|word| word == title);
            browser.check(known, &format!("“{title}” of chapter {number} is in the glossary"));
        }
    }
}
