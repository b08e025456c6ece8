//! Where pages are, seen from the first page of their language.

use crate::lesson::CHAPTERS;

/// The folder of the pages that are made for a frame: each page that plays a lesson has its twin there.
pub const EMBED: &str = "embed/";

/// The lessons of the questions whose tables have a page each. What stands behind the first word is the end of the
/// page's address too.
pub const QUESTIONS: [&str; 16] = [
    "matrix-anytimeinterrogation",
    "matrix-insert-subscriber-data",
    "matrix-lcs-routing-info",
    "matrix-namf-location-providelocationinfo",
    "matrix-ngmlc-location-providelocation",
    "matrix-nudm-mt-providelocationinfo",
    "matrix-nudm-uecm-sendroutinginfoforsm",
    "matrix-provide-location",
    "matrix-providesubscriberinfo",
    "matrix-providesubscriberlocation",
    "matrix-send-routing-info-for-sm",
    "matrix-sendimsi",
    "matrix-sendroutinginfo",
    "matrix-sendroutinginfoforlcs",
    "matrix-sendroutinginfoforsm",
    "matrix-user-data",
];

/// Where a chapter has its page. The first page is about the first chapter.
pub fn page_of(chapter: u8) -> String {
    if chapter == CHAPTERS[0].0 { String::new() } else { format!("chapters/{chapter}/") }
}

/// The lesson with that id, where there is a page for it.
pub fn lesson_named(id: &str) -> Option<&'static str> {
    let chapters = CHAPTERS.into_iter().map(|(_, known)| known);
    chapters.chain(QUESTIONS).find(|known| *known == id)
}

/// Where a lesson has its page, if there is one for it.
pub fn page_of_lesson(id: &str) -> Option<String> {
    if let Some((number, _)) = CHAPTERS.into_iter().find(|(_, known)| *known == id) {
        return Some(page_of(number));
    }
    let question = QUESTIONS.into_iter().find(|known| *known == id)?.strip_prefix("matrix-")?;
    Some(format!("matrix/{question}/"))
}
