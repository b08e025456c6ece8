//! Whether the same sources give the same bytes in whatever folder they are. `cargo xtask reproducible` builds
//! everything twice from nothing, in two folders; `cargo xtask test` compiles once more what it has just built.

use crate::npm::Npm;
use crate::place::Place;
use crate::site::{self, Site};
use crate::toolchain::Toolchain;
use crate::{cli, dist, process, say};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Paths of other lengths: what holds one would be longer, and what is sorted by one would stand elsewhere.
const FOLDERS: [&str; 2] = ["a", "another-folder/with/a-longer-path"];
/// And other surroundings: where somebody is, what they speak, what time it is there.
const SURROUNDINGS: [[(&str, &str); 2]; 2] =
    [[("LANG", "C.UTF-8"), ("TZ", "UTC")], [("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati")]];

type Files = BTreeMap<String, Vec<u8>>;

pub fn reproducible(place: &Place, options: &cli::Reproducible) -> Result<()> {
    if options.quick {
        return again(place, &dist::built(place, &cli::Dist::default())?.site);
    }
    twice(place)
}

/// Builds all in both folders, sharing nothing but what is installed on the machine.
fn twice(place: &Place) -> Result<()> {
    let way = Toolchain::find(place)?;
    // Both first: somebody may be at work here.
    for name in FOLDERS {
        copy(place, &folder(place, name))?;
    }
    let mut built = Vec::new();
    for (name, surroundings) in FOLDERS.into_iter().zip(SURROUNDINGS) {
        let folder = folder(place, name);
        for task in ["dist", "package"] {
            let stage = say::stage("reproducible", &format!("{task} in {name}"));
            let mut cargo = Command::new("cargo");
            cargo.current_dir(&folder).args(["xtask", task]);
            without_ours(&mut cargo);
            cargo.env("WHEREABOUTS_WASM", way.name()).envs(surroundings);
            let log = place.target.join("reproducible.log");
            process::run_logged(&mut cargo, &format!("{task} in {name}"), &log, LIMIT)?;
            stage.done("built");
        }
        let mut files = Files::new();
        for part in ["dist", "packages"] {
            read(&folder, &folder.join(part), &mut files)?;
        }
        built.push(files);
    }
    let [one, other] = &built[..] else { bail!("they are two") };
    same(one, other)?;
    println!("reproducible: {} files, the same bytes in both folders", one.len());
    remove(place)
}

/// Builds a site once more from a copy of its sources, and compares: everything that is compiled for a browser anew,
/// texts and pages by the programs that are there for it, run once more.
pub fn again(place: &Place, site: &Site) -> Result<()> {
    let [_, name] = FOLDERS;
    let root = folder(place, name);
    copy(place, &root)?;
    let there = Place { target: root.join("target"), root };
    let tools = (Toolchain::find(place)?.elsewhere(&there), Npm::install(place)?);
    let options = site::Options { release: true, base_url: None };
    let other = site::build_with(place, &there, &tools, &options)?;
    same(&site.files, &other.files)?;
    println!("reproducible: {} files, the same bytes", other.files.len());
    remove(place)
}

/// Two builds from nothing take minutes, and many of them on a busy machine.
const LIMIT: std::time::Duration = std::time::Duration::from_secs(3600);

fn folder(place: &Place, name: &str) -> PathBuf {
    place.target.join("reproducible").join(name)
}

fn remove(place: &Place) -> Result<()> {
    let folder = folder(place, "");
    fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))
}

/// The sources as they are now, committed or not, and nothing else.
fn copy(place: &Place, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    let mut git = Command::new("git");
    git.current_dir(&place.root);
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = process::output(&mut git).context("git does not list the sources")?;
    for name in listed.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (place.root.join(name), to.join(name));
        // Somebody may have removed it and not said so yet.
        if !from.is_file() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(&to))?;
        fs::copy(&from, &to).with_context(|| format!("{name} cannot be copied"))?;
    }
    Ok(())
}

/// What cargo tells this task about itself is not for one in another folder.
fn without_ours(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        let own = name.starts_with("CARGO") && name != "CARGO_HOME" && !name.contains("REGISTR");
        if own && !name.contains("NET") && !name.contains("HTTP") {
            command.env_remove(&*name);
        }
    }
}

fn read(root: &Path, folder: &Path, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root)?.to_string_lossy().into_owned();
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(())
}

fn same(one: &Files, other: &Files) -> Result<()> {
    let differences = differences(one, other);
    if one.is_empty() || !differences.is_empty() {
        bail!("two builds of the same sources differ: {}", differences.join("; "));
    }
    Ok(())
}

fn differences(one: &Files, other: &Files) -> Vec<String> {
    let mut all = Vec::new();
    for (name, bytes) in one {
        match other.get(name) {
            None => all.push(format!("{name} is there once")),
            Some(others) if others != bytes => {
                let at = bytes.iter().zip(others).position(|(one, other)| one != other);
                let at = at.unwrap_or(bytes.len().min(others.len()));
                all.push(format!("{name} from byte {at} on"));
            }
            Some(_) => {}
        }
    }
    let only = other.keys().filter(|name| !one.contains_key(*name));
    all.extend(only.map(|name| format!("{name} is there once")));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(all: &[(&str, &str)]) -> Files {
        all.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn every_file_that_differs_is_named_with_the_place() {
        let one = files(&[("a", "same"), ("b", "abcd"), ("c", "ab"), ("d", "")]);
        assert!(same(&one, &one).is_ok());
        let other = files(&[("a", "same"), ("b", "abXd"), ("c", "abc"), ("e", "")]);
        assert_eq!(
            differences(&one, &other),
            ["b from byte 2 on", "c from byte 2 on", "d is there once", "e is there once"]
        );
    }

    #[test]
    fn two_builds_of_nothing_are_not_the_same_site() {
        assert!(same(&Files::new(), &Files::new()).is_err());
    }

    #[test]
    fn the_folders_have_paths_of_other_lengths() {
        assert_ne!(FOLDERS[0].len(), FOLDERS[1].len());
    }
}
