//! Which crates are compiled into a module: cargo's own tree for the target and the features, as its resolver has
//! it for a build.

use super::Part;
use crate::place::Place;
use crate::toolchain::TARGET;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};

/// A package, by name and version.
pub type Key = (String, String);

#[derive(Debug, PartialEq, Eq)]
pub struct Node {
    pub part: Part,
    pub needs: BTreeSet<Key>,
}

/// What the library needs with one feature. What only a procedural macro needs is left out: the macro is a tool, and
/// it is that which is told.
pub fn read(place: &Place, feature: &str) -> Result<BTreeMap<Key, Node>> {
    let mut cargo = place.native_cargo();
    cargo.args(["tree", "--locked", "--package", "whereabouts", "--target", TARGET]);
    cargo.args(["--edges", "normal", "--prefix", "depth", "--no-dedupe", "--format", " {p}"]);
    cargo.args(["--no-default-features", "--features", feature]);
    let said = cargo.output().context("cargo cannot be started")?;
    if !said.status.success() {
        bail!("`cargo tree` says: {}", String::from_utf8_lossy(&said.stderr).trim());
    }
    parsed(&String::from_utf8_lossy(&said.stdout))
}

/// `2 serde v1.0.229`, with the depth in front, and `(proc-macro)` behind what is one.
fn parsed(tree: &str) -> Result<BTreeMap<Key, Node>> {
    let mut nodes: BTreeMap<Key, Node> = BTreeMap::new();
    let mut above: Vec<Key> = Vec::new();
    // How deep the macro is that we are in.
    let mut inside: Option<usize> = None;
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let (Some(depth), Some(name), Some(version)) = (words.next(), words.next(), words.next())
        else {
            bail!("a line of the tree is not understood: {line}");
        };
        let depth: usize = depth.parse().with_context(|| format!("no depth: {line}"))?;
        if inside.is_some_and(|from| depth > from) {
            continue;
        }
        let version = version.strip_prefix('v').with_context(|| format!("no version: {line}"))?;
        let key = (name.to_owned(), version.to_owned());
        let tool = words.any(|word| word == "(proc-macro)");
        inside = tool.then_some(depth);
        above.truncate(depth);
        if let Some(parent) = above.last().and_then(|parent| nodes.get_mut(parent)) {
            parent.needs.insert(key.clone());
        }
        let part = if tool { Part::Tool } else { Part::Served };
        nodes.entry(key.clone()).or_insert(Node { part, needs: BTreeSet::new() });
        above.push(key);
    }
    Ok(nodes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_macro_is_a_tool_and_what_it_needs_is_not_told() {
        let tree = "0 whereabouts v0.1.0 (/home/someone)\n1 serde v1.0.1\n2 serde_derive v1.0.1 (proc-macro)\n\
                    3 syn v3.0.0\n2 core v1.0.0\n1 core v1.0.0\n";
        let nodes = parsed(tree).unwrap();
        let key = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        let names: Vec<&str> = nodes.keys().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["core", "serde", "serde_derive", "whereabouts"]);
        let serde = &nodes[&key("serde", "1.0.1")];
        assert_eq!(serde.part, Part::Served);
        assert_eq!(serde.needs, [key("serde_derive", "1.0.1"), key("core", "1.0.0")].into());
        assert_eq!(nodes[&key("serde_derive", "1.0.1")].part, Part::Tool);
        assert_eq!(nodes[&key("whereabouts", "0.1.0")].needs.len(), 2);
        assert!(parsed("serde").is_err());
    }
}
