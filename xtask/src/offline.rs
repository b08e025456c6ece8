//! The service worker of the site: which files it keeps.

use crate::bill::NOTICES;
use crate::hashed;
use crate::npm::Npm;
use crate::place::Place;
use crate::site;
use anyhow::Result;
use std::collections::BTreeMap;
use whereabouts::link::{EMBED, LANGUAGES};

/// The worker's address, from the first page: what is beside it and below is its own. Every version has the same.
pub const ADDRESS: &str = "offline.js";

/// What those need who make something of their own: it is kept once it has been visited. Each is a page, and what the
/// names of its files begin with.
const WHEN_VISITED: [&str; 2] = ["sandbox", "workshop"];

/// The worker for a site that is otherwise complete.
pub fn worker(place: &Place, npm: &Npm, files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let kept = kept(files);
    let list = serde_json::to_string(&kept)?;
    let mut command = npm.esbuild();
    command.arg(place.root.join("assets").join(ADDRESS));
    command.arg(format!("--define:VERSION={:?}", hashed::short(list.as_bytes())));
    command.arg(format!("--define:FILES={list}"));
    command.arg(format!("--define:VISITED={}", serde_json::to_string(&WHEN_VISITED)?));
    site::esbuild(command, &place.work().join("glue").join(ADDRESS))
}

/// The files that it keeps, by their names.
pub fn kept_files(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let name = |(address, _): (&str, _)| match address {
        "" => "index.html".to_owned(),
        page if page.ends_with('/') => format!("{page}index.html"),
        file => file.to_owned(),
    };
    kept(files).into_iter().map(name).collect()
}

/// The files that a reader of the first language can come to, and their hashes: no pictures for others' links, and
/// nothing that is only for a frame in somebody else's page, or about what the site is made of.
fn kept(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, String)> {
    let others = &LANGUAGES[1..];
    let wanted = |address: &str| {
        let name = address.rsplit('/').next().unwrap_or(address);
        let foreign = |lang: &&str| {
            address.starts_with(&format!("{lang}/")) || name.contains(&format!("-{lang}."))
        };
        let framed = address.starts_with(EMBED)
            || ["host.", "embed-style."].iter().any(|begins| name.starts_with(begins));
        let later = |page: &&str| {
            address.starts_with(&format!("{page}/"))
                || [".", "-"].iter().any(|after| name.starts_with(&format!("{page}{after}")))
        };
        !framed
            && !WHEN_VISITED.iter().any(later)
            && !others.iter().any(foreign)
            && !name.ends_with(".png")
            && !name.ends_with(".json")
            && name != NOTICES
    };
    let chosen = files.iter().filter(|(address, _)| wanted(address));
    // A page is asked for by its folder.
    chosen
        .map(|(address, bytes)| {
            (address.strip_suffix("index.html").unwrap_or(address), hashed::integrity(bytes))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bill::BILL;

    #[test]
    fn keeps_what_a_reader_can_come_to_and_nothing_else() {
        let all = [
            "index.html",
            "chapters/4/index.html",
            "chapters/4/oembed.json",
            BILL,
            NOTICES,
            "pseudo/chapters/4/index.html",
            "embed/chapters/4/index.html",
            "embed/whereabouts-explainer.js",
            "assets/text-en.1.bin",
            "assets/text-pseudo.1.bin",
            "assets/host.1.js",
            "assets/chapter-04.1.png",
            "assets/page.1.wasm",
            "sandbox/index.html",
            "assets/workshop.1.wasm",
            "assets/workshop-en.1.bin",
        ];
        let files = all.map(|name| (name.to_owned(), name.as_bytes().to_vec()));
        let files = BTreeMap::from(files);
        let kept: Vec<&str> = kept(&files).into_iter().map(|(address, _)| address).collect();
        assert_eq!(kept, ["assets/page.1.wasm", "assets/text-en.1.bin", "chapters/4/", ""]);
    }
}
