//! `cargo xtask package`: the site once more for those who have no web server of their own, as packages for
//! learning platforms (SCORM 1.2 and cmi5, the whole and each chapter) and as a single file; and the same with lessons
//! that somebody has made.
//! docs/packages.md says what they report.

mod archive;
pub mod check;
mod cmi5;
mod contents;
pub mod ids;
mod letters;
mod own;
mod scorm;
mod single;
mod xml;

use crate::cli;
use crate::npm::Npm;
use crate::place::Place;
use crate::site::{self, Site};
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, bail};
use contents::{Chapter, Contents, Reporter};
use single::Player;
use std::fs;
use std::path::{Path, PathBuf};
use whereabouts::text::{Words, english};

/// What a folder of packages is known by.
pub const SINGLE: &str = "whereabouts.html";

pub fn package(place: &Place, options: &cli::Package) -> Result<()> {
    let out = options.out.clone().unwrap_or_else(|| folder(place));
    // Before anything is compiled.
    replaceable(&out)?;
    let made = own::read(&options.lessons)?;
    let tools = (Toolchain::find(place)?, Npm::install(place)?);
    let site = site::build(place, &tools, &site::Options { release: true, base_url: None })?;
    let player = Player::packed(place, &tools.1)?;
    let mut files = ours(place, &tools.1, &player, &site)?;
    files.extend(own::files(place, &tools.1, &player, &site, &made)?);
    write(&files, &out)
}

/// Where the packages are written to, if nobody says anything else.
pub fn folder(place: &Place) -> PathBuf {
    place.root.join("packages")
}

/// Whether the single file keeps to its budget, with std from source.
pub fn within(packages: &Path) -> Result<()> {
    let bytes = fs::metadata(packages.join(SINGLE))?.len();
    if bytes > single::RAW {
        bail!("{SINGLE} has {bytes} bytes, and may have {}", single::RAW);
    }
    Ok(())
}

/// Makes all packages of a built site, writes them and prints what they weigh; and those of lessons that are none of
/// ours into another folder.
pub fn written(
    place: &Place,
    npm: &Npm,
    site: &Site,
    out: &Path,
    (lessons, own_out): (&[PathBuf], &Path),
) -> Result<()> {
    replaceable(out)?;
    let player = Player::packed(place, npm)?;
    write(&ours(place, npm, &player, site)?, out)?;
    write(&own::files(place, npm, &player, site, &own::read(lessons)?)?, own_out)
}

/// Files by their names.
type Named = Vec<(String, Vec<u8>)>;

fn ours(place: &Place, npm: &Npm, player: &Player, site: &Site) -> Result<Named> {
    let words = Words::native(english());
    let chapters = contents::chapters(&words)?;
    let mut files = Vec::new();
    for reporter in [Reporter::scorm(place, npm)?, Reporter::cmi5(place, npm)?] {
        let whole = format!("whereabouts-{}", reporter.short);
        files.push(packed(site, &reporter, &whole, &chapters, &words)?);
        for chapter in &chapters {
            let name = format!("{whole}-chapter-{:02}", chapter.number);
            files.push(packed(site, &reporter, &name, std::slice::from_ref(chapter), &words)?);
        }
    }
    let single = single::single(place, npm, player, site, &chapters, &words)?;
    println!("{}", single::weighed(&single));
    files.push((SINGLE.to_owned(), single));
    Ok(files)
}

/// One package.
fn packed(
    site: &Site,
    reporter: &Reporter,
    name: &str,
    chapters: &[Chapter],
    words: &Words,
) -> Result<(String, Vec<u8>)> {
    let contents = Contents::of(site, reporter, chapters, words)?;
    let manifest = (reporter.manifest)(words, name, chapters, &contents);
    Ok((format!("{name}.zip"), archive::zipped(reporter.named, &manifest, &contents)?))
}

fn write(files: &Named, out: &Path) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    for name in old(out)? {
        fs::remove_file(out.join(name))?;
    }
    for (name, bytes) in files {
        println!("{name:<40}{:>9}", bytes.len());
        let path = out.join(name);
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    println!("package: {} files written to {}", files.len(), out.display());
    Ok(())
}

/// The folder must be ours.
fn replaceable(out: &Path) -> Result<()> {
    let there = fs::read_dir(out).map(Iterator::count).unwrap_or_default();
    if there > 0 && !out.join(SINGLE).is_file() {
        bail!("{} holds something else than packages: name an empty folder", out.display());
    }
    Ok(())
}

/// The packages that are there already.
fn old(out: &Path) -> Result<Vec<String>> {
    let names = fs::read_dir(out)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let ours = |name: &String| {
        name == SINGLE || name.starts_with("whereabouts-") && name.ends_with(".zip")
    };
    Ok(names.filter(ours).collect())
}
