//! Tests of single components in a headless Chromium: compiled for WebAssembly by the way that is in
//! use, and run by wasm-bindgen's own runner, which we build as a program of ours.

use crate::place::Place;
use crate::toolchain::{Purpose, Toolchain};
use crate::{engines, process, say};
use anyhow::Result;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub fn command(place: &Place, driver: &Path) -> Result<Command> {
    let runner = runner(place)?;
    let wishes = place.target.join("webdriver.json");
    fs::write(&wishes, capabilities())?;
    let mut cargo = Toolchain::find(place)?.cargo("test", Purpose::Tests);
    cargo.args(["--package", "components", "--test", "components"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("CHROMEDRIVER", driver);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", wishes);
    // For all tests together; a busy machine may take its time.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "600");
    cargo.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    Ok(cargo)
}

fn runner(place: &Place) -> Result<PathBuf> {
    let stage = say::stage("runner", "building the runner of the component tests");
    let mut cargo = place.native_cargo();
    cargo.args(["build", "--quiet", "--package", "xtask", "--features", "runner"]);
    cargo.args(["--bin", "component-runner"]);
    process::run(&mut cargo, "building the runner of the component tests")?;
    stage.done("built");
    Ok(place.target.join("debug").join(format!("component-runner{}", std::env::consts::EXE_SUFFIX)))
}

fn capabilities() -> String {
    json!({ "goog:chromeOptions": { "args": engines::chromium_arguments() } }).to_string()
}
