//! Draws every page of the site as it is before any script: `prerender OUT` writes, for each language,
//! `OUT/pages-LANGUAGE.json`. `prerender OUT FILE...` draws the pages of somebody's own lessons, and of them alone:
//! `OUT/own.json`, two for each in their order.

use std::fs;
use std::path::Path;
use whereabouts::lesson::{self, FILES, Lesson};
use whereabouts::link::LANGUAGES;
use whereabouts::site::{SitePage, own_pages, pages};
use whereabouts::text::{Words, english, pseudo};

fn main() -> Result<(), String> {
    let out = std::env::args().nth(1).ok_or("prerender OUT: where to write")?;
    fs::create_dir_all(&out).map_err(|error| format!("{out}: {error}"))?;
    let files: Vec<String> = std::env::args().skip(2).collect();
    if !files.is_empty() {
        return draw_own(&files, Path::new(&out));
    }
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
    written(&pages, &out.join(format!("pages-{lang}.json")))
}

/// Draws the pages of lessons that somebody has made.
fn draw_own(files: &[String], out: &Path) -> Result<(), String> {
    let words = Words::native(english());
    let mut drawn = Vec::new();
    for file in files {
        let json = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let opened = lesson::open(&json);
        let (lesson, own) = opened.map_err(|found| lesson::explain_all(file, &found, &words))?;
        drawn.extend(own_pages(&words, &lesson, &own));
    }
    written(&drawn, &out.join("own.json"))
}

fn written(pages: &[SitePage], file: &Path) -> Result<(), String> {
    let json = serde_json::to_string(pages).map_err(|error| error.to_string())?;
    fs::write(file, json).map_err(|error| format!("{}: {error}", file.display()))
}
