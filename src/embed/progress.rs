//! How far a reader has come in a lesson: what has to be seen for it to be completed, and their first answer.
//! A learning platform keeps it as one word between two visits.

use crate::reader::Session;
use crate::run::{Choices, Moment, Run};

/// What was seen and said so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The last beat.
    pub end: bool,
    /// How it ends as the lesson begins, and with the filters that it compares itself with.
    pub without: bool,
    pub with: bool,
    /// The first answer to the lesson's question that could be judged: what was said, and what is so.
    pub answer: Option<(bool, bool)>,
}

impl Progress {
    /// Reads what [`Progress::write`] has written; of anything else as much as can be understood.
    pub fn read(text: &str) -> Progress {
        let has = |word| text.split('.').any(|found| found == word);
        let answers = [(true, true), (true, false), (false, true), (false, false)];
        Progress {
            end: has("end"),
            without: has("without"),
            with: has("with"),
            answer: answers.into_iter().find(|answer| has(answer_word(*answer))),
        }
    }

    /// One word, in the letters a to z and dots.
    pub fn write(&self) -> String {
        let seen = [(self.end, "end"), (self.without, "without"), (self.with, "with")];
        let seen = seen.into_iter().filter(|(seen, _)| *seen).map(|(_, word)| word);
        seen.chain(self.answer.map(answer_word)).collect::<Vec<_>>().join(".")
    }

    /// The progress after somebody has seen this.
    #[must_use]
    pub fn after(self, session: &Session) -> Progress {
        let lesson = &session.lesson;
        let usual = Choices::of(lesson);
        let mut next = self;
        for run in session.shown() {
            let open = session.beside().is_some_and(|beside| std::rc::Rc::ptr_eq(beside, run));
            let choices = if open { &usual } else { &session.choices };
            let decided = session.moment() >= decides(session, run);
            next.without |= decided && *choices == usual;
            next.with |=
                decided && lesson.compare.iter().all(|&(gate, rule)| choices.has(gate, rule));
            next.end |= !open && session.moment() == run.length;
        }
        let foreseen = session.foreseen().map(|foreseen| (foreseen.said, foreseen.is));
        Progress { answer: self.answer.or(foreseen), ..next }
    }

    /// Whether the lesson is completed: its last beat was reached and, where it compares itself, both outcomes
    /// were seen.
    pub fn completed(&self, session: &Session) -> bool {
        let compares = !session.lesson.compare.is_empty();
        self.end && (!compares || self.without && self.with)
    }
}

/// From when on a run's outcome can be seen: that of the act which the reader is asked about, or its end.
fn decides(session: &Session, run: &Run) -> Moment {
    let act = session.lesson.predict.map(|predict| usize::from(predict.act.0));
    let span = act.and_then(|act| run.acts.get(act));
    span.map_or(run.length, |span| span.over)
}

fn answer_word((said, is): (bool, bool)) -> &'static str {
    match (said, is) {
        (true, true) => "yes-right",
        (true, false) => "yes-wrong",
        (false, true) => "no-wrong",
        (false, false) => "no-right",
    }
}
