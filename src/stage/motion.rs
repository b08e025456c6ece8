//! The only other writer of the picture: it holds the handles of what moves and writes positions to
//! them, without the virtual DOM. Yew has drawn everything at a hop's start; from there on it is moved
//! here, every frame while playing and once after every step.

use super::card::Card;
use super::geometry::Point;
use super::layout::Layout;
use super::place::Spot;
use crate::playback::Phase;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{SvgGraphicsElement, SvgTransform};
use yew::NodeRef;

/// The handles of one picture. Clones are the same handles.
#[derive(Clone, Default)]
pub struct Moving {
    pub(super) envelope: NodeRef,
    pub(super) card: NodeRef,
    plan: Rc<RefCell<Option<Plan>>>,
    handles: Rc<RefCell<Option<Handles>>>,
}

struct Plan {
    spot: Spot,
    card: Card,
    layout: Rc<Layout>,
}

struct Handles {
    envelope: SvgTransform,
    card: SvgTransform,
}

impl PartialEq for Moving {
    fn eq(&self, other: &Moving) -> bool {
        Rc::ptr_eq(&self.handles, &other.handles)
    }
}

impl Moving {
    /// Says along which way the message that is being drawn will move.
    pub(super) fn expects(&self, spot: Spot, card: Card, layout: Rc<Layout>) {
        *self.plan.borrow_mut() = Some(Plan { spot, card, layout });
    }

    /// Takes the handles of what has just been drawn.
    pub fn collect(&self) {
        let handles = transform(&self.envelope).zip(transform(&self.card));
        *self.handles.borrow_mut() = handles.map(|(envelope, card)| Handles { envelope, card });
    }

    /// Moves the message to where it is in that phase of its hop.
    pub fn show(&self, phase: Phase) {
        let (plan, handles) = (self.plan.borrow(), self.handles.borrow());
        let (Some(plan), Some(handles)) = (&*plan, &*handles) else { return };
        let at = plan.spot.at(phase);
        write(&handles.envelope, at);
        write(&handles.card, plan.card.area(&plan.layout, at).center());
    }
}

fn transform(node: &NodeRef) -> Option<SvgTransform> {
    let element = node.get()?.dyn_into::<SvgGraphicsElement>().ok()?;
    element.transform().base_val().get_item(0).ok()
}

fn write(transform: &SvgTransform, at: Point) {
    // A picture that has just been taken away refuses; there is nothing to move then.
    let _ = transform.set_translate(at.x as f32, at.y as f32);
}
