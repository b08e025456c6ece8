//! Parts of pages that stand there for readers without scripts. Drawn when the site is built.

mod game;

pub use game::game;
