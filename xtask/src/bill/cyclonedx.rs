//! The bill of materials for programs: CycloneDX 1.6, as JSON. Its number follows from what it says, and its time is
//! the one that the packages' zips have, so that it is the same in every build of the same sources.

use super::{BILL, Component, Materials, Part};
use crate::package::ids;
use crate::place::Place;
use crate::{npm, process};
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The first second of the day that a zip calls its first.
const TIME: &str = "1980-01-01T00:00:00Z";
/// What checks a bill against the published schema, from npm.
const SOURCES: &str = "tests/bill";

pub fn bill(materials: &Materials) -> Result<Vec<u8>> {
    let own = format!("whereabouts@{}", materials.version);
    let components: Vec<Value> = materials.components.iter().map(component).collect();
    let mut dependencies = vec![json!({ "ref": own, "dependsOn": materials.needs })];
    let served = materials.of_part(Part::Served);
    dependencies.extend(served.map(|one| json!({ "ref": one.purl, "dependsOn": one.needs })));
    let mut bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": TIME,
            "lifecycles": [{ "phase": "build" }],
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "whereabouts",
                "version": materials.version,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    });
    let number = ids::urn(&format!("bill of materials {bill}"));
    if let Some(bill) = bill.as_object_mut() {
        bill.insert("serialNumber".to_owned(), number.into());
    }
    let mut bytes = serde_json::to_vec_pretty(&bill)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn component(of: &Component) -> Value {
    let (kind, scope) = match of.part {
        Part::Served => ("library", "required"),
        // "Not reachable within a call graph at runtime", as the schema has it for what only tests or builds.
        Part::Tool => ("application", "excluded"),
    };
    let mut component = json!({
        "type": if of.purl.starts_with("pkg:cargo/") { "library" } else { kind },
        "bom-ref": of.purl,
        "name": of.name,
        "version": of.version,
        "scope": scope,
        "licenses": [{ "expression": of.licence }],
        "purl": of.purl,
    });
    if let Some(fields) = component.as_object_mut() {
        if !of.about.is_empty() {
            fields.insert("description".to_owned(), of.about.into());
        }
        if let Some((function, value)) = &of.hash {
            let hashes = json!([{ "alg": function, "content": value }]);
            fields.insert("hashes".to_owned(), hashes);
        }
    }
    component
}

/// Holds a site's bill against the schema that is published for it.
pub fn check(place: &Place, site: &Path) -> Result<()> {
    let sources = place.root.join(SOURCES);
    let modules = npm::installed(&sources, &place.target.join("npm-bill"), "CycloneDX's schemas")?;
    let mut node = Command::new("node");
    node.arg(sources.join("validate.mjs")).arg(modules).arg(site.join(BILL));
    let log = place.target.join("bill.log");
    process::run_logged(&mut node, "the bill of materials", &log, Duration::from_secs(60))
}

#[cfg(test)]
mod tests {
    use super::super::tests::materials;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_materials_are_the_same_bytes_and_others_have_another_number() {
        let number = |bill: &[u8]| {
            let bill: Value = serde_json::from_slice(bill).unwrap();
            bill["serialNumber"].as_str().unwrap().to_owned()
        };
        let mut materials = materials();
        let one = bill(&materials).unwrap();
        assert_eq!(one, bill(&materials).unwrap());
        materials.components.pop();
        assert_ne!(number(&one), number(&bill(&materials).unwrap()));
    }

    #[test]
    fn a_reference_is_to_something_that_is_there_once() {
        let bill: Value = serde_json::from_slice(&bill(&materials()).unwrap()).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let components = bill["components"].as_array().unwrap();
        let mut there: BTreeSet<String> =
            components.iter().map(|component| text(&component["bom-ref"])).collect();
        assert_eq!(there.len(), components.len());
        there.insert(text(&bill["metadata"]["component"]["bom-ref"]));
        for dependency in bill["dependencies"].as_array().unwrap() {
            assert!(there.contains(&text(&dependency["ref"])), "{dependency}");
            for needed in dependency["dependsOn"].as_array().unwrap() {
                assert!(there.contains(&text(needed)), "{dependency}");
            }
        }
    }
}
