//! What the site is made of that others wrote, in two files beside it: a bill of materials for programs, and the
//! licences' own words for people. Both follow from the lock files, so the same sources give the same bytes.

mod cyclonedx;
mod notices;
mod tree;

pub use cyclonedx::check;

use crate::place::Place;
use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use tree::Node;

/// For programs: CycloneDX 1.6.
pub const BILL: &str = "bill-of-materials.cdx.json";
/// For people.
pub const NOTICES: &str = "third-party.txt";

/// What a component is to the site.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Part {
    /// Some of it is in a file that is served.
    Served,
    /// It makes such a file and stays at home.
    Tool,
}

struct Component {
    name: String,
    version: String,
    part: Part,
    /// An expression of SPDX.
    licence: String,
    /// The package's address (package-url).
    purl: String,
    /// The name of a hash function, as CycloneDX has it, and what it gives for the package in hexadecimal.
    hash: Option<(&'static str, String)>,
    /// What is not said by its name.
    about: &'static str,
    /// The licences as they stand in its sources.
    texts: Vec<String>,
    /// The components that it needs, by their addresses.
    needs: BTreeSet<String>,
}

/// All of them, by name and version, and what the site needs itself.
struct Materials {
    version: String,
    components: Vec<Component>,
    needs: BTreeSet<String>,
}

/// Puts both files beside the others.
pub fn add(place: &Place, rust: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let materials = Materials::of(place, rust).context("what the site is made of")?;
    files.insert(BILL.to_owned(), cyclonedx::bill(&materials)?);
    files.insert(NOTICES.to_owned(), notices::text(&materials)?.into_bytes());
    Ok(())
}

impl Materials {
    /// `rust` is the version of the compiler that makes the modules.
    fn of(place: &Place, rust: &str) -> Result<Materials> {
        let packages = Packages::read(place)?;
        let (own, glue) = (packages.one("whereabouts")?, packages.one(GLUE)?);
        let mut found: BTreeMap<tree::Key, Node> = BTreeMap::new();
        for feature in ["page", "crowd"] {
            for (package, node) in tree::read(place, feature)? {
                let none = Node { part: Part::Tool, needs: BTreeSet::new() };
                let entry = found.entry(package).or_insert(none);
                entry.part = entry.part.min(node.part);
                entry.needs.extend(node.needs);
            }
        }
        let address = |(name, version): &(String, String)| crate_address(name, version);
        let own_key = (own.name.clone(), own.version.clone());
        let root = found.remove(&own_key).context("the tree has no root")?;
        let mut needs: BTreeSet<String> = root.needs.iter().map(address).collect();
        let mut components = Vec::new();
        for ((name, version), node) in &found {
            let package = packages.get(name, version)?;
            let needs = node.needs.iter().map(address).collect();
            components.push(package.component(&packages, node.part, "", needs)?);
        }
        components.push(package_of_glue(glue, &packages)?);
        components.push(std(place, rust)?);
        components.extend(tools(place, rust)?);
        components
            .sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
        needs.extend([crate_address(&glue.name, &glue.version), rust_address(STD, rust)]);
        Ok(Materials { version: own.version.clone(), components, needs })
    }

    fn of_part(&self, part: Part) -> impl Iterator<Item = &Component> {
        self.components.iter().filter(move |component| component.part == part)
    }
}

/// What writes JavaScript that is served; its sources have the text of the glue.
const GLUE: &str = "wasm-bindgen-cli-support";
const STD: &str = "std";

fn package_of_glue(glue: &Package, packages: &Packages) -> Result<Component> {
    let about = "writes the JavaScript between the modules and the browser";
    glue.component(packages, Part::Served, about, BTreeSet::new())
}

fn std(place: &Place, rust: &str) -> Result<Component> {
    Ok(Component {
        name: STD.to_owned(),
        version: rust.to_owned(),
        part: Part::Served,
        licence: "MIT OR Apache-2.0".to_owned(),
        purl: rust_address(STD, rust),
        hash: None,
        about: "Rust's standard library, with the crates that it is built with",
        // As a compiler's packages put its licences here and there, its second licence, which is the same text
        // everywhere, stands for both.
        texts: vec![apache(place)?],
        needs: BTreeSet::new(),
    })
}

/// What only makes files: none of its own text is served.
fn tools(place: &Place, rust: &str) -> Result<Vec<Component>> {
    let mut tools = vec![Component {
        name: "rustc".to_owned(),
        version: rust.to_owned(),
        part: Part::Tool,
        licence: "MIT OR Apache-2.0".to_owned(),
        purl: rust_address("rustc", rust),
        hash: None,
        about: "compiles the modules",
        texts: Vec::new(),
        needs: BTreeSet::new(),
    }];
    let lock: NpmLock =
        serde_json::from_slice(&fs::read(place.root.join("xtask/npm/package-lock.json"))?)?;
    for (name, about) in [
        ("binaryen", "makes the modules smaller (wasm-opt)"),
        ("esbuild", "puts scripts together, and makes scripts and style sheets smaller"),
    ] {
        let package = lock
            .packages
            .get(&format!("node_modules/{name}"))
            .with_context(|| format!("npm's lock file has no {name}"))?;
        let hash = package.integrity.strip_prefix("sha512-").context("npm has another hash")?;
        tools.push(Component {
            name: name.to_owned(),
            version: package.version.clone(),
            part: Part::Tool,
            licence: package.license.clone(),
            purl: format!("pkg:npm/{name}@{}", package.version),
            hash: Some(("SHA-512", hex(&BASE64_STANDARD.decode(hash)?))),
            about,
            texts: Vec::new(),
            needs: BTreeSet::new(),
        });
    }
    Ok(tools)
}

#[derive(Deserialize)]
struct NpmLock {
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Deserialize)]
struct NpmPackage {
    #[serde(default)]
    version: String,
    #[serde(default)]
    integrity: String,
    #[serde(default)]
    license: String,
}

fn crate_address(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn rust_address(what: &str, version: &str) -> String {
    format!(
        "pkg:github/rust-lang/rust@{version}#{}",
        if what == STD { "library/std" } else { "compiler/rustc" }
    )
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text of Apache-2.0, which is the same in every project.
fn apache(place: &Place) -> Result<String> {
    Ok(fs::read_to_string(place.root.join("LICENSE-APACHE"))?)
}

/// What cargo knows of every package of the lock file.
struct Packages {
    all: Vec<Package>,
    /// What the lock file says of their archives.
    checksums: BTreeMap<(String, String), String>,
    apache: String,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    #[serde(default)]
    license: Option<String>,
    manifest_path: PathBuf,
}

impl Packages {
    fn read(place: &Place) -> Result<Packages> {
        let mut cargo = place.native_cargo();
        cargo.args(["metadata", "--format-version", "1", "--locked"]);
        let said = cargo.output().context("cargo cannot be started")?;
        if !said.status.success() {
            bail!("`cargo metadata` says: {}", String::from_utf8_lossy(&said.stderr).trim());
        }
        let metadata: Metadata = serde_json::from_slice(&said.stdout)?;
        let lock = fs::read_to_string(place.root.join("Cargo.lock"))?;
        Ok(Packages { all: metadata.packages, checksums: checksums(&lock), apache: apache(place)? })
    }

    fn get(&self, name: &str, version: &str) -> Result<&Package> {
        let mut all = self.all.iter();
        all.find(|package| package.name == name && package.version == version)
            .with_context(|| format!("cargo knows of no {name} {version}"))
    }

    /// What is there in one version.
    fn one(&self, name: &str) -> Result<&Package> {
        let mut all = self.all.iter().filter(|package| package.name == name);
        match (all.next(), all.next()) {
            (Some(package), None) => Ok(package),
            _ => bail!("{name} is not there in one version"),
        }
    }
}

impl Package {
    fn component(
        &self,
        packages: &Packages,
        part: Part,
        about: &'static str,
        needs: BTreeSet<String>,
    ) -> Result<Component> {
        let Package { name, version, .. } = self;
        let licence = self.license.as_deref().with_context(|| format!("{name} has no licence"))?;
        let licence = expression(licence);
        let folder = self.manifest_path.parent().context("a manifest is in a folder")?;
        let mut texts = texts(folder)?;
        if texts.is_empty() && part == Part::Served {
            // Some archives have none of the texts that their repository has.
            if !licence.split(" OR ").any(|one| one == "Apache-2.0") {
                bail!("the sources of {name} have no text of the licence {licence}");
            }
            texts.push(packages.apache.clone());
        }
        let hash = packages.checksums.get(&(name.clone(), version.clone()));
        Ok(Component {
            name: name.clone(),
            version: version.clone(),
            part,
            licence,
            purl: crate_address(name, version),
            hash: hash.map(|hash| ("SHA-256", hash.clone())),
            about,
            texts,
            needs,
        })
    }
}

/// As SPDX has it: older crates put a stroke where it has OR.
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

/// The files with licences, by their names.
fn texts(folder: &Path) -> Result<Vec<String>> {
    const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "UNLICENSE", "NOTICE", "COPYING"];
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?
    {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
        if path.is_file() && NAMES.iter().any(|begin| name.starts_with(begin)) {
            files.push(path);
        }
    }
    files.sort();
    files
        .iter()
        .map(|path| {
            fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
        })
        .collect()
}

/// What Cargo.lock says of each archive: the hash that cargo checks it by.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |line: &str, key: &str| {
        let value = line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?;
        Some(value.to_owned())
    };
    let mut all = BTreeMap::new();
    for block in lock.split("[[package]]") {
        let find = |key: &str| block.lines().find_map(|line| value(line, key));
        if let (Some(name), Some(version), Some(hash)) =
            (find("name"), find("version"), find("checksum"))
        {
            all.insert((name, version), hash);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn materials() -> Materials {
        Materials::of(&Place::find(), "1.0.0").unwrap()
    }

    #[test]
    fn what_is_served_and_what_only_makes_it_are_told_apart() {
        let materials = materials();
        let names = |part| -> Vec<&str> {
            materials.of_part(part).map(|component| component.name.as_str()).collect()
        };
        let (served, tools) = (names(Part::Served), names(Part::Tool));
        for name in ["postcard", "serde", "talc", "wasm-bindgen", "yew", GLUE, STD] {
            assert!(served.contains(&name), "{name}");
        }
        for name in ["binaryen", "esbuild", "rustc", "serde_derive", "yew-macro"] {
            assert!(tools.contains(&name) && !served.contains(&name), "{name}");
        }
        // Of the terminal, of the tasks and of what draws the still.
        for name in
            ["whereabouts", "fluent-syntax", "icu_plurals", "proptest", "xtask", "tokio", "syn"]
        {
            assert!(!served.contains(&name) && !tools.contains(&name), "{name}");
        }
    }

    #[test]
    fn each_crate_has_the_hash_that_cargo_checks_it_by() {
        let materials = materials();
        let crates =
            || materials.components.iter().filter(|one| one.purl.starts_with("pkg:cargo/"));
        assert!(crates().count() > 50);
        for component in crates() {
            let hash = component.hash.as_ref().map(|(_, hash)| hash.len());
            assert_eq!(hash, Some(64), "{}", component.name);
        }
    }

    #[test]
    fn licences_of_older_crates_are_expressions_too() {
        assert_eq!(expression("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(expression("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(
            expression("(MIT OR Apache-2.0) AND Unicode-3.0"),
            "(MIT OR Apache-2.0) AND Unicode-3.0"
        );
    }
}
