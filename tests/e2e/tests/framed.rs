//! The pages for a frame, and what whoever embeds them can set: panels, locks, a lesson by its name, a room. The
//! hosts around them are in `embed_*.rs`.

use e2e::{AT_VISITED, Browser, Element, HOME_MATCH, Site, Wishes, keys};

/// The panels by their names on the page.
const PANELS: [(&str, &str); 4] = [
    ("filters", "Filters"),
    ("messages", "Messages"),
    ("ledger", "Who knows what, now"),
    ("chart", "Sequence chart"),
];

fn shown(browser: &Browser) -> Vec<&'static str> {
    let there = |(_, heading): &(&str, &str)| browser.has("heading", heading);
    PANELS.iter().filter(|panel| there(panel)).map(|(name, _)| *name).collect()
}

#[test]
fn a_page_for_a_frame_shows_what_it_is_told_to() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(720, 520));
    let all = ["filters", "messages", "ledger", "chart"];
    for (address, panels) in [
        ("embed/chapters/4/", &all[..1]),
        ("embed/chapters/4/?panels=none", &[]),
        ("embed/chapters/4/#panels=messages,ledger", &all[1..3]),
        ("embed/chapters/4/?panels=all", &all),
        ("chapters/4/", &all),
        ("chapters/4/#panels=chart", &all[3..]),
    ] {
        browser.page(&site, address);
        browser.check(shown(&browser) == panels, &format!("{address} shows {panels:?}"));
        browser.fits_across(address);
        let framed = address.starts_with("embed/");
        browser.check(browser.has("navigation", "Chapters") != framed, "a frame has no chapters");
        browser.clean(&site, address);
    }
}

#[test]
fn every_page_that_plays_a_lesson_has_its_twin_and_no_other_has() {
    let site = Site::start();
    let pages = site.pages();
    let beside =
        ["handout/", "you-are-the-filter/", "sandbox/", "glossary/", "what-follows/", "teaching/"];
    for page in
        pages.iter().filter(|page| !page.starts_with("embed/") && !page.starts_with("pseudo/"))
    {
        let plays = *page != "matrix/" && !beside.iter().any(|end| page.ends_with(end));
        assert_eq!(pages.contains(&format!("embed/{page}")), plays, "{page}");
    }
}

#[test]
fn an_address_leads_to_the_lesson_that_it_names_in_a_frame_too() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(720, 520));
    for (from, to) in [
        ("embed/?chapter=4&at=end", "embed/chapters/4/"),
        ("embed/#lesson=a-rented-name", "embed/chapters/6/"),
        ("embed/?lesson=matrix-sendimsi", "embed/matrix/sendimsi/"),
        ("chapters/4/?embed=on", "embed/chapters/4/"),
        ("embed/chapters/4/?embed=off", "chapters/4/"),
        ("embed/chapters/2/?lang=pseudo", "pseudo/embed/chapters/2/"),
    ] {
        browser.page(&site, from);
        browser.wait(&format!("{from} leads to {to}"), || {
            browser.address().starts_with(&site.url(to)).then_some(())
        });
        browser.ready();
    }
    browser.page(&site, "embed/?chapter=4&at=end");
    let (moment, length) = browser.moment();
    browser.check(moment == length, "and what else the address says counts there");
}

#[test]
fn what_is_not_understood_gives_the_usual_and_a_notice() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(720, 520));
    browser
        .page(&site, "embed/chapters/4/?panels=colours&lock=doors&present=maybe&lesson=nonsense");
    let text = browser.text();
    for said in [
        "“colours” is not a value for “panels”",
        "“doors” is not a value for “lock”",
        "“maybe”",
        "“nonsense”",
    ] {
        browser.check(text.contains(said), said);
    }
    browser.check(shown(&browser) == ["filters"], "as usual");
}

#[test]
fn what_is_locked_cannot_be_changed_and_the_rest_can() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(720, 900));
    browser.page(&site, "embed/chapters/4/?lock=filters,depth,chapter,link&at=end");
    let disabled = |element: &Element<'_>| element.property("disabled") == true;
    browser.check(disabled(&browser.filter(AT_VISITED, HOME_MATCH)), "the filters");
    browser.check(disabled(&browser.one("combobox", "Words")), "the words");
    browser.check(!disabled(&browser.one("combobox", "Speed")), "and not the speed");
    for gone in ["Copy link", "Embed", "The same with “Only the traveller’s own home asks”"] {
        browser.check(!browser.has("button", gone), gone);
    }
    browser.check(!browser.has("link", "Next: 5 A borrowed name"), "nor the way on");
    browser.picture().click();
    browser.press(None, &['5']);
    browser.one("combobox", "Speed").choose("2×");
    browser.check(browser.address().contains("speed=2"), "the speed is theirs");
    browser.check(browser.address().contains("chapters/4/"), "and the chapter stays");
    // What was locked goes along.
    browser.page(&site, "embed/chapters/4/?lock=depth&panels=none&at=end");
    browser.one("link", "Next: 5 A borrowed name").click();
    browser
        .wait("the next chapter", || browser.address().contains("embed/chapters/5/").then_some(()));
    browser.ready();
    browser.check(disabled(&browser.one("combobox", "Words")), "the words are locked there too");
    browser.check(shown(&browser).is_empty(), "and the panels are as they were set");
}

#[test]
fn a_frame_is_as_high_as_what_it_shows_and_no_higher_for_a_higher_window() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(720, 400));
    let mut heights = Vec::new();
    for height in [400, 1000] {
        browser.resize(720, height);
        browser.page(&site, "embed/chapters/4/");
        let script = "return Math.ceil(document.body.getBoundingClientRect().height);";
        heights.push(browser.script(script, &[]).as_u64().unwrap_or_default());
    }
    assert_eq!(heights[0], heights[1]);
    assert!((600..1300).contains(&heights[0]), "{heights:?}");
}

#[test]
fn a_page_for_a_frame_keeps_nothing_of_a_reader() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(720, 900));
    browser.page(&site, "embed/chapters/4/");
    browser.one("combobox", "Words").choose("Engineer");
    browser.wait("it is so", || browser.address().contains("depth=engineer").then_some(()));
    browser.filter(AT_VISITED, "Home match (category 2)").click();
    let kept = "return [localStorage.length, sessionStorage.length, document.cookie.length, history.length];";
    let before = browser.script(kept, &[]);
    assert_eq!((&before[0], &before[1], &before[2]), (&0.into(), &0.into(), &0.into()));
    browser.filter(AT_VISITED, "Home match (category 2)").click();
    // The browser's way back belongs to the page around it.
    assert_eq!(browser.script(kept, &[]), before);
}

#[test]
fn the_dialog_shows_the_code_for_this_very_moment_and_how_it_will_look() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=first-question.1&filters=visited.home-match");
    browser.allow_clipboard();
    browser.one("button", "Embed").click();
    let dialog = browser.one("dialog", "Put this into your own page");
    let code = || {
        dialog
            .one("textbox", "The code to copy")
            .property("value")
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    let framed = site.url("embed/chapters/4/");
    let says = |part: &str| {
        browser.wait(&format!("the code has {part}"), || code().contains(part).then_some(()));
    };
    says(&format!("<iframe src=\"{framed}#at=first-question.1&amp;filters=visited.home-match\""));
    dialog.one("checkbox", "the messages").click();
    says("&amp;panels=filters,messages");
    dialog.one("checkbox", "the speed").click();
    says("&amp;lock=speed");
    dialog.one("combobox", "Begins").choose("at the beginning");
    says(&format!("src=\"{framed}#panels=filters,messages&amp;lock=speed\""));
    dialog.one("combobox", "As").choose("an element (where you may use scripts)");
    says("<whereabouts-explainer chapter=\"4\" panels=\"filters,messages\" lock=\"speed\">");
    dialog.one("button", "Copy the code").click();
    browser.wait("it says that it has copied", || dialog.text().contains("Copied").then_some(()));
    let copied = browser.script_async("return await navigator.clipboard.readText();", &[]);
    assert_eq!(copied.as_str(), Some(code().as_str()));
    // The preview is the thing itself.
    browser.into_frame("How it will look");
    browser.check(shown(&browser) == ["filters", "messages"], "the preview shows what was chosen");
    browser.inside(None);
    browser.one("dialog", "Put this into your own page").one("button", "Close").click();
    browser.clean(&site, "with the dialog");
}

#[test]
fn a_link_that_is_copied_in_a_frame_leads_to_the_whole_page() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(720, 520));
    browser.page(&site, "embed/chapters/4/?lock=speed&panels=none&at=first-question.1");
    browser.allow_clipboard();
    browser.one("button", "Copy link").click();
    browser.wait("it says so", || browser.text().contains("Link copied").then_some(()));
    let copied = browser.script_async("return await navigator.clipboard.readText();", &[]);
    assert_eq!(copied.as_str(), Some(site.url("chapters/4/#at=first-question.1").as_str()));
}

#[test]
fn a_clicker_works_wherever_the_focus_is_and_goes_on_to_the_next_chapter() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(1280, 720));
    browser.page(&site, "chapters/4/#present=on");
    browser.check(!browser.has("navigation", "Chapters"), "only what the room is to see");
    let high = "return document.documentElement.scrollHeight <= innerHeight;";
    browser.check(browser.script(high, &[]) == true, "and all of it is on the screen");
    let focus = "return document.activeElement === document.body;";
    browser.check(browser.script(focus, &[]) == true, "nothing has the focus");
    browser.press(None, &[keys::PAGE_DOWN]);
    browser.wait("a step forward", || (browser.moment().0 > 0).then_some(()));
    let dark =
        "return getComputedStyle(document.querySelector('[data-present]'), '::after').position;";
    browser.press(None, &['b']);
    browser.wait("a dark screen", || (browser.script(dark, &[]) == "fixed").then_some(()));
    browser.press(None, &['.']);
    browser.wait("and back", || (browser.script(dark, &[]) != "fixed").then_some(()));
    while browser.moment().0 < browser.moment().1 {
        let before = browser.moment();
        browser.press(None, &[keys::PAGE_DOWN]);
        browser.wait("another step", || (browser.moment() != before).then_some(()));
    }
    browser.press(None, &[keys::PAGE_DOWN]);
    browser.wait("the next chapter", || browser.address().contains("chapters/5/").then_some(()));
    browser.ready();
    browser.check(browser.address().contains("present=on"), "shown in the same way");
}

#[test]
fn without_presenting_keys_outside_the_explainer_do_nothing() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    browser.press(None, &['b', keys::RIGHT]);
    browser.check(browser.moment().0 == 0, "nothing has moved");
    browser.check(
        browser.script("return document.querySelector('[data-dark]');", &[]).is_null(),
        "and it is light",
    );
}

#[test]
fn without_scripts_a_frame_has_the_chapter_in_words() {
    let site = Site::start();
    site.lose("page.");
    let browser = Browser::at(&site.url("embed/chapters/4/"));
    browser.wait("it says so", || {
        browser.text().contains("The text below says the same in words.").then_some(())
    });
    let folded = "return document.querySelector('details').textContent;";
    let text = browser.script(folded, &[]);
    let text = text.as_str().unwrap_or_default();
    browser.check(text.contains("The same in words"), "there it is");
    browser.check(text.contains("your customer is here with me"), "the chapter's text");
    browser.check(text.contains("Sources"), "and its sources");
}
