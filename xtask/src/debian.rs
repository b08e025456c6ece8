//! Debian's packages: installed when this is root on Debian, otherwise one line that says how.

use crate::place::Place;
use crate::process;
use crate::say;
use anyhow::{Result, bail};
use std::process::Command;
use std::time::Duration;

/// Makes sure that the packages are there.
pub fn need(place: &Place, packages: &[&str], for_what: &str) -> Result<()> {
    let missing: Vec<_> = packages.iter().copied().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if process::which("apt-get").is_none() {
        bail!("{for_what} needs the Debian packages {list}, and this machine has no apt-get");
    }
    if !is_root() {
        bail!(
            "{for_what} needs Debian packages: run `sudo apt-get install {list}`, then this again"
        );
    }
    let stage = say::stage("apt", &format!("installing {list}"));
    let log = place.target.join("apt.log");
    let update = apt(&["update"]);
    // A stale list of packages may still do; the installation tells.
    let updated = process::run_logged(&mut { update }, "apt-get update", &log, LIMIT);
    let mut install = apt(&["install", "--yes", "--no-install-recommends"]);
    install.args(&missing);
    process::run_logged(&mut install, &format!("apt-get install {list}"), &log, LIMIT)
        .map_err(|error| updated.err().unwrap_or(error))?;
    stage.done("installed");
    Ok(())
}

pub fn installed(package: &str) -> bool {
    process::output(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]))
        .is_some_and(|status| status == "installed")
}

/// On Linux the owner of our own entry in /proc is who we are; elsewhere there is no apt-get anyway.
#[cfg(unix)]
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|entry| entry.uid() == 0)
}

#[cfg(not(unix))]
pub fn is_root() -> bool {
    false
}

const LIMIT: Duration = Duration::from_secs(600);

fn apt(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    // Another installation may be at work on a fresh machine: wait for it.
    command.args(["-q", "-o", "DPkg::Lock::Timeout=120"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
