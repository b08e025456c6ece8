//! What has to hold in each of the three engines.

use e2e::{
    AT_HOME, AT_VISITED, Browser, CHAPTERS, Element, Engine, HOME_MATCH, QUESTIONS, STAND_IN, Site,
    Wishes, keys, page_of,
};

e2e::everywhere!(
    each_chapter_is_played_to_the_end_that_is_written_down,
    the_keyboard_is_enough,
    two_widgets_on_one_page_do_not_hear_each_others_keys,
    with_less_movement_asked_for_only_stills_are_shown,
    in_a_frame_320_wide_nothing_has_to_be_scrolled_sideways,
    with_wider_spacing_every_word_can_be_read,
    a_language_from_right_to_left_is_turned_about,
    by_night_it_is_dark,
);

/// Which filters are on when a chapter ends that was played with its question answered: those that it
/// compares itself with. As the written runs in `tests/golden` are called.
const RUNS: [&str; 10] = [
    "a-phone-goes-abroad.none",
    "why-networks-ask.none",
    "anyone-may-ask.home.unexpected-operation",
    "two-questions.visited.home-match",
    "a-borrowed-name.visited.ingress-route",
    "a-rented-name.visited.home-match",
    "new-envelopes.visited.home-match+visited.end-to-end-signature+visited.sepp",
    "blind-spots.carrier.home-match+visited.home-match",
    "a-crowd.visited.home-match+visited.volume",
    "the-reported-case.visited.home-match",
];

/// What a run comes to: the names of its messages, and its last sentence.
fn written_down(run: &str) -> (Vec<String>, String) {
    let file = format!("{}/../golden/{run}.plain.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let heading = |line: &str| {
        let (number, name) = line.split_once(". ")?;
        number.parse::<u32>().ok().map(|_| name.to_owned())
    };
    let mut names: Vec<String> = text.lines().filter_map(heading).collect();
    // Before them is the opening, and behind them the end.
    names.remove(0);
    let end = names.pop().expect("a run has an end");
    let mut after = text.lines().skip_while(|line| !line.ends_with(&format!(". {end}")));
    let said = after.nth(1).expect("something is said at the end");
    (names, said.trim().to_owned())
}

fn each_chapter_is_played_to_the_end_that_is_written_down(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    for (at, (number, _, _)) in CHAPTERS.into_iter().enumerate() {
        browser.page(&site, &format!("{}#speed=4", page_of(number)));
        browser.check(browser.messages().is_empty(), "nothing has been sent yet");
        browser.one("button", "Play").click();
        let question = browser.asked(QUESTIONS[at]);
        question.one("button", if number % 2 == 0 { "Yes" } else { "No" }).click();
        browser.played();

        let (names, said) = written_down(RUNS[at]);
        let messages = browser.messages();
        let fits = |(row, name): (&String, &String)| row.contains(name.as_str());
        let all = messages.len() == names.len() && messages.iter().zip(&names).all(fits);
        browser.check(all, &format!("chapter {number}: {messages:#?} are {names:#?}"));
        let caption = browser.caption();
        browser.check(caption.contains(&said), &format!("“{said}” of chapter {number}: {caption}"));
        let told = ["As you said.", "You expected otherwise."];
        let told = told.iter().filter(|told| caption.contains(**told)).count();
        browser.check(told == 1, &format!("what was foreseen of chapter {number}: {caption}"));
        browser.clean(&site, &format!("after chapter {number}"));
    }
}

fn the_keyboard_is_enough(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    // Not so fast that it has come to the question before anybody has looked.
    browser.page(&site, "chapters/4/#speed=2");
    // From the top of the page to the player, past whatever stands before it.
    tab_to(&browser, "button", "Play");
    press(&browser, keys::SPACE);
    browser.one("button", "Pause");
    press(&browser, keys::ENTER);
    browser.one("button", "Play");

    tab_to(&browser, "slider", "Moment");
    press(&browser, keys::HOME);
    browser.check(browser.moment().0 == 0, "Home goes to the beginning");
    press(&browser, keys::RIGHT);
    let first = browser.moment().0;
    browser.check(first > 0, "an arrow goes a hop");
    press(&browser, keys::RIGHT);
    browser.check(browser.moment().0 > first, "and another one");
    press(&browser, keys::LEFT);
    browser.check(browser.moment().0 == first, "and back");
    press(&browser, keys::PAGE_DOWN);
    let beat = browser.moment().0;
    browser.check(beat > first, "Page Down goes a step of the story");
    press(&browser, keys::PAGE_UP);
    browser.check(browser.moment().0 < beat, "Page Up goes back");
    press(&browser, keys::END);
    let (now, end) = browser.moment();
    browser.check(now == end, "End goes to the end");
    browser.check(browser.caption().contains("The traveller was found."), "how it ends");

    // A filter, from where the time line is; the focus stays on it.
    tab_to(&browser, "switch", STAND_IN);
    press(&browser, keys::SPACE);
    let filter = browser.filter(AT_HOME, STAND_IN);
    browser.wait("the filter is on", || filter.property("checked").as_bool().filter(|on| *on));
    browser.check(focus(&browser) == format!("switch {STAND_IN}"), "the focus stays on the switch");
    browser.check(browser.moment() == (now, end), "and the moment as it was");
    let caption = browser.caption();
    browser
        .check(!caption.contains("The traveller was found."), &format!("another end: {caption}"));
    press(&browser, keys::SPACE);
    browser.wait("the filter is off", || (filter.property("checked") == false).then_some(()));

    // What is asked is answered with keys, and they are still the widget's.
    press(&browser, keys::HOME);
    browser.slider().focus();
    press(&browser, keys::SPACE);
    browser.asked(QUESTIONS[3]);
    tab_to(&browser, "button", "Yes");
    press(&browser, keys::ENTER);
    browser.one("button", "Pause");
    press(&browser, keys::SPACE);
    browser.one("button", "Play");
    press(&browser, keys::END);
    browser.check(browser.caption().contains("As you said."), "the answer was taken");
    browser.clean(&site, "after keys");
}

fn two_widgets_on_one_page_do_not_hear_each_others_keys(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    let both = ["one", "two"];
    browser.framed(&site, (640, 820), &["chapters/4/", "chapters/3/"]);
    browser.into_frame("two");
    let at = |frame: &str| {
        browser.into_frame(frame);
        (browser.moment().0, browser.has("button", "Play"))
    };
    for (here, there) in [(0, 1), (1, 0)] {
        let before = at(both[there]);
        at(both[here]);
        browser.slider().focus();
        browser.press(None, &[keys::RIGHT, keys::RIGHT]);
        let moved = browser.moment().0;
        browser.check(moved > 0, "an arrow moves the one that has the focus");
        browser.press(None, &[keys::SPACE]);
        browser.one("button", "Pause");
        browser.check(at(both[there]) == before, "and not the other, which does not play either");
        at(both[here]);
        browser.press(None, &[keys::SPACE]);
        browser.one("button", "Play");
        browser.press(None, &[keys::END]);
        let (now, end) = browser.moment();
        browser.check(now == end, "it hears its own keys");
        browser.check(at(both[there]) == before, "the other has heard nothing");
    }
    // With the focus on the page around them, neither.
    let before = both.map(at);
    browser.inside(None);
    browser.one("button", "Something of theirs").focus();
    browser.press(None, &[keys::HOME, keys::LEFT, keys::SPACE]);
    browser.check(both.map(at) == before, "keys of the page around them are not theirs");
}

fn with_less_movement_asked_for_only_stills_are_shown(engine: Engine) {
    let site = Site::start();
    // WebKit cannot be told by the system here, and the address says the same.
    let page = match engine {
        Engine::WebKit => "chapters/3/#speed=4&motion=reduced",
        _ => "chapters/3/#speed=4",
    };
    // With no room for two lanes there is one picture from beginning to end.
    let (width, height) = (720, 520);
    let browser =
        Browser::open(Wishes { reduced_motion: true, width, height, ..Wishes::of(engine) });
    browser.page(&site, page);
    let forward = browser.one("button", "One hop forward");
    let mut stops = Vec::new();
    while forward.attribute("aria-disabled").is_none() {
        forward.click();
        browser.settle();
        stops.push(browser.positions());
    }
    stops.sort();
    stops.dedup();
    browser.page(&site, page);
    let still = browser.positions_while_playing(QUESTIONS[2]);
    for stop in &stops {
        let shown = still.contains(stop);
        browser.check(shown, &format!("the end of every hop is shown, and not {stop}: {still:?}"));
    }
    // A still for each hop's end, and one for each wait before a gate.
    let few = still.len() <= 2 * stops.len();
    browser.check(few, &format!("only stills: {still:?}; hops end at {stops:?}"));
    browser.clean(&site, "after playing stills");

    let moving = format!("{}&motion=full", page.split("&motion").next().unwrap_or(page));
    browser.page(&site, &moving);
    let moving = browser.positions_while_playing(QUESTIONS[2]);
    // A busy machine shows few frames of a movement, but more than its two ends.
    let many = moving.len() > 2 * still.len();
    browser.check(many, &format!("and without that things do move: {moving:?}"));
}

/// What has to fit where there is little room.
const NARROW: [&str; 9] = [
    "chapters/4/",
    "chapters/4/#at=second-question.2&filters=visited.home-match&depth=engineer&colour=red",
    "chapters/6/#at=from-the-home.1&filters=home-exit.lease-ban&depth=engineer",
    "chapters/4/#at=end",
    "you-are-the-filter/",
    "matrix/",
    "matrix/providesubscriberinfo/",
    "glossary/",
    "pseudo/chapters/4/#at=second-question.1",
];

fn in_a_frame_320_wide_nothing_has_to_be_scrolled_sideways(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    for page in NARROW {
        // As wide as 1280 at 400 %, and as high as 1024.
        for height in [256, 740] {
            browser.framed(&site, (320, height), &[page]);
            let wide = browser.script("return innerWidth;", &[]);
            browser.check(wide == 320, &format!("the frame is 320 wide, and not {wide}"));
            let when = format!("320 wide and {height} high at {page}");
            browser.no_sideways_scrolling(&when);
            browser.nothing_overlaps(&when);
        }
    }
    // Everything is still there to be used.
    browser.framed(&site, (320, 256), &["chapters/4/#speed=4"]);
    browser.one("button", "Play").click();
    browser.asked(QUESTIONS[3]).one("button", "No").click();
    browser.played();
    browser.filter(AT_VISITED, HOME_MATCH).click();
    browser.wait("another end", || browser.caption().contains("stayed secret").then_some(()));
    browser.no_sideways_scrolling("after playing, 320 wide");
}

fn with_wider_spacing_every_word_can_be_read(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    for page in NARROW.into_iter().chain(["what-follows/", "chapters/10/#at=end"]) {
        browser.visit(&site, page);
        browser.nothing_overlaps(&format!("with the usual spacing at {page}"));
        browser.space_out();
        browser.settle();
        browser.no_sideways_scrolling(&format!("with wider spacing at {page}"));
        browser.nothing_overlaps(&format!("with wider spacing at {page}"));

        browser.framed(&site, (320, 740), &[page]);
        browser.space_out();
        browser.settle();
        browser.no_sideways_scrolling(&format!("with wider spacing, 320 wide, at {page}"));
        browser.nothing_overlaps(&format!("with wider spacing, 320 wide, at {page}"));
    }
}

fn a_language_from_right_to_left_is_turned_about(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes::of(engine));
    browser.page(&site, "chapters/4/#at=second-question.1&lang=pseudo");
    let there = site.url("pseudo/chapters/4/");
    browser
        .wait("the page in that language", || browser.address().starts_with(&there).then_some(()));
    for state in ["chapters/4/", "chapters/4/#at=end&depth=engineer&colour=red", "glossary/"] {
        let when = format!("at {state} in the pseudo-language");
        browser.visit(&site, &format!("pseudo/{state}"));
        browser.no_sideways_scrolling(&when);
        browser.nothing_overlaps(&when);
        browser.no_english(&when);
        browser.clean(&site, &when);
        browser.framed(&site, (360, 740), &[&format!("pseudo/{state}")]);
        browser.no_sideways_scrolling(&format!("{when}, 360 wide"));
        browser.no_english(&format!("{when}, 360 wide"));
    }
    // The time line begins at the right, and the arrows point where it goes.
    browser.page(&site, "pseudo/chapters/4/");
    let slider = browser.all("slider").remove(0);
    let value = || slider.property("value").as_str().and_then(|now| now.parse::<u32>().ok());
    slider.focus();
    browser.press(None, &[keys::LEFT]);
    let first = value();
    browser.check(first > Some(0), "the left arrow goes forward");
    browser.press(None, &[keys::RIGHT]);
    browser.check(value() == Some(0), "and the right one back");
    browser.clean(&site, "from right to left");
}

fn by_night_it_is_dark(engine: Engine) {
    let site = Site::start();
    let browser = Browser::open(Wishes { dark: true, ..Wishes::of(engine) });
    let theme = if engine == Engine::WebKit { "&theme=dark" } else { "" };
    for page in ["chapters/4/#at=end", "you-are-the-filter/#seed=2"] {
        browser.visit(&site, &format!("{page}{theme}"));
        let (paper, ink) = colours(&browser);
        browser.check(paper < 0.2 && ink > 0.6, &format!("dark: {paper} and {ink} at {page}"));
        browser.clean(&site, "by night");
        browser.visit(&site, &format!("{page}&theme=light"));
        let (paper, ink) = colours(&browser);
        browser.check(paper > 0.8 && ink < 0.4, &format!("light: {paper} and {ink} at {page}"));
    }
}

/// How light paper and ink are, from 0 to 1.
fn colours(browser: &Browser) -> (f64, f64) {
    let found = browser.script(
        "const light = (colour) => {
             const context = new OffscreenCanvas(1, 1).getContext('2d');
             context.fillStyle = colour;
             context.fillRect(0, 0, 1, 1);
             const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
             return (red + green + blue) / 765;
         };
         const paper = getComputedStyle(document.body).backgroundColor;
         const ink = getComputedStyle(document.querySelector('h1')).color;
         return [light(paper), light(ink)];",
        &[],
    );
    let number = |at: usize| found[at].as_f64().unwrap_or(f64::NAN);
    (number(0), number(1))
}

/// Presses a key, after which something must still have the focus.
#[track_caller]
fn press(browser: &Browser, key: char) {
    browser.press(None, &[key]);
    browser.check(!focus(browser).is_empty(), &format!("the focus is not lost by {key:?}"));
}

/// Goes on by Tab until something has the focus.
#[track_caller]
fn tab_to(browser: &Browser, role: &str, name: &str) {
    let wanted = format!("{role} {name}");
    let mut reached = Vec::new();
    for _ in 0..120 {
        browser.press(None, &[keys::TAB]);
        let now = focus(browser);
        if now == wanted {
            return;
        }
        reached.push(now);
    }
    browser.fail(&format!("Tab does not lead to the {wanted}: {reached:#?}"));
}

/// What has the focus, by role and name; nothing for the page itself.
fn focus(browser: &Browser) -> String {
    let element = browser.focused().filter(|element| element.property("tagName") != "BODY");
    let said = |element: Element<'_>| format!("{} {}", element.role(), element.name());
    element.map(said).unwrap_or_default()
}
