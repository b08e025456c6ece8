//! What the built files keep to, whatever a browser would refuse anyway: no page has a script, style or handler of
//! its own or wants anything of another origin, whatever it fetches has its hash, and no script makes code or
//! markup of a string. `dist` fails where one of them does not hold.

use crate::hashed::integrity;
use crate::policy::POLICY;
use anyhow::{Result, bail};
use std::collections::BTreeMap;

type Files = BTreeMap<String, Vec<u8>>;

/// What no script says: code or markup of a string, a cookie, and storage beyond the preferences (`localStorage`)
/// and the offline files (`caches`).
const UNSAID: [&str; 13] = [
    "eval(",
    "Function(",
    "importScripts",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "DOMParser",
    "srcdoc",
    "document.write",
    "document.cookie",
    "sessionStorage",
    "indexedDB",
];

/// The one address with a scheme that a script may have: no request goes there, it is what SVG is called.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A browser cannot be told the hash of a worker's script.
const UNCHECKED: &str = "crowd-worker.";

/// Fails with everything that does not hold.
pub fn holds(files: &Files) -> Result<()> {
    let found = faults(files);
    if found.is_empty() {
        return Ok(());
    }
    bail!("the site is not as strict as it has to be:\n  {}", found.join("\n  "));
}

/// wasm-bindgen's glue without the one place where Yew could make markup of a string. Nothing here asks it to, the
/// policy would refuse it, and now there is nothing to be refused.
pub fn without_markup(glue: &str) -> String {
    let mut strict = String::with_capacity(glue.len());
    for line in glue.lines() {
        match line.split_once(".innerHTML = ") {
            Some((before, _)) => {
                strict.push_str(&before[..before.len() - before.trim_start().len()]);
                strict.push_str("throw new TypeError(\"no markup of a string\");");
            }
            None => strict.push_str(line),
        }
        strict.push('\n');
    }
    strict
}

fn faults(files: &Files) -> Vec<String> {
    let mut found = policy(POLICY);
    for (address, bytes) in files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let told = match address.rsplit('.').next() {
            Some("html") => page(files, address, text),
            Some("js") => script(files, text),
            Some("css") => style(text),
            _ => continue,
        };
        found.extend(told.into_iter().map(|what| format!("{address}: {what}")));
    }
    found
}

/// The policy has no exception.
fn policy(policy: &str) -> Vec<String> {
    let mut found = Vec::new();
    for wanted in ["default-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"] {
        if !policy.split(';').any(|part| part.trim() == wanted) {
            found.push(format!("the policy does not say `{wanted}`"));
        }
    }
    // Words and our own site only; pictures may stand in a page, and WebAssembly is not `eval`.
    let known = ["'self'", "'none'", "'wasm-unsafe-eval'", "'script'", "whereabouts"];
    for part in policy.split(';') {
        let mut words = part.split_whitespace();
        let name = words.next().unwrap_or_default();
        let further =
            |word: &&str| !(known.contains(word) || name == "img-src" && *word == "data:");
        found.extend(
            words.filter(further).map(|word| format!("the policy allows {word} by {name}")),
        );
    }
    found
}

fn page(files: &Files, address: &str, html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let tags = tags(html);
    let is_policy =
        |tag: &Tag| tag.name == "meta" && tag.says("http-equiv") == Some("Content-Security-Policy");
    let stands = tags.iter().position(|tag| is_policy(tag) && tag.says("content") == Some(POLICY));
    let fetches =
        tags.iter().position(|tag| ["link", "script", "img"].contains(&tag.name.as_str()));
    if stands.is_none() || fetches.is_some_and(|first| Some(first) < stands) {
        found.push("it has no policy before it fetches something".to_owned());
    }
    for tag in &tags {
        let name = tag.name.as_str();
        if ["style", "base", "object", "embed", "applet"].contains(&name) {
            found.push(format!("it has a <{name}>"));
        }
        if name == "script" && tag.says("src").is_none() {
            found.push("it has a script of its own".to_owned());
        }
        for (key, value) in &tag.attributes {
            if key == "style" || key == "srcdoc" || key.starts_with("on") {
                found.push(format!("a <{name}> has {key}=\"{value}\""));
            }
            if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                found.push(format!("a <{name}> leads to a script"));
            }
        }
        for to in tag.fetches() {
            if !to.starts_with("data:") && (to.contains("://") || to.starts_with("//")) {
                found.push(format!("a <{name}> wants {to} of somebody else"));
            }
        }
        found.extend(checked(files, address, tag));
    }
    found
}

/// Whatever a tag fetches that a browser can check, and what the loader is told to fetch, has the hash of its file.
fn checked(files: &Files, page: &str, tag: &Tag) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |to: &str, hash: Option<&str>| match files.get(&seen_from(page, to)) {
        None => found.push(format!("{to} is no file of the site")),
        Some(bytes) if hash != Some(&integrity(bytes)) => {
            found.push(format!("{to} is fetched without its hash"));
        }
        Some(_) => {}
    };
    let rel = tag.says("rel").unwrap_or_default();
    let to = match tag.name.as_str() {
        "script" => tag.says("src"),
        "link" if ["stylesheet", "preload", "modulepreload"].contains(&rel) => tag.says("href"),
        _ => None,
    };
    if let Some(to) = to {
        check(to, tag.says("integrity"));
    }
    let root = tag.says("data-root").unwrap_or_default();
    for entry in tag.says("data-files").unwrap_or_default().split_whitespace() {
        let (file, hash) = entry.split_once('|').unwrap_or((entry, ""));
        let file = file.split_once('=').map_or(file, |(_, file)| file);
        check(&format!("{root}{file}"), Some(hash));
    }
    found
}

fn script(files: &Files, text: &str) -> Vec<String> {
    let said = UNSAID.iter().filter(|word| text.contains(**word));
    let mut found: Vec<String> = said.map(|word| format!("it says `{word}`")).collect();
    if ["http://", "https://"].iter().any(|scheme| text.replace(SVG, "").contains(scheme)) {
        found.push("it has an address of somebody else".to_owned());
    }
    for (address, bytes) in files {
        let Some(name) = address.strip_prefix("assets/") else { continue };
        let named = text.contains(&format!("{name}\"")) && !name.starts_with(UNCHECKED);
        if named && !text.contains(&integrity(bytes)) {
            found.push(format!("it has the name of {name}, and not its hash"));
        }
    }
    found
}

fn style(text: &str) -> Vec<String> {
    let outside = ["@import", "://", "url(//", "url(\"//"];
    outside
        .iter()
        .filter(|word| text.contains(**word))
        .map(|word| format!("it says `{word}`"))
        .collect()
}

/// An address as it is called from the site's root.
fn seen_from(page: &str, to: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A start tag.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn says(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The addresses that a browser asks for by itself.
    fn fetches(&self) -> Vec<&str> {
        // Those of links are for people and for those who list pages.
        let told = ["canonical", "alternate", "expect"];
        let rel = self.says("rel").unwrap_or_default();
        let by_itself = match self.name.as_str() {
            "link" => !told.contains(&rel),
            "a" | "area" => false,
            _ => true,
        };
        let names =
            ["src", "srcset", "poster", "data", "background", "action", "formaction", "ping"];
        let fetched = |key: &str| {
            names.contains(&key) || (by_itself && (key == "href" || key == "xlink:href"))
        };
        let all = self.attributes.iter().filter(|(key, _)| fetched(key));
        all.map(|(_, value)| value.as_str()).collect()
    }
}

/// The start tags of a page as our own renderer writes them: whatever is text in it is escaped.
fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = tag(after);
        found.extend(tag);
        rest = after;
    }
    found
}

/// The tag that begins here, if it is a start tag, and what stands behind it.
fn tag(text: &str) -> (Option<Tag>, &str) {
    let ends = |letter: char| letter.is_whitespace() || letter == '>' || letter == '/';
    let (name, mut rest) = text.split_at(text.find(ends).unwrap_or(text.len()));
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return (None, text);
    }
    let closes = |letter: char| letter.is_whitespace() || letter == '>';
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let stop = |letter: char| ends(letter) || letter == '=';
        let (key, after) = rest.split_at(rest.find(stop).unwrap_or(rest.len()));
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(after) => match after.chars().next().filter(|quote| ['"', '\''].contains(quote)) {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(after.find(closes).unwrap_or(after.len())),
            },
        };
        // A sign that begins no name would be read for ever.
        rest = if key.is_empty() && value.is_empty() { rest.split_at(1).1 } else { after };
        attributes.push((key.to_ascii_lowercase(), value.replace("&amp;", "&")));
    }
    (Some(Tag { name: name.to_ascii_lowercase(), attributes }), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "assets/page-loader.1.js";

    /// A site of one page, with something in its body.
    fn site(body: &str) -> Files {
        let hash = integrity(b"start()");
        let page = format!(
            "<!doctype html>\n<head><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <link rel=\"canonical\" href=\"https://example.org/a/\">\n\
             <script type=\"module\" src=\"../assets/page-loader.1.js\" integrity=\"{hash}\"></script>\n\
             </head><body>{body}</body>"
        );
        let files = [("a/index.html", page), (SCRIPT, "start()".to_owned())];
        files.map(|(name, text)| (name.to_owned(), text.into_bytes())).into()
    }

    #[track_caller]
    fn one_fault(files: &Files, words: &str) {
        let found = faults(files);
        assert!(found.len() == 1 && found[0].contains(words), "{words}: {found:?}");
    }

    #[test]
    fn a_page_that_has_all_from_its_own_site_and_checked_is_strict() {
        let fine = "<!-- <script> --><a href=\"https://example.org/\">1 < 2</a><p data-on='x' hidden>\
                    <img src=\"data:,\"/><svg><use href=\"#a\"/></svg>";
        assert_eq!(faults(&site(fine)), [""; 0]);
        assert!(holds(&site(fine)).is_ok());
        assert!(holds(&site("<style></style>")).is_err());
    }

    #[test]
    fn what_stands_in_the_page_itself_is_found() {
        for (body, words) in [
            ("<script>start()</script>", "a script of its own"),
            ("<SCRIPT TYPE=module>start()</SCRIPT>", "a script of its own"),
            ("<style>p { color: red }</style>", "it has a <style>"),
            ("<p class=\"a\" style=\"color: red\">", "a <p> has style="),
            ("<p style=color:red>", "a <p> has style="),
            ("<svg onload='start()'></svg>", "a <svg> has onload="),
            ("<a href=\" JavaScript:start()\">", "leads to a script"),
            ("<base href=\"/\">", "it has a <base>"),
        ] {
            one_fault(&site(body), words);
        }
    }

    #[test]
    fn what_somebody_else_has_is_found() {
        for body in [
            "<img src=\"https://example.org/a.png\">",
            "<img src=//example.org/a.png>",
            "<link rel=\"preconnect\" href=\"https://example.org\">",
            "<svg><image href=\"https://example.org/a.svg\"/></svg>",
            "<form action=\"https://example.org/\"></form>",
        ] {
            one_fault(&site(body), "of somebody else");
        }
    }

    #[test]
    fn what_is_fetched_without_its_hash_is_found() {
        let hash = integrity(b"start()");
        let other = integrity(b"stop()");
        for body in [
            "<script src=\"../assets/page-loader.1.js\"></script>".to_owned(),
            format!("<script src=\"../assets/page-loader.1.js\" integrity=\"{other}\"></script>"),
            "<link rel=\"preload\" as=\"fetch\" href=\"../assets/page-loader.1.js\">".to_owned(),
            format!("<div data-root=\"../\" data-files=\"a={SCRIPT}|{hash} b={SCRIPT}|{other}\">"),
        ] {
            one_fault(&site(&body), "without its hash");
        }
        let gone = format!("<link rel=\"stylesheet\" href=\"assets/a.css\" integrity=\"{hash}\">");
        one_fault(&site(&gone), "no file of the site");
    }

    #[test]
    fn a_page_without_its_policy_is_found() {
        let mut files = site("");
        let page = files.get_mut("a/index.html").expect("the page");
        *page = String::from_utf8_lossy(page).replace("base-uri 'none'; ", "").into_bytes();
        one_fault(&files, "no policy before");
    }

    #[test]
    fn what_a_script_or_a_style_must_not_say_is_found() {
        for text in
            ["new Function(\"\")", "a.innerHTML=b", "document.cookie", "fetch(\"https://a.b\")"]
        {
            let mut files = site("");
            files.insert("embed/a.js".to_owned(), text.as_bytes().to_vec());
            one_fault(&files, "embed/a.js: it ");
        }
        let mut files = site("");
        files.insert("assets/a.css".to_owned(), b"a{background:url(https://a.b/c)}".to_vec());
        one_fault(&files, "assets/a.css: it says");
        let named = format!("const a=\"{SVG}\",b=\"page-loader.1.js\"");
        let mut files = site("");
        files.insert("assets/b.1.js".to_owned(), named.clone().into_bytes());
        one_fault(&files, "and not its hash");
        let whole = format!("{named},c=\"{}\"", integrity(b"start()"));
        files.insert("assets/b.1.js".to_owned(), whole.into_bytes());
        assert_eq!(faults(&files), [""; 0]);
    }

    #[test]
    fn the_policy_has_no_exception() {
        assert_eq!(policy(POLICY), [""; 0]);
        for (before, after) in [
            ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
            ("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
            ("connect-src 'self'", "connect-src 'self' https://example.org"),
            ("script-src 'self'", "script-src data:"),
            ("require-trusted-types-for 'script'; ", ""),
        ] {
            let weaker = POLICY.replace(before, after);
            assert_eq!(policy(&weaker).len(), 1, "{weaker}");
        }
    }

    #[test]
    fn glue_makes_no_markup() {
        let glue = "    a: function(x, y) {\n        x.innerHTML = say(y);\n    },\n";
        assert_eq!(
            without_markup(glue),
            "    a: function(x, y) {\n        throw new TypeError(\"no markup of a string\");\n    },\n"
        );
    }
}
