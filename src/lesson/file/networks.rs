//! The file's networks: who takes part, under which addresses.

use super::{is_so, is_usual, yes};
use crate::signalling::{Role, Standing};
use serde::{Deserialize, Serialize};

/// A mobile network. All of them are invented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
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
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ThirdPartyFile {
    /// The id of the carrier that takes its messages where they go through no lessor.
    pub carrier: String,
}
