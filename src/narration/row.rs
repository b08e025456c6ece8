//! The message list's rows and the filters' lines: what there is to say of each message and each rule
//! at a moment.

use super::speaker::{Sentence, Speaker};
use crate::filter::{Consulted, RuleId, Verdict};
use crate::lesson::GateId;
use crate::run::{Fate, Message, MessageId, Moment, NotAsked, What};
use crate::signalling::Party;
use crate::text::Value;
use crate::text::id;

/// One row of the list of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The message, or `None` for a question that was not asked.
    pub message: Option<MessageId>,
    pub name: String,
    /// Whether it is an answer.
    pub answer: bool,
    pub from: Party,
    pub to: Option<Party>,
    /// What the envelope says, where that is not who sent it.
    pub claims: Option<Sentence>,
    pub state: RowState,
    /// Why, where a rule decided it.
    pub why: Option<String>,
}

/// What became of a message by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    Travelling,
    Ended(Fate),
    NotAsked,
}

impl RowState {
    /// The word that the text tables and the page's classes use.
    pub fn id(self) -> &'static str {
        match self {
            RowState::Travelling => "travelling",
            RowState::Ended(fate) => fate.id(),
            RowState::NotAsked => "not-asked",
        }
    }
}

/// The messages that have set out by a moment, in order.
pub fn rows(speaker: &Speaker, moment: Moment) -> Vec<Row> {
    let row = |what| match what {
        What::Sent { message } => {
            let sent = speaker.run.message(message)?;
            Some(sent_row(speaker, message, sent, moment))
        }
        What::NotAsked { index } => {
            Some(not_asked_row(speaker, speaker.run.not_asked.get(usize::from(index))?))
        }
        _ => None,
    };
    speaker.run.until(moment).iter().filter_map(|event| row(event.what)).collect()
}

fn sent_row(speaker: &Speaker, id: MessageId, message: &Message, moment: Moment) -> Row {
    let state =
        if moment < message.ended { RowState::Travelling } else { RowState::Ended(message.fate) };
    let owner = speaker.lesson.owner(message.claimed.address).map(Party::Network);
    let claimed = owner.filter(|&owner| owner != message.actual.party);
    let judged = match state {
        RowState::Ended(Fate::Stopped(judged)) => Some(("message-stopped-by", judged)),
        RowState::Ended(Fate::Masked(judged)) => Some(("message-masked-by", judged)),
        _ => None,
    };
    let why = judged.and_then(|(key, judged)| {
        let rule = speaker.rule(speaker.run.judged(judged)?.named?.rule);
        Some(speaker.words.say(key, &[("rule", Value::Text(&rule))]))
    });
    Row {
        message: Some(id),
        name: speaker.message(message),
        answer: !message.is_request(),
        from: message.actual.party,
        to: Some(message.to),
        claims: claimed
            .map(|owner| speaker.phrase(id::MESSAGE_CLAIMS, &[("claimed", speaker.of(owner))])),
        state,
        why,
    }
}

fn not_asked_row(speaker: &Speaker, missed: &NotAsked) -> Row {
    Row {
        message: None,
        name: speaker.operation(missed.operation),
        answer: false,
        from: missed.party,
        to: None,
        claims: None,
        state: RowState::NotAsked,
        why: None,
    }
}

/// What a rule at a gate said last, by a moment: its verdict, the reason in words, and of which message.
pub fn rule_status(
    speaker: &Speaker,
    gate: GateId,
    rule: RuleId,
    moment: Moment,
) -> Option<(Verdict, String, MessageId)> {
    let said = |what| match what {
        What::Judged { judged } => {
            let judged = speaker.run.judged(judged).filter(|judged| judged.gate == gate)?;
            let said: &Consulted = judged.consulted.iter().find(|said| said.rule == rule)?;
            let message = speaker.run.message(judged.message)?;
            Some((said.verdict, speaker.reason(said, message), judged.message))
        }
        _ => None,
    };
    speaker.run.until(moment).iter().rev().find_map(|event| said(event.what))
}
