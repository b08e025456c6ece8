//! The page from the keyboard alone.

use e2e::{AT_VISITED, Browser, CHAPTERS, HOME_MATCH, Site, Wishes, keys};

const ALL: [char; 7] =
    [keys::RIGHT, keys::LEFT, keys::SPACE, keys::PAGE_DOWN, keys::PAGE_UP, keys::END, keys::HOME];

#[test]
fn keys_act_only_with_the_focus_inside_the_widget() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    let rest = browser.screen();
    for key in ALL {
        browser.press(None, &[key]);
        browser.same_screen(&rest, &browser.screen(), &format!("after {key:?} outside the widget"));
    }
    browser.chapter_link("3 Anyone may ask?").focus();
    for key in ALL {
        browser.press(None, &[key]);
        browser.same_screen(
            &rest,
            &browser.screen(),
            &format!("after {key:?} on a chapter's link"),
        );
    }
}

#[test]
fn arrows_go_by_hops_and_page_keys_by_steps_of_the_story() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    let forward = browser.one("button", "One hop forward");
    let mut hops = vec![browser.moment().0];
    while forward.attribute("aria-disabled").is_none() {
        forward.click();
        hops.push(browser.moment().0);
    }
    let said = browser.slider().attribute("aria-valuetext").unwrap_or_default();
    let (_, steps) = said.rsplit_once(' ').unwrap_or_default();
    let steps: usize = steps.parse().unwrap_or_default();

    for place in ["the time line", "the widget"] {
        browser.page(&site, "chapters/4/");
        match place {
            "the time line" => browser.slider().focus(),
            // As somebody does with a click beside everything.
            _ => browser.one("region", "Two questions, an animated explainer").focus(),
        }
        let mut at = vec![browser.moment().0];
        for _ in 1..hops.len() {
            browser.press(None, &[keys::RIGHT]);
            at.push(browser.moment().0);
        }
        assert_eq!(at, hops, "the right arrow on {place} goes by hops");
        at.reverse();
        let mut back = vec![browser.moment().0];
        for _ in 1..hops.len() {
            browser.press(None, &[keys::LEFT]);
            back.push(browser.moment().0);
        }
        assert_eq!(back, at, "the left arrow on {place} goes back by hops");

        let mut beats = 1;
        while browser.moment().0 < browser.moment().1 && beats < 100 {
            browser.press(None, &[keys::PAGE_DOWN]);
            beats += 1;
        }
        // The last press goes from the beginning of the last step to its end.
        assert_eq!(beats, steps + 1, "Page Down on {place} goes by steps of the story");
        for _ in 0..steps {
            browser.press(None, &[keys::PAGE_UP]);
        }
        assert_eq!(browser.moment().0, 0, "Page Up on {place} goes back by steps of the story");
        browser.press(None, &[keys::END]);
        let (now, end) = browser.moment();
        assert_eq!(now, end, "End on {place}");
        browser.press(None, &[keys::HOME]);
        assert_eq!(browser.moment().0, 0, "Home on {place}");
        browser.press(None, &[keys::SPACE]);
        browser.one("button", "Pause");
        browser.press(None, &[keys::SPACE]);
        browser.one("button", "Play");
    }
}

#[test]
fn space_on_a_button_presses_that_button() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    browser.one("button", "One hop forward").focus();
    browser.press(None, &[keys::SPACE]);
    let (first, _) = browser.moment();
    browser.check(first > 0, "it went forward");
    browser.check(browser.has("button", "Play"), "and did not begin to play");

    browser.one("button", "Play").focus();
    browser.press(None, &[keys::SPACE]);
    browser.one("button", "Pause");
    browser.check(focus(&browser) == "button Pause", "the focus stays on the button");
    browser.press(None, &[keys::ENTER]);
    browser.one("button", "Play");

    let filter = browser.filter(AT_VISITED, HOME_MATCH);
    filter.focus();
    let before = browser.moment();
    browser.press(None, &[keys::SPACE]);
    browser.check(filter.property("checked") == true, "space switches the switch");
    browser.check(browser.has("button", "Play"), "and does not play");
    browser.check(browser.moment() == before, "and does not move");
    browser.press(None, &[keys::RIGHT]);
    browser.check(browser.moment() > before, "an arrow on a switch goes a hop");

    let speed = browser.one("combobox", "Speed");
    speed.focus();
    let before = browser.moment();
    browser.press(None, &[keys::RIGHT]);
    browser.check(browser.moment() == before, "a list of choices keeps its arrows");
}

#[test]
fn keys_that_belong_to_the_browser_are_left_to_it() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=first-question.1");
    browser.slider().focus();
    let before = browser.screen();
    for held in 0..3 {
        // Only the page's own handling is looked at: what the browser does with it is its affair.
        let script = "
            const [held, slider] = arguments;
            const event = new KeyboardEvent('keydown', {
                key: 'End', bubbles: true, cancelable: true,
                ctrlKey: held === 0, altKey: held === 1, metaKey: held === 2,
            });
            return slider.dispatchEvent(event);";
        let untouched = browser.script(script, &[held.into(), browser.slider().handle()]);
        browser.check(untouched == true, "a key with another one held is the browser's");
        browser.same_screen(&before, &browser.screen(), "after a key with another one held");
    }
}

#[test]
fn tab_reaches_everything_in_the_order_in_which_it_is_read() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=first-question.1&colour=red");
    let mut reached = Vec::new();
    for _ in 0..MANY {
        browser.press(None, &[keys::TAB]);
        let now = focus(&browser);
        if reached.first() == Some(&now) || (now.is_empty() && !reached.is_empty()) {
            break;
        }
        reached.push(now);
    }
    // What must be among it, in this order; then everything that there is.
    let mut named = vec!["link Skip to the player".to_owned(), "link Whereabouts".to_owned()];
    named.extend(CHAPTERS.iter().map(|(_, link, _)| format!("link {link}")));
    let player = [
        "button Close this notice",
        "button To the beginning",
        "button One hop back",
        "button Play",
        "button One hop forward",
        "slider Moment",
        "combobox Speed",
        "combobox Words",
        "button Copy link",
        "button Embed",
        "button Keys and settings",
    ];
    named.extend(player.map(str::to_owned));
    browser.check(reached.starts_with(&named), &format!("what Tab begins with: {reached:#?}"));
    let switches = browser.all("switch");
    named.extend(switches.iter().map(|switch| format!("switch {}", switch.name())));
    named.extend(CHAPTERS.iter().map(|(_, link, _)| format!("link {link}")));
    named.push("link For teachers".to_owned());
    let mut rest = reached.iter();
    for name in &named {
        browser.check(rest.any(|now| now == name), &format!("{name} in its place: {reached:#?}"));
    }
    let expected: Vec<String> = browser
        .usable()
        .iter()
        .map(|element| format!("{} {}", element.role(), element.name()))
        .collect();
    browser.check(reached == expected, &format!("{reached:#?} is all of it: {expected:#?}"));

    let mut back = Vec::new();
    browser.one("link", "For teachers").focus();
    back.push(focus(&browser));
    for _ in 1..expected.len() {
        browser.press(Some(keys::SHIFT), &[keys::TAB]);
        back.push(focus(&browser));
    }
    back.reverse();
    browser.check(back == expected, &format!("the order of Tab backwards: {back:#?}"));
}

#[test]
fn the_focus_can_be_seen_on_everything() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    let mut seen = 0;
    loop {
        browser.press(None, &[keys::TAB]);
        let element = browser.focused().filter(|_| !focus(&browser).is_empty());
        let Some(element) = element else { break };
        let script = "
            const ring = (element) => parseFloat(getComputedStyle(element).outlineWidth) >= 2
                && getComputedStyle(element).outlineStyle !== 'none';
            return ring(arguments[0]);";
        let ring = browser.script(script, &[element.handle()]);
        browser.check(ring == true, &format!("the {} has a ring", focus(&browser)));
        seen += 1;
        assert!(seen < MANY, "Tab comes to an end");
    }
    assert!(seen > 40, "Tab reaches more than {seen}");
}

#[test]
fn a_button_that_has_nothing_to_do_keeps_the_focus() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/#at=end");
    let back = browser.one("button", "To the beginning");
    back.focus();
    browser.press(None, &[keys::ENTER]);
    browser.check(browser.moment().0 == 0, "it goes to the beginning");
    browser.check(focus(&browser) == "button To the beginning", "the focus stays where it was");
    let rest = browser.screen();
    browser.press(None, &[keys::ENTER]);
    browser.same_screen(&rest, &browser.screen(), "after a button with nothing to do");
}

/// More than can be reached on a page.
const MANY: usize = 200;

/// What has the focus, by role and name; nothing for the page itself.
fn focus(browser: &Browser) -> String {
    match browser.focused() {
        Some(element) if element.property("tagName") != "BODY" => {
            format!("{} {}", element.role(), element.name())
        }
        _ => String::new(),
    }
}
