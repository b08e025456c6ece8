//! Links to a moment: copied, opened by somebody else, or written wrongly.

use e2e::{AT_HOME, AT_VISITED, Browser, HOME_MATCH, STAND_IN, Site, Wishes, keys, page_of};

const SEPP: &str = "The named network must be proved";

/// Chapter, filters to switch, and the moments to copy a link at, in hops from the beginning.
type Case = (u8, &'static [(&'static str, &'static str)], &'static [usize]);

#[test]
fn a_copied_link_opens_the_identical_screen_in_a_new_browser() {
    let site = Site::start();
    let cases: [Case; 6] = [
        (1, &[], &[0, 4, 100]),
        (3, &[], &[0, 5, 100]),
        (3, &[(AT_HOME, "No inside-only questions")], &[3, 100]),
        (4, &[(AT_VISITED, HOME_MATCH)], &[2, 9, 100]),
        (4, &[(AT_HOME, STAND_IN), (AT_VISITED, HOME_MATCH)], &[6, 100]),
        // This one begins with its filter on.
        (7, &[(AT_VISITED, SEPP)], &[4]),
    ];
    let mine = Browser::open(Wishes::default());
    let mut links = Vec::new();
    for (chapter, filters, stops) in cases {
        mine.page(&site, &page_of(chapter));
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
            links.push((site.url(&page_of(chapter)), copied(&mine), screen));
        }
    }
    drop(mine);
    for pair in links.windows(2) {
        assert_ne!(pair[0].1, pair[1].1, "every moment has a link of its own");
    }
    for (page, link, screen) in links {
        let rest = link.strip_prefix(&page);
        let rest = rest.unwrap_or_else(|| panic!("the link leads to {page}: {link}"));
        assert!(rest.is_empty() || rest.starts_with('#'), "the chapter's own page: {link}");
        assert!(!link.contains("chapter="), "which its address names: {link}");
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
    mine.page(&site, "chapters/4/#at=first-question.2&theme=dark");
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
    browser.page(&site, "chapters/4/#at=end");
    browser.forbid_clipboard();
    browser.one("button", "Copy link").click();
    let link = site.url("chapters/4/#at=end");
    let words = format!("Copying is not allowed here. The link: {link}");
    browser.wait("the link in words", || browser.text().contains(&words).then_some(()));
    browser.fits_across("with a link in words");
}

#[test]
fn what_is_wrong_with_an_address_is_said_and_the_page_works() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let cases = [
        ("chapters/4/#colour=red", "“colour” is not a setting of this page, and was passed over."),
        (
            "chapters/4/#speed=900",
            "“900” is not a value for “speed”. The usual one is used instead.",
        ),
        ("#chapter=99", "“99” is not a value for “chapter”. The usual one is used instead."),
        ("chapters/4/#lang=xx", "“xx” is not a value for “lang”. The usual one is used instead."),
        (
            "chapters/4/#filters=visited.home-match,home.nonsense",
            "This chapter has no filter “home.nonsense”. It was passed over.",
        ),
        (
            "chapters/4/#at=third-question.7",
            "This chapter has no moment “third-question.7”. It starts from the beginning.",
        ),
        (
            "?colour=%3Cimg%20src%3Dx%3E&chapter=4",
            "“colour” is not a setting of this page, and was passed over.",
        ),
        (
            "chapters/4/#at=%3Cimg%20src%3Dx%3E%ff%0",
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
    browser.page(&site, "chapters/4/#at=end&filters=visited.home-match");
    let screen = browser.screen();
    browser.page(&site, "chapters/3/");
    browser.script("location.hash = 'chapter=4&at=end&filters=visited.home-match';", &[]);
    browser.one("region", "Two questions, an animated explainer");
    browser.ready();
    browser.same_screen(&screen, &browser.screen(), "after the address was changed by hand");
    // On the page that is there.
    browser.script("location.hash = 'at=second-question.1';", &[]);
    browser.wait("another moment", || (browser.moment().0 < browser.moment().1).then_some(()));
    browser.one("region", "Two questions, an animated explainer");
    browser.script("location.hash = 'chapter=4&lang=pseudo';", &[]);
    browser
        .wait("the other language", || (!browser.text().contains("Two questions")).then_some(()));
    browser.ready();
    let there = site.url("pseudo/chapters/4/");
    browser.check(browser.address() == there, &format!("the address is {there}"));
    browser.clean(&site, "after changes by hand");
}

#[test]
fn an_address_that_names_a_chapter_leads_to_its_page_from_any_page() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=second-question.1&depth=engineer");
    let screen = browser.screen();
    for from in ["", "chapters/4/", "chapters/7/", "matrix/providesubscriberinfo/"] {
        browser.page(&site, &format!("{from}#chapter=4&at=second-question.1&depth=engineer"));
        browser.one("region", "Two questions, an animated explainer");
        browser.ready();
        browser.same_screen(&screen, &browser.screen(), &format!("by way of “{from}”"));
        browser.clean(&site, &format!("by way of “{from}”"));
    }
    let there = site.url("chapters/4/#at=second-question.1&depth=engineer");
    browser.check(browser.address() == there, &format!("the address is {there}"));
    // And to the first chapter, which has the first page.
    browser.page(&site, "chapters/4/#chapter=1&at=end");
    browser.one("region", "A phone goes abroad, an animated explainer");
    browser.ready();
    let there = site.url("#at=end");
    browser.check(browser.address() == there, &format!("the address is {there}"));
    // An address that only leads on is no step to go back to.
    let steps = || browser.script("return history.length;", &[]).as_u64().unwrap_or_default();
    browser.page(&site, "chapters/3/");
    let before = steps();
    browser.script("location.hash = 'chapter=4';", &[]);
    browser.one("region", "Two questions, an animated explainer");
    browser.ready();
    let after = steps();
    browser.check(after <= before + 1, &format!("one step at most: {before}, then {after}"));
}

#[test]
fn links_to_other_pages_keep_how_the_reader_wants_to_read() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/3/#theme=dark&motion=reduced&at=end&filters=none");
    browser.one("combobox", "Speed").choose("2×");
    browser.one("combobox", "Words").choose("Engineer");
    browser.chapter_link("4 Two questions").click();
    browser.one("region", "Two questions, an animated explainer");
    browser.ready();
    let there = site.url("chapters/4/#speed=2&depth=engineer&theme=dark&motion=reduced");
    browser.check(browser.address() == there, &format!("settings, and no moment: {there}"));
    let words = browser.one("combobox", "Words");
    browser.check(words.property("value") == "engineer", "an engineer's words");
    // By the footer too, to a page of the matrix and back to the first page.
    browser.one("link", "The whole matrix").click();
    browser.one("heading", "The whole matrix");
    browser.clean(&site, "after links");
}

#[test]
fn a_number_of_a_source_leads_to_the_source_and_leaves_the_widget_as_it_is() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (page, hop) in [("chapters/4/", 5), ("chapters/10/#filters=visited.home-match", 3)] {
        browser.page(&site, page);
        let forward = browser.one("button", "One hop forward");
        (0..hop).for_each(|_| forward.click());
        browser.one("combobox", "Speed").choose("2×");
        let before = (browser.moment(), browser.messages(), browser.caption());
        let text = browser.one("region", "The same in words");
        let links = text.all("link");
        let link = links.iter().find(|link| link.name() == "[1]").cloned();
        let link = link.unwrap_or_else(|| browser.fail("no number of a source in the text"));
        link.click();
        let address = browser.address();
        browser.check(address.ends_with("#source-1"), &format!("{address} is the source's"));
        browser.settle();
        let seen = browser.script(
            "const at = document.querySelector(':target')?.getBoundingClientRect();
             return at !== undefined && at.top > -1 && at.bottom < innerHeight + 1;",
            &[],
        );
        browser.check(seen == true, "the source can be seen");
        let after = (browser.moment(), browser.messages(), browser.caption());
        browser.check(before == after, &format!("as it was: {before:?}, {after:?}"));
        browser.check(!browser.has("button", "Close this notice"), "and nothing is said about it");
        // The page that is opened at a source is the page.
        browser.page(&site, &format!("{}#source-1", page.split('#').next().unwrap_or_default()));
        browser.check(browser.moment().0 == 0, "from the beginning");
        browser.check(!browser.has("button", "Close this notice"), "and nothing is said about it");
        browser.clean(&site, "after looking at a source");
    }
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
