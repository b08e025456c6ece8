//! Texts and lessons, checked by the library's own parsers and packed for the page, which has none.
//! Runs as a process of its own, so that `serve` packs with the library as it is in the sources now.

use crate::place::Place;
use crate::template;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use whereabouts::crowd::file::{A_CROWD, Crowd};
use whereabouts::filter::{RULES, Reason};
use whereabouts::game;
use whereabouts::judge::{Scene, show};
use whereabouts::lesson::{self, Lesson, Own, file};
use whereabouts::month;
use whereabouts::narration::{Recording, key};
use whereabouts::run::{Choices, run};
use whereabouts::sandbox;
use whereabouts::signalling::{CATALOGUE, Generation, Role};
use whereabouts::text::{self, Table, Words};
use whereabouts::workshop::{self, Stock};

/// The words of index.html, by language and key; `site` reads it.
pub const WORDS: &str = "words.json";
const TEXT: &str = "assets/text/en/";
const LESSONS: &str = "assets/lessons";

pub fn pack(place: &Place, out: &Path) -> Result<()> {
    let mut problems = Vec::new();
    let table = match text::compile_all(text::ENGLISH) {
        Ok(table) => text::with_specifications(table),
        Err(found) => {
            problems.extend(found.iter().map(ToString::to_string));
            return stop(&problems);
        }
    };
    let words = Words::native(table.clone());
    let pseudo = text::pseudo(&table);
    let others = Words::native(pseudo.clone());
    let mut lessons: Vec<Lesson> = Vec::new();
    for path in lesson_files(&place.root.join(LESSONS))? {
        let file = format!("{LESSONS}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        match lesson::parse(&read(&path)?) {
            Ok(lesson) => {
                if lessons.iter().any(|other| other.id == lesson.id) {
                    problems.push(format!(
                        "{file}: another lesson has the id {} already: give this one its own",
                        lesson.id
                    ));
                }
                lessons.push(lesson);
            }
            Err(found) => problems.extend(
                found.iter().map(|problem| format!("{file}: {}", lesson::explain(problem, &words))),
            ),
        }
    }
    let mut scene = Scene::new().context("the judge's scene cannot be read")?;
    let questions = show::questions().into_iter();
    lessons.extend(questions.map(|(asked, about)| show::lesson_of(&mut scene, asked, about)));
    let mut packed = Vec::new();
    for lesson in &lessons {
        let said = Said::in_lesson(lesson);
        for (lang, table, words) in [("en", &table, &words), ("pseudo", &pseudo, &others)] {
            // The page need not work out how a lesson begins before it can play.
            let begins = Recording::of(lesson, words);
            let own = said.own(table.clone());
            let name = format!("lesson-{}-{lang}", lesson.id);
            packed.push((name, postcard::to_allocvec(&(lesson, &begins, own))?));
        }
    }
    let template = read(&place.root.join("index.html"))?;
    let mut page = BTreeMap::new();
    for (lang, table) in [("en", &table), ("pseudo", &pseudo)] {
        page.insert(lang, words_of(&template, table, &mut problems));
    }
    stop(&problems)?;
    let cases = game::pool();
    let crowd =
        Crowd::parse(A_CROWD).map_err(|problem| anyhow!("assets/crowd/a-crowd.json: {problem}"))?;
    let (world, names) = month::world(&crowd.plan).context("the judge's scene cannot be read")?;
    let world = postcard::to_allocvec(&world)?;
    let bases = sandbox::Bases::built_in().context("a lesson for the sandbox cannot be read")?;
    let said = Said::in_sandbox(&bases);
    let nothing = postcard::to_allocvec(&Recording::default())?;
    for (lang, table) in [("en", table), ("pseudo", pseudo)] {
        let mut own = table.clone();
        own.retain(|key| game::needs(key, &cases));
        packed.push((format!("game-{lang}"), postcard::to_allocvec(&(&cases, own))?));
        let mut own = table.clone();
        own.retain(month::needs);
        let month = (&crowd.plan, &world, &names, month::days(), own);
        packed.push((format!("month-{lang}"), postcard::to_allocvec(&month)?));
        let mut own = table.clone();
        own.retain(sandbox::needs);
        let sandbox = (&bases, &nothing, own, said.own(table.clone()));
        packed.push((format!("sandbox-{lang}"), postcard::to_allocvec(&sandbox)?));
        let any = Said::in_a_workshop().own(table.clone());
        let stock = stock(&table, &any, &lessons, &nothing);
        packed.push((format!("workshop-{lang}"), postcard::to_allocvec(&stock)?));
        packed.push((format!("text-{lang}"), postcard::to_allocvec(&common(table))?));
    }
    write(out, &packed, &page)
}

/// What index.html says in a language, by its keys.
pub fn words_of(
    template: &str,
    table: &Table,
    problems: &mut Vec<String>,
) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for key in template::text_keys(template) {
        match table.plain(key) {
            Some(word) => drop(words.insert(key.to_owned(), word)),
            None => problems.push(format!(
                "index.html: there is no message `{key}` without arguments in {TEXT}"
            )),
        }
    }
    words.insert("dir".to_owned(), table.direction.name().to_owned());
    words.insert("tag".to_owned(), table.lang.clone());
    words
}

/// A lesson that somebody has made, as a chapter is packed, in English and with its own words.
pub fn own(lesson: &Lesson, own: &Own) -> Result<Vec<u8>> {
    let table = text::english();
    let words = Words::native(table.clone()).with_own(own.words.clone());
    let begins = Recording::of(lesson, &words);
    let said = Said::in_lesson(lesson).own(table);
    let words = said.messages().chain(own.words.messages());
    let words = words.map(|(key, pattern)| (key.to_owned(), pattern.clone()));
    let words = Table::new(said.lang.clone(), said.direction, words.collect::<Vec<_>>());
    Ok(postcard::to_allocvec(&(lesson, &begins, words))?)
}

/// What the workshop has: examples and the chapters to begin from, its own words, and those of any lesson.
fn stock(table: &Table, lessons: &Table, all: &[Lesson], nothing: &[u8]) -> Stock {
    let titled = |file: &file::LessonFile| {
        file.words.as_ref().and_then(|words| words.title.clone()).unwrap_or_default()
    };
    let examples = EXAMPLES.map(|json| {
        let example = file::lenient(json).unwrap_or_default();
        (titled(&example), file::write(&example))
    });
    let chapters = all.iter().filter(|lesson| lesson.chapter > 0).map(|lesson| {
        let mut own = file::LessonFile {
            id: format!("my-{}", lesson.id),
            chapter: 0,
            words: Some(file::words_of(&lesson.id, table)),
            ..file::of(lesson)
        };
        own.scene.clear();
        (format!("{}. {}", lesson.chapter, titled(&own)), file::write(&own))
    });
    let mut words = table.clone();
    words.retain(workshop::needs);
    let words = words.messages().chain(lessons.messages());
    let words = words.map(|(key, pattern)| (key.to_owned(), pattern.clone()));
    Stock {
        words: Table::new(table.lang.clone(), table.direction, words.collect::<Vec<_>>()),
        nothing: nothing.to_vec(),
        lessons: examples.into_iter().chain(chapters).collect(),
    }
}

/// The lessons that a new one begins from; the workshop opens with the first.
const EXAMPLES: [&str; 3] = [
    include_str!("../../assets/examples/one-question-too-many.json"),
    include_str!("../../assets/examples/where-a-text-goes.json"),
    include_str!("../../assets/examples/an-old-table.json"),
];

/// What one lesson can come to speak of beside what every lesson says. The rest of the words is for the
/// terminal and for the reference, and a reader need not fetch it.
#[derive(Default)]
struct Said {
    /// The lesson's own sentences begin so.
    lesson: String,
    /// The parts of keys that name an operation, a role, a rule or a reason.
    operations: BTreeSet<String>,
    roles: BTreeSet<&'static str>,
    rules: BTreeSet<&'static str>,
    reasons: BTreeSet<&'static str>,
    /// What stands at the end of a key that is for a later generation or for several.
    generations: BTreeSet<&'static str>,
}

/// No lesson has that id.
const NOBODY: &str = "-";

/// The beginnings of keys that only the terminal and the reference say, of those that index.html says
/// when the page cannot, and of those that stand in pages as they are served.
const ELSEWHERE: [&str; 24] = [
    "misses-",
    "harms-",
    "field-",
    "need-",
    "use-",
    "generation-",
    "terminal-",
    "problem-",
    "type-",
    "judge-",
    "failed-",
    "noscript",
    "glossary-",
    "case-",
    "follows-",
    "site-",
    "game-",
    "month-",
    "sandbox-",
    "workshop-",
    "package-",
    "teaching-",
    "setting-means-",
    "setting-usual-",
];

/// Who says a message: every lesson, some lessons, or none.
enum Whose<'k> {
    Everybodys,
    Nobodys,
    Operations(&'k str),
    Roles(&'k str),
    Rules(&'k str),
    Reasons(&'k str),
    Generations(&'k str),
    Lessons(&'k str),
    /// Every lesson of the judge's matrix.
    Matrix,
}

fn whose<'k>(key: &'k str, operations: &BTreeSet<String>) -> Whose<'k> {
    let id = key.split_once('.').map_or(key, |(id, _)| id);
    let (kind, name) = id.split_once('-').unwrap_or((id, ""));
    if ELSEWHERE.iter().any(|start| id.starts_with(start)) {
        return Whose::Nobodys;
    }
    match kind {
        "operation" => Whose::Operations(name),
        // What is said of all operations has a name of another kind.
        "sent" | "arrived" | "answered" | "noted" | "code" | "specification" | "clause"
        | "honest"
            if operations.contains(name) =>
        {
            Whose::Operations(name)
        }
        "role" => Whose::Roles(name),
        "rule" | "does" => Whose::Rules(name),
        "reason" => Whose::Reasons(name),
        "lesson" => Whose::Lessons(name),
        "matrix" if name.starts_with("lesson") => Whose::Matrix,
        // The table is written into its page.
        "matrix" | "sender" | "outcome" => Whose::Nobodys,
        _ => match id.rsplit_once('-') {
            Some((_, end @ ("4g" | "5g" | "mixed"))) => Whose::Generations(end),
            _ => Whose::Everybodys,
        },
    }
}

fn operations() -> BTreeSet<String> {
    CATALOGUE.iter().map(|row| key(row.id)).collect()
}

/// What every lesson can come to say, and the titles of all: they stand in the list of chapters.
fn common(mut table: Table) -> Table {
    let operations = operations();
    let titles: Vec<&str> = lesson::CHAPTERS.iter().map(|(_, id)| *id).collect();
    table.retain(|key| match whose(key, &operations) {
        Whose::Everybodys => true,
        Whose::Lessons(name) => titles.contains(&name),
        _ => false,
    });
    table
}

impl Said {
    fn in_lesson(lesson: &Lesson) -> Said {
        let mut said = Said { lesson: format!("{}-", lesson.id), ..Said::default() };
        let mut generations = BTreeSet::new();
        for act in &lesson.acts {
            let mut operations = vec![act.operation];
            operations.extend(act.manner.inside);
            while let Some(id) = operations.pop() {
                let row = id.row();
                said.operations.insert(key(id));
                said.roles.extend([row.from.id(), row.to.id()]);
                generations.insert(row.generation().id());
                operations.extend(row.inside);
            }
        }
        let nodes = lesson.networks.iter().flat_map(|network| &network.nodes);
        said.roles.extend(nodes.map(|node| node.role.id()));
        let rules = lesson.gates.iter().flat_map(|gate| &gate.rules);
        said.rules.extend(rules.map(|rule| rule.rule.id()));
        if generations.len() > 1 {
            generations.insert("mixed");
        }
        said.generations.extend(generations);
        for choices in Choices::every(lesson) {
            let run = run(lesson, &choices);
            let consulted = run.judged.iter().flat_map(|judged| &judged.consulted);
            said.reasons.extend(consulted.map(|said| said.verdict.reason().id()));
        }
        said
    }

    /// Whatever a sandbox can come to speak of: it gives its lessons their own sentences itself.
    fn in_sandbox(bases: &sandbox::Bases) -> Said {
        let operations = sandbox::operations(bases).into_iter().map(key).collect();
        let generations = Generation::ALL.into_iter().map(Generation::id).chain(["mixed"]);
        Said {
            lesson: NOBODY.to_owned(),
            operations,
            roles: Role::all().map(Role::id).collect(),
            rules: RULES.iter().map(|row| row.name).collect(),
            reasons: Reason::ALL.iter().map(|reason| reason.id()).collect(),
            generations: generations.collect(),
        }
    }

    /// Whatever a lesson that anybody writes can come to speak of.
    fn in_a_workshop() -> Said {
        let generations = Generation::ALL.into_iter().map(Generation::id).chain(["mixed"]);
        Said {
            lesson: NOBODY.to_owned(),
            operations: operations(),
            roles: Role::all().map(Role::id).collect(),
            rules: RULES.iter().map(|row| row.name).collect(),
            reasons: Reason::ALL.iter().map(|reason| reason.id()).collect(),
            generations: generations.collect(),
        }
    }

    /// What this lesson says and others may not.
    fn own(&self, mut table: Table) -> Table {
        let operations = operations();
        table.retain(|key| match whose(key, &operations) {
            Whose::Everybodys | Whose::Nobodys => false,
            Whose::Operations(name) => self.operations.contains(name),
            Whose::Roles(name) => self.roles.contains(name),
            Whose::Rules(name) => self.rules.contains(name),
            Whose::Reasons(name) => self.reasons.contains(name),
            Whose::Generations(end) => self.generations.contains(end),
            Whose::Lessons(name) => name.starts_with(&self.lesson),
            Whose::Matrix => self.lesson.starts_with("matrix-"),
        });
        table
    }
}

fn stop(problems: &[String]) -> Result<()> {
    for problem in problems {
        eprintln!("{problem}");
    }
    match problems.len() {
        0 => Ok(()),
        1 => bail!("one problem in the texts and lessons, named above"),
        many => bail!("{many} problems in the texts and lessons, named above"),
    }
}

fn lesson_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{LESSONS}/ cannot be read"))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    // The order of a folder differs between machines; what is built from it must not.
    files.sort();
    Ok(files)
}

fn write(
    out: &Path,
    packed: &[(String, Vec<u8>)],
    words: &BTreeMap<&str, BTreeMap<String, String>>,
) -> Result<()> {
    // A lesson that was removed must not stay.
    let _ = fs::remove_dir_all(out);
    fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    for (name, bytes) in packed {
        fs::write(out.join(format!("{name}.bin")), bytes)?;
    }
    fs::write(out.join(WORDS), serde_json::to_vec(words)?)?;
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use whereabouts::narration::{Speaker, rows, transcript};
    use whereabouts::text::Depth;

    fn lessons() -> Vec<Lesson> {
        let folder = Place::find().root.join(LESSONS);
        let files = lesson_files(&folder).expect("lessons");
        files.iter().map(|path| lesson::parse(&read(path).unwrap()).unwrap()).collect()
    }

    fn for_the_page(lesson: &Lesson) -> Words {
        let own = Said::in_lesson(lesson).own(text::english());
        Words::native(common(text::english())).with_own(own)
    }

    #[test]
    fn the_page_says_the_same_as_with_all_words() {
        let all = Words::native(text::english());
        for lesson in &lessons() {
            let page = for_the_page(lesson);
            for choices in Choices::every(lesson) {
                let run = run(lesson, &choices);
                for depth in [Depth::Plain, Depth::Engineer] {
                    let [here, there] =
                        [&page, &all].map(|words| Speaker { lesson, run: &run, words, depth });
                    assert_eq!(transcript(&here), transcript(&there));
                    assert_eq!(rows(&here, run.length), rows(&there, run.length));
                    for rule in lesson.gates.iter().flat_map(|gate| &gate.rules) {
                        assert_eq!(here.rule(rule.rule), there.rule(rule.rule));
                        assert!(page.has(&format!("does-{}", rule.rule.id())));
                    }
                    for node in lesson.networks.iter().flat_map(|network| &network.nodes) {
                        assert_eq!(here.role(node.role), there.role(node.role));
                    }
                }
            }
        }
    }

    #[test]
    fn every_chapters_title_is_there_before_the_chapter_is() {
        let page = Words::native(common(text::english()));
        for (_, id) in lesson::CHAPTERS {
            assert!(
                page.has(&format!("lesson-{id}")) && !page.has(&format!("lesson-{id}-opening"))
            );
        }
    }

    #[test]
    fn the_workshop_offers_three_examples_and_then_the_chapters() {
        let stock = stock(&text::english(), &text::english(), &lessons(), &[]);
        let titles: Vec<&str> = stock.lessons.iter().map(|(title, _)| title.as_str()).collect();
        let first = ["One question too many", "Where a text goes", "An old table"];
        assert_eq!(titles[..3], first);
        assert_eq!(titles.len(), 3 + lesson::CHAPTERS.len());
        assert!(titles[3..].iter().all(|title| title.contains(". ")), "{titles:?}");
        for (title, file) in &stock.lessons {
            assert!(lesson::open(file).is_ok(), "{title} can be played as it is offered");
        }
    }

    #[test]
    fn what_only_the_terminal_says_is_not_on_the_page() {
        for lesson in &lessons() {
            let page = for_the_page(lesson);
            for key in ["need-ranges", "judge-not-json", "terminal-fine"] {
                assert!(!page.has(key) && text::english().has(key), "{key}");
            }
        }
    }

    #[test]
    fn what_a_lesson_has_not_is_not_fetched_with_it() {
        let page = for_the_page(lessons().iter().find(|l| l.id == "anyone-may-ask").unwrap());
        let unheard = [
            "operation-Reset",
            "code-Reset",
            "sent-updateLocation.engineer",
            "role-sepp.engineer",
            "rule-velocity",
            "does-velocity",
            "reason-too-fast",
            "answered-5g",
            "sent-claims-4g.engineer",
            "fact-cell-mixed",
            "lesson-two-questions-opening",
        ];
        for key in unheard {
            assert!(!page.has(key) && text::english().has(key), "{key}");
        }
        for key in ["sent", "sent-claims", "sent-unreadable", "arrived-moved", "answered"] {
            assert!(page.has(key), "{key}");
        }
    }
}
