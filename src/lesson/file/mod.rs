//! The file as it is written: JSON, with no field that is not understood. References are still words
//! and addresses still text here; `check` turns them into a lesson. What is said of a field here is what
//! the JSON Schema and the reference page say of it.

mod course;
mod mend;
mod networks;
mod of;
mod read;
mod words;
mod write;

use crate::signalling::Fact;
use serde::{Deserialize, Serialize};

pub use course::{ActFile, AskedFile, GateFile, PastFile, RegisteredFile, RuleFile};
pub use networks::{CarrierFile, LeaseFile, NetworkFile, NodeFile, ThirdPartyFile, UnlistedFile};
pub use of::{of, words_of};
pub use read::{Reading, lenient, read};
pub use words::{BothFile, SaidFile, SourceFile, WordsFile};
pub use write::write;

/// A lesson: who takes part, which gates there are, and what is asked in which order. How it ends is not
/// written in it: that is worked out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LessonFile {
    /// The address of this schema, for editors. It is not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The number of the format.
    pub format: u32,
    /// The lesson’s name in addresses.
    pub id: String,
    /// The number of the chapter. A lesson of one’s own has none.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub chapter: u8,
    /// Where chance starts from: with the same number a run is the same everywhere.
    pub seed: u64,
    /// Whom everything is about.
    pub traveller: TravellerFile,
    /// The networks: one of them is the traveller’s home, one is visited, and the others are partners.
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
    /// Documents of one’s own that claims cite, beside those that are known here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceFile>,
    /// Those of its own sentences that only speak of what is invented here, and need no source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scene: Vec<String>,
}

/// A question to the reader, before an act shows it: will that party then know that? The run answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClaimFile {
    /// The name of the sentence, as `words.says` has it.
    pub says: String,
    /// The ids of documents: those that are known here, or one’s own.
    pub sources: Vec<String>,
}

/// The subscriber whom everything is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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

/// What somebody knows of the traveller before anything is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KnowsFile {
    /// The id of a network, or `third-party`.
    pub party: String,
    /// What it knows.
    pub facts: Vec<Fact>,
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
