//! What is said of a sandbox's lesson: its title and question, and of each question who asks. The rest is
//! what every lesson says.

use super::base::Bases;
use super::setting::{OFFERED, Setting};
use crate::lesson::Lesson;
use crate::lesson::SANDBOX;
use crate::signalling::OperationId;
use crate::text::{Part, Pattern, Table, Value, Words, id};

/// Every operation that a sandbox can come to speak of.
pub fn operations(bases: &Bases) -> Vec<OperationId> {
    let acts = bases.chapters.iter().flat_map(|lesson| &lesson.acts);
    let asked = acts.flat_map(|act| [Some(act.operation), act.manner.inside]).flatten();
    let mut all: Vec<OperationId> = Vec::new();
    let mut open: Vec<OperationId> = OFFERED.into_iter().chain(asked).collect();
    while let Some(operation) = open.pop() {
        if !all.contains(&operation) {
            all.push(operation);
            open.extend(operation.row().inside);
        }
    }
    all
}

/// Whether the form says a message, beside what a lesson says.
pub fn needs(key: &str) -> bool {
    let id = key.split_once('.').map_or(key, |(id, _)| id);
    let title = id.strip_prefix("lesson-").is_some_and(is_chapter);
    title || ["sandbox-", "sender-", "notice-"].iter().any(|start| id.starts_with(start))
}

fn is_chapter(id: &str) -> bool {
    crate::lesson::CHAPTERS.iter().any(|(_, chapter)| *chapter == id)
}

/// The words that go along with a lesson to the player: `own`, which every sandbox can say, and what is said
/// of this one.
pub fn told(
    words: &Words,
    own: &Table,
    bases: &Bases,
    setting: &Setting,
    lesson: &Lesson,
) -> Table {
    let mut said: Vec<(String, Pattern)> = Vec::new();
    let mut say = |key: &str, pattern: Pattern| {
        let end = if key.is_empty() { String::new() } else { format!("-{key}") };
        said.push((format!("lesson-{SANDBOX}{end}"), pattern));
    };
    say("", vec![Part::Text(title(words, bases, setting))]);
    for (key, line) in
        [("question", id::SANDBOX_LESSON_QUESTION), ("opening", id::SANDBOX_LESSON_OPENING)]
    {
        say(key, vec![Part::Text(words.line(line))]);
    }
    for (act, &ask) in lesson.acts.iter().zip(&setting.asks) {
        let sender = bases.sender(setting.from, ask);
        let line = words.line(&format!("sandbox-sent-{}", sender.id()));
        say(&format!("{}-sent", act.id), vec![Part::Text(line)]);
    }
    let all = own.messages().map(|(key, pattern)| (key.to_owned(), pattern.clone()));
    Table::new(own.lang.clone(), own.direction, all.chain(said).collect::<Vec<_>>())
}

fn title(words: &Words, bases: &Bases, setting: &Setting) -> String {
    let Some(number) = setting.from else { return words.line(id::SANDBOX_LESSON) };
    let title = words.line(&format!("lesson-{}", bases.lesson(setting.from).id));
    let args = [("number", Value::Number(number.into())), ("title", Value::Text(&title))];
    words.say(id::SANDBOX_LESSON_FROM, &args)
}

/// A lesson and its words as the player unpacks them; between the two `nothing`, a recording in which nothing
/// is recorded, packed where recordings are.
pub fn packed(lesson: &Lesson, nothing: &[u8], said: &Table) -> Vec<u8> {
    let lesson = postcard::to_allocvec(lesson).unwrap_or_default();
    let said = postcard::to_allocvec(said).unwrap_or_default();
    [lesson.as_slice(), nothing, said.as_slice()].concat()
}
