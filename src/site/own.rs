//! The two pages of a lesson that somebody has made, which only a package has: a whole one, of which the single file
//! takes the text, and its twin for a frame. Nothing leads from the lesson to the chapters.

use super::frame::Here;
use super::pages::{SitePage, framed, page, still};
use super::sources::sources_of_own;
use super::terms;
use super::text_form::{Told, text_form};
use crate::lesson::{Lesson, Own};
use crate::narration::Speaker;
use crate::stage::element;
use crate::text::{Depth, Words};
use std::rc::Rc;
use yew::Html;

/// The pages of a lesson with its own words: the whole one first.
pub fn own_pages(words: &Words, lesson: &Lesson, own: &Own) -> [SitePage; 2] {
    let words = &words.with_own(own.words.clone());
    // Whatever its file says, it is none of the chapters.
    let lesson = &Lesson { chapter: 0, ..lesson.clone() };
    let path = format!("lessons/{}/", lesson.id);
    let here = Here { words, path: &path, chapter: None };
    let told = Told::of(lesson);
    let speaker = told.speaker(&here, Depth::Plain);
    let ids = terms::of_lesson(lesson, words);
    let whole = SitePage {
        description: asks(&speaker),
        chapter: true,
        module: Some("page"),
        lesson: Some(lesson.id.clone()),
        plays: Some(Rc::new(lesson.clone())),
        still: still(&here, lesson),
        ..page(&here, &speaker.title(), below(&here, &told, own), &ids)
    };
    let text = |here: &Here| folded(here, lesson, own);
    let framed = framed(words, &whole, lesson, Some(text));
    [whole, framed]
}

/// The question that it opens with; a lesson need not have one.
fn asks(speaker: &Speaker) -> String {
    let key = format!("lesson-{}-question", speaker.lesson.id);
    if speaker.words.has(&key) { speaker.words.line(&key) } else { speaker.title() }
}

fn below(here: &Here, told: &Told, own: &Own) -> Html {
    let title = element("h2", "").with("id", "text-title");
    let text = element("section", "text")
        .with("id", "text")
        .with("aria-labelledby", "text-title")
        .holds(title.says(&here.words.line("page-text")).end())
        .holds(element("p", "lead").says(&told.begins(here)).end())
        .holds(text_form(here, told, Depth::Plain).end());
    element("div", "below")
        .holds(text.end())
        .holds_all(sources_of_own(here, &told.lesson.sources(), own))
        .end()
}

fn folded(here: &Here, lesson: &Lesson, own: &Own) -> Html {
    element("details", "text deeper")
        .holds(here.line("summary", "", "page-text"))
        .holds(text_form(here, &Told::of(lesson), Depth::Plain).end())
        .holds_all(sources_of_own(here, &lesson.sources(), own))
        .end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::open;
    use crate::text::english;

    #[test]
    fn a_lesson_of_ones_own_has_its_words_and_documents_on_both_pages() {
        let json = include_str!("../../assets/examples/one-question-too-many.json");
        let (lesson, own) = open(&json.replace("\"seed\"", "\"chapter\": 4, \"seed\"")).unwrap();
        let [whole, framed] = own_pages(&Words::native(english()), &lesson, &own);
        assert_eq!(whole.path, "lessons/my-first-lesson/");
        assert_eq!(framed.path, "embed/lessons/my-first-lesson/");
        for page in [&whole, &framed] {
            assert_eq!(page.heading, "One question too many");
            assert_eq!(page.description, "Can a stranger simply ask where you are?");
            assert_eq!(page.lesson.as_deref(), Some("my-first-lesson"));
            assert_eq!(page.plays.as_ref().unwrap().chapter, 0);
            for said in [
                "Nobody looked at the question, so it was answered.",
                "A question that nobody outside needs can be stopped at the border.",
                "A handbook of our own course, page 12",
                "https://course.example/handbook",
                "SS7 Security Guide: Category 1",
            ] {
                assert!(page.below.contains(said), "{said}: {}", page.below);
            }
            // Nobody has looked at it.
            assert!(!page.below.contains("href=\"https://course.example"));
            assert!(!page.below.contains("last held against"));
            assert!(!format!("{}{}", page.below, page.still).contains('⟦'));
        }
        assert!(framed.embed && !whole.embed);
    }
}
