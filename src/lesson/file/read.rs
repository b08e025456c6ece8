//! Reads the structure of a file, and goes on where something is wrong with it.

use super::LessonFile;
use super::mend::{Taken, show_misplaced_lists, steps, take_out};
use crate::lesson::{Code, Diagnostic, Strict, limits, migrate};
use serde_json::Value;

/// What was read of a file.
pub struct Reading {
    /// With a problem it is no whole lesson any more, but what is left of it can still be checked.
    pub file: Option<LessonFile>,
    pub problems: Vec<Diagnostic>,
    taken: Vec<Taken>,
}

/// What can be shown of a file, whatever is wrong with it: what is not understood is left out. `None` where
/// it cannot be read at all.
pub fn lenient(json: &str) -> Option<LessonFile> {
    read(json).file
}

/// Reads the structure. Where something is wrong with it, that part is taken out and the rest is read
/// on, so that one look at a file finds every problem, or the first [`limits::PROBLEMS`].
pub fn read(json: &str) -> Reading {
    let mut reading = Reading { file: None, problems: Vec::new(), taken: Vec::new() };
    if json.len() > limits::BYTES {
        reading.problems.push(Diagnostic::new("", Code::TooLarge, json.len(), limits::BYTES));
        return reading;
    }
    let mut value: Value = match serde_json::from_str(json) {
        Ok(Strict(value)) => value,
        Err(error) => {
            reading.problems.push(Diagnostic::new("", Code::NotJson, error, ""));
            return reading;
        }
    };
    show_misplaced_lists(&mut value, true);
    migrate::to_newest(&mut value);
    while reading.problems.len() < limits::PROBLEMS {
        match serde_path_to_error::deserialize::<_, LessonFile>(&value) {
            Ok(file) => {
                reading.file = Some(file);
                break;
            }
            Err(error) => {
                let path = error.path().to_string();
                let steps = steps(error.path());
                let (mut problem, field) = classify(&path, &error.inner().to_string());
                reading.restore(&mut problem.path);
                let code = problem.code;
                reading.problems.push(problem);
                match take_out(&mut value, &steps, code, &field) {
                    Some(taken) => reading.taken.extend(taken),
                    None => break,
                }
            }
        }
    }
    reading
}

impl Reading {
    /// Makes a path that was found after items had been taken out the path in the file as it is
    /// written.
    pub fn restore(&self, path: &mut String) {
        for taken in self.taken.iter().rev() {
            let Some(index) = taken.index else { continue };
            let after = path.strip_prefix(&taken.path).and_then(|rest| rest.strip_prefix('['));
            let Some((item, rest)) = after.and_then(|after| after.split_once(']')) else {
                continue;
            };
            if let Ok(item) = item.parse::<usize>()
                && item >= index
            {
                *path = format!("{}[{}]{rest}", taken.path, item.saturating_add(1));
            }
        }
    }

    /// Whether a problem is one only because something was taken out.
    pub fn explains(&self, problem: &Diagnostic) -> bool {
        self.taken.iter().any(|taken| {
            let list = taken.path.as_str();
            match problem.code {
                Code::UnknownReference => match &taken.id {
                    Some(id) => problem.is_about(id) || problem.is_said_of(id),
                    None if list == "sources" => problem.path.contains(".sources["),
                    None if list == "words.says" => true,
                    None => ["networks", "carriers", "third-party"].contains(&list),
                },
                Code::OneStanding => list == "networks",
                Code::MissingNode | Code::Empty => list == problem.path,
                Code::MissingField if list == format!("{}.{}", problem.path, problem.found) => true,
                Code::NoAddress => list == "leases" || list.ends_with(".nodes"),
                _ => taken.index.is_none() && problem.path.starts_with(list),
            }
        })
    }
}

/// Tells what kind of problem serde speaks of. It has only sentences for it; their first words and
/// what stands between backticks have been the same since its first release.
fn classify(path: &str, sentence: &str) -> (Diagnostic, String) {
    let mut quoted = sentence.split('`').skip(1).step_by(2);
    let first = quoted.next().unwrap_or_default().to_owned();
    let rest = quoted.collect::<Vec<_>>().join(", ");
    let path = if path == "." { "" } else { path };
    if sentence.starts_with("unknown field") {
        let problem = Diagnostic::new(path, Code::UnknownField, &first, rest);
        return (problem, first);
    }
    let problem = if sentence.starts_with("missing field") {
        Diagnostic::new(path, Code::MissingField, &first, "")
    } else if sentence.starts_with("unknown variant") {
        Diagnostic::new(path, Code::UnknownWord, &first, rest)
    } else {
        let (found, expected) = sentence.split_once(", expected ").unwrap_or((sentence, ""));
        let found = found.strip_prefix("invalid type: ").unwrap_or(found);
        Diagnostic::new(path, Code::WrongType, found, expected)
    };
    (problem, first)
}
