//! The caption of a moment: what is happening, in a sentence, and what it means, in a few more.

use super::speaker::{Sentence, Speaker};
use super::transcript::closing_facts;
use crate::filter::Verdict;
use crate::playback::scene;
use crate::run::{Beat, BeatKind, Fate, Judged, Kind, Ledger, Message, MessageId, Moment};
use crate::signalling::{Fact, Party};
use crate::text::Value;
use crate::text::id;

/// What is said at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    pub title: Sentence,
    pub body: Vec<Sentence>,
}

/// The caption of a moment: its beat's, as far as it has come.
pub fn caption(speaker: &Speaker, moment: Moment) -> Caption {
    match speaker.run.beat_at(moment) {
        Some((_, beat)) => of_beat(speaker, beat, moment),
        None => Caption::default(),
    }
}

/// What is said of a beat once it has come as far as `moment`.
pub(super) fn of_beat(speaker: &Speaker, beat: &Beat, moment: Moment) -> Caption {
    match beat.kind {
        BeatKind::Opening => opening(speaker),
        BeatKind::Closing => closing(speaker),
        BeatKind::NotAsked { index } => not_asked(speaker, index).unwrap_or_default(),
        BeatKind::Message(id) => match speaker.run.message(id) {
            Some(message) if moment < message.ended => under_way(speaker, id, message, moment),
            Some(message) => ended(speaker, id, message),
            None => Caption::default(),
        },
    }
}

fn opening(speaker: &Speaker) -> Caption {
    Caption {
        title: speaker.lesson_says("question").unwrap_or_default(),
        body: speaker.lesson_says("opening").into_iter().collect(),
    }
}

fn closing(speaker: &Speaker) -> Caption {
    let ledger = Ledger::at(speaker.run, speaker.run.length);
    let known = ledger.known(Party::ThirdParty);
    let found = known.has(Fact::Cell) || known.has(Fact::Position);
    let key = match () {
        () if found => "closing-located",
        () if known.has(Fact::ServingNetwork) => "closing-partly",
        () => "closing-not-located",
    };
    let mut body = Vec::new();
    if speaker.lesson.third_party.is_some() {
        body.push(closing_facts(speaker, known));
    }
    body.extend(speaker.lesson_says("closing"));
    Caption { title: speaker.says(key, &[]), body }
}

fn not_asked(speaker: &Speaker, index: u8) -> Option<Caption> {
    let missed = speaker.run.not_asked.get(usize::from(index))?;
    let operation = speaker.operation(missed.operation);
    let args = [("party", speaker.of(missed.party)), ("operation", Value::Text(&operation))];
    let lacks = speaker.facts(missed.lacks);
    let mut body = vec![speaker.says(id::NOT_ASKED_LACKS, &[("facts", Value::Text(&lacks))])];
    if missed.has_stand_in {
        body.push(speaker.says(id::NOT_ASKED_STAND_IN, &[]));
    }
    body.extend(speaker.act_says(missed.act, "not-asked"));
    Some(Caption { title: speaker.says(id::NOT_ASKED, &args), body })
}

/// A message that has not come to its end: who asks whom for what, and what a gate on the way said.
fn under_way(speaker: &Speaker, id: MessageId, message: &Message, moment: Moment) -> Caption {
    let mut body = Vec::new();
    match message.kind {
        Kind::Request => {
            body.extend(claims(speaker, message));
            match message.inside {
                Some(outer) => body.extend(inside(speaker, outer)),
                None => body.extend(speaker.act_says(message.act, "sent")),
            }
            let through = gates(speaker, id).filter(|judged| judged.at < moment);
            // Judged, and still on its way: the gate is behind it or being passed.
            let passing = matches!(
                scene(speaker.run, moment).flight.map(|flight| flight.phase),
                Some(crate::playback::Phase::Inside(_) | crate::playback::Phase::There)
            );
            body.extend(
                through.filter(|_| passing).filter_map(|judged| passed(speaker, judged, message)),
            );
        }
        Kind::Answer { .. } => {}
    }
    Caption { title: sent(speaker, message), body }
}

/// A message that has come to its end: what became of it, why, and what it means.
fn ended(speaker: &Speaker, id: MessageId, message: &Message) -> Caption {
    let operation = message.operation().row().name;
    let mut body = Vec::new();
    let title = match (message.kind, message.fate) {
        (Kind::Request, Fate::Stopped(judged) | Fate::Masked(judged)) => {
            let judged = speaker.run.judged(judged);
            let stopped = matches!(message.fate, Fate::Stopped(_));
            if stopped {
                body.push(speaker.says(id::GATE_STOPPED_END, &[]));
            }
            let key = if stopped { "gate-stopped" } else { "gate-masked" };
            judged.and_then(|judged| named(speaker, key, judged, message)).unwrap_or_default()
        }
        (Kind::Request, Fate::Arrived | Fate::Elsewhere) => {
            let through = gates(speaker, id);
            body.extend(through.filter_map(|judged| passed(speaker, judged, message)));
            let key = format!("arrived-{operation}");
            speaker.says(&key, &[("to", speaker.of(message.to))])
        }
        (Kind::Answer { .. }, Fate::Elsewhere) => {
            speaker.says(id::LEARNED_ELSEWHERE, &[("party", speaker.of(message.to))])
        }
        (Kind::Answer { .. }, _) => learned(speaker, message),
    };
    let said = match message.kind {
        Kind::Answer { .. } if message.fate != Fate::Arrived => message.fate.id(),
        Kind::Answer { .. } if message.stand_in => "masked",
        Kind::Answer { .. } => "answered",
        Kind::Request => message.fate.id(),
    };
    // A question inside another is the engine's: the lesson speaks of the act's own question only.
    let own = message.inside.is_none() && !(message.is_request() && said == "masked");
    body.extend(speaker.act_says(message.act, said).filter(|_| own));
    Caption { title, body }
}

/// Who asks whom for what, or who answers.
fn sent(speaker: &Speaker, message: &Message) -> Sentence {
    let title = message.claimed.title.to_string();
    let name = message.operation().row().name;
    let asked = match message.kind {
        Kind::Request => None,
        Kind::Answer { to } => speaker.run.message(to),
    };
    let asked_from = asked.map_or(String::new(), |asked| asked.claimed.title.to_string());
    let key = match asked {
        None => format!("sent-{name}"),
        Some(_) if speaker.words.has(&format!("answered-{name}")) => format!("answered-{name}"),
        Some(_) => "answered".to_owned(),
    };
    let title = if asked.is_some() { asked_from } else { title };
    let args = [
        ("sender", speaker.of(message.actual.party)),
        ("to", speaker.of(message.to)),
        ("title", Value::Text(&title)),
        ("by", Value::Text(if message.request.imsi.is_some() { "imsi" } else { "msisdn" })),
    ];
    speaker.says(&key, &args)
}

/// What the envelope says, where that is not who sent it.
fn claims(speaker: &Speaker, message: &Message) -> Option<Sentence> {
    let owner = Party::Network(speaker.lesson.owner(message.claimed.title)?);
    if owner == message.actual.party {
        return None;
    }
    let title = message.claimed.title.to_string();
    let args = [("claimed", speaker.of(owner)), ("title", Value::Text(&title))];
    Some(speaker.says(id::SENT_CLAIMS, &args))
}

fn inside(speaker: &Speaker, outer: MessageId) -> Option<Sentence> {
    let outer = speaker.run.message(outer)?;
    let name = outer.operation().row().name;
    Some(speaker.says(id::SENT_INSIDE, &[("outer", Value::Text(name))]))
}

/// What an answer adds to what its receiver knew.
fn learned(speaker: &Speaker, message: &Message) -> Sentence {
    let before = Moment(message.ended.0.saturating_sub(1));
    let new = message.facts.without(Ledger::at(speaker.run, before).known(message.to));
    let facts = speaker.facts(new);
    let key = match () {
        () if message.stand_in => "learned-stand-in",
        () if new.is_empty() => "learned-nothing",
        () => "learned",
    };
    speaker.says(key, &[("party", speaker.of(message.to)), ("facts", Value::Text(&facts))])
}

fn gates<'a>(speaker: &'a Speaker, message: MessageId) -> impl Iterator<Item = &'a Judged> {
    speaker.run.judged.iter().filter(move |judged| judged.message == message)
}

/// What a gate said that let the message pass.
fn passed(speaker: &Speaker, judged: &Judged, message: &Message) -> Option<Sentence> {
    if judged.named.is_some_and(|named| !matches!(named.verdict, Verdict::Pass(_))) {
        return None;
    }
    let owner = Value::Pieces(speaker.gate(judged.gate));
    if judged.consulted.is_empty() {
        return Some(speaker.says(id::GATE_OPEN, &[("owner", owner)]));
    }
    let rules = judged.consulted.iter().map(|said| speaker.rule(said.rule)).collect();
    let (rules, reasons) = (speaker.list(rules), speaker.reasons(judged, message));
    let args =
        [("owner", owner), ("rules", Value::Text(&rules)), ("reasons", Value::Text(&reasons))];
    Some(speaker.says(id::GATE_PASSED, &args))
}

/// What the rule said that a gate's decision is named after.
fn named(speaker: &Speaker, key: &str, judged: &Judged, message: &Message) -> Option<Sentence> {
    let said = judged.named?;
    let (rule, reason) = (speaker.rule(said.rule), speaker.reason(&said, message));
    let args = [
        ("owner", Value::Pieces(speaker.gate(judged.gate))),
        ("rule", Value::Text(&rule)),
        ("reason", Value::Text(&reason)),
    ];
    Some(speaker.says(key, &args))
}
