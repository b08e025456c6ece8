//! The codec between an address and what it stands for: chapter, choices, moment, view. Used by the
//! page, the terminal, the prerenderer and whoever embeds the page. It trusts nothing that it reads:
//! what is not understood is left at its usual value, with a notice.
#![deny(clippy::indexing_slicing)]

mod address;
pub mod own_part;
mod percent;

pub use address::{
    Address, LANGUAGES, Motion, Notice, NoticeKind, Theme, filters, page_of, read, write,
};
