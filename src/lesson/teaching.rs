//! The teacher's guide: its parts in their order. The words are in `teaching.ftl`. Only programs that build pages have
//! this; `docs/teaching.md` is made from it too (`tests/teaching.rs`).

/// A plan for a lesson of so many minutes; each step is called `teaching-<minutes>-<number>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    pub minutes: u8,
    pub steps: &'static [Step],
}

/// A step of a plan: from which minute on, and what is shown, seen from the first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub from: u8,
    pub page: &'static str,
}

const fn step(from: u8, page: &'static str) -> Step {
    Step { from, page }
}

/// How many lines there are under a heading, `teaching-<id>` with `teaching-<id>-<number>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: &'static str,
    pub lines: usize,
}

pub const AIMS: Section = Section { id: "aims", lines: 4 };
pub const BEFORE: Section = Section { id: "before", lines: 4 };
pub const CASE: Section = Section { id: "case", lines: 6 };
pub const WAYS: Section = Section { id: "ways", lines: 7 };

#[rustfmt::skip]
pub const PLANS: [Plan; 2] = [
    Plan { minutes: 20, steps: &[
        step(0, "#present=on"),
        step(3, "#present=on&at=arrival.0"),
        step(6, "chapters/4/#present=on"),
        step(12, "chapters/4/#present=on&at=second-question.0"),
        step(15, "chapters/4/#at=second-question.0&filters=visited.home-match&lanes=both"),
        step(18, "chapters/4/#present=on&at=end"),
    ] },
    Plan { minutes: 45, steps: &[
        step(0, "#present=on"),
        step(6, "chapters/2/#present=on"),
        step(11, "chapters/3/#present=on&at=one-question.0"),
        step(17, "chapters/4/#present=on"),
        step(26, "chapters/6/#present=on&at=from-a-partner.0"),
        step(32, "you-are-the-filter/#seed=7"),
        step(41, "chapters/10/#present=on&at=end"),
    ] },
];

/// The scenes of the questions, seen from the first page: `teaching-question-<number>` and
/// `teaching-answer-<number>`.
pub const SCENES: [&str; 10] = [
    "#at=end",
    "chapters/2/#at=text-where.0",
    "chapters/3/#at=one-question.0&filters=home.unexpected-operation",
    "chapters/4/#at=second-question.0",
    "chapters/4/#at=second-question.0&filters=visited.home-match&lanes=both",
    "chapters/5/#at=forged-question.0",
    "chapters/6/#at=from-the-home.0&filters=visited.home-match",
    "chapters/7/#at=oldest-door.0",
    "chapters/8/#at=new-addresses.0",
    "chapters/9/#at=a-day-later.0&filters=visited.home-match,visited.volume",
];
