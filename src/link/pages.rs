//! Where pages are, seen from the first page of their language.

use crate::lesson::{CHAPTERS, Named, question_id};

/// The folder of the pages that are made for a frame: each page that plays a lesson has its twin there.
pub const EMBED: &str = "embed/";

/// Where a lesson of somebody's own is played and changed.
pub const WORKSHOP: &str = "workshop/";

/// Where a chapter has its page. The first page is about the first chapter.
pub fn page_of(chapter: u8) -> String {
    if chapter == CHAPTERS[0].0 { String::new() } else { format!("chapters/{chapter}/") }
}

/// Where a lesson has its page.
pub fn page_of_lesson(lesson: Named) -> String {
    match lesson {
        Named::Chapter(number) => page_of(number),
        Named::Question(operation) => {
            let id = question_id(operation);
            format!("matrix/{}/", id.strip_prefix("matrix-").unwrap_or(&id))
        }
    }
}
