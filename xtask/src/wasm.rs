//! The pages' modules: compiled by cargo, given their JavaScript glue by wasm-bindgen, and made small
//! by wasm-opt when they are for release.

use crate::npm::Npm;
use crate::place::Place;
use crate::toolchain::{Purpose, Toolchain};
use crate::{process, say};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The programs that are compiled, each for a page of its own.
pub const PROGRAMS: [&str; 2] = ["page", "game"];

/// The folder of a program's module and its glue (`module.js`, perhaps with snippets beside it).
pub fn folder(place: &Place, program: &str) -> PathBuf {
    place.work().join("glue").join(program)
}

/// Leaves each module and its glue in its folder, and says where the modules are, in the order of
/// [`PROGRAMS`].
pub fn build(
    place: &Place,
    toolchain: &Toolchain,
    npm: &Npm,
    release: bool,
) -> Result<Vec<PathBuf>> {
    let purpose = if release { Purpose::Release } else { Purpose::Development };
    compile(toolchain, purpose)?;
    let each = PROGRAMS.iter().map(|program| {
        let folder = folder(place, program);
        let bound = bind(program, &toolchain.module(purpose, program), &folder, release)?;
        if release { smaller(program, npm, &folder, &bound) } else { Ok(bound) }
    });
    each.collect()
}

fn smaller(program: &str, npm: &Npm, folder: &Path, bound: &Path) -> Result<PathBuf> {
    let stage = say::stage(program, "making the module small (wasm-opt)");
    let small = folder.join("module_small.wasm");
    let mut command = npm.wasm_opt();
    command.args(WASM_OPT).arg("-o").arg(&small).arg(bound);
    process::run(&mut command, "wasm-opt")?;
    stage.done("made small");
    Ok(small)
}

fn compile(toolchain: &Toolchain, purpose: Purpose) -> Result<()> {
    let stage =
        say::stage("page", &format!("compiling for WebAssembly ({})", toolchain.describe()));
    let mut cargo = toolchain.cargo("build", purpose);
    cargo.args(PROGRAMS.iter().flat_map(|program| ["--bin", program]));
    process::run(&mut cargo, "compiling the pages for WebAssembly")?;
    stage.done("compiled");
    Ok(())
}

fn bind(program: &str, module: &Path, folder: &Path, release: bool) -> Result<PathBuf> {
    let stage = say::stage(program, "making the glue (wasm-bindgen)");
    let _ = fs::remove_dir_all(folder);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("module")
        .web(true)?
        .typescript(false)
        // The loader hands over the bytes that it has checked; the glue must not fetch by itself.
        .omit_default_module_path(true)
        // Names make a panic readable. `strip` in the profile would take too much: wasm-bindgen
        // and wasm-opt need the list of target features.
        .remove_name_section(release)
        .remove_producers_section(release)
        .generate(folder)
        .map_err(|error| anyhow!("{error:#}"))
        .context("wasm-bindgen cannot make the glue")?;
    stage.done("made");
    Ok(folder.join("module_bg.wasm"))
}

/// The features are those that the compiler's target has by default, named one by one: `--all-features`
/// would let wasm-opt write what browsers do not read yet.
const WASM_OPT: [&str; 12] = [
    "-Oz",
    "--converge",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];
