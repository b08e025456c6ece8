//! What the site is embedded into in the tests: packages of npm, installed from `tests/embed`'s lock file,
//! and a book that mdBook makes of `tests/embed/mdbook`.

use crate::engines::Told;
use crate::place::Place;
use crate::tools::Tool;
use crate::{npm, process};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

const SOURCES: &str = "tests/embed";
const MDBOOK: &str = "0.5.4";

/// What the tests are told of it in their environment.
pub fn told(place: &Place) -> Result<Told> {
    let sources = place.root.join(SOURCES);
    let what = "what the site is embedded into";
    let modules = npm::installed(&sources, &place.target.join("npm-embed"), what)?;
    Ok(vec![("HOST_PACKAGES", modules), ("HOST_BOOK", book(place)?)])
}

fn book(place: &Place) -> Result<PathBuf> {
    let book = place.work().join("mdbook");
    let mut making = Command::new(mdbook(place)?);
    making.arg("build").arg(place.root.join(SOURCES).join("mdbook")).arg("--dest-dir").arg(&book);
    let log = place.target.join("mdbook.log");
    process::run_logged(&mut making, "making the book", &log, Duration::from_secs(60))?;
    Ok(book)
}

/// It is only to make a book, not to serve or search one.
fn mdbook(place: &Place) -> Result<PathBuf> {
    let says = format!("mdbook v{MDBOOK}");
    Tool { name: "mdbook", version: MDBOOK, says, with: &["--no-default-features"] }.program(place)
}
