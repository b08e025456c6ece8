//! The sandbox: what the reader sets, the lesson that plays it, and how it is written in the address. It
//! starts from the networks alone or from a chapter; either way a setting is what differs from how that
//! begins.
#![deny(clippy::indexing_slicing)]

mod address;
#[cfg(feature = "page")]
mod app;
mod base;
mod build;
mod change;
#[cfg(feature = "page")]
mod fields;
#[cfg(feature = "page")]
mod form;
mod gallery;
mod gates;
mod nodes;
#[cfg(feature = "page")]
mod page;
mod setting;
mod words;

pub use address::{BLIND, number, read, with_number, write};
#[cfg(feature = "page")]
pub use app::start;
pub use base::Bases;
pub use build::{Why, fits, lesson};
pub use change::{Change, after, changed, folded};
pub use gallery::GALLERY;
pub use setting::{
    Ask, Before, Knows, LARGEST, LONGEST, MOST_ASKS, MOST_BEFORE, OFFERED, Own, PLACES, Registered,
    Setting, Spot, stands,
};
pub use words::{needs, operations, packed, told};
