//! What every panel is given: the words and the session. A panel does nothing itself: what can be
//! pressed or chosen carries the name of what it does, and `command` reads it.

use super::command::COPY;
use super::later;
use crate::link::{IN_A_FRAME, Lock, Panel, Set, write};
use crate::narration::{Caption, Speaker, Told, caption};
use crate::reader::Session;
use crate::run::Moment;
use crate::stage::{Element, element};
use crate::text::Words;
use web_sys::Node;

/// What was said of the last copying, and of which address.
pub type Said = Option<(String, String)>;

/// The still, in the parts that are drawn one after the other ([`later::STILL`]).
pub type Still = [Option<Node>; later::PARTS];

pub struct View<'a> {
    pub words: &'a Words,
    pub session: &'a Session,
    /// Whether anybody listens: not in the still that stands on the page before the scripts.
    pub live: bool,
    /// Whether it is a page for a frame.
    pub embed: bool,
    /// From the page to the first page of its site, or to that for a frame.
    pub root: &'a str,
    pub said: &'a Said,
    /// What of the still stands on until it is drawn, and how many of its parts have been.
    pub still: &'a Still,
    pub drawn: usize,
    pub told: &'a Told,
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

    /// What is said of a run at a moment. Before the narrator is here there is one run, the recorded one.
    pub fn caption(&self, speaker: &Speaker, moment: Moment) -> Caption {
        if later::here() { caption(speaker, moment) } else { self.told.caption(moment) }
    }

    /// What the chapter is called.
    pub fn chapter(&self) -> String {
        if later::here() { self.speaker().title() } else { self.told.title.clone() }
    }

    /// Whether a panel is shown.
    pub fn shows(&self, panel: Panel) -> bool {
        let view = &self.session.view;
        view.panels.unwrap_or_else(|| usual(self.embed, view.present)).has(panel as u8)
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

    /// The same, where the reader may have to leave it as it is.
    pub fn lockable(&self, tag: &'static str, class: &str, does: &str, lock: Lock) -> Element {
        let locked = self.live && self.session.locks(lock);
        self.control(tag, class, does).when(locked, "disabled").when(locked, "data-locked")
    }

    /// The button that copies the link.
    pub fn copies(&self) -> Element {
        self.control("button", "wordy", COPY)
    }
}

/// The panels that are shown where nobody has said which.
pub fn usual(embed: bool, present: bool) -> Set {
    match (embed, present) {
        (_, true) => Set::default(),
        (true, _) => IN_A_FRAME,
        _ => Set::ALL,
    }
}
