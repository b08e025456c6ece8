//! Links to a moment: copied, opened by somebody else, or written wrongly.

use e2e::{AT_HOME, AT_VISITED, Browser, HOME_MATCH, STAND_IN, Site, Wishes, keys};

/// Chapter, filters to switch on, and the moments to copy a link at, in hops from the beginning.
type Case = (u8, &'static [(&'static str, &'static str)], &'static [usize]);

#[test]
fn a_copied_link_opens_the_identical_screen_in_a_new_browser() {
    let site = Site::start();
    let cases: [Case; 4] = [
        (3, &[], &[0, 5, 100]),
        (3, &[(AT_HOME, "No inside-only questions")], &[3, 100]),
        (4, &[(AT_VISITED, HOME_MATCH)], &[2, 9, 100]),
        (4, &[(AT_HOME, STAND_IN), (AT_VISITED, HOME_MATCH)], &[6, 100]),
    ];
    let mine = Browser::open(Wishes::default());
    let mut links = Vec::new();
    for (chapter, filters, stops) in cases {
        mine.page(&site, &format!("#chapter={chapter}"));
        let forward = mine.one("button", "One hop forward");
        for (gate, name) in filters {
            mine.filter(gate, name).click();
        }
        let mut at = 0;
        for &stop in stops {
            while at < stop && forward.attribute("aria-disabled").is_none() {
                forward.click();
                at += 1;
            }
            let screen = mine.screen();
            links.push((copied(&mine), screen));
        }
    }
    drop(mine);
    for pair in links.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "every moment has a link of its own");
    }
    for (link, screen) in links {
        assert!(link.starts_with(&site.url("#")), "the link leads here: {link}");
        let yours = Browser::at(&link);
        yours.ready();
        yours.same_screen(&screen, &yours.screen(), &format!("where {link} leads"));
        yours.clean(&site, &format!("at {link}"));
    }
}

#[test]
fn a_link_keeps_words_speed_and_language() {
    let site = Site::start();
    let mine = Browser::open(Wishes::default());
    mine.page(&site, "#chapter=4&at=first-question.2&theme=dark");
    mine.one("combobox", "Speed").choose("2×");
    mine.one("combobox", "Words").choose("Engineer");
    mine.wait("the other words", || mine.caption().contains("sendRoutingInfoForSM").then_some(()));
    let screen = mine.screen();
    let link = copied(&mine);
    drop(mine);
    for part in ["at=first-question.2", "speed=2", "depth=engineer", "theme=dark"] {
        assert!(link.contains(part), "{part} is in {link}");
    }
    let yours = Browser::at(&link);
    yours.ready();
    yours.same_screen(&screen, &yours.screen(), &format!("where {link} leads"));
}

#[test]
fn where_copying_is_not_allowed_the_link_is_there_to_be_read() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "#chapter=4&at=end");
    browser.forbid_clipboard();
    browser.one("button", "Copy link").click();
    let link = site.url("#chapter=4&at=end");
    let words = format!("Copying is not allowed here. The link: {link}");
    browser.wait("the link in words", || browser.text().contains(&words).then_some(()));
    browser.fits_across("with a link in words");
}

#[test]
fn what_is_wrong_with_an_address_is_said_and_the_page_works() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let cases = [
        ("#chapter=4&colour=red", "“colour” is not a setting of this page, and was passed over."),
        (
            "#chapter=4&speed=900",
            "“900” is not a value for “speed”. The usual one is used instead.",
        ),
        ("#chapter=99", "“99” is not a value for “chapter”. The usual one is used instead."),
        ("#chapter=4&lang=xx", "“xx” is not a value for “lang”. The usual one is used instead."),
        (
            "#chapter=4&filters=visited.home-match,home.nonsense",
            "This chapter has no filter “home.nonsense”. It was passed over.",
        ),
        (
            "#chapter=4&at=third-question.7",
            "This chapter has no moment “third-question.7”. It starts from the beginning.",
        ),
        (
            "?colour=%3Cimg%20src%3Dx%3E&chapter=4",
            "“colour” is not a setting of this page, and was passed over.",
        ),
        (
            "#chapter=4&at=%3Cimg%20src%3Dx%3E%ff%0",
            "This chapter has no moment “<img src=x>�%0”. It starts from the beginning.",
        ),
        ("#&&==&%&=x", "“” is not a setting of this page, and was passed over."),
    ];
    for (address, notice) in cases {
        browser.page(&site, address);
        browser.check(browser.text().contains(notice), &format!("{address} is answered: {notice}"));
        let close = browser.one("button", "Close this notice");
        // What is understood counts.
        let on = browser.filter(AT_VISITED, "Only known partners");
        browser.check(on.property("checked") == false, "nothing else is on");
        if address.contains("home-match") {
            let on = browser.filter(AT_VISITED, HOME_MATCH);
            browser.check(on.property("checked") == true, "the filter that is known is on");
        }
        close.click();
        browser.wait("the notice closes", || (!browser.text().contains(notice)).then_some(()));
        browser.one("button", "One hop forward").click();
        browser.wait("the page works", || (browser.moment().0 > 0).then_some(()));
        browser.clean(&site, &format!("at {address}"));
    }
}

#[test]
fn a_notice_is_closed_from_the_keyboard_too() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "#colour=red");
    browser.one("button", "Close this notice").focus();
    browser.press(None, &[keys::ENTER]);
    browser.wait("the notice closes", || (!browser.text().contains("“colour”")).then_some(()));
    // The keys still work for whoever goes on from there: the focus has not fallen off the widget.
    browser.press(None, &[keys::RIGHT]);
    browser.wait("the arrow keys still work", || (browser.moment().0 > 0).then_some(()));
}

#[test]
fn an_address_that_is_changed_by_hand_is_followed() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "#chapter=4&at=end&filters=visited.home-match");
    let screen = browser.screen();
    browser.page(&site, "#chapter=3");
    browser.script("location.hash = 'chapter=4&at=end&filters=visited.home-match';", &[]);
    browser.one("region", "Two questions, an animated explainer");
    browser.same_screen(&screen, &browser.screen(), "after the address was changed by hand");
    browser.script("location.hash = 'chapter=4&lang=pseudo';", &[]);
    browser
        .wait("the other language", || (!browser.text().contains("Two questions")).then_some(()));
    browser.ready();
    browser.clean(&site, "after changes by hand");
}

/// Presses the button, and reads what is on the clipboard then.
fn copied(browser: &Browser) -> String {
    browser.allow_clipboard();
    browser.one("button", "Copy link").click();
    browser.wait("it says that it has copied", || {
        browser.text().contains("Link copied").then_some(())
    });
    let link = browser.script_async("return await navigator.clipboard.readText();", &[]);
    link.as_str().unwrap_or_default().to_owned()
}
