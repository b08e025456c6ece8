//! Lessons that somebody has made, in packages and single files of their own: each is read and checked before anything
//! is built, and then made into what a chapter is in the site.

use super::contents::{Chapter, Reporter};
use super::single::{self, Player};
use super::{Named, packed};
use crate::hashed::Asset;
use crate::npm::Npm;
use crate::pack;
use crate::place::Place;
use crate::site::{self, Page, Site};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use whereabouts::lesson::{self, Lesson, Named as Known, Own};
use whereabouts::narration::Speaker;
use whereabouts::run::{Choices, run};
use whereabouts::text::{Depth, Words, english, joined};

/// The lesson of a file that has no problem.
pub struct Made {
    file: PathBuf,
    lesson: Lesson,
    own: Own,
}

/// Reads and checks the files, as `lesson check` does, and tells every problem of all of them.
pub fn read(files: &[PathBuf]) -> Result<Vec<Made>> {
    let words = Words::native(english());
    let mut all: Vec<Made> = Vec::new();
    let mut wrong = 0;
    for path in files {
        let name = path.display().to_string();
        let json = fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        match lesson::open(&json) {
            Ok((lesson, own)) => {
                if let Some(taken) = taken(&lesson.id, &all) {
                    bail!("{name}: {taken}: give this lesson an `id` of its own");
                }
                // Where its packages are made, a relative path may mean something else.
                let file = fs::canonicalize(path).with_context(|| format!("{name} has no path"))?;
                // Whatever its file says, it is none of the chapters.
                all.push(Made { file, lesson: Lesson { chapter: 0, ..lesson }, own });
            }
            Err(found) => {
                eprintln!("{}", lesson::explain_all(&name, &found, &words));
                wrong += 1;
            }
        }
    }
    match wrong {
        0 => Ok(all),
        _ => bail!("nothing was built or written: a lesson has problems, named above"),
    }
}

/// Why a lesson cannot be called so.
fn taken(id: &str, others: &[Made]) -> Option<String> {
    let ours = Known::of(id).is_some() || id == "whereabouts" || id.starts_with("whereabouts-");
    if ours {
        return Some(format!("the files of Whereabouts itself are called `{id}`"));
    }
    let other = others.iter().find(|other| other.lesson.id == id)?;
    Some(format!("{} has the id `{id}` as well", other.file.display()))
}

/// Packages of both kinds and a single file for each.
pub fn files(
    place: &Place,
    npm: &Npm,
    player: &Player,
    site: &Site,
    made: &[Made],
) -> Result<Named> {
    let paths: Vec<&Path> = made.iter().map(|made| made.file.as_path()).collect();
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    let pages = site::drawn_own(place, &paths)?;
    let reporters = [Reporter::scorm(place, npm)?, Reporter::cmi5(place, npm)?];
    let mut files = Vec::new();
    for (made, pages) in made.iter().zip(pages.chunks(2)) {
        let (words, chapter) = said(made);
        let site = with(place, site, made, pages)?;
        let only = std::slice::from_ref(&chapter);
        for reporter in &reporters {
            let name = format!("{}-{}", chapter.id, reporter.short);
            files.push(packed(&site, reporter, &name, only, &words)?);
        }
        let single = single::single(place, npm, player, &site, only, &words)?;
        files.push((format!("{}.html", chapter.id), single));
    }
    Ok(files)
}

/// A lesson as platforms show it, and its words. It need not have a question, nor ask anything.
fn said(made: &Made) -> (Words, Chapter) {
    let Made { lesson, own, .. } = made;
    let words = Words::native(english()).with_own(own.words.clone());
    let run = run(lesson, &Choices::of(lesson));
    let speaker = Speaker { lesson, run: &run, words: &words, depth: Depth::Plain };
    let says = |own: &str| speaker.lesson_says(own).map(|said| joined(&said));
    let (id, title) = (lesson.id.clone(), speaker.title());
    let chapter = Chapter {
        number: 0,
        question: says("question").unwrap_or_else(|| title.clone()),
        predict: says("predict").unwrap_or_default(),
        page: format!("embed/lessons/{id}/index.html"),
        text: format!("lessons/{id}/index.html"),
        title,
        id,
    };
    (words, chapter)
}

/// The site, and in it what a package needs of this lesson.
fn with(place: &Place, site: &Site, made: &Made, pages: &[Page]) -> Result<Site> {
    let id = &made.lesson.id;
    let lesson = Asset::new(&format!("lesson-{id}-en"), "bin", pack::own(&made.lesson, &made.own)?);
    let mut files = site.files.clone();
    for page in pages {
        let filled = site::filled(place, site, page, lesson.clone())?;
        files.insert(format!("{}index.html", page.path), filled.into_bytes());
    }
    files.insert(lesson.address, lesson.bytes);
    Ok(Site { files })
}

#[cfg(test)]
mod tests {
    use super::super::check::{Files, problems, unpacked};
    use super::super::{cmi5, scorm};
    use super::*;
    use crate::policy::POLICY;
    use roxmltree::Document;
    use serde_json::json;
    use std::collections::BTreeMap;
    use whereabouts::text::Table;

    const EXAMPLE: &str = "assets/examples/one-question-too-many.json";
    const PAGE: &str = "embed/lessons/my-first-lesson/index.html";

    fn example() -> Made {
        let file = Place::find().root.join(EXAMPLE);
        read(&[file]).unwrap().pop().unwrap()
    }

    /// What stands in for a built site, and for the pages that are drawn.
    fn built() -> (Site, Vec<Page>) {
        let asset = |name: &str, extension: &str| {
            let asset = Asset::new(name, extension, name.as_bytes().to_vec());
            (asset.address, asset.bytes)
        };
        let mut files: BTreeMap<String, Vec<u8>> = [
            asset("style", "css"),
            asset("embed-style", "css"),
            asset("host", "js"),
            asset("patience", "js"),
            asset("icon", "svg"),
            asset("text-en", "bin"),
            asset("lesson-two-questions-en", "bin"),
        ]
        .into();
        let (module, bytes) = asset("page", "wasm");
        let loader = format!("fetch({:?})", module.trim_start_matches("assets/"));
        let loader = Asset::new("page-loader", "js", loader.into_bytes());
        files.extend([(module, bytes), (loader.address, loader.bytes)]);
        let page = |path: &str, embed: bool| {
            serde_json::from_value(json!({
                "path": path, "canonical": path, "title": "One question too many · Whereabouts",
                "description": "", "preview": "chapter-04", "chapter": true, "embed": embed,
                "module": "page", "lesson": "my-first-lesson", "second": null, "between": "",
                "header": "<h1>One question too many</h1>", "above": "",
                "still": "<div class=\"frame\"></div>", "below": "<div class=\"below\">In words</div>",
                "footer": "<a href=\"../../../glossary/#glossary-gate\">All words</a>\
                    <footer class=\"site\"><a href=\"../../../\">Whereabouts</a></footer>",
            }))
        };
        let whole = page("lessons/my-first-lesson/", false);
        let framed = page("embed/lessons/my-first-lesson/", true);
        // The whole page wants nothing that only a frame's has, and the other way round.
        (Site { files }, vec![whole.unwrap(), framed.unwrap()])
    }

    fn package(reporter: &Reporter) -> Files {
        let (site, pages) = built();
        let made = example();
        let site = with(&Place::find(), &site, &made, &pages).unwrap();
        let (words, chapter) = said(&made);
        let name = format!("my-first-lesson-{}", reporter.short);
        let (file, zip) =
            packed(&site, reporter, &name, std::slice::from_ref(&chapter), &words).unwrap();
        assert_eq!(file, format!("{name}.zip"));
        unpacked(&zip).unwrap()
    }

    fn reporters() -> [Reporter; 2] {
        let reporter = |short, named, manifest| Reporter {
            short,
            named,
            manifest,
            script: Asset::new("reports", "js", b"reports".to_vec()),
            policy: POLICY.to_owned(),
        };
        [
            reporter("scorm12", scorm::MANIFEST, scorm::manifest),
            reporter("cmi5", cmi5::MANIFEST, cmi5::manifest),
        ]
    }

    #[test]
    fn a_package_holds_what_its_lesson_needs_and_keeps_to_what_is_asked_of_all() {
        for reporter in reporters() {
            let files = package(&reporter);
            assert_eq!(problems(&files), [""; 0]);
            let page = String::from_utf8(files[PAGE].clone()).unwrap();
            let asks = "data-question=\"Will the stranger learn which cell the phone is in?\"";
            assert!(page.contains(asks) && page.contains("data-lesson=\"my-first-lesson\""));
            assert!(page.contains("Leave this lesson") && !page.contains("glossary"), "{page}");
            let lesson = files.keys().find(|name| name.starts_with("assets/lesson-")).unwrap();
            assert!(page.contains(lesson.as_str()), "{page}");
            let mut names: Vec<&str> = files
                .keys()
                .filter_map(|name| name.strip_prefix("assets/")?.split('.').next())
                .collect();
            names.sort_unstable();
            let wanted = [
                "embed-style",
                "icon",
                "lesson-my-first-lesson-en",
                "page",
                "page-loader",
                "patience",
                "reports",
                "style",
                "text-en",
            ];
            assert_eq!(names, wanted);
        }
    }

    #[test]
    fn a_manifest_has_the_lessons_title_and_question_and_leaves_its_words_to_its_author() {
        for reporter in reporters() {
            let manifest = String::from_utf8(package(&reporter)[reporter.named].clone()).unwrap();
            let read = Document::parse(&manifest).unwrap();
            let said: Vec<&str> = read
                .descendants()
                .filter(|node| node.is_text())
                .filter_map(|node| node.text())
                .collect();
            for wanted in ["One question too many", "Can a stranger simply ask where you are?"] {
                assert!(said.iter().any(|said| said.starts_with(wanted)), "{wanted}: {manifest}");
            }
            assert!(manifest.contains("What the lesson says is its author’s."), "{manifest}");
            assert!(!manifest.contains("hapter"), "{manifest}");
            assert!(manifest.contains(PAGE));
        }
    }

    #[test]
    fn the_packed_lesson_has_its_own_words_and_those_that_it_can_come_to_say() {
        let made = example();
        let packed = pack::own(&made.lesson, &made.own).unwrap();
        let recording = whereabouts::narration::Recording::of(&made.lesson, &said(&made).0);
        let (lesson, begins, words): (Lesson, whereabouts::narration::Recording, Table) =
            postcard::from_bytes(&packed).unwrap();
        assert_eq!(lesson.id, "my-first-lesson");
        assert_eq!(begins.told.title, "One question too many");
        assert_eq!(
            postcard::to_allocvec(&begins).unwrap(),
            postcard::to_allocvec(&recording).unwrap()
        );
        for key in ["lesson-my-first-lesson", "rule-partner-list", "operation-anyTimeInterrogation"]
        {
            assert!(words.get(key).is_some(), "{key}");
        }
        assert!(
            words.get("rule-velocity").is_none()
                && words.get("lesson-two-questions-opening").is_none()
        );
    }

    #[test]
    fn a_lesson_that_has_a_problem_or_a_name_that_is_taken_is_not_packed() {
        let place = Place::find();
        let example = place.root.join(EXAMPLE);
        let json = fs::read_to_string(&example).unwrap();
        let folder = std::env::temp_dir().join(format!("whereabouts-own-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let refused = |text: String| {
            let file = folder.join("lesson.json");
            fs::write(&file, text).unwrap();
            format!("{:#}", read(&[example.clone(), file]).map(|_| ()).unwrap_err())
        };
        let broken = refused(json.replace("anyTimeInterrogation", "anyTime"));
        assert!(broken.starts_with("nothing was built or written"), "{broken}");
        let twice = refused(json.clone());
        assert!(twice.contains("has the id `my-first-lesson` as well"), "{twice}");
        let ours = refused(json.replace("my-first-lesson", "whereabouts-scorm12"));
        assert!(ours.contains("are called `whereabouts-scorm12`"), "{ours}");
        let gone = format!("{:#}", read(&[folder.join("none.json")]).map(|_| ()).unwrap_err());
        assert!(gone.contains("none.json cannot be read"), "{gone}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
