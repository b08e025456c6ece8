//! The lesson file: who takes part, which gates there are, and what is asked in which order.
//!
//! [`parse`] reads a file and gives either a lesson that every later room may rely on, or a list of
//! [`Diagnostic`]s: all of them at once, each with the path of its field. It does not panic on any
//! input. What happens in a lesson is not written in it: `run` works it out.
#![deny(clippy::indexing_slicing, clippy::arithmetic_side_effects)]

mod check;
mod diagnostic;
pub mod file;
#[cfg(not(target_arch = "wasm32"))]
pub mod follows;
mod migrate;
mod model;
mod names;
mod own;
#[cfg(not(target_arch = "wasm32"))]
pub mod report;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod sources;
mod strict;
#[cfg(not(target_arch = "wasm32"))]
pub mod teaching;

pub(crate) use strict::Strict;

#[cfg(not(target_arch = "wasm32"))]
pub use diagnostic::explain_all;
pub use diagnostic::{Code, Diagnostic, explain};
pub use model::{
    Act, ActId, Asking, Claim, Claims, Gate, GateId, GateRule, Lesson, Manner, Past, Predict,
    Traveller,
};

pub use names::{CHAPTERS, Named, QUESTIONS, question_id};
pub use own::{FATES, Own, OwnSource, WHOLE};
pub use sources::{CHECKED, SOURCES, Source, SourceId};

/// The version of the format that this program reads and writes.
pub const FORMAT: u32 = 2;

/// The id of every lesson that the sandbox makes.
pub const SANDBOX: &str = "sandbox";

/// The chapters' files, in their order. The page has none of them: it fetches what they are packed into.
pub const FILES: [&str; 10] = [
    include_str!("../../assets/lessons/a-phone-goes-abroad.json"),
    include_str!("../../assets/lessons/why-networks-ask.json"),
    include_str!("../../assets/lessons/anyone-may-ask.json"),
    include_str!("../../assets/lessons/two-questions.json"),
    include_str!("../../assets/lessons/a-borrowed-name.json"),
    include_str!("../../assets/lessons/a-rented-name.json"),
    include_str!("../../assets/lessons/new-envelopes.json"),
    include_str!("../../assets/lessons/blind-spots.json"),
    include_str!("../../assets/lessons/a-crowd.json"),
    include_str!("../../assets/lessons/the-reported-case.json"),
];

/// The most of each thing that a lesson may hold. They bound the time and memory of a run.
pub mod limits {
    /// Bytes of the file.
    pub const BYTES: usize = 256 * 1024;
    /// Home, visited, and three partners: as many as have room in a picture on a phone.
    pub const NETWORKS: usize = 5;
    pub const CARRIERS: usize = 4;
    pub const ACTS: usize = 40;
    /// A border and an exit for each network, and one with each carrier.
    pub const GATES: usize = NETWORKS * 2 + CARRIERS;
    pub const LEASES: usize = 16;
    /// Sentences of the lesson's own.
    pub const CLAIMS: usize = 400;
    /// Items of any other list.
    pub const LIST: usize = 100;
    /// Questions that were asked before the lesson began, of one kind.
    pub const TIMES: u32 = 100_000;
    /// Problems that are told at once.
    pub const PROBLEMS: usize = 100;
    /// Characters of a name that readers see.
    pub const NAME: usize = 24;
    /// Characters of an id.
    pub const ID: usize = 40;
    /// Characters of a lesson's title.
    pub const TITLE: usize = 80;
    /// Characters of a sentence, or of a few that belong together.
    pub const SAYS: usize = 600;
    /// Documents of a lesson's own.
    pub const SOURCES: usize = 64;
    /// Characters of the title of a document, and of where it is.
    pub const SOURCE: usize = 200;
    /// Events of a run, which follows from the rest: an act is a question with one inside it and perhaps
    /// one in that, and their answers, each of which crosses four places at most.
    pub const EVENTS: usize = 1_500;
    /// The longest run on the reader's clock, in milliseconds; likewise.
    pub const MILLISECONDS: u32 = 75 * 60 * 1000;
}

/// Reads and checks a lesson file.
pub fn parse(json: &str) -> Result<Lesson, Vec<Diagnostic>> {
    open(json).map(|(lesson, _)| lesson)
}

/// Reads and checks a lesson file, and gives what it brings along beside its course: its own words, and
/// documents that only it cites.
pub fn open(json: &str) -> Result<(Lesson, Own), Vec<Diagnostic>> {
    let mut reading = file::read(json);
    let mut problems = Vec::new();
    let file = reading.file.take();
    let lesson = file.as_ref().and_then(|file| check::check(file, &mut problems));
    for problem in &mut problems {
        reading.restore(&mut problem.path);
    }
    problems.retain(|problem| !reading.explains(problem));
    reading.problems.append(&mut problems);
    reading.problems.truncate(limits::PROBLEMS);
    match (lesson, file) {
        (Some(lesson), Some(file)) if reading.problems.is_empty() => Ok((lesson, Own::of(&file))),
        _ => Err(reading.problems),
    }
}
