//! What stands around every page: where the reader is, and the way to everything else.

use super::sandbox::SANDBOX;
use crate::lesson::CHAPTERS;
use crate::link::{WORKSHOP, page_of};
use crate::stage::{Element, element};
use crate::text::{Value, Words};
use yew::Html;

/// A page's place in the site.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    pub words: &'a Words,
    /// From the first page of its language to this one.
    pub path: &'a str,
    /// The chapter that it is about, if it is about one.
    pub chapter: Option<u8>,
}

/// The pages beside the chapters: where they are, and the keys of their names.
pub const BESIDE: [(&str, &str); 7] = [
    ("you-are-the-filter/", "site-game"),
    (SANDBOX, "site-sandbox"),
    (WORKSHOP, "site-workshop"),
    ("matrix/", "site-matrix"),
    ("glossary/", "site-glossary"),
    ("what-follows/", "site-follows"),
    ("teaching/", "site-teaching"),
];

impl Here<'_> {
    /// From this page to the first page of its language.
    pub fn up(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }

    /// A link to another page of this language, which keeps the reader's settings.
    pub fn link(&self, class: &str, path: &str) -> Element {
        let href = format!("{}{path}", self.up());
        let href = if href.is_empty() { "./" } else { &href };
        element("a", class).with("href", href).with("data-keep", "yes")
    }

    pub fn line(&self, tag: &'static str, class: &str, key: &str) -> Html {
        element(tag, class).says(&self.words.line(key)).end()
    }

    fn is(&self, path: &str) -> &'static str {
        if self.path == path { "page" } else { "" }
    }
}

/// The name of the site, the page's own title, and the chapters.
pub fn header(here: &Here, title: &str) -> Html {
    let name = here.link("", "").says(&here.words.line("page-title")).end();
    let brand = element("p", "brand").holds(name).says(" ");
    // Once is enough to say what the site is about.
    let first = here.chapter == Some(CHAPTERS[0].0);
    let lead = first.then(|| here.line("span", "", "page-lead"));
    let heading = element("h1", "").says(title).end();
    let skip = here.chapter.map(|_| {
        element("a", "skip").with("href", "#whereabouts").says(&here.words.line("site-skip")).end()
    });
    element("header", "site")
        .holds_all(skip)
        .holds(brand.holds_all(lead).end())
        .holds(element("div", "where").holds(heading).holds(chapters(here)).end())
        .end()
}

fn chapters(here: &Here) -> Html {
    let link = |(number, id): (u8, &str)| {
        let title = here.words.line(&format!("lesson-{id}"));
        let args = [("number", Value::Number(number.into())), ("title", Value::Text(&title))];
        let name = here.words.say("chapter-link", &args);
        let current = if here.chapter == Some(number) { "page" } else { "" };
        let link = here
            .link("", &page_of(number))
            .with("aria-label", &name)
            .with("title", &title)
            .with("aria-current", current)
            .says(&here.words.number(number.into()));
        element("li", "").holds(link.end()).end()
    };
    let list = element("ol", "").holds_all(CHAPTERS.into_iter().map(link));
    let name = here.words.line("page-chapters");
    element("nav", "chapters").with("aria-label", &name).holds(list.end()).end()
}

/// Everything that there is, with the question that each chapter asks.
pub fn footer(here: &Here) -> Html {
    let chapter = |(number, id): (u8, &str)| {
        let path = page_of(number);
        let title = here.words.line(&format!("lesson-{id}"));
        let args = [("number", Value::Number(number.into())), ("title", Value::Text(&title))];
        let link = here.link("", &path).with("aria-current", here.is(&path));
        let question = here.words.line(&format!("lesson-{id}-question"));
        element("li", "")
            .holds(link.says(&here.words.say("chapter-link", &args)).end())
            .holds(element("span", "").says(&question).end())
            .end()
    };
    let beside = BESIDE.into_iter().map(|(path, key)| {
        let link = here.link("", path).with("aria-current", here.is(path));
        element("li", "")
            .holds(link.says(&here.words.line(key)).end())
            .holds(here.line("span", "", &format!("{key}-lead")))
            .end()
    });
    let list = |class, items: Vec<Html>| element("ul", class).holds_all(items).end();
    element("footer", "site")
        .holds(here.line("h2", "", "site-all"))
        .holds(list("all", CHAPTERS.into_iter().map(chapter).collect()))
        .holds(here.line("h2", "", "site-beside"))
        .holds(list("all", beside.collect()))
        .holds(here.line("p", "invented", "page-invented"))
        .end()
}
