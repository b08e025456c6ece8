//! The course structure of a cmi5 package (cmi5 Quartz, 13): an assignable unit for each chapter, which is
//! done with once its reader has completed it.

use super::contents::{Chapter, Contents, line};
use super::ids::urn;
use super::xml::{element, file, says};
use whereabouts::text::Words;

pub const MANIFEST: &str = "cmi5.xml";

pub const STRUCTURE: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
const LESSON: &str = "http://adlnet.gov/expapi/activities/lesson";

pub fn manifest(words: &Words, name: &str, chapters: &[Chapter], _: &Contents) -> Vec<u8> {
    let text =
        |name: &str, text: &str| element(name, &[], &[says("langstring", &[("lang", "en")], text)]);
    let (title, lead) = match chapters {
        [only] => (only.title.clone(), only.question.clone()),
        _ => (words.line("package-course"), words.line("page-lead")),
    };
    let description = format!("{lead} {}", line(words, "package-licence", chapters));
    let course = urn(&format!("the course {name}"));
    let about = [text("title", &title), text("description", &description)];
    let mut inside = vec![element("course", &[("id", &course)], &about)];
    inside.extend(chapters.iter().map(|chapter| {
        element(
            "au",
            &[
                ("id", &urn(&called(chapter))),
                ("launchMethod", "AnyWindow"),
                ("moveOn", "Completed"),
                ("activityType", LESSON),
            ],
            &[
                text("title", &chapter.title),
                text("description", &chapter.question),
                says("url", &[], &chapter.page),
            ],
        )
    }));
    file(&element("courseStructure", &[("xmlns", STRUCTURE)], &inside))
}

/// What its name for all time is made from.
fn called(chapter: &Chapter) -> String {
    if chapter.is_own() {
        return format!("the lesson {} that somebody has made", chapter.id);
    }
    format!("chapter {}", chapter.number)
}
