//! The chapters as somebody plays them.

use e2e::{AT_HOME, AT_VISITED, Browser, CHAPTERS, HOME_MATCH, STAND_IN, Site, Wishes, page_of};

/// By an address that says nothing, a page begins with the half of its module that comes first; where a filter
/// is on from the beginning it needs both.
#[test]
fn every_chapter_comes_to_life_at_its_own_address() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (number, ..) in CHAPTERS {
        browser.page(&site, &page_of(number));
        browser.one("button", "One hop forward").click();
        browser.wait("a hop", || (browser.moment().0 > 0).then_some(()));
        browser.clean(&site, &format!("in chapter {number}"));
    }
}

#[test]
fn chapter_4_is_played_and_a_filter_at_the_visited_gate_changes_how_it_ends() {
    let site = Site::start();
    // With no room for two lanes the filter is the reader's to switch.
    let browser = Browser::open(Wishes::size(720, 640));
    browser.go(&site.url(""));
    browser.ready();
    let lead = "Who can ask where your phone is when you roam, and where a filter would stop them.";
    browser.check(browser.text().contains(lead), "one sentence says what it is about");
    browser.chapter_link("4 Two questions").click();
    browser.one("region", "Two questions, an animated explainer");
    browser.ready();

    // The title, and the stage at rest.
    browser.one("heading", "4 Two questions");
    browser.one("link", "Whereabouts");
    browser.check(browser.picture().name().starts_with("Two questions: "), "the picture's name");
    browser.check(browser.messages().is_empty(), "no message yet");
    let rest = browser.screen();
    still_for_frames(&browser);
    browser.same_screen(&rest, &browser.screen(), "after half a second at rest");
    browser.check(browser.moment().0 == 0, "it stands at the beginning");

    browser.one("combobox", "Speed").choose("4×");
    browser.one("button", "Play").click();
    browser.one("button", "Pause");
    browser
        .one("group", "Will the third party learn which cell the phone is in?")
        .one("button", "Yes")
        .click();
    browser.wait("the end of the run", || {
        let (now, end) = browser.moment();
        (now == end && browser.has("button", "Play")).then_some(())
    });

    let open = browser.messages();
    let [.., question, answer] = &open[..] else { browser.fail("there are no two messages") };
    for part in ["“Which cell is this phone in?”", "third party → the visited network", "arrived"]
    {
        browser.check(question.contains(part), &format!("the last question says {part}"));
    }
    browser.check(answer.ends_with("answered"), "its answer has arrived");
    let third = browser.knows("The third party");
    browser.check(third.contains("cell"), "the third party knows the cell");
    let caption = browser.caption();
    browser.check(caption.contains("The traveller was found."), "the caption says so");
    browser.check(caption.contains("As you said."), "and that it was foreseen");

    let filter = browser.filter(AT_VISITED, HOME_MATCH);
    filter.click();
    browser.wait("the filter is on", || filter.property("checked").as_bool().filter(|on| *on));
    let stopped = browser.wait("the last question is stopped", || {
        let messages = browser.messages();
        messages.last().filter(|last| last.ends_with("stopped")).cloned()
    });
    let said = format!("stopped by “{HOME_MATCH}”");
    browser.check(stopped.contains(&said), "it says by which filter");
    browser.check(
        browser.messages()[..open.len() - 2] == open[..open.len() - 2],
        "the messages before it are the same",
    );
    let third = browser.knows("The third party");
    browser.check(!third.contains("cell"), "the third party does not know the cell");
    let closing = browser.caption();
    browser.check(closing.contains("The cell stayed secret."), "the caption has changed");
    let on = browser.one("group", AT_VISITED).text();
    browser.check(on.contains("stops it: "), "the filter says what it did");

    // And off again: the same as before.
    filter.click();
    browser.wait("the filter is off", || (browser.messages() == open).then_some(()));
    // What was foreseen was foreseen of the run that was played.
    let caption = caption.replace("As you said. ", "");
    browser.check(browser.caption() == caption, &format!("the caption is as it was: {caption}"));
    browser.clean(&site, "after playing");
}

#[test]
fn a_hop_back_after_a_hop_forward_gives_the_identical_screen() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (number, ..) in CHAPTERS {
        browser.page(&site, &page_of(number));
        let forward = browser.one("button", "One hop forward");
        let back = browser.one("button", "One hop back");
        let mut screens = vec![browser.screen()];
        while forward.attribute("aria-disabled").is_none() {
            forward.click();
            screens.push(browser.screen());
        }
        assert!(screens.len() > 8, "chapter {number} has only {} stops", screens.len());
        for (i, pair) in screens.windows(2).enumerate() {
            assert_ne!(pair[0], pair[1], "hop {i} of chapter {number} changes nothing");
        }
        for (i, screen) in screens.iter().enumerate().rev().skip(1) {
            back.click();
            let when = format!("back at stop {i} of chapter {number}");
            browser.same_screen(screen, &browser.screen(), &when);
        }
        browser.check(back.attribute("aria-disabled").is_some(), "there is nothing before it");
        browser.check(browser.moment().0 == 0, "it is the beginning");
        browser.clean(&site, &format!("after going about in chapter {number}"));
    }
}

#[test]
fn a_hop_back_gives_the_identical_screen_across_a_change_of_filters() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    let cases = [
        (3, AT_HOME, "No inside-only questions"),
        (4, AT_HOME, STAND_IN),
        (4, AT_VISITED, HOME_MATCH),
    ];
    for (number, gate, name) in cases {
        browser.page(&site, &page_of(number));
        let forward = browser.one("button", "One hop forward");
        let back = browser.one("button", "One hop back");
        let filter = browser.filter(gate, name);
        filter.click();
        for stop in 0.. {
            let when = format!("at stop {stop} of chapter {number} with “{name}” on");
            let screen = browser.screen();
            if forward.attribute("aria-disabled").is_some() {
                assert!(stop > 3, "chapter {number} has only {stop} stops with “{name}”");
                break;
            }
            forward.click();
            filter.click();
            filter.click();
            back.click();
            browser.same_screen(&screen, &browser.screen(), &when);
            forward.click();
        }
    }
}

#[test]
fn switching_a_filter_on_and_off_gives_the_identical_screen() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.page(&site, "chapters/4/");
    let forward = browser.one("button", "One hop forward");
    let filter = browser.filter(AT_HOME, STAND_IN);
    for stop in 0.. {
        let screen = browser.screen();
        filter.click();
        let on = browser.screen();
        assert_ne!(screen, on, "switching a filter on changes nothing at stop {stop}");
        filter.click();
        browser.same_screen(&screen, &browser.screen(), &format!("at stop {stop}"));
        if forward.attribute("aria-disabled").is_some() {
            break;
        }
        forward.click();
    }
}

/// Waits for many frames, in which nothing may be drawn.
fn still_for_frames(browser: &Browser) {
    let changed = browser.script_async(
        "const changes = [];
         const watch = new MutationObserver((found) => changes.push(...found));
         watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
         for (let i = 0; i < 30; i++) await new Promise(requestAnimationFrame);
         watch.disconnect();
         return [changes.length, document.getAnimations().length];",
        &[],
    );
    browser.check(changed == serde_json::json!([0, 0]), &format!("nothing moves: {changed}"));
}
