//! Who takes part: networks with their nodes and addresses, the carriers between them, leases, and
//! the third party. Identities are small numbers into a lesson's lists.

use super::{Address, Generation, GlobalTitle, Identity, Imsi, Plmn, Range, Role, TitleRange};
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

impl Standing {
    pub const ALL: [Standing; 3] = [Standing::Home, Standing::Visited, Standing::Partner];

    /// The name that files use.
    pub const fn id(self) -> &'static str {
        match self {
            Standing::Home => "home",
            Standing::Visited => "visited",
            Standing::Partner => "partner",
        }
    }
}

/// A node of a network: what it is, and its address in SS7 where it has one. Its host names follow from
/// its network and its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    pub role: Role,
    pub title: Option<GlobalTitle>,
}

/// Addresses that a network has begun to use and that nobody's tables know yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlisted {
    pub titles: TitleRange,
    pub realm: Plmn,
    /// The address of its node there.
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
    /// Where all its global titles lie that others know of.
    pub titles: TitleRange,
    /// The code in its host names: usually its own, but in a group it may be a sister's.
    pub realm: Plmn,
    pub unlisted: Option<Unlisted>,
    /// Whether it signs what it sends from end to end.
    pub signs: bool,
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
    /// Whether its links are protected; a certificate can run out.
    pub secured: bool,
    /// Whether it takes out who passed a message on before it (topology hiding).
    pub hides: bool,
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

    /// The address from which a node in that role sends, or whichever node there is for that
    /// generation; `None` where the network has none.
    pub fn address(&self, role: Role, generation: Generation) -> Option<Address> {
        let mut speaking = self.nodes.iter().filter(|node| node.role.speaks(generation));
        match generation {
            Generation::Ss7 => {
                let named = self.node(role).and_then(|node| node.title);
                named.or_else(|| speaking.find_map(|node| node.title)).map(Address::Title)
            }
            Generation::Diameter | Generation::Services => {
                speaking.next()?;
                Some(Address::Identity(self.identity(role, generation, 1)))
            }
        }
    }

    /// The same on the addresses that nobody's tables know yet.
    pub fn unlisted_address(&self, role: Role, generation: Generation) -> Option<Address> {
        let unlisted = self.unlisted?;
        Some(match generation {
            Generation::Ss7 => Address::Title(unlisted.title),
            Generation::Diameter | Generation::Services => Address::Identity(Identity {
                host: unlisted.realm,
                realm: unlisted.realm,
                ..self.identity(role, generation, 1)
            }),
        })
    }

    /// The host name of one of its nodes.
    pub fn identity(&self, role: Role, generation: Generation, number: u8) -> Identity {
        Identity { role, number, generation, host: self.realm, realm: self.realm }
    }

    /// The ranges that others know of.
    pub fn listed(&self) -> [Range; 2] {
        [Range::Titles(self.titles), Range::Realm(self.realm)]
    }

    /// Whether an address is one of this network's, whoever knows of it.
    pub fn owns(&self, address: impl Into<Address>) -> bool {
        let unlisted = self.unlisted.map(|u| [Range::Titles(u.titles), Range::Realm(u.realm)]);
        let address = address.into();
        self.listed().into_iter().chain(unlisted.into_iter().flatten()).any(|r| r.holds(address))
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
