//! The manifest of a SCORM 1.2 package (SCORM Content Aggregation Model 1.2, 2.3): an item and a sharable
//! content object for each chapter, every file that it needs, and what is said of the whole in IMS's metadata.

use super::contents::{Chapter, Contents, line};
use super::xml::{element, file, says};
use std::collections::BTreeSet;
use whereabouts::VERSION;
use whereabouts::text::Words;

pub const MANIFEST: &str = "imsmanifest.xml";

pub const CONTENT: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
pub const SCORM: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
pub const LEARNING: &str = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1";

/// What several chapters need.
const SHARED: &str = "shared";

pub fn manifest(words: &Words, name: &str, chapters: &[Chapter], contents: &Contents) -> Vec<u8> {
    let title = title(words, chapters);
    let items = chapters.iter().map(|chapter| {
        let (item, resource) = (item(chapter), resource(chapter));
        element(
            "item",
            &[("identifier", &item), ("identifierref", &resource), ("isvisible", "true")],
            &[says("title", &[], &chapter.title)],
        )
    });
    let inside: Vec<String> = [says("title", &[], &title)].into_iter().chain(items).collect();
    let organization = element("organization", &[("identifier", "whereabouts")], &inside);
    let root = element(
        "manifest",
        &[("identifier", name), ("version", VERSION), ("xmlns", CONTENT), ("xmlns:adlcp", SCORM)],
        &[
            element(
                "metadata",
                &[],
                &[
                    says("schema", &[], "ADL SCORM"),
                    says("schemaversion", &[], "1.2"),
                    learning(words, &title, chapters),
                ],
            ),
            element("organizations", &[("default", "whereabouts")], &[organization]),
            element("resources", &[], &resources(chapters, contents)),
        ],
    );
    file(&root)
}

/// The whole, or its only chapter.
fn title(words: &Words, chapters: &[Chapter]) -> String {
    match chapters {
        [only] => only.title.clone(),
        _ => words.line("package-course"),
    }
}

fn item(chapter: &Chapter) -> String {
    if chapter.is_own() {
        format!("item-{}", chapter.id)
    } else {
        format!("item-{:02}", chapter.number)
    }
}

fn resource(chapter: &Chapter) -> String {
    if chapter.is_own() {
        return format!("lesson-{}", chapter.id);
    }
    format!("chapter-{:02}", chapter.number)
}

/// A resource for each chapter with what only it needs, and one with what they share.
fn resources(chapters: &[Chapter], contents: &Contents) -> Vec<String> {
    let needed: Vec<BTreeSet<&str>> =
        chapters.iter().map(|chapter| contents.needed_by(&chapter.page)).collect();
    let count = |name: &str| needed.iter().filter(|needed| needed.contains(name)).count();
    let shared: Vec<&str> =
        contents.files.keys().map(String::as_str).filter(|name| count(name) > 1).collect();
    let files = |names: &mut dyn Iterator<Item = &&str>| -> Vec<String> {
        names.map(|name| element("file", &[("href", name)], &[])).collect()
    };
    let mut all: Vec<String> = Vec::new();
    for (chapter, needed) in chapters.iter().zip(&needed) {
        let mut inside = files(&mut needed.iter().filter(|name| !shared.contains(*name)));
        if !shared.is_empty() {
            inside.push(element("dependency", &[("identifierref", SHARED)], &[]));
        }
        let attributes = [
            ("identifier", &resource(chapter)[..]),
            ("type", "webcontent"),
            ("adlcp:scormtype", "sco"),
            ("href", &chapter.page),
        ];
        all.push(element("resource", &attributes, &inside));
    }
    if !shared.is_empty() {
        let attributes =
            [("identifier", SHARED), ("type", "webcontent"), ("adlcp:scormtype", "asset")];
        all.push(element("resource", &attributes, &files(&mut shared.iter())));
    }
    all
}

/// What is said of the whole (IMS Learning Resource Metadata 1.2.1), with all that SCORM wants of a package
/// that says anything (CAM 2.2.4).
fn learning(words: &Words, title: &str, chapters: &[Chapter]) -> String {
    let text = |name: &str, text: &str| {
        element(name, &[], &[says("langstring", &[("xml:lang", "en")], text)])
    };
    let chosen = |name: &str, value: &str| {
        let source = says("langstring", &[("xml:lang", "x-none")], "LOMv1.0");
        let value = says("langstring", &[("xml:lang", "x-none")], value);
        let inside = [element("source", &[], &[source]), element("value", &[], &[value])];
        element(name, &[], &inside)
    };
    let lead = match chapters {
        [only] => only.question.clone(),
        _ => words.line("page-lead"),
    };
    let keywords = words.line("package-keywords");
    let mut general = vec![text("title", title), says("language", &[], "en")];
    general.push(text("description", &lead));
    general.extend(keywords.split(", ").map(|keyword| text("keyword", keyword)));
    element(
        "lom",
        &[("xmlns", LEARNING)],
        &[
            element("general", &[], &general),
            element("lifecycle", &[], &[text("version", VERSION), chosen("status", "Final")]),
            element("metametadata", &[], &[says("metadatascheme", &[], "ADL SCORM 1.2")]),
            element(
                "technical",
                &[],
                &[says("format", &[], "text/html"), says("location", &[("type", "URI")], "./")],
            ),
            element(
                "rights",
                &[],
                &[
                    chosen("cost", "no"),
                    chosen("copyrightandotherrestrictions", "yes"),
                    text("description", &line(words, "package-licence", chapters)),
                ],
            ),
            element(
                "classification",
                &[],
                &[
                    chosen("purpose", "Educational Objective"),
                    text("description", &words.line("page-lead")),
                    text("keyword", keywords.split(", ").next().unwrap_or_default()),
                ],
            ),
        ],
    )
}
