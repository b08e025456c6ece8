//! Draws every page of the site as it is before any script: `prerender LESSONS OUT` reads the chapters in
//! one folder and writes, for each language, `OUT/pages-LANGUAGE.json`.

use std::fs;
use std::path::Path;
use whereabouts::lesson::{self, CHAPTERS, Lesson};
use whereabouts::link::LANGUAGES;
use whereabouts::site::pages;
use whereabouts::text::{Words, english, pseudo};

fn main() -> Result<(), String> {
    let mut args = std::env::args().skip(1);
    let (Some(lessons), Some(out)) = (args.next(), args.next()) else {
        return Err("prerender LESSONS OUT: where the chapters are, and where to write".into());
    };
    let lessons = read(Path::new(&lessons))?;
    fs::create_dir_all(&out).map_err(|error| format!("{out}: {error}"))?;
    let table = english();
    for lang in LANGUAGES {
        let table = if lang == LANGUAGES[0] { table.clone() } else { pseudo(&table) };
        let pages = pages(&Words::native(table), &lessons);
        let file = Path::new(&out).join(format!("pages-{lang}.json"));
        let json = serde_json::to_string(&pages).map_err(|error| error.to_string())?;
        fs::write(&file, json).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Vec<Lesson>, String> {
    let read = |(_, id): (u8, &str)| {
        let file = folder.join(format!("{id}.json"));
        let json =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        lesson::parse(&json).map_err(|problems| format!("{}: {problems:?}", file.display()))
    };
    CHAPTERS.into_iter().map(read).collect()
}
