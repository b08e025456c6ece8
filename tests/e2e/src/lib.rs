//! What the scenarios in `tests/` share: a small server for a built site, a browser of each engine behind
//! its WebDriver, and ways to find things on the page as a person does, by role and name. A scenario never
//! looks for a class or an id.
//!
//! `cargo xtask test` builds the site and says in the environment where it is (`WHEREABOUTS_DIST`), which
//! WebDrivers to use (`CHROMEDRIVER`, `GECKODRIVER`, `WEBKITDRIVER`), which browsers they start (`FIREFOX`,
//! `WEBKIT_BROWSER`) and where axe-core is (`AXE`). Whatever is not said is looked for on the path.

mod browser;
mod driver;
mod element;
mod engine;
mod page;
mod picture;
mod platform;
mod served;
mod site;
mod tracing;

pub use browser::{Browser, Wishes};
pub use element::{Element, keys};
pub use engine::Engine;
pub use picture::Picture;
pub use platform::{Platform, own_packages, packages};
pub use served::{Answer, Served};
pub use site::Site;
pub use tracing::{Frames, Tracing, below};

/// Makes a test in each of the engines of every scenario, which is a function of an engine. They are called
/// `firefox::NAME` and so on: `cargo test -p e2e firefox::` runs those of one engine. What only some of
/// them can is listed behind their names.
#[macro_export]
macro_rules! everywhere {
    ($($scenario:ident),+ $(,)?) => {
        $crate::everywhere!(only chromium Chromium: $($scenario),+);
        $crate::everywhere!(only firefox Firefox: $($scenario),+);
        $crate::everywhere!(only webkit WebKit: $($scenario),+);
    };
    (only $module:ident $engine:ident: $($scenario:ident),+ $(,)?) => {
        mod $module {
            $(#[test] fn $scenario() { super::$scenario($crate::Engine::$engine); })+
        }
    };
}

/// Chapter numbers with their links' names, which are their pages' titles, and how the widget is called.
pub const CHAPTERS: [(u8, &str, &str); 10] = [
    (1, "1 A phone goes abroad", "A phone goes abroad, an animated explainer"),
    (2, "2 Why networks ask", "Why networks ask, an animated explainer"),
    (3, "3 Anyone may ask?", "Anyone may ask?, an animated explainer"),
    (4, "4 Two questions", "Two questions, an animated explainer"),
    (5, "5 A borrowed name", "A borrowed name, an animated explainer"),
    (6, "6 A rented name", "A rented name, an animated explainer"),
    (7, "7 New envelopes", "New envelopes, an animated explainer"),
    (8, "8 Blind spots", "Blind spots, an animated explainer"),
    (9, "9 A crowd", "A crowd, an animated explainer"),
    (10, "10 The reported case", "The reported case, an animated explainer"),
];

/// Where a chapter has its page: the first page is about the first.
pub fn page_of(chapter: u8) -> String {
    if chapter == 1 { String::new() } else { format!("chapters/{chapter}/") }
}

/// What each chapter asks while it plays, in their order.
pub const QUESTIONS: [&str; 10] = [
    "Will the home network learn which cell, the area of one antenna, the phone is in?",
    "Will Corvo Telecom, with which you have never dealt, learn which switch your phone is with?",
    "Will the third party learn which cell the phone is in?",
    "Will the third party learn which cell the phone is in?",
    "The envelope bears the home network’s name. Will the third party learn the cell?",
    "Nothing on this envelope is forged. Will the third party learn the cell?",
    "This time Corvo Telecom’s own border post proves the name. Will the third party learn the cell?",
    "No filter can read this question. Will the third party learn the cell?",
    "Before this one there were 3,000 questions in the same hour. Will the home network be told the cell?",
    "Will the third party learn the cell?",
];

/// The two filters that decide chapter 4, by gate and name.
pub const AT_HOME: &str = "At the gate of the home network";
pub const AT_VISITED: &str = "At the gate of the visited network";
pub const STAND_IN: &str = "Hide the SIM number and switch";
pub const HOME_MATCH: &str = "Only the traveller’s own home asks";

/// A lesson that somebody has made (assets/examples/one-question-too-many.json): its id, title and question, and what stops it.
pub const OWN: (&str, &str, &str) = (
    "my-first-lesson",
    "One question too many",
    "Will the stranger learn which cell the phone is in?",
);
pub const STOPS_OWN: (&str, &str) = (AT_HOME, "No inside-only questions");

/// What a page says that has failed: it could not be fetched whole, or its program has a mistake.
pub const LOAD: &str =
    "Part of the page could not be fetched. The text below says the same in words.";
pub const PANIC: &str =
    "The animation ran into a mistake of its own. The text below says the same in words.";
