//! Who takes part: networks with their nodes and addresses, the carriers between them, leases, and
//! the third party. Identities are small numbers into a lesson's lists.

use super::{GlobalTitle, Imsi, Plmn, Role, TitleRange};
use serde::{Deserialize, Serialize};

/// A network's place in the lesson's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NetworkId(pub u8);

/// A carrier's place in the lesson's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CarrierId(pub u8);

/// Somebody who can know something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Party {
    Network(NetworkId),
    /// Has a terminal and an address, and no network of its own.
    ThirdParty,
}

/// Somewhere a message can be: with a party, or with a carrier, which only passes it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    Party(Party),
    Carrier(CarrierId),
}

/// What a network is to the lesson's traveller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Where the subscription is (HPLMN).
    Home,
    /// Where the phone is registered while it roams (VPLMN).
    Visited,
    /// Any other operator that has agreements with those two.
    Partner,
}

/// A node of a network: what it is, and its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    pub role: Role,
    pub title: GlobalTitle,
}

/// A mobile network. All of them are invented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// The name that the lesson's file uses for it.
    pub id: String,
    /// The name that readers see.
    pub name: String,
    pub standing: Standing,
    pub plmn: Plmn,
    /// Where all its global titles lie.
    pub titles: TitleRange,
    pub nodes: Vec<Node>,
    /// The carriers that serve it: its traffic leaves and arrives by the first.
    pub carriers: Vec<CarrierId>,
    /// The networks that it has a roaming agreement with.
    pub partners: Vec<NetworkId>,
}

/// A company that passes messages on between networks (IPX carrier).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carrier {
    pub id: String,
    pub name: String,
}

/// A global title that its owner lets somebody else use. What is sent under it leaves by the owner's
/// exit, and the answers come back to whoever rents it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// The lessor.
    pub from: NetworkId,
    /// The lessee.
    pub to: Party,
    pub title: GlobalTitle,
}

impl Network {
    /// The node with that role, if the network has one.
    pub fn node(&self, role: Role) -> Option<&Node> {
        self.nodes.iter().find(|node| node.role == role)
    }

    /// Whether a title is one of this network's.
    pub fn owns(&self, title: GlobalTitle) -> bool {
        self.titles.holds(title)
    }

    /// Whether a subscription is one of this network's.
    pub fn subscribes(&self, imsi: Imsi) -> bool {
        imsi.belongs_to(self.plmn)
    }

    /// Whether a carrier serves this network.
    pub fn served_by(&self, carrier: CarrierId) -> bool {
        self.carriers.contains(&carrier)
    }
}

impl NetworkId {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl CarrierId {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl From<NetworkId> for Party {
    fn from(id: NetworkId) -> Party {
        Party::Network(id)
    }
}

impl From<NetworkId> for Place {
    fn from(id: NetworkId) -> Place {
        Place::Party(Party::Network(id))
    }
}

impl From<Party> for Place {
    fn from(party: Party) -> Place {
        Place::Party(party)
    }
}

impl From<CarrierId> for Place {
    fn from(id: CarrierId) -> Place {
        Place::Carrier(id)
    }
}
