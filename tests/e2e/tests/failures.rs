//! When part of the page cannot be had: always words that can be read, never a blank page.

use e2e::{Browser, Site, Wishes};

const LOAD: &str = "Part of the page could not be fetched. The text below says the same in words.";
/// A sentence of chapter 3's text, which stands in the page itself.
const IN_WORDS: &str = "The visited network tells the home network: your customer is here with me.";

/// The page says what is wrong, and says the chapter in words.
#[track_caller]
fn readable(browser: &Browser, message: &str) {
    browser.wait(&format!("the page says “{message}”"), || {
        browser.text().contains(message).then_some(())
    });
    let text = browser.text();
    browser.check(text.contains(IN_WORDS), "the text of the chapter is there");
    browser.check(text.contains("Whereabouts"), "the title is there");
    browser.one("heading", "The same in words");
    browser.fits_across("with a message");
}

#[test]
fn without_its_webassembly_the_page_says_so_and_is_there_again_when_loaded_again() {
    let site = Site::start();
    site.lose("page.");
    let browser = Browser::at(&site.url(""));
    readable(&browser, LOAD);
    browser.one("heading", "This page has stopped");
    let alerts = browser.all("alert");
    browser.check(alerts.iter().any(|alert| alert.text().contains(LOAD)), "it is an alert");
    browser.check(browser.refused() == serde_json::json!([]), "the policy refuses nothing of it");

    site.mend();
    browser.one("button", "Load the page again").click();
    browser.ready();
    browser.check(!browser.text().contains("This page has stopped"), "the message is gone");
    browser.one("button", "One hop forward").click();
    browser.wait("the page works", || (browser.moment().0 > 0).then_some(()));
}

#[test]
fn without_its_words_the_page_says_so() {
    let site = Site::start();
    site.lose("text-en");
    let browser = Browser::at(&site.url("#chapter=4&at=end"));
    readable(&browser, LOAD);
}

#[test]
fn without_the_words_of_another_language_the_page_says_so() {
    let site = Site::start();
    site.lose("text-pseudo");
    let browser = Browser::at(&site.url("#lang=pseudo"));
    readable(&browser, LOAD);
}

#[test]
fn without_its_lesson_the_page_says_so() {
    let site = Site::start();
    site.lose("lesson-3-en");
    let browser = Browser::at(&site.url(""));
    readable(&browser, LOAD);
}

#[test]
fn a_chapter_that_cannot_be_had_leaves_the_one_that_is_there() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "");
    browser.one("button", "One hop forward").click();
    let before = browser.moment();
    site.lose("lesson-4-en");
    browser.one("link", "4 Two questions").click();
    let message = "This chapter could not be fetched (lesson-4-en). Check the connection and choose it again.";
    readable(&browser, message);
    browser.check(browser.moment() == before, "chapter 3 stays where it was");
    browser.one("button", "One hop forward").click();
    browser.wait("chapter 3 still works", || (browser.moment() > before).then_some(()));

    site.mend();
    browser.one("link", "4 Two questions").click();
    browser.one("region", "Two questions, an animated explainer");
    browser.check(!browser.text().contains(message), "the message is gone");
}

#[test]
fn without_its_loader_the_page_is_still_text() {
    let site = Site::start();
    site.lose("loader.");
    let browser = Browser::at(&site.url(""));
    readable(&browser, "Whereabouts");
    browser.check(browser.picture().name().starts_with("Anyone may ask?: "), "and a picture");
}

#[test]
fn without_its_style_the_page_works() {
    let site = Site::start();
    site.lose("style.");
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "");
    browser.one("button", "One hop forward").click();
    browser.wait("the page works", || (browser.moment().0 > 0).then_some(()));
}

#[test]
fn without_javascript_there_are_a_still_and_the_text() {
    let site = Site::start();
    let browser = Browser::open(Wishes { javascript: false, ..Wishes::default() });
    browser.go(&site.url(""));
    readable(
        &browser,
        "The animation needs JavaScript and WebAssembly. The text below says the same in words.",
    );
    browser.check(browser.picture().name().starts_with("Anyone may ask?: "), "there is a still");
    let buttons = browser.all("button");
    browser.check(
        buttons.iter().all(|button| button.property("disabled") == true),
        "no button pretends to work",
    );
    let asked: Vec<String> =
        site.log().into_iter().filter(|line| line.ends_with(".wasm")).collect();
    browser.check(asked.len() <= 1, &format!("at most what is preloaded: {asked:?}"));
}

#[test]
fn the_page_works_from_any_folder() {
    let site = Site::at("/some/where/");
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "#chapter=4");
    browser.one("link", "3 Anyone may ask?").click();
    browser.one("region", "Anyone may ask?, an animated explainer");
    browser.one("link", "4 Two questions").click();
    browser.one("region", "Two questions, an animated explainer");
    browser.one("button", "One hop forward").click();
    browser.wait("the page works", || (browser.moment().0 > 0).then_some(()));
    let here = site.url("#chapter=4&at=arrival.1");
    browser.check(browser.address() == here, &format!("the address stays {here}"));
    browser.clean(&site, "from a folder");
    let log = site.log();
    assert!(log.iter().all(|line| line.starts_with("200 /some/where/")), "{log:?}");
}
