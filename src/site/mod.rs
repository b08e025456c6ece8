//! What stands still on the site's pages: tables and lists that are written once, from the same engine and
//! the same words as everything that moves. Only for whoever builds the site.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod matrix;

pub use matrix::{matrix, questions_list};
