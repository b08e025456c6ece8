//! What comes from npm, Binaryen's wasm-opt, esbuild and axe-core: installed under target/ from our lock
//! file, without running anybody's install script.

use crate::place::Place;
use crate::{process, say};
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub struct Npm {
    modules: PathBuf,
}

impl Npm {
    pub fn install(place: &Place) -> Result<Self> {
        let source = place.root.join("xtask/npm");
        let modules =
            installed(&source, &place.target.join("npm"), "Binaryen, esbuild and axe-core")?;
        Ok(Npm { modules })
    }

    pub fn wasm_opt(&self) -> Command {
        self.program("binaryen/bin/wasm-opt")
    }

    pub fn esbuild(&self) -> Command {
        self.program("esbuild/bin/esbuild")
    }

    /// The script that looks for what WCAG forbids.
    pub fn axe(&self) -> PathBuf {
        self.modules.join("axe-core/axe.min.js")
    }

    // Through node: this works on every system and needs none of npm's links.
    fn program(&self, path: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(self.modules.join(path));
        node
    }
}

/// Installs what a folder's lock file says into another one, and gives the folder of the modules.
pub fn installed(source: &Path, folder: &Path, what: &str) -> Result<PathBuf> {
    let modules = folder.join("node_modules");
    let lock = fs::read(source.join("package-lock.json"))?;
    // Written last, so that a broken installation is made again.
    let stamp = folder.join("installed.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    if process::which("node").is_none() || process::which(NPM).is_none() {
        bail!("node and npm are not on the path: install Node.js 20 or newer, then run this again");
    }
    let stage = say::stage("npm", &format!("installing {what}"));
    fs::create_dir_all(folder)?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(source.join(name), folder.join(name))?;
    }
    let mut ci = Command::new(NPM);
    ci.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run_logged(
        &mut ci,
        "npm ci",
        &folder.with_extension("log"),
        Duration::from_secs(300),
    )?;
    fs::write(stamp, lock)?;
    stage.done("installed");
    Ok(modules)
}

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
