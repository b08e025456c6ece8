//! Draws every page of the site as it is before any script: `prerender OUT` writes, for each language,
//! `OUT/pages-LANGUAGE.json`.

use std::fs;
use std::path::Path;
use whereabouts::lesson::{self, FILES, Lesson};
use whereabouts::link::LANGUAGES;
use whereabouts::site::pages;
use whereabouts::text::{Words, english, pseudo};

fn main() -> Result<(), String> {
    let out = std::env::args().nth(1).ok_or("prerender OUT: where to write")?;
    fs::create_dir_all(&out).map_err(|error| format!("{out}: {error}"))?;
    std::thread::scope(|scope| {
        let languages = LANGUAGES.map(|lang| scope.spawn(|| draw(lang, Path::new(&out))));
        languages.into_iter().try_for_each(|language| match language.join() {
            Ok(drawn) => drawn,
            Err(_) => Err("drawing stopped unexpectedly".to_owned()),
        })
    })
}

/// Draws the pages of one language.
fn draw(lang: &str, out: &Path) -> Result<(), String> {
    let table = english();
    let words = Words::native(table.clone());
    let read = |json: &str| {
        lesson::parse(json).map_err(|problems| {
            let lines = problems.iter().map(|problem| lesson::explain(problem, &words) + "\n");
            lines.collect::<String>()
        })
    };
    let lessons = FILES.into_iter().map(read).collect::<Result<Vec<Lesson>, _>>()?;
    let table = if lang == LANGUAGES[0] { table } else { pseudo(&table) };
    let pages = pages(&Words::native(table), &lessons);
    let file = out.join(format!("pages-{lang}.json"));
    let json = serde_json::to_string(&pages).map_err(|error| error.to_string())?;
    fs::write(&file, json).map_err(|error| format!("{}: {error}", file.display()))
}
