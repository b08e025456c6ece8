//! The file as it is written: JSON, with no field that is not understood. References are still words
//! and addresses still text here; `check` turns them into a lesson. What is said of a field here is what
//! the JSON Schema and the reference page say of it.

mod mend;
mod of;
mod read;
mod words;
mod write;

use crate::filter::{RuleId, Settings, WhenUnreadable};
use crate::signalling::{Fact, OperationId, Role, Standing};
use serde::{Deserialize, Serialize};

pub use of::{of, words_of};
pub(super) use read::read;
pub use read::{Reading, lenient};
pub use words::{SaidFile, SourceFile, WordsFile};
pub use write::write;

/// A lesson: who takes part, which gates there are, and what is asked in which order. How it ends is not
/// written in it: that is worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LessonFile {
    /// The address of this schema, for editors. It is not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The number of the format.
    pub format: u32,
    /// The lesson's name in addresses.
    pub id: String,
    /// The number of the chapter. A lesson of one's own has none.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub chapter: u8,
    /// Where chance starts from: with the same number a run is the same everywhere.
    pub seed: u64,
    /// Whom everything is about.
    pub traveller: TravellerFile,
    /// The networks: one of them is the traveller's home, one is visited, and the others are partners.
    pub networks: Vec<NetworkFile>,
    /// The companies that pass messages on between networks (IPX carriers).
    pub carriers: Vec<CarrierFile>,
    /// Which networks have a roaming agreement with each other: pairs of their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<(String, String)>,
    /// Addresses (global titles) that their owners let somebody else use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leases: Vec<LeaseFile>,
    /// Somebody with a terminal and an address, and no network of its own. Without it, there is nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub third_party: Option<ThirdPartyFile>,
    /// What each party knows of the traveller before anything is sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub knows: Vec<KnowsFile>,
    /// What the gates remember from before the lesson began.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub past: PastFile,
    /// Where rules can stand, and which ones the lesson offers there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<GateFile>,
    /// The questions about the traveller, in their order.
    pub acts: Vec<ActFile>,
    /// What the reader is asked to foresee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predict: Option<PredictFile>,
    /// The filters with which the lesson sets its run beside the one that it begins with: `gate.rule`, as
    /// the address line writes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compare: Vec<String>,
    /// What the lesson says itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<WordsFile>,
    /// Which of its own sentences state a fact, each with the documents that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<ClaimFile>,
    /// Documents of one's own that claims cite, beside those that are known here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceFile>,
    /// Those of its own sentences that only speak of what is invented here, and need no source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scene: Vec<String>,
}

/// A question to the reader, before an act shows it: will that party then know that? The run answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PredictFile {
    /// The id of the act that shows it.
    pub act: String,
    /// The id of a network, or `third-party`.
    pub party: String,
    /// What that party may come to know.
    pub fact: Fact,
}

/// A sentence that states a fact, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClaimFile {
    /// The name of the sentence, as `words.says` has it.
    pub says: String,
    /// The ids of documents: those that are known here, or one's own.
    pub sources: Vec<String>,
}

/// The subscriber whom everything is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TravellerFile {
    /// The number that people dial (MSISDN, TS 23.003 clause 3.3). Country code +999 only, which nobody
    /// has.
    pub msisdn: String,
    /// The subscription’s own number, on the SIM (IMSI, TS 23.003 clause 2.2): fifteen digits, the first
    /// of which are the home network’s code. Mobile country codes 999 and 001 only.
    pub imsi: String,
    /// The id of the network that looks after the phone. Without it, the visited one.
    #[serde(rename = "in", default, skip_serializing_if = "Option::is_none")]
    pub serving: Option<String>,
}

/// What the gates remember from before the lesson began.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PastFile {
    /// Where the traveller was registered before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<RegisteredFile>,
    /// The ids of the networks that the rule which learns has seen. Without it, every network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Vec<String>>,
    /// Questions that have been asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<AskedFile>,
}

/// Where the traveller was registered before the lesson began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RegisteredFile {
    /// The id of the network.
    #[serde(rename = "in")]
    pub network: String,
    /// How long ago, in minutes. Without it, long ago.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_ago: Option<u32>,
}

/// Questions that one network has asked before the lesson began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AskedFile {
    /// The id of the network that asked.
    pub from: String,
    /// How many times.
    pub times: u32,
    /// How long ago, in minutes.
    pub minutes_ago: u32,
    /// Whether they were about other travellers than this one.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub of_others: bool,
}

/// A mobile network. All of them are invented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NetworkFile {
    /// What the rest of the file calls it.
    pub id: String,
    /// The name that readers see.
    pub name: String,
    /// What it is to the traveller.
    pub standing: Standing,
    /// Its code: mobile country code and mobile network code (PLMN identity, TS 23.003 clause 12.1).
    /// Mobile country codes 999 and 001 only.
    pub plmn: String,
    /// The first digits that its addresses in SS7 share (global titles, ITU-T Q.713). Country code +999
    /// only, and not the digits of its code.
    pub titles: String,
    /// The code in its host names in 4G and 5G. Without it, its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub realm: Option<String>,
    /// Addresses that it has begun to use and that nobody’s tables know yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlisted: Option<UnlistedFile>,
    /// Whether it signs what it sends from end to end.
    #[serde(default = "yes", skip_serializing_if = "is_so")]
    pub signs: bool,
    /// The ids of the carriers that serve it. Its traffic leaves and arrives by the first.
    pub carriers: Vec<String>,
    /// Its nodes.
    pub nodes: Vec<NodeFile>,
}

/// Addresses that a network has begun to use and that nobody’s tables know yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnlistedFile {
    /// The first digits that the new addresses in SS7 share.
    pub titles: String,
    /// The code in the new host names.
    pub realm: String,
    /// The new address of its node in SS7, within those titles.
    pub title: String,
}

/// A node of a network. Its host name in 4G and 5G follows from its network and its role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NodeFile {
    /// What it is.
    pub role: Role,
    /// Its address in SS7 (global title). Every node of SS7 has one, and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The id of the network in whose range that address lies, where it is not its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hosted_by: Option<String>,
}

/// A company that passes messages on between networks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CarrierFile {
    /// What the rest of the file calls it.
    pub id: String,
    /// The name that readers see.
    pub name: String,
    /// Whether its links are protected. A certificate can run out.
    #[serde(default = "yes", skip_serializing_if = "is_so")]
    pub secured: bool,
    /// Whether it takes out who passed a message on before it (topology hiding).
    #[serde(default, skip_serializing_if = "is_usual")]
    pub hides: bool,
}

/// An address (global title) that its owner lets somebody else use. What is sent under it leaves by the
/// owner’s exit, and the answers come back to whoever rents it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LeaseFile {
    /// The id of the network that lets it.
    pub from: String,
    /// Who rents it: the id of a network, or `third-party`.
    pub to: String,
    /// The address, within the titles of the network that lets it.
    pub title: String,
}

/// Somebody with a terminal and an address, and no network of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ThirdPartyFile {
    /// The id of the carrier that takes its messages where they go through no lessor.
    pub carrier: String,
}

/// What somebody knows of the traveller before anything is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KnowsFile {
    /// The id of a network, or `third-party`.
    pub party: String,
    /// What it knows.
    pub facts: Vec<Fact>,
}

/// Where rules stand: at a network’s border, in a carrier, or where a network lets addresses out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GateFile {
    /// What the rest of the file, and the address line, call it.
    pub id: String,
    /// The id of the network or of the carrier.
    pub at: String,
    /// Whether it stands where those come in who rent the network’s addresses, and not at its border.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub exit: bool,
    /// The rules that the lesson offers there, in their order.
    pub rules: Vec<RuleFile>,
}

/// A rule at a gate, with its settings. docs/rules.md says which rule reads which setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleFile {
    /// Which rule.
    pub rule: RuleId,
    /// Whether it is on before the reader has touched anything.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub on: bool,
    /// What it does with what it cannot read. Without it, it lets it through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_unreadable: Option<WhenUnreadable>,
    /// How many questions in an hour about one subscriber it lets through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_subscriber: Option<u32>,
    /// How many messages in an hour from one sender it lets through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_sender: Option<u32>,
    /// How many questions it lets through for each message that connects a call or a text, from one sender in an
    /// hour. With 0 it does not compare them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_call: Option<u32>,
    /// How many minutes somebody needs from one network to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// How many minutes it learns before it stops anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learns: Option<u32>,
}

/// One question about the traveller, by one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ActFile {
    /// What the lesson’s own sentences, and the address line, call it.
    pub id: String,
    /// What is asked, by the name that its specification gives it. docs/operations.md has all of them.
    pub operation: OperationId,
    /// Who asks: the id of a network, or `third-party`.
    pub from: String,
    /// Whose address the message bears, where that is not the sender’s own or rented one: the id of a
    /// network, or an address in SS7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claims: Option<String>,
    /// Whether a forged host name contradicts its realm.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub naive: bool,
    /// Whether it is sent from the sender’s unlisted addresses.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub unlisted: bool,
    /// Whether a filter cannot read what it asks, while the node behind it can.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub unreadable: bool,
    /// The address inside the message, where that is not what one would expect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inner: Option<String>,
    /// The network’s code inside the message, where that is not what one would expect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_code: Option<String>,
    /// The id of the carrier that takes it, where that is not the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The id of the network that is asked. Without it, the one that would know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What whoever is asked sends to the traveller’s switch before it answers, where the operation itself
    /// brings nothing of the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<OperationId>,
    /// How many minutes go by before it, since the act before.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub minutes_later: u32,
    /// Whether whoever asks has an honest reason to. Without it, what is usual for that operation and sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honest: Option<bool>,
    /// Whether the operator asks for the sake of somebody else, which nobody can see.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub for_others: bool,
}

fn yes() -> bool {
    true
}

fn is_so(value: &bool) -> bool {
    *value
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl RuleFile {
    /// The settings that are written, by name.
    pub fn written(&self) -> impl Iterator<Item = &'static str> {
        let all = [
            ("when-unreadable", self.when_unreadable.is_some()),
            ("per-subscriber", self.per_subscriber.is_some()),
            ("per-sender", self.per_sender.is_some()),
            ("per-call", self.per_call.is_some()),
            ("minutes", self.minutes.is_some()),
            ("learns", self.learns.is_some()),
        ];
        all.into_iter().filter(|(_, written)| *written).map(|(name, _)| name)
    }

    /// The settings, with the usual ones where nothing is written.
    pub fn settings(&self) -> Settings {
        let usual = Settings::USUAL;
        Settings {
            when_unreadable: self.when_unreadable.unwrap_or(usual.when_unreadable),
            per_subscriber: self.per_subscriber.unwrap_or(usual.per_subscriber),
            per_sender: self.per_sender.unwrap_or(usual.per_sender),
            per_call: self.per_call.unwrap_or(usual.per_call),
            minutes: self.minutes.unwrap_or(usual.minutes),
            learns: self.learns.unwrap_or(usual.learns),
        }
    }
}
