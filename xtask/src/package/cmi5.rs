//! The course structure of a cmi5 package (cmi5 Quartz, 13): an assignable unit for each chapter, which is
//! done with once its reader has completed it.

use super::contents::{Chapter, Contents};
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
    let description = format!("{lead} {}", words.line("package-licence"));
    let course = urn(&format!("the course {name}"));
    let about = [text("title", &title), text("description", &description)];
    let mut inside = vec![element("course", &[("id", &course)], &about)];
    inside.extend(chapters.iter().map(|chapter| {
        element(
            "au",
            &[
                ("id", &urn(&format!("chapter {}", chapter.number))),
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
