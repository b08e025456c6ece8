//! The picture. `layout` says where everything is, purely from the lesson and the size; `place` says
//! where a message is at a moment; `draw` makes SVG of both once a hop, and `motion` moves what moves.
//! The stage decides nothing: whatever it shows, the run says.

mod draw;
mod element;
mod geometry;
mod glyphs;
mod grid;
mod labels;
mod ladder;
mod layout;
mod motion;
mod naming;
mod over;
mod place;
mod several;
#[cfg(test)]
mod tests;

pub use draw::{Picture, class_of, party_class};
pub use element::{Element, Kind, element, path, placed, rounded, text};
pub use geometry::{Point, Rect};
pub use glyphs::envelope;
pub use ladder::{Ladder, ladder};
pub use layout::{Layout, Shape, Size, layout};
pub use motion::Moving;
pub use place::{Spot, place};
