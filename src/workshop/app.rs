//! The workshop's edge to the browser: mounts it, finds the lesson that an address holds or names, reads files,
//! and gives the player its lesson.

use super::Stock;
use super::page::{Came, Workshop, WorkshopProps};
use super::place::line_of;
use super::send::unpacked;
use crate::lesson::limits;
use crate::link::{EMBED, decode, own_part};
use crate::panels::browser::{self, Listener};
use crate::panels::{given, unpack};
use crate::text::{Words, id};
use std::rc::Rc;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen::{JsCast, JsError};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Response, Url};
use yew::{Callback, NodeRef};

/// The part of an address that holds a lesson, and the one that names a file on the same site.
pub const OWN: &str = own_part::OWN;
const FILE: &str = "lesson";

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Mounts the workshop in its element, if the page has one.
pub fn start() {
    let root = document().and_then(|document| document.get_element_by_id("whereabouts-workshop"));
    let Some(root) = root else { return };
    // The loader has fetched it.
    let stock: Stock = unpack(&given(&root, 0));
    let words = Words::browser(stock.words.clone());
    let player = document().and_then(|document| document.get_element_by_id("whereabouts"));
    let path = player.and_then(|player| player.get_attribute("data-path")).unwrap_or_default();
    let embed = path.starts_with(EMBED);
    let up = root.get_attribute("data-root").unwrap_or_default();
    spawn_local(async move {
        let first = || stock.lessons.first().map(|(_, text)| text.clone()).unwrap_or_default();
        let begin = match named(&up).await {
            Some(came) => came,
            None => Ok((first(), false)),
        };
        let props = WorkshopProps { words, stock: Rc::new(stock), begin, embed };
        yew::Renderer::<Workshop>::with_root_and_props(root, props).render();
    });
}

/// The lesson that the address holds or names, if it does.
async fn named(up: &str) -> Option<Came> {
    let (search, hash) = browser::address_parts();
    if let Some(own) = own_part::of(OWN, &[&search, &hash]) {
        return Some(unpack_own(&own));
    }
    let parts = [search, hash];
    let mut pairs = parts.iter().flat_map(|part| part.split('&'));
    let (_, file) = pairs
        .by_ref()
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, value)| *name == FILE && value.ends_with(own_part::FILE))?;
    Some(fetched(up, &decode(file)).await.unwrap_or(Err(id::WORKSHOP_NOT_FETCHED)))
}

/// A file of the same site, by its address as it is seen from the site's first page.
async fn fetched(up: &str, file: &str) -> Result<Came, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let here = window.location().href()?;
    let site = Url::new_with_base(if up.is_empty() { "./" } else { up }, &here)?;
    let address = Url::new_with_base(file, &site.href())?;
    if address.origin() != site.origin() {
        return Ok(Err(id::WORKSHOP_ELSEWHERE));
    }
    let answer: Response =
        JsFuture::from(window.fetch_with_str(&address.href())).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsError::new("").into());
    }
    let length = answer.headers().get("content-length").ok().flatten();
    if length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|n| n > limits::BYTES) {
        return Ok(Err(id::WORKSHOP_LARGE));
    }
    let text = JsFuture::from(answer.text()?).await?.as_string().unwrap_or_default();
    Ok(if text.len() > limits::BYTES { Err(id::WORKSHOP_LARGE) } else { Ok((text, true)) })
}

/// What the address holds, packed.
pub fn own() -> String {
    let (search, hash) = browser::address_parts();
    own_part::of(OWN, &[&search, &hash]).unwrap_or_default()
}

pub fn unpack_own(own: &str) -> Came {
    unpacked(own).map(|text| (text, true)).map_err(super::Broken::key)
}

/// Keeps a packed lesson in the address; without one it names none.
pub fn keep(own: &str) {
    let (_, hash) = browser::address_parts();
    let Some(window) = web_sys::window() else { return };
    let link = page() + &behind(&own_part::with(OWN, &hash, own));
    let _ = window
        .history()
        .map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&link)));
}

/// The address at which somebody else sees it.
pub fn link(own: &str) -> String {
    page() + &behind(&own_part::with(OWN, "", own))
}

fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    href.unwrap_or_default().split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn behind(hash: &str) -> String {
    if hash.is_empty() { String::new() } else { format!("#{hash}") }
}

/// The file that has been chosen.
pub fn chosen(input: &HtmlInputElement) -> Option<JsValue> {
    first_of(&js_sys::Reflect::get(input, &"files".into()).ok()?)
}

fn first_of(files: &JsValue) -> Option<JsValue> {
    let file = js_sys::Reflect::get(files, &0.into()).ok()?;
    (!file.is_undefined() && !file.is_null()).then_some(file)
}

/// What stands in a file. One that is too large is not read.
pub async fn text_of(file: JsValue) -> Came {
    let size = js_sys::Reflect::get(&file, &"size".into()).ok().and_then(|size| size.as_f64());
    if size.is_none_or(|size| size > limits::BYTES as f64) {
        return Err(id::WORKSHOP_LARGE);
    }
    let read = || {
        let text: js_sys::Function =
            js_sys::Reflect::get(&file, &"text".into()).ok()?.dyn_into().ok()?;
        text.call0(&file).ok()?.dyn_into::<js_sys::Promise>().ok()
    };
    let Some(text) = read() else { return Err(id::WORKSHOP_UNREAD) };
    let text = JsFuture::from(text).await.ok().and_then(|text| text.as_string());
    text.map(|text| (text, false)).ok_or(id::WORKSHOP_UNREAD)
}

/// Hears of files that are dropped on the page, and of an address that holds another lesson.
pub fn listen(came: Callback<Came>, address: impl Fn() + 'static) -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let over = |event: Event| {
        if dropped(&event).is_some() {
            event.prevent_default();
        }
    };
    let drop = move |event: Event| {
        let Some(files) = dropped(&event) else { return };
        event.prevent_default();
        let (file, came) = (first_of(&files), came.clone());
        if let Some(file) = file {
            spawn_local(async move { came.emit(text_of(file).await) });
        }
    };
    vec![
        Listener::on(&window, "dragover", over),
        Listener::on(&window, "drop", drop),
        Listener::on(&window, "hashchange", move |_| address()),
    ]
}

/// The files that something is dragged or dropped with; not where a text is.
fn dropped(event: &Event) -> Option<JsValue> {
    let carried = js_sys::Reflect::get(event, &"dataTransfer".into()).ok()?;
    let types = js_sys::Reflect::get(&carried, &"types".into()).ok()?;
    let files = js_sys::Array::from(&types).includes(&"Files".into(), 0);
    files.then(|| js_sys::Reflect::get(&carried, &"files".into()).ok()).flatten()
}

/// To the control for a path, or for what it is in; where there is none, to its line in the text.
pub fn go(path: &str, text: &NodeRef, written: &str) {
    let Some(document) = document() else { return };
    let mut at = path;
    while !at.is_empty() {
        let found = document.get_element_by_id(&format!("at-{at}"));
        if let Some(control) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            open_around(&control);
            let _ = control.focus();
            return;
        }
        at = at.rfind(['.', '[']).and_then(|end| at.get(..end)).unwrap_or_default();
    }
    let Some(text) = text.cast::<HtmlTextAreaElement>() else { return };
    open_around(&text);
    let line = line_of(written, path);
    let before: usize =
        written.lines().take(line).map(|line| line.encode_utf16().count() + 1).sum();
    let length = written.lines().nth(line).map_or(0, |line| line.encode_utf16().count());
    let _ = text.focus();
    let _ = text.set_selection_range(before as u32, (before + length) as u32);
}

/// Opens whatever is folded around an element.
fn open_around(element: &Element) {
    let mut at = element.parent_element();
    while let Some(around) = at {
        if around.tag_name() == "DETAILS" {
            let _ = around.set_attribute("open", "");
        }
        at = around.parent_element();
    }
}
