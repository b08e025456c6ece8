//! `embed/api.html`: what the element does and says, live; and what the documentation shows.

use e2e::{Browser, Engine, Site, Wishes};
use serde_json::Value;

e2e::everywhere!(the_live_page_shows_what_the_element_says);

fn the_live_page_shows_what_the_element_says(engine: Engine) {
    let site = Site::at("/whereabouts/");
    let browser = Browser::open(Wishes::of(engine));
    browser.go(&site.url("embed/api.html"));
    let log = || browser.script("return document.getElementById('log').innerText;", &[]);
    let says = |words: &str| {
        browser.wait(words, || log().as_str().is_some_and(|log| log.contains(words)).then_some(()));
    };
    says("ready");
    // A field for each attribute, by the manifest.
    let fields = browser.script(
        "const { observedAttributes } = customElements.get('whereabouts-explainer');
         return observedAttributes.every((name) => document.getElementById(`attribute-${name}`).labels[0].textContent === name);",
        &[],
    );
    browser.check(fields == true, "a field for each attribute");
    browser.one("checkbox", "the messages themselves, too").click();
    browser.one("button", "play()").click();
    says("play");
    says("timeupdate");
    browser.one("button", "pause()").click();
    says("pause");
    browser.one("combobox", "depth").choose("engineer");
    says("\"depth\":\"engineer\"");
    let markup = browser.script("return document.getElementById('markup').textContent;", &[]);
    browser.check(
        markup.as_str().is_some_and(|markup| markup.contains("depth=\"engineer\"")),
        "as it is written",
    );
    browser.one("button", "Call").click();
    says("ended");
    browser.one("button", "Send").click();
    says("\"event\":\"getState\"");
    let paused =
        browser.script("return document.querySelector('[data-now=paused]').textContent;", &[]);
    browser.check(paused == "true", "its properties");
    browser.one("button", "Clear").click();
    browser.check(log() == "", "a clear list");
    browser.no_sideways_scrolling("on the live page");
    browser.clean(&site, "on the live page");
    for (width, dark) in [(1400, false), (360, false), (1400, true)] {
        let browser = Browser::open(Wishes { engine, dark, ..Wishes::of(engine) });
        if width > 500 || engine == Engine::Chromium {
            browser.resize(width, 900);
        }
        browser.go(&site.url("embed/api.html"));
        browser.wait("its fields", || {
            let fields =
                browser.script("return document.querySelectorAll('#given input').length;", &[]);
            (fields.as_u64() > Some(0)).then_some(())
        });
        browser.no_sideways_scrolling("on the live page");
        found_nothing(&browser, width);
    }
}

/// axe-core, with what WCAG 2.2 asks for at the levels A and AA.
fn found_nothing(browser: &Browser, width: u32) {
    let axe = std::env::var_os("AXE").expect("cargo xtask test says where axe-core is");
    let axe = std::fs::read_to_string(axe).expect("axe-core");
    browser.script(&format!("{axe}; window.axe = axe;"), &[]);
    let found = browser.script_async(
        "const { violations } = await axe.run(document, {
             iframes: false,
             runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
         });
         return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);",
        &[],
    );
    browser.check(
        found == Value::Array(Vec::new()),
        &format!("{width} wide axe finds nothing: {found:#}"),
    );
}

/// What is written in the documentation is what is played in these tests.
#[test]
fn every_snippet_of_the_documentation_is_a_page_that_is_tested() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let read = |file: &str| {
        std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let docs = read(&format!("{root}/docs/embedding.md"));
    let snippets: Vec<&str> =
        docs.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(snippets.len() >= 9, "{} snippets", snippets.len());
    let mut pages = vec![squeezed(&read(&format!("{root}/tests/embed/mdbook/src/who-may-ask.md")))];
    for entry in std::fs::read_dir(format!("{root}/tests/embed")).expect("cases").flatten() {
        let page = entry.path().join("index.html");
        pages.extend(std::fs::read_to_string(page).ok().map(|page| squeezed(&page)));
    }
    for snippet in snippets {
        let snippet = squeezed(snippet);
        assert!(
            pages.iter().any(|page| page.contains(&snippet)),
            "in no page of tests/embed: {snippet}"
        );
    }
}
