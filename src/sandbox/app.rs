//! The sandbox's edge to the browser: mounts the form, gives the player its lesson, and makes a step of the
//! browser's history of every change.

use super::base::Bases;
use super::page::{Sandbox, SandboxProps};
use crate::link::{decode, own_part};
use crate::panels::browser::{self, Listener};
use crate::panels::{given, unpack};
use crate::text::{Table, Words};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use web_sys::{Element, HtmlElement};

pub use own_part::SET;

/// The player's own part of an address, in which it has the filters.
pub const FILTERS: &str = "filters";
/// How long the player may take to come, or to write the address after one of its switches, in milliseconds.
const A_LITTLE: i32 = 250;

/// Mounts the form in the element with the id `whereabouts-sandbox`, if the page has one.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let document = window.document();
    let root = document.and_then(|document| document.get_element_by_id("whereabouts-sandbox"));
    let Some(root) = root else { return };
    // The loader has fetched it.
    let (bases, nothing, form, own): (Bases, Vec<u8>, Table, Table) = unpack(&given(&root, 0));
    let own = Rc::new(own);
    let words = Words::browser(form).with_own((*own).clone());
    let props = SandboxProps { words, own, nothing: Rc::new(nothing), bases: Rc::new(bases) };
    yew::Renderer::<Sandbox>::with_root_and_props(root, props).render();
}

/// A part of what stands behind `?` and `#`, as it was meant.
pub fn part(name: &str, parts: &[&str]) -> Option<String> {
    own_part::of(name, parts).map(|value| decode(&value))
}

fn player() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id("whereabouts")
}

/// Writes a setting into the address, as a step that the browser's way back undoes. What the player's switches
/// had changed is in it now.
pub fn go_on(setting: &str) {
    let Some(window) = web_sys::window() else { return };
    let (_, hash) = browser::address_parts();
    let hash = own_part::with(FILTERS, &hash, "");
    let hash = own_part::with(SET, &hash, setting);
    let page = window.location().href().unwrap_or_default();
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let sign = if hash.is_empty() { "" } else { "#" };
    let link = format!("{page}{sign}{hash}");
    let _ = window
        .history()
        .map(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&link)));
}

/// Does something in a moment.
pub fn a_little_later(what: impl FnOnce() + 'static) {
    browser::after(A_LITTLE, what);
}

/// Tells when the address may be another one: by the way back, by hand, or because the reader has used the
/// player, whose filters stand in it too.
pub fn listen(changed: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let now = ["popstate", "hashchange"].map(|event| {
        let changed = changed.clone();
        Listener::on(&window, event, move |_| changed())
    });
    let used = player().map(|player| {
        ["click", "change", "keyup"].map(|event| {
            let changed = changed.clone();
            Listener::on(&player, event, move |_| a_little_later(changed.clone()))
        })
    });
    now.into_iter().chain(used.into_iter().flatten()).collect()
}

/// Tells when the reader wants something that is worth trying. What else the address says stays, which a link
/// would take away; whoever wants it in a window of its own gets the link.
pub fn tries(wanted: impl Fn(String) + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::on(&document, "click", move |event| {
        let held = |key: &str| {
            js_sys::Reflect::get(&event, &key.into()).is_ok_and(|held| held.is_truthy())
        };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[data-set]").ok()?);
        if let Some(text) = link.and_then(|link| link.get_attribute("data-set"))
            && !["ctrlKey", "metaKey", "shiftKey", "altKey"].into_iter().any(held)
        {
            event.prevent_default();
            wanted(text);
        }
    }))
}

/// Brings the player into view, and the focus with it.
pub fn show_player() {
    let Some(player) = player() else { return };
    player.scroll_into_view();
    let widget = player.query_selector(".widget").ok().flatten();
    let _ = widget.and_then(|widget| widget.dyn_into::<HtmlElement>().ok()).map(|it| it.focus());
}
