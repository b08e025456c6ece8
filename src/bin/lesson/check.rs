//! `lesson check`: every problem of lesson files.

use whereabouts::lesson::{self, Lesson, Own};
use whereabouts::text::{Value, Words};

pub fn check(files: &[String], words: &Words) -> Result<String, String> {
    let results: Vec<_> = files.iter().map(|file| load(file, words)).collect();
    if results.iter().all(Result::is_ok) {
        let fine =
            |file: &String| words.say("terminal-fine", &[("file", Value::Text(file))]) + "\n";
        return Ok(files.iter().map(fine).collect());
    }
    Err(results.into_iter().filter_map(Result::err).collect::<Vec<_>>().join("\n"))
}

/// A lesson from its file with what it brings along, or its problems in words.
pub fn load(file: &str, words: &Words) -> Result<(Lesson, Own), String> {
    let json = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    lesson::open(&json).map_err(|found| lesson::explain_all(file, &found, words))
}
