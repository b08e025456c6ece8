//! A lesson that has been checked: references are numbers, addresses are typed, nothing is missing.

use crate::filter::{RuleId, Side};
use crate::signalling::{
    Carrier, Facts, GlobalTitle, Imsi, Lease, Msisdn, Network, NetworkId, OperationId, Party,
    Place, Standing,
};
use serde::{Deserialize, Serialize};

/// A lesson, ready to be run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// The name that addresses and the text tables use.
    pub id: String,
    pub chapter: u8,
    /// Where a run's chance starts from.
    pub seed: u64,
    pub traveller: Traveller,
    pub networks: Vec<Network>,
    pub carriers: Vec<Carrier>,
    pub leases: Vec<Lease>,
    /// The carrier that takes the third party's messages where it goes through no lessor; `None`
    /// where there is no third party.
    pub third_party: Option<crate::signalling::CarrierId>,
    /// What each party knows of the traveller before anything is sent.
    pub knows: Vec<(Party, Facts)>,
    pub gates: Vec<Gate>,
    pub acts: Vec<Act>,
}

/// The subscriber whom everything is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traveller {
    pub msisdn: Msisdn,
    pub imsi: Imsi,
    pub home: NetworkId,
    pub visited: NetworkId,
}

/// A gate's place in the lesson's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GateId(pub u8);

/// Where rules can stand, and which ones the lesson offers there, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    pub id: String,
    pub place: Place,
    pub side: Side,
    pub rules: Vec<GateRule>,
}

/// A rule at a gate, and whether it is on before the reader has touched anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateRule {
    pub rule: RuleId,
    pub on: bool,
}

/// An act's place in the lesson's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActId(pub u8);

/// One question about the traveller, by one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The name that captions and addresses hang on.
    pub id: String,
    pub operation: OperationId,
    pub from: Party,
    /// The address that the message says it is from, where that is not the sender's own or rented one.
    pub claims: Option<GlobalTitle>,
}

impl Lesson {
    pub fn network(&self, id: NetworkId) -> Option<&Network> {
        self.networks.get(id.index())
    }

    pub fn act(&self, id: ActId) -> Option<&Act> {
        self.acts.get(usize::from(id.0))
    }

    pub fn gate(&self, id: GateId) -> Option<&Gate> {
        self.gates.get(usize::from(id.0))
    }

    /// The gate on that side of a place.
    pub fn gate_at(&self, place: Place, side: Side) -> Option<(GateId, &Gate)> {
        (0..)
            .map(GateId)
            .zip(&self.gates)
            .find(|(_, gate)| gate.place == place && gate.side == side)
    }

    /// Everybody who can know something, in the order in which they are shown.
    pub fn parties(&self) -> impl Iterator<Item = Party> {
        let networks = (0..).map(NetworkId).zip(&self.networks).map(|(id, _)| Party::Network(id));
        networks.chain(self.third_party.map(|_| Party::ThirdParty))
    }

    /// The word that files, classes and the text tables use for a party.
    pub fn party_id(&self, party: Party) -> &str {
        match party {
            Party::Network(id) => self.network(id).map_or("", |network| &network.id),
            Party::ThirdParty => "third-party",
        }
    }

    /// Whose address a title is: a lessee's, or else the network's whose range it lies in.
    pub fn holder(&self, title: GlobalTitle) -> Option<Party> {
        let lessee = self.leases.iter().find(|lease| lease.title == title).map(|lease| lease.to);
        lessee.or_else(|| self.owner(title).map(Party::Network))
    }

    /// The network whose range a title lies in.
    pub fn owner(&self, title: GlobalTitle) -> Option<NetworkId> {
        (0..).map(NetworkId).zip(&self.networks).find(|(_, n)| n.owns(title)).map(|(id, _)| id)
    }

    /// What somebody is to the traveller; the third party is nothing to them.
    pub fn standing(&self, party: Party) -> Option<Standing> {
        match party {
            Party::Network(id) => self.network(id).map(|network| network.standing),
            Party::ThirdParty => None,
        }
    }
}
