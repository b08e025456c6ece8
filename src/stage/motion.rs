//! The only other writer of the picture: it holds the handle of what moves and writes positions to it,
//! without the virtual DOM. Yew has drawn everything at a hop's start; from there on it is moved here,
//! every frame while playing and once after every step.

use super::geometry::Point;
use super::place::Spot;
use crate::playback::Phase;
use std::cell::RefCell;
use web_sys::{SvgGraphicsElement, SvgTransform};
use yew::NodeRef;

/// The handle of one picture's message, and the way that it goes.
#[derive(Default)]
pub struct Moving {
    /// What is drawn as the message.
    pub envelope: NodeRef,
    spot: RefCell<Option<Spot>>,
    handle: RefCell<Option<SvgTransform>>,
}

impl Moving {
    /// Says along which way the message that is being drawn will move.
    pub fn expects(&self, spot: Spot) {
        *self.spot.borrow_mut() = Some(spot);
    }

    /// Takes the handle of what has just been drawn.
    pub fn collect(&self) {
        let drawn = self.envelope.cast::<SvgGraphicsElement>();
        let transform =
            |element: SvgGraphicsElement| element.transform().base_val().get_item(0).ok();
        *self.handle.borrow_mut() = drawn.and_then(transform);
    }

    /// Moves the message to where it is in that phase of its hop.
    pub fn show(&self, phase: Phase) {
        let (spot, handle) = (self.spot.borrow(), self.handle.borrow());
        let (Some(spot), Some(handle)) = (&*spot, &*handle) else { return };
        let Point { x, y } = spot.at(phase);
        // A picture that has just been taken away refuses; there is nothing to move then.
        let _ = handle.set_translate(x as f32, y as f32);
    }
}
