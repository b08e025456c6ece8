//! `cargo xtask deny`: every crate of the lock file, whatever it is for, held against deny.toml by cargo-deny: its
//! licence, where it is from, and whether it is known to be bad.

use crate::place::Place;
use crate::steps::Outcome;
use crate::{process, say};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

const VERSION: &str = "0.20.2";
/// Some minutes on two cores.
const BUILD: Duration = Duration::from_secs(1800);
/// Reading takes seconds; what fetches may meet a network that says nothing.
const LIMIT: Duration = Duration::from_secs(120);

pub fn deny(place: &Place) -> Result<()> {
    if let Outcome::Skipped(why) = step(place)? {
        println!("deny: licences, bans and sources hold; advisories were left out: {why}");
    }
    Ok(())
}

/// What is left out, where the list of advisories cannot be had, is said.
pub fn step(place: &Place) -> Result<Outcome> {
    let program = program(place)?;
    let run = |words: &str, what: &str| {
        let mut deny = Command::new(&program);
        deny.current_dir(&place.root).args(words.split_whitespace());
        let log = place.target.join("deny.log");
        process::run_logged(&mut deny, what, &log, LIMIT)
    };
    // Crates for other systems as well, which no build here has fetched.
    let mut fetch = place.native_cargo();
    process::run(fetch.args(["fetch", "--quiet", "--locked"]), "fetching crates")?;
    run(
        "--workspace --locked --offline check licenses bans sources",
        "licences, bans and sources",
    )?;
    if let Err(why) = run("fetch db", "fetching the list of advisories") {
        return Ok(Outcome::Skipped(format!("{why:#}")));
    }
    run("--workspace --locked check --disable-fetch advisories", "advisories").map(|()| Outcome::Ok)
}

/// It is on crates.io and in no Debian.
fn program(place: &Place) -> Result<PathBuf> {
    let root = place.target.join("tools");
    let program = root.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    let wanted = format!("cargo-deny {VERSION}");
    let is_it = || {
        let said = process::output(Command::new(&program).arg("--version"));
        said.is_some_and(|said| said.trim() == wanted)
    };
    if is_it() {
        return Ok(program);
    }
    let what = format!("building {wanted}, once, which takes some minutes");
    let stage = say::stage("deny", &what);
    let mut cargo = place.native_cargo();
    cargo.args(["install", "cargo-deny", "--locked", "--force", "--debug"]);
    cargo.args(["--version", VERSION, "--root"]).arg(&root);
    // Flags that are meant for the page are not meant for it.
    cargo.env_remove("CARGO_TARGET_DIR");
    process::run_logged(&mut cargo, &what, &place.target.join("deny.log"), BUILD)?;
    if !is_it() {
        bail!("{} is not {wanted}, which was built just now", program.display());
    }
    stage.done("built");
    Ok(program)
}
