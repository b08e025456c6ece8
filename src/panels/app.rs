//! From an address to a page: fetches what the address asks for, mounts the page once it is all there,
//! and keeps page and address bar in step from then on.

use super::browser::{self, Listener};
use super::files::{Files, LoadError};
use super::page::{Message, Page, PageProps};
use crate::link::{self, Address, Notice};
use crate::reader::{Action, Session};
use crate::text::id;
use crate::text::{Value, Words};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};
use yew::{AppHandle, Callback};

/// Mounts the page in the element with the id `whereabouts`. What stood there stays until everything
/// that is needed has been fetched; where it cannot be fetched, the loader is told and says so.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let document = window.document();
    let root = document.and_then(|document| document.get_element_by_id("whereabouts"));
    let Some(root) = root else { return };
    spawn_local(async move {
        if mount(root).await.is_err() {
            // The loader has the panel that says so, with the text as it came from the server.
            let _ = Event::new("whereabouts-failed").map(|event| window.dispatch_event(&event));
        }
    });
}

async fn mount(root: Element) -> Result<(), LoadError> {
    let files = Files::of(&root);
    let (address, notices) = address();
    let words = Words::browser(files.text(&address.lang).await?);
    let (lesson, own) = files.lesson(address.chapter, &address.lang).await?;
    let lesson = Rc::new(lesson);
    let frame = root.query_selector(".frame").ok().flatten();
    let lang = address.lang.clone();
    let props = PageProps {
        words: words.with_own(own),
        live: true,
        width: frame.map(|frame| browser::stepped(frame.client_width())),
        follow: Some(follow()),
        begin: Rc::new(Session::open(lesson, address, notices)),
    };
    let page = yew::Renderer::<Page>::with_root_and_props(root, props).render();
    listen(page, Rc::new(files), words, lang);
    Ok(())
}

fn address() -> (Address, Vec<Notice>) {
    let (search, hash) = browser::address_parts();
    link::read([search.as_str(), hash.as_str()])
}

/// The address bar follows every step, and not every frame.
fn follow() -> Callback<Session> {
    let written = RefCell::new(String::new());
    Callback::from(move |session: Session| {
        let address = link::write(&session.address());
        if !session.playing && *written.borrow() != address {
            browser::put_address(&address);
            *written.borrow_mut() = address;
        }
    })
}

/// Somebody changes the address by hand, or follows a link on this page: for as long as it is there.
fn listen(page: AppHandle<Page>, files: Rc<Files>, words: Words, lang: String) {
    let page = Rc::new(page);
    let changed = move |_| {
        let (address, notices) = address();
        if address.lang != lang {
            let _ = web_sys::window().map(|window| window.location().reload());
            return;
        }
        spawn_local(open(page.clone(), files.clone(), words.clone(), address, notices));
    };
    if let Some(window) = web_sys::window() {
        std::mem::forget(Listener::on(&window, "hashchange", changed));
    }
}

async fn open(
    page: Rc<AppHandle<Page>>,
    files: Rc<Files>,
    words: Words,
    address: Address,
    notices: Vec<Notice>,
) {
    page.send_message(Message::Trouble(match files.lesson(address.chapter, &address.lang).await {
        Ok((lesson, own)) => {
            page.send_message(Message::Words(words.with_own(own)));
            page.send_message(Message::Do(Action::Open(Rc::new(lesson), address, notices)));
            String::new()
        }
        Err(error) => words.say(id::LOAD_FAILED, &[("file", Value::Text(&error.file))]),
    }));
}
