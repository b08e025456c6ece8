//! `cargo xtask bench-frames`: how long the script of a frame takes, in Chromium's own numbers. It builds
//! the site for release, and beside it a page with many messages under way, and has both played and
//! measured by `tests/e2e/tests/frames.rs`.

use crate::engines::Engine;
use crate::hashed::{Asset, data_files};
use crate::npm::Npm;
use crate::place::Place;
use crate::site::{self, Site};
use crate::toolchain::Toolchain;
use crate::{dist, process, test, wasm};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Where the page with many messages stands in the site that is measured.
const CROWD: &str = "crowd";

pub fn bench(place: &Place) -> Result<()> {
    let driver = Engine::Chromium.find(place)?;
    let tools = (Toolchain::find(place)?, Npm::install(place)?);
    let site = site::build(place, &tools, &site::Options { release: true, base_url: None })?;
    let built = wasm::build_frames(place, &tools.0, &tools.1)?;
    let out = place.work().join("frames");
    dist::write(&site, &out)?;
    crowd(&site, &built, &out.join(CROWD))?;
    process::run(&mut test::asked_for(place, "frames", &out, driver), "measuring")
}

/// Writes the page with many messages: the site's style and data, and a module of its own.
fn crowd(site: &Site, built: &wasm::Built, out: &Path) -> Result<()> {
    let named = |name: &str| {
        let mut files = site.files.iter();
        let start = format!("assets/{name}.");
        let found = files.find(|(address, _)| address.starts_with(&start));
        found.with_context(|| format!("the site has no {name}"))
    };
    let data = ["text-en", "lesson-two-questions-en"].map(|name| {
        let (_, bytes) = named(name)?;
        Ok(Asset::new(name, "bin", bytes.clone()))
    });
    let data = data.into_iter().collect::<Result<Vec<_>>>()?;
    let page = format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Many messages</title>
<link rel="stylesheet" href="../{style}">
<main><div id="whereabouts" data-root="../" data-files="{files}"></div></main>
<script type="module" src="start.js"></script>
"#,
        style = named("style")?.0,
        files = data_files(&data),
    );
    let start =
        "import start from \"./glue.js\";\nawait start({ module_or_path: \"frames.wasm\" });\n";
    let written = || -> std::io::Result<()> {
        fs::create_dir_all(out)?;
        fs::write(out.join("index.html"), page)?;
        fs::write(out.join("start.js"), start)?;
        fs::copy(&built.module, out.join("frames.wasm"))?;
        fs::copy(built.glue.join("glue.js"), out.join("glue.js"))?;
        Ok(())
    };
    written().with_context(|| format!("{} cannot be written", out.display()))
}
