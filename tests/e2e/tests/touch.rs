//! The page under a finger. WebKit's driver has none.

use e2e::{AT_VISITED, Browser, Engine, HOME_MATCH, QUESTIONS, Site, Wishes};

e2e::everywhere!(only chromium Chromium: taps_do_what_clicks_do, a_finger_on_the_picture_scrolls_the_page);
e2e::everywhere!(only firefox Firefox: taps_do_what_clicks_do, a_finger_on_the_picture_scrolls_the_page);

fn on_a_phone(engine: Engine) -> Browser {
    let browser = Browser::open(Wishes { engine, ..Wishes::size(500, 740) });
    if engine == Engine::Chromium {
        browser.as_a_phone(360, 740);
    }
    browser
}

fn taps_do_what_clicks_do(engine: Engine) {
    let site = Site::start();
    let browser = on_a_phone(engine);
    browser.page(&site, "chapters/4/#speed=4");
    browser.tap(&browser.one("button", "One hop forward"));
    let first = browser.wait("a hop", || Some(browser.moment().0).filter(|now| *now > 0));
    browser.tap(&browser.one("button", "One hop forward"));
    browser.wait("another hop", || (browser.moment().0 > first).then_some(()));
    browser.tap(&browser.one("button", "One hop back"));
    browser.wait("a hop back", || (browser.moment().0 == first).then_some(()));
    browser.tap(&browser.one("button", "Play"));
    browser.one("button", "Pause");
    browser.asked(QUESTIONS[3]);
    browser.tap(&browser.asked(QUESTIONS[3]).one("button", "Yes"));
    browser.played();
    browser.check(browser.caption().contains("As you said."), "the answer was taken");
    let filter = browser.filter(AT_VISITED, HOME_MATCH);
    browser.tap(&filter);
    browser.wait("the filter is on", || filter.property("checked").as_bool().filter(|on| *on));
    browser.wait("another end", || browser.caption().contains("stayed secret").then_some(()));
    browser.clean(&site, "after taps");
}

fn a_finger_on_the_picture_scrolls_the_page(engine: Engine) {
    let site = Site::start();
    let browser = on_a_phone(engine);
    browser.page(&site, "chapters/4/#at=second-question.1");
    let picture = browser.picture();
    // Nothing on the picture keeps the finger for itself.
    let kept = browser.script(
        "const [picture] = arguments;
         const all = [picture, ...picture.querySelectorAll('*')];
         for (let around = picture; around !== null; around = around.parentElement) all.push(around);
         const taken = all.filter((element) => ['none', 'pan-x'].includes(getComputedStyle(element).touchAction));
         const { left, top, width, height } = picture.getBoundingClientRect();
         const under = document.elementFromPoint(left + width / 2, top + height / 2);
         const event = new TouchEvent('touchmove', { bubbles: true, cancelable: true, touches: [
             new Touch({ identifier: 1, target: under, clientX: left + width / 2, clientY: top + height / 2 }),
         ] });
         return [taken.length, under.dispatchEvent(event)];",
        &[picture.handle()],
    );
    browser
        .check(kept == serde_json::json!([0, true]), &format!("the finger is the page’s: {kept}"));
    // Firefox turns no finger that a driver moves into scrolling.
    if engine == Engine::Chromium {
        let moment = browser.moment();
        browser.script("scrollTo(0, 0);", &[]);
        browser.swipe(&picture, -200, 10);
        browser.wait("the page has been scrolled", || {
            let down = browser.script("return scrollY;", &[]);
            down.as_f64().filter(|down| *down > 100.0)
        });
        browser.check(browser.moment() == moment, "and nothing else has happened");
    }
}

#[test]
fn what_a_finger_presses_is_large_enough_for_it() {
    let site = Site::start();
    let browser = on_a_phone(Engine::Chromium);
    let mut small = Vec::new();
    for page in [
        "chapters/4/#at=second-question.1&colour=red",
        "chapters/4/#at=end",
        "you-are-the-filter/",
        "sandbox/",
        "workshop/",
        "matrix/",
        "matrix/providesubscriberinfo/",
        "glossary/",
        "what-follows/",
        "chapters/4/handout/",
    ] {
        browser.visit(&site, page);
        let coarse = "return matchMedia('(pointer: coarse) and (hover: none)').matches;";
        browser.check(browser.script(coarse, &[]) == true, "there is no mouse");
        browser.fits_across(&format!("on a phone at {page}"));
        small.extend(browser.too_small(44).iter().map(|one| format!("{page}: {one}")));
    }
    browser.check(small.is_empty(), &format!("44 by 44 at least: {small:#?}"));
}
