//! From an address to a page: mounts the page, once all is there that its address asks for,
//! and keeps page and address bar in step from then on. Each lesson and each language has a page of its
//! own; an address that asks for another is led there.

use super::browser::{self, Listener};
use super::files;
use super::later;
use super::page::{Message, Page, PageProps};
use super::unpack::unpack;
use crate::lesson::Lesson;
use crate::link::{self, Address, Notice, page_of};
use crate::narration::Recording;
use crate::reader::{Action, Session};
use crate::run::Choices;
use crate::text::{Table, Words};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, Node};
use yew::{AppHandle, Callback};

/// Mounts the page in the element with the id `whereabouts`. The loader has fetched words and lesson with
/// the module; what stood there stays until all that is needed is here.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let document = window.document();
    let root = document.and_then(|document| document.get_element_by_id("whereabouts"));
    let Some(root) = root else { return };
    later::away();
    // A chapter as it begins needs nothing that is fetched later; any other address does.
    if says_nothing(&browser::kept()) {
        mount(root, None);
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
    let (address, notices) = address(&browser::kept());
    match Here::of(&root).leads_away(&address) {
        Some(page) => browser::go(&page),
        None => mount(root, Some((address, notices))),
    }
}

/// What the page's root says of the page: in which language it is, and where.
#[derive(Clone)]
struct Here {
    /// From this page to the first page of the site: nothing, or `../` as often as is needed.
    root: String,
    /// From the first page of its language to this one.
    path: String,
    lang: String,
}

impl Here {
    fn of(root: &Element) -> Here {
        let says = |name| root.get_attribute(name).unwrap_or_default();
        Here { root: says("data-root"), path: says("data-path"), lang: says("data-lang") }
    }

    /// From this page to the first page of its language.
    fn up(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }

    /// Where an address leads that is not about this page.
    fn leads_away(&self, address: &Address) -> Option<String> {
        let path = address.chapter.map_or_else(|| self.path.clone(), page_of);
        let lang = address.lang.as_ref().unwrap_or(&self.lang);
        if path == self.path && *lang == self.lang {
            return None;
        }
        let lang = if lang == link::LANGUAGES[0] { String::new() } else { format!("{lang}/") };
        Some(format!("{}{lang}{path}", self.root))
    }
}

fn mount(root: Element, address: Option<(Address, Vec<Notice>)>) {
    let here = Here::of(&root);
    let words = Words::browser(unpack::<Table>(&files::given(&root, 0)));
    let (lesson, recording, own): (Lesson, Recording, Table) = unpack(&files::given(&root, 1));
    let lesson = Rc::new(lesson);
    if address.is_none() && !Choices::of(&lesson).filters().is_empty() {
        // What rules say of a message is behind a door. So is letting go of a lesson: this one stays.
        std::mem::forget((lesson, recording, own, words));
        return later::fetch(move || opened(root));
    }
    let still = |part: &str| root.query_selector(part).ok().flatten();
    let frame = still(".frame");
    let whole = address.is_some();
    let begin = match address {
        Some((address, notices)) => Session::open(lesson.clone(), address, notices),
        None => Session::begin(lesson.clone(), Rc::new(recording.run)),
    };
    let props = PageProps {
        words: words.with_own(own),
        live: true,
        root: here.up(),
        width: frame.map(|frame| browser::stepped(frame.client_width())),
        follow: Some(follow()),
        begin: Rc::new(begin),
        told: Rc::new(recording.told),
        still: [".side", ".under"].map(|part| still(part).map(waits)),
    };
    let page = yew::Renderer::<Page>::with_root_and_props(root, props).render();
    if whole {
        listen(page, lesson, here);
    } else {
        later::fetch(move || {
            page.send_message(Message::Here);
            // Somebody was quicker with another address.
            if !says_nothing("") {
                changed(&page, &lesson, &here);
            }
            listen(page, lesson, here);
        });
    }
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

/// The address bar follows every step, and not every frame: the browser's way back goes back a choice. The
/// links to other pages, and the browser, keep the reader's settings.
fn follow() -> Callback<Session> {
    let written = RefCell::new(None);
    let set = RefCell::new(None);
    Callback::from(move |session: Session| {
        if later::here() {
            followed(&session, &written, &set);
        }
    })
}

#[inline(never)]
fn followed(session: &Session, written: &RefCell<Option<String>>, set: &RefCell<Option<String>>) {
    let address = session.address();
    let text = link::write(&address);
    if !session.playing && written.borrow().as_ref() != Some(&text) {
        let (_, before) = browser::address_parts();
        let (before, _) = link::read([before.as_str()]);
        let chosen = (before.filters, before.lanes) != (address.filters, address.lanes);
        // Not for what the reader has come with.
        browser::put_address(&text, chosen && written.borrow().is_some());
        let settings = link::write(&session.view.settings());
        browser::keep(&settings);
        // What somebody else's link has set is not what this reader wants from now on.
        let before = set.replace(Some(settings.clone()));
        if before.is_some_and(|before| before != settings) {
            browser::remember(&settings);
        }
        *written.borrow_mut() = Some(text);
    }
}

/// Somebody changes the address by hand, or follows a link on this page: for as long as it is there.
#[inline(never)]
fn listen(page: AppHandle<Page>, lesson: Rc<Lesson>, here: Here) {
    let changed = move |_| changed(&page, &lesson, &here);
    if let Some(window) = web_sys::window() {
        std::mem::forget(Listener::on(&window, "hashchange", changed));
    }
}

#[inline(never)]
fn changed(page: &AppHandle<Page>, lesson: &Rc<Lesson>, here: &Here) {
    let (_, hash) = browser::address_parts();
    // A place on this page is no address.
    if !hash.is_empty() && !hash.contains('=') {
        return;
    }
    let (address, notices) = address("");
    match here.leads_away(&address) {
        Some(page) => browser::go(&page),
        None => {
            let open = Action::Open(lesson.clone(), address, notices);
            page.send_message(Message::Do(open));
        }
    }
}
