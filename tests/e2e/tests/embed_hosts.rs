//! In slides, in a book, under a strict policy, without an origin, and with the library that others use.

use e2e::{AT_VISITED, Browser, HOME_MATCH, QUESTIONS, Site, Wishes, keys};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

const FRAME: &str = "Two questions, an animated explainer";

/// The site, and a case of `tests/embed` with what npm has installed for it.
fn open(case: &str) -> (Site, Site, Browser) {
    let site = Site::at("/whereabouts/");
    let host = Site::host(case, &site);
    host.mount("/npm/", told("HOST_PACKAGES"));
    let browser = Browser::open(Wishes::default());
    (site, host, browser)
}

/// What `cargo xtask test` says in the environment.
fn told(variable: &str) -> PathBuf {
    let path = std::env::var_os(variable);
    path.unwrap_or_else(|| panic!("{variable} is not said: run `cargo xtask test`")).into()
}

/// Nothing was complained about, and nothing fetched from anywhere else.
#[track_caller]
fn clean(browser: &Browser, site: &Site, host: &Site, when: &str) {
    let console = browser.console();
    browser.check(console.is_empty(), &format!("an empty console {when}: {console:#?}"));
    let refused = browser.refused();
    browser.check(refused == json!([]), &format!("the policy {when}: {refused}"));
    let all = browser
        .script("return performance.getEntriesByType('resource').map(({ name }) => name);", &[]);
    for name in all.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let known = [site.origin(), host.origin(), "data:".to_owned()];
        let known = known.iter().any(|known| name.starts_with(known));
        browser.check(known, &format!("nobody else is asked {when}: {name}"));
    }
}

#[test]
fn in_slides_each_has_its_own_keys() {
    let (site, host, browser) = open("reveal");
    browser.go(&host.url(""));
    let slide = || browser.script("return Reveal.getIndices().h;", &[]);
    browser.wait("slides", || {
        (browser.script("return window.Reveal?.isReady();", &[]) == true).then_some(())
    });
    browser.press(None, &[keys::RIGHT]);
    browser.check(slide() == 1, "an arrow turns to the slide");
    browser.into_frame(FRAME);
    browser.ready();
    let at = || {
        browser.into_frame(FRAME);
        let at = (browser.moment().0, browser.has("button", "Play"));
        browser.inside(None);
        at
    };
    // The focus has stayed with the slides.
    browser.inside(None);
    let before = at();
    for key in [keys::LEFT, keys::RIGHT, keys::SPACE, keys::LEFT] {
        browser.press(None, &[key]);
    }
    browser.check(slide() == 1, "keys beside the frame turn slides");
    browser.check(at() == before, "and leave the explainer as it is");

    // A slide is scaled; a press lands where it is seen to.
    let scale = browser.script("return Reveal.getScale();", &[]);
    browser.check(
        scale.as_f64().is_some_and(|scale| (scale - 1.0).abs() > 0.01),
        &format!("scaled by {scale}"),
    );
    press_in_the_slide(&browser, "One hop forward");
    browser.into_frame(FRAME);
    let first = browser.wait("a hop", || Some(browser.moment().0).filter(|&now| now > 0));
    browser.press(None, &[keys::RIGHT]);
    browser.check(browser.moment().0 > first, "an arrow in the explainer goes a hop");
    browser.press(None, &[keys::LEFT, keys::LEFT]);
    browser.check(browser.moment().0 < first, "and back");
    // A button keeps its own space bar.
    browser.slider().focus();
    browser.press(None, &[keys::SPACE]);
    browser.one("button", "Pause");
    browser.press(None, &[keys::SPACE]);
    browser.one("button", "Play");
    browser.press(None, &[keys::END, keys::PAGE_UP, keys::HOME]);
    browser.inside(None);
    browser.check(slide() == 1, "and no slide is turned by any of them");
    browser.check(at() == (0, true), "the last one led to the beginning");
    // Whoever presses beside it has the slides again.
    // (Its theme writes headings in capitals.)
    browser.one("heading", "WHO MAY ASK?").click();
    browser.press(None, &[keys::RIGHT]);
    browser.check(slide() == 2, "the next slide");
    clean(&browser, &site, &host, "in slides");
}

/// A press where a button of the explainer is seen. A WebDriver that is asked for a click in a frame that is scaled
/// presses where it would be without that.
fn press_in_the_slide(browser: &Browser, name: &str) {
    browser.into_frame(FRAME);
    let button = browser.one("button", name);
    let place = browser.script(
        "const { left, top, width, height } = arguments[0].getBoundingClientRect();
         return [left + width / 2, top + height / 2];",
        &[button.handle()],
    );
    browser.inside(None);
    let seen = browser.script(
        "const frame = document.querySelector('section.present iframe');
         const { left, top, width } = frame.getBoundingClientRect();
         const scale = width / frame.offsetWidth;
         return arguments[0].map((at, i) => Math.round([left, top][i] + at * scale));",
        &[place],
    );
    let actions = json!([
        { "type": "pointerMove", "duration": 0, "origin": "viewport", "x": seen[0], "y": seen[1] },
        { "type": "pointerDown", "button": 0 },
        { "type": "pointerUp", "button": 0 },
    ]);
    let mouse = json!({ "type": "pointer", "id": "mouse", "actions": actions });
    browser.post("/actions", &json!({ "actions": [mouse] })).expect("a mouse can be pressed");
}

#[test]
fn in_a_book_each_has_its_own_keys() {
    let site = Site::at("/whereabouts/");
    let book = told("HOST_BOOK");
    let host = Site::host(&book.to_string_lossy(), &site);
    let browser = Browser::open(Wishes::default());
    browser.go(&host.url("who-may-ask.html"));
    browser.into_frame(FRAME);
    browser.ready();
    browser.slider().focus();
    browser.press(None, &[keys::RIGHT, keys::RIGHT]);
    browser.check(browser.moment().0 > 0, "an arrow in the explainer goes a hop");
    browser.one("combobox", "Speed").choose("4×");
    browser.one("button", "Play").click();
    browser.asked(QUESTIONS[3]).one("button", "No").click();
    browser.played();
    browser.no_sideways_scrolling("in a book");
    browser.inside(None);
    browser.check(browser.address().ends_with("who-may-ask.html"), "no page is turned by that");
    clean(&browser, &site, &host, "in a book");
    // The head of the book stays over what is scrolled below it.
    browser.script("scrollTo(0, 0);", &[]);
    browser.one("heading", "Who may ask?").click();
    browser.press(None, &[keys::RIGHT]);
    browser.wait("the next page of the book", || {
        browser.address().ends_with("what-follows.html").then_some(())
    });
}

#[test]
fn a_strict_policy_needs_two_words_for_it() {
    let (site, host, browser) = open("policy");
    site.share();
    browser.go(&host.url(""));
    browser.into_frame("Anyone may ask?, an animated explainer");
    browser.ready();
    browser.one("button", "One hop forward").click();
    browser.check(browser.moment().0 > 0, "the frame plays");
    browser.inside(None);
    let high = browser.script_async(
        "const explainer = document.querySelector('whereabouts-explainer');
         await explainer.ready;
         explainer.currentTime = 2;
         await new Promise((done) => explainer.addEventListener('timeupdate', done, { once: true }));
         return [explainer.currentTime, explainer.shadowRoot.querySelector('iframe').style.blockSize];",
        &[],
    );
    browser.check(
        high[0] == 2 && high[1].as_str().is_some_and(|high| high.ends_with("px")),
        &format!("the element plays, and is as high as it needs: {high}"),
    );
    clean(&browser, &site, &host, "under a strict policy");
    // And it is strict.
    let strict = browser.script_async(
        "const style = document.createElement('style');
         style.textContent = 'h1 { color: red }';
         document.head.append(style);
         await new Promise((done) => setTimeout(done, 100));
         return window.refused.length;",
        &[],
    );
    browser.check(strict == 1, "it refuses what it does not name");
}

#[test]
fn a_frame_without_an_origin_plays_and_answers() {
    let (site, host, browser) = open("sandbox");
    site.share();
    browser.go(&host.url(""));
    browser.into_frame(FRAME);
    browser.ready();
    let origin = browser.script("return self.origin;", &[]);
    browser.check(origin == "null", "the page in the frame has no origin");
    browser.one("combobox", "Speed").choose("4×");
    browser.one("button", "Play").click();
    browser.asked(QUESTIONS[3]).one("button", "Yes").click();
    browser.played();
    let before = browser.caption();
    browser.filter(AT_VISITED, HOME_MATCH).click();
    browser.wait("another end", || (browser.caption() != before).then_some(()));
    browser.inside(None);
    browser.script(
        "const frame = document.querySelector('iframe');
         const ask = { context: 'player.js', version: '0.0.11', method: 'getPaused', listener: 'x' };
         frame.contentWindow.postMessage(JSON.stringify(ask), '*');",
        &[],
    );
    let answer = browser.wait("an answer", || {
        let heard = browser.script("return window.heard;", &[]);
        heard.as_array()?.first().cloned()
    });
    browser.check(
        answer["value"] == true && answer["origin"] == "null",
        &format!("answers: {answer}"),
    );
    clean(&browser, &site, &host, "without an origin");
}

#[test]
fn a_sandbox_that_leaves_the_origin_needs_no_permission() {
    let (site, host, browser) = open("sandbox");
    browser.go(&host.url(""));
    browser.script(
        "const frame = document.querySelector('iframe');
         frame.sandbox = 'allow-scripts allow-same-origin';
         frame.addEventListener('load', () => window.anew = true);
         frame.src = frame.src;",
        &[],
    );
    // Until then the page that it had can still be used.
    browser.wait("the frame is loaded once more", || {
        (browser.script("return window.anew;", &[]) == true).then_some(())
    });
    browser.into_frame(FRAME);
    browser.ready();
    browser.one("button", "One hop forward").click();
    browser.check(browser.moment().0 > 0, "it plays");
    drop(site);
}

#[test]
fn a_page_without_an_origin_is_answered() {
    let site = Site::at("/whereabouts/");
    let host = Site::host("messages", &site);
    // The page of the documentation, as its own server has it played: without an origin.
    host.restrict("sandbox allow-scripts");
    site.share();
    let browser = Browser::at(&host.url(""));
    let origin = browser.script("return self.origin;", &[]);
    browser.check(origin == "null", "the page around the frame has no origin");
    // A frame in it has none either, and says so.
    browser.script(
        "addEventListener('message', ({ data, origin }) => {
             const message = { ...JSON.parse(data), origin };
             if (message.event === 'getPaused') window.told = message;
         });
         const frame = document.querySelector('iframe');
         const ask = { context: 'player.js', version: '0.0.11', method: 'getPaused' };
         frame.addEventListener('load', () => frame.contentWindow.postMessage(JSON.stringify(ask), '*'));
         frame.src = frame.src;",
        &[],
    );
    browser.wait("an answer", || {
        let told = browser.script("return window.told;", &[]);
        (told["value"] == true && told["origin"] == "null").then_some(())
    });
}

/// The library as npm has it, in a page as the documentation has it.
fn with_player_js(go: impl FnOnce(&Site, &Browser, &str)) -> (Site, Site, Browser) {
    let (site, host, browser) = open("player-js");
    let library = told("HOST_PACKAGES").join("player.js/dist/player-0.1.0.js");
    host.beside("/player.js", std::fs::read_to_string(library).expect("player.js"));
    go(&site, &browser, &host.url(""));
    (site, host, browser)
}

#[test]
fn player_js_plays_it_as_the_documentation_says() {
    let (_site, _host, browser) = with_player_js(|_, browser, url| browser.go(url));
    browser.wait("its player is ready", || {
        (browser.script("return player.isReady;", &[]) == true).then_some(())
    });
    browser.wait("it plays", || {
        let paused =
            browser.script_async("return new Promise((done) => player.getPaused(done));", &[]);
        (paused == false).then_some(())
    });
    let said = browser.script_async(
        "const get = (name) => new Promise((done) => player[name](done));
         const duration = await get('getDuration');
         const told = new Promise((done) => player.on('timeupdate', done));
         const time = await told;
         player.pause();
         player.setCurrentTime(3);
         await new Promise((done) => setTimeout(done, 100));
         const supports = ['play', 'getVolume', 'setVolume', 'mute', 'setLoop'].map((name) => player.supports('method', name));
         const ended = new Promise((done) => player.on('ended', () => done('ended')));
         const at = await get('getCurrentTime');
         player.setCurrentTime(duration);
         return { duration, time, at, paused: await get('getPaused'), muted: await get('getMuted'), supports, ended: await ended };",
        &[],
    );
    browser.check(said["duration"].as_f64() > Some(10.0), &format!("how long it is: {said}"));
    browser.check(
        said["time"]["duration"] == said["duration"]
            && said["time"]["seconds"].as_f64() > Some(0.0),
        &format!("time goes on: {said}"),
    );
    browser.check(
        said["at"] == 3 && said["paused"] == true && said["muted"] == true,
        &format!("it is steered: {said}"),
    );
    browser.check(
        said["supports"] == json!([true, true, false, false, false]),
        &format!("what it can: {said}"),
    );
    browser.check(said["ended"] == "ended", &format!("it ends: {said}"));
    let console = browser.console();
    let own = console.iter().filter(|line| !line.contains("seconds") && !line.contains("ended"));
    browser.check(own.count() == 0, &format!("an empty console: {console:#?}"));
}

#[test]
fn player_js_comes_when_the_frame_was_there_first() {
    let (_site, host, browser) = open("iframe");
    browser.go(&host.url(""));
    browser.into_frame(FRAME);
    browser.ready();
    browser.inside(None);
    let page = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../embed/player-js/index.html"
    ));
    let page = page.expect("the page");
    let script = page.split("<script>").nth(1).and_then(|rest| rest.split("</script>").next());
    // The library, and then the script of the documentation, in a page whose frame has long been played.
    let ready = browser.script_async(
        "const library = document.createElement('script');
         library.src = '/npm/player.js/dist/player-0.1.0.js';
         document.querySelector('iframe').id = 'explainer';
         document.head.append(library);
         await new Promise((done) => { library.onload = done; });
         const own = document.createElement('script');
         own.textContent = arguments[0];
         document.head.append(own);
         return new Promise((done) => player.on('play', () => done('plays')));",
        &[script.into()],
    );
    browser.check(ready == "plays", &format!("it is ready and plays: {ready}"));
}

#[test]
fn player_js_comes_when_the_frame_is_late() {
    let (_site, _host, browser) = with_player_js(|site, browser, url| {
        site.hold("page-loader.");
        std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(Duration::from_secs(2));
                site.mend();
            });
            browser.go(url);
        });
    });
    let ready = || browser.script("return player.isReady;", &[]);
    browser.wait("its player is ready", || (ready() == true).then_some(()));
    browser.wait("it plays", || {
        let paused =
            browser.script_async("return new Promise((done) => player.getPaused(done));", &[]);
        (paused == false).then_some(())
    });
}

#[test]
fn player_js_knows_a_frame_that_was_led_to_its_chapter() {
    let (site, host, browser) = open("iframe");
    browser.go(&host.url(""));
    for address in ["embed/?chapter=4", "embed/#chapter=4&speed=2", "embed/#lesson=anyone-may-ask"]
    {
        let src = browser.script_async(
            "const frame = document.querySelector('iframe');
             const said = (event) => new Promise((done) => {
                 const hear = ({ data }) => {
                     const message = JSON.parse(data);
                     if (message.event !== event) return;
                     removeEventListener('message', hear);
                     done(message.value);
                 };
                 addEventListener('message', hear);
             });
             const ask = { context: 'player.js', version: '0.0.11', method: 'addEventListener', value: 'ready' };
             const load = () => frame.contentWindow.postMessage(JSON.stringify(ask), '*');
             frame.addEventListener('load', load);
             frame.src = arguments[0];
             const { src } = await said('ready');
             frame.removeEventListener('load', load);
             return [src, frame.src];",
            &[site.url(address).into()],
        );
        browser.check(src[0] == src[1], &format!("{address} is known by its own address: {src}"));
    }
}
