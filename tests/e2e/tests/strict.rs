//! The policy has no exception and nobody else is asked: on every page and on whatever a reader can open there, the
//! list of requests, the policy's reports and what is kept in the browser.

use e2e::{AT_HOME, AT_VISITED, Browser, HOME_MATCH, QUESTIONS, STAND_IN, Site, Wishes, keys};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Everything that a page can keep in a browser, by the names it is kept under.
const KEPT: &str = "
    const workers = await navigator.serviceWorker.getRegistrations();
    const folder = await navigator.storage.getDirectory();
    return {
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map(({ name }) => name),
        files: await Array.fromAsync(folder.keys()),
        caches: await caches.keys(),
        workers: workers.length,
    };";

/// A browser, and a site that hears of whatever is refused in it, in workers too.
struct Watched {
    site: Site,
    browser: Browser,
}

impl Watched {
    fn begin() -> Watched {
        let site = Site::start();
        site.asks_for_reports();
        let browser = Browser::open(Wishes { lists_requests: true, ..Wishes::default() });
        Watched { site, browser }
    }

    /// What is kept, and whether it is nothing but the reader's settings and the offline files.
    fn seen(&self) -> (Value, bool) {
        let mut kept = self.browser.script_async(KEPT, &[]);
        if !kept.is_object() {
            self.browser.fail(&format!("it cannot be seen what is kept: {kept}"));
        }
        // Those that a page cannot read are in this list, too.
        kept["cookies"] = self.browser.devtools("Network.getCookies", json!({}))["cookies"].take();
        let none = |what: &&str| kept[*what] == json!([]);
        let ours = format!("whereabouts {} ", self.site.url(""));
        let begins = |what: &str, with: &str| {
            let names = kept[what].as_array().into_iter().flatten().filter_map(Value::as_str);
            names.into_iter().all(|name| name.starts_with(with))
        };
        let holds = ["cookies", "session", "databases", "files"].iter().all(none)
            && (none(&"local") || kept["local"] == json!(["whereabouts"]))
            && begins("caches", &ours);
        (kept, holds)
    }

    #[track_caller]
    fn kept(&self, when: &str) -> Value {
        let (kept, holds) = self.seen();
        let what = format!("settings and offline files are all that is kept {when}: {kept}");
        self.browser.check(holds, &what);
        kept
    }

    #[track_caller]
    fn keeps_nothing(&self, when: &str) {
        let (kept, _) = self.seen();
        let nothing = |what: &Value| *what == json!([]) || *what == 0;
        let holds = kept.as_object().is_some_and(|all| all.values().all(nothing));
        self.browser.check(holds, &format!("nothing is kept {when}: {kept}"));
    }

    /// Nothing was refused or complained about, and nobody else was asked, since this was last asked.
    fn clean(&self, when: &str) {
        self.browser.clean(&self.site, when);
        let here = self.site.origin() + "/";
        let ours =
            |url: &String| ["data:", "blob:", &here].iter().any(|begins| url.starts_with(begins));
        let others: Vec<String> =
            self.browser.requests().into_iter().filter(|url| !ours(url)).collect();
        self.browser.check(others.is_empty(), &format!("nobody else is asked {when}: {others:?}"));
        let reports = self.site.reports();
        self.browser
            .check(reports.is_empty(), &format!("no report of the policy {when}: {reports:#?}"));
    }

    /// Whatever was asked for was there.
    fn nothing_was_missing(&self) {
        let missing: BTreeSet<String> =
            self.site.log().into_iter().filter(|line| !line.starts_with("200 ")).collect();
        assert!(missing.is_empty(), "{missing:#?}");
    }
}

#[test]
fn no_page_is_refused_anything_asks_anybody_else_or_keeps_more_than_it_may() {
    let watched = Watched::begin();
    let Watched { site, browser } = &watched;
    let pages = site.pages();
    let (framed, others): (Vec<String>, Vec<String>) =
        pages.into_iter().partition(|page| page.starts_with("embed/") || page.contains("/embed/"));
    assert!(framed.len() > 50 && others.len() > 80, "every page: {framed:?} {others:?}");
    // While only these have been open, nothing at all is kept.
    for page in framed.iter().map(String::as_str).chain(["embed/api.html"]) {
        browser.visit(site, page);
        let when = format!("at {page}");
        watched.clean(&when);
        watched.keeps_nothing(&when);
    }
    for page in &others {
        browser.visit(site, page);
        let when = format!("at {page}");
        watched.clean(&when);
        watched.kept(&when);
    }
    watched.nothing_was_missing();
}

/// What is opened, and what is done there.
type Screen = (&'static str, fn(&Browser));

const SCREENS: [Screen; 14] = [
    ("chapters/4/#at=second-question.1&speed=4", play_and_answer),
    ("chapters/4/#at=second-question.1&lanes=both&theme=dark", choose_filters),
    ("chapters/4/#at=second-question.3&filters=visited.home-match", open_every_dialog),
    ("chapters/4/#at=second-question.1", keep_pictures),
    ("chapters/4/#at=arrival.2&present=on", explain_a_word),
    ("chapters/4/#at=nowhere&colour=red", |_| {}),
    ("chapters/9/#crowd=1000.home-for-others.everyone.5.open.0-0-0.usual.0", play_the_month),
    ("chapters/10/#at=end", |_| {}),
    ("matrix/providesubscriberinfo/", go_to_the_end),
    ("you-are-the-filter/", play_all_ten),
    ("sandbox/#set=from:two-questions", go_to_the_end),
    ("workshop/", go_to_the_end),
    ("embed/chapters/7/?panels=all&lock=filters", go_to_the_end),
    ("embed/api.html", use_the_element),
];

fn play_and_answer(browser: &Browser) {
    browser.one("button", "Play").click();
    browser.asked(QUESTIONS[3]).one("button", "Yes").click();
    browser.played();
    browser.check(browser.has("button", "Both"), "there are two lanes");
}

fn choose_filters(browser: &Browser) {
    for (gate, filter) in [(AT_VISITED, HOME_MATCH), (AT_HOME, STAND_IN), (AT_VISITED, HOME_MATCH)]
    {
        browser.filter(gate, filter).click();
        browser.settle();
    }
    for _ in 0..4 {
        browser.one("button", "One hop forward").click();
    }
    browser.one("combobox", "Speed").choose("2×");
    browser.script("history.back();", &[]);
    browser.settle();
}

fn open_every_dialog(browser: &Browser) {
    browser.one("button", "Keys and settings").click();
    let settings = browser.one("dialog", "Keys and settings");
    settings.one("combobox", "Colours").choose("dark");
    settings.one("combobox", "Movement").choose("stills");
    settings.one("button", "Close").click();
    browser.one("button", "Embed").click();
    let code = browser.one("dialog", "Put this into your own page");
    code.one("combobox", "As").choose("an element (where you may use scripts)");
    // The preview is one of our pages in a frame.
    browser.settle();
    code.one("button", "Close").click();
    let rows = browser.one("region", "Messages").all("button");
    rows.last().unwrap_or_else(|| browser.fail("there is a message")).click();
    browser.one("dialog", "“Which cell is this phone in?”").one("button", "Close").click();
    browser.one("button", "Copy link").click();
}

fn keep_pictures(browser: &Browser) {
    // They go as far as the browser's own list of what is kept.
    let click = "HTMLAnchorElement.prototype.click = function () { window.done = 1 + (window.done ?? 0); };";
    browser.script(click, &[]);
    let names = ["Picture as SVG", "Picture as PNG", "Chart as SVG", "Chart as PNG"];
    for (count, name) in (1..).zip(names) {
        browser.one("button", name).click();
        let done = || browser.script("return window.done ?? 0;", &[]).as_u64();
        browser.wait(name, || (done() == Some(count)).then_some(()));
    }
}

fn explain_a_word(browser: &Browser) {
    let words = browser.one("region", "Two questions, an animated explainer").all("button");
    let gate = words.into_iter().find(|word| word.name() == "gate");
    gate.unwrap_or_else(|| browser.fail("there is such a word")).click();
    browser.wait("what it means", || browser.all("complementary").first().map(|_| ()));
}

fn play_the_month(browser: &Browser) {
    let all = "return document.querySelector('[data-figures]')?.dataset.figures ?? '';";
    browser.wait("every day", || (browser.script(all, &[]) != "").then_some(()));
    browser.one("combobox", "Speed of the month").choose("4×");
    browser.one("button", "Play the month").click();
    browser.settle();
    browser.one("button", "Pause the month").click();
    browser.emulate(&[("prefers-color-scheme", "dark")]);
    browser.script("document.querySelector('details.table').open = true;", &[]);
    browser.settle();
    browser.emulate(&[]);
}

fn go_to_the_end(browser: &Browser) {
    browser.one("button", "One hop forward").click();
    browser.slider().focus();
    browser.press(None, &[keys::END]);
    browser.wait("the end", || (browser.moment().0 == browser.moment().1).then_some(()));
}

fn play_all_ten(browser: &Browser) {
    browser.one("button", "Stop it").focus();
    for _ in 0..10 {
        browser.press(None, &['s', 'n']);
    }
    browser.one("heading", "Your score");
}

fn use_the_element(browser: &Browser) {
    let log = || browser.script("return document.getElementById('log').innerText;", &[]);
    let says = |words: &str| {
        browser.wait(words, || log().as_str().is_some_and(|log| log.contains(words)).then_some(()));
    };
    says("ready");
    browser.one("button", "play()").click();
    says("timeupdate");
    browser.one("combobox", "depth").choose("engineer");
    says("\"depth\":\"engineer\"");
}

#[test]
fn whatever_a_reader_does_nothing_is_refused_and_nobody_else_is_asked() {
    let watched = Watched::begin();
    for (address, what) in SCREENS {
        watched.browser.visit(&watched.site, address);
        what(&watched.browser);
        watched.browser.settle();
        watched.clean(&format!("at {address}"));
        watched.kept(&format!("at {address}"));
    }
    watched.nothing_was_missing();
}

/// Sets something that a browser can remember.
fn set_the_colours(browser: &Browser) {
    browser.one("button", "Keys and settings").click();
    let dialog = browser.one("dialog", "Keys and settings");
    dialog.one("combobox", "Colours").choose("dark");
    browser.wait("it is set", || {
        let script = "return document.querySelector('[data-theme]').dataset.theme;";
        (browser.script(script, &[]) == "dark").then_some(())
    });
    dialog.one("button", "Close").click();
}

#[test]
fn settings_are_kept_by_a_page_of_its_own_and_by_none_in_a_frame() {
    let watched = Watched::begin();
    let Watched { site, browser } = &watched;
    site.can_be_kept();
    // A page for frames, in the whole window and in a frame; and a whole page in a frame.
    browser.page(site, "embed/chapters/4/");
    set_the_colours(browser);
    watched.keeps_nothing("by a page for frames");
    for page in ["embed/chapters/4/", "chapters/4/"] {
        browser.framed(site, (1000, 900), &[page]);
        set_the_colours(browser);
        watched.keeps_nothing(&format!("by {page} in a frame"));
        browser.inside(None);
    }
    watched.clean("with frames");
    browser.page(site, "chapters/4/");
    set_the_colours(browser);
    let kept = watched.kept("by a page of its own");
    browser.check(kept["local"] == json!(["whereabouts"]), &format!("its settings: {kept}"));
    browser.wait("the offline files", || {
        let kept = watched.kept("with offline files");
        (kept["workers"] == 1 && kept["caches"].as_array()?.len() == 1).then_some(())
    });
    watched.clean("with settings and offline files");
}

/// What somebody could try who has got a script or markup into a page, and which part of the policy refuses it.
const TRIED: [(&str, &str); 17] = [
    ("document.body.innerHTML = '<b>words</b>';", "require-trusted-types-for"),
    ("document.body.insertAdjacentHTML('beforeend', '<b>words</b>');", "require-trusted-types-for"),
    ("new DOMParser().parseFromString('<b>words</b>', 'text/html');", "require-trusted-types-for"),
    ("eval('window.done = true');", "require-trusted-types-for"),
    ("new Function('window.done = true')();", "require-trusted-types-for"),
    ("setTimeout('window.done = true', 0);", "require-trusted-types-for"),
    ("document.body.setAttribute('onclick', 'window.done = true');", "require-trusted-types-for"),
    ("trustedTypes.createPolicy('another', { createHTML: (text) => text });", "trusted-types"),
    ("add('script').append('window.done = true'); show();", "require-trusted-types-for"),
    ("add('script').src = 'https://example.org/a.js'; show();", "require-trusted-types-for"),
    ("add('style').textContent = 'body { color: red }'; show();", "style-src-elem"),
    ("document.body.setAttribute('style', 'color: red');", "style-src-attr"),
    (
        "add('link', { rel: 'stylesheet', href: 'https://example.org/a.css' }); show();",
        "style-src-elem",
    ),
    ("add('img', { src: 'https://example.org/a.png' }); show();", "img-src"),
    ("add('iframe', { src: 'https://example.org/' }); show();", "frame-src"),
    ("add('base', { href: 'https://example.org/' }); show();", "base-uri"),
    (
        "fetch('https://example.org/', { method: 'POST', body: 'where' }).catch(() => {});",
        "connect-src",
    ),
];

#[test]
fn the_policy_refuses_what_somebody_else_would_try_and_says_so() {
    let watched = Watched::begin();
    let Watched { site, browser } = &watched;
    browser.page(site, "chapters/4/");
    for (tried, part) in TRIED {
        let (before, heard) = (browser.refused(), site.reports().len());
        let script = format!(
            "let added;
             const add = (name, attributes = {{}}) => {{
                 added = document.createElement(name);
                 Object.entries(attributes).forEach(([key, value]) => added.setAttribute(key, value));
                 return added;
             }};
             const show = () => document.body.append(added);
             // Not at once: what a debugger asks for may do more.
             setTimeout(() => {{ {tried} }});"
        );
        browser.script(&script, &[]);
        let told = browser.wait(&format!("{tried} is refused"), || {
            let refused = browser.refused();
            (refused != before).then_some(refused)
        });
        let last = told.as_array().and_then(|all| all.last()?.as_str().map(str::to_owned));
        let last = last.unwrap_or_default();
        browser.check(last.starts_with(&format!("{part}:")), &format!("{tried} by {part}: {last}"));
        // The page's own policy and the server's are the same, and the server hears of its own.
        let report =
            browser.wait(&format!("a report of {tried}"), || site.reports().get(heard).cloned());
        browser.check(report.contains(&format!("\"effective-directive\":\"{part}\"")), &report);
    }
    browser.check(browser.script("return window.done ?? null;", &[]).is_null(), "nothing was done");
    let colour = browser.script("return getComputedStyle(document.body).color;", &[]);
    browser.check(colour != "rgb(255, 0, 0)", "nothing was coloured");
    // And the page goes on.
    browser.slider().focus();
    browser.press(None, &[keys::RIGHT]);
    browser.wait("the page works", || (browser.moment().0 > 0).then_some(()));
}

#[test]
fn what_is_kept_or_asked_for_beside_is_found() {
    let watched = Watched::begin();
    let Watched { site, browser } = &watched;
    browser.visit(site, "embed/chapters/4/");
    watched.keeps_nothing("before");
    for (keep, lose) in [
        ("document.cookie = 'a=b';", "document.cookie = 'a=; max-age=0';"),
        ("localStorage.setItem('another', '1');", "localStorage.clear();"),
        ("sessionStorage.setItem('a', '1');", "sessionStorage.clear();"),
        (
            "await new Promise((done) => { indexedDB.open('a').onsuccess = ({ target }) => done(target.result.close()); });",
            "await new Promise((done) => { indexedDB.deleteDatabase('a').onsuccess = done; });",
        ),
        (
            "await (await navigator.storage.getDirectory()).getFileHandle('a', { create: true });",
            "await (await navigator.storage.getDirectory()).removeEntry('a');",
        ),
        ("await caches.open('another');", "await caches.delete('another');"),
    ] {
        browser.script_async(keep, &[]);
        let (kept, holds) = watched.seen();
        browser.check(!holds, &format!("{keep} is found: {kept}"));
        browser.script_async(lose, &[]);
        watched.keeps_nothing(&format!("after {lose}"));
    }
    // In a frame without a policy somebody can be asked, and is in the list.
    browser.framed(site, (400, 300), &["embed/chapters/4/"]);
    browser.requests();
    browser.inside(None);
    browser.script_async("await fetch('http://127.0.0.1:9/').catch(() => {});", &[]);
    let asked = browser.requests();
    browser.check(asked.iter().any(|url| url == "http://127.0.0.1:9/"), &format!("{asked:?}"));
}
