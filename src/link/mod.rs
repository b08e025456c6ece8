//! The codec between an address and what it stands for: chapter, choices, moment, view. Used by the
//! page, the terminal, the prerenderer and whoever embeds the page. It trusts nothing that it reads:
//! what is not understood is left at its usual value, with a notice.
#![deny(clippy::indexing_slicing)]

mod address;
pub mod own_part;
mod pages;
mod parameters;
mod parts;
mod percent;

pub use address::{
    Address, LANGUAGES, Motion, Notice, NoticeKind, Theme, filters, filters_name, read, write,
};
pub(crate) use address::{NOTICES, notice, shortened};
pub use pages::{EMBED, WORKSHOP, page_of, page_of_lesson};
pub use parameters::{Parameter, parameters};
pub use parts::{IN_A_FRAME, LOCKS, Lock, PANELS, Panel, Set};
pub(crate) use percent::decode;
pub use percent::percent_encode;
