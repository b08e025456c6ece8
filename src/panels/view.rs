//! What every panel is given: the words and the session. A panel does nothing itself: what can be
//! pressed or chosen carries the name of what it does, and `command` reads it.

use super::command::COPY;
use crate::link::write;
use crate::narration::Speaker;
use crate::reader::Session;
use crate::stage::{Element, element};
use crate::text::Words;
use web_sys::Node;

/// What was said of the last copying, and of which address.
pub type Said = Option<(String, String)>;

/// The panels of the still, beside the picture and below it.
pub type Still = [Option<Node>; 2];

pub struct View<'a> {
    pub words: &'a Words,
    pub session: &'a Session,
    /// Whether anybody listens: not in the still that stands on the page before the scripts.
    pub live: bool,
    /// From the page to the first page of its site.
    pub root: &'a str,
    pub said: &'a Said,
    /// What of the still stands on until it can be drawn: the panels beside the picture, and below it.
    pub still: &'a Still,
}

impl View<'_> {
    pub fn speaker(&self) -> Speaker<'_> {
        Speaker {
            lesson: &self.session.lesson,
            run: &self.session.run,
            words: self.words,
            depth: self.session.view.depth,
        }
    }

    /// Something to press, choose or switch, and what it does.
    pub fn control(&self, tag: &'static str, class: &str, does: &str) -> Element {
        let control = element(tag, class).with("data-do", does).when(!self.live, "disabled");
        if tag == "button" { control.with("type", "button") } else { control }
    }

    /// What is said of the last copying, as long as it is about this very moment.
    pub fn said_of_this(&self) -> &str {
        match self.said {
            Some((about, said)) if *about == write(&self.session.address()) => said,
            _ => "",
        }
    }

    /// The button that copies the link.
    pub fn copies(&self) -> Element {
        self.control("button", "wordy", COPY)
    }
}
