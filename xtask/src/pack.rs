//! Texts and lessons, checked by the library's own parsers and packed for the page, which has none.
//! Runs as a process of its own, so that `serve` packs with the library as it is in the sources now.

use crate::place::Place;
use crate::template;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use whereabouts::lesson;
use whereabouts::text::{self, Words};

/// The words of index.html, by key; `site` reads it.
pub const WORDS: &str = "words.json";
const TEXT: &str = "assets/text/en.ftl";
const LESSONS: &str = "assets/lessons";

pub fn pack(place: &Place, out: &Path) -> Result<()> {
    let mut problems = Vec::new();
    let source = read(&place.root.join(TEXT))?;
    let table = match text::compile(&source, TEXT) {
        Ok(table) => table,
        Err(found) => {
            problems.extend(found.iter().map(ToString::to_string));
            return stop(&problems);
        }
    };
    let words = Words::native(table.clone());
    let mut packed = vec![
        ("text-en".to_owned(), postcard::to_allocvec(&table)?),
        ("text-pseudo".to_owned(), postcard::to_allocvec(&text::pseudo(&table))?),
    ];
    for path in lesson_files(&place.root.join(LESSONS))? {
        let file = format!("{LESSONS}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        match lesson::parse(&read(&path)?) {
            Ok(lesson) => {
                let name = format!("lesson-{}", lesson.chapter);
                if packed.iter().any(|(other, _)| *other == name) {
                    problems.push(format!(
                        "{file}: another lesson is chapter {} already: give this one its own number",
                        lesson.chapter
                    ));
                }
                packed.push((name, postcard::to_allocvec(&lesson)?));
            }
            Err(found) => problems.extend(
                found.iter().map(|problem| format!("{file}: {}", lesson::explain(problem, &words))),
            ),
        }
    }
    let template = read(&place.root.join("index.html"))?;
    let mut page = BTreeMap::new();
    for key in template::text_keys(&template) {
        match table.plain(key) {
            Some(word) => drop(page.insert(key, word)),
            None => problems.push(format!(
                "index.html: there is no message `{key}` without arguments in {TEXT}"
            )),
        }
    }
    stop(&problems)?;
    write(out, &packed, &page)
}

fn stop(problems: &[String]) -> Result<()> {
    for problem in problems {
        eprintln!("{problem}");
    }
    match problems.len() {
        0 => Ok(()),
        1 => bail!("one problem in the texts and lessons, named above"),
        many => bail!("{many} problems in the texts and lessons, named above"),
    }
}

fn lesson_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{LESSONS}/ cannot be read"))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    // The order of a folder differs between machines; what is built from it must not.
    files.sort();
    Ok(files)
}

fn write(out: &Path, packed: &[(String, Vec<u8>)], words: &BTreeMap<&str, String>) -> Result<()> {
    // A lesson that was removed must not stay.
    let _ = fs::remove_dir_all(out);
    fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    for (name, bytes) in packed {
        fs::write(out.join(format!("{name}.bin")), bytes)?;
    }
    fs::write(out.join(WORDS), serde_json::to_vec(words)?)?;
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
