//! Writes what the sources need of `assets/text/en/`: `text_ids.rs`, one constant for every message, so
//! that a key used in code that is in no file is a compile error; and `text_files.rs`, the files
//! themselves. It only scans lines; what a message means, and whether it is well made, is
//! `src/text/compile.rs`'s to say.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "assets/text/en";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    // Which function reads which constant: what the page's module is cut in two by (xtask/src/constants.rs).
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|is| is == value);
    if is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=page=--emit-relocs");
    }
    if let Err(why) = write() {
        println!("cargo::error={why}");
    }
}

fn write() -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|e| format!("OUT_DIR: {e}"))?;
    let root = env::var("CARGO_MANIFEST_DIR").map_err(|e| format!("CARGO_MANIFEST_DIR: {e}"))?;
    let mut found = BTreeMap::new();
    let mut files = String::from("&[\n");
    for path in files_in(FOLDER)? {
        let name = path.display();
        println!("cargo::rerun-if-changed={name}");
        let source = fs::read_to_string(&path).map_err(|e| format!("{name}: {e}"))?;
        ids(&source, &mut found);
        let whole = Path::new(&root).join(&path);
        let _ =
            writeln!(files, "    ({name:?}, include_str!({whole:?})),", name = name.to_string());
    }
    files.push_str("]\n");
    let code: String = found
        .iter()
        .map(|(name, key)| format!("/// `{key}`\npub const {name}: &str = \"{key}\";\n"))
        .collect();
    for (name, text) in [("text_ids.rs", code), ("text_files.rs", files)] {
        fs::write(Path::new(&out).join(name), text).map_err(|e| format!("{name}: {e}"))?;
    }
    Ok(())
}

/// In the order of their names: the order of a folder differs between machines.
fn files_in(folder: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{folder}: {e}"))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "ftl")).collect();
    files.sort();
    Ok(files)
}

/// Constant name to key. A map, because a message written twice is reported better by the compiler
/// of texts than by rustc. `.engineer` has no constant: code asks for the message and gives the
/// depth.
fn ids(source: &str, found: &mut BTreeMap<String, String>) {
    let mut message = "";
    for line in source.lines() {
        let Some((name, _)) = line.split_once('=') else { continue };
        let name = name.trim_end();
        if is_id(name) {
            message = name;
            found.insert(constant(name), name.to_owned());
        } else if let Some(attribute) = name.trim_start().strip_prefix('.')
            && name.starts_with(' ')
            && is_id(attribute)
            && attribute != "engineer"
        {
            let name = format!("{}__{}", constant(message), constant(attribute));
            found.insert(name, format!("{message}.{attribute}"));
        }
    }
}

fn is_id(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn constant(id: &str) -> String {
    id.to_ascii_uppercase().replace('-', "_")
}
