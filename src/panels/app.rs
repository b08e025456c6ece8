//! From an address to a page: mounts the page, once all is there that its address asks for,
//! and keeps page and address bar in step from then on. Each lesson and each language has a page of its
//! own; an address that asks for another is led there.

use super::browser::{self, Listener};
use super::files;
use super::later;
use super::outside::{HOST, Here, follow, ordered};
use super::page::{Message, Page, PageProps, opens, presses};
use super::unpack::unpack;
use crate::lesson::Lesson;
use crate::link::{self, Address, Notice};
use crate::narration::Recording;
use crate::reader::Session;
use crate::run::{Choices, Moment};
use crate::text::{Table, Words};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, Event, Node};
use yew::AppHandle;

/// Mounts the page in the element with the id `whereabouts`. The loader has fetched words and lesson with
/// the module; what stood there stays until all that is needed is here.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let document = window.document();
    let root = document.and_then(|document| document.get_element_by_id("whereabouts"));
    let Some(root) = root else { return };
    later::away();
    // A chapter as it begins needs nothing that is fetched later; any other address does.
    if says_nothing(&Here(root.clone()).kept()) {
        browser::soon(move || mount(root, None));
    } else {
        later::fetch(move || opened(root));
    }
}

/// Whether the page is to be as it begins.
fn says_nothing(kept: &str) -> bool {
    let (search, hash) = browser::address_parts();
    kept.is_empty() && search.is_empty() && !hash.contains('=')
}

/// Mounts the page as its address wants it.
#[inline(never)]
fn opened(root: Element) {
    let here = Here(root.clone());
    let (address, notices) = address(&here.kept());
    match here.leads_away(&address) {
        Some(page) => browser::go(&page),
        None => mount(root, Some((address, notices))),
    }
}

fn mount(root: Element, address: Option<(Address, Vec<Notice>)>) {
    let here = Here(root.clone());
    let words = Words::browser(unpack::<Table>(&files::given(&root, 0)));
    let (lesson, recording, own): (Lesson, Recording, Table) = unpack(&files::given(&root, 1));
    let lesson = Rc::new(lesson);
    let recorded = recording.run.length != Moment(0);
    if address.is_none() && !(recorded && Choices::of(&lesson).filters().is_empty()) {
        // What rules say of a message is behind a door, and so is a run that nobody has recorded, of a lesson that was
        // made in the browser. So is letting go of a lesson: this one stays.
        std::mem::forget((lesson, recording, own, words));
        return later::fetch(move || opened(root));
    }
    let frame = part(&root, ".frame");
    // Out of sight, where the loader has made room for it there.
    let root = part(&root, ".coming").unwrap_or(root);
    let whole = address.is_some();
    let begin = match address {
        Some((address, notices)) => Session::open(lesson, address, notices),
        None => Session::begin(lesson, Rc::new(recording.run)),
    };
    let words = words.with_own(own);
    let (follow, passed_over) = follow(&here, &words);
    let props = PageProps {
        words,
        live: true,
        embed: here.embed(),
        root: here.up(),
        width: frame.map(|frame| browser::stepped(frame.client_width())),
        follow: Some(follow),
        begin: Rc::new(begin),
        told: Rc::new(recording.told),
        still: later::STILL.map(|still| part(&root, still).map(waits)),
    };
    browser::soon(move || {
        let page = yew::Renderer::<Page>::with_root_and_props(root, props).render();
        if whole {
            listen(page, here, passed_over);
        } else {
            later::fetch(move || {
                page.send_message(Message::Here);
                // Somebody was quicker with another address.
                if !says_nothing("") {
                    changed(&page, &here, None);
                }
                listen(page, here, passed_over);
            });
        }
    });
}

fn part(root: &Element, part: &str) -> Option<Element> {
    root.query_selector(part).ok().flatten()
}

/// A part of the still that says that it waits.
fn waits(part: Element) -> Node {
    let _ = part.set_attribute("aria-busy", "true");
    part.into()
}

/// What the address says, over the settings that the reader has kept.
fn address(kept: &str) -> (Address, Vec<Notice>) {
    let (search, hash) = browser::address_parts();
    // What stands behind `#` may also be the name of a place on the page.
    let hash = if hash.contains('=') { hash.as_str() } else { "" };
    // What was kept is ours to understand, and nothing to bother a reader with.
    let kept = link::write(&link::read([kept]).0.settings());
    link::read([kept.as_str(), search.as_str(), hash])
}

/// Somebody changes the address by hand, or follows a link on this page; presses a key of a presenter's, wherever
/// the focus is; or embeds the page and wants something of it: for as long as it is there.
#[inline(never)]
fn listen(page: AppHandle<Page>, here: Here, passed_over: Rc<Cell<usize>>) {
    let Some(window) = web_sys::window() else { return };
    let page = Rc::new(page);
    let embed = here.embed();
    let (shown, about) = (page.clone(), here.clone());
    let changed = move |event| changed(&shown, &here, Some(event));
    // One function for both: each that the browser calls has a part in what is fetched first.
    for event in ["hashchange", files::LESSON] {
        std::mem::forget(Listener::on(&window, event, changed.clone()));
    }
    let presenting = page.clone();
    let pressed = move |event| presses(&presenting, event);
    std::mem::forget(Listener::on(&window, "keydown", pressed));
    if embed {
        let wanted = move |event| ordered(&page, &about, &event, &passed_over);
        std::mem::forget(Listener::on(&window, HOST, wanted));
    }
}

#[inline(never)]
fn changed(page: &AppHandle<Page>, here: &Here, event: Option<Event>) {
    if event.is_some_and(|event| event.type_() == files::LESSON) {
        return another(page, here);
    }
    let (_, hash) = browser::address_parts();
    // A place on this page is no address.
    if !hash.is_empty() && !hash.contains('=') {
        return;
    }
    let (address, notices) = address("");
    match here.leads_away(&address) {
        Some(page) => browser::go(&page),
        None => opens(page, None, Some(address), notices),
    }
}

/// Plays another lesson, from the same place on and with the same filters, as far as it has them.
fn another(page: &AppHandle<Page>, here: &Here) {
    let given = js_sys::Reflect::get(&here.0, &files::GIVEN.into()).unwrap_or_default();
    let (lesson, _, own): (Lesson, Recording, Table) =
        unpack(&js_sys::Uint8Array::new(&given).to_vec());
    later::will_say(own);
    opens(page, Some(Rc::new(lesson)), None, Vec::new());
}
