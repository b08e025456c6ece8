//! The modules: compiled by cargo, each given its JavaScript glue by wasm-bindgen, and made small by
//! wasm-opt when they are for release.

use crate::npm::Npm;
use crate::place::Place;
use crate::toolchain::{Purpose, Toolchain};
use crate::{process, say, shorten, split, strict};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What a browser runs: the binaries of `src/bin/` that are compiled for it. Each is fetched by the pages
/// that need it.
pub const MODULES: [&str; 5] = ["page", "game", "month", "sandbox", "workshop"];

/// The module that is cut in two for release, and what it is called as one.
const CUT: &str = "page";
const WHOLE: &str = "whole";

/// A module that has been built, and the folder with its glue (`glue.js`, perhaps with snippets beside
/// it).
pub struct Built {
    pub name: &'static str,
    pub module: PathBuf,
    /// What of it is fetched later, where it is cut.
    pub later: Option<PathBuf>,
    pub glue: PathBuf,
}

pub fn build(place: &Place, toolchain: &Toolchain, npm: &Npm, release: bool) -> Result<Vec<Built>> {
    let purpose = if release { Purpose::Release } else { Purpose::Development };
    compile(toolchain, purpose)?;
    MODULES.into_iter().map(|name| finish(place, toolchain, npm, purpose, name)).collect()
}

/// The crowd: without a page, and built to be fast, also where the rest is only tried out.
pub fn build_crowd(place: &Place, toolchain: &Toolchain, npm: &Npm) -> Result<Built> {
    const NAME: &str = "crowd";
    let stage = say::stage(NAME, "compiling for WebAssembly, to be fast");
    let mut cargo = toolchain.cargo("build", Purpose::Speed);
    cargo.args(["--no-default-features", "--features", NAME, "--bin", NAME]);
    process::run(&mut cargo, "compiling the crowd")?;
    stage.done("compiled");
    finish(place, toolchain, npm, Purpose::Speed, NAME)
}

/// The module that moves many messages, only to be measured, as the site's are built for release.
pub fn build_frames(place: &Place, toolchain: &Toolchain, npm: &Npm) -> Result<Built> {
    const NAME: &str = "frames";
    let mut cargo = toolchain.cargo("build", Purpose::Release);
    process::run(cargo.args(["--package", NAME]), "compiling what is measured")?;
    finish(place, toolchain, npm, Purpose::Release, NAME)
}

fn finish(
    place: &Place,
    toolchain: &Toolchain,
    npm: &Npm,
    purpose: Purpose,
    name: &'static str,
) -> Result<Built> {
    let release = purpose != Purpose::Development;
    let glue = place.work().join("glue").join(name);
    let cuts = purpose == Purpose::Release && name == CUT;
    let bound = bind(&toolchain.module(purpose, name), &glue, release && !cuts)?;
    if purpose == Purpose::Release {
        shorten::shorten(&glue)?;
    }
    let (bound, later) =
        if cuts { cut(&bound, &toolchain.module(purpose, name))? } else { (bound, None) };
    let optimized = |module: PathBuf| match purpose {
        Purpose::Development | Purpose::Tests => Ok(module),
        Purpose::Release => optimized(npm, name, &module, &SMALL),
        Purpose::Speed => optimized(npm, name, &module, &FAST),
    };
    let (module, later) = (optimized(bound)?, later.map(optimized).transpose()?);
    Ok(Built { name, module, later, glue })
}

/// Cuts off what is fetched later.
fn cut(bound: &Path, linked: &Path) -> Result<(PathBuf, Option<PathBuf>)> {
    let halves = split::split(&fs::read(bound)?, &fs::read(linked)?)
        .context("the module cannot be cut in two")?;
    let [first, later] = ["first", "later"].map(|name| bound.with_file_name(name));
    fs::write(&first, halves.first)?;
    fs::write(&later, halves.later)?;
    fs::write(bound.with_file_name(WHOLE), halves.whole)?;
    Ok((first, Some(later)))
}

/// The page's module in one, from the last build for release.
pub fn whole(place: &Place, npm: &Npm) -> Result<Vec<u8>> {
    let module = place.work().join("glue").join(CUT).join(WHOLE);
    Ok(fs::read(optimized(npm, CUT, &module, &SMALL)?)?)
}

fn optimized(npm: &Npm, name: &str, bound: &Path, how: &[&str]) -> Result<PathBuf> {
    let stage = say::stage(name, "optimizing the module (wasm-opt)");
    let small = bound.with_extension("small.wasm");
    let mut command = npm.wasm_opt();
    command.args(how).args(WASM_OPT).arg("-o").arg(&small).arg(bound);
    process::run(&mut command, "wasm-opt")?;
    stage.done("optimized");
    Ok(small)
}

fn compile(toolchain: &Toolchain, purpose: Purpose) -> Result<()> {
    let stage =
        say::stage("page", &format!("compiling for WebAssembly ({})", toolchain.describe()));
    let mut cargo = toolchain.cargo("build", purpose);
    let cargo = cargo.args(MODULES.into_iter().flat_map(|name| ["--bin", name]));
    process::run(cargo, "compiling for WebAssembly")?;
    stage.done("compiled");
    Ok(())
}

fn bind(module: &Path, folder: &Path, nameless: bool) -> Result<PathBuf> {
    let stage = say::stage("page", "making the glue (wasm-bindgen)");
    let _ = fs::remove_dir_all(folder);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .web(true)?
        .typescript(false)
        // The loader hands over the bytes that it has checked; the glue must not fetch by itself.
        .omit_default_module_path(true)
        .out_name("glue")
        // Names make a panic readable. `strip` in the profile would take too much: wasm-bindgen
        // and wasm-opt need the list of target features.
        .remove_name_section(nameless)
        .remove_producers_section(nameless)
        .generate(folder)
        .map_err(|error| anyhow!("{error:#}"))
        .context("wasm-bindgen cannot make the glue")?;
    let glue = folder.join("glue.js");
    fs::write(&glue, strict::without_markup(&fs::read_to_string(&glue)?))?;
    stage.done("made");
    Ok(folder.join("glue_bg.wasm"))
}

const SMALL: [&str; 3] = [
    "-Oz",
    "--converge",
    // Less is written out where it is called: larger by itself, smaller once it is compressed.
    "--one-caller-inline-max-function-size=60",
];
const FAST: [&str; 1] = ["-O3"];

/// The features are those that the compiler's target has by default, named one by one: `--all-features`
/// would let wasm-opt write what browsers do not read yet.
const WASM_OPT: [&str; 11] = [
    // The stack stands there, and nothing has an address so low that an offset could wrap around.
    "--low-memory-unused",
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
