//! The pages of the site as they are served: each with its title, its still and its text, before any
//! script. Only the program that builds them has this room; the browser gets what it makes.

mod chapter;
mod follows;
mod frame;
mod game;
mod handout;
mod markup;
mod matrix;
mod own;
mod pages;
mod report;
mod sandbox;
mod sources;
mod teaching;
mod terms;
mod text_form;

pub use markup::markup;
pub use matrix::{matrix, questions_list};
pub use own::own_pages;
pub use pages::{SitePage, pages};
