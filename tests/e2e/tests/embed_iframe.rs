//! A plain frame in a page that has no script at all.

use e2e::{AT_VISITED, Browser, Engine, HOME_MATCH, QUESTIONS, Site, Wishes};

e2e::everywhere!(a_chapter_is_played_in_a_plain_frame, a_frame_shows_what_its_address_says);

fn a_chapter_is_played_in_a_plain_frame(engine: Engine) {
    let site = Site::at("/whereabouts/");
    let host = Site::host("iframe", &site);
    let browser = Browser::open(Wishes::of(engine));
    browser.go(&host.url(""));
    let scripts = browser.script("return document.scripts.length;", &[]);
    browser.check(scripts == 0, "the page has no script");
    browser.into_frame("Two questions, an animated explainer");
    browser.ready();
    browser.one("combobox", "Speed").choose("4×");
    browser.one("button", "Play").click();
    browser.asked(QUESTIONS[3]).one("button", "Yes").click();
    browser.played();
    browser.check(browser.caption().contains("As you said."), "what was foreseen is judged");
    let before = browser.caption();
    browser.filter(AT_VISITED, HOME_MATCH).click();
    browser.wait("another end", || (browser.caption() != before).then_some(()));
    browser.no_sideways_scrolling("in a frame");
    browser.inside(None);
    browser.clean(&site, "in a page without scripts");
}

fn a_frame_shows_what_its_address_says(engine: Engine) {
    let site = Site::at("/whereabouts/");
    let host = Site::host("iframe", &site);
    let browser = Browser::open(Wishes::of(engine));
    browser.go(&host.url(""));
    // It is fetched when a reader comes to it.
    browser.script("document.querySelectorAll('iframe')[1].scrollIntoView();", &[]);
    browser.wait("the second frame", || {
        let log = site.log();
        let pages = log.iter().filter(|line| line.ends_with("/embed/chapters/4/"));
        (pages.count() == 2).then_some(())
    });
    browser.into_frame("Two questions, with a filter on");
    browser.ready();
    browser.check(
        browser.filter(AT_VISITED, HOME_MATCH).property("checked") == true,
        "the filter is on",
    );
    browser.check(browser.moment().0 > 0, "it stands at the moment");
    browser.one("region", "Who knows what, now");
    browser
        .check(!browser.has("region", "Messages"), "with the panels that it names, and no other");
    browser.inside(None);
    browser.clean(&site, "with an address");
}
