//! What is fetched after the page has come to life: everything that a reader does not need to play a
//! chapter as it begins. The page's module is cut in two for that (`xtask/src/split.rs`), at the doors that
//! are listed there; the functions here are those doors, and nobody may go through one before what is behind
//! it [is here](here). The loader fetches it when it is [asked for](fetch).

use super::browser::Listener;
use super::view::View;
use super::{chart, filters, ledger, messages};
use crate::link::Panel;
use crate::stage::element;
use crate::text::{Table, Words};
use std::cell::{Cell, RefCell};
use web_sys::Event;
use yew::Html;

thread_local! {
    /// What another lesson says that is about to be played.
    static OWN: RefCell<Option<Table>> = const { RefCell::new(None) };
    /// It is, but in a page, whose module may have been cut.
    static HERE: Cell<bool> = const { Cell::new(true) };
}

/// Whether the doors can be opened.
pub fn here() -> bool {
    HERE.get()
}

/// It is not, until it has been fetched.
pub fn away() {
    HERE.set(false);
}

/// Asks the loader for it, and tells when it has come. Where it cannot be had, the loader says so.
pub fn fetch(told: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let mut told = Some(told);
    let come = move |_: Event| {
        HERE.set(true);
        if let Some(told) = told.take() {
            told();
        }
    };
    std::mem::forget(Listener::on(&window, "whereabouts-here", come));
    let _ = Event::new("whereabouts-later").map(|event| window.dispatch_event(&event));
}

/// The parts of the still, in the order in which they are drawn: player, caption and picture, then what needs the
/// rest to be here, the panels beside the picture and those below.
pub const STILL: [&str; PARTS] = [".player", ".caption", ".stages", ".side", ".under"];
pub const PARTS: usize = 5;
pub const STAGES: usize = 2;
/// How many of them can be drawn before the rest is here.
pub const AT_ONCE: usize = 3;

/// A part of the still, which stands on until it is drawn.
pub fn part(view: &View, part: usize, door: &dyn Fn(&View) -> Html) -> Html {
    match view.still.get(part) {
        Some(Some(still)) if view.drawn <= part => Html::VRef(still.clone()),
        _ if here() || part < AT_ONCE => door(view),
        _ => element("div", "").end(),
    }
}

/// Keeps what another lesson says until it is played.
pub fn will_say(own: Table) {
    OWN.replace(Some(own));
}

/// The words with those of the lesson that is about to be played.
pub fn words(words: &Words) -> Words {
    OWN.take().map_or_else(|| words.clone(), |own| words.with_own(own))
}

/// The panels beside the picture.
#[inline(never)]
pub fn side(view: &View) -> Html {
    element("div", "side")
        .holds_all(view.shows(Panel::Filters).then(|| filters::filters(view)))
        .holds_all(view.shows(Panel::Messages).then(|| messages::messages(view)))
        .end()
}

/// The panels below it.
#[inline(never)]
pub fn under(view: &View, width: Option<i32>) -> Html {
    element("div", "under")
        .holds_all(view.shows(Panel::Ledger).then(|| ledger::ledger(view)))
        .holds_all(view.shows(Panel::Chart).then(|| chart::chart(view, width)))
        .end()
}
