//! A browser of our own with an empty profile, and a reader's eyes and hands in it.

use crate::driver::Driver;
use crate::element::{Element, HANDLE, squeezed};
use crate::engine::Engine;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How the browser is set up.
#[derive(Clone, Copy)]
pub struct Wishes {
    pub engine: Engine,
    /// Of the part that shows the page.
    pub width: u32,
    pub height: u32,
    /// The system's setting to have less movement. WebKit cannot be told.
    pub reduced_motion: bool,
    /// The system's setting for dark colours. WebKit cannot be told.
    pub dark: bool,
    /// Only Chromium can do without.
    pub javascript: bool,
    /// Whether the browser lists what it asks for. Only Chromium does.
    pub lists_requests: bool,
    /// A file for fontconfig, instead of the fonts of this machine.
    pub fonts: Option<&'static str>,
}

impl Default for Wishes {
    fn default() -> Wishes {
        Wishes {
            engine: Engine::Chromium,
            width: 1400,
            height: 900,
            reduced_motion: false,
            dark: false,
            javascript: true,
            lists_requests: false,
            fonts: None,
        }
    }
}

impl Wishes {
    pub fn size(width: u32, height: u32) -> Wishes {
        Wishes { width, height, ..Wishes::default() }
    }

    pub fn of(engine: Engine) -> Wishes {
        Wishes { engine, ..Wishes::default() }
    }
}

pub struct Browser {
    driver: Driver,
    session: String,
    pub engine: Engine,
}

/// Much longer than anything takes: it is waited for conditions, never for time.
const PATIENCE: Duration = Duration::from_secs(40);
/// What WebKit's driver says of a script whose page has gone meanwhile.
const UNLOADED: &str = "not called before the unload event";
const EVERY: Duration = Duration::from_millis(25);

/// What Chromium remarks on and is meant: it does not check what is preloaded for `fetch`, only what is
/// then fetched; and a link to another chapter does not need the lesson that is preloaded.
const PASSED_OVER: [&str; 2] = [
    "`integrity` attribute is currently ignored for preload destinations",
    "was preloaded using link preload but not used within a few seconds",
];

/// Remembers, from before the first line of the page, whatever its policy refuses.
const WITNESS: &str = "
    window.refused = [];
    window.complaints = [];
    window.addEventListener('error', (event) => window.complaints.push(`error: ${event.message}`));
    window.addEventListener('unhandledrejection', (event) => {
        window.complaints.push(`error: ${event.reason}`);
    });
    document.addEventListener('securitypolicyviolation', (event) => {
        window.refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });";

impl Browser {
    pub fn open(wishes: Wishes) -> Browser {
        let engine = wishes.engine;
        let driver = Driver::start(engine, wishes.fonts);
        let answer = driver.post("/session", &engine.capabilities(&wishes));
        let answer = answer.unwrap_or_else(|why| panic!("{engine:?} does not start: {why}"));
        let session = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        let browser = Browser { driver, session, engine };
        browser.resize(wishes.width, wishes.height);
        if engine == Engine::Chromium {
            let mut settings = Vec::new();
            if wishes.reduced_motion {
                settings.push(("prefers-reduced-motion", "reduce"));
            }
            let scheme = if wishes.dark { "dark" } else { "light" };
            settings.push(("prefers-color-scheme", scheme));
            browser.emulate(&settings);
            browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WITNESS }));
            if !wishes.javascript {
                browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
            }
        }
        browser
    }

    /// Settings of the system, by the names of the media features that they show in. Only Chromium.
    pub fn emulate(&self, settings: &[(&str, &str)]) {
        let all = settings.iter().map(|(name, value)| json!({ "name": name, "value": value }));
        let all: Vec<Value> = all.collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": all }));
    }

    /// Opens an address with everything as usual.
    pub fn at(url: &str) -> Browser {
        let browser = Browser::open(Wishes::default());
        browser.go(url);
        browser
    }

    pub fn go(&self, url: &str) {
        if let Err(why) = self.post("/url", &json!({ "url": url })) {
            panic!("{url} cannot be opened: {why}");
        }
        if self.engine != Engine::Chromium {
            // Before the page's first line only Chromium lets us in.
            self.script(WITNESS, &[]);
        }
    }

    /// From here on everything is looked for in a frame of the page, or with nothing, in the page again.
    pub fn inside(&self, frame: Option<&Element<'_>>) {
        let frame = json!({ "id": frame.map_or(Value::Null, Element::handle) });
        self.post("/frame", &frame).expect("there is such a frame");
    }

    pub fn address(&self) -> String {
        let address = self.get("/url").expect("there is an address");
        address.as_str().unwrap_or_default().to_owned()
    }

    /// The size of the part that shows the page. Firefox and WebKit have windows with a least width of
    /// some 450 pixels: what is narrower belongs in a frame.
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine == Engine::Chromium {
            let size = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.devtools("Emulation.setDeviceMetricsOverride", size);
            return;
        }
        // The window has a frame and bars of a size that only shows.
        let (mut wide, mut high) = (width, height);
        let end = Instant::now() + PATIENCE;
        loop {
            let rect = json!({ "x": 0, "y": 0, "width": wide, "height": high });
            self.post("/window/rect", &rect).expect("a window has a size");
            // It comes a little later.
            let seen = self.script_async(
                "const [width, height] = arguments;
                 for (let i = 0; i < 20 && (innerWidth !== width || innerHeight !== height); i++) {
                     await new Promise((done) => setTimeout(done, 20));
                 }
                 return [innerWidth, innerHeight];",
                &[width.into(), height.into()],
            );
            let seen = [0, 1].map(|at| seen[at].as_u64().unwrap_or_default() as u32);
            if seen == [width, height] {
                return;
            }
            if Instant::now() > end {
                panic!("the window is {seen:?} and not {width} by {height}");
            }
            wide = (wide + width).saturating_sub(seen[0]);
            high = (high + height).saturating_sub(seen[1]);
        }
    }

    /// A phone's screen instead: of that size, without a mouse, pressed by fingers. Only Chromium.
    pub fn as_a_phone(&self, width: u32, height: u32) {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
        let fingers = json!({ "enabled": true, "maxTouchPoints": 5 });
        self.devtools("Emulation.setTouchEmulationEnabled", fingers);
    }

    /// Lets the page that is open use the clipboard, as a person would when asked.
    pub fn allow_clipboard(&self) {
        for name in ["clipboard-read", "clipboard-write"] {
            let wish = json!({ "descriptor": { "name": name }, "state": "granted" });
            self.post("/permissions", &wish).expect("Chromium grants the clipboard");
        }
    }

    /// Keeps the page that is open from writing to the clipboard.
    pub fn forbid_clipboard(&self) {
        let wish = json!({ "descriptor": { "name": "clipboard-write" }, "state": "denied" });
        self.post("/permissions", &wish).expect("Chromium denies the clipboard");
    }

    /// Presses keys one after the other, each with whatever is held.
    pub fn press(&self, held: Option<char>, keys: &[char]) {
        let mut actions = Vec::new();
        let mut act = |kind: &str, key: char| actions.push(json!({ "type": kind, "value": key }));
        held.into_iter().for_each(|key| act("keyDown", key));
        for &key in keys {
            act("keyDown", key);
            act("keyUp", key);
        }
        held.into_iter().for_each(|key| act("keyUp", key));
        let body = json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] });
        self.post("/actions", &body).expect("keys can be pressed");
    }

    /// A finger put down on an element, moved by so many pixels in so many steps, and lifted.
    pub fn swipe(&self, element: &Element<'_>, down: i32, steps: i32) {
        let mut actions = vec![
            json!({ "type": "pointerMove", "duration": 0, "origin": element.handle(), "x": 0, "y": 0 }),
            json!({ "type": "pointerDown", "button": 0 }),
        ];
        for _ in 0..steps {
            let by = down / steps;
            actions.push(
                json!({ "type": "pointerMove", "duration": 40, "origin": "pointer", "x": 0, "y": by }),
            );
        }
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let finger = json!({
            "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" },
            "actions": actions,
        });
        self.post("/actions", &json!({ "actions": [finger] })).expect("a finger can be moved");
    }

    /// A click of the mouse at a place in the window.
    pub fn click_at(&self, place: &Value) {
        let at = |i: usize| place[i].as_f64().unwrap_or_default().round();
        let body = json!({ "actions": [{ "type": "pointer", "id": "mouse", "actions": [
            { "type": "pointerMove", "duration": 0, "x": at(0), "y": at(1) },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ] }] });
        self.post("/actions", &body).expect("the mouse can be clicked");
    }

    /// A finger that taps an element.
    pub fn tap(&self, element: &Element<'_>) {
        let centred = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.script(centred, &[element.handle()]);
        self.swipe(element, 0, 0);
    }

    /// What has the focus.
    pub fn focused(&self) -> Option<Element<'_>> {
        let found = self.get("/element/active").ok()?;
        let id = found[HANDLE].as_str()?.to_owned();
        Some(Element { browser: self, id })
    }

    /// The one thing of that role and name; waits until it is there.
    #[track_caller]
    pub fn one(&self, role: &str, name: &str) -> Element<'_> {
        self.seek(None, role, name)
    }

    /// Everything of that role that is on the page now, in the page's order.
    pub fn all(&self, role: &str) -> Vec<Element<'_>> {
        self.every(None, role)
    }

    /// Whether there is such a thing now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.all(role).iter().any(|element| element.name() == name)
    }

    #[track_caller]
    pub(crate) fn seek<'b>(
        &'b self,
        inside: Option<&Element<'_>>,
        role: &str,
        name: &str,
    ) -> Element<'b> {
        let end = Instant::now() + PATIENCE;
        loop {
            let all = self.every(inside, role);
            let mut names: Vec<String> = all.iter().map(Element::name).collect();
            let fits: Vec<usize> = (0..all.len()).filter(|&i| names[i] == name).collect();
            if let [only] = fits[..] {
                return all[only].clone();
            }
            if Instant::now() > end {
                names.iter_mut().for_each(|name| *name = format!("\n    “{name}”"));
                self.fail(&format!(
                    "looked for the {role} “{name}” and found {} of it\n  with that role there were:{}",
                    fits.len(),
                    names.concat(),
                ));
            }
            std::thread::sleep(EVERY);
        }
    }

    pub(crate) fn every<'b>(
        &'b self,
        inside: Option<&Element<'_>>,
        role: &str,
    ) -> Vec<Element<'b>> {
        // Not what is found, only what is asked for its role: a list of everything would take long.
        let script = "
            const all = (arguments[1] ?? document).querySelectorAll(arguments[0]);
            // What a closed list offers is not drawn, and offered all the same.
            const there = (element) => element.localName === 'option' || element.checkVisibility();
            return [...all].filter(there);";
        let scope = inside.map_or(Value::Null, Element::handle);
        let mut found = self.elements(script, &[candidates(role).into(), scope]);
        found.retain(|element| element.role() == role);
        found
    }

    /// Everything that can be used now, by a click or a key, in the page's order.
    pub fn usable(&self) -> Vec<Element<'_>> {
        let script = "
            const all = document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]');
            return [...all].filter((element) => element.checkVisibility() && !element.disabled);";
        self.elements(script, &[])
    }

    /// The elements that a script finds.
    pub(crate) fn elements(&self, script: &str, arguments: &[Value]) -> Vec<Element<'_>> {
        let mut found = self.script(script, arguments);
        if found.is_object() {
            found = Value::Array(vec![found]);
        }
        let handles = found.as_array().into_iter().flatten();
        let ids = handles.filter_map(|handle| handle[HANDLE].as_str());
        ids.map(|id| Element { browser: self, id: id.to_owned() }).collect()
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, mut so: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            // Once more after the end: one question alone may have taken until then.
            let last = Instant::now() > end;
            if let Some(done) = so() {
                return done;
            }
            if last {
                self.fail(&format!("waited for this, and it did not come: {what}"));
            }
            std::thread::sleep(EVERY);
        }
    }

    /// Fails the scenario, with what was on the page.
    #[track_caller]
    pub fn fail(&self, what: &str) -> ! {
        panic!(
            "{what}\n  at {}\n  the console says: {:?}\n  the page says:\n{}",
            self.address(),
            self.console(),
            self.text()
        );
    }

    /// A check that shows the page where it does not hold.
    #[track_caller]
    pub fn check(&self, holds: bool, what: &str) {
        if !holds {
            self.fail(&format!("this does not hold: {what}"));
        }
    }

    /// Hides the page behind another tab, does something meanwhile, and comes back to it.
    pub fn hidden<T>(&self, meanwhile: impl FnOnce() -> T) -> T {
        let page = self.get("/window").expect("a window has a name");
        let other = self.post("/window/new", &json!({ "type": "tab" })).expect("another tab");
        self.switch(&other["handle"]);
        self.devtools("Page.bringToFront", json!({}));
        let done = meanwhile();
        let closed = self.driver.delete(&format!("/session/{}/window", self.session));
        closed.expect("a tab can be closed");
        self.switch(&page);
        self.devtools("Page.bringToFront", json!({}));
        done
    }

    fn switch(&self, window: &Value) {
        self.post("/window", &json!({ "handle": window })).expect("there is such a window");
    }

    /// Everything that can be read on the page, line by line.
    pub fn text(&self) -> String {
        let text = self.script("return document.body?.innerText ?? '';", &[]);
        let text = text.as_str().unwrap_or_default();
        let lines = text.lines().map(squeezed).filter(|line| !line.is_empty());
        lines.map(|line| format!("    {line}\n")).collect()
    }

    /// What the console has said since it was last asked: level and words. From Firefox and WebKit what a
    /// page has complained about since it was opened, as far as a script of the page can hear it.
    pub fn console(&self) -> Vec<String> {
        if self.engine != Engine::Chromium {
            let heard = self.script("return window.complaints ?? [];", &[]);
            let heard = heard.as_array().into_iter().flatten();
            return heard.filter_map(Value::as_str).map(str::to_owned).collect();
        }
        let log = self.post("/se/log", &json!({ "type": "browser" })).unwrap_or_default();
        let line = |entry: &Value| {
            let part = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
            format!("{}: {}", part("level"), part("message"))
        };
        let lines = log.as_array().into_iter().flatten().map(line);
        lines.filter(|line| !PASSED_OVER.iter().any(|known| line.contains(known))).collect()
    }

    /// What the page's policy has refused since the page was opened.
    pub fn refused(&self) -> Value {
        self.script("return window.refused;", &[])
    }

    /// Every address that the page and its frames have asked for since this was last asked, whatever came of it:
    /// Chromium's own list, if it was [wished for](Wishes::lists_requests).
    pub fn requests(&self) -> Vec<String> {
        let log = self.post("/se/log", &json!({ "type": "performance" }));
        let log = log.expect("Chromium has a list of its requests");
        let request = |entry: &Value| {
            let told: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let told = &told["message"];
            let url = match told["method"].as_str()? {
                "Network.requestWillBeSent" => &told["params"]["request"]["url"],
                "Network.webSocketCreated" | "Network.webTransportCreated" => {
                    &told["params"]["url"]
                }
                _ => return None,
            };
            url.as_str().map(str::to_owned)
        };
        log.as_array().into_iter().flatten().filter_map(request).collect()
    }

    /// What a script says, if the page still stands when it could: WebKit's driver waits in vain for an
    /// answer from a page that is replaced by the next one.
    pub(crate) fn script_now(&self, script: &str) -> Option<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": [] })).ok()
    }

    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.run("/execute/sync", script, arguments)
    }

    /// A script that waits for something: the body of an async function.
    pub fn script_async(&self, script: &str, arguments: &[Value]) -> Value {
        let whole = format!(
            "const done = arguments[arguments.length - 1];
             (async (...arguments) => {{ {script} }})(...arguments)
                 .then(done, (error) => done(`it failed: ${{error}}`));"
        );
        self.run("/execute/async", &whole, arguments)
    }

    fn run(&self, path: &str, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        match self.post(path, &body) {
            Ok(value) => value,
            // What a script was told to look at has been drawn anew in the meantime, or all of the page, which is how
            // WebKit's driver says it.
            Err(why) if why.starts_with("stale element") || why.contains(UNLOADED) => Value::Null,
            Err(why) => panic!("a script does not run: {why}\n{script}"),
        }
    }

    /// The page on sheets of A4, as a PDF.
    pub fn print(&self) -> Vec<u8> {
        let sheet = json!({ "page": { "width": 21.0, "height": 29.7 } });
        let printed = self.post("/print", &sheet);
        let printed =
            printed.unwrap_or_else(|why| self.fail(&format!("it cannot be printed: {why}")));
        base64(printed.as_str().unwrap_or_default())
    }

    /// What can be seen now, as a PNG.
    pub fn picture_of_it(&self) -> Vec<u8> {
        let picture = self.devtools("Page.captureScreenshot", json!({ "format": "png" }));
        base64(picture["data"].as_str().unwrap_or_default())
    }

    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let answer = self.post("/goog/cdp/execute", &body);
        answer.unwrap_or_else(|why| panic!("Chromium does not do {command}: {why}"))
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value, String> {
        self.driver.get(&format!("/session/{}{path}", self.session))
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.driver.post(&format!("/session/{}{path}", self.session), body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.delete(&format!("/session/{}", self.session));
    }
}

/// Which elements could have a role at all; the browser then says which do.
fn candidates(role: &str) -> &'static str {
    match role {
        "alert" | "group" | "status" => "fieldset, output, [role]",
        "button" => "button, [role]",
        "cell" => "td",
        "columnheader" | "rowheader" => "th",
        "complementary" => "aside",
        "combobox" => "select",
        "definition" => "dd",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "image" => "img, svg",
        "link" => "a",
        "list" => "ul, ol",
        "listitem" => "li",
        "navigation" => "nav",
        "option" => "option",
        "paragraph" => "p",
        "region" => "section",
        "row" => "tr",
        "slider" | "switch" => "input",
        "table" => "table",
        "term" => "dt",
        "checkbox" => "input",
        "textbox" => "input, textarea",
        _ => "*",
    }
}

/// The bytes that are written in base 64.
pub(crate) fn base64(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    bytes
}
