//! What is on this page, read as somebody reads it, and what somebody does there.

use crate::{AT_VISITED, Browser, Element, HOME_MATCH, Site};
use serde_json::Value;
use std::fmt::Write;

impl Browser {
    /// Opens the page at a moment and waits until it listens.
    #[track_caller]
    pub fn page(&self, site: &Site, hash: &str) {
        // Where only the part behind # changes, a browser does not load anew.
        self.go("about:blank");
        self.go(&site.url(hash));
        self.ready();
    }

    /// Opens any page of the site and waits until whatever moves on it listens.
    #[track_caller]
    pub fn visit(&self, site: &Site, address: &str) {
        self.go("about:blank");
        self.go(&site.url(address));
        self.goes_down();
        self.wait("everything on the page can be used", || self.usable_now());
    }

    /// Below the crowd the player comes to life when somebody comes near it: goes there, and back to the top.
    fn goes_down(&self) {
        let script = "
            if (!document.getElementById('whereabouts-month')) return;
            const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const before = scrollY;
            document.getElementById('whereabouts').scrollIntoView();
            await drawn();
            await drawn();
            scrollTo(0, before);";
        self.script_async(script, &[]);
    }

    /// Opens addresses of the site in frames of a page that is somebody else's, side by side; the frames
    /// are called “one”, “two” and so on. From here on everything is looked for in the first.
    #[track_caller]
    pub fn framed(&self, site: &Site, (width, height): (u32, u32), addresses: &[&str]) {
        let frame = |(address, title): (&&str, &&str)| {
            let address = site.url(address).replace('&', "&amp;");
            format!(
                r#"<iframe title="{title}" src="{address}" width="{width}" height="{height}" style="border: 0"></iframe>"#
            )
        };
        let frames: String = addresses.iter().zip(&FRAMES).map(frame).collect();
        let html = format!(
            "<!doctype html><html lang=\"en\"><title>Somebody else’s page</title><link rel=\"icon\" href=\"data:,\"><style>body {{ margin: 0 }}</style>\
             <body><h1><button>Something of theirs</button></h1>{frames}"
        );
        site.beside("/somebody-else/", html);
        self.go(&format!("{}/somebody-else/", site.origin()));
        self.into_frame(FRAMES[0]);
    }

    /// From here on everything is looked for in that frame.
    #[track_caller]
    pub fn into_frame(&self, title: &str) {
        self.inside(None);
        let script = "return document.querySelector(`iframe[title='${arguments[0]}']`);";
        let frame = self.elements(script, &[title.into()]);
        self.inside(Some(frame.first().unwrap_or_else(|| self.fail("there is no such frame"))));
        self.wait("the page in the frame can be used", || self.usable_now());
    }

    /// From here on everything is looked for in the frame with that title, which an element of that name has
    /// in its shadow.
    #[track_caller]
    pub fn into_shadow(&self, name: &str, title: &str) {
        self.inside(None);
        self.inside(Some(&self.in_shadow(name, &format!("iframe[title='{title}']"))));
        self.wait("the page in the frame can be used", || self.usable_now());
    }

    /// The first thing that fits in the shadow of elements of that name.
    #[track_caller]
    pub fn in_shadow(&self, name: &str, selector: &str) -> Element<'_> {
        let script = "
            const all = [...document.querySelectorAll(arguments[0])];
            return all.map(({ shadowRoot }) => shadowRoot?.querySelector(arguments[1])).find(Boolean);";
        self.wait(&format!("{selector} in {name}"), || {
            self.elements(script, &[name.into(), selector.into()]).into_iter().next()
        })
    }

    /// Whether whatever moves on the page listens.
    fn usable_now(&self) -> Option<()> {
        // In a form of their own not everything is possible at all times; but it has to be there, and so has the player.
        let script = "const stands = (it) => it.firstElementChild && !it.firstElementChild.matches('.lead');
            const roots = document.querySelectorAll('div:is(#whereabouts, [id^=whereabouts-]:not(#whereabouts-failed))');
            const waits = ':is(input, button, select):disabled:not([data-locked], .sandbox *, .workshop *)';
            return document.readyState === 'complete' && [...roots].every(stands)
                && document.querySelector(waits) === null;";
        (self.script_now(script)? == true).then_some(())
    }

    /// Waits until the player can be used.
    #[track_caller]
    pub fn ready(&self) {
        self.goes_down();
        self.wait("the player can be used", || {
            // Where there is a crowd, it has sliders too, before the player's.
            let sliders = self.all("slider");
            let player = sliders.last().is_some_and(|slider| slider.property("disabled") == false);
            // And the panels, which come a little later.
            let whole = self.script("return !document.querySelector('[aria-busy]')", &[]) == true;
            (player && whole).then_some(())
        });
    }

    /// The link to a chapter at the head of the page.
    pub fn chapter_link(&self, name: &str) -> Element<'_> {
        self.one("navigation", "Chapters").one("link", name)
    }

    /// Goes on by hops until the question is put, or to the end.
    pub fn goes_on(&self, question: &str) {
        let forward = self.one("button", "One hop forward");
        while forward.attribute("aria-disabled").is_none() && !self.has("group", question) {
            forward.click();
        }
    }

    /// Goes on to the question, answers it, and goes on to the end.
    pub fn plays_and_answers(&self, question: &str, answer: &str) {
        self.goes_on(question);
        self.asked(question).one("button", answer).click();
        if self.has("button", "Pause") {
            self.one("button", "Pause").click();
        }
        self.goes_on(question);
    }

    /// The other outcome of chapter 4: the same with the filter.
    pub fn plays_with_the_filter(&self, question: &str) {
        self.plays_with((AT_VISITED, HOME_MATCH), question);
    }

    /// The other outcome of a lesson, with a filter by its gate and name.
    pub fn plays_with(&self, (gate, name): (&str, &str), question: &str) {
        self.filter(gate, name).click();
        self.wait("the filter is on", || {
            (self.filter(gate, name).property("checked") == true).then_some(())
        });
        self.goes_on(question);
    }

    /// What the reader is asked while the run plays: waits until it is there.
    #[track_caller]
    pub fn asked(&self, question: &str) -> Element<'_> {
        self.one("group", question)
    }

    /// Waits until the run has been played to its end.
    #[track_caller]
    pub fn played(&self) {
        self.wait("the end of the run", || {
            let (now, end) = self.moment();
            (now == end && now > 0 && self.has("button", "Play")).then_some(())
        });
    }

    pub fn slider(&self) -> Element<'_> {
        self.one("slider", "Moment")
    }

    /// The moment that is shown: `(now, end)`, as the time line has it.
    pub fn moment(&self) -> (u32, u32) {
        let slider = self.slider();
        let number = |name| {
            let value = slider.property(name);
            value.as_str().and_then(|value| value.parse().ok()).unwrap_or_default()
        };
        (number("value"), number("max"))
    }

    pub fn filter(&self, gate: &str, name: &str) -> Element<'_> {
        self.one("group", gate).one("switch", name)
    }

    /// The messages so far, a line each.
    pub fn messages(&self) -> Vec<String> {
        self.one("region", "Messages").all("listitem").iter().map(Element::text).collect()
    }

    /// Who knows what now: name and facts.
    pub fn ledger(&self) -> Vec<(String, String)> {
        let panel = self.one("region", "Who knows what, now");
        let texts = |role| panel.all(role).iter().map(Element::text).collect::<Vec<_>>();
        texts("term").into_iter().zip(texts("definition")).collect()
    }

    /// What one party knows now.
    #[track_caller]
    pub fn knows(&self, party: &str) -> String {
        let ledger = self.ledger();
        match ledger.iter().find(|(name, _)| name == party) {
            Some((_, facts)) => facts.clone(),
            None => self.fail(&format!("looked for “{party}” in the ledger: {ledger:?}")),
        }
    }

    /// The caption under the picture.
    pub fn caption(&self) -> String {
        self.one("heading", "What is happening").text_around()
    }

    /// The picture: behind it comes the sequence chart.
    #[track_caller]
    pub fn picture(&self) -> Element<'_> {
        self.wait("a picture", || self.all("image").into_iter().next())
    }

    /// Where everything in the picture is now that has a place of its own.
    pub fn positions(&self) -> String {
        let script = format!("{PLACES} return places(arguments[0]).join(', ');");
        let found = self.script(&script, &[self.picture().handle()]);
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Plays from here to the end, with an answer where it is asked, and gives the different pictures on
    /// the way, by where things are, frame by frame.
    #[track_caller]
    pub fn positions_while_playing(&self, question: &str) -> Vec<String> {
        let watch = format!(
            "{PLACES}
             window.seen = new Set();
             const [picture] = arguments;
             const look = () => {{ window.seen.add(places(picture).join(', ')); requestAnimationFrame(look); }};
             look();"
        );
        self.script(&watch, &[self.picture().handle()]);
        self.one("button", "Play").click();
        self.asked(question).one("button", "Yes").click();
        self.played();
        self.settle();
        let seen = self.script("return [...window.seen];", &[]);
        let seen = seen.as_array().into_iter().flatten().filter_map(Value::as_str);
        seen.map(str::to_owned).collect()
    }

    /// Waits until whatever was done has been drawn.
    pub fn settle(&self) {
        self.script_async(
            "for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);",
            &[],
        );
    }

    /// [Settled](Self::settle), and what comes in is where and as it will be.
    pub fn at_rest(&self) {
        self.settle();
        self.script("document.getAnimations().forEach((animation) => animation.finish());", &[]);
    }

    /// The whole screen as text: every element with what it says, where it stands and what it shows,
    /// every position in the picture as the browser has it, and the address.
    pub fn screen(&self) -> String {
        self.at_rest();
        let screen = self.script(SCREEN, &[]);
        screen.as_str().unwrap_or_default().to_owned()
    }

    /// Fails where two screens differ, with the lines that do.
    #[track_caller]
    pub fn same_screen(&self, expected: &str, found: &str, when: &str) {
        if expected == found {
            return;
        }
        let (left, right): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
        let mut lines = String::new();
        let differ = (0..left.len().max(right.len())).filter(|&i| left.get(i) != right.get(i));
        for i in differ.take(12) {
            let line = |side: &[&str]| side.get(i).copied().unwrap_or("(nothing)").to_owned();
            let _ = writeln!(lines, "    - {}\n    + {}", line(&left), line(&right));
        }
        self.fail(&format!(
            "the screen is not the same {when} (- expected, + found, first lines):\n{lines}"
        ));
    }

    /// Nothing of the page is wider than the window.
    #[track_caller]
    pub fn fits_across(&self, when: &str) {
        let wide = self.script(OVERFLOW, &[]);
        if wide != Value::Null {
            self.fail(&format!("the page is wider than its window {when}: {wide}"));
        }
    }

    /// Nothing can be scrolled sideways but a table: neither the page nor anything on it.
    #[track_caller]
    pub fn no_sideways_scrolling(&self, when: &str) {
        self.fits_across(when);
        let wide = self.script(SIDEWAYS, &[]);
        self.check(wide == Value::Array(Vec::new()), &format!("nothing scrolls {when}: {wide:#}"));
    }

    /// No word is cut off, and no word or control lies on another, outside the picture.
    #[track_caller]
    pub fn nothing_overlaps(&self, when: &str) {
        let found = self.script(OVERLAPS, &[]);
        let none = found == Value::Array(Vec::new());
        self.check(none, &format!("every word can be read {when}: {found:#}"));
    }

    /// What can be pressed and is not so many pixels wide and high, but for what stands in the line of a
    /// sentence.
    pub fn too_small(&self, least: u32) -> Vec<String> {
        let small = self.script(SMALL, &[least.into()]);
        let small = small.as_array().into_iter().flatten().filter_map(Value::as_str);
        small.map(str::to_owned).collect()
    }

    /// The spacing that a reader can ask for (WCAG 1.4.12).
    pub fn space_out(&self) {
        self.script(SPACED, &[]);
    }

    /// In the language that nobody speaks, no word of English is left.
    #[track_caller]
    pub fn no_english(&self, when: &str) {
        let left = self.script(ENGLISH, &[]);
        self.check(left == Value::Array(Vec::new()), &format!("no English {when}: {left:#}"));
    }

    /// The page says what is wrong, and says chapter 1, 3 or 4 in words.
    #[track_caller]
    pub fn readable(&self, message: &str) {
        self.wait(&format!("the page says “{message}”"), || {
            self.text().contains(message).then_some(())
        });
        let text = self.text();
        self.check(text.contains(IN_WORDS), "the text of the chapter is there");
        self.check(text.contains("Whereabouts"), "the title is there");
        self.one("heading", "The same in words");
        self.fits_across("with a message");
    }

    /// Nothing was complained about: by the console, by the policy, or by going to somebody else.
    #[track_caller]
    pub fn clean(&self, site: &Site, when: &str) {
        let console = self.console();
        self.check(console.is_empty(), &format!("an empty console {when}; it says {console:#?}"));
        let refused = self.refused();
        // In frames only Chromium has somebody who watches.
        let none = refused == Value::Array(Vec::new()) || refused == Value::Null;
        self.check(none, &format!("the policy {when}: {refused}"));
        let all = self.script(
            "return performance.getEntriesByType('resource').map((entry) => entry.name);",
            &[],
        );
        for name in all.as_array().into_iter().flatten().filter_map(Value::as_str) {
            let ours = name.starts_with(&site.url("")) || name.starts_with("data:");
            self.check(ours, &format!("only this site is asked {when}, and not {name}"));
        }
    }
}

/// A sentence of the text of chapters 1, 3 and 4, which stands in each page itself.
const IN_WORDS: &str = "The visited network tells the home network: your customer is here with me.";

const PLACES: &str = "
    const places = (picture) => [...picture.querySelectorAll('*')].flatMap((element) =>
        [...(element.transform?.baseVal ?? [])].map(({ matrix }) => `${matrix.e} ${matrix.f}`));";

/// How frames are called.
const FRAMES: [&str; 3] = ["one", "two", "three"];

const SCREEN: &str = r#"
    const lines = [location.hash, `${innerWidth} wide`];
    const around = document.documentElement.getBoundingClientRect();
    const round = (number) => Math.round(number * 10) / 10 + 0;
    const walk = (node, depth) => {
        const pad = " ".repeat(depth);
        if (node.nodeType === Node.TEXT_NODE) {
            if (node.data.trim() !== "") lines.push(pad + JSON.stringify(node.data));
            return;
        }
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        const said = [...node.attributes]
            .filter(({ name }) => !["transform", "value", "checked", "selected"].includes(name))
            .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
            .sort();
        if ("value" in node && node.localName !== "li") said.push(`has ${node.value}`);
        if (node.checked || node.selected) said.push("is on");
        for (const { matrix } of node.transform?.baseVal ?? []) {
            said.push(`moved ${[matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f].map(round)}`);
        }
        const box = node.getBoundingClientRect();
        const place = node.getClientRects().length > 0 && [box.x - around.x, box.y - around.y, box.width, box.height].map(round);
        lines.push(`${pad}${node.localName} ${said.join(" ")} ${place ? `at ${place}` : "unseen"}`);
        for (const child of node.childNodes) walk(child, depth + 1);
    };
    walk(document.body, 0);
    return lines.join("\n");"#;

const OVERFLOW: &str = r#"
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return null;
    const over = [...document.body.querySelectorAll("*")].filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > page.clientWidth + 0.5 || left < -0.5;
    });
    const names = over.slice(0, 6).map((element) => {
        const { left, right } = element.getBoundingClientRect();
        return `${element.localName} from ${left} to ${right}: ${element.textContent.trim().slice(0, 60)}`;
    });
    return [`${page.scrollWidth} wide in ${page.clientWidth}`, ...names];"#;

/// What scrolls sideways inside of the page, but for the picture and tables of data.
const SIDEWAYS: &str = r#"
    return [...document.body.querySelectorAll("*")].filter((element) => {
        if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) return false;
        const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
        return scrolls && element.querySelector("table, [role=img], [role=image]") === null;
    }).map((element) => `${element.localName}: ${element.scrollWidth} in ${element.clientWidth}: ${element.textContent.trim().slice(0, 60)}`);"#;

const SMALL: &str = r#"
    const [least] = arguments;
    const all = document.querySelectorAll("button, a, select, input, summary");
    const read = (element) => element.innerText.trim();
    const blockOf = (element) => {
        while (getComputedStyle(element).display === "inline") element = element.parentElement;
        return element;
    };
    // Words that cannot be pressed stand in the same line.
    const inLine = (element) => {
        if (!getComputedStyle(element).display.startsWith("inline")) return false;
        const block = blockOf(element.parentElement);
        const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const { currentNode: node } = walk;
            const words = node.data.trim() !== "" && node.parentElement.closest("button, a, select, summary") === null;
            if (words && node.parentElement.checkVisibility() && blockOf(node.parentElement) === block) return true;
        }
        return false;
    };
    // A switch is pressed on its words, too.
    const area = (element) => {
        const boxes = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect());
        return [Math.max(...boxes.map(({ width }) => width)), Math.max(...boxes.map(({ height }) => height))];
    };
    return [...all].filter((element) => element.checkVisibility()).flatMap((element) => {
        const [width, height] = area(element);
        if (width >= least && height >= least || inLine(element)) return [];
        return [`${element.localName} “${element.getAttribute("aria-label") ?? read(element)}”: ${width} by ${height}`];
    });"#;

const SPACED: &str = r#"
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }
        /* The picture is laid out by letters of the usual widths. */
        svg * { letter-spacing: normal !important; word-spacing: normal !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];"#;

/// Every line of every text and every control, as boxes that must not cross, and whatever is cut off by
/// the box that it stands in.
const OVERLAPS: &str = r#"
    // What is only for screen readers is a pixel large.
    const seen = (element) => {
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
        for (let around = element; around !== null; around = around.parentElement) {
            const style = getComputedStyle(around);
            const { width, height } = around.getBoundingClientRect();
            if (style.overflow !== "visible" && style.display !== "inline" && width <= 1.5 && height <= 1.5) return false;
            if (style.clipPath.startsWith("inset(50%") || style.clip === "rect(0px, 0px, 0px, 0px)") return false;
            if (around.localName === "svg") return false;
        }
        return true;
    };
    const found = [];
    const boxes = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { currentNode: node } = walk;
        const owner = node.parentElement;
        if (node.data.trim() === "" || owner.closest("option, script, noscript, style, textarea") !== null || !seen(owner)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
            if (rect.width < 1 || rect.height < 1) continue;
            boxes.push({ node: owner, words: node.data.trim().slice(0, 50), rect });
            const clip = owner.closest("button, a, label, summary, td, th, dd, dt, li, p, h1, h2, h3, legend");
            const style = clip && getComputedStyle(clip);
            if (!style || style.display === "inline" || owner.closest("[popover]") !== null) continue;
            const box = clip.getBoundingClientRect();
            if (rect.left < box.left - 2 || rect.right > box.right + 2 || rect.top < box.top - 6 || rect.bottom > box.bottom + 6) {
                found.push(`out of its ${clip.localName}: “${node.data.trim().slice(0, 50)}”`);
            }
        }
    }
    for (const element of document.body.querySelectorAll("button, input, select")) {
        if (seen(element)) boxes.push({ node: element, words: element.localName + " " + (element.getAttribute("aria-label") ?? element.textContent.trim()).slice(0, 50), rect: element.getBoundingClientRect() });
    }
    for (const element of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        if (!["hidden", "clip"].includes(style.overflowX) && !["hidden", "clip"].includes(style.overflowY)) continue;
        // The picture is held to this by the layout's own tests.
        if (!seen(element) || element.clientWidth < 2 || element.querySelector("svg") !== null) continue;
        if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) {
            found.push(`cut off: ${element.localName} “${element.textContent.trim().slice(0, 50)}”`);
        }
    }
    // The box of a line is higher than its letters.
    const inner = ({ left, right, top, bottom }) => ({ left: left + 1, right: right - 1, top: top + (bottom - top) / 5, bottom: bottom - (bottom - top) / 5 });
    boxes.forEach((box) => { box.inner = inner(box.rect); });
    for (let i = 0; i < boxes.length; i++) {
        for (let j = i + 1; j < boxes.length; j++) {
            const [a, b] = [boxes[i], boxes[j]];
            if (a.node === b.node || a.node.contains(b.node) || b.node.contains(a.node)) continue;
            const across = Math.min(a.inner.right, b.inner.right) - Math.max(a.inner.left, b.inner.left);
            const down = Math.min(a.inner.bottom, b.inner.bottom) - Math.max(a.inner.top, b.inner.top);
            if (across > 1 && down > 1) found.push(`on each other: “${a.words}” and “${b.words}”`);
        }
    }
    return found.slice(0, 20);"#;

/// Every text of the page, and every name and title, with a letter that the pseudo-language does not
/// have, outside the names that the lessons give, what notices quote and what is marked as English; and
/// what is not written from right to left.
const ENGLISH: &str = r#"
    // What the specifications call things stays as it is in any language: it has no accents to take.
    const names = new RegExp([
        "Aldernet|Belisle|Dunlin|Eider|Cellular|Mobile|Corvo|Telecom|Tideway|Saltmarsh",
        "[“‘][^”’]*[”’]",
        // Operations: provideSubscriberInfo, Provide-Location, Nudm_UECM_Registration.
        "\\b[a-z]+[A-Z]\\w*\\b",
        "\\b[A-Z][a-z]+(?:-[A-Z][a-z]+)+\\b",
        "\\bN[a-z]+_\\w+\\b",
        // How one is asked over HTTP, and the names of hosts and realms.
        "\\b(?:DELETE|GET|PATCH|POST|PUT) /[^, )]+",
        "\\b[\\w.-]+\\.3gppnetwork\\.org\\b",
        "\\bMAP\\b|\\bTS\\b|\\bcommand \\d+, application \\d+",
    ].join("|"), "g");
    const foreign = "[lang='en'], [translate='no'], noscript, script";
    const found = [];
    const look = (text) => {
        const left = (text ?? "").replace(names, "");
        if (/[A-Za-z]{2}/.test(left) || left.includes("\u27e6")) found.push(text.trim());
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { currentNode } = walk;
        if (currentNode.parentElement.closest(foreign) === null) look(currentNode.data);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [aria-valuetext], [alt]")) {
        for (const name of ["aria-label", "title", "aria-valuetext", "alt"]) {
            look(element.getAttribute(name));
        }
    }
    look(document.title);
    for (const heading of document.body.querySelectorAll("h1, h2")) {
        const { direction } = getComputedStyle(heading);
        if (direction !== "rtl") found.push(`${heading.textContent} is written ${direction}`);
    }
    const { scrollLeft } = document.documentElement;
    if (scrollLeft !== 0) found.push(`scrolled to ${scrollLeft}`);
    return found;"#;
