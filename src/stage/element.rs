//! Elements for Yew by a few functions. The `html!` macro writes the making of each element out in full,
//! which for a page of some hundred elements was a third of its bytes.

use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::virtual_dom::{Key, Listener, ListenerKind, VNode, VTag};
use yew::{Callback, NodeRef};

/// An element being made. In a box, and by functions that are never written out where they are called:
/// that is what keeps a picture of some hundred elements small.
pub struct Element(Box<VTag>);

/// An element with a class; what else it has is added to it.
#[inline(never)]
pub fn element(tag: &'static str, class: &str) -> Element {
    Element(Box::new(VTag::new(tag))).with("class", class)
}

/// A line or shape.
#[inline(never)]
pub fn path(class: &str, d: &str) -> VNode {
    element("path", class).with("d", d).end()
}

/// Something that is drawn around a place, larger or smaller.
#[inline(never)]
pub fn placed(class: &str, x: i32, y: i32, scale: i32) -> Element {
    let transform = match scale {
        100 => format!("translate({x} {y})"),
        _ => format!("translate({x} {y}) scale({}.{:02})", scale / 100, scale % 100),
    };
    element("g", class).with("transform", &transform)
}

/// A box, its corners rounded.
#[inline(never)]
pub fn rounded(class: &str, x: i32, y: i32, w: i32, h: i32, r: i32) -> VNode {
    let element = element("rect", class).number("x", x).number("y", y);
    element.number("width", w).number("height", h).number("rx", r).end()
}

/// One line of text, centred on a place.
#[inline(never)]
pub fn text(class: &str, x: i32, y: i32) -> Element {
    element("text", class).number("x", x).number("y", y)
}

impl Element {
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Element {
        if !value.is_empty() {
            self.0.add_attribute(name, value.to_owned());
        }
        self
    }

    #[inline(never)]
    pub fn number(self, name: &'static str, value: i32) -> Element {
        self.with(name, &value.to_string())
    }

    #[inline(never)]
    pub fn holds(mut self, child: VNode) -> Element {
        self.0.add_child(child);
        self
    }

    pub fn holds_all(mut self, children: impl IntoIterator<Item = VNode>) -> Element {
        for child in children {
            self = self.holds(child);
        }
        self
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub fn when(mut self, holds: bool, name: &'static str) -> Element {
        if holds {
            self.0.add_attribute(name, "");
        }
        self
    }

    /// Whether a switch is on, whatever the reader has done to it since it was drawn.
    pub fn switched(mut self, on: bool) -> Element {
        self.0.set_checked(on);
        self
    }

    /// What stands in a field, likewise.
    pub fn valued(mut self, value: String) -> Element {
        self.0.set_value(Some(value));
        self
    }

    /// Whether this is the choice of a list, likewise.
    pub fn chosen(mut self, chosen: bool) -> Element {
        self.0.add_property("selected", if chosen { JsValue::TRUE } else { JsValue::FALSE });
        self
    }

    /// Hears of events on it and in it.
    #[inline(never)]
    pub fn hears(mut self, kind: Kind, told: Callback<web_sys::Event>) -> Element {
        self.0.add_listener(Rc::new(Hears { kind, told }));
        self
    }

    /// Words as they stand.
    #[inline(never)]
    pub fn says(self, words: &str) -> Element {
        self.holds(VNode::from(words.to_owned()))
    }

    /// Makes it another element than the one that was drawn here before, unless that had this key.
    #[inline(never)]
    pub fn keyed(mut self, key: usize) -> Element {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Keeps a handle to what the browser makes of it.
    #[inline(never)]
    pub fn known_as(mut self, handle: &NodeRef) -> Element {
        self.0.node_ref = handle.clone();
        self
    }

    #[inline(never)]
    pub fn end(self) -> VNode {
        VNode::from(*self.0)
    }
}

/// The events that the page hears of.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Click,
    Change,
    Input,
    KeyDown,
}

#[derive(Debug)]
struct Hears {
    kind: Kind,
    told: Callback<web_sys::Event>,
}

impl Listener for Hears {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Kind::Click => ListenerKind::onclick,
            Kind::Change => ListenerKind::onchange,
            Kind::Input => ListenerKind::oninput,
            Kind::KeyDown => ListenerKind::onkeydown,
        }
    }

    fn handle(&self, event: web_sys::Event) {
        self.told.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
