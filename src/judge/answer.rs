//! What came out of a question: read off the run, never worked out beside it.

use super::question::GateName;
use super::scene::name;
use crate::lesson::Lesson;
use crate::narration::Speaker;
use crate::run::{Fate, JudgedId, Kind, Message, MessageId, Run};
use crate::signalling::{Fact, Facts};
use crate::text::{Depth, Value, Words, joined};
use serde::{Deserialize, Serialize, Serializer};

/// How a question ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Whoever really asked has learned what the answer says.
    Answered,
    /// The answer went to the true owner of the address.
    AnsweredElsewhere,
    /// The answer was a stand-in.
    Masked,
    /// A gate stopped it.
    Stopped,
    /// A gate stopped it, and it was honest.
    WronglyStopped,
}

/// The judge's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub outcome: Outcome,
    /// Where it was stopped or masked.
    pub gate: Option<GateName>,
    pub rule: Option<&'static str>,
    /// The reason's id, and its sentence.
    pub reason: &'static str,
    pub text: String,
    /// What whoever really asked learns.
    #[serde(serialize_with = "in_words")]
    pub learns: Facts,
}

/// What can be learned, in the judge's words; a number lent for one call is none of it.
const WORDS: [(Fact, &str); 8] = [
    (Fact::PhoneNumber, "phone number"),
    (Fact::Imsi, "IMSI"),
    (Fact::ServingNetwork, "serving network"),
    (Fact::ServingNode, "serving node"),
    (Fact::Cell, "cell"),
    (Fact::Position, "position"),
    (Fact::Subscription, "subscription"),
    (Fact::AuthenticationVectors, "authentication vectors"),
];

/// The reasons that no rule gives.
pub(super) const REASONS: [&str; 3] = [NOTHING_IN_THE_WAY, IN_PART, TO_THE_OWNER];
const NOTHING_IN_THE_WAY: &str = "nothing-in-the-way";
const IN_PART: &str = "answered-in-part";
const TO_THE_OWNER: &str = "answer-goes-to-the-owner";

impl Answer {
    pub(super) fn of(lesson: &Lesson, run: &Run, words: &Words) -> Answer {
        let answer = run.messages.iter().find(|m| m.kind == Kind::Answer { to: MessageId(0) });
        let asked = run.messages.first();
        let honest = lesson.acts.first().is_some_and(|act| act.honest);
        let elsewhere = answer.is_some_and(|answer| answer.fate == Fate::Elsewhere);
        let (outcome, judged) = match asked.map(|asked| asked.fate) {
            Some(Fate::Stopped(judged)) if honest => (Outcome::WronglyStopped, Some(judged)),
            Some(Fate::Stopped(judged)) => (Outcome::Stopped, Some(judged)),
            Some(Fate::Masked(judged)) if elsewhere => (Outcome::AnsweredElsewhere, Some(judged)),
            Some(Fate::Masked(judged)) => (Outcome::Masked, Some(judged)),
            _ if elsewhere => (Outcome::AnsweredElsewhere, None),
            _ => (Outcome::Answered, None),
        };
        let learns = match (outcome, answer) {
            (Outcome::Answered, Some(answer)) => answer.facts,
            _ => Facts::NONE,
        };
        let speaker = Speaker { lesson, run, words, depth: Depth::Plain };
        let decided =
            judged.zip(asked).and_then(|(judged, asked)| decided(&speaker, judged, asked, outcome));
        if let Some((gate, rule, reason, mut text)) = decided {
            if elsewhere {
                text = format!("{text} {}", sentence(words, TO_THE_OWNER));
            }
            let (gate, rule) = (Some(gate), Some(rule));
            return Answer { outcome, gate, rule, reason, text, learns };
        }
        let reason = match outcome {
            Outcome::AnsweredElsewhere => TO_THE_OWNER,
            Outcome::Answered if in_part(run) => IN_PART,
            _ => NOTHING_IN_THE_WAY,
        };
        let text = sentence(words, reason);
        Answer { outcome, gate: None, rule: None, reason, text, learns }
    }
}

/// Whether something that had to be asked for the answer was stopped.
fn in_part(run: &Run) -> bool {
    let stopped = |message: &Message| matches!(message.fate, Fate::Stopped(_));
    run.messages.iter().any(|message| message.inside.is_some() && stopped(message))
}

fn sentence(words: &Words, reason: &str) -> String {
    words.capital(&words.line(&format!("reason-{reason}"))) + "."
}

/// The gate and the rule that decided it, why, and that in a sentence.
fn decided(
    speaker: &Speaker,
    judged: JudgedId,
    asked: &Message,
    outcome: Outcome,
) -> Option<(GateName, &'static str, &'static str, String)> {
    let judged = speaker.run.judged(judged)?;
    let said = judged.named?;
    let gate = speaker.lesson.gate(judged.gate)?;
    let rule = speaker.rule(said.rule);
    let reason = speaker.reason(&said, asked);
    let stopped = matches!(outcome, Outcome::Stopped | Outcome::WronglyStopped);
    let args = [
        ("owner", Value::Pieces(speaker.gate(judged.gate))),
        ("side", Value::Text(speaker.gate_side(judged.gate))),
        ("rule", Value::Text(&rule)),
        ("reason", Value::Text(&reason)),
    ];
    let key = if stopped { "gate-stopped" } else { "gate-masked" };
    let text = joined(&speaker.says(key, &args));
    let id = said.verdict.reason().id();
    Some((name(gate, speaker.lesson.traveller.home), said.rule.id(), id, text))
}

/// A fact in the judge's words, where it has one.
pub(super) fn word(fact: Fact) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| *known == fact).map(|(_, word)| *word)
}

/// Facts as the judge's list of words.
pub(super) fn learned(facts: Facts) -> Vec<&'static str> {
    facts.iter().filter_map(word).collect()
}

fn in_words<S: Serializer>(facts: &Facts, serializer: S) -> Result<S::Ok, S::Error> {
    learned(*facts).serialize(serializer)
}

impl Outcome {
    /// The word that the judge and the tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Outcome::Answered => "answered",
            Outcome::AnsweredElsewhere => "answered-elsewhere",
            Outcome::Masked => "masked",
            Outcome::Stopped => "stopped",
            Outcome::WronglyStopped => "wrongly-stopped",
        }
    }
}

impl Answer {
    /// What is learned, in the judge's words.
    pub fn learns_in_words(&self) -> Vec<&'static str> {
        learned(self.learns)
    }
}
