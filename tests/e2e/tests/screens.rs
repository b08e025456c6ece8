//! Every screen in every size: nothing sticks out, nothing is refused, nobody else is asked, and in
//! the language that nobody speaks no word is left over.

use e2e::{Browser, Site, Wishes};

/// What a screen can be besides its size.
const STATES: [&str; 6] = [
    "#chapter=3",
    "#chapter=3&at=one-question.1&filters=home.unexpected-operation",
    "#chapter=4&at=second-question.2&depth=engineer",
    "#chapter=4&at=end&theme=dark",
    "#chapter=4&at=end&filters=home.sms-home-routing,visited.home-match&depth=engineer",
    "#chapter=4&at=nowhere&colour=a-very-long-word-that-nobody-would-ever-think-of-as-a-colour",
];

/// Those where an engineer's names are longest: a host name has no place to break.
const LONG_NAMES: [&str; 2] = [
    "#chapter=5&at=forged-in-4g.2&filters=visited.ingress-route&depth=engineer",
    "#chapter=6&at=from-the-home.1&filters=home-exit.lease-ban&depth=engineer",
];

#[test]
fn nothing_is_wider_than_the_window_at_any_width() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for state in STATES.into_iter().chain(LONG_NAMES) {
        browser.page(&site, state);
        for width in [1400, 1080, 1079, 720, 640, 480, 360, 320] {
            browser.resize(width, 900);
            browser.settle();
            browser.fits_across(&format!("{width} wide at {state}"));
        }
        browser.clean(&site, &format!("at {state}"));
    }
}

#[test]
fn a_page_that_is_opened_narrow_is_the_one_that_was_made_narrow() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for (width, height) in [(360, 740), (720, 520)] {
        browser.resize(1400, 900);
        browser.page(&site, "#chapter=4&at=second-question.1");
        browser.resize(width, height);
        browser.settle();
        let made = browser.screen();
        browser.page(&site, "#chapter=4&at=second-question.1");
        browser.same_screen(&made, &browser.screen(), &format!("when opened {width} wide"));
    }
}

#[test]
fn nothing_moves_about_when_the_page_comes_to_life() {
    let site = Site::start();
    for (width, height) in [(1400, 900), (720, 520), (360, 740)] {
        let browser = Browser::open(Wishes::size(width, height));
        browser.page(&site, "");
        browser.settle();
        let shifts = browser.script_async(
            "return await new Promise((done) => {
                const all = [];
                new PerformanceObserver((list) => all.push(...list.getEntries().map((entry) =>
                    [entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80))])))
                    .observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(all), 200);
            });",
            &[],
        );
        let what = format!("nothing shifts at {width} by {height}: {shifts:#}");
        browser.check(shifts == serde_json::json!([]), &what);
    }
}

#[test]
fn a_language_from_right_to_left_fits_and_has_no_word_left_over() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for state in STATES {
        for width in [1400, 360] {
            browser.resize(width, 900);
            browser.page(&site, &format!("{state}&lang=pseudo"));
            let when = format!("{width} wide at {state} in the pseudo-language");
            browser.fits_across(&when);
            let left = browser.script(ENGLISH, &[]);
            browser.check(left == serde_json::json!([]), &format!("no English {when}: {left:#}"));
            browser.clean(&site, &when);
        }
    }
}

#[test]
fn no_word_is_missing_in_english() {
    let site = Site::start();
    let browser = Browser::open(Wishes::default());
    for state in STATES {
        browser.page(&site, state);
        let missing =
            browser.script("return document.documentElement.outerHTML.includes('\\u27e6');", &[]);
        browser.check(missing == false, &format!("every word is there at {state}"));
    }
}

#[test]
fn by_night_nothing_is_refused_either() {
    let site = Site::start();
    let browser = Browser::open(Wishes { dark: true, ..Wishes::default() });
    browser.page(&site, "#chapter=4&at=end");
    let paper = "return getComputedStyle(document.body).backgroundColor;";
    let night = browser.script(paper, &[]);
    browser.clean(&site, "by night");
    browser.page(&site, "#chapter=4&at=end&theme=light");
    let day = browser.script(paper, &[]);
    browser.check(night != day, &format!("the theme asked for is taken: {night}, {day}"));
}

#[test]
fn every_element_that_can_be_pressed_is_large_enough() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(360, 740));
    browser.page(&site, "#chapter=4&colour=red");
    let small = browser.script(
        "const all = document.querySelectorAll('button, a, select, input');
         return [...all].filter((element) => element.checkVisibility()).flatMap((element) => {
             const { width, height } = element.getBoundingClientRect();
             return width >= 24 && height >= 24 ? [] : [`${element.outerHTML.slice(0, 120)}: ${width} by ${height}`];
         });",
        &[],
    );
    browser.check(small == serde_json::json!([]), &format!("24 by 24 at least: {small:#}"));
}

/// Every text of the page, and every name and title, with a letter that the pseudo-language does not
/// have, outside the names that the lessons give and what notices quote; and what is not written from
/// right to left.
const ENGLISH: &str = r#"
    const names = /Aldernet|Belisle Mobile|Corvo Telecom|Tideway|[“‘][^”’]*[”’]|\b[a-z]+[A-Z]\w*\b|\bMAP\b|\bTS\b/g;
    // What the specifications call things stays as it is in any language: it has no accents to take.
    const found = [];
    const look = (text) => {
        const left = (text ?? "").replace(names, "");
        if (/[A-Za-z]{2}/.test(left) || left.includes("\u27e6")) found.push(text.trim());
    };
    const page = document.querySelector("main");
    const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) look(walk.currentNode.data);
    for (const element of page.querySelectorAll("[aria-label], [title], [aria-valuetext], [alt]")) {
        for (const name of ["aria-label", "title", "aria-valuetext", "alt"]) {
            look(element.getAttribute(name));
        }
    }
    for (const heading of page.querySelectorAll("h1, h2")) {
        const { direction } = getComputedStyle(heading);
        if (direction !== "rtl") found.push(`${heading.textContent} is written ${direction}`);
    }
    const { scrollLeft } = document.documentElement;
    if (scrollLeft !== 0) found.push(`scrolled to ${scrollLeft}`);
    return found;"#;
