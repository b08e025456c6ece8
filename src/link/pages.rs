//! Where pages are, seen from the first page of their language.

use crate::lesson::CHAPTERS;

/// The folder of the pages that are made for a frame: each page that plays a lesson has its twin there.
pub const EMBED: &str = "embed/";

/// Questions whose tables have a page each, by the ends of their lessons' ids, which are the ends of the pages'
/// addresses too.
pub const QUESTIONS: [&str; 16] = [
    "anytimeinterrogation",
    "insert-subscriber-data",
    "lcs-routing-info",
    "namf-location-providelocationinfo",
    "ngmlc-location-providelocation",
    "nudm-mt-providelocationinfo",
    "nudm-uecm-sendroutinginfoforsm",
    "provide-location",
    "providesubscriberinfo",
    "providesubscriberlocation",
    "send-routing-info-for-sm",
    "sendimsi",
    "sendroutinginfo",
    "sendroutinginfoforlcs",
    "sendroutinginfoforsm",
    "user-data",
];

/// Where a chapter has its page. The first page is about the first chapter.
pub fn page_of(chapter: u8) -> String {
    if chapter == CHAPTERS[0].0 { String::new() } else { format!("chapters/{chapter}/") }
}

/// Where a lesson has its page, if there is one for it.
pub fn page_of_lesson(id: &str) -> Option<String> {
    if let Some((number, _)) = CHAPTERS.into_iter().find(|(_, known)| *known == id) {
        return Some(page_of(number));
    }
    let question = id.strip_prefix("matrix-")?;
    QUESTIONS.contains(&question).then(|| format!("matrix/{question}/"))
}
