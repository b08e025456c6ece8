//! What goes into a package: the pages that play its chapters in a frame, with the script that reports in the
//! place of the one that talks to a page around them, and every file that one of them asks for. Nothing else.

use super::{cmi5, scorm};
use crate::hashed::Asset;
use crate::npm::Npm;
use crate::place::Place;
use crate::policy::POLICY;
use crate::site::{self, Site};
use crate::template::escape;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use whereabouts::lesson::{self, CHAPTERS, FILES};
use whereabouts::narration::Speaker;
use whereabouts::run::{Choices, run};
use whereabouts::text::{Depth, Value, Words, joined};

/// A chapter as platforms show it, or a lesson that somebody has made.
pub struct Chapter {
    /// 0 where it is none of the chapters.
    pub number: u8,
    /// Its lesson.
    pub id: String,
    pub title: String,
    /// The question that it opens with.
    pub question: String,
    /// What it asks its reader to foresee.
    pub predict: String,
    /// Its page, in the site and in a package.
    pub page: String,
    /// The page in the site that has it in words.
    pub text: String,
}

impl Chapter {
    pub fn is_own(&self) -> bool {
        self.number == 0
    }
}

/// What is said of them with one word for chapters and another for what somebody has made.
pub fn line(words: &Words, key: &str, chapters: &[Chapter]) -> String {
    let own = chapters.iter().any(Chapter::is_own);
    words.line(&if own { format!("{key}-own") } else { key.to_owned() })
}

/// All chapters, in English.
pub fn chapters(words: &Words) -> Result<Vec<Chapter>> {
    let chapter = |(number, id): (u8, &str)| {
        let lesson = FILES.iter().filter_map(|file| lesson::parse(file).ok());
        let lesson = lesson.into_iter().find(|lesson| lesson.id == id).context("no such lesson")?;
        let run = run(&lesson, &Choices::of(&lesson));
        let speaker = Speaker { lesson: &lesson, run: &run, words, depth: Depth::Plain };
        let args = [
            ("number", Value::Number(number.into())),
            ("title", Value::Text(&words.line(&format!("lesson-{id}")))),
        ];
        Ok(Chapter {
            number,
            id: id.to_owned(),
            title: words.say("chapter-link", &args),
            question: words.line(&format!("lesson-{id}-question")),
            predict: joined(&speaker.lesson_says("predict").unwrap_or_default()),
            page: format!("embed/chapters/{number}/index.html"),
            text: format!("chapters/{number}/index.html"),
        })
    };
    CHAPTERS.into_iter().map(chapter).collect()
}

/// One of the two ways to tell a platform.
pub struct Reporter {
    /// As it stands in the packages' names.
    pub short: &'static str,
    /// How the manifest's file is called, and what writes it.
    pub named: &'static str,
    pub manifest: fn(&Words, &str, &[Chapter], &Contents) -> Vec<u8>,
    pub(super) script: Asset,
    pub(super) policy: String,
}

impl Reporter {
    pub fn scorm(place: &Place, npm: &Npm) -> Result<Reporter> {
        Ok(Reporter {
            short: "scorm12",
            named: scorm::MANIFEST,
            manifest: scorm::manifest,
            script: script(place, npm, "scorm")?,
            // The platform is spoken to in another window of the same origin, by its script.
            policy: POLICY.to_owned(),
        })
    }

    pub fn cmi5(place: &Place, npm: &Npm) -> Result<Reporter> {
        let own = "connect-src 'self'";
        if !POLICY.contains(own) {
            bail!("the site's policy says nothing of {own}");
        }
        // A record store is somebody else's; without https only this machine's own, to try it out.
        let stores = format!("{own} https: http://localhost:* http://127.0.0.1:*");
        Ok(Reporter {
            short: "cmi5",
            named: cmi5::MANIFEST,
            manifest: cmi5::manifest,
            script: script(place, npm, "cmi5")?,
            policy: POLICY.replace(own, &stores),
        })
    }
}

fn script(place: &Place, npm: &Npm, name: &str) -> Result<Asset> {
    Ok(Asset::new(name, "js", site::script(place, npm, &format!("embed/{name}"))?))
}

/// The files of a package beside its manifest, by their names in it.
#[derive(Default)]
pub struct Contents {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Contents {
    pub fn of(
        site: &Site,
        reporter: &Reporter,
        chapters: &[Chapter],
        words: &Words,
    ) -> Result<Contents> {
        let mut contents = Contents::default();
        for chapter in chapters {
            let page = page(site, reporter, chapter, words)
                .with_context(|| format!("the page {} cannot be packed", chapter.page))?;
            contents.files.insert(chapter.page.clone(), page.into_bytes());
        }
        contents.files.insert(reporter.script.address.clone(), reporter.script.bytes.clone());
        contents.complete(site);
        Ok(contents)
    }

    /// The files of one chapter, of all that are in here.
    pub fn needed_by<'a>(&'a self, page: &'a str) -> BTreeSet<&'a str> {
        let mut needed = BTreeSet::from([page]);
        let mut ask = vec![page];
        while let Some(name) = ask.pop() {
            let Some(bytes) = self.files.get(name) else { continue };
            for other in named_in(bytes, self.files.keys()) {
                if needed.insert(other) {
                    ask.push(other);
                }
            }
        }
        needed
    }

    /// Fetches what the files name, and what those name in turn.
    fn complete(&mut self, site: &Site) {
        let mut ask: Vec<Vec<u8>> = self.files.values().cloned().collect();
        while let Some(bytes) = ask.pop() {
            for name in named_in(&bytes, site.files.keys()) {
                if !self.files.contains_key(name)
                    && let Some(file) = site.files.get(name)
                {
                    self.files.insert(name.to_owned(), file.clone());
                    ask.push(file.clone());
                }
            }
        }
    }
}

/// The hashed files that a page or a script speaks of. A hash is in a name so that nothing else can be meant.
fn named_in<'a>(bytes: &[u8], names: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    let in_text = |name: &&String| {
        let file = name.strip_prefix("assets/");
        file.is_some_and(|file| text.contains(file))
    };
    names.filter(in_text).map(String::as_str).collect()
}

/// A chapter's page for frames, made into one that reports.
fn page(site: &Site, reporter: &Reporter, chapter: &Chapter, words: &Words) -> Result<String> {
    let page = site.files.get(&chapter.page).context("the site has no such page")?;
    let mut page = String::from_utf8(page.clone())?;
    let host = asset(site, "host", "js")?;
    replace(&mut page, POLICY, &reporter.policy)?;
    // Its hash stands beside its name.
    let integrity = Asset::new("host", "js", site.files.get(host).cloned().unwrap_or_default());
    replace(&mut page, &integrity.integrity, &reporter.script.integrity)?;
    replace(&mut page, host, &reporter.script.address)?;
    let question = format!("id=\"whereabouts\" data-question=\"{}\"", escape(&chapter.predict));
    replace(&mut page, "id=\"whereabouts\"", &question)?;
    // What it leads to is not in the package; the platform has its own ways.
    let exit = format!(
        "<p id=\"whereabouts-exit\" hidden><button type=\"button\" class=\"quiet\">{}</button></p>",
        escape(&line(words, "package-exit", std::slice::from_ref(chapter)))
    );
    let footer = between(&page, "<footer", "</footer>").context("it has no footer")?.to_owned();
    replace(&mut page, &footer, &exit)?;
    // Words of the field lead to the glossary, which is a page of its own.
    while let Some(from) = page.find("<a href=\"../../../glossary/") {
        let rest = page.get(from..).and_then(|rest| Some(rest.find("</a>")? + "</a>".len()));
        page.replace_range(from..from + rest.context("a link has no end")?, "");
    }
    Ok(page)
}

/// What is called so in the site, whatever its hash is.
pub fn asset<'s>(site: &'s Site, name: &str, extension: &str) -> Result<&'s str> {
    let (start, end) = (format!("assets/{name}."), format!(".{extension}"));
    let mut fits = site.files.keys().filter(|file| {
        let hash = file.strip_prefix(&start).and_then(|rest| rest.strip_suffix(&end));
        hash.is_some_and(|hash| !hash.contains('.'))
    });
    match (fits.next(), fits.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(anyhow!("the site has no one file {start}…{end}")),
    }
}

/// From one mark to the next of the other, both with it.
pub fn between<'t>(text: &'t str, begins: &str, ends: &str) -> Option<&'t str> {
    let from = text.find(begins)?;
    let rest = text.get(from..)?;
    rest.get(..rest.find(ends)? + ends.len())
}

/// Replaces what must be there once.
fn replace(page: &mut String, old: &str, new: &str) -> Result<()> {
    match page.matches(old).count() {
        1 => {
            *page = page.replacen(old, new, 1);
            Ok(())
        }
        count => bail!("it has `{old}` {count} times, and not once"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use whereabouts::text::english;

    #[test]
    fn every_chapter_has_what_a_platform_shows() {
        let chapters = chapters(&Words::native(english())).unwrap();
        assert_eq!(chapters.len(), 10);
        for chapter in chapters {
            let Chapter { title, question, predict, .. } = &chapter;
            assert!(title.starts_with(&format!("{} ", chapter.number)), "{title}");
            for words in [title, question, predict] {
                assert!(!words.is_empty() && !words.contains('⟦'), "{words}");
            }
        }
    }

    #[test]
    fn a_package_has_what_its_pages_name_and_what_that_names_and_nothing_else() {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let site = Site {
            files: BTreeMap::from([
                file("assets/loader.1.js", "fetch(\"later.2.wasm\")"),
                file("assets/later.2.wasm", ""),
                file("assets/preview.3.png", ""),
                file("index.html", "the site’s"),
            ]),
        };
        let mut contents = Contents::default();
        let page = "embed/chapters/1/index.html";
        contents.files.extend([file(page, "<script src=\"../../../assets/loader.1.js\">")]);
        contents.files.extend([file("other.html", "")]);
        contents.complete(&site);
        let names: Vec<&str> = contents.files.keys().map(String::as_str).collect();
        let all = ["assets/later.2.wasm", "assets/loader.1.js", page, "other.html"];
        assert_eq!(names, all);
        assert_eq!(contents.needed_by(page).into_iter().collect::<Vec<_>>(), all[..3]);
        assert_eq!(asset(&site, "preview", "png").unwrap(), "assets/preview.3.png");
        assert!(asset(&site, "host", "js").is_err());
    }

    #[test]
    fn what_is_to_be_replaced_must_be_there_once() {
        let mut page = "a b a".to_owned();
        replace(&mut page, "b", "c").unwrap();
        assert_eq!(page, "a c a");
        assert!(replace(&mut page, "a", "d").is_err());
        assert!(replace(&mut page, "x", "d").is_err());
        assert_eq!(between("a<b>c</b>d", "<b", "</b>"), Some("<b>c</b>"));
    }
}
