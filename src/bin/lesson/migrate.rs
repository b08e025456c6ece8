//! `lesson migrate`: a file of an older format as one of the newest.

use crate::USAGE;
use whereabouts::lesson::{self, file};
use whereabouts::text::Words;

/// The file in the newest format. What would be lost on the way is not written: a file with a problem is left
/// to who wrote it.
pub fn migrate(args: &[String], words: &Words) -> Result<String, String> {
    let [path] = args else { return Err(USAGE.to_owned()) };
    let json = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    lesson::open(&json).map_err(|found| lesson::explain_all(path, &found, words))?;
    file::lenient(&json).map(|file| file::write(&file)).ok_or_else(|| USAGE.to_owned())
}
