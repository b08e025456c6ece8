//! When part of the page cannot be had: always words that can be read, never a blank page.

use e2e::{Browser, CHAPTERS, LOAD, PANIC, Site, Wishes};

#[test]
fn without_its_webassembly_the_page_says_so_and_is_there_again_when_loaded_again() {
    let site = Site::start();
    site.lose("page.");
    let browser = Browser::at(&site.url(""));
    browser.readable(LOAD);
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
fn without_what_is_fetched_later_the_page_says_so() {
    for address in ["chapters/4/", "chapters/4/#at=second-question.1"] {
        let site = Site::start();
        site.lose("page-later.");
        let browser = Browser::at(&site.url(address));
        browser.readable(LOAD);
        site.mend();
        browser.one("button", "Load the page again").click();
        browser.ready();
        browser.one("button", "One hop forward").click();
        browser.wait("the page works", || (browser.moment().0 > 0).then_some(()));
    }
}

#[test]
fn a_chapter_plays_before_what_is_fetched_later_is_there_and_what_was_asked_for_is_done_then() {
    let site = Site::start();
    site.hold("page-later.");
    let browser = Browser::at(&site.url("chapters/4/"));
    let player = || browser.all("slider").iter().any(|it| it.property("disabled") == false);
    browser.wait("the player", || player().then_some(()));
    browser.one("button", "One hop forward").click();
    browser.wait("the player works", || (browser.moment().0 > 0).then_some(()));
    browser.one("button", "Keys and settings").click();
    site.mend();
    browser.one("dialog", "Keys and settings");
    browser.one("button", "Close").click();
    browser.check(browser.moment().0 > 0, "it stands where it stood");
    browser.check(browser.address().contains("at="), "and the address says where");
}

#[test]
fn chapters_that_begin_without_filters_play_to_their_end_before_the_rest_is_there() {
    for chapter in [1, 2, 3, 4, 5, 6, 10] {
        let site = Site::start();
        site.hold("page-later.");
        let browser = Browser::at(&site.url(&format!("chapters/{chapter}/")));
        let player = || browser.all("slider").iter().any(|it| it.property("disabled") == false);
        browser.wait("the player", || player().then_some(()));
        browser.one("button", "Play").click();
        browser.one("button", "Pause").click();
        let (mut now, end) = browser.moment();
        while now < end {
            browser.one("button", "One hop forward").click();
            let (then, _) = browser.moment();
            browser.check(then > now, "a hop forward");
            now = then;
            let text = browser.text();
            browser.check(!text.contains('⟦'), "every word is there");
            browser.check(!text.contains("This page has stopped"), "the page goes on");
            // Where a text is that has not come, the memory is empty.
            let empty = "return document.documentElement.outerHTML.includes('\\0');";
            browser.check(
                browser.script(empty, &[]) == false,
                "nothing is drawn of what has not come",
            );
        }
        browser.check(browser.console().is_empty(), "and nothing is wrong with what is drawn");
        site.mend();
        browser.ready();
        browser.check(browser.moment().0 == end, "it stands where it stood");
    }
}

#[test]
fn where_a_policy_refuses_webassembly_the_page_says_so() {
    let site = Site::start();
    site.restrict("script-src 'self'");
    let browser = Browser::at(&site.url("chapters/4/"));
    browser.readable(LOAD);
    browser.one("button", "Load the page again");
}

#[test]
fn after_a_panic_the_page_is_words_and_answers_no_click_with_broken_state() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=second-question.1");
    // As a module that aborts reports it: an error that nobody has caught.
    browser.script(
        "const error = new WebAssembly.RuntimeError('unreachable');
         window.dispatchEvent(new ErrorEvent('error', { error }));",
        &[],
    );
    browser.readable(PANIC);
    let address = browser.address();
    let usable = browser.usable();
    let forward = usable.iter().find(|button| button.name() == "One hop forward");
    browser.check(forward.is_none(), "what is left of the player is a still");
    browser.check(browser.address() == address, "and moves nothing");
    browser.one("button", "Load the page again").click();
    browser.ready();
    browser.check(browser.moment().0 > 0, "loaded again, it is where it was");
}

#[test]
fn without_its_words_the_page_says_so() {
    let site = Site::start();
    site.lose("text-en");
    let browser = Browser::at(&site.url("chapters/4/#at=end"));
    browser.readable(LOAD);
}

#[test]
fn without_the_words_of_another_language_the_page_says_so() {
    let site = Site::start();
    site.lose("text-pseudo");
    // From the page in English it leads to a page of its own, which has its own words for this.
    let browser = Browser::at(&site.url("#lang=pseudo"));
    let panel = browser.wait("an alert", || browser.all("alert").into_iter().next());
    let there = site.url("pseudo/#lang=pseudo");
    browser.check(browser.address() == there, &format!("the address is {there}"));
    let (said, text) = (panel.text(), browser.text());
    browser.check(!said.is_ascii() && said.len() > LOAD.len(), &format!("in its words: {said}"));
    browser.check(text.len() > 20 * said.len(), "the text of the chapter is there");
    browser.check(!text.contains("Part of the page"), "no English");
    browser.fits_across("with a message");
    let [button] = &panel.all("button")[..] else { browser.fail("the panel has one button") };
    site.mend();
    button.click();
    browser.ready();
}

#[test]
fn without_its_lesson_the_page_says_so() {
    let site = Site::start();
    site.lose("lesson-a-phone-goes-abroad-en");
    let browser = Browser::at(&site.url(""));
    browser.readable(LOAD);
}

#[test]
fn a_chapter_whose_lesson_cannot_be_had_says_so_and_is_text_and_the_others_are_there() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "");
    site.lose("lesson-two-questions-en");
    browser.chapter_link("4 Two questions").click();
    browser.one("heading", "4 Two questions");
    browser.readable(LOAD);
    browser.one("heading", "This page has stopped");
    let text = browser.one("region", "The same in words").text();
    browser.check(text.contains("which cell is this phone in?"), "its own text is there");
    let asked = browser.refused();
    browser.check(asked == serde_json::json!([]), "the policy refuses nothing of it");
    // The way on is there, and back.
    browser.chapter_link("5 A borrowed name").click();
    browser.one("region", "A borrowed name, an animated explainer");
    browser.ready();
    browser.one("button", "One hop forward").click();
    browser.wait("chapter 5 works", || (browser.moment().0 > 0).then_some(()));

    site.mend();
    browser.chapter_link("4 Two questions").click();
    browser.one("region", "Two questions, an animated explainer");
    browser.ready();
    browser.check(!browser.text().contains("This page has stopped"), "the message is gone");
}

#[test]
fn without_its_pool_the_exercise_says_so_and_can_be_read() {
    let site = Site::start();
    site.lose("game-en");
    let browser = Browser::at(&site.url("you-are-the-filter/"));
    browser.one("heading", "This page has stopped");
    browser.one("heading", "The first ten messages");
    browser.fits_across("with a message");
    site.mend();
    browser.one("button", "Load the page again").click();
    browser.wait("the game", || playable(&browser).then_some(()));
}

/// The buttons of the exercise can be pressed.
fn playable(browser: &Browser) -> bool {
    let buttons = browser.all("button");
    let pass = buttons.iter().find(|button| button.name() == "Let it pass");
    pass.is_some_and(|button| button.property("disabled") == false)
}

#[test]
fn without_its_loader_the_page_is_still_text() {
    let site = Site::start();
    site.lose("page-loader.");
    let browser = Browser::at(&site.url(""));
    browser.readable("Whereabouts");
    browser.check(browser.picture().name().starts_with("A phone goes abroad: "), "and a picture");
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
    browser.readable(
        "The animation needs JavaScript and WebAssembly. The text below says the same in words.",
    );
    browser
        .check(browser.picture().name().starts_with("A phone goes abroad: "), "there is a still");
    let buttons = browser.one("group", "Player").all("button");
    browser.check(
        !buttons.is_empty() && buttons.iter().all(|button| button.property("disabled") == true),
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
    for (_, link, widget) in [CHAPTERS[2], CHAPTERS[0], CHAPTERS[3]] {
        browser.chapter_link(link).click();
        browser.one("region", widget);
        browser.ready();
    }
    browser.one("button", "One hop forward").click();
    browser.wait("the page works", || (browser.moment().0 > 0).then_some(()));
    let here = site.url("chapters/4/#at=arrival.1");
    browser.check(browser.address() == here, &format!("the address stays {here}"));
    browser.clean(&site, "from a folder");
    let log = site.log();
    assert!(log.iter().all(|line| line.starts_with("200 /some/where/")), "{log:?}");
}
