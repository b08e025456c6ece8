//! `cargo xtask bench-crowd`: how fast the crowd is worked out natively and in Chromium, how much memory that
//! takes, and how long the script of a frame of its picture is, beside the same picture with PixiJS. It builds
//! two pages from `tests/crowd-speed/`, which the site has nothing of, and has them measured by
//! `tests/e2e/tests/crowd_speed.rs`.

use crate::engines::Engine;
use crate::npm::{self, Npm};
use crate::place::Place;
use crate::toolchain::Toolchain;
use crate::{hashed::Asset, process, site, test, wasm};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::Path;
use std::process::Command;
use whereabouts::crowd::{Ground, Ink, measured};
use whereabouts::month;

const SOURCES: &str = "tests/crowd-speed";
/// As `tests/crowd-speed/common.js` has it.
const SIZE: (i32, i32) = (1280, 720);

pub fn bench(place: &Place) -> Result<()> {
    let driver = Engine::Chromium.find(place)?;
    let tools = (Toolchain::find(place)?, Npm::install(place)?);
    let pixi = place.root.join(SOURCES);
    let pixi = npm::installed(&pixi, &place.target.join("npm-crowd-speed"), "PixiJS")?;
    let native = native(place)?;
    println!("{native}");
    let built = wasm::build_crowd(place, &tools.0, &tools.1)?;
    let out = place.work().join("crowd-speed");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out)?;
    data(&out)?;
    scripts(place, &tools.1, &built, &pixi, &out)?;
    let mut measuring = test::asked_for(place, "crowd_speed", &out, driver);
    process::run(measuring.env("NATIVE", native), "measuring")
}

/// The native table, as the benchmark prints it.
fn native(place: &Place) -> Result<String> {
    let bench = ["bench", "--package", "benches", "--bench", "crowd"];
    // Once to build it, with what cargo says of that.
    process::run(
        place.native_cargo().args(bench).arg("--no-run"),
        "building the native benchmark",
    )?;
    process::output(place.native_cargo().args(bench).arg("--quiet"))
        .context("the native benchmark failed")
}

/// The world and the plans as the page gets them, and for PixiJS where everything stands.
fn data(out: &Path) -> Result<()> {
    let plan = |travellers| measured::plan(travellers).map_err(|problem| anyhow!(problem));
    let most = plan(measured::TRAVELLERS[measured::TRAVELLERS.len() - 1])?;
    let (world, _) = month::world(&most).context("the judge's scene cannot be read")?;
    fs::write(out.join("world.bin"), postcard::to_allocvec(&world)?)?;
    for travellers in measured::TRAVELLERS {
        let packed = postcard::to_allocvec(&plan(travellers)?)?;
        fs::write(out.join(format!("plan-{travellers}.bin")), packed)?;
    }
    let ground = Ground::of(SIZE.0, SIZE.1, most.homes.len());
    let (places, _) = ground.places(most.travellers, most.seed);
    let places = places.iter().flat_map(|spot| [spot.x as i16, spot.y as i16]);
    fs::write(out.join("places.bin"), places.flat_map(i16::to_le_bytes).collect::<Vec<_>>())?;
    let Ink { dot, was, lit, flash, asked, .. } = Ink::DAY;
    let json = serde_json::json!({
        "homes": ground.homes.iter().map(|home| [home.x, home.y]).collect::<Vec<_>>(),
        "gate": [ground.gate.x, ground.gate.y],
        "bounds": most.bounds(),
        "ink": { "dot": dot, "was": was, "lit": lit, "flash": flash, "asked": asked },
    });
    Ok(fs::write(out.join("ground.json"), json.to_string())?)
}

/// The pages and their scripts, with the crowd's own among them as they are.
fn scripts(place: &Place, npm: &Npm, built: &wasm::Built, pixi: &Path, out: &Path) -> Result<()> {
    let sources = place.root.join(SOURCES);
    let assets = place.root.join("assets");
    let bytes = fs::read(&built.module)?;
    fs::write(out.join("crowd.wasm"), &bytes)?;
    let module = Asset::new("crowd", "wasm", bytes);
    let bundle = |name: &str| -> Result<()> {
        let mut command: Command = npm.esbuild();
        command.arg(sources.join(name));
        site::bundled(&mut command, place, &built.glue.join("glue.js"));
        for (alias, path) in [
            ("crowd", assets.join("crowd.js")),
            ("crowd-worker", assets.join("crowd-worker.js")),
            ("script-policy", assets.join("policy.js")),
            ("pixi.js", pixi.join("pixi.js")),
        ] {
            command.arg(format!("--alias:{alias}={}", path.display()));
        }
        for (name, value) in [
            ("CROWD_FILE", "crowd.wasm"),
            ("CROWD_INTEGRITY", &module.integrity),
            ("CROWD_WORKER", "worker.js"),
            ("OFFLINE_WORKER", ""),
        ] {
            command.arg(format!("--define:{name}={value:?}"));
        }
        site::esbuild(command, &out.join(name)).map(drop)
    };
    ["measure.js", "particles.js", "worker.js"].into_iter().try_for_each(bundle)?;
    for name in ["index.html", "particles.html"] {
        fs::copy(sources.join(name), out.join(name))?;
    }
    Ok(())
}
