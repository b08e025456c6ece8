//! A whole run in words: the text form under the picture, the print-out, and `lesson run`.

use super::caption::{Caption, of_beat};
use super::speaker::{Sentence, Speaker};
use crate::run::{BeatKind, Moment};
use crate::signalling::{Fact, Facts};
use crate::text::Value;

/// One beat in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub kind: BeatKind,
    /// As it begins, and, where that is something else, as it ends.
    pub captions: Vec<Caption>,
}

/// Every beat of a run, in order.
pub fn transcript(speaker: &Speaker) -> Vec<Section> {
    let beats = &speaker.run.beats;
    let ends = beats.iter().skip(1).map(|next| Moment(next.start.0.saturating_sub(1)));
    let ends = ends.chain([speaker.run.length]);
    beats
        .iter()
        .zip(ends)
        .map(|(beat, end)| {
            let mut captions: Vec<Caption> = [beat.start, end]
                .into_iter()
                .map(|moment| of_beat(speaker, beat, moment))
                .collect();
            captions.dedup();
            Section { kind: beat.kind, captions }
        })
        .collect()
}

/// What the third party knows in the end.
pub fn closing_facts(speaker: &Speaker, known: Facts) -> Sentence {
    let more = !known.without(Facts::of(&[Fact::PhoneNumber])).is_empty();
    let key = match () {
        () if more => "closing-knows",
        () if known.is_empty() => "closing-nothing",
        () => "closing-only",
    };
    let facts = speaker.facts(known);
    speaker.says(key, &[("facts", Value::Text(&facts))])
}
