//! The caption of a moment: what is happening, in a sentence, and what it means, in a few more.

use super::speaker::{Sentence, Speaker, key, specified};
use super::transcript::closing_facts;
use crate::filter::{Consulted, Reason, Verdict};
use crate::playback::scene;
use crate::run::{Beat, BeatKind, Fate, Judged, Kind, Ledger, Message, MessageId, Moment, What};
use crate::signalling::{Fact, Facts, Generation, Operation, Party, Subject};
use crate::text::Value;
use crate::text::id;
use serde::{Deserialize, Serialize};

/// What is said at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caption {
    pub title: Sentence,
    pub body: Vec<Sentence>,
    /// At the end: the one sentence to take along.
    pub remember: Option<Sentence>,
}

/// The caption of a moment: its beat's, as far as it has come.
#[inline(never)]
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
        remember: None,
    }
}

fn closing(speaker: &Speaker) -> Caption {
    let (lesson, run) = (speaker.lesson, speaker.run);
    let ledger = Ledger::at(run, run.length);
    let known = ledger.known(Party::ThirdParty);
    let place = Facts::of(&[Fact::Cell, Fact::Position]);
    // What an operator has been told that asked for somebody else, whom nobody sees.
    let told = run.messages.iter().filter(|message| {
        let for_others = lesson.act(message.act).is_some_and(|act| act.for_others);
        let told = !message.is_request() && message.fate == Fate::Arrived && !message.stand_in;
        for_others && told && message.inside.is_none()
    });
    let mut told_for_others: Vec<(Party, Facts)> = Vec::new();
    for message in told {
        let facts = message.facts.iter().filter(|&fact| place.has(fact)).collect::<Facts>();
        if !facts.is_empty() && !told_for_others.contains(&(message.to, facts)) {
            told_for_others.push((message.to, facts));
        }
    }
    let found = known.iter().any(|fact| place.has(fact)) || !told_for_others.is_empty();
    let hindered = run.messages.iter().any(|message| {
        let honest = lesson.act(message.act).is_some_and(|act| act.honest);
        honest && matches!(message.fate, Fate::Stopped(_))
    });
    let by_third_party = lesson.third_party.is_some();
    let alone = !by_third_party && !lesson.acts.iter().any(|act| act.for_others);
    let key = match () {
        () if alone && hindered => "closing-hindered",
        () if alone => "closing-honest",
        () if found => "closing-located",
        () if known.has(Fact::ServingNetwork) => "closing-partly",
        () => "closing-not-located",
    };
    let mut body = Vec::new();
    if !alone {
        body.extend(by_third_party.then(|| closing_facts(speaker, known)));
        body.extend(told_for_others.into_iter().map(|(party, facts)| {
            let facts = speaker.facts(facts);
            let args = [("party", speaker.of(party)), ("facts", Value::Text(&facts))];
            speaker.says(id::CLOSING_FOR_OTHERS, &args)
        }));
        body.extend(hindered.then(|| speaker.says("closing-hindered", &[])));
    }
    body.extend(speaker.lesson_says("closing"));
    Caption { title: speaker.says(key, &[]), body, remember: speaker.lesson_says("remember") }
}

fn not_asked(speaker: &Speaker, index: u16) -> Option<Caption> {
    let missed = speaker.run.not_asked.get(usize::from(index))?;
    let operation = speaker.operation(missed.operation);
    let args = [
        ("party", speaker.of(missed.party)),
        ("operation", Value::Text(&operation)),
        ("verb", Value::Text(verb(missed.operation.row()))),
    ];
    let lacks = speaker.facts(missed.lacks);
    let mut body = vec![speaker.says(id::NOT_ASKED_LACKS, &[("facts", Value::Text(&lacks))])];
    if missed.has_stand_in {
        body.push(speaker.says(id::NOT_ASKED_STAND_IN, &[]));
    }
    body.extend(speaker.act_says(missed.act, "not-asked"));
    Some(Caption { title: speaker.says(id::NOT_ASKED, &args), body, remember: None })
}

/// A message that has not come to its end: who asks whom for what, and what a gate on the way said.
fn under_way(speaker: &Speaker, id: MessageId, message: &Message, moment: Moment) -> Caption {
    let mut body = Vec::new();
    match message.kind {
        Kind::Request => {
            body.extend(connected(speaker, id));
            body.extend(claims(speaker, message));
            if message.unreadable {
                body.push(speaker.says(id::SENT_UNREADABLE, &[]));
            }
            match message.inside {
                Some(outer) => {
                    body.extend(inside(speaker, outer, message));
                    body.extend(speaker.act_says(message.act, "inside"));
                }
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
    Caption { title: sent(speaker, message), body, remember: None }
}

/// A message that has come to its end: what became of it, why, and what it means.
fn ended(speaker: &Speaker, id: MessageId, message: &Message) -> Caption {
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
            body.extend(moved(speaker, id, message));
            arrived(speaker, message)
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
    Caption { title, body, remember: None }
}

/// Who asks whom for what, or who answers.
fn sent(speaker: &Speaker, message: &Message) -> Sentence {
    let row = message.operation().row();
    let asked = match message.kind {
        Kind::Request => None,
        Kind::Answer { to } => speaker.run.message(to),
    };
    let key = own(speaker, if asked.is_some() { "answered" } else { "sent" }, row);
    let title = asked.unwrap_or(message).claimed.address.to_string();
    let (operation, role) = (speaker.operation(row.id), speaker.role(row.to));
    let [code, specification, clause] =
        ["code", "specification", "clause"].map(|what| specified(speaker.words, row.id, what));
    let args = [
        ("sender", speaker.of(message.actual.party)),
        ("to", speaker.of(message.to)),
        ("title", Value::Text(&title)),
        ("verb", Value::Text(verb(row))),
        ("operation", Value::Text(&operation)),
        ("code", Value::Text(&code)),
        ("specification", Value::Text(&specification)),
        ("clause", Value::Text(&clause)),
        ("role", Value::Text(&role)),
        ("by", Value::Text(by(message))),
        ("inside", Value::Text(sends_on(speaker, message))),
    ];
    speaker.says(&key, &args)
}

/// What becomes of a question where it has arrived.
fn arrived(speaker: &Speaker, message: &Message) -> Sentence {
    let row = message.operation().row();
    let role = speaker.role(row.to);
    let facts = if row.discloses.is_empty() { row.tells } else { row.discloses };
    let facts = speaker.facts(facts);
    let args = [
        ("to", speaker.of(message.to)),
        ("kind", Value::Text(kind(row))),
        ("role", Value::Text(&role)),
        ("facts", Value::Text(&facts)),
        ("inside", Value::Text(sends_on(speaker, message))),
    ];
    speaker.says(&own(speaker, "arrived", row), &args)
}

/// Whether what the answer would bring is sent on before it, inside the act, in the words that sentences
/// choose by.
fn sends_on(speaker: &Speaker, message: &Message) -> &'static str {
    let act = speaker.lesson.act(message.act).filter(|_| message.inside.is_none());
    if act.is_some_and(|act| act.manner.inside.is_some()) { "yes" } else { "no" }
}

/// The key of an operation's own sentence, or of the one for all of its generation.
fn own(speaker: &Speaker, what: &str, row: &Operation) -> String {
    let own = speaker.variant(what, &key(row.id));
    if own == what { speaker.in_generation(what, row.id) } else { own }
}

/// What an operation does, in the words that sentences choose by.
fn kind(row: &Operation) -> &'static str {
    match () {
        () if row.moves => "moves",
        () if row.inside.is_some() => "passes-on",
        () if !row.discloses.is_empty() => "asks",
        () if !row.tells.is_empty() => "tells",
        () => "does",
    }
}

/// Whether it is a question, or tells its receiver something.
fn verb(row: &Operation) -> &'static str {
    if matches!(kind(row), "asks" | "passes-on") { "asks" } else { "tells" }
}

/// How a question names the subscriber, in the words that sentences choose by.
pub(super) fn by(message: &Message) -> &'static str {
    let row = message.operation().row();
    let later = row.generation() == Generation::Services;
    match (message.request.imsi, message.request.msisdn) {
        (Some(_), _) if later => "supi",
        (Some(_), _) => "imsi",
        (None, Some(_)) if later => "gpsi",
        (None, Some(_)) => "msisdn",
        (None, None) if row.subject == Subject::Tmsi => "tmsi",
        (None, None) => "nobody",
    }
}

/// The connection that was opened for a message, where one was.
fn connected(speaker: &Speaker, message: MessageId) -> Option<Sentence> {
    let events = &speaker.run.events;
    let sent = events.iter().position(|event| event.what == What::Sent { message })?;
    let What::Connected { with, to, .. } = events.get(sent.checked_sub(1)?)?.what else {
        return None;
    };
    let to = ("to", speaker.of(to.into()));
    Some(match with {
        Some(peer) => speaker.says(id::CONNECTED_5G, &[("peer", speaker.of(peer.into())), to]),
        None => speaker.says(id::CONNECTED_UNPROVED_5G, &[to]),
    })
}

/// That a register now points to where the phone is not.
fn moved(speaker: &Speaker, id: MessageId, message: &Message) -> Option<Sentence> {
    let to = speaker.run.events.iter().find_map(|event| match event.what {
        What::Moved { to, message, truly: false, .. } if message == id => Some(to),
        _ => None,
    })?;
    let role = speaker.role(message.operation().row().to);
    let args = [("network", speaker.of(to.into())), ("role", Value::Text(&role))];
    Some(speaker.says(id::ARRIVED_MOVED, &args))
}

/// What the envelope says, where that is not who sent it.
fn claims(speaker: &Speaker, message: &Message) -> Option<Sentence> {
    let owner = Party::Network(speaker.lesson.owner(message.claimed.address)?);
    if owner == message.actual.party {
        return None;
    }
    let title = message.claimed.address.to_string();
    let args = [("claimed", speaker.of(owner)), ("title", Value::Text(&title))];
    Some(speaker.says(&speaker.in_generation(id::SENT_CLAIMS, message.operation()), &args))
}

fn inside(speaker: &Speaker, outer: MessageId, inner: &Message) -> Option<Sentence> {
    let outer = speaker.run.message(outer)?.operation().row().name;
    let role = inner.operation().row().to.id();
    let verb = ("verb", Value::Text(verb(inner.operation().row())));
    let args = [("outer", Value::Text(outer)), ("role", Value::Text(role)), verb];
    Some(speaker.says(id::SENT_INSIDE, &args))
}

/// What an answer adds to what its receiver knew.
fn learned(speaker: &Speaker, message: &Message) -> Sentence {
    let before = Moment(message.ended.0.saturating_sub(1));
    let new = message.facts.without(Ledger::at(speaker.run, before).known(message.to));
    // What it has been told in this lesson already, and not what it knew before.
    let again = message.facts.without(Ledger::at(speaker.run, Moment(0)).known(message.to));
    let facts = speaker.facts(if new.is_empty() { again } else { new });
    let noted = format!("noted-{}", key(message.operation().row().id));
    let key = match () {
        () if message.stand_in => "learned-stand-in",
        () if !new.is_empty() => "learned",
        () if !again.is_empty() => "learned-again",
        // Nothing about the traveller, but that it has been done.
        () if speaker.words.has(&noted) => &noted,
        () => "learned-nothing",
    };
    speaker.says(key, &[("party", speaker.of(message.to)), ("facts", Value::Text(&facts))])
}

fn gates<'a>(speaker: &'a Speaker, message: MessageId) -> impl Iterator<Item = &'a Judged> {
    speaker.run.judged.iter().filter(move |judged| judged.message == message)
}

const NOT_APPLICABLE: Verdict = Verdict::Pass(Reason::NotApplicable);

/// What a gate said that let the message pass.
fn passed(speaker: &Speaker, judged: &Judged, message: &Message) -> Option<Sentence> {
    if judged.named.is_some_and(|named| !matches!(named.verdict, Verdict::Pass(_))) {
        return None;
    }
    let owner = Value::Pieces(speaker.gate(judged.gate));
    let side = ("side", Value::Text(speaker.gate_side(judged.gate)));
    if judged.consulted.is_empty() {
        return Some(speaker.says(id::GATE_OPEN, &[("owner", owner), side]));
    }
    // Rules that this message is nothing to are named only where there are no others.
    let applied: Vec<&Consulted> =
        judged.consulted.iter().filter(|said| said.verdict != NOT_APPLICABLE).collect();
    let key = if applied.is_empty() { id::GATE_NOT_APPLICABLE } else { id::GATE_PASSED };
    let named = if applied.is_empty() { judged.consulted.iter().collect() } else { applied };
    let rules = speaker.list(named.iter().map(|said| speaker.rule(said.rule)).collect());
    let reasons = speaker.list(named.iter().map(|said| speaker.reason(said, message)).collect());
    let (rules, reasons) = (Value::Text(&rules), Value::Text(&reasons));
    let args = [("owner", owner), side, ("rules", rules), ("reasons", reasons)];
    Some(speaker.says(key, &args))
}

/// What the rule said that a gate's decision is named after.
fn named(speaker: &Speaker, key: &str, judged: &Judged, message: &Message) -> Option<Sentence> {
    let said = judged.named?;
    let (rule, reason) = (speaker.rule(said.rule), speaker.reason(&said, message));
    let args = [
        ("owner", Value::Pieces(speaker.gate(judged.gate))),
        ("side", Value::Text(speaker.gate_side(judged.gate))),
        ("rule", Value::Text(&rule)),
        ("reason", Value::Text(&reason)),
    ];
    Some(speaker.says(key, &args))
}
