//! Where the reader's system gives the colours: everything is still told by words, lines and shapes.

use e2e::{AT_HOME, AT_VISITED, Browser, HOME_MATCH, Picture, STAND_IN, Site, Wishes};

const STATES: [&str; 5] = [
    "chapters/4/#at=second-question.1",
    "chapters/4/#at=end&filters=home.sms-home-routing,visited.home-match",
    "chapters/6/#at=from-the-home.1&depth=engineer",
    "you-are-the-filter/",
    "matrix/providesubscriberinfo/",
];

fn forced(dark: bool) -> Browser {
    let browser = Browser::open(Wishes { dark, ..Wishes::default() });
    let scheme = if dark { "dark" } else { "light" };
    browser.emulate(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]);
    browser
}

#[test]
fn every_control_has_a_border_or_a_line_that_can_be_seen() {
    let site = Site::start();
    for dark in [false, true] {
        let browser = forced(dark);
        for page in STATES {
            browser.visit(&site, page);
            let forced =
                browser.script("return matchMedia('(forced-colors: active)').matches;", &[]);
            browser.check(forced == true, "the colours are the system’s");
            let bare = browser.script(BARE, &[]);
            let none = bare == serde_json::json!([]);
            browser.check(none, &format!("every control has a border at {page}: {bare:#}"));
            browser.clean(&site, &format!("with the system’s colours at {page}"));
        }
    }
}

#[test]
fn what_is_drawn_can_be_told_from_the_paper() {
    let site = Site::start();
    for dark in [false, true] {
        let browser = forced(dark);
        for page in STATES {
            browser.visit(&site, page);
            let lost = browser.script(LOST, &[]);
            let none = lost == serde_json::json!([]);
            browser.check(none, &format!("everything can be seen at {page}: {lost:#}"));
        }
    }
}

#[test]
fn what_became_of_a_message_and_which_filter_is_on_is_said_and_not_only_coloured() {
    let site = Site::start();
    let browser = forced(false);
    browser.page(&site, "chapters/4/#at=end&filters=visited.home-match");
    let messages = browser.messages();
    let last = messages.last().cloned().unwrap_or_default();
    browser.check(last.ends_with("stopped"), &format!("it says so: {last}"));
    browser.check(
        messages
            .iter()
            .all(|row| ["answered", "arrived", "stopped"].iter().any(|fate| row.ends_with(fate))),
        &format!("every message says what became of it: {messages:#?}"),
    );
    // A switch that is on looks different from one that is off, in whatever colours.
    let (on, off) = (browser.filter(AT_VISITED, HOME_MATCH), browser.filter(AT_HOME, STAND_IN));
    browser.check(on.property("checked") == true, "one is on");
    browser.check(off.property("checked") == false, "and one is off");
    let looks = |element: &e2e::Element<'_>| {
        let centred = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        browser.script(centred, &[element.handle()]);
        browser.settle();
        element.picture()
    };
    browser.check(looks(&on) != looks(&off), "they look different");
    browser.page(&site, "chapters/4/#at=second-question.3&filters=visited.home-match");
    let words = browser.picture().text();
    browser.check(words.contains("stopped"), &format!("the picture says so: {words}"));
}

#[test]
fn where_one_is_can_be_seen() {
    let site = Site::start();
    for dark in [false, true] {
        let browser = forced(dark);
        browser.page(&site, "chapters/4/#at=second-question.1");
        // In the list of chapters and in the list of messages, by more than its own name.
        let alike = browser.script(
            "const looks = (element) => {
                 const style = getComputedStyle(element);
                 return ['backgroundColor', 'color', 'borderTopColor', 'borderTopWidth', 'outlineStyle', 'textDecorationLine', 'fontWeight']
                     .map((name) => style[name]).join();
             };
             const current = [...document.querySelectorAll('ol [aria-current], ul [aria-current]')];
             const others = (element) => [...document.querySelectorAll(`${element.closest('ol, ul').localName} ${element.localName}`)]
                 .filter((other) => other !== element && !other.hasAttribute('aria-current') && other.closest('nav, section') === element.closest('ol, ul'));
             return [current.length, current.filter((element) => others(element).some((other) => looks(other) === looks(element))).map((element) => element.outerHTML.slice(0, 120))];",
            &[],
        );
        browser.check(alike[0].as_u64() > Some(0), "something is marked as where one is");
        browser.check(
            alike[1] == serde_json::json!([]),
            &format!("it looks like the others: {alike:#}"),
        );

        // The time line is a line, from one end to the other.
        let seen = Picture::read(&browser.slider().picture()).expect("the browser writes PNG");
        let paper = seen.row(0)[0];
        let far = |dot: &&[u8; 3]| dot.iter().zip(paper).any(|(a, b)| a.abs_diff(b) > 100);
        let drawn = seen.row(seen.height / 2).iter().filter(far).count();
        let most = seen.width as usize * 9 / 10;
        browser.check(drawn > most, &format!("the time line is drawn: {drawn} of {}", seen.width));
    }
}

/// Controls without a line around them or under them.
const BARE: &str = "
    const line = (element, side) => {
        const style = getComputedStyle(element);
        const [kind, width, colour] = ['Style', 'Width', 'Color'].map((part) => style[`border${side}${part}`]);
        return kind !== 'none' && parseFloat(width) >= 1 && !/^rgba.* 0[)]$/.test(colour);
    };
    const sides = ['Top', 'Bottom', 'Left', 'Right'];
    const native = (element) => getComputedStyle(element).appearance !== 'none'
        && ['checkbox', 'radio', 'range'].includes(element.type);
    const all = document.querySelectorAll('button, select, input');
    return [...all].filter((element) => element.checkVisibility()).filter((element) => {
        // The time line is looked at below.
        if (native(element) || element.type === 'range') return false;
        // A word with an explanation is underlined, as a link is.
        if (getComputedStyle(element).textDecorationLine.includes('underline')) return false;
        const around = [element, element.parentElement, element.closest('label')].filter((one) => one !== null);
        return !around.some((one) => sides.every((side) => line(one, side)) || line(one, 'Bottom'));
    }).map((element) => `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent}`);";

/// Words and lines in the colour of the paper that they stand on, page and picture alike.
const LOST: &str = "
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const light = (colour) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
        if (alpha < 128) return null;
        const linear = (part) => part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const paper = (element) => {
        for (let around = element; around !== null; around = around.parentElement) {
            const under = light(getComputedStyle(around).backgroundColor);
            if (under !== null) return under;
        }
        return light('Canvas');
    };
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { currentNode: node } = walk;
        const owner = node.parentElement;
        if (node.data.trim() === '' || !owner.checkVisibility() || owner.closest('svg, option, script, style, noscript') !== null) continue;
        const ink = light(getComputedStyle(owner).color);
        if (ink === null || contrast(ink, paper(owner)) < 3) {
            found.push(`${owner.localName} “${node.data.trim().slice(0, 40)}”`);
        }
    }
    // A shape in the picture is seen by its edge or by what it is filled with; one that is neither
    // is only there to be measured, and has no words.
    for (const text of document.querySelectorAll('svg text')) {
        if (!text.checkVisibility() || text.textContent.trim() === '') continue;
        const ink = light(getComputedStyle(text).fill);
        if (ink === null) found.push(`in the picture: “${text.textContent.trim().slice(0, 40)}”`);
    }
    return found;";
