//! The single file: all chapters in English, or a lesson that somebody has made, with everything that they need inside,
//! so that it runs from a disk and in a frame that has no origin. What is binary is gzip, in letters.

use super::contents::{Chapter, asset, between, line};
use super::letters;
use crate::npm::Npm;
use crate::place::Place;
use crate::site::{self, Site};
use crate::sizes::Weight;
use crate::template::{self, Values, escape};
use crate::wasm;
use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs;
use whereabouts::lesson::CHAPTERS;
use whereabouts::link::page_of;
use whereabouts::text::Words;

/// What it may weigh as it is, and what it was meant to weigh compressed with brotli. The module alone is over the
/// second: it is 123 kB with brotli, and what is gzip already gets no smaller.
pub const RAW: u64 = 350_000;
const BROTLI: u64 = 130_000;

/// The module of every single file, packed, which takes a minute.
pub struct Player(String);

impl Player {
    pub fn packed(place: &Place, npm: &Npm) -> Result<Player> {
        Ok(Player(part("page", &wasm::whole(place, npm)?)?))
    }
}

/// What is binary, as a page holds it.
fn part(name: &str, bytes: &[u8]) -> Result<String> {
    let packed = smallest(bytes)?;
    let (length, letters) = (packed.len(), letters::of(&packed));
    Ok(format!(
        "<script type=\"text/plain\" id=\"whereabouts-{name}\" data-length=\"{length}\">{letters}</script>\n"
    ))
}

/// The file, from a built site.
pub fn single(
    place: &Place,
    npm: &Npm,
    player: &Player,
    site: &Site,
    chapters: &[Chapter],
    words: &Words,
) -> Result<Vec<u8>> {
    let file = |name: &str, extension: &str| -> Result<&Vec<u8>> {
        site.files.get(asset(site, name, extension)?).context("a file is not there")
    };
    let mut all = Vec::new();
    let mut lessons = Vec::new();
    let mut texts = String::new();
    let mut links = String::new();
    for chapter in chapters {
        let Chapter { number, id, title, .. } = chapter;
        let lesson = file(&format!("lesson-{id}-en"), "bin")?;
        let (from, to) = (all.len(), all.len() + lesson.len());
        all.extend_from_slice(lesson);
        lessons.push(json!({
            "chapter": number, "id": id, "title": title, "from": from, "to": to,
        }));
        texts += &text(site, chapter)?;
        links += &format!(
            "<li><a href=\"#chapter={number}\" aria-label=\"{0}\" title=\"{0}\">{number}</a></li>",
            escape(title)
        );
    }
    let parts = [player.0.clone(), part("text", file("text-en", "bin")?)?, part("lessons", &all)?];
    let script = String::from_utf8(script(place, npm)?)?;
    let style = String::from_utf8(file("style", "css")?.clone())?;
    if script.contains("</script") || style.contains("</style") {
        bail!("the script or the style of the single file would end early");
    }
    // What stands between the tags is hashed, with the line that esbuild ends it with.
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types whereabouts",
        hash(&script),
        hash(&style)
    );
    let icon = BASE64_STANDARD.encode(file("icon", "svg")?);
    let nav = format!(
        "<nav class=\"chapters\" aria-label=\"{}\"><ol>{links}</ol></nav>",
        escape(&words.line("page-chapters"))
    );
    let alone = line(words, "package-alone", chapters);
    let site = words.line("page-title");
    // What stands there before the script says which chapter it is, and for whoever has none.
    let (heading, description, nav, more) = match chapters {
        [own] if own.is_own() => {
            (own.title.clone(), own.question.clone(), String::new(), "package-own")
        }
        _ => (site.clone(), words.line("page-lead"), nav, "package-alone-crowd"),
    };
    let path = place.root.join("assets/embed/single.html");
    let template =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut values = Values::new();
    for key in template::text_keys(&template) {
        values.insert(format!("text:{key}"), Some(words.line(key)));
    }
    for (name, value) in [
        ("tag", "en".to_owned()),
        ("dir", "ltr".to_owned()),
        ("policy", policy),
        ("icon", format!("data:image/svg+xml;base64,{icon}")),
        ("lessons", json!(lessons).to_string()),
        ("markup:style", style),
        ("markup:script", script),
        ("markup:chapters", nav),
        ("title", site),
        ("heading", heading),
        ("description", description),
        ("alone", format!("{alone} {}", words.line(more))),
        ("markup:texts", texts),
        ("markup:parts", parts.concat()),
    ] {
        values.insert(name.to_owned(), Some(value));
    }
    Ok(template::fill(&template, &values)?.into_bytes())
}

/// What it weighs, beside what it was meant to.
pub fn weighed(file: &[u8]) -> String {
    let Weight { raw, gzip, brotli } = Weight::of(file);
    let verdict = |is: usize, aim: u64| match (is as u64).checked_sub(aim) {
        None | Some(0) => format!("{is} of {aim}"),
        Some(over) => format!("{is} of {aim}, {over} over"),
    };
    format!(
        "whereabouts.html: {} bytes as it is, {} with brotli ({gzip} with gzip)",
        verdict(raw, RAW),
        verdict(brotli, BROTLI)
    )
}

/// A chapter in plain words, as it stands on its page, without what leads elsewhere.
fn text(site: &Site, chapter: &Chapter) -> Result<String> {
    let page = site.files.get(&chapter.text).context("a chapter has no page")?;
    let page = std::str::from_utf8(page)?;
    let below = between(page, "<div class=\"below\">", "</main>").context("it has no text")?;
    let below = below.trim_end_matches("</main>").trim_end();
    let below = without(below, "<details class=\"deeper\">", "</details>")?;
    let below = without(&below, "<a class=\"next\"", "</a>")?;
    let below = without(&below, "<a class=\"handout\"", "</a>")?;
    let below = unwrapped(&below, "<button class=\"term\"", "</button>")?;
    let below = unwrapped(&below, "<bdi class=\"party", "</bdi>")?;
    // The page's own policy says so for all of them.
    let below = below.replace(" rel=\"noreferrer\"", "");
    let own = format!("-{}\"", chapter.number);
    // Every chapter has such names, and here they are all in one page.
    let mut below = elsewhere(&below.replace("<p></p>", ""))?;
    for name in ["id=\"text", "aria-labelledby=\"text-title", "href=\"#source-", "id=\"source-"] {
        below = renamed(&below, name, &own);
    }
    let number = chapter.number;
    Ok(format!(
        "<section id=\"chapter={number}\"><h2>{}</h2>{below}</section>\n",
        escape(&chapter.title)
    ))
}

/// A text without what stands from one mark to another.
fn without(text: &str, begins: &str, ends: &str) -> Result<String> {
    let mut text = text.to_owned();
    while text.contains(begins) {
        let part = between(&text, begins, ends).context("a mark has no end")?.to_owned();
        text = text.replacen(&part, "", 1);
    }
    Ok(text)
}

/// A text with what stands inside of elements, and without them. They hold nothing of their kind.
fn unwrapped(text: &str, begins: &str, ends: &str) -> Result<String> {
    let mut text = text.to_owned();
    while text.contains(begins) {
        let part = between(&text, begins, ends).context("an element has no end")?.to_owned();
        let (_, inside) = part.split_once('>').context("a tag has no end")?;
        let inside = inside.trim_end_matches(ends).to_owned();
        text = text.replacen(&part, &inside, 1);
    }
    Ok(text)
}

/// A text in which a link to a chapter leads to its place here, and any other to a page of the site is none.
fn elsewhere(text: &str) -> Result<String> {
    let mut text = text.to_owned();
    for (number, _) in CHAPTERS {
        let page = page_of(number);
        let own = format!("<a href=\"#chapter={number}\"");
        text = text.replace(&format!("<a href=\"../../{page}\" data-keep=\"yes\""), &own);
    }
    unwrapped(&text, "<a href=\"../../", "</a>")
}

/// Ends each value that begins so with something of the chapter's own.
fn renamed(text: &str, begins: &str, own: &str) -> String {
    let mut pieces = text.split(begins);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (value, rest) = piece.split_once('"').unwrap_or((piece, ""));
        out += &format!("{begins}{value}{own}{rest}");
    }
    out
}

fn script(place: &Place, npm: &Npm) -> Result<Vec<u8>> {
    let folder = place.work().join("glue/page");
    fs::create_dir_all(folder.join("embed"))?;
    for name in ["single.js", "embed/lock.js", "failure.js", "policy.js", "save.js"] {
        fs::copy(place.root.join("assets").join(name), folder.join(name))
            .with_context(|| format!("assets/{name} cannot be read"))?;
    }
    let mut command = npm.esbuild();
    command.arg(folder.join("single.js"));
    command.args(["--bundle", "--format=esm", "--target=es2022"]);
    for (name, value) in [("ROOT", "whereabouts"), ("CROWD_WORKER", ""), ("OFFLINE_WORKER", "")] {
        command.arg(format!("--define:{name}={value:?}"));
    }
    site::esbuild(command, &place.work().join("package/single.min.js"))
}

/// gzip as small as it can be made, which takes some seconds: the same bytes each time, without a time and a name.
fn smallest(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

/// As a policy names what stands in a page.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_elsewhere_is_left_out_and_terms_are_plain_words() {
        let text = "<p>a <button class=\"term\" x>gate</button> b</p><a class=\"next\">on</a>";
        let text = without(text, "<a class=\"next\"", "</a>").unwrap();
        let text = unwrapped(&text, "<button class=\"term\"", "</button>").unwrap();
        assert_eq!(text, "<p>a gate b</p>");
        assert!(without("<a class=\"next\">", "<a class=\"next\"", "</a>").is_err());
    }

    #[test]
    fn each_chapters_own_names_are_told_apart() {
        let text = "<a href=\"#source-1\">[1]</a><li id=\"source-1\">";
        let text = renamed(text, "href=\"#source-", "-4\"");
        assert_eq!(text, "<a href=\"#source-1-4\">[1]</a><li id=\"source-1\">");
    }

    #[test]
    fn the_same_bytes_are_packed_the_same() {
        assert_eq!(smallest(b"abc").unwrap(), smallest(b"abc").unwrap());
        assert!(hash("abc").starts_with("sha256-ungWv48Bz"));
    }
}
