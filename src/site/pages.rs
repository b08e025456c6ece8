//! Every page of the site, in one language.

use super::chapter::{below, folded, own_page};
use super::follows::follows;
use super::frame::{Here, footer, header};
use super::game::game;
use super::handout::handout;
use super::markup::{component, markup};
use super::matrix::{matrix, questions_list};
use super::sandbox::{SANDBOX, tries};
use super::teaching::teaching;
use super::terms;
use super::text_form::Told;
use crate::crowd::file::{A_CROWD, Crowd};
use crate::game::{Game, GameProps, Setting, pool};
use crate::judge::{About, Scene, show};
use crate::lesson::{CHAPTERS, Lesson, Named};
use crate::link::{Address, EMBED, WORKSHOP, page_of, page_of_lesson};
use crate::month::{self, Choices as CrowdChoices, Month, MonthProps};
use crate::narration::Speaker;
use crate::panels::{Page, PageProps};
use crate::reader::Session;
use crate::run::{Choices, run};
use crate::signalling::OperationId;
use crate::stage::element;
use crate::text::{Depth, Value, Words};
use serde::Serialize;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Html;

/// A page as the template takes it.
#[derive(Clone, Debug, Serialize)]
pub struct SitePage {
    /// From the first page of its language to this one: nothing, or ending in `/`.
    pub path: String,
    /// Where a second copy of a page has its first.
    pub canonical: String,
    /// What the page is called.
    pub heading: String,
    /// The same for the browser's tab, a search engine and whoever shares it.
    pub title: String,
    pub description: String,
    /// The picture that is shown beside a link to it, by its name in `assets/previews/`.
    pub preview: String,
    /// Whether it is a chapter, as most of what is read.
    pub chapter: bool,
    /// Whether it is made for a frame in somebody else's page.
    pub embed: bool,
    /// The module that brings it to life, if one does: `page` or `game`.
    pub module: Option<&'static str>,
    /// The lesson that the module plays.
    pub lesson: Option<String>,
    pub header: String,
    /// What has a module of its own, on the page that has two: the crowd's month or the sandbox's form.
    pub second: Option<Second>,
    /// What stands between that and the module's place.
    pub between: String,
    /// What stands above both.
    pub above: String,
    /// What stands in the module's place before it has come.
    pub still: String,
    pub below: String,
    pub footer: String,
    /// The words of the field that open on it.
    #[serde(skip)]
    pub terms: BTreeSet<String>,
    /// The lesson itself.
    #[serde(skip)]
    pub plays: Option<Rc<Lesson>>,
}

/// What has a module of its own beside the player.
#[derive(Clone, Debug, Serialize)]
pub struct Second {
    /// The module's name.
    pub name: &'static str,
    /// What stands in its place before it has come.
    pub markup: String,
    /// Whether that is below the player.
    pub below: bool,
}

/// Every page. The lessons are the chapters'.
pub fn pages(words: &Words, lessons: &[Lesson]) -> Vec<SitePage> {
    let chapters = CHAPTERS.into_iter().filter_map(|(number, id)| {
        let lesson = lessons.iter().find(|lesson| lesson.id == id)?;
        let own = own_page(number);
        let mut all = vec![chapter(words, lesson, &page_of(number))];
        if page_of(number) != own {
            all.push(chapter(words, lesson, &own));
        }
        all.push(on_paper(words, lesson, &format!("{own}handout/")));
        Some(all)
    });
    let mut all: Vec<SitePage> = chapters.flatten().collect();
    all.extend(matrix_pages(words));
    let framed: Vec<SitePage> = all.iter().filter_map(|page| for_a_frame(words, page)).collect();
    all.extend(framed);
    all.push(filter_game(words));
    all.push(sandbox(words));
    let workshop = workshop(words);
    all.push(a_workshop_in_a_frame(words, &workshop));
    all.push(workshop);
    all.push(glossary(words));
    all.push(closing(words));
    all.push(for_teachers(words));
    all
}

fn chapter(words: &Words, lesson: &Lesson, path: &str) -> SitePage {
    let here = Here { words, path, chapter: Some(lesson.chapter) };
    let told = Told::of(lesson);
    let ids = terms::of_lesson(lesson, words);
    let crowd = lesson.id == A_CROWD_LESSON;
    SitePage {
        second: crowd.then(|| Second { name: "month", markup: month(words), below: false }),
        between: if crowd { markup(closely(&here)) } else { String::new() },
        canonical: page_of(lesson.chapter),
        description: words.line(&format!("lesson-{}-question", lesson.id)),
        module: Some("page"),
        lesson: Some(lesson.id.clone()),
        plays: Some(Rc::new(lesson.clone())),
        still: still(&here, lesson),
        ..page(&here, &title(words, lesson), below(&here, &told), &ids)
    }
}

/// A page that plays a lesson, as it is in a frame: what plays, the same in words for whoever has no scripts there,
/// and the way to the whole page.
fn for_a_frame(words: &Words, whole: &SitePage) -> Option<SitePage> {
    let lesson = whole.plays.as_deref()?;
    let text = |here: &Here| folded(here, lesson);
    Some(framed(words, whole, lesson, whole.chapter.then_some(text)))
}

/// The same, with what stands below the player.
pub(super) fn framed(
    words: &Words,
    whole: &SitePage,
    lesson: &Lesson,
    text: Option<impl FnOnce(&Here) -> Html>,
) -> SitePage {
    let path = format!("{EMBED}{}", whole.path);
    let here = Here { words, path: &path, chapter: None };
    SitePage {
        path: path.clone(),
        embed: true,
        second: None,
        between: String::new(),
        above: String::new(),
        still: still(&here, lesson),
        header: markup(element("h1", "unseen").says(&whole.heading).end()),
        below: text.map(|text| markup(text(&here))).unwrap_or_default(),
        footer: markup(foot(&here, whole)),
        ..whole.clone()
    }
}

/// The way from a frame to the whole page. The words that open are those of the lesson.
fn foot(here: &Here, whole: &SitePage) -> Html {
    let site = element("b", "").says(&here.words.line("page-title")).end();
    let link = here.link("whole", &whole.path).with("target", "_blank").with("rel", "noopener");
    let name = element("span", "").says(&whole.heading).end();
    let link = link.holds(site).says(" ").holds(name).end();
    let all = here.line("span", "", "embed-whole");
    let line = element("p", "").holds(link).says(" ").holds(all).end();
    element("div", "")
        .holds(terms::opened(here, &whole.terms))
        .holds(element("footer", "site").holds(line).end())
        .end()
}

/// The lesson with which the crowd is shown.
const A_CROWD_LESSON: &str = "a-crowd";

/// The crowd's month as it was worked out before, for whoever has no scripts.
fn month(words: &Words) -> String {
    let Some(crowd) = Crowd::parse(A_CROWD).ok() else { return String::new() };
    let Some((_, names)) = month::world(&crowd.plan) else { return String::new() };
    component::<Month>(MonthProps {
        words: words.clone(),
        choices: CrowdChoices::of(&crowd.plan),
        plan: Rc::new(crowd.plan),
        world: Rc::default(),
        names: Rc::new(names),
        days: Rc::new(month::days()),
        still: Default::default(),
        live: false,
        follow: None,
    })
}

/// What leads from the crowd to the one message that the lesson plays.
fn closely(here: &Here) -> Html {
    element("div", "closely")
        .holds(here.line("h2", "", "month-part"))
        .holds(here.line("p", "lead", "month-part-lead"))
        .end()
}

/// The widget as it stands there before anybody can use it.
pub(super) fn still(here: &Here, lesson: &Lesson) -> String {
    component::<Page>(PageProps {
        words: here.words.clone(),
        begin: Rc::new(Session::open(Rc::new(lesson.clone()), Address::default(), Vec::new())),
        live: false,
        embed: here.path.starts_with(EMBED),
        root: here.up(),
        width: None,
        follow: None,
        still: Default::default(),
        told: Rc::default(),
    })
}

/// The matrix: a page that lists the questions, and one for each with its table and every run of it.
fn matrix_pages(words: &Words) -> Vec<SitePage> {
    let list = |up: &str| {
        let up = up.to_owned();
        questions_list(words, move |operation| format!("{up}{}", matrix_path(operation)))
    };
    let here = Here { words, path: "matrix/", chapter: None };
    let text = element("div", "below").holds(list(&here.up())).end();
    let index = page(&here, &words.line("site-matrix"), text, &BTreeSet::new());
    let index = SitePage { description: words.line("site-matrix-lead"), ..index };
    let Some(mut scene) = Scene::new() else { return vec![index] };
    let one = |(operation, about): (OperationId, About)| {
        let path = matrix_path(operation);
        let here = Here { words, path: &path, chapter: None };
        let lesson = show::lesson_of(&mut scene, operation, about);
        let table = matrix(words, &mut scene, (operation, about), Depth::Plain);
        let run = run(&lesson, &Choices::of(&lesson));
        let speaker = Speaker { lesson: &lesson, run: &run, words, depth: Depth::Plain };
        let ids = terms::of_lesson(&lesson, words);
        SitePage {
            description: words.line("matrix-lead"),
            module: Some("page"),
            lesson: Some(lesson.id.clone()),
            above: markup(table),
            still: still(&here, &lesson),
            plays: Some(Rc::new(lesson.clone())),
            ..page(&here, &speaker.title(), list(&here.up()), &ids)
        }
    };
    [index].into_iter().chain(show::questions().into_iter().map(one)).collect()
}

fn matrix_path(operation: OperationId) -> String {
    page_of_lesson(Named::Question(operation))
}

fn on_paper(words: &Words, lesson: &Lesson, path: &str) -> SitePage {
    let here = Here { words, path, chapter: None };
    let paper = handout(&here, &Told::of(lesson));
    let page = page(&here, &title(words, lesson), paper, &BTreeSet::new());
    SitePage { description: words.line(&format!("lesson-{}-question", lesson.id)), ..page }
}

fn title(words: &Words, lesson: &Lesson) -> String {
    let title = words.line(&format!("lesson-{}", lesson.id));
    let args = [("number", Value::Number(lesson.chapter.into())), ("title", Value::Text(&title))];
    words.say("chapter-link", &args)
}

/// The exercise, and under it the first ten messages for whoever has no scripts: what mounts takes both
/// away.
fn filter_game(words: &Words) -> SitePage {
    let here = Here { words, path: "you-are-the-filter/", chapter: None };
    let cases = pool();
    let list = markup(game(words, &cases));
    let still = component::<Game>(GameProps {
        words: words.clone(),
        cases: Rc::new(cases),
        setting: Setting::read(["", ""]),
        live: false,
        follow: None,
    });
    let text = element("div", "").end();
    SitePage {
        description: words.line("game-lead"),
        module: Some("game"),
        above: markup(here.line("p", "lead", "game-lead")),
        still: still + &list,
        ..page(&here, &words.line("game-title"), text, &BTreeSet::new())
    }
}

/// The sandbox: the player waits for what its form sets. What is worth trying can be read without scripts.
fn sandbox(words: &Words) -> SitePage {
    let here = Here { words, path: SANDBOX, chapter: None };
    let form = element("p", "lead").says(&words.line("sandbox-wait")).end();
    SitePage {
        description: words.line("site-sandbox-lead"),
        module: Some("page"),
        above: markup(here.line("p", "lead", "site-sandbox-lead")),
        second: Some(Second { name: "sandbox", markup: markup(form), below: true }),
        ..page(&here, &words.line("site-sandbox"), tries(&here), &BTreeSet::new())
    }
}

/// The workshop: the player waits for what is made or opened in it.
fn workshop(words: &Words) -> SitePage {
    let here = Here { words, path: WORKSHOP, chapter: None };
    let wait = element("p", "lead").says(&words.line("workshop-wait")).end();
    let scripts = element("noscript", "").holds(here.line("p", "", "workshop-scripts")).end();
    SitePage {
        description: words.line("site-workshop-lead"),
        module: Some("page"),
        above: markup(here.line("p", "lead", "site-workshop-lead")),
        second: Some(Second { name: "workshop", markup: markup(wait), below: true }),
        ..page(&here, &words.line("site-workshop"), scripts, &BTreeSet::new())
    }
}

/// The same for a frame: what plays the lesson that the address holds or names.
fn a_workshop_in_a_frame(words: &Words, whole: &SitePage) -> SitePage {
    let path = format!("{EMBED}{}", whole.path);
    let here = Here { words, path: &path, chapter: None };
    SitePage {
        path: path.clone(),
        embed: true,
        above: String::new(),
        header: markup(element("h1", "unseen").says(&whole.heading).end()),
        second: whole.second.clone().map(|second| Second { markup: String::new(), ..second }),
        footer: markup(foot(&here, whole)),
        ..whole.clone()
    }
}

fn glossary(words: &Words) -> SitePage {
    let here = Here { words, path: "glossary/", chapter: None };
    let page = page(&here, &words.line("site-glossary"), terms::glossary(&here), &BTreeSet::new());
    SitePage { description: words.line("site-glossary-lead"), ..page }
}

fn closing(words: &Words) -> SitePage {
    let here = Here { words, path: "what-follows/", chapter: None };
    let page = page(&here, &words.line("follows-title"), follows(&here), &BTreeSet::new());
    SitePage { description: words.line("follows-lead"), ..page }
}

fn for_teachers(words: &Words) -> SitePage {
    let here = Here { words, path: "teaching/", chapter: None };
    let page = page(&here, &words.line("teaching-title"), teaching(&here), &BTreeSet::new());
    SitePage { description: words.line("teaching-lead"), ..page }
}

/// A page of text; what else it has is filled in by whoever makes it.
pub(super) fn page(here: &Here, title: &str, text: Html, ids: &BTreeSet<String>) -> SitePage {
    let around = element("div", "").holds(terms::opened(here, ids)).holds(footer(here));
    let site = here.words.line("page-title");
    let args = [("page", Value::Text(title)), ("site", Value::Text(&site))];
    SitePage {
        path: here.path.to_owned(),
        canonical: here.path.to_owned(),
        title: here.words.say("site-title", &args),
        description: here.words.line("page-lead"),
        preview: format!("chapter-{:02}", here.chapter.unwrap_or(4)),
        chapter: here.chapter.is_some(),
        embed: false,
        heading: title.to_owned(),
        module: None,
        lesson: None,
        second: None,
        between: String::new(),
        header: markup(header(here, title)),
        above: String::new(),
        still: String::new(),
        below: markup(text),
        footer: markup(around.end()),
        terms: ids.clone(),
        plays: None,
    }
}
