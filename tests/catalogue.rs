//! The catalogue against Wireshark's tables, where tshark is there: names and codes of MAP operations
//! and of Diameter commands and applications are other people's work, and must be spelled as theirs.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use whereabouts::signalling::{CATALOGUE, Code};

/// What `tshark -G` prints on a subject; `None`, and a word about it, where there is no tshark.
fn tshark(subject: &str) -> Option<String> {
    match Command::new("tshark").args(["-G", subject]).output() {
        Ok(output) if output.status.success() => {
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        _ => {
            skipped("tshark is not installed, so nothing was compared");
            None
        }
    }
}

/// Says so even where the test program shows nothing of tests that pass.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

#[test]
fn map_operations_are_named_and_numbered_as_in_wireshark() {
    let Some(values) = tshark("values") else { return };
    let mut known: BTreeMap<u32, &str> = BTreeMap::new();
    for line in values.lines().filter(|line| line.starts_with("V\tgsm_old.localValue\t")) {
        let mut fields = line.split('\t').skip(2);
        let (code, name) = (fields.next().unwrap(), fields.next().unwrap());
        // The same field has the errors' numbers further down.
        known.entry(code.parse().unwrap()).or_insert(name);
    }
    assert!(known.len() > 60, "this table has {} rows", known.len());
    for row in &CATALOGUE {
        if let Code::Operation(code) = row.specified().code {
            assert_eq!(known.get(&u32::from(code)), Some(&row.name));
        }
    }
}

#[test]
fn diameter_commands_are_named_and_numbered_as_in_wireshark() {
    let Some(folders) = tshark("folders") else { return };
    let folder = folders
        .lines()
        .find_map(|line| line.strip_prefix("Global configuration:"))
        .map(|path| PathBuf::from(path.trim()).join("diameter"));
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else {
        skipped("this tshark has no folder of Diameter dictionaries");
        return;
    };
    let commands = elements(&folder, "command", "code");
    assert!(commands.len() > 50, "these tables have {} commands", commands.len());
    let applications = elements(&folder, "application", "id");
    for row in &CATALOGUE {
        let Code::Command(code) = row.specified().code else { continue };
        let names =
            commands.get(&code).unwrap_or_else(|| panic!("{} has no command {code}", row.name));
        let bare = |name: &String| name.strip_prefix("3GPP-").unwrap_or(name) == row.name;
        assert!(names.iter().any(bare), "{code} is {names:?} there and {} here", row.name);
        let application = row.protocol.application().expect("a Diameter application");
        let names = applications.get(&application);
        let names = names.unwrap_or_else(|| panic!("there is no application {application}"));
        let interface = row.protocol.name();
        assert!(
            names.iter().any(|name| name.contains(interface)),
            "{application} is {names:?} there and {interface} here"
        );
    }
}

/// The elements of a kind in all dictionaries of a folder: number to names.
fn elements(folder: &Path, element: &str, number: &str) -> BTreeMap<u32, Vec<String>> {
    let mut found: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "xml") {
            continue;
        }
        // Some are not in UTF-8; names and numbers are in ASCII.
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for tag in text.split(&format!("<{element} ")).skip(1) {
            let tag = tag.split('>').next().unwrap();
            if let (Some(name), Some(code)) = (attribute(tag, "name"), attribute(tag, number)) {
                found.entry(code.parse().unwrap()).or_default().push(name.to_owned());
            }
        }
    }
    found
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(&format!("{name}=\""))?.1.split('"').next()
}
