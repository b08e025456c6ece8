//! Programs that are on crates.io and in no Debian: built once, in one version, under target/.

use crate::place::Place;
use crate::{process, say};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// Some minutes on two cores, and more beside other work.
const BUILD: Duration = Duration::from_secs(1800);

pub struct Tool {
    /// The package, and the program that is in it.
    pub name: &'static str,
    pub version: &'static str,
    /// How the first line of what it says of its version begins.
    pub says: String,
    /// What else cargo is told.
    pub with: &'static [&'static str],
}

impl Tool {
    /// The program, built if it is not there in this version.
    pub fn program(&self, place: &Place) -> Result<PathBuf> {
        let Tool { name, version, says, with } = self;
        let root = place.target.join("tools");
        let program = root.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let is_it = || {
            let said = process::output(Command::new(&program).arg("--version"));
            said.is_some_and(|said| {
                let rest = said.lines().next().and_then(|line| line.strip_prefix(says.as_str()));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            })
        };
        if is_it() {
            return Ok(program);
        }
        let what = format!("building {name} {version}, once, which takes some minutes");
        let stage = say::stage(name, &what);
        let mut cargo = place.native_cargo();
        // It has little to do: what counts is that it is built soon.
        cargo.args(["install", name, "--locked", "--force", "--debug"]).args(*with);
        cargo.args(["--version", version, "--root"]).arg(&root);
        // Flags that are meant for the page are not meant for it.
        cargo.env_remove("CARGO_TARGET_DIR");
        let log = place.target.join(format!("{name}.log"));
        process::run_logged(&mut cargo, &what, &log, BUILD)?;
        if !is_it() {
            bail!("{} is not {name} {version}, which was built just now", program.display());
        }
        stage.done("built");
        Ok(program)
    }
}
