//! axe-core, with what WCAG 2.2 asks for at the levels A and AA, on every kind of screen that there is, in
//! each of the three engines. What a machine can find is not all that there is to find; but none of it is
//! left.

use e2e::{Browser, Engine, QUESTIONS, Site, Wishes};
use serde_json::Value;

e2e::everywhere!(axe_finds_nothing_on_any_screen, axe_finds_nothing_where_the_page_cannot_start);

/// A screen: its address, and what is done there before it is looked at.
type Screen = (&'static str, fn(&Browser));

/// A further screen is a further line.
const SCREENS: [Screen; 45] = [
    ("", as_it_is),
    ("chapters/4/", as_it_is),
    ("chapters/4/#at=second-question.0", ask),
    ("chapters/4/#at=second-question.1&filters=visited.home-match", as_it_is),
    ("chapters/4/#at=second-question.3&filters=visited.home-match", as_it_is),
    ("chapters/4/#at=first-question.2&filters=home.sms-home-routing", as_it_is),
    ("chapters/4/#at=end", as_it_is),
    ("chapters/4/#at=end&filters=home.sms-home-routing,visited.home-match", as_it_is),
    ("chapters/4/#at=end&depth=engineer", as_it_is),
    ("chapters/6/#at=from-the-home.1&filters=home-exit.lease-ban&depth=engineer", as_it_is),
    ("chapters/4/#at=second-question.3&filters=visited.home-match&theme=dark", as_it_is),
    ("chapters/7/#at=end&theme=dark&depth=engineer", as_it_is),
    ("chapters/4/#at=second-question.1&motion=reduced", as_it_is),
    ("chapters/4/#at=nowhere&colour=red", as_it_is),
    ("chapters/4/#at=arrival.2", open_a_word),
    ("chapters/9/#crowd=1000.home-for-others.everyone.5.home-match.0-0-1.match.300", see_the_table),
    (
        "chapters/9/#theme=dark&crowd=1000.leased-from-home.hundred.60.open.0-0-0.usual.300",
        as_it_is,
    ),
    ("pseudo/chapters/9/", see_the_table),
    ("chapters/10/#at=end", as_it_is),
    ("chapters/4/#at=second-question.3&lanes=both", as_it_is),
    ("chapters/4/#at=end&lanes=both&theme=dark&depth=engineer", as_it_is),
    ("chapters/4/#at=second-question.3&filters=visited.home-match", look_into_a_message),
    ("chapters/4/", open_the_keys),
    ("chapters/4/#at=second-question.1", open_the_code),
    ("chapters/4/#theme=dark", open_the_code),
    ("chapters/4/#present=on&at=second-question.1", as_it_is),
    ("embed/chapters/4/#panels=all&at=second-question.1", as_it_is),
    ("embed/chapters/7/?lock=all&theme=dark", as_it_is),
    ("teaching/", as_it_is),
    ("pseudo/chapters/4/#at=second-question.1&colour=red", as_it_is),
    ("chapters/4/handout/", as_it_is),
    ("you-are-the-filter/", as_it_is),
    ("you-are-the-filter/", decide),
    ("you-are-the-filter/", play_all_ten),
    ("you-are-the-filter/#theme=dark", decide),
    ("sandbox/", unfold_all),
    ("sandbox/#theme=dark&set=from:two-questions", unfold_all),
    ("pseudo/sandbox/", unfold_all),
    ("workshop/", unfold_all),
    ("workshop/#theme=dark", unfold_all),
    ("pseudo/workshop/", unfold_all),
    ("matrix/", as_it_is),
    ("matrix/providesubscriberinfo/", as_it_is),
    ("glossary/", as_it_is),
    ("what-follows/", as_it_is),
];

fn as_it_is(_: &Browser) {}

fn ask(browser: &Browser) {
    browser.asked(QUESTIONS[3]);
}

/// Unfolds every part of a form.
fn unfold_all(browser: &Browser) {
    browser.script(
        "document.querySelectorAll(':is(.sandbox, .workshop) details').forEach((fold) => fold.open = true);",
        &[],
    );
    browser.settle();
}

/// Unfolds the crowd's table.
fn see_the_table(browser: &Browser) {
    browser.script(
        "document.querySelectorAll('.month details').forEach((fold) => fold.open = true);",
        &[],
    );
    browser.settle();
}

fn open_a_word(browser: &Browser) {
    let words = browser.one("region", "Two questions, an animated explainer").all("button");
    let gate = words.into_iter().find(|word| word.name() == "gate");
    gate.unwrap_or_else(|| browser.fail("there is no such word")).click();
    browser.wait("what it means", || browser.all("complementary").first().map(|_| ()));
}

fn look_into_a_message(browser: &Browser) {
    let name = "“Which cell is this phone in?”";
    let rows = browser.one("region", "Messages").all("button");
    let row = rows.into_iter().rfind(|row| row.name() == name);
    row.unwrap_or_else(|| browser.fail("there is no such message")).click();
    browser.one("dialog", name);
}

/// On a phone there is no room for that button.
fn open_the_code(browser: &Browser) {
    if browser.has("button", "Embed") {
        browser.one("button", "Embed").click();
        browser.one("dialog", "Put this into your own page");
    }
}

fn open_the_keys(browser: &Browser) {
    browser.one("button", "Keys and settings").click();
    browser.one("dialog", "Keys and settings");
}

fn decide(browser: &Browser) {
    browser.one("button", "Stop it").click();
    browser.one("button", "Next message");
}

fn play_all_ten(browser: &Browser) {
    browser.one("button", "Stop it").focus();
    for _ in 0..10 {
        browser.press(None, &['s']);
        browser.press(None, &['n']);
    }
    browser.one("heading", "Your score");
}

fn axe_finds_nothing_on_any_screen(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    let mut found = Vec::new();
    let mut look = |when: &str| {
        for (address, then) in SCREENS {
            browser.visit(&site, address);
            then(&browser);
            found.extend(axe(&browser).iter().map(|what| format!("{address}{when}: {what}")));
        }
    };
    look("");
    // What is laid out anew for a phone, and every screen by night.
    if engine == Engine::Chromium {
        browser.resize(360, 740);
        browser.emulate(&[("prefers-color-scheme", "dark")]);
        look(", 360 wide, by night");
    }
    assert!(found.is_empty(), "axe-core finds: {found:#?}");
}

fn axe_finds_nothing_where_the_page_cannot_start(engine: Engine) {
    let site = Site::start();
    site.lose("page.");
    let browser = Browser::open(Wishes::of(engine));
    browser.go(&site.url("chapters/4/"));
    browser.one("button", "Load the page again");
    let found = axe(&browser);
    browser.check(found.is_empty(), &format!("axe-core finds: {found:#?}"));
}

#[test]
fn axe_finds_what_is_there_to_be_found() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    browser.visit(&site, "chapters/4/");
    let script = "document.body.append(document.createElement('button'));";
    browser.script(script, &[]);
    let found = axe(&browser);
    let named = matches!(&found[..], [only] if only.starts_with("button-name"));
    browser.check(named, &format!("a button without a name: {found:#?}"));
}

/// What axe-core finds on the page as it is: rule, what is asked, and where.
fn axe(browser: &Browser) -> Vec<String> {
    browser.at_rest();
    let source = std::env::var("AXE").unwrap_or_else(|_| "AXE is not set".to_owned());
    let source = std::fs::read_to_string(&source).unwrap_or_else(|error| {
        panic!("there is no axe-core ({source}: {error}): run `cargo xtask test`, which gets it")
    });
    browser.script(&source, &[]);
    let found = browser.script_async(
        "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
         const { violations } = await axe.run(document, {
             runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'],
         });
         return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 4).map(({ html, any }) =>
             `${id}: ${help}: ${html.slice(0, 160)} ${(any[0]?.message ?? '').slice(0, 200)}`));",
        &[],
    );
    let Value::Array(found) = found else { browser.fail(&format!("axe-core: {found}")) };
    found.iter().map(|what| what.as_str().unwrap_or_default().to_owned()).collect()
}
