//! What several test files need: the built-in lessons, variants of them made by editing their JSON,
//! and short ways to ask what became of an act.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod chance;
pub mod spoil;

use serde_json::Value;
use whereabouts::judge::Outcome;
use whereabouts::lesson::{self, ActId, GateId, Lesson};
use whereabouts::link;
use whereabouts::run::{Choices, Fate, Kind, Ledger, Message, MessageId, Run, run};
use whereabouts::signalling::{Fact, Facts, Party};
use whereabouts::text::{Words, english};

pub use whereabouts::lesson::FILES as BUILT_IN;

/// Lessons that are no chapters, with words of their own: names of their files, and what stands in them.
pub const EXAMPLES: [(&str, &str); 3] = [
    ("one-question-too-many", include_str!("../../assets/examples/one-question-too-many.json")),
    ("where-a-text-goes", include_str!("../../assets/examples/where-a-text-goes.json")),
    ("an-old-table", include_str!("../../assets/examples/an-old-table.json")),
];

pub const ANYONE_MAY_ASK: &str = BUILT_IN[2];
pub const TWO_QUESTIONS: &str = BUILT_IN[3];
pub const A_BORROWED_NAME: &str = BUILT_IN[4];
pub const A_RENTED_NAME: &str = BUILT_IN[5];

/// A lesson from its text; a problem in it fails the test in words.
pub fn lesson(json: &str) -> Lesson {
    lesson::parse(json).unwrap_or_else(|problems| {
        let words = Words::native(english());
        let lines = problems.iter().map(|problem| lesson::explain(problem, &words) + "\n");
        panic!("this lesson has problems:\n{}", lines.collect::<String>())
    })
}

/// "Two questions" without what it asks the reader and compares itself with: whoever changes its acts
/// and gates takes away what those speak of.
pub fn two_questions() -> Value {
    let mut json: Value = serde_json::from_str(TWO_QUESTIONS).unwrap();
    let fields = json.as_object_mut().unwrap();
    fields.retain(|field, _| !["predict", "compare"].contains(&field.as_str()));
    json
}

/// "Two questions", changed.
pub fn variant(change: impl FnOnce(&mut Value)) -> Lesson {
    let mut json = two_questions();
    change(&mut json);
    lesson(&json.to_string())
}

/// The filters with these names, and no others.
pub fn only(lesson: &Lesson, filters: &str) -> Choices {
    link::filters(lesson, filters).unwrap_or_else(|name| panic!("no filter {name}"))
}

/// Every filter that a lesson offers, as `gate.rule`.
pub fn offered(lesson: &Lesson) -> Vec<String> {
    let names = |gate: &lesson::Gate| {
        let name = |rule: &lesson::GateRule| format!("{}.{}", gate.id, rule.rule.id());
        gate.rules.iter().map(name).collect::<Vec<_>>()
    };
    lesson.gates.iter().flat_map(names).collect()
}

/// Every combination of the filters that a lesson offers.
pub fn all_choices(lesson: &Lesson) -> impl Iterator<Item = Choices> {
    let gates = (0..).map(GateId).zip(&lesson.gates);
    let all: Vec<_> =
        gates.flat_map(|(id, gate)| gate.rules.iter().map(move |rule| (id, rule.rule))).collect();
    (0..1u32 << all.len()).map(move |bits| {
        let on = all.iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0);
        on.map(|(_, &filter)| filter).collect()
    })
}

/// What a party truly knows when everything is over.
pub fn knows_in_the_end(run: &Run, party: Party) -> Facts {
    Ledger::at(run, run.length).known(party)
}

/// Whether the third party has found the traveller in the end.
pub fn located(lesson: &Lesson, filters: &str) -> bool {
    let run = run(lesson, &only(lesson, filters));
    knows_in_the_end(&run, Party::ThirdParty).has(Fact::Cell)
}

/// The question that an act begins with, unless it was not asked.
pub fn question<'r>(lesson: &Lesson, run: &'r Run, act: &str) -> Option<(MessageId, &'r Message)> {
    let mut messages = (0..).map(MessageId).zip(&run.messages);
    messages.find(|(_, message)| {
        let of = lesson.act(message.act).is_some_and(|candidate| candidate.id == act);
        of && message.is_request() && message.inside.is_none()
    })
}

/// The answer to a question, if it got one.
pub fn answer(run: &Run, question: MessageId) -> Option<&Message> {
    run.messages.iter().find(|message| message.kind == Kind::Answer { to: question })
}

pub fn party(lesson: &Lesson, id: &str) -> Party {
    lesson.parties().find(|&party| lesson.party_id(party) == id).unwrap()
}

/// What became of an act's own question, read off the run of the whole lesson.
pub fn outcome(lesson: &Lesson, run: &Run, act: ActId) -> Outcome {
    let asked =
        run.messages.iter().position(|m| m.act == act && m.inside.is_none() && m.is_request());
    let asked = asked.unwrap_or_else(|| panic!("not asked: {:?}", run.not_asked));
    let id = MessageId(asked as u16);
    let answer = run.messages.iter().find(|message| message.kind == Kind::Answer { to: id });
    let elsewhere = answer.is_some_and(|answer| answer.fate == Fate::Elsewhere);
    match run.message(id).unwrap().fate {
        Fate::Stopped(_) if lesson.act(act).unwrap().honest => Outcome::WronglyStopped,
        Fate::Stopped(_) => Outcome::Stopped,
        _ if elsewhere => Outcome::AnsweredElsewhere,
        Fate::Masked(_) => Outcome::Masked,
        _ => Outcome::Answered,
    }
}

/// The files of a folder under `tests/` with an ending, by name, sorted.
pub fn files(folder: &str, ending: &str) -> Vec<std::path::PathBuf> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = std::fs::read_dir(&folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    paths
}
