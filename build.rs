//! Writes `text_ids.rs`: one constant for every message in `assets/text/en.ftl`, so that a key used
//! in code that is not in the file is a compile error. It only scans lines; what a message means,
//! and whether it is well made, is `src/text/compile.rs`'s to say.

use std::collections::BTreeMap;
use std::{env, fs, path::Path};

const SOURCE: &str = "assets/text/en.ftl";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={SOURCE}");
    if let Err(why) = write_ids() {
        println!("cargo::error={why}");
    }
}

fn write_ids() -> Result<(), String> {
    let source = fs::read_to_string(SOURCE).map_err(|e| format!("{SOURCE}: {e}"))?;
    let out = env::var("OUT_DIR").map_err(|e| format!("OUT_DIR: {e}"))?;
    let code: String = ids(&source)
        .iter()
        .map(|(name, key)| format!("/// `{key}`\npub const {name}: &str = \"{key}\";\n"))
        .collect();
    fs::write(Path::new(&out).join("text_ids.rs"), code).map_err(|e| format!("text_ids.rs: {e}"))
}

/// Constant name to key. A map, because a message written twice is reported better by the compiler
/// of texts than by rustc. `.engineer` has no constant: code asks for the message and gives the
/// depth.
fn ids(source: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
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
    found
}

fn is_id(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn constant(id: &str) -> String {
    id.to_ascii_uppercase().replace('-', "_")
}
