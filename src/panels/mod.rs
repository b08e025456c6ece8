//! The page around the picture: player bar, caption, filters, ledger, messages, and the edge to the
//! browser. Nothing here knows what a message means: words come from `narration`, facts from the run.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod app;
pub(crate) mod browser;
mod caption;
mod chart;
mod clock;
mod command;
mod dialog;
mod embed;
mod files;
mod filters;
mod lanes;
mod later;
mod ledger;
mod messages;
mod notices;
mod outside;
mod page;
mod pieces;
pub(crate) mod player;
mod spoken;
mod turning;
mod unpack;
mod view;
mod widget;

pub use app::start;
pub use browser::Frames;
pub use caption::remember;
pub use clock::Clock;
pub(crate) use command::{about, value};
pub(crate) use files::give;
pub use files::{Files, LoadError, given};
pub use page::{Message, Page, PageProps};
pub use pieces::{sentence, sentences};
pub(crate) use unpack::unpack;
