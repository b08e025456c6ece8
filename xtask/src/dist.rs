//! `cargo xtask dist`: the site as files that any static server can serve from any folder, and what
//! they weigh.

use crate::cli;
use crate::cost::{self, Cost};
use crate::npm::Npm;
use crate::place::Place;
use crate::pressed::Pressed;
use crate::site::{self, Site};
use crate::strict;
use crate::toolchain::Toolchain;
use crate::{headers, pressed, sizes};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub fn dist(place: &Place, options: &cli::Dist) -> Result<()> {
    within(&written(place, options)?)
}

/// Builds and writes the site, prints what it weighs, and returns the budgets that do not hold.
pub fn written(place: &Place, options: &cli::Dist) -> Result<Vec<String>> {
    Ok(built(place, options)?.over)
}

/// A site that has been written.
pub struct Built {
    pub site: Site,
    pub cost: Cost,
    pub std_from_source: bool,
    /// The budgets that do not hold.
    pub over: Vec<String>,
}

/// The same, with the site.
pub fn built(place: &Place, options: &cli::Dist) -> Result<Built> {
    let out = options.out.clone().unwrap_or_else(|| place.root.join("dist"));
    replaceable(&out)?;
    let tools = (Toolchain::find(place)?, Npm::install(place)?);
    let wanted = site::Options { release: true, base_url: options.base_url.as_deref() };
    let site = site::build(place, &tools, &wanted)?;
    strict::holds(&site.files)?;
    let pressed = pressed::all(&site);
    write(&site, &out)?;
    ready_made(&site, &pressed, &out)?;
    let folder = options.base_url.as_deref().map_or("/", folder);
    fs::write(out.join("_headers"), headers::for_static_hosts(folder))?;
    println!("dist: written to {}, built with {}", out.display(), tools.0.describe());
    let std_from_source = tools.0.std_from_source();
    let (table, mut over) = sizes::table(&site, &pressed, std_from_source)?;
    print!("{table}");
    let cost = Cost::of(&site, &pressed)?;
    print!("{}", cost.beside(&cost::recorded(place)?));
    if options.record {
        cost::record(place, &cost)?;
    }
    if !over.is_empty() && !std_from_source {
        println!("not a failure in this build: {}", over.join("; "));
        over.clear();
    }
    Ok(Built { site, cost, std_from_source, over })
}

pub fn within(over: &[String]) -> Result<()> {
    if over.is_empty() {
        return Ok(());
    }
    bail!("{}", over.join("; "))
}

/// The folder is emptied first, so it must be ours.
fn replaceable(out: &Path) -> Result<()> {
    let Ok(mut entries) = fs::read_dir(out) else { return Ok(()) };
    let ours = fs::read_to_string(out.join("index.html"))
        .is_ok_and(|page| page.contains("id=\"whereabouts\""));
    if entries.next().is_some() && !ours {
        bail!("{} holds something else than this site: name an empty folder", out.display());
    }
    Ok(())
}

/// From the host to the site.
fn folder(base_url: &str) -> &str {
    let host = base_url.split_once("://").map_or(base_url, |(_, host)| host);
    host.find('/').map_or("/", |at| &host[at..])
}

/// Writes what a server may send in the place of a file.
fn ready_made(site: &Site, pressed: &BTreeMap<String, Pressed>, out: &Path) -> Result<()> {
    for (address, Pressed { gzip, brotli }) in pressed {
        let raw = site.files.get(address).context("what is pressed is of the site")?;
        for (ending, bytes) in [(pressed::GZIP, gzip), (pressed::BROTLI, brotli)] {
            if pressed::worth_it(raw, bytes) {
                fs::write(out.join(format!("{address}.{ending}")), bytes)?;
            }
        }
    }
    Ok(())
}

pub fn write(site: &Site, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("{} cannot be emptied", out.display()))?;
    }
    for (address, bytes) in &site.files {
        let path = out.join(address);
        fs::create_dir_all(path.parent().unwrap_or(out))
            .and_then(|()| fs::write(&path, bytes))
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_site_is_what_follows_its_host() {
        assert_eq!(folder("https://example.org/whereabouts/"), "/whereabouts/");
        assert_eq!(folder("https://example.org/"), "/");
    }
}
