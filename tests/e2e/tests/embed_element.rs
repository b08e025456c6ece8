//! `<whereabouts-explainer>` on pages of another origin.

use e2e::{AT_VISITED, Browser, Engine, HOME_MATCH, QUESTIONS, Site, Wishes, keys};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

e2e::everywhere!(
    the_element_plays_tells_and_is_steered,
    a_change_of_an_attribute_is_followed,
    a_frame_is_as_high_as_what_is_in_it_or_as_it_is_told,
    an_element_can_be_removed_and_put_back,
);

/// Somebody's page with elements, and the site that they are of.
struct Host {
    browser: Browser,
    site: Site,
    _host: Site,
}

impl Host {
    /// A case of `tests/embed`, with an ear at every element for every event.
    fn open(engine: Engine, case: &str) -> Host {
        let site = Site::at("/whereabouts/");
        site.share();
        let host = Site::host(case, &site);
        let browser = Browser::open(Wishes::of(engine));
        browser.go(&host.url(""));
        let host = Host { browser, site, _host: host };
        host.browser.script(
            "window.heard = [];
             for (const name of arguments[0]) {
                 document.querySelector('whereabouts-explainer')?.addEventListener(name, (event) => {
                     window.heard.push({ name, detail: event.detail, composed: event.composed, bubbles: event.bubbles });
                 });
             }",
            &[json!(EVENTS)],
        );
        host
    }

    /// A script with the first element at hand.
    fn run(&self, script: &str) -> Value {
        self.browser.script_async(
            &format!("const explainer = document.querySelector('whereabouts-explainer'); {script}"),
            &[],
        )
    }

    /// Waits until it can be played.
    fn ready(&self) {
        let ready = self.run("return (await explainer.ready) === explainer;");
        self.browser
            .check(ready == true, &format!("the promise is kept with the element: {ready}"));
    }

    fn told(&self, name: &str) -> Vec<Value> {
        let heard = self.browser.script("return window.heard;", &[]);
        let heard = heard.as_array().cloned().unwrap_or_default();
        heard.into_iter().filter(|event| event["name"] == name).collect()
    }

    #[track_caller]
    fn wait_for(&self, name: &str) -> Value {
        self.browser.wait(&format!("the event {name}"), || self.told(name).pop())["detail"].take()
    }

    /// From here on everything is looked for in the frame of the element with that title.
    #[track_caller]
    fn inside_frame(&self, title: &str) {
        self.browser.into_shadow(NAME, title);
    }

    #[track_caller]
    fn clean(&self, when: &str) {
        let mut console = self.browser.console();
        // What the page itself has to say.
        console.retain(|line| !line.starts_with("INFO"));
        self.browser.check(console.is_empty(), &format!("an empty console {when}: {console:#?}"));
    }
}

const EVENTS: [&str; 10] = [
    "play",
    "pause",
    "timeupdate",
    "ended",
    "step",
    "choice",
    "answer",
    "chapter",
    "completed",
    "error",
];
const NAME: &str = "whereabouts-explainer";
const TITLE: &str = "Two questions, an animated explainer";

fn the_element_plays_tells_and_is_steered(engine: Engine) {
    let host = Host::open(engine, "element");
    host.ready();
    // The page itself has set a filter and played it, as soon as it could.
    host.wait_for("play");
    let known = host.run("return [explainer.paused, explainer.duration];");
    host.browser
        .check(known[0] == false && known[1].as_f64() > Some(10.0), &format!("it plays: {known}"));
    host.browser.wait("time goes on", || {
        host.run("return explainer.currentTime;").as_f64().filter(|&now| now > 0.0)
    });
    host.run("explainer.pause();");
    host.wait_for("pause");
    host.browser.check(host.run("return explainer.paused;") == true, "it stands still");

    host.run("explainer.set('filters=none&speed=4'); explainer.currentTime = 0;");
    host.browser.wait("another choice", || {
        host.told("choice").pop().filter(|event| event["detail"]["filters"] == "none")
    });
    host.browser
        .wait("the beginning", || (host.run("return explainer.currentTime;") == 0).then_some(()));
    host.run("window.heard = []; explainer.play();");
    host.inside_frame(TITLE);
    host.browser.asked(QUESTIONS[3]).one("button", "No").click();
    host.browser.inside(None);
    host.wait_for("ended");
    let answer = host.wait_for("answer");
    host.browser.check(
        answer == json!({ "said": false, "is": true, "right": false }),
        &format!("the answer: {answer}"),
    );
    host.browser.check(host.told("step").len() > 4, "its steps");
    for event in host.told("step").into_iter().chain(host.told("timeupdate")) {
        let crosses = event["composed"] == true && event["bubbles"] == false;
        host.browser.check(crosses, &format!("crosses shadow roots, and no more: {event}"));
    }
    let at_end =
        host.run("return explainer.currentTime === explainer.duration && explainer.paused;");
    host.browser.check(at_end == true, "at the end");
    host.browser
        .check(host.told("error").is_empty() && host.told("chapter").is_empty(), "nothing else");
    host.clean("after playing");
}

fn a_change_of_an_attribute_is_followed(engine: Engine) {
    let host = Host::open(engine, "element");
    host.ready();
    host.run("explainer.pause(); explainer.setAttribute('filters', 'none'); explainer.speed = 4; explainer.at = 'end';");
    host.browser.wait("the end", || {
        host.run("return explainer.currentTime === explainer.duration;").as_bool().filter(|is| *is)
    });
    host.browser.wait("the choices", || {
        host.told("choice")
            .pop()
            .filter(|event| event["detail"]["filters"] == "none" && event["detail"]["speed"] == "4")
    });
    let attributes =
        host.run("return [explainer.getAttribute('speed'), explainer.speed, explainer.depth];");
    host.browser.check(
        attributes == json!(["4", "4", ""]),
        &format!("properties are attributes: {attributes}"),
    );
    host.inside_frame(TITLE);
    host.browser.check(
        host.browser.filter(AT_VISITED, HOME_MATCH).property("checked") == false,
        "in the frame, too",
    );
    let marked = host.browser.script("return window.here = 'the same page';", &[]);
    host.browser.inside(None);
    host.run("explainer.title = 'Another name'; explainer.depth = 'engineer';");
    host.browser.wait("an engineer’s words", || {
        host.told("choice").pop().filter(|event| event["detail"]["depth"] == "engineer")
    });
    host.inside_frame("Another name");
    host.browser.check(
        host.browser.script("return window.here;", &[]) == marked,
        "and no other page was fetched",
    );
    host.browser.inside(None);
    // Another chapter is another page.
    host.run("explainer.chapter = 3;");
    let chapter = host.wait_for("chapter");
    host.browser.check(chapter["chapter"] == 3, &format!("another chapter: {chapter}"));
    host.ready();
    host.run("window.heard = []; explainer.currentTime = 2;");
    host.wait_for("timeupdate");
    host.browser
        .check(host.run("return explainer.currentTime;") == 2, "it is told what to do, too");
    host.clean("after changes");
}

fn a_frame_is_as_high_as_what_is_in_it_or_as_it_is_told(engine: Engine) {
    let host = Host::open(engine, "element");
    host.ready();
    let high = |wanted: &str| {
        host.browser.wait(wanted, || {
            host.inside_frame(TITLE);
            let sizes = host.browser.script(
                "return [document.documentElement.getBoundingClientRect().height, innerHeight];",
                &[],
            );
            host.browser.inside(None);
            let (content, frame) = (sizes[0].as_f64()?.ceil(), sizes[1].as_f64()?);
            (content == frame).then_some(content)
        })
    };
    let wide = high("as high as what is in it");
    host.browser.resize(500, 900);
    let narrow = high("as high as what is in it, in a narrow window");
    host.browser.check(wide != narrow, &format!("which is another height: {wide} and {narrow}"));
    host.run("explainer.height = 300;");
    let frame =
        "return explainer.shadowRoot.querySelector('[part=frame]').getBoundingClientRect().height;";
    host.browser.check(host.run(frame) == 300, "as high as it is told");
    host.run("explainer.removeAttribute('height');");
    host.browser.check(high("as high as what is in it, again") == narrow, "as before");
}

fn an_element_can_be_removed_and_put_back(engine: Engine) {
    let host = Host::open(engine, "element");
    host.ready();
    let state = host.run(
        "const before = explainer.ready;
         explainer.remove();
         window.explainer = explainer;
         explainer.currentTime = 5;
         return [before === explainer.ready, String(explainer.duration), explainer.shadowRoot.querySelector('iframe') === null];",
    );
    host.browser.check(
        state == json!([false, "NaN", true]),
        &format!("it is as if it had never been there: {state}"),
    );
    host.browser.script("window.heard = []; document.body.append(window.explainer);", &[]);
    host.ready();
    host.browser.wait("what was asked for before it was there", || {
        (host.run("return explainer.currentTime;") == 5).then_some(())
    });
    // And into another place at once, which is one removal and one return.
    host.browser.script("document.body.prepend(window.explainer);", &[]);
    host.ready();
    host.run("window.heard = []; explainer.play();");
    host.wait_for("play");
    host.clean("after it was moved about");
}

#[test]
fn a_copy_of_the_element_needs_no_permission() {
    let site = Site::at("/whereabouts/");
    let host = Site::host("element-copy", &site);
    let copy = std::fs::read_to_string(dist().join("embed/whereabouts-explainer.js"))
        .expect("the element");
    host.beside("/whereabouts-explainer.js", copy);
    let browser = Browser::at(&host.url(""));
    let ready = browser.script_async(
        "const explainer = document.querySelector('whereabouts-explainer');
         await explainer.ready;
         return explainer.shadowRoot.querySelector('iframe').src;",
        &[],
    );
    browser.check(
        ready == site.url("embed/chapters/4/"),
        &format!("of the site that it names: {ready}"),
    );
    browser.check(browser.console().is_empty(), "nothing is complained of");
}

#[test]
fn a_poster_waits_to_be_pressed() {
    let host = Host::open(Engine::Chromium, "poster");
    let poster = host.browser.in_shadow(NAME, "[part=poster]");
    let asked =
        |site: &Site| site.log().iter().filter(|line| line.contains("/embed/chapters/")).count();
    host.browser.settle();
    host.browser.check(asked(&host.site) == 0, "nothing is fetched before");
    let said = format!("{} {}", poster.role(), poster.name());
    host.browser.check(
        said == "button Play “A crowd”, an animated explainer",
        &format!("a screen reader says what it is: {said}"),
    );
    host.browser.press(None, &[keys::TAB, keys::ENTER]);
    host.ready();
    host.browser.check(asked(&host.site) > 0, "it is fetched now");
    let there =
        host.run("return explainer.shadowRoot.querySelector('[part=poster]').checkVisibility();");
    host.browser.check(there == false, "and the poster is gone");
    host.clean("after a poster");
}

#[test]
fn ten_on_a_page_are_fetched_as_a_reader_comes_to_them_and_do_not_mix() {
    let host = Host::open(Engine::Chromium, "ten");
    host.ready();
    let fetched = |site: &Site| {
        let pages =
            site.log().into_iter().filter(|line| line.contains("/embed/") && line.ends_with('/'));
        pages.collect::<std::collections::BTreeSet<_>>().len()
    };
    let at_first = fetched(&host.site);
    host.browser.check(at_first < 10, &format!("not all of them at once: {at_first}"));
    let chapters = host.browser.script_async(
        "const all = [...document.querySelectorAll('whereabouts-explainer')];
         window.heard = [];
         for (const explainer of all) {
             explainer.scrollIntoView({ behavior: 'instant' });
             await explainer.ready;
             explainer.addEventListener('step', () => window.heard.push(explainer.chapter));
             explainer.addEventListener('timeupdate', () => window.heard.push(explainer.chapter));
         }
         all[6].currentTime = 4;
         await new Promise((done) => all[6].addEventListener('timeupdate', done, { once: true }));
         return [all.map(({ chapter }) => chapter), all.map(({ currentTime }) => currentTime), [...new Set(window.heard)]];",
        &[],
    );
    let numbers: Vec<String> = (1..=10).map(|number| format!("{number}")).collect();
    host.browser.check(chapters[0] == json!(numbers), &format!("all ten play: {chapters}"));
    host.browser.check(
        chapters[1] == json!([0, 0, 0, 0, 0, 0, 4, 0, 0, 0]),
        &format!("one was told: {chapters}"),
    );
    host.browser
        .check(chapters[2] == json!(["7"]), &format!("and one has said something: {chapters}"));
    host.browser.check(fetched(&host.site) == 10, "each its own page");
    host.clean("with ten on a page");
}

#[test]
fn two_hundred_that_come_and_go_leave_nothing_in_the_heap() {
    let host = Host::open(Engine::Chromium, "removal");
    let come_and_go = |times: u32, played: u32| {
        let done = host.browser.script_async(
            "const [times, played] = arguments;
             const here = document.getElementById('here');
             await customElements.whenDefined('whereabouts-explainer');
             for (let i = 0; i < times; i++) {
                 const explainer = document.createElement('whereabouts-explainer');
                 explainer.chapter = 1 + i % 10;
                 // Some are played; the others are gone before their page has come, or while it comes.
                 const plays = i % Math.floor(times / played) === 0;
                 explainer.loading = plays || i % 2 ? 'eager' : 'lazy';
                 explainer.append(Object.assign(document.createElement('p'), { slot: 'poster', textContent: 'A moment' }));
                 for (const name of ['step', 'timeupdate', 'choice']) explainer.addEventListener(name, () => explainer.chapter);
                 here.append(explainer);
                 if (plays) {
                     await explainer.ready;
                     explainer.play();
                     await new Promise((done) => explainer.addEventListener('timeupdate', done, { once: true }));
                 } else {
                     await new Promise((done) => setTimeout(done, i % 5 * 10));
                 }
                 explainer.remove();
             }
             return here.childElementCount;",
            &[times.into(), played.into()],
        );
        host.browser.check(done == 0, &format!("they have come and gone: {done}"));
    };
    // What the browser keeps of the first ones is no leak.
    come_and_go(20, 10);
    let mut kept = vec![host.kept()];
    for _ in 0..4 {
        come_and_go(50, 5);
        kept.push(host.kept());
    }
    println!("after 20, and after 50 more each time: {kept:?}");
    for (name, was) in &kept[0] {
        let mut steps: Vec<u64> =
            kept.windows(2).map(|two| two[1][name].saturating_sub(two[0][name])).collect();
        steps.sort_unstable();
        // Bytes are also those of code that it compiles now and then. What leaks leaks each time: the second smallest
        // step says how much.
        let more = match *name {
            "bytes" => steps[1] * 4,
            _ => kept[4][name].saturating_sub(*was),
        };
        let grown = more * 100 / was;
        host.browser.check(grown <= 10, &format!("{name}: {grown} % of {was} more, {steps:?}"));
    }
}

impl Host {
    /// What the browser keeps once everything is gone that can go: bytes of JavaScript's heap, and how many
    /// documents, nodes and listeners.
    fn kept(&self) -> BTreeMap<&'static str, u64> {
        // Who has devtools open has the console's lines kept: that a fetch was given up is one.
        self.browser.devtools("Runtime.discardConsoleEntries", json!({}));
        self.browser.devtools("Log.clear", json!({}));
        // So has every page the times of the first 250 things that it fetched, frames among them.
        self.browser.script("performance.clearResourceTimings();", &[]);
        let mut least = BTreeMap::new();
        for _ in 0..5 {
            self.browser.devtools("HeapProfiler.collectGarbage", json!({}));
            let heap = self.browser.devtools("Runtime.getHeapUsage", json!({}));
            let counted = self.browser.devtools("Memory.getDOMCounters", json!({}));
            for (name, value) in [
                ("bytes", &heap["usedSize"]),
                ("documents", &counted["documents"]),
                ("nodes", &counted["nodes"]),
                ("listeners", &counted["jsEventListeners"]),
            ] {
                let value = value.as_u64().expect(name);
                let entry = least.entry(name).or_insert(value);
                *entry = value.min(*entry);
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        least
    }
}

#[test]
fn the_manifest_says_what_the_element_is() {
    let manifest = json_of(&dist().join("embed/custom-elements.json"));
    let declaration = &manifest["modules"][0]["declarations"][0];
    let names = |list: &str| -> Vec<String> {
        let entries = declaration[list].as_array().into_iter().flatten();
        let mut names: Vec<_> =
            entries.filter_map(|entry| entry["name"].as_str().map(str::to_owned)).collect();
        names.sort();
        names
    };
    let host = Host::open(Engine::Chromium, "removal");
    let found = host.browser.script_async(
        "await customElements.whenDefined('whereabouts-explainer');
         const made = customElements.get('whereabouts-explainer');
         const { prototype } = made;
         const described = Object.entries(Object.getOwnPropertyDescriptors(prototype));
         const fields = described.filter(([, { get }]) => get);
         const explainer = document.body.appendChild(new made());
         const { shadowRoot } = explainer;
         const all = (selector, name) => [...shadowRoot.querySelectorAll(selector)].map((one) => one.getAttribute(name)).sort();
         const sheets = shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText).join();
         return {
             class: made.name,
             attributes: [...made.observedAttributes].sort(),
             fields: fields.map(([name]) => name).sort(),
             readonly: fields.filter(([, { set }]) => !set).map(([name]) => name).sort(),
             methods: described.filter(([name, { value }]) => typeof value === 'function' && !/^constructor$|Callback$/.test(name)).map(([name]) => name).sort(),
             slots: all('slot', 'name'),
             parts: all('[part]', 'part'),
             properties: [...new Set(sheets.match(/--whereabouts-\\w+/g))].sort(),
         };",
        &[],
    );
    let members = |fits: &dyn Fn(&Value) -> bool| -> Vec<String> {
        let all = declaration["members"].as_array().into_iter().flatten();
        let mut names: Vec<_> = all
            .filter(|member| fits(member))
            .filter_map(|member| member["name"].as_str().map(str::to_owned))
            .collect();
        names.sort();
        names
    };
    assert_eq!(found["attributes"], json!(names("attributes")));
    assert_eq!(found["fields"], json!(members(&|member| member["kind"] == "field")));
    assert_eq!(found["readonly"], json!(members(&|member| member["readonly"] == true)));
    assert_eq!(found["methods"], json!(members(&|member| member["kind"] == "method")));
    assert_eq!(found["slots"], json!(names("slots")));
    assert_eq!(found["parts"], json!(names("cssParts")));
    assert_eq!(found["properties"], json!(names("cssProperties")));
    // As the sources have them: a browser knows no list of what an element tells.
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/embed/element.js");
    let source = std::fs::read_to_string(source).expect("the element’s source");
    let events = source.split("const EVENTS = {").nth(1).and_then(|rest| rest.split("};").next());
    let mut events: Vec<_> =
        events.expect("a list of events").split('"').skip(1).step_by(2).collect();
    events.retain(|name| *name != "player.js");
    events.sort_unstable();
    assert_eq!(json!(events), json!(names("events")));
    assert_eq!(
        {
            let mut all = EVENTS;
            all.sort_unstable();
            json!(all)
        },
        json!(names("events"))
    );
    let lines = source.lines().count();
    assert!(lines <= 200, "the element has {lines} lines");
    // An attribute without a property of ours is one of the browser's.
    let reflected: Vec<_> = names("attributes")
        .into_iter()
        .filter(|name| !["lang", "title"].contains(&name.as_str()))
        .collect();
    assert_eq!(json!(reflected), json!(members(&|member| member["attribute"].is_string())));
}

#[test]
fn the_manifest_keeps_to_its_schema() {
    let modules = PathBuf::from(
        std::env::var_os("HOST_PACKAGES").expect("cargo xtask test says where packages are"),
    );
    let validate = concat!(env!("CARGO_MANIFEST_DIR"), "/../embed/validate.cjs");
    let checked = std::process::Command::new("node")
        .arg(validate)
        .arg(&modules)
        .arg(modules.join("custom-elements-manifest/schema.json"))
        .arg(dist().join("embed/custom-elements.json"))
        .output()
        .expect("node runs");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

fn dist() -> PathBuf {
    std::env::var_os("WHEREABOUTS_DIST").expect("a built site").into()
}

fn json_of(file: &std::path::Path) -> Value {
    let text =
        std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
