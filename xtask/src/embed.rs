//! What stands in `embed/` beside the pages for frames, for those who embed them: the element and its
//! manifest, under names that stay as they are, and the page that shows both.

use crate::hashed::{Asset, integrity};
use crate::npm::Npm;
use crate::place::Place;
use crate::policy::POLICY;
use crate::site::esbuild;
use crate::template::{self, Values};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;

/// Where they are among the sources.
const SOURCES: &str = "assets/embed";
/// What others write into their pages.
const ELEMENT: &str = "embed/whereabouts-explainer.js";
const MANIFEST: &str = "embed/custom-elements.json";
const LIVE: &str = "embed/api.html";

/// Adds them to the site's files, and what the live page has of its own to its assets.
pub fn add(
    place: &Place,
    npm: &Npm,
    assets: &mut Vec<Asset>,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<()> {
    let small = |name: &str| {
        let mut command = npm.esbuild();
        command.arg(place.root.join(SOURCES).join(name)).arg("--target=es2022");
        let out = place.work().join("embed").join(name);
        esbuild(command, &out).with_context(|| format!("{SOURCES}/{name}"))
    };
    let element = small("element.js")?;
    let checked = integrity(&element);
    files.insert(ELEMENT.to_owned(), element);
    files.insert(MANIFEST.to_owned(), read(place, "custom-elements.json")?.into_bytes());
    assets.push(Asset::new("embed-api", "js", small("api.js")?));
    assets.push(Asset::new("embed-api-style", "css", small("api.css")?));
    let page = template::fill(&read(place, "api.html")?, &values(assets, checked)).context(LIVE)?;
    files.insert(LIVE.to_owned(), page.into_bytes());
    Ok(())
}

/// The live page may want any of the site's assets, and the element.
fn values(assets: &[Asset], element: String) -> Values {
    let mut values = Values::from([
        ("policy".to_owned(), Some(POLICY.to_owned())),
        ("integrity:element".to_owned(), Some(element)),
    ]);
    for asset in assets {
        values.insert(format!("address:{}", asset.name), Some(asset.address.clone()));
        values.insert(format!("integrity:{}", asset.name), Some(asset.integrity.clone()));
    }
    values
}

fn read(place: &Place, name: &str) -> Result<String> {
    let file = place.root.join(SOURCES).join(name);
    fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}
