//! `cargo xtask`: the project's own tasks, so that a machine with only Rust and Node can build,
//! serve and test everything. This file only hands the command to the one that does it.

mod bill;
mod check;
mod cli;
mod component_tests;
mod constants;
mod cost;
mod crowd;
mod debian;
mod deny;
mod dist;
mod editor;
mod embed;
mod engines;
mod frames;
mod hashed;
mod headers;
mod hosts;
mod html;
mod http;
mod lighthouse;
mod npm;
mod oembed;
mod offline;
mod pack;
mod package;
mod place;
mod policy;
mod pressed;
mod process;
mod reproducible;
mod say;
mod serve;
mod servers;
mod shorten;
mod site;
mod sizes;
mod split;
mod steps;
mod strict;
mod template;
mod test;
mod toolchain;
mod tools;
mod wasm;
mod watch;

use cli::Command;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<ExitCode> {
    let command = cli::parse(std::env::args_os().skip(1))?;
    let place = place::Place::find();
    match command {
        Command::Help => print!("{}", cli::HELP),
        Command::Serve(options) => serve::serve(&place, &options)?,
        Command::Dist(options) => dist::dist(&place, &options)?,
        Command::Package(options) => package::package(&place, &options)?,
        Command::Reproducible(options) => reproducible::reproducible(&place, &options)?,
        Command::Deny => deny::deny(&place)?,
        Command::Html => html::html(&place)?,
        Command::BenchPage(options) => lighthouse::bench(&place, &options)?,
        Command::BenchFrames => frames::bench(&place)?,
        Command::BenchCrowd => crowd::bench(&place)?,
        Command::Soak(options) => test::soak(&place, &options)?,
        Command::Tour => test::tour(&place)?,
        Command::Pack { out } => pack::pack(&place, &out)?,
        Command::Check => return Ok(check::check(&place)),
        Command::Test(options) => return Ok(test::test(&place, &options)),
    }
    Ok(ExitCode::SUCCESS)
}
