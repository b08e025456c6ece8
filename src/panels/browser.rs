//! The edge to the browser: frames, sizes, the address bar, the clipboard. Whatever it refuses is an
//! answer here and never a panic.

use crate::link::{Motion, own_part};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDialogElement, HtmlElement, Window};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// Frames, one after the other, until this is dropped. A hidden page gets none.
pub struct Frames {
    shared: Rc<RefCell<Option<Request>>>,
}

struct Request {
    id: i32,
    closure: Closure<dyn FnMut(f64)>,
}

impl Frames {
    /// Calls back with whole milliseconds on a clock of the browser's, which begins anew every 49 days.
    pub fn start(each: Callback<u32>) -> Frames {
        let shared: Rc<RefCell<Option<Request>>> = Rc::default();
        let again = Rc::downgrade(&shared);
        let closure = Closure::new(move |now: f64| {
            each.emit(now as u64 as u32);
            // Dropped by what it has just called back: then this was the last one.
            if let Some(shared) = again.upgrade()
                && let Some(request) = &mut *shared.borrow_mut()
            {
                request.id = ask(&request.closure);
            }
        });
        let id = ask(&closure);
        *shared.borrow_mut() = Some(Request { id, closure });
        Frames { shared }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Ok(mut shared) = self.shared.try_borrow_mut()
            && let Some(request) = shared.take()
        {
            if let Some(window) = web_sys::window() {
                let _ = window.cancel_animation_frame(request.id);
            }
            // It may be running: it is let go of once it has returned.
            let closure = request.closure;
            wasm_bindgen_futures::spawn_local(async move { drop(closure) });
        }
    }
}

fn ask(closure: &Closure<dyn FnMut(f64)>) -> i32 {
    let asked =
        |window: Window| window.request_animation_frame(closure.as_ref().unchecked_ref()).ok();
    web_sys::window().and_then(asked).unwrap_or_default()
}

/// Does something a little later: the browser answers its reader and draws in between.
pub fn soon(what: impl FnOnce() + 'static) {
    let what = Closure::once_into_js(what);
    let ask = |window: Window| window.set_timeout_with_callback(what.unchecked_ref()).ok();
    let _ = web_sys::window().and_then(ask);
}

/// Does something after so many milliseconds.
pub fn after(milliseconds: i32, what: impl FnOnce() + 'static) {
    let what = Closure::once_into_js(what);
    let ask = |window: Window| {
        let what = what.unchecked_ref();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(what, milliseconds).ok()
    };
    let _ = web_sys::window().and_then(ask);
}

/// Something that the browser is to tell until this is dropped.
pub struct Listener {
    target: web_sys::EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub fn on(
        target: &web_sys::EventTarget,
        event: &'static str,
        told: impl FnMut(Event) + 'static,
    ) -> Listener {
        let closure = Closure::new(told);
        let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        Listener { target: target.clone(), event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, function);
    }
}

/// Watches an element until this is dropped: how wide it is, and whether any of it can be seen.
pub struct Watch {
    width: web_sys::ResizeObserver,
    seen: web_sys::IntersectionObserver,
    _on_width: Closure<dyn FnMut()>,
    _on_seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watch {
    /// Begins to watch. The width is told soon after the page has been laid out: to ask for it now would lay it out
    /// twice, and who draws anew while a browser tells of sizes changes what it is telling of.
    pub fn begin(node: &NodeRef, width: Callback<i32>, seen: Callback<bool>) -> Option<Watch> {
        let element = node.cast::<Element>()?;
        let watched = element.clone();
        let on_width = Closure::<dyn FnMut()>::new(move || {
            let (width, watched) = (width.clone(), watched.clone());
            soon(move || width.emit(watched.client_width()));
        });
        let on_seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.pop().dyn_into::<web_sys::IntersectionObserverEntry>();
            seen.emit(last.is_ok_and(|entry| entry.is_intersecting()));
        });
        let widths = web_sys::ResizeObserver::new(on_width.as_ref().unchecked_ref()).ok()?;
        let sights = web_sys::IntersectionObserver::new(on_seen.as_ref().unchecked_ref()).ok()?;
        widths.observe(&element);
        sights.observe(&element);
        Some(Watch { width: widths, seen: sights, _on_width: on_width, _on_seen: on_seen })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.width.disconnect();
        self.seen.disconnect();
    }
}

/// A width in steps of 20 pixels: the picture is not drawn anew for every pixel of a window that is
/// being pulled.
pub fn stepped(width: i32) -> i32 {
    width / 20 * 20
}

/// Whether nothing is to move: by the address, or else by the system's setting at this moment.
pub fn reduced_motion(asked: Option<Motion>) -> bool {
    match asked {
        Some(motion) => motion == Motion::Reduced,
        None => {
            let query =
                |window: Window| window.match_media("(prefers-reduced-motion: reduce)").ok()?;
            web_sys::window().and_then(query).is_some_and(|query| query.matches())
        }
    }
}

/// What stands behind `?` and `#` in the address bar, without those signs.
pub fn address_parts() -> (String, String) {
    let location = web_sys::window().map(|window| window.location());
    let part = |text: Result<String, JsValue>, sign: char| {
        let text = text.unwrap_or_default();
        text.strip_prefix(sign).unwrap_or_default().to_owned()
    };
    match location {
        Some(location) => (part(location.search(), '?'), part(location.hash(), '#')),
        None => Default::default(),
    }
}

/// Leads to another page of the site, with whatever stands behind `?` and `#` here. There is no way back
/// to an address that only leads on.
pub fn go(page: &str) {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return };
    let rest = [location.search(), location.hash()].map(Result::unwrap_or_default).concat();
    let page = if page.is_empty() { "./" } else { page };
    let _ = location.replace(&format!("{page}{rest}"));
}

/// Leads to another page at another address of it. There is no way back from there.
pub fn go_as(page: &str, address: &str) {
    if let Some(location) = web_sys::window().map(|window| window.location()) {
        let _ = location.replace(&format!("{page}#{address}"));
    }
}

/// Leads to another page, with a way back.
pub fn visit(page: &str) {
    if let Some(location) = web_sys::window().map(|window| window.location()) {
        let _ = location.assign(page);
    }
}

/// How high the part of the window is that shows the page.
pub fn window_height() -> i32 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.map_or(0, |height| height as i32)
}

/// Scrolls an element into the window: to its top, or no further than it must.
#[inline(never)]
pub fn bring_up(element: &NodeRef, top: bool) {
    let Some(element) = element.cast::<Element>() else { return };
    let options = ScrollIntoViewOptions::new();
    let nearest = ScrollLogicalPosition::Nearest;
    options.set_block(if top { ScrollLogicalPosition::Start } else { nearest });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Where the focus is on something in an element that is about to go, the element takes it.
#[inline(never)]
pub fn keep_focus(element: &NodeRef, focused: &str) {
    let Some(element) = element.cast::<HtmlElement>() else { return };
    if element.query_selector(focused).is_ok_and(|found| found.is_some()) {
        let _ = element.focus();
    }
}

/// Opens a dialog over the page, or closes it, where it is not so yet.
pub fn open_or_close(dialog: &NodeRef, open: bool) {
    let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
    if open && !dialog.open() {
        // Refused where it has just been taken away.
        let _ = dialog.show_modal();
        // The browser gives the focus to the first button, which is the last thing in it.
        let title = dialog.query_selector("h2").ok().flatten();
        let title = title.and_then(|title| title.dyn_into::<HtmlElement>().ok());
        let _ = title.map(|title| title.focus());
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// Hears of it when a dialog is closed, by Escape for one.
pub fn on_close(dialog: &NodeRef, told: Callback<()>) -> Option<Listener> {
    let dialog = dialog.cast::<HtmlDialogElement>()?;
    Some(Listener::on(&dialog, "close", move |_| told.emit(())))
}

/// Puts the reader’s settings behind every link that is to keep them, and this moment behind those to the sandbox.
pub fn keep(settings: &str, moment: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let links =
        document.and_then(|document| document.query_selector_all("a[data-keep], a[data-try]").ok());
    let Some(links) = links else { return };
    for link in (0..links.length()).filter_map(|i| links.get(i)) {
        let Ok(link) = link.dyn_into::<Element>() else { continue };
        let href = link.get_attribute("href").unwrap_or_default();
        let page = href.split('#').next().unwrap_or_default();
        // To the same lesson where the reader can set everything, it is this moment that goes along.
        let whole = link.get_attribute("data-try").map(|id| {
            let sign = if moment.is_empty() { "" } else { "&" };
            format!("{}=from:{id}{sign}{moment}", own_part::SET)
        });
        let behind = whole.as_deref().unwrap_or(settings);
        let sign = if behind.is_empty() { "" } else { "#" };
        let _ = link.set_attribute("href", &format!("{page}{sign}{behind}"));
    }
}

/// The whole address of this page at that moment, to give to somebody else.
pub fn link_to(address: &str) -> String {
    let page =
        web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = page.split(['?', '#']).next().unwrap_or_default();
    // What is not the player’s stays.
    let address = own_part::kept(address, &address_parts().1);
    let sign = if address.is_empty() { "" } else { "#" };
    format!("{page}{sign}{address}")
}

/// The whole address of a page that is seen from here.
pub fn whole(page: &str) -> String {
    let here =
        web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = if page.is_empty() { "./" } else { page };
    web_sys::Url::new_with_base(page, &here).map_or(here, |url| url.href())
}

/// Writes the address bar, as a step that the browser's way back goes to or in place of the last one.
/// Refused in some frames; then it stays.
pub fn put_address(address: &str, step: bool) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let (nothing, link) = (JsValue::NULL, link_to(address));
    let _ = history.map(|history| match step {
        true => history.push_state_with_url(&nothing, "", Some(&link)),
        false => history.replace_state_with_url(&nothing, "", Some(&link)),
    });
}

/// The reader's settings of the last time. A page in somebody else's page keeps none.
pub fn kept() -> String {
    let kept = storage().and_then(|storage| storage.get_item(KEPT).ok()?);
    kept.unwrap_or_default()
}

/// Keeps the reader's settings for the next time.
pub fn remember(settings: &str) {
    let _ = storage().map(|storage| match settings {
        "" => storage.remove_item(KEPT),
        _ => storage.set_item(KEPT, settings),
    });
}

const KEPT: &str = "whereabouts";

fn storage() -> Option<web_sys::Storage> {
    let window = web_sys::window()?;
    let top = window.top().ok()??;
    // Refused where the reader allows no such thing.
    if js_sys::Object::is(&top, &window) { window.local_storage().ok()? } else { None }
}

/// Puts a text on the clipboard; false where the browser has none or does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // Without a secure context there is no such thing, and asking it to write would throw.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if clipboard.map_or(true, |clipboard| clipboard.is_undefined()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
