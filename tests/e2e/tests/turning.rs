//! The chapter's turning point: the question to the reader, the answer, the run the other way, and the
//! way on.

use e2e::{AT_VISITED, Browser, CHAPTERS, HOME_MATCH, QUESTIONS, Site, Wishes, keys, page_of};

/// What is asked in chapter 4.
const ASKED: &str = QUESTIONS[3];
const RIGHT: &str = "As you said.";
const WRONG: &str = "You expected otherwise.";

/// Opens chapter 4, plays it and waits for the question; the moment that it stands at.
fn played_to_the_question(site: &Site, browser: &Browser) -> u32 {
    browser.page(site, "chapters/4/#speed=4");
    browser.one("button", "Play").click();
    browser.asked(ASKED);
    browser.one("button", "Play");
    browser.moment().0
}

#[test]
fn the_run_stops_once_for_a_question_and_goes_on_with_the_answer() {
    let site = Site::start();
    // With no room for two lanes, the run goes on as it began.
    let browser = Browser::open(Wishes::size(720, 520));
    for (answer, then) in [("Yes", RIGHT), ("No", WRONG)] {
        let at = played_to_the_question(&site, &browser);
        browser.check(0 < at && at < browser.moment().1, "it stops in the middle");
        let address = browser.address();
        browser.check(address.contains("#at="), &format!("a moment of its own: {address}"));
        let rest = browser.screen();
        for _ in 0..20 {
            browser.settle();
        }
        browser.same_screen(&rest, &browser.screen(), "while it waits for the answer");
        let group = browser.asked(ASKED);
        let names: Vec<String> = group.all("button").iter().map(e2e::Element::name).collect();
        browser.check(names == ["Yes", "No"], &format!("the answers: {names:?}"));
        let caption = browser.caption();
        browser.check(!caption.contains(RIGHT) && !caption.contains(WRONG), "nothing is told yet");

        group.one("button", answer).click();
        browser.one("button", "Pause");
        browser.check(!browser.has("group", ASKED), "the question is gone");
        browser.check(browser.moment().0 >= at, "it goes on from there");
        browser.played();
        let caption = browser.caption();
        browser.check(caption.contains(then), &format!("“{then}” for {answer}: {caption}"));
        // It is asked once: the same run, played again, is played through.
        if answer == "Yes" {
            browser.one("button", "Play").click();
            browser.one("button", "Pause");
            browser.played();
            browser.check(browser.caption().contains(then), "and the answer stays");
        }
        // A filter makes another run of it, which nothing has been said about.
        browser.filter(AT_VISITED, HOME_MATCH).click();
        browser.wait("another end", || browser.caption().contains("stayed secret").then_some(()));
        let caption = browser.caption();
        browser
            .check(!caption.contains(RIGHT) && !caption.contains(WRONG), "nothing is told of it");
        browser.clean(&site, "after an answer");
    }
}

#[test]
fn whoever_goes_by_hops_is_asked_and_need_not_answer() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=second-question.0");
    browser.asked(ASKED);
    let forward = browser.one("button", "One hop forward");
    while forward.attribute("aria-disabled").is_none() {
        forward.click();
    }
    browser.check(!browser.has("group", ASKED), "it is not asked when all is told");
    let caption = browser.caption();
    browser.check(!caption.contains(RIGHT) && !caption.contains(WRONG), "nothing was said");
    // Nor where its message has ended: that would be no question any more.
    browser.page(&site, "chapters/4/#at=second-question.3&filters=visited.home-match");
    browser.check(browser.caption().contains("stops it"), "the message is stopped");
    browser.check(!browser.has("group", ASKED), "and it is not asked what can be seen");
}

#[test]
fn the_question_is_answered_from_the_keyboard() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (answer, key, then) in [("Yes", keys::ENTER, RIGHT), ("No", keys::SPACE, WRONG)] {
        browser.page(&site, "chapters/4/#speed=4");
        browser.slider().focus();
        browser.press(None, &[keys::SPACE]);
        browser.asked(ASKED);
        // By Tab, as somebody comes to it.
        let mut tabs = 0;
        while browser.focused().is_none_or(|now| now.name() != answer) {
            browser.press(None, &[keys::TAB]);
            tabs += 1;
            browser.check(tabs < 12, "Tab leads to the answer");
        }
        browser.press(None, &[key]);
        browser.one("button", "Pause");
        // The button is gone, and the keys are still the widget's.
        let focused = browser.focused().map(|now| now.role());
        browser.check(focused.as_deref() == Some("region"), &format!("the focus: {focused:?}"));
        browser.press(None, &[keys::SPACE]);
        browser.one("button", "Play");
        browser.press(None, &[keys::END]);
        let caption = browser.caption();
        browser.check(caption.contains(then), &format!("“{then}”: {caption}"));
    }
}

#[test]
fn the_other_run_is_played_and_the_first_again() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=end&speed=4");
    let (open, first) = (browser.messages(), browser.caption());
    let with = format!("The same with “{HOME_MATCH}”");
    let without = format!("The same without “{HOME_MATCH}”");
    browser.check(first.contains(&with) && !first.contains(&without), "one of the two is offered");

    browser.one("button", &with).click();
    browser.one("button", "Pause");
    browser.check(browser.messages().len() < open.len(), "it goes back to where the two can part");
    browser.check(browser.filter(AT_VISITED, HOME_MATCH).property("checked") == true, "filtered");
    let focused = browser.focused().map(|now| now.role());
    browser.check(focused.as_deref() == Some("region"), &format!("the focus stays: {focused:?}"));
    browser.played();
    let filtered = browser.messages();
    let last = filtered.last().cloned().unwrap_or_default();
    browser.check(last.ends_with("stopped"), &format!("the last is stopped: {last}"));
    browser
        .check(browser.address().ends_with("#at=end&filters=visited.home-match&speed=4"), "link");
    let caption = browser.caption();
    browser.check(caption.contains("The cell stayed secret."), "and says so");
    browser.check(caption.contains(&without) && !caption.contains(&with), "the way back");

    browser.one("button", &without).focus();
    browser.press(None, &[keys::ENTER]);
    browser.one("button", "Pause");
    browser.played();
    browser.check(browser.messages() == open, "the first run again");
    browser.check(browser.caption() == first, "with its words");
    // With filters of the reader's own there is nothing to compare with.
    browser.filter(AT_VISITED, "Only known partners").click();
    browser
        .wait("no comparison", || (!browser.caption().contains("The same with “")).then_some(()));
    browser.clean(&site, "after comparing");
}

#[test]
fn every_chapter_asks_and_leads_on() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (at, (number, _, widget)) in CHAPTERS.into_iter().enumerate() {
        browser.page(&site, &format!("{}#speed=4&theme=dark", page_of(number)));
        browser.one("button", "Play").click();
        let group = browser.asked(QUESTIONS[at]);
        let answer = if number % 2 == 0 { "Yes" } else { "No" };
        group.one("button", answer).click();
        browser.one("button", "Pause");
        let region = browser.one("region", widget);
        region.focus();
        browser.press(None, &[keys::END]);
        let caption = browser.caption();
        let told = [RIGHT, WRONG].iter().filter(|said| caption.contains(*said)).count();
        browser.check(told == 1, &format!("what was said of chapter {number}: {caption}"));
        let compares = browser.has("button", "Both");
        browser.check(compares == (number > 2), &format!("what chapter {number} is compared with"));
        let next: Vec<_> = region.all("link");
        let next: Vec<_> = next.iter().filter(|link| link.name().starts_with("Next: ")).collect();
        match (CHAPTERS.get(at + 1), &next[..]) {
            (None, []) => {}
            (Some((following, name, widget)), [link]) => {
                browser.check(link.name() == format!("Next: {name}"), &link.name());
                link.click();
                browser.one("region", widget);
                browser.ready();
                let here = site.url(&format!("{}#speed=4&theme=dark", page_of(*following)));
                browser.check(browser.address() == here, &format!("with the settings: {here}"));
            }
            _ => browser.fail(&format!("the way on from chapter {number}")),
        }
        browser.clean(&site, &format!("after chapter {number}"));
    }
}

#[test]
fn with_less_movement_asked_for_it_asks_and_compares_the_same() {
    let site = Site::start();
    let browser = Browser::open(Wishes { reduced_motion: true, ..Wishes::size(360, 740) });
    let at = played_to_the_question(&site, &browser);
    let rest = browser.screen();
    (0..10).for_each(|_| browser.settle());
    browser.same_screen(&rest, &browser.screen(), "while it waits for the answer");
    browser.asked(ASKED).one("button", "No").click();
    browser.one("button", "Pause");
    browser.played();
    browser.check(browser.caption().contains(WRONG), "what was said is told");
    browser.one("button", &format!("The same with “{HOME_MATCH}”")).click();
    browser.one("button", "Pause");
    browser.check(browser.moment().0 >= at, "from where the two can part");
    browser.played();
    browser.check(browser.caption().contains("The cell stayed secret."), "the other run");
    browser.fits_across("at the end");
    browser.clean(&site, "with less movement");
}

#[test]
fn the_way_on_stays_in_the_language() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "pseudo/chapters/4/#at=end");
    let widget = browser.all("region").into_iter().next();
    let widget = widget.unwrap_or_else(|| browser.fail("there is no widget"));
    let links = widget.all("link");
    let next = links.last().unwrap_or_else(|| browser.fail("there is no way on"));
    next.click();
    let there = site.url("pseudo/chapters/5/");
    browser.wait(&there, || (browser.address() == there).then_some(()));
    browser.ready();
}
