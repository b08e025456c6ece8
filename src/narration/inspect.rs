//! One message looked into: what it is called and specified as, who says and who sent it, what it carries,
//! what its answer gives away, what it is honestly for, and what each rule at each gate said of it.

use super::caption::by;
use super::speaker::{Sentence, Speaker, key, specified};
use crate::run::{MessageId, Moment};
use crate::signalling::{Facts, Party, Role};
use crate::text::{Piece, Value, id};

/// What there is to say of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    pub name: String,
    /// What is said, each under the key of its heading.
    pub details: Vec<(&'static str, Sentence)>,
    /// The gates that it has come to, in order.
    pub gates: Vec<InspectedGate>,
}

/// What a gate said of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectedGate {
    pub name: String,
    /// Each rule in the order in which they were asked: the verdict's id, the rule, and why.
    pub rules: Vec<(&'static str, String, String)>,
}

/// Looks into a message, as far as a moment can know.
pub fn inspect(speaker: &Speaker, message: MessageId, moment: Moment) -> Option<Inspected> {
    let words = speaker.words;
    let data = speaker.run.message(message)?;
    let row = data.operation().row();
    let text = |text: String| vec![Piece::Text(text)];
    let [code, specification, clause] =
        ["code", "specification", "clause"].map(|what| specified(words, row.id, what));
    let mut details = Vec::new();
    let (sender, receiver) = match data.is_request() {
        true => (row.from, row.to),
        // Home routing answers in the register's stead.
        false if data.stand_in => (Role::SmsRouter, row.from),
        false => (row.to, row.from),
    };
    let node = |party: Party, role: Role| match party {
        // It has no such node, and says that it is one.
        Party::ThirdParty => speaker.party(party),
        Party::Network(_) => {
            let role = speaker.role(role);
            let args = [("role", Value::Text(&role)), ("party", speaker.of(party))];
            speaker.phrase(id::INSPECT_NODE, &args)
        }
    };
    let actual = data.actual.party;
    details.push((id::INSPECT_FROM, node(actual, sender)));
    if data.is_request() {
        // A number is not torn apart at the end of a line.
        let address = data.claimed.address.to_string().replace(' ', "\u{a0}");
        let owner = speaker.lesson.owner(data.claimed.address);
        let owner = owner.map_or_else(Vec::new, |owner| speaker.party(owner.into()));
        let args = [("address", Value::Text(&address)), ("owner", Value::Pieces(owner))];
        details.push((id::INSPECT_CLAIMS, speaker.phrase(id::INSPECT_CLAIMED, &args)));
    }
    details.push((id::INSPECT_TO, node(data.to, receiver)));
    if data.is_request() {
        let by = [("by", Value::Text(by(data)))];
        details.push((id::INSPECT_CARRIES, speaker.phrase(id::INSPECT_CARRIED, &by)));
    }
    let mut facts = |heading, facts: Facts| {
        if !facts.is_empty() {
            details.push((heading, text(speaker.facts(facts))));
        }
    };
    if data.is_request() {
        facts(id::INSPECT_TELLS, row.tells);
        facts(id::INSPECT_GIVES, row.discloses);
    } else {
        facts(if data.stand_in { id::INSPECT_STAND_IN } else { id::INSPECT_TELLS }, data.facts);
    }
    details.push((id::INSPECT_HONEST, text(words.line(&format!("honest-{}", key(row.id))))));
    // What the specification says of it comes after what it is about.
    details.push((id::INSPECT_CALLED, text(row.name.to_owned())));
    details.push((id::INSPECT_CODE, text(code)));
    details.push((id::INSPECT_SPECIFIED, text(format!("{specification}, {clause}"))));
    let judged = speaker.run.judged.iter();
    let judged = judged.filter(|judged| judged.message == message && judged.at <= moment);
    let gates = judged.map(|judged| InspectedGate {
        name: words.say(id::INSPECT_GATE, &[("owner", Value::Pieces(speaker.gate(judged.gate)))]),
        rules: judged
            .consulted
            .iter()
            .map(|said| (said.verdict.id(), speaker.rule(said.rule), speaker.reason(said, data)))
            .collect(),
    });
    Some(Inspected { name: speaker.message(data), details, gates: gates.collect() })
}
