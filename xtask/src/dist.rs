//! `cargo xtask dist`: the site as files that any static server can serve from any folder, and what
//! they weigh.

use crate::cli;
use crate::npm::Npm;
use crate::place::Place;
use crate::site::{self, Site};
use crate::sizes;
use crate::strict;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

pub fn dist(place: &Place, options: &cli::Dist) -> Result<()> {
    within(&written(place, options)?)
}

/// Builds and writes the site, prints what it weighs, and returns the budgets that do not hold.
pub fn written(place: &Place, options: &cli::Dist) -> Result<Vec<String>> {
    Ok(built(place, options)?.1)
}

/// The same, with the site.
pub fn built(place: &Place, options: &cli::Dist) -> Result<(Site, Vec<String>)> {
    let out = options.out.clone().unwrap_or_else(|| place.root.join("dist"));
    replaceable(&out)?;
    let tools = (Toolchain::find(place)?, Npm::install(place)?);
    let wanted = site::Options { release: true, base_url: options.base_url.as_deref() };
    let site = site::build(place, &tools, &wanted)?;
    strict::holds(&site.files)?;
    write(&site, &out)?;
    println!("dist: written to {}, built with {}", out.display(), tools.0.describe());
    let (table, over) = sizes::table(&site, tools.0.std_from_source());
    print!("{table}");
    if over.is_empty() || tools.0.std_from_source() {
        return Ok((site, over));
    }
    println!("not a failure in this build: {}", over.join("; "));
    Ok((site, Vec::new()))
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
