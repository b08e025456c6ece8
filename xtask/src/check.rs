//! `cargo xtask check`: format, clippy and native tests; what one runs before every commit.

use crate::place::Place;
use crate::steps::{Outcome, Steps};
use crate::toolchain::{TARGET, has_target};
use std::process::{Command, ExitCode};

pub fn check(place: &Place) -> ExitCode {
    let mut steps = Steps::default();
    all(place, &mut steps);
    steps.finish()
}

pub fn all(place: &Place, steps: &mut Steps) {
    let cargo = |arguments: &str| {
        let mut command = place.native_cargo();
        command.args(arguments.split_whitespace());
        command
    };
    steps.program("format", &mut cargo("fmt --all --check"));
    steps.program("clippy", &mut cargo("clippy --quiet --workspace --all-targets -- -D warnings"));
    steps.program(
        "clippy without the page",
        &mut cargo("clippy --quiet --no-default-features --all-targets -- -D warnings"),
    );
    steps.step("clippy for WebAssembly", || clippy_for_wasm(place, &mut cargo("clippy --quiet")));
    steps.tests("tests without the page", &mut cargo("test --quiet --no-default-features"));
    steps.tests("tests with the page", &mut cargo("test --quiet"));
    // The pages as they are served are drawn by one program only, and no other build has them.
    steps.tests(
        "tests of the pages",
        &mut cargo("test --quiet --no-default-features --features ssr --lib site::"),
    );
    steps.tests("tests of the tasks", &mut cargo("test --quiet --package xtask"));
}

fn clippy_for_wasm(place: &Place, command: &mut Command) -> anyhow::Result<Outcome> {
    if !has_target() {
        return Ok(Outcome::Skipped(format!("the compiler in use has no {TARGET}")));
    }
    command.args(["--target", TARGET, "--package", "whereabouts", "--package", "components"]);
    command.args(["--package", "frames", "--bin", "frames"]);
    command.args([
        "--lib",
        "--bin",
        "page",
        "--bin",
        "game",
        "--bin",
        "month",
        "--bin",
        "sandbox",
        "--bin",
        "workshop",
        "--test",
        "components",
    ]);
    command
        .args(["--", "-D", "warnings"])
        .env("CARGO_TARGET_DIR", place.target.join("wasm-rustup"));
    crate::process::run(command, "clippy for WebAssembly")?;
    Ok(Outcome::Ok)
}
