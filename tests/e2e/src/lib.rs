//! What the scenarios in `tests/` share: a small server for a built site, a Chromium behind its
//! WebDriver, and ways to find things on the page as a person does, by role and name. A scenario never
//! looks for a class or an id.
//!
//! `cargo xtask test` builds the site and says where it is (`WHEREABOUTS_DIST`) and which WebDriver to
//! use (`CHROMEDRIVER`).

mod browser;
mod driver;
mod element;
mod page;
mod site;

pub use browser::{Browser, Wishes};
pub use element::{Element, keys};
pub use site::Site;

/// Chapter numbers with their links' names and how the widget is called.
pub const CHAPTERS: [(u8, &str, &str); 4] = [
    (3, "3 Anyone may ask?", "Anyone may ask?, an animated explainer"),
    (4, "4 Two questions", "Two questions, an animated explainer"),
    (5, "5 A borrowed name", "A borrowed name, an animated explainer"),
    (6, "6 A rented name", "A rented name, an animated explainer"),
];

/// The two filters that decide chapter 4, by gate and name.
pub const AT_HOME: &str = "At the gate of the home network";
pub const AT_VISITED: &str = "At the gate of the visited network";
pub const STAND_IN: &str = "Hide the SIM number and switch";
pub const HOME_MATCH: &str = "Only the traveller’s own home asks";
