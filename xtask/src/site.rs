//! The whole site, built into memory: `dist` writes it out, `serve` hands it out. A build that fails
//! leaves the last good one as it was.

use crate::hashed::{Asset, data_files};
use crate::npm::Npm;
use crate::place::Place;
use crate::policy::POLICY;
use crate::template::{self, Values};
use crate::toolchain::Toolchain;
use crate::{pack, process, say, wasm};
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub struct Site {
    /// By address relative to the site's root, `index.html` among them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The names under which a visitor who wants to play the first chapter gets them.
    pub first_visit: Vec<String>,
}

pub struct Options<'a> {
    pub release: bool,
    pub base_url: Option<&'a str>,
}

/// The lesson that is fetched with the page.
const FIRST_LESSON: &str = "lesson-3-en";
const PREVIEW: &str = "preview";

pub fn build(place: &Place, tools: &(Toolchain, Npm), options: &Options) -> Result<Site> {
    let (toolchain, npm) = tools;
    // The module and what is made natively have their own target folders and do not wait for each
    // other.
    let (module, native) = std::thread::scope(|scope| {
        let native = scope.spawn(|| native(place));
        let module = wasm::build(place, toolchain, npm, options.release);
        (module, native.join())
    });
    // The texts first: a mistake there is the likelier one, and its words are the better ones.
    let native = native.map_err(|_| anyhow!("packing stopped unexpectedly"))??;
    let modules = module?;
    let stage = say::stage("site", "putting it together (esbuild)");
    let style = Asset::new("style", "css", style(place, npm)?);
    let icon = Asset::new("icon", "svg", read(&place.root.join("assets/icon.svg"))?);
    let mut assets = vec![style, icon];
    for (program, module) in wasm::PROGRAMS.iter().zip(&modules) {
        let module = Asset::new(program, "wasm", read(module)?);
        let name = if *program == "page" { "loader".into() } else { format!("{program}-loader") };
        assets.push(Asset::new(&name, "js", loader(place, npm, program, &module)?));
        assets.push(module);
    }
    let (games, pages): (Vec<_>, Vec<_>) =
        native.packed.into_iter().partition(|asset| is_game(&asset.name));
    let data = [data_files(&pages, ""), data_files(&games, "../")];
    assets.extend(pages);
    assets.extend(games);
    let mut values = Values::new();
    // The picture that others show beside a link to the page, once there is one.
    values.insert("address:preview".into(), None);
    if let Ok(picture) = fs::read(place.root.join("assets/preview.png")) {
        assets.push(Asset::new(PREVIEW, "png", picture));
    }
    values.insert("policy".into(), Some(POLICY.into()));
    values.insert("base-url".into(), options.base_url.map(Into::into));
    values.extend(native.words.into_iter().map(|(key, word)| (format!("text:{key}"), Some(word))));
    let mut files = BTreeMap::new();
    let stills = pack::TEMPLATES.iter().zip(PAGES).zip(&native.stills);
    for (((template, (address, up)), still), data) in stills.zip(data) {
        let mut values = values.clone();
        values.insert("data-files".into(), Some(data));
        for asset in &assets {
            values
                .insert(format!("address:{}", asset.name), Some(format!("{up}{}", asset.address)));
            values.insert(format!("integrity:{}", asset.name), Some(asset.integrity.clone()));
        }
        let template = read_text(&place.root.join(template))?;
        let page = template::fill(&template, &values, still)?;
        files.insert(address.to_owned(), page.into_bytes());
    }
    let site = gather(files, assets);
    stage.done("put together");
    Ok(site)
}

/// Where each of the templates' pages stands, and the way from there to the site's root.
const PAGES: [(&str, &str); 2] = [("index.html", ""), ("you-are-the-filter/index.html", "../")];

/// Whether only the game fetches it.
fn is_game(name: &str) -> bool {
    name == "game" || name.starts_with("game-")
}

fn gather(mut files: BTreeMap<String, Vec<u8>>, assets: Vec<Asset>) -> Site {
    let mut first_visit = vec!["index.html".to_owned()];
    for asset in assets {
        let later = ["text-pseudo", PREVIEW].contains(&asset.name.as_str())
            || is_game(&asset.name)
            || asset.name.starts_with("lesson-") && asset.name != FIRST_LESSON;
        if !later {
            first_visit.push(asset.address.clone());
        }
        files.insert(asset.address, asset.bytes);
    }
    Site { files, first_visit }
}

/// What programs of this machine make: packed texts and lessons, words for the pages, and what stands on
/// each before its script.
struct Native {
    packed: Vec<Asset>,
    words: BTreeMap<String, String>,
    stills: [String; 2],
}

fn native(place: &Place) -> Result<Native> {
    let stage = say::stage("texts", "checking and packing texts and lessons");
    let folder = place.work().join("packed");
    let mut packing = place.native_cargo();
    packing.args(["run", "--quiet", "--package", "xtask", "--", "pack", "--out"]).arg(&folder);
    process::run(&mut packing, "packing texts and lessons")?;
    stage.done("packed");

    let stage = say::stage("still", "drawing the first picture natively");
    let still = place.work().join("still");
    fs::create_dir_all(&still)?;
    let mut drawing = place.native_cargo();
    drawing.args(["run", "--quiet", "--bin", "prerender", "--no-default-features"]);
    drawing.args(["--features", "ssr", "--"]).arg(&still);
    process::run(&mut drawing, "drawing the first picture")?;
    stage.done("drawn");

    let words = fs::read(folder.join(pack::WORDS))?;
    Ok(Native {
        packed: packed(&folder)?,
        words: serde_json::from_slice(&words)?,
        stills: [read_text(&still.join("still.html"))?, read_text(&still.join("game.html"))?],
    })
}

fn packed(folder: &Path) -> Result<Vec<Asset>> {
    let mut assets = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "bin") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            assets.push(Asset::new(&name, "bin", read(&path)?));
        }
    }
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(assets)
}

/// Our loader and wasm-bindgen's glue as one file, which knows the module's name and hash.
fn loader(place: &Place, npm: &Npm, program: &str, module: &Asset) -> Result<Vec<u8>> {
    let folder = wasm::folder(place, program);
    let source = folder.join("loader.js");
    fs::copy(place.root.join("assets/loader.js"), &source)
        .context("assets/loader.js cannot be read")?;
    let mut command = npm.esbuild();
    command.arg(source).args(["--bundle", "--format=esm", "--target=es2022"]);
    command.arg(format!("--define:WASM_FILE={:?}", module.file_name()));
    command.arg(format!("--define:WASM_INTEGRITY={:?}", module.integrity));
    esbuild(command, &folder.join("loader.min.js"))
}

fn style(place: &Place, npm: &Npm) -> Result<Vec<u8>> {
    let mut command = npm.esbuild();
    command.arg(place.root.join("assets/style.css"));
    esbuild(command, &place.work().join("glue/style.min.css"))
}

fn esbuild(mut command: std::process::Command, out: &Path) -> Result<Vec<u8>> {
    command.args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
    command.arg(format!("--outfile={}", out.display()));
    process::run(&mut command, "esbuild")?;
    read(out)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
