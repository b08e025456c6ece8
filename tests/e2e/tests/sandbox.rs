//! The sandbox: whatever is set is played at once and stands in the address, the way back takes it back, and it begins
//! from any moment of a chapter.

use e2e::{Browser, Element, Engine, HOME_MATCH, Site, Wishes};

e2e::everywhere!(
    what_is_set_is_played_and_taken_back_by_the_way_back,
    a_moment_of_a_chapter_is_taken_along,
    what_is_worth_trying_plays_as_it_is_told,
    beside_the_rules_stands_the_run_without_them
);

fn open(engine: Engine, site: &Site, rest: &str) -> Browser {
    let browser = Browser::open(Wishes::of(engine));
    browser.page(site, &format!("sandbox/{rest}"));
    browser
}

/// A box or a button of the form that can be seen.
fn control<'b>(browser: &'b Browser, role: &str, what: &str) -> Element<'b> {
    browser.wait(what, || {
        browser.all(role).into_iter().find(|control| control.name().starts_with(what))
    })
}

fn set(browser: &Browser, part: &str) {
    browser.wait(&format!("the address has {part}"), || {
        browser.address().contains(part).then_some(())
    });
}

fn unfold(browser: &Browser, name: &str) {
    let script = "
        const all = [...document.querySelectorAll('.sandbox summary')];
        all.find((it) => it.textContent.startsWith(arguments[0])).parentElement.open = true;";
    browser.script(script, &[name.into()]);
}

/// To the end of what is played.
fn to_the_end(browser: &Browser) {
    let script = "
        const [slider] = arguments;
        slider.value = slider.max;
        slider.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.script(script, &[browser.slider().handle()]);
    browser.wait("the end", || {
        let (now, end) = browser.moment();
        (now == end).then_some(())
    });
}

fn what_is_set_is_played_and_taken_back_by_the_way_back(engine: Engine) {
    let site = Site::start();
    let browser = open(engine, &site, "");
    to_the_end(&browser);
    browser.check(
        browser.knows("The third party").contains("cell"),
        "the third party learns the cell",
    );
    unfold(&browser, "At the visited network’s gate");
    control(&browser, "checkbox", HOME_MATCH).click();
    set(&browser, "set=visited:home-match");
    to_the_end(&browser);
    browser.wait("the filter has stopped it", || {
        (!browser.knows("The third party").contains("cell")).then_some(())
    });
    // The address is the setting: somebody else sees the same.
    let other = Browser::open(Wishes::of(engine));
    other.go(&browser.address());
    other.ready();
    to_the_end(&other);
    other.check(!other.knows("The third party").contains("cell"), "and elsewhere, too");
    browser.script("history.back();", &[]);
    browser.wait("it is taken back", || (!browser.address().contains("home-match")).then_some(()));
    to_the_end(&browser);
    browser.wait("and plays as before", || {
        browser.knows("The third party").contains("cell").then_some(())
    });
    control(&browser, "radio", "At home").click();
    set(&browser, "in:home");
    browser.clean(&site, "in the sandbox");
}

fn a_moment_of_a_chapter_is_taken_along(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    browser.page(&site, "chapters/4/#at=second-question.3&filters=visited.home-match");
    let moment = browser.moment().0;
    browser.one("link", "Try it yourself: change who asks and which filters there are").click();
    browser.wait("the sandbox", || browser.address().contains("sandbox/").then_some(()));
    browser.ready();
    browser.wait("it plays the chapter with its filter, from the same moment", || {
        let address = browser.address();
        let taken = address.contains("from:two-questions") && address.contains("home-match");
        (taken && browser.moment().0 == moment).then_some(())
    });
    browser.clean(&site, "from a chapter");
}

fn what_is_worth_trying_plays_as_it_is_told(engine: Engine) {
    let site = Site::start();
    let browser = open(engine, &site, "");
    browser.one("link", "A customer at home").click();
    set(&browser, "in:home");
    to_the_end(&browser);
    browser.wait("the gate has stopped it", || {
        (!browser.knows("The third party").contains("cell")).then_some(())
    });
    browser.clean(&site, "after something worth trying");
}

fn beside_the_rules_stands_the_run_without_them(engine: Engine) {
    let site = Site::start();
    let browser = open(engine, &site, "#set=visited:home-match");
    browser.one("button", "Without").click();
    to_the_end(&browser);
    browser.check(browser.knows("The third party").contains("cell"), "nothing stops it there");
    let pictures = browser.all("image").len();
    browser.one("button", "Both").click();
    browser.wait("one more picture", || (browser.all("image").len() > pictures).then_some(()));
    browser.one("button", "With the filter").click();
    to_the_end(&browser);
    browser.check(!browser.knows("The third party").contains("cell"), "and here the filter does");
    browser.check(browser.address().contains("home-match"), "it is still what was set");
    // Whatever is set next plays with its own rules, wherever the reader has looked before.
    browser.one("button", "Without").click();
    browser.one("link", "A customer at home").click();
    set(&browser, "in:home");
    browser.wait("its gate has stopped it", || {
        to_the_end(&browser);
        (!browser.knows("The third party").contains("cell")).then_some(())
    });
    browser.clean(&site, "with two runs");
}
