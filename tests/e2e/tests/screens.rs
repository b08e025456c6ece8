//! Every screen in every size: nothing sticks out, nothing is refused, nobody else is asked, and in
//! the language that nobody speaks no word is left over.

use e2e::{Browser, Site, Wishes};

/// What a screen can be besides its size.
const STATES: [&str; 9] = [
    "chapters/3/",
    "chapters/3/#at=one-question.1&filters=home.unexpected-operation",
    "chapters/4/#at=second-question.2&depth=engineer",
    "chapters/4/#at=end&theme=dark",
    "chapters/4/#at=end&filters=home.sms-home-routing,visited.home-match&depth=engineer",
    "chapters/9/#crowd=1000.leased-from-home.everyone.24.home-match.16000-10-4.match.719",
    "chapters/4/#present=on&at=second-question.1",
    "embed/chapters/4/#panels=all&lock=filters&at=second-question.2&depth=engineer",
    "chapters/4/#at=nowhere&colour=a-very-long-word-that-nobody-would-ever-think-of-as-a-colour",
];

/// Those where an engineer's names are longest: a host name has no place to break.
const LONG_NAMES: [&str; 2] = [
    "chapters/5/#at=forged-in-4g.2&filters=visited.ingress-route&depth=engineer",
    "chapters/6/#at=from-the-home.1&filters=home-exit.lease-ban&depth=engineer",
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
        browser.page(&site, "chapters/4/#at=second-question.1");
        browser.resize(width, height);
        browser.settle();
        let made = browser.screen();
        browser.page(&site, "chapters/4/#at=second-question.1");
        browser.same_screen(&made, &browser.screen(), &format!("when opened {width} wide"));
    }
}

#[test]
fn nothing_moves_about_when_the_page_comes_to_life() {
    let site = Site::start();
    let pages = [
        "",
        "chapters/4/",
        "chapters/9/",
        "you-are-the-filter/",
        "matrix/providesubscriberinfo/",
        "embed/chapters/4/",
    ];
    let sizes = [(1400, 900), (720, 520), (360, 740)];
    for (page, (width, height)) in pages.into_iter().flat_map(|page| sizes.map(|size| (page, size)))
    {
        let browser = Browser::open(Wishes::size(width, height));
        browser.visit(&site, page);
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
        let what = format!("nothing shifts at “{page}”, {width} by {height}: {shifts:#}");
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
            browser.page(&site, &format!("pseudo/{state}"));
            let when = format!("{width} wide at {state} in the pseudo-language");
            browser.fits_across(&when);
            browser.no_english(&when);
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
    browser.page(&site, "chapters/4/#at=end");
    let paper = "return getComputedStyle(document.body).backgroundColor;";
    let night = browser.script(paper, &[]);
    browser.clean(&site, "by night");
    browser.page(&site, "chapters/4/#at=end&theme=light");
    let day = browser.script(paper, &[]);
    browser.check(night != day, &format!("the theme asked for is taken: {night}, {day}"));
}

#[test]
fn every_element_that_can_be_pressed_is_large_enough() {
    let site = Site::start();
    let browser = Browser::open(Wishes::size(360, 740));
    for page in [
        "chapters/4/#at=end&colour=red",
        "chapters/9/",
        "you-are-the-filter/",
        "sandbox/",
        "workshop/",
        "matrix/providesubscriberinfo/",
        "glossary/",
    ] {
        browser.visit(&site, page);
        let small = browser.too_small(24);
        browser.check(small.is_empty(), &format!("24 by 24 at least at {page}: {small:#?}"));
    }
}
