//! What an editor makes of lesson files by their schema: asked of the engine that editors have for JSON
//! (npm's `vscode-json-languageservice`).

use crate::place::Place;
use crate::{npm, process};
use anyhow::Result;
use std::process::Command;
use std::time::Duration;

const SOURCES: &str = "tests/editor";

/// Marks, offers and explanations, as `tests/editor/edit.mjs` wants them.
pub fn check(place: &Place) -> Result<()> {
    let sources = place.root.join(SOURCES);
    let folder = place.target.join("npm-editor");
    let modules = npm::installed(&sources, &folder, "an editor's engine for JSON")?;
    let mut node = Command::new("node");
    node.arg(sources.join("edit.mjs")).arg(modules).arg(&place.root);
    let log = place.target.join("editor.log");
    process::run_logged(&mut node, "lesson files in an editor", &log, Duration::from_secs(60))
}
