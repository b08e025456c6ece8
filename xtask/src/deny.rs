//! `cargo xtask deny`: every crate of the lock file, whatever it is for, held against deny.toml by cargo-deny: its
//! licence, where it is from, and whether it is known to be bad.

use crate::place::Place;
use crate::process;
use crate::steps::Outcome;
use crate::tools::Tool;
use anyhow::Result;
use std::process::Command;
use std::time::Duration;

const VERSION: &str = "0.20.2";
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
    let says = format!("cargo-deny {VERSION}");
    let tool = Tool { name: "cargo-deny", version: VERSION, says, with: &[] };
    let program = tool.program(place)?;
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
