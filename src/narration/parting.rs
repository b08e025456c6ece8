//! Where two runs of one lesson part, and why, in a sentence.

use super::speaker::{Sentence, Speaker};
use crate::run::{Parting, Run, Why};
use crate::text::Value;

/// The sentence. `speaker` speaks of the first run; `other` is the second.
pub fn parting(speaker: &Speaker, other: &Run, parts: Option<Parting>) -> Sentence {
    let Some(parts) = parts else { return speaker.says("parting-none", &[]) };
    let of =
        |in_other: bool| Speaker { run: if in_other { other } else { speaker.run }, ..*speaker };
    let said = match parts.why {
        Why::Judged { judged, in_other } => {
            let speaker = of(in_other);
            speaker.run.judged(judged).and_then(|judged| {
                let said = judged.named?;
                let message = speaker.run.message(judged.message)?;
                let (rule, reason) = (speaker.rule(said.rule), speaker.reason(&said, message));
                let args = [
                    ("owner", Value::Pieces(speaker.gate(judged.gate))),
                    ("side", Value::Text(speaker.gate_side(judged.gate))),
                    ("rule", Value::Text(&rule)),
                    ("verdict", Value::Text(said.verdict.id())),
                    ("reason", Value::Text(&reason)),
                ];
                Some(speaker.says("parting-judged", &args))
            })
        }
        Why::NotAsked { index, in_other } => {
            let speaker = of(in_other);
            speaker.run.not_asked.get(usize::from(index)).map(|missed| {
                let operation = speaker.operation(missed.operation);
                let lacks = speaker.facts(missed.lacks);
                let args = [
                    ("party", speaker.of(missed.party)),
                    ("operation", Value::Text(&operation)),
                    ("facts", Value::Text(&lacks)),
                ];
                speaker.says("parting-not-asked", &args)
            })
        }
        Why::Differs => None,
    };
    said.unwrap_or_else(|| speaker.says("parting-other", &[]))
}
