//! A lesson in the making: its text, what can be read of it, what is wrong with it, and the way back.

use super::change::Change;
use crate::lesson::file::{self, LessonFile};
use crate::lesson::{self, Diagnostic, Lesson, Own, limits};

/// So many steps can be taken back.
pub const MOST_STEPS: usize = 100;
/// And so many bytes are kept for that.
const MOST_KEPT: usize = 4 * limits::BYTES;

/// A lesson in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    text: String,
    /// What could be read last.
    file: LessonFile,
    /// Whether that is all that the text says.
    whole: bool,
    problems: Vec<Diagnostic>,
    /// The lesson that could be played last, with its words.
    lesson: Option<(Lesson, Own)>,
    before: Vec<String>,
    after: Vec<String>,
    /// What was changed last: the same again is the same step.
    last: Option<String>,
}

impl Draft {
    pub fn of(text: &str) -> Draft {
        let mut draft = Draft {
            text: String::new(),
            file: LessonFile::default(),
            whole: false,
            problems: Vec::new(),
            lesson: None,
            before: Vec::new(),
            after: Vec::new(),
            last: None,
        };
        draft.put(text.to_owned());
        draft
    }

    /// The file as it stands there, with whatever is wrong with it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What a form shows: what could be read of the text, or of the last one that could be read.
    pub fn file(&self) -> &LessonFile {
        &self.file
    }

    /// Whether a form may change it: nothing that stands in the text would be lost.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// The lesson, or the last one that there was nothing wrong with.
    pub fn lesson(&self) -> Option<&(Lesson, Own)> {
        self.lesson.as_ref()
    }

    /// Whether the lesson is what the text says.
    pub fn is_played(&self) -> bool {
        self.lesson.is_some() && self.problems.is_empty()
    }

    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    /// Somebody types in the text itself.
    pub fn typed(&mut self, text: &str) {
        self.step("", text.to_owned());
    }

    /// Another file in the place of this one. One can come back to this.
    pub fn replaced(&mut self, text: &str) {
        self.last = None;
        self.step("", text.to_owned());
        self.last = None;
    }

    /// A change in the form. Nothing happens where the form shows less than the text says.
    pub fn change(&mut self, change: &Change) {
        if !self.whole {
            return;
        }
        let mut file = self.file.clone();
        change.make(&mut file);
        if let Change::Field(path, _) = change
            && path.ends_with(".operation")
        {
            add_nodes(&mut file);
        }
        self.step(&change.about(), file::write(&file));
    }

    pub fn undo(&mut self) {
        if let Some(text) = self.before.pop() {
            self.after.push(std::mem::take(&mut self.text));
            self.last = None;
            self.put(text);
        }
    }

    pub fn redo(&mut self) {
        if let Some(text) = self.after.pop() {
            self.before.push(std::mem::take(&mut self.text));
            self.last = None;
            self.put(text);
        }
    }

    fn step(&mut self, about: &str, text: String) {
        if text == self.text {
            return;
        }
        if self.last.as_deref() != Some(about) {
            self.before.push(std::mem::take(&mut self.text));
            self.last = Some(about.to_owned());
            self.forget();
        }
        self.after.clear();
        self.put(text);
    }

    /// Lets go of the oldest steps where there are too many, or too large ones.
    fn forget(&mut self) {
        let mut kept = 0_usize;
        let fits = |text: &&String| {
            kept = kept.saturating_add(text.len());
            kept <= MOST_KEPT
        };
        let fit = self.before.iter().rev().take(MOST_STEPS).take_while(fits).count();
        // The last one is kept whatever its size: nothing that was typed is lost in one step.
        let fit = fit.max(1);
        self.before.drain(..self.before.len().saturating_sub(fit));
    }

    fn put(&mut self, text: String) {
        let read = lesson::open(&text);
        let reading = file::read(&text);
        self.whole = reading.file.is_some() && reading.problems.is_empty();
        if let Some(file) = reading.file {
            self.file = file;
        }
        match read {
            Ok(lesson) => {
                self.lesson = Some(lesson);
                self.problems.clear();
            }
            Err(problems) => self.problems = problems,
        }
        self.text = text;
    }
}

/// Gives networks the nodes without which the questions of a lesson could not be asked.
fn add_nodes(file: &mut LessonFile) {
    let Err(problems) = lesson::open(&file::write(file)) else { return };
    for problem in problems.iter().filter(|problem| problem.code == lesson::Code::MissingNode) {
        let place = problem.path.strip_prefix("networks[").and_then(|rest| rest.split_once(']'));
        let at = place.and_then(|(at, _)| at.parse().ok());
        let role = crate::signalling::Role::all().find(|role| role.id() == problem.expected);
        if let Some((at, role)) = at.zip(role) {
            Change::Node(at, role, true).make(file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn example() -> Draft {
        Draft::of(include_str!("../../assets/examples/one-question-too-many.json"))
    }

    fn titled(title: &str) -> Change {
        Change::Field("words.title".into(), json!(title))
    }

    #[test]
    fn a_change_is_written_into_the_text_and_can_be_taken_back() {
        let mut draft = example();
        let first = draft.text().to_owned();
        draft.change(&titled("A"));
        assert!(draft.text().contains("\"title\": \"A\"") && draft.is_played());
        draft.undo();
        assert_eq!(draft.text(), first);
        draft.redo();
        assert!(draft.text().contains("\"title\": \"A\"") && !draft.can_redo());
    }

    #[test]
    fn what_is_typed_in_one_place_is_one_step() {
        let mut draft = example();
        let first = draft.text().to_owned();
        ["A", "A f", "A fo", "A fox"].iter().for_each(|title| draft.change(&titled(title)));
        draft.undo();
        assert_eq!(draft.text(), first);
        assert!(!draft.can_undo());
    }

    #[test]
    fn what_is_wrong_stays_as_it_was_typed_and_the_last_lesson_goes_on() {
        let mut draft = example();
        draft.typed("{ \"format\": 2, ");
        assert_eq!(draft.text(), "{ \"format\": 2, ");
        assert!(!draft.is_whole() && !draft.is_played() && draft.lesson().is_some());
        assert_eq!(draft.file().id, "my-first-lesson");
        assert_eq!(draft.problems().len(), 1);
        // The form would lose it.
        draft.change(&titled("A"));
        assert_eq!(draft.text(), "{ \"format\": 2, ");
        draft.undo();
        assert!(draft.is_played());
    }

    #[test]
    fn a_field_that_nobody_knows_is_not_lost_by_a_form() {
        let mut draft = example();
        let with = draft.text().replacen("\"seed\": 1", "\"seed\": 1, \"sead\": 2", 1);
        draft.typed(&with);
        draft.change(&titled("A"));
        assert_eq!(draft.text(), with);
    }

    #[test]
    fn what_is_kept_for_the_way_back_is_bounded() {
        let mut draft = example();
        for step in 0..MOST_STEPS * 2 {
            draft.replaced(&format!("{step}"));
        }
        assert_eq!(draft.before.len(), MOST_STEPS);
        let huge = "x".repeat(MOST_KEPT);
        for step in 0..5 {
            draft.replaced(&format!("{step}{huge}"));
        }
        assert!(draft.before.len() <= 2);
        draft.undo();
        assert_eq!(draft.text().len(), MOST_KEPT + 1);
    }

    #[test]
    fn a_question_of_another_generation_brings_the_nodes_that_it_needs() {
        let mut draft = example();
        let to = json!("Insert-Subscriber-Data");
        draft.change(&Change::Field("acts[0].operation".into(), to));
        let missing = draft.problems().iter().any(|p| p.code == lesson::Code::MissingNode);
        assert!(!missing, "{:?}", draft.problems());
    }
}
