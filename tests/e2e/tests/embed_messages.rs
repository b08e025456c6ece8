//! What a page and the page in its frame say to each other, with nothing between them but `postMessage`.

use e2e::{AT_VISITED, Browser, Engine, HOME_MATCH, QUESTIONS, Site, Wishes};
use serde_json::{Value, json};

e2e::everywhere!(
    a_frame_says_nothing_before_it_is_asked,
    a_frame_tells_what_it_was_asked_for,
    a_frame_is_played_paused_and_taken_to_a_moment,
    what_is_said_at_once_is_done_in_its_order,
    what_is_set_goes_through_the_parser_of_the_address_bar,
    a_frame_answers_the_page_around_it_and_no_other_window,
    what_is_not_understood_is_dropped_and_counted,
    a_frame_that_is_as_high_as_it_says_comes_to_rest,
    the_page_of_the_documentation_works_as_written,
);

/// As the first frame of `tests/embed/iframe` is called.
const FRAME: &str = "Two questions, an animated explainer";
const PLAYER: &str = "player.js";
const OURS: &str = "whereabouts";

/// Somebody's page on another origin, with a frame in which chapter 4 can be played, and a list of all
/// that is said to it.
struct Host {
    browser: Browser,
    site: Site,
    _host: Site,
}

impl Host {
    fn open(engine: Engine) -> Host {
        let site = Site::at("/whereabouts/");
        let host = Site::host("iframe", &site);
        // Somebody listens before there is a frame: what a page says that is replaced at once is lost, and WebKit's
        // driver is confused by it.
        host.beside(
            "/listening/",
            "<!doctype html><html lang=\"en\"><title>A host</title><link rel=\"icon\" href=\"data:,\"><h1>Roaming</h1>"
                .to_owned(),
        );
        let browser = Browser::open(Wishes::of(engine));
        browser.go(&host.url("listening/"));
        browser.script(
            "window.heard = [];
             addEventListener('message', ({ origin, data }) => {
                 window.heard.push({ origin, length: data.length, ...JSON.parse(data) });
             });
             const frame = document.createElement('iframe');
             [frame.src, frame.title] = arguments;
             [frame.width, frame.height, frame.allow] = ['100%', 720, 'clipboard-write'];
             frame.addEventListener('load', () => window.loaded = true);
             document.body.append(frame);",
            &[site.url("embed/chapters/4/").into(), FRAME.into()],
        );
        browser.wait("the frame is loaded", || {
            (browser.script("return window.loaded;", &[]) == true).then_some(())
        });
        let host = Host { browser, site, _host: host };
        host.in_the_frame(|browser| browser.ready());
        host
    }

    fn in_the_frame<T>(&self, what: impl FnOnce(&Browser) -> T) -> T {
        self.browser.into_frame(FRAME);
        let done = what(&self.browser);
        self.browser.inside(None);
        done
    }

    /// Sends a text as it is.
    fn send(&self, text: &str) {
        let script =
            "document.querySelector('iframe').contentWindow.postMessage(arguments[0], '*');";
        self.browser.script(script, &[text.into()]);
    }

    fn say(&self, context: &str, method: &str, value: Value) {
        let version = if context == PLAYER { json!("0.0.11") } else { json!(1) };
        let mut message = json!({ "context": context, "version": version, "method": method });
        match value {
            // A question, whose answer is to be known again.
            Value::Null => message["listener"] = method.into(),
            value => message["value"] = value,
        }
        self.send(&message.to_string());
    }

    fn listen(&self, context: &str, events: &[&str]) {
        events.iter().for_each(|event| self.say(context, "addEventListener", (*event).into()));
    }

    /// What has been said so far.
    fn heard(&self) -> Vec<Value> {
        let heard = self.browser.script("return window.heard;", &[]);
        heard.as_array().cloned().unwrap_or_default()
    }

    fn forget(&self) {
        self.browser.script("window.heard = [];", &[]);
    }

    /// The values of an event so far.
    fn told(&self, event: &str) -> Vec<Value> {
        let heard = self.heard().into_iter().filter(|message| message["event"] == event);
        heard.map(|message| message["value"].clone()).collect()
    }

    fn wait_for(&self, event: &str) -> Value {
        self.browser.wait(event, || self.told(event).pop())
    }

    /// What a method answers.
    fn ask(&self, context: &str, method: &str) -> Value {
        self.forget();
        self.say(context, method, Value::Null);
        self.wait_for(method)
    }

    fn state(&self) -> Value {
        self.ask(OURS, "getState")
    }
}

fn a_frame_says_nothing_before_it_is_asked(engine: Engine) {
    let host = Host::open(engine);
    host.in_the_frame(|browser| {
        browser.one("button", "One hop forward").click();
        browser.filter(AT_VISITED, HOME_MATCH).click();
        browser.one("button", "Play").click();
        browser.one("button", "Pause").click();
        browser.one("button", "Play");
    });
    // Whatever it had said would be here before the answer.
    host.say(PLAYER, "getPaused", Value::Null);
    host.wait_for("getPaused");
    let heard = host.heard();
    host.browser.check(heard.len() == 1, &format!("one answer, and nothing else: {heard:#?}"));
    let expected = json!({
        "origin": host.site.origin(),
        "length": heard[0]["length"],
        "context": PLAYER,
        "version": "0.0.11",
        "event": "getPaused",
        "value": true,
        "listener": "getPaused",
    });
    host.browser.check(heard[0] == expected, &format!("in Player.js’s envelope: {}", heard[0]));
    host.browser.clean(&host.site, "on somebody’s page");
}

fn a_frame_tells_what_it_was_asked_for(engine: Engine) {
    let host = Host::open(engine);
    host.listen(PLAYER, &["ready", "play", "pause", "timeupdate", "ended", "seeked", "error"]);
    host.listen(OURS, &["step", "choice", "answer", "chapter", "completed", "notice"]);
    let ready = host.wait_for("ready");
    let src = host.browser.script("return document.querySelector('iframe').src;", &[]);
    host.browser.check(ready["src"] == src, &format!("whose it is: {ready} of {src}"));
    let chapter = json!({ "lesson": "two-questions", "chapter": 4, "title": "Two questions" });
    host.browser.check(host.wait_for("chapter") == chapter, "which chapter it is, at once");

    host.say(OURS, "set", "speed=4".into());
    host.say(PLAYER, "play", Value::Null);
    host.wait_for("play");
    host.in_the_frame(|browser| browser.asked(QUESTIONS[3]).one("button", "Yes").click());
    host.wait_for("ended");
    host.browser.check(
        host.wait_for("answer") == json!({ "said": true, "is": true, "right": true }),
        "the answer",
    );
    let steps: Vec<u64> =
        host.told("step").iter().filter_map(|step| step["step"].as_u64()).collect();
    host.browser.check(
        steps.is_sorted() && steps.len() > 4,
        &format!("its steps, in their order: {steps:?}"),
    );
    let number = |value: &Value, name: &str| value[name].as_f64().unwrap_or(f64::NAN);
    let times = host.told("timeupdate");
    let seconds: Vec<f64> = times.iter().map(|time| number(time, "seconds")).collect();
    host.browser.check(seconds.is_sorted() && seconds.len() > 4, &format!("the time: {seconds:?}"));
    let last = times.last().cloned().unwrap_or_default();
    host.browser.check(
        number(&last, "seconds") == number(&last, "duration"),
        &format!("to the end: {last}"),
    );
    host.browser.check(host.told("seeked").is_empty(), "playing is not seeking");
    host.browser.check(host.told("error").is_empty(), "and nothing is wrong");

    // From the turning point the run with the filter went along, so both outcomes were seen.
    let chosen = |filters: &str| {
        host.browser.wait(&format!("the choice {filters}"), || {
            host.told("choice").pop().filter(|choice| choice["filters"] == filters)
        })
    };
    let choice = chosen("visited.home-match");
    let address = choice["address"].as_str().unwrap_or_default();
    host.browser.check(
        address.contains("filters=visited.home-match"),
        &format!("with its address: {address}"),
    );
    host.browser.check(host.told("completed") == [chapter], "it is completed, once");
    host.in_the_frame(|browser| browser.filter(AT_VISITED, HOME_MATCH).click());
    chosen("none");

    // Nobody listens any more.
    for event in ["play", "pause", "timeupdate", "seeked"] {
        host.say(PLAYER, "removeEventListener", event.into());
    }
    host.forget();
    host.say(PLAYER, "setCurrentTime", 1.into());
    host.say(PLAYER, "getCurrentTime", Value::Null);
    host.wait_for("getCurrentTime");
    host.browser.check(
        host.told("seeked").is_empty() && host.told("timeupdate").is_empty(),
        "who stopped listening hears nothing",
    );
}

fn a_frame_is_played_paused_and_taken_to_a_moment(engine: Engine) {
    let host = Host::open(engine);
    let duration = host.ask(PLAYER, "getDuration").as_f64().unwrap_or_default();
    host.browser.check(duration > 10.0, &format!("{duration} seconds"));
    for (method, value) in [
        ("getVolume", json!(0)),
        ("getMuted", json!(true)),
        ("getLoop", json!(false)),
        ("getCurrentTime", json!(0)),
    ] {
        let is = host.ask(PLAYER, method);
        host.browser.check(
            is.as_f64() == value.as_f64() && is.as_bool() == value.as_bool(),
            &format!("{method} is {is}"),
        );
    }
    host.listen(PLAYER, &["seeked", "play", "pause"]);
    host.say(PLAYER, "setCurrentTime", 3.25.into());
    host.wait_for("seeked");
    host.browser.check(host.ask(PLAYER, "getCurrentTime") == 3.25, "there it is");
    host.browser
        .check(host.in_the_frame(|browser| browser.moment().0) == 3250, "in whole milliseconds");
    // Before the beginning and behind the end there is nothing.
    for (to, is) in [(-5.0, 0.0), (1e9, duration)] {
        host.forget();
        host.say(PLAYER, "setCurrentTime", to.into());
        host.wait_for("seeked");
        let now = host.ask(PLAYER, "getCurrentTime").as_f64();
        host.browser.check(now == Some(is), &format!("{to} is {is}, and not {now:?}"));
    }
    host.say(PLAYER, "setCurrentTime", 0.into());
    host.say(PLAYER, "play", Value::Null);
    host.wait_for("play");
    host.browser.wait("time goes on", || {
        let now = host.ask(PLAYER, "getCurrentTime").as_f64()?;
        (now > 0.0 && now < duration).then_some(())
    });
    host.browser.check(host.ask(PLAYER, "getPaused") == false, "while it plays");
    host.say(PLAYER, "pause", Value::Null);
    host.wait_for("pause");
    let still = host.ask(PLAYER, "getCurrentTime");
    host.browser
        .check(host.in_the_frame(|browser| browser.has("button", "Play")), "it stands still");
    host.browser.check(host.ask(PLAYER, "getCurrentTime") == still, "there");
}

fn what_is_said_at_once_is_done_in_its_order(engine: Engine) {
    let host = Host::open(engine);
    for (filters, speed, moment) in [("visited.home-match", "2", 2000), ("none", "4", 3000)] {
        host.say(PLAYER, "play", Value::Null);
        // In one go, and in several.
        host.browser.script(
            "const { contentWindow } = document.querySelector('iframe');
             for (const value of arguments[0]) {
                 const message = { context: 'whereabouts', version: 1, method: 'set', value };
                 contentWindow.postMessage(JSON.stringify(message), '*');
             }",
            &[json!([format!("filters={filters}"), format!("speed={speed}")])],
        );
        host.say(OURS, "set", format!("at={moment}").into());
        host.say(PLAYER, "pause", Value::Null);
        let state = host.browser.wait("it stands still again", || {
            Some(host.state()).filter(|state| state["playing"] == false && state["moment"] != 0)
        });
        let now = [&state["filters"], &state["speed"]];
        host.browser.check(now == [filters, speed], &format!("nothing is lost: {state}"));
        let at = state["moment"].as_u64().unwrap_or_default();
        host.browser
            .check((moment..moment + 4000).contains(&at), &format!("nor is the moment: {state}"));
    }
}

fn what_is_set_goes_through_the_parser_of_the_address_bar(engine: Engine) {
    let host = Host::open(engine);
    host.say(OURS, "set", "at=end&filters=visited.home-match&depth=engineer".into());
    let state = host.browser.wait("it is set", || {
        let state = host.state();
        (state["filters"] == "visited.home-match" && state["depth"] == "engineer").then_some(state)
    });
    host.browser.check(state["moment"] == state["length"], &format!("at the end: {state}"));
    host.listen(OURS, &["notice"]);
    for wrong in ["filters=home.nonsense", "at=third-question.7", "colour=red", "speed=%00"] {
        let before = host.state();
        host.forget();
        host.say(OURS, "set", wrong.into());
        host.wait_for("notice");
        let (now, was) = (host.state(), before);
        for name in ["lesson", "moment", "filters", "speed", "depth"] {
            host.browser
                .check(now[name] == was[name], &format!("{wrong} leaves {name} as it was: {now}"));
        }
    }
    // Another chapter is another page, which has to be asked anew.
    host.say(OURS, "set", "chapter=3".into());
    host.browser.wait("the other chapter", || {
        host.forget();
        host.say(OURS, "getState", Value::Null);
        host.browser.settle();
        host.told("getState").pop().filter(|state| state["chapter"] == 3)
    });
}

fn a_frame_answers_the_page_around_it_and_no_other_window(engine: Engine) {
    let host = Host::open(engine);
    let asked = json!({ "context": PLAYER, "version": "0.0.11", "method": "getPaused", "listener": "stranger" });
    let heard = host.browser.script_async(
        "const [message] = arguments;
         const stranger = document.createElement('iframe');
         document.body.append(stranger);
         const other = stranger.contentWindow;
         other.heard = [];
         other.eval(`addEventListener('message', ({ data }) => heard.push(data));
             window.send = (to, message) => to.postMessage(message, '*');`);
         other.send(document.querySelector('iframe').contentWindow, message);
         await new Promise((done) => setTimeout(done, 300));
         return [...other.heard, ...window.heard];",
        &[asked.to_string().into()],
    );
    host.browser.check(heard == json!([]), &format!("a stranger is told nothing: {heard}"));
    // As long as a question of the page around it takes, and longer.
    let answer = host.ask(PLAYER, "getPaused");
    host.browser.check(answer == true && host.heard().len() == 1, "while the page around it is");
    host.browser.check(host.ask(OURS, "getDropped") == 0, "and that is none of its messages");
}

fn what_is_not_understood_is_dropped_and_counted(engine: Engine) {
    let host = Host::open(engine);
    host.listen(PLAYER, &["error"]);
    let before = host.state();
    let message = |context: &str, version: Value, method: &str, value: Value| {
        json!({ "context": context, "version": version, "method": method, "value": value })
            .to_string()
    };
    let long = "at=end&".repeat(700);
    let wrong = [
        String::new(),
        "{".to_owned(),
        "null".to_owned(),
        "[1, 2]".to_owned(),
        "\"play\"".to_owned(),
        "[iFrameSizer]message".to_owned(),
        message("somebody", json!(1), "play", Value::Null),
        message("__proto__", json!(1), "play", Value::Null),
        message(OURS, json!(2), "set", "at=end".into()),
        message(OURS, json!(1), "play", Value::Null),
        message(OURS, json!(1), "constructor", Value::Null),
        message(OURS, json!(1), "set", 5.into()),
        message(OURS, json!(1), "set", long.into()),
        message(OURS, json!(1), "addEventListener", "everything".into()),
        message(PLAYER, json!("0.0.11"), "setCurrentTime", "5".into()),
        message(PLAYER, json!("0.0.11"), "setCurrentTime", Value::Null),
        message(PLAYER, json!("0.0.11"), "setVolume", 50.into()),
        json!({ "context": PLAYER, "method": "play", "listener": { "a": 1 } }).to_string(),
    ];
    wrong.iter().for_each(|text| host.send(text));
    // What is not text is not even read.
    host.browser.script(
        "const { contentWindow } = document.querySelector('iframe');
         contentWindow.postMessage({ context: 'player.js', method: 'play' }, '*');
         contentWindow.postMessage(new ArrayBuffer(8), '*');",
        &[],
    );
    let expected = wrong.len() + 2;
    host.browser
        .wait("an error of code 2", || host.told("error").pop().filter(|error| error["code"] == 2));
    let dropped = host.ask(OURS, "getDropped");
    host.browser.check(dropped == expected, &format!("{expected} are dropped: {dropped}"));
    let after = host.state();
    host.browser.check(after == before, &format!("and nothing is changed: {before} {after}"));

    // Nor does anybody fill the page’s memory by listening.
    for number in 0..200 {
        let listen = json!({ "context": OURS, "version": 1, "method": "addEventListener", "value": "step", "listener": format!("{number}") });
        host.send(&listen.to_string());
    }
    let dropped = host.ask(OURS, "getDropped").as_u64().unwrap_or_default();
    let over = dropped - expected as u64;
    host.browser.check((100..200).contains(&over), &format!("{over} are too many listeners"));
    host.browser.clean(&host.site, "after all that");
}

fn a_frame_that_is_as_high_as_it_says_comes_to_rest(engine: Engine) {
    let host = Host::open(engine);
    host.browser.script(
        "const frame = document.querySelector('iframe');
         addEventListener('message', ({ data }) => {
             const { event, value } = JSON.parse(data);
             if (event === 'height') frame.height = value.height;
         });",
        &[],
    );
    host.listen(OURS, &["height"]);
    let (mut before, mut seen) = (0, String::new());
    for width in [320, 480, 700, 1000, 1320] {
        host.browser
            .script("document.querySelector('iframe').width = arguments[0];", &[width.into()]);
        // As soon as it is as high as it has said last, it has come to rest.
        let what = format!("{width} wide it is as high as it says, and has no bar");
        let all = host.browser.wait(&what, || {
            let told = host.told("height");
            let all: Vec<u64> = told.iter().filter_map(|told| told["height"].as_u64()).collect();
            let said = *all.last()?;
            let is = host.in_the_frame(|browser| {
                browser.script(
                    "const { documentElement } = document;
                     const { height } = documentElement.getBoundingClientRect();
                     return [Math.ceil(height), innerHeight, documentElement.clientWidth];",
                    &[],
                )
            });
            let now = format!("{width} wide it has said {all:?} and is {is}");
            if seen != now {
                // Only seen where it fails.
                eprintln!("{now}");
                seen = now;
            }
            (is == json!([said, said, width])).then_some(all)
        });
        let new = all.len() - before;
        before = all.len();
        host.browser.check(new <= 4, &format!("{width} wide it comes to rest: {all:?}"));
    }
    // What opens and closes is followed up and down.
    let narrow = host.told("height").len();
    host.say(OURS, "set", "panels=all".into());
    host.browser.wait("it grows", || (host.told("height").len() > narrow).then_some(()));
    host.say(OURS, "set", "panels=none".into());
    host.browser.wait("it shrinks", || {
        let all: Vec<u64> =
            host.told("height").iter().filter_map(|told| told["height"].as_u64()).collect();
        (all.last() < all.iter().max()).then_some(())
    });
}

fn the_page_of_the_documentation_works_as_written(engine: Engine) {
    let site = Site::at("/whereabouts/");
    let host = Site::host("messages", &site);
    let browser = Browser::open(Wishes::of(engine));
    browser.go(&host.url(""));
    browser.wait("a height that was told", || {
        let height = browser.script("return document.querySelector('iframe').height;", &[]);
        (height != "720").then_some(())
    });
    browser.into_frame(FRAME);
    browser.ready();
    let scrolls =
        browser.script("return document.documentElement.scrollHeight > innerHeight;", &[]);
    browser.check(scrolls == false, "nothing scrolls in the frame");
}
