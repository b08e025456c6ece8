//! Where a reader is, as JSON for the scripts that tell it to others. Whole numbers, words of the address, and the
//! chapter's title.

use super::Progress;
use crate::link::{filters_name, write};
use crate::playback;
use crate::reader::Session;
use crate::text::Depth;

/// The report on a session. `notices` says how many settings that somebody asked for were not understood, the last
/// time; `title` is what the chapter is called.
pub fn report(session: &Session, progress: &Progress, title: &str, notices: usize) -> String {
    let (lesson, run, moment) = (&session.lesson, &session.run, session.moment());
    let passed = run.stops.iter().filter(|stop| stop.at <= moment);
    let (act, hop) = passed
        .filter_map(|stop| stop.step)
        .next_back()
        .and_then(|(act, hop)| Some((lesson.act(act)?.id.as_str(), hop)))
        .unwrap_or_default();
    let mut out = Object::default();
    out.text("lesson", &lesson.id);
    out.number("chapter", lesson.chapter.into());
    out.text("title", title);
    out.number("moment", moment.0);
    out.number("length", run.length.0);
    out.truth("playing", session.playing);
    out.text("speed", session.view.speed.name());
    out.number("step", playback::scene(run, moment).beat as u32 + 1);
    out.number("steps", run.beats.len() as u32);
    out.text("act", act);
    out.number("hop", hop.into());
    out.text("filters", &filters_name(lesson, &session.choices));
    out.text("depth", if session.view.depth == Depth::Engineer { "engineer" } else { "plain" });
    out.truth("lanes", session.beside().is_some());
    out.text("address", &write(&session.address()));
    out.truth("asked", session.is_asked());
    let answer = progress.answer.map(|(said, is)| {
        let mut out = Object::default();
        out.truth("said", said);
        out.truth("is", is);
        out.end()
    });
    out.raw("answer", answer.as_deref().unwrap_or("null"));
    out.truth("completed", progress.completed(session));
    out.text("progress", &progress.write());
    out.number("notices", notices as u32);
    out.end()
}

/// A JSON object that is being written.
#[derive(Default)]
struct Object(String);

impl Object {
    fn raw(&mut self, name: &str, value: &str) {
        let sign = if self.0.is_empty() { "{\"" } else { ",\"" };
        for part in [sign, name, "\":", value] {
            self.0.push_str(part);
        }
    }

    fn number(&mut self, name: &str, value: u32) {
        self.raw(name, &value.to_string());
    }

    fn truth(&mut self, name: &str, value: bool) {
        self.raw(name, if value { "true" } else { "false" });
    }

    fn text(&mut self, name: &str, value: &str) {
        let mut quoted = String::from("\"");
        for letter in value.chars() {
            match letter {
                '"' | '\\' => quoted.extend(['\\', letter]),
                // No word of ours has any.
                letter if letter < ' ' => quoted.push(' '),
                letter => quoted.push(letter),
            }
        }
        quoted.push('"');
        self.raw(name, &quoted);
    }

    fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}
