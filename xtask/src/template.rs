//! Fills `{{placeholders}}` in index.html, the frame of every page. What is filled in is escaped, but
//! for `{{markup:…}}`, which our own renderer made.

use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// A value is `None` when this build has none, such as an address of the site when none was given: the
/// lines that want it are left out.
pub type Values = BTreeMap<String, Option<String>>;

pub fn fill(template: &str, values: &Values) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut unknown = Vec::new();
    for (index, line) in template.lines().enumerate() {
        let mut pieces = String::new();
        let mut wanted = true;
        let mut rest = line;
        while let Some((before, name, after)) = next(rest) {
            pieces.push_str(before);
            match (name, values.get(name)) {
                (_, Some(Some(value))) if name.starts_with("markup:") => pieces.push_str(value),
                (_, Some(Some(value))) => pieces.push_str(&escape(value)),
                (_, Some(None)) => wanted = false,
                (_, None) => unknown.push(format!("{{{{{name}}}}} in line {}", index + 1)),
            }
            rest = after;
        }
        if wanted {
            filled.push_str(&pieces);
            filled.push_str(rest);
            filled.push('\n');
        }
    }
    if !unknown.is_empty() {
        bail!("index.html asks for what this build does not have: {}", unknown.join(", "));
    }
    Ok(filled)
}

/// The words that the template takes from the text table.
pub fn text_keys(template: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    let mut rest = template;
    while let Some((_, name, after)) = next(rest) {
        keys.extend(name.strip_prefix("text:"));
        rest = after;
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (name, after) = rest.split_once("}}")?;
    Some((before, name, after))
}

/// As text or as the value of an attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, Option<&str>)]) -> Values {
        pairs.iter().map(|(name, value)| ((*name).into(), value.map(Into::into))).collect()
    }

    #[test]
    fn fills_and_escapes_but_leaves_markup_as_it_is() {
        let still = ("markup:still", Some("<svg></svg>"));
        let values = values(&[("text:title", Some("A \"<b>\" & c")), still]);
        let filled = fill("<p>{{text:title}}</p>\n{{markup:still}}", &values).unwrap();
        assert_eq!(filled, "<p>A &quot;&lt;b&gt;&quot; &amp; c</p>\n<svg></svg>\n");
    }

    #[test]
    fn a_line_that_wants_what_is_not_there_is_left_out() {
        let values = values(&[("base-url", None)]);
        assert_eq!(fill("a\n<link href=\"{{base-url}}\">\nb", &values).unwrap(), "a\nb\n");
    }

    #[test]
    fn what_is_unknown_is_named_with_its_line() {
        let error = fill("a\n{{text:ttile}} {{what}}", &Values::new()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "index.html asks for what this build does not have: {{text:ttile}} in line 2, \
             {{what}} in line 2"
        );
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let values = values(&[("text:a", Some("{{text:b}}"))]);
        assert_eq!(fill("{{text:a}}", &values).unwrap(), "{{text:b}}\n");
    }

    #[test]
    fn collects_the_keys_once_each() {
        assert_eq!(text_keys("{{text:b}} {{markup:still}}\n{{text:a}}{{text:b}}"), ["a", "b"]);
    }
}
