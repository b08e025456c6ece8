//! From an address to a game: reads pool and words, mounts the page, and follows the address.

use super::case::Case;
use super::page::{Game, GameProps, Message};
use super::setting::Setting;
use crate::panels::browser::{self, Listener};
use crate::panels::{given, unpack};
use crate::text::{Table, Words};
use std::rc::Rc;
use yew::Callback;

/// Mounts the game in the element with the id `whereabouts`.
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let document = window.document();
    let root = document.and_then(|document| document.get_element_by_id("whereabouts"));
    let Some(root) = root else { return };
    // The loader has fetched them.
    let (cases, table): (Vec<Case>, Table) = unpack(&given(&root, 0));
    let follow = |setting: Setting| browser::put_address(&setting.write(), false);
    let props = GameProps {
        words: Words::browser(table),
        cases: Rc::new(cases),
        setting: setting(),
        live: true,
        follow: Some(Callback::from(follow)),
    };
    let game = yew::Renderer::<Game>::with_root_and_props(root, props).render();
    // Somebody changes the address by hand, for as long as the page is there.
    let changed = move |_| game.send_message(Message::Deal(setting().seed));
    if let Some(window) = web_sys::window() {
        std::mem::forget(Listener::on(&window, "hashchange", changed));
    }
}

fn setting() -> Setting {
    let (search, hash) = browser::address_parts();
    Setting::read([search.as_str(), hash.as_str()])
}
