//! The whole site, built into memory: `dist` writes it out, `serve` hands it out. A build that fails
//! leaves the last good one as it was.

use crate::hashed::{Asset, data_files};
use crate::npm::Npm;
use crate::place::Place;
use crate::policy::POLICY;
use crate::template::{self, Values};
use crate::toolchain::Toolchain;
use crate::{bill, embed, oembed, offline, pack, process, say, wasm};
use anyhow::{Context, Result, anyhow};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use whereabouts::link::EMBED;
use whereabouts::text;

pub struct Site {
    /// By address relative to the site's root, `index.html` among them.
    pub files: BTreeMap<String, Vec<u8>>,
}

pub struct Options<'a> {
    pub release: bool,
    pub base_url: Option<&'a str>,
}

/// The language whose pages are the site's own.
const FIRST: &str = "en";

pub fn build(place: &Place, tools: &(Toolchain, Npm), options: &Options) -> Result<Site> {
    build_with(place, place, tools, options)
}

/// The same, with the texts packed and the pages drawn by programs of other sources.
pub fn build_with(
    programs: &Place,
    place: &Place,
    tools: &(Toolchain, Npm),
    options: &Options,
) -> Result<Site> {
    let (toolchain, npm) = tools;
    // The modules and what is made natively have their own target folders and do not wait for each
    // other.
    let (modules, native) = std::thread::scope(|scope| {
        let native = scope.spawn(|| native(programs));
        let modules = wasm::build(place, toolchain, npm, options.release);
        let crowd = wasm::build_crowd(place, toolchain, npm);
        (modules.and_then(|modules| Ok((modules, crowd?))), native.join())
    });
    // The texts first: a mistake there is the likelier one, and its words are the better ones.
    let native = native.map_err(|_| anyhow!("packing stopped unexpectedly"))??;
    let stage = say::stage("site", "putting it together (esbuild)");
    let mut assets = vec![
        Asset::new("style", "css", style(place, npm, "style")?),
        Asset::new("beside", "css", style(place, npm, "beside")?),
        Asset::new("month-style", "css", style(place, npm, "month")?),
        Asset::new("sandbox-style", "css", style(place, npm, "sandbox")?),
        Asset::new("workshop-style", "css", style(place, npm, "workshop")?),
        Asset::new("embed-style", "css", style(place, npm, "embed")?),
        Asset::new("host", "js", script(place, npm, "embed/host")?),
        Asset::new("patience", "js", script(place, npm, "patience")?),
        Asset::new("icon", "svg", read(&place.root.join("assets/icon.svg"))?),
    ];
    let (modules, crowd) = modules?;
    let crowd = Crowd::of(place, npm, &crowd)?;
    for built in modules {
        let module = Asset::new(built.name, "wasm", read(&built.module)?);
        let later = match &built.later {
            Some(later) => Some(Asset::new(&format!("{}-later", built.name), "wasm", read(later)?)),
            None => None,
        };
        let parts = (&module, later.as_ref());
        let loader = loader(place, npm, &built, parts, &crowd, options.release)?;
        assets.extend(later);
        assets.push(Asset::new(&format!("{}-loader", built.name), "js", loader));
        assets.push(module);
    }
    assets.extend([crowd.module, crowd.worker]);
    assets.extend(native.packed);
    assets.extend(previews(place)?);
    let template = read_text(&place.root.join("index.html"))?;
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (lang, pages) in &native.pages {
        let words = native.words.get(lang).context("a language has no words for index.html")?;
        for page in pages {
            let oembed = oembed(page, lang, &assets, options.base_url)?;
            let address = oembed.as_ref().map(|(address, _)| address.as_str());
            let values = values(page, (lang, words), &assets, (options.base_url, address))?;
            files.extend(oembed);
            let name = format!("{}{}index.html", folder(lang), page.path);
            let filled = template::fill(&template, &values).context(name.clone())?;
            files.insert(name, filled.into_bytes());
        }
    }
    embed::add(place, npm, &mut assets, &mut files)?;
    files.extend(assets.into_iter().map(|asset| (asset.address, asset.bytes)));
    // For editors of lessons, at an address that does not change.
    let schema = fs::read(place.root.join("assets").join(SCHEMA));
    files.insert(
        SCHEMA.to_owned(),
        schema.with_context(|| format!("assets/{SCHEMA} cannot be read"))?,
    );
    let mut site = Site { files };
    if options.release {
        bill::add(place, &toolchain.version()?, &mut site.files)?;
        let worker = offline::worker(place, npm, &site.files)?;
        site.files.insert(offline::ADDRESS.to_owned(), worker);
    }
    stage.done("put together");
    Ok(site)
}

/// A page that is drawn when the site is there already, in its first language, with the site's assets and one more.
pub fn filled(place: &Place, site: &Site, page: &Page, more: Asset) -> Result<String> {
    let template = read_text(&place.root.join("index.html"))?;
    let mut missing = Vec::new();
    let words = pack::words_of(&template, &text::english(), &mut missing);
    let assets = [assets_of(site), vec![more]].concat();
    let values = values(page, (FIRST, &words), &assets, (None, None))?;
    template::fill(&template, &values).with_context(|| page.path.clone())
}

/// What stands under a hashed name, as it was put there.
fn assets_of(site: &Site) -> Vec<Asset> {
    let asset = |(address, bytes): (&String, &Vec<u8>)| {
        let (name, ending) = address.strip_prefix("assets/")?.split_once('.')?;
        let (_, extension) = ending.split_once('.')?;
        Some(Asset::new(name, extension, bytes.clone()))
    };
    site.files.iter().filter_map(asset).collect()
}

/// The pictures that others show beside a link, one a chapter (`tests/e2e/tests/previews.rs` takes them).
fn previews(place: &Place) -> Result<Vec<Asset>> {
    let folder = place.root.join("assets/previews");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    let preview = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Asset::new(&name, "png", read(path)?))
    };
    files.iter().map(preview).collect()
}

/// What says how a chapter is embedded, where the site's address is known.
fn oembed(
    page: &Page,
    lang: &str,
    assets: &[Asset],
    base_url: Option<&str>,
) -> Result<Option<(String, Vec<u8>)>> {
    let preview = assets.iter().find(|asset| asset.name == page.preview);
    let Some((base_url, preview)) = base_url.zip(preview).filter(|_| page.chapter && !page.embed)
    else {
        return Ok(None);
    };
    let (folder, path) = (folder(lang), &page.path);
    let said = oembed::file(&oembed::Chapter {
        base_url,
        framed: &format!("{folder}{EMBED}{path}"),
        title: &page.title,
        preview: (&preview.address, &preview.bytes),
    })?;
    Ok(Some((oembed::address(&format!("{folder}{path}")), said)))
}

/// Where the pages of a language are: the first language's are the site's own.
fn folder(lang: &str) -> String {
    if lang == FIRST { String::new() } else { format!("{lang}/") }
}

/// What the template is filled with for one page.
fn values(
    page: &Page,
    (lang, words): (&str, &BTreeMap<String, String>),
    assets: &[Asset],
    (base_url, oembed): (Option<&str>, Option<&str>),
) -> Result<Values> {
    let root = "../".repeat(folder(lang).matches('/').count() + page.path.matches('/').count());
    let mut values = Values::new();
    let mut put = |name: &str, value: Option<&str>| {
        values.insert(name.to_owned(), value.map(str::to_owned));
    };
    for (key, word) in words {
        put(&format!("text:{key}"), Some(word));
    }
    put("dir", words.get("dir").map(String::as_str));
    // What a browser knows a language by, and what the site calls it.
    put("tag", words.get("tag").map(String::as_str));
    put("lang", Some(lang));
    put("body", Some(if page.embed { "embed" } else { "whole" }));
    put("robots", page.embed.then_some("noindex"));
    put("oembed", oembed);
    put("policy", Some(POLICY));
    put("base-url", base_url);
    put("root", Some(&root));
    put("path", Some(&page.path));
    put("canonical", Some(&format!("{}{}", folder(lang), page.canonical)));
    put("title", Some(&page.title));
    put("description", Some(&page.description));
    put("module", page.module.as_deref());
    // Nothing is shown before all of the still is there, or its parts would be seen to move about.
    put("drawn", page.module.as_ref().map(|_| "#drawn"));
    put("lesson", Some(page.lesson.as_deref().unwrap_or_default()));
    for (name, markup) in [
        ("header", &page.header),
        ("above", &page.above),
        ("still", &page.still),
        ("between", &page.between),
        ("below", &page.below),
        ("footer", &page.footer),
    ] {
        put(&format!("markup:{name}"), Some(markup));
    }
    let named = |name: &str| assets.iter().find(|asset| asset.name == name);
    let wanted = |name: String| {
        named(&name).with_context(|| format!("the page {} wants {name}", page.path)).map(Some)
    };
    let module = page.module.as_deref();
    let lesson = page.lesson.as_ref();
    let second = page.second.as_ref().map(|second| second.name.as_str());
    let part = |end: &str| second.map(|name| format!("{name}-{end}"));
    let fetched = [
        ("module", module.map(|name| name.to_owned())),
        ("loader", module.map(|name| format!("{name}-loader"))),
        ("text", module.map(|name| format!("{}-{lang}", words_of(name)))),
        ("lesson", lesson.map(|lesson| format!("lesson-{lesson}-{lang}"))),
        ("second-module", second.map(str::to_owned)),
        ("second-loader", part("loader")),
        ("second-data", part(lang)),
        ("second-style", part("style")),
        ("crowd", (second == Some(MONTH)).then(|| "crowd".to_owned())),
        ("style", Some("style".to_owned())),
        // Chapters are most of what is read, and need none of what the other pages look like.
        ("beside", (!page.chapter && !page.embed).then(|| "beside".to_owned())),
        ("embed-style", page.embed.then(|| "embed-style".to_owned())),
        ("host", page.embed.then(|| "host".to_owned())),
        ("patience", module.map(|_| "patience".to_owned())),
        ("icon", Some("icon".to_owned())),
    ];
    let mut data = Vec::new();
    for (name, asset) in fetched {
        let asset = asset.map_or(Ok(None), wanted)?;
        put(&format!("address:{name}"), asset.map(|asset| asset.address.as_str()));
        put(&format!("integrity:{name}"), asset.map(|asset| asset.integrity.as_str()));
        data.extend(asset.filter(|_| ["text", "lesson"].contains(&name)).cloned());
    }
    // Below the crowd the player is fetched when its reader comes near it.
    put("at-once", (second != Some(MONTH)).then_some(""));
    put("address:preview", named(&page.preview).map(|asset| asset.address.as_str()));
    put("data-files", module.map(|_| data_files(&data)).as_deref());
    let data = part(lang).and_then(|data| named(&data)).cloned();
    put("second-files", data.map(|data| data_files(&[data])).as_deref());
    put("markup:second", page.second.as_ref().map(|second| second.markup.as_str()));
    // Above the player, or below it.
    let stands = |below: bool| page.second.as_ref().filter(|second| second.below == below);
    for (name, below) in [("first", false), ("last", true)] {
        put(name, stands(below).map(|second| second.name.as_str()));
    }
    Ok(values)
}

/// What a module's words are packed as.
fn words_of(module: &str) -> &str {
    if module == "page" { "text" } else { module }
}

/// A page as the program that draws them writes it (`src/site/pages.rs`).
#[derive(Deserialize)]
pub struct Page {
    pub path: String,
    canonical: String,
    title: String,
    description: String,
    /// The picture beside a link to it, by its name.
    preview: String,
    /// Whether it is a chapter.
    chapter: bool,
    /// Whether it is made for a frame in somebody else's page.
    embed: bool,
    module: Option<String>,
    lesson: Option<String>,
    /// What has a module of its own beside the player, where the page has two.
    second: Option<Second>,
    between: String,
    header: String,
    above: String,
    still: String,
    below: String,
    footer: String,
}

/// What has a module of its own beside the player.
#[derive(Deserialize)]
struct Second {
    name: String,
    markup: String,
    below: bool,
}

/// The words of the template, by language and key.
type Words = BTreeMap<String, BTreeMap<String, String>>;

/// What programs of this machine make: packed texts and lessons, and for each language the words of the
/// template and the pages.
struct Native {
    packed: Vec<Asset>,
    words: Words,
    pages: BTreeMap<String, Vec<Page>>,
}

fn native(place: &Place) -> Result<Native> {
    let stage = say::stage("texts", "checking and packing texts and lessons");
    let folder = place.work().join("packed");
    let mut packing = place.native_cargo();
    packing.args(["run", "--quiet", "--package", "xtask", "--", "pack", "--out"]).arg(&folder);
    process::run(&mut packing, "packing texts and lessons")?;
    stage.done("packed");

    let stage = say::stage("pages", "drawing the pages natively");
    let drawn = place.work().join("drawn");
    let _ = fs::remove_dir_all(&drawn);
    process::run(&mut drawing(place, &drawn), "drawing the pages")?;
    stage.done("drawn");

    let words: Words = serde_json::from_slice(&read(&folder.join(pack::WORDS))?)?;
    let mut pages = BTreeMap::new();
    for lang in words.keys() {
        let file = drawn.join(format!("pages-{lang}.json"));
        pages.insert(lang.clone(), serde_json::from_slice(&read(&file)?)?);
    }
    Ok(Native { packed: packed(&folder)?, words, pages })
}

fn drawing(place: &Place, out: &Path) -> Command {
    let mut drawing = place.native_cargo();
    drawing.args(["run", "--quiet", "--bin", "prerender", "--no-default-features"]);
    drawing.args(["--features", "ssr", "--"]).arg(out);
    drawing
}

/// The pages of lessons that somebody has made, two for each: the whole one, and its twin for a frame.
pub fn drawn_own(place: &Place, files: &[&Path]) -> Result<Vec<Page>> {
    let drawn = place.work().join("drawn-own");
    process::run(drawing(place, &drawn).args(files), "drawing the pages of a lesson")?;
    Ok(serde_json::from_slice(&read(&drawn.join("own.json"))?)?)
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

/// What a page has that shows the crowd: the module that simulates and draws, and its worker.
struct Crowd {
    module: Asset,
    worker: Asset,
    glue: PathBuf,
}

/// The worker that keeps files, seen from a loader.
const OFFLINE: &str = "../offline.js";

/// The module whose loader starts the crowd.
const MONTH: &str = "month";
/// What a lesson's file may hold, by its name in `assets/` and on the site.
const SCHEMA: &str = "lesson.schema.json";
/// Those that stand beside the player, each in an element with its name.
const SECOND: [&str; 3] = [MONTH, "sandbox", "workshop"];

impl Crowd {
    fn of(place: &Place, npm: &Npm, built: &wasm::Built) -> Result<Crowd> {
        let module = Asset::new(built.name, "wasm", read(&built.module)?);
        let glue = built.glue.join("glue.js");
        let mut command = npm.esbuild();
        command.arg(place.root.join("assets/crowd-worker.js"));
        bundled(&mut command, place, &glue);
        let worker = esbuild(command, &built.glue.join("worker.min.js"))?;
        Ok(Crowd { module, worker: Asset::new("crowd-worker", "js", worker), glue })
    }
}

/// As one file, with what others of it are called.
pub fn bundled(command: &mut Command, place: &Place, glue: &Path) {
    command.args(["--bundle", "--format=esm", "--target=es2022"]);
    command.arg(format!("--alias:crowd-glue={}", glue.display()));
    command.arg(format!("--alias:crowd-run={}", place.root.join("assets/crowd-run.js").display()));
}

/// Our loader and wasm-bindgen's glue as one file, which knows the module's name and hash, and those of
/// what is fetched later.
fn loader(
    place: &Place,
    npm: &Npm,
    built: &wasm::Built,
    (module, later): (&Asset, Option<&Asset>),
    crowd: &Crowd,
    offline: bool,
) -> Result<Vec<u8>> {
    let folder = &built.glue;
    for name in ["loader.js", "failure.js", "policy.js", "save.js"] {
        fs::copy(place.root.join("assets").join(name), folder.join(name))
            .with_context(|| format!("assets/{name} cannot be read"))?;
    }
    let month = built.name == MONTH;
    let second = format!("whereabouts-{}", built.name);
    let mut command = npm.esbuild();
    let (later, later_integrity) =
        later.map_or(("", ""), |later| (later.file_name(), later.integrity.as_str()));
    command.arg(folder.join("loader.js"));
    bundled(&mut command, place, &crowd.glue);
    command.arg(format!("--alias:script-policy={}", folder.join("policy.js").display()));
    for (name, value) in [
        ("WASM_FILE", module.file_name()),
        ("WASM_INTEGRITY", &module.integrity),
        ("LATER_FILE", later),
        ("LATER_INTEGRITY", later_integrity),
        ("ROOT", if SECOND.contains(&built.name) { &second } else { "whereabouts" }),
        ("CROWD_FILE", crowd.module.file_name()),
        ("CROWD_INTEGRITY", &crowd.module.integrity),
        ("CROWD_WORKER", if month { crowd.worker.file_name() } else { "" }),
        // What is tried out is built again and again, and must not be kept.
        ("OFFLINE_WORKER", if offline { OFFLINE } else { "" }),
    ] {
        command.arg(format!("--define:{name}={value:?}"));
    }
    esbuild(command, &folder.join("loader.min.js"))
}

fn style(place: &Place, npm: &Npm, name: &str) -> Result<Vec<u8>> {
    let mut command = npm.esbuild();
    command.arg(place.root.join(format!("assets/{name}.css")));
    esbuild(command, &place.work().join(format!("glue/{name}.min.css")))
}

/// A script that is fetched as it is, by its name under `assets/`.
pub fn script(place: &Place, npm: &Npm, name: &str) -> Result<Vec<u8>> {
    let mut command = npm.esbuild();
    command.arg(place.root.join(format!("assets/{name}.js")));
    command.args(["--bundle", "--format=esm", "--target=es2022"]);
    esbuild(command, &place.work().join(format!("glue/{name}.min.js")))
}

pub fn esbuild(mut command: Command, out: &Path) -> Result<Vec<u8>> {
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
