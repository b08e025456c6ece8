//! Every page of the site, in one language.

use super::chapter::{below, page_of_lesson};
use super::follows::follows;
use super::frame::{Here, footer, header};
use super::handout::handout;
use super::markup::{component, markup};
use super::terms;
use super::text_form::Told;
use crate::lesson::{CHAPTERS, Lesson};
use crate::link::{Address, page_of};
use crate::panels::{Page, PageProps};
use crate::reader::Session;
use crate::stage::element;
use crate::text::{Value, Words};
use serde::Serialize;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Html;

/// A page as the template takes it.
#[derive(Debug, Serialize)]
pub struct SitePage {
    /// From the first page of its language to this one: nothing, or ending in `/`.
    pub path: String,
    /// Where a second copy of a page has its first.
    pub canonical: String,
    /// For the browser's tab, a search engine and whoever shares it.
    pub title: String,
    pub description: String,
    /// The module that brings it to life, if one does: `page` or `game`.
    pub module: Option<&'static str>,
    /// The lesson that the module plays.
    pub lesson: Option<String>,
    pub header: String,
    /// What stands in the module's place before it has come.
    pub still: String,
    pub below: String,
    pub footer: String,
}

/// Every page. The lessons are the chapters'.
pub fn pages(words: &Words, lessons: &[Lesson]) -> Vec<SitePage> {
    let chapters = CHAPTERS.into_iter().filter_map(|(number, id)| {
        let lesson = lessons.iter().find(|lesson| lesson.id == id)?;
        let own = page_of_lesson(number);
        let mut all = vec![chapter(words, lesson, &page_of(number))];
        if page_of(number) != own {
            all.push(chapter(words, lesson, &own));
        }
        all.push(on_paper(words, lesson, &format!("{own}handout/")));
        Some(all)
    });
    let mut all: Vec<SitePage> = chapters.flatten().collect();
    all.push(glossary(words));
    all.push(closing(words));
    all
}

fn chapter(words: &Words, lesson: &Lesson, path: &str) -> SitePage {
    let here = Here { words, path, chapter: Some(lesson.chapter) };
    let told = Told::of(lesson);
    let ids = terms::of_lesson(lesson, words);
    let still = component::<Page>(PageProps {
        words: words.clone(),
        begin: Rc::new(Session::open(Rc::new(lesson.clone()), Address::default(), Vec::new())),
        live: false,
        root: here.up(),
        width: None,
        follow: None,
    });
    SitePage {
        canonical: page_of(lesson.chapter),
        description: words.line(&format!("lesson-{}-question", lesson.id)),
        module: Some("page"),
        lesson: Some(lesson.id.clone()),
        still,
        ..page(&here, &title(words, lesson), below(&here, &told), &ids)
    }
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

/// A page of text; what else it has is filled in by whoever makes it.
fn page(here: &Here, title: &str, text: Html, ids: &BTreeSet<String>) -> SitePage {
    let around = element("div", "").holds(terms::opened(here, ids)).holds(footer(here));
    let site = here.words.line("page-title");
    let args = [("page", Value::Text(title)), ("site", Value::Text(&site))];
    SitePage {
        path: here.path.to_owned(),
        canonical: here.path.to_owned(),
        title: here.words.say("site-title", &args),
        description: here.words.line("page-lead"),
        module: None,
        lesson: None,
        header: markup(header(here, title)),
        still: String::new(),
        below: markup(text),
        footer: markup(around.end()),
    }
}
