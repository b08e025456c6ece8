//! The file's course: what was before, where rules stand, and what is asked.

use super::is_usual;
use crate::filter::{RuleId, Settings, WhenUnreadable};
use crate::signalling::OperationId;
use serde::{Deserialize, Serialize};

/// Where rules stand: at a network’s border, in a carrier, or where a network lets addresses out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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

/// What the gates remember from before the lesson began.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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

impl ActFile {
    /// A question in the usual manner.
    pub fn bare(id: String, operation: OperationId, from: String) -> ActFile {
        ActFile {
            id,
            operation,
            from,
            claims: None,
            naive: false,
            unlisted: false,
            unreadable: false,
            inner: None,
            network_code: None,
            by: None,
            to: None,
            inside: None,
            minutes_later: 0,
            honest: None,
            for_others: false,
        }
    }
}

impl RuleFile {
    /// A rule that is offered, with the usual settings.
    pub fn bare(rule: RuleId) -> RuleFile {
        RuleFile {
            rule,
            on: false,
            when_unreadable: None,
            per_subscriber: None,
            per_sender: None,
            per_call: None,
            minutes: None,
            learns: None,
        }
    }

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
