//! What the site is embedded into in the tests: packages of npm, installed from `tests/embed`'s lock file,
//! and a book that mdBook makes of `tests/embed/mdbook`.

use crate::engines::Told;
use crate::place::Place;
use crate::{npm, process, say};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

const SOURCES: &str = "tests/embed";
const MDBOOK: &str = "0.5.4";
/// A minute or two on two cores.
const BUILD: Duration = Duration::from_secs(1200);

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

/// mdBook is on crates.io and in no Debian. It is only to make a book, not to serve or search one.
fn mdbook(place: &Place) -> Result<PathBuf> {
    let root = place.target.join("tools");
    let program = root.join("bin").join(format!("mdbook{}", std::env::consts::EXE_SUFFIX));
    let wanted = format!("mdbook v{MDBOOK}");
    let is_it = || {
        let said = process::output(Command::new(&program).arg("--version"));
        said.is_some_and(|said| said.trim() == wanted)
    };
    if is_it() {
        return Ok(program);
    }
    let what = format!("building {wanted}, once, which takes a minute or two");
    let stage = say::stage("mdbook", &what);
    let mut cargo = place.native_cargo();
    cargo.args(["install", "mdbook", "--locked", "--force", "--debug", "--no-default-features"]);
    cargo.args(["--version", MDBOOK, "--root"]).arg(&root);
    // Flags that are meant for the page are not meant for it.
    cargo.env_remove("CARGO_TARGET_DIR");
    process::run_logged(&mut cargo, &what, &place.target.join("mdbook.log"), BUILD)?;
    if !is_it() {
        bail!("{} is not {wanted}, which was built just now", program.display());
    }
    stage.done("built");
    Ok(program)
}
