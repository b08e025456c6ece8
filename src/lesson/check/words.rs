//! A lesson's own words and documents: that they can be read, that somebody asks for them, and that they do
//! not stand in the way of the program's.

use super::Check;
use crate::lesson::SANDBOX;
use crate::lesson::own::{FATES, MATRIX, WHOLE};
use crate::lesson::sources::SourceId;
use crate::lesson::{CHAPTERS, Code, limits};

impl Check<'_> {
    pub(super) fn words(&mut self) {
        let file = self.file;
        let Some(words) = &file.words else { return };
        let chapters = CHAPTERS.into_iter().map(|(_, id)| format!("{id}-"));
        let own = format!("{}-", file.id);
        // Of two names one of which begins with the other, a sentence could be either's.
        let near = |ours: &String| own.starts_with(ours.as_str()) || ours.starts_with(&own);
        if let Some(ours) = chapters.chain([MATRIX.to_owned(), format!("{SANDBOX}-")]).find(near) {
            self.report("id", Code::TakenId, &file.id, ours.trim_end_matches('-'));
        }
        let whole = [
            ("words.title", &words.title, limits::TITLE),
            ("words.question", &words.question, limits::SAYS),
            ("words.predict", &words.predict, limits::SAYS),
        ];
        for (path, text, most) in whole {
            if let Some(text) = text {
                self.text(path, text, most);
            }
        }
        if file.predict.is_some() && words.predict.is_none() {
            self.report("words", Code::MissingField, "predict", "");
        }
        for (name, said) in &words.says {
            let path = format!("words.says.{name}");
            self.name_of_a_sentence(&path, name);
            match &said.engineer {
                None => self.text(&path, &said.plain, limits::SAYS),
                Some(engineer) => {
                    self.text(&format!("{path}.plain"), &said.plain, limits::SAYS);
                    self.text(&format!("{path}.engineer"), engineer, limits::SAYS);
                }
            }
        }
    }

    /// Somebody must ask for it: the lesson as a whole, or an act, for what became of its question.
    fn name_of_a_sentence(&mut self, path: &str, name: &str) {
        let acts = || self.file.acts.iter().map(|act| act.id.as_str());
        let fate = |act: &str| name.strip_prefix(act)?.strip_prefix('-');
        if WHOLE.contains(&name) || acts().filter_map(fate).any(|fate| FATES.contains(&fate)) {
            return;
        }
        // An act that is there, and something that does not become of a question; or no act at all.
        match acts().filter_map(fate).next() {
            Some(fate) => self.report(path, Code::UnknownReference, fate, &FATES.join(", ")),
            None => {
                let acts = acts().map(|act| format!("{act}-…"));
                let known = WHOLE.into_iter().map(str::to_owned).chain(acts);
                let known = known.collect::<Vec<_>>().join(", ");
                self.report(path, Code::UnknownReference, name, &known);
            }
        }
    }

    /// Where a lesson has its own words, a claim is about one of them.
    pub(super) fn is_said(&mut self, path: &str, says: &str) {
        let Some(words) = &self.file.words else { return };
        let asks = [("question", &words.question), ("predict", &words.predict)];
        let asks = asks.iter().filter(|(_, said)| said.is_some()).map(|(name, _)| *name);
        let known: Vec<&str> = words.says.keys().map(String::as_str).chain(asks).collect();
        if !known.contains(&says) {
            self.report(path, Code::UnknownReference, says, &known.join(", "));
        }
    }

    pub(super) fn own_sources(&mut self) {
        let file = self.file;
        for (i, source) in file.sources.iter().enumerate() {
            let at = |field: &str| format!("sources[{i}].{field}");
            self.id(&at("id"), &source.id);
            let twin = file.sources.iter().take(i).any(|earlier| earlier.id == source.id);
            if twin || SourceId::named(&source.id).is_some() {
                self.report(&at("id"), Code::Duplicate, &source.id, "");
            }
            self.text(&at("title"), &source.title, limits::SOURCE);
            if let Some(place) = &source.place {
                self.text(&at("where"), place, limits::SOURCE);
            }
        }
    }

    /// A text for readers: not empty, not too long, and all of it to be seen.
    fn text(&mut self, path: &str, text: &str, most: usize) {
        let len = if is_blank(text) { 0 } else { text.chars().count() };
        if len == 0 || len > most {
            self.report(path, Code::BadText, &len.to_string(), &most.to_string());
        }
        self.seen(path, text);
    }

    /// No character of it is hidden from those who read it.
    pub(super) fn seen(&mut self, path: &str, text: &str) {
        if let Some(hidden) = text.chars().find(|&c| is_hidden(c)) {
            let code = format!("U+{:04X}", u32::from(hidden));
            self.report(path, Code::Hidden, &code, "");
        }
    }
}

/// Whether there is nothing to read.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || has_no_width(c))
}

/// Control characters, line breaks among them; what turns or closes off the direction of writing, with which a
/// text can be made to read otherwise than it is written; and letters that are only for machines.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
        )
}

/// Characters without a shape, which some scripts need between others.
fn has_no_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}
