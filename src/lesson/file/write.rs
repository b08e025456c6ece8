//! A file as it is written: fields in their order, and what fits on a line on one line.

use super::LessonFile;

/// As wide as a line becomes.
const WIDTH: usize = 100;

/// The file as JSON, for people to read and change.
pub fn write(file: &LessonFile) -> String {
    // A struct of texts, numbers and lists of them can always be written.
    let pretty = serde_json::to_string_pretty(file).unwrap_or_default();
    let lines: Vec<&str> = pretty.lines().collect();
    let mut out = String::new();
    fold(&lines, true, &mut out);
    out
}

/// Writes lines that serde has written, each thing of a list on one of its own, so that what fits on one line
/// stands on one. The file itself stays open.
fn fold(lines: &[&str], outermost: bool, out: &mut String) {
    let mut rest = lines;
    while let Some((first, after)) = rest.split_first() {
        let indent = indent(first);
        let opens = first.ends_with(['{', '[']);
        let end = after.iter().position(|line| self::indent(line) == indent).filter(|_| opens);
        let Some((inside, beyond)) = end.and_then(|end| after.split_at_checked(end)) else {
            out.push_str(first);
            out.push('\n');
            rest = after;
            continue;
        };
        let (last, beyond) = beyond.split_first().unwrap_or((&"", &[]));
        match joined(first, inside, last).filter(|_| !outermost) {
            Some(line) => {
                out.push_str(&line);
                out.push('\n');
            }
            None => {
                out.push_str(first);
                out.push('\n');
                fold(inside, false, out);
                out.push_str(last);
                out.push('\n');
            }
        }
        rest = beyond;
    }
}

/// An object or a list on one line, where that is not too long.
fn joined(first: &str, inside: &[&str], last: &str) -> Option<String> {
    let mut line = first.to_owned();
    for part in inside.iter().chain([&last]) {
        let part = part.trim_start();
        let closes = part.starts_with(['}', ']']);
        let spaced = match line.chars().next_back() {
            Some('{' | ',') => true,
            Some('[') => false,
            _ => closes && part.starts_with('}'),
        };
        if spaced {
            line.push(' ');
        }
        line.push_str(part);
        if line.chars().count() > WIDTH {
            return None;
        }
    }
    Some(line)
}

fn indent(line: &str) -> usize {
    line.len().saturating_sub(line.trim_start_matches(' ').len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(value: &serde_json::Value) -> String {
        let pretty = serde_json::to_string_pretty(value).unwrap();
        let mut out = String::new();
        fold(&pretty.lines().collect::<Vec<_>>(), true, &mut out);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap(), *value);
        out
    }

    #[test]
    fn what_fits_on_a_line_stands_on_one() {
        let value = serde_json::json!({ "a": [1, { "b": "}" }, []], "c": {} });
        assert_eq!(folded(&value), "{\n  \"a\": [1, { \"b\": \"}\" }, []],\n  \"c\": {}\n}\n");
    }

    #[test]
    fn what_does_not_fit_has_lines_of_its_own() {
        let long = "long ".repeat(12);
        let value = serde_json::json!({ "a": [[1, 2], { "b": long, "c": long }] });
        let out = folded(&value);
        assert_eq!(out.lines().count(), 9, "{out}");
        assert!(out.contains("    [1, 2],\n    {\n      \"b\": "), "{out}");
        assert!(out.lines().all(|line| line.len() <= WIDTH));
        assert!(out.lines().all(|line| indent(line).is_multiple_of(2)));
    }
}
