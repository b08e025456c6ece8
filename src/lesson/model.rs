//! A lesson that has been checked: references are numbers, addresses are typed, nothing is missing.

use super::sources::SourceId;
use crate::filter::{Rule, RuleId, Settings, Side};
use crate::signalling::{
    Address, Asked, Carrier, CarrierId, Category, Fact, Facts, Generation, GlobalTitle, Imsi,
    Lease, Msisdn, Network, NetworkId, OperationId, Party, Place, Plmn, Standing,
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
    pub third_party: Option<CarrierId>,
    /// What each party knows of the traveller before anything is sent.
    pub knows: Vec<(Party, Facts)>,
    pub past: Past,
    pub gates: Vec<Gate>,
    pub acts: Vec<Act>,
    /// What the reader is asked to foresee.
    pub predict: Option<Predict>,
    /// The filters with which the lesson sets its run beside the one that it begins with.
    pub compare: Vec<(GateId, RuleId)>,
    /// Those of its own sentences that state a fact, each with the documents that say so.
    pub claims: Vec<Claim>,
    /// Those that only speak of what is invented here. The page does not need to know them.
    #[serde(skip)]
    pub scene: Vec<String>,
}

/// A question to the reader, before an act shows it: will that party then know that? The run answers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predict {
    pub act: ActId,
    pub party: Party,
    pub fact: Fact,
}

/// A sentence of the lesson's own, by the end of its key, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub says: String,
    pub sources: Vec<SourceId>,
}

/// The subscriber whom everything is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traveller {
    pub msisdn: Msisdn,
    pub imsi: Imsi,
    pub home: NetworkId,
    /// The network that looks after the phone: usually the visited one.
    pub serving: NetworkId,
}

/// What the gates remember from before the lesson began. Times are minutes before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// Where the traveller was registered, and how long ago; `None` for long ago.
    pub registered: Option<(NetworkId, Option<u32>)>,
    /// Whom the rule that learns has seen.
    pub seen: Vec<NetworkId>,
    /// Questions about the traveller, or about others.
    pub asked: Vec<Asking>,
}

/// Questions that one network has asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    pub from: NetworkId,
    pub times: u32,
    pub minutes_ago: u32,
    /// Whether they were about other travellers than this one.
    pub of_others: bool,
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
    pub settings: Settings,
}

/// An act's place in the lesson's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActId(pub u16);

/// One question about the traveller, by one party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// The name that captions and addresses hang on.
    pub id: String,
    pub operation: OperationId,
    pub from: Party,
    pub manner: Manner,
    /// Minutes that go by before it, since the act before.
    pub minutes_later: u32,
    /// Whether whoever asks has an honest reason to.
    pub honest: bool,
    /// Whether the operator asks for the sake of somebody else, which nobody can see.
    pub for_others: bool,
}

/// How a message is sent, beside by whom and about what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manner {
    /// Whose address it bears, where that is not the sender's own or rented one.
    pub claims: Option<Claims>,
    /// Whether a forged host name contradicts its realm.
    pub naive: bool,
    /// Whether it is sent from an address that nobody's tables know yet.
    pub unlisted: bool,
    /// Whether a filter cannot read what it asks, while the node behind it can.
    pub unreadable: bool,
    /// The address inside, where that is not what one would expect.
    pub inner: Option<GlobalTitle>,
    /// The network code inside, where that is not what one would expect.
    pub network: Option<Plmn>,
    /// The carrier that takes it, where that is not the usual one.
    pub by: Option<CarrierId>,
    /// The network that is asked, where that is not the one that would know.
    pub to: Option<NetworkId>,
    /// What whoever is asked sends to the traveller's switch before it answers, where the catalogue
    /// names nothing.
    pub inside: Option<OperationId>,
}

/// Whose address a message bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Claims {
    Title(GlobalTitle),
    /// The address from which that network usually sends such a message.
    Network(NetworkId),
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

    /// Whether a gate stands at the border of a network.
    pub fn has_border(&self, network: NetworkId) -> bool {
        let at = |gate: &Gate| gate.place == Place::from(network) && gate.side == Side::Border;
        self.gates.iter().any(at)
    }

    /// Whether it has more than a chapter has: more than one partner, a fourth carrier, or a gate at a partner's
    /// border. What draws that comes after the page has begun.
    pub fn is_crowded(&self) -> bool {
        let guarded = |gate: &Gate| match gate.place {
            Place::Party(Party::Network(network)) if gate.side == Side::Border => {
                self.network(network).is_some_and(|it| it.standing == Standing::Partner)
            }
            _ => false,
        };
        self.networks.len() > 3 || self.carriers.len() > 3 || self.gates.iter().any(guarded)
    }

    /// The documents that the lesson cites, in the order in which it first does.
    pub fn sources(&self) -> Vec<SourceId> {
        let mut all = Vec::new();
        for &source in self.claims.iter().flat_map(|claim| &claim.sources) {
            if !all.contains(&source) {
                all.push(source);
            }
        }
        all
    }

    /// The numbers, from 1, of the documents behind one of its own sentences.
    pub fn cited(&self, says: &str) -> Vec<usize> {
        let all = self.sources();
        let numbered = || (1..).zip(&all);
        let number = |source| numbered().find(|(_, other)| *other == source).map(|(n, _)| n);
        let claims = self.claims.iter().filter(|claim| claim.says == says);
        claims.flat_map(|claim| &claim.sources).filter_map(number).collect()
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

    /// Whose address it is: a lessee's, that of the network which has a node there, or else the
    /// network's in whose range it lies.
    pub fn holder(&self, address: Address) -> Option<Party> {
        let at = |title: Option<GlobalTitle>| title.is_some() && title == address.title();
        let lessee = self.leases.iter().find(|lease| at(Some(lease.title))).map(|lease| lease.to);
        let node = |network: &Network| network.nodes.iter().any(|node| at(node.title));
        let hosted = || self.each_network().find(|(_, network)| node(network));
        let owner = || self.owner(address).map(Party::Network);
        lessee.or_else(|| hosted().map(|(id, _)| Party::Network(id))).or_else(owner)
    }

    /// The network in whose range an address lies.
    pub fn owner(&self, address: Address) -> Option<NetworkId> {
        self.each_network().find(|(_, network)| network.owns(address)).map(|(id, _)| id)
    }

    fn each_network(&self) -> impl Iterator<Item = (NetworkId, &Network)> {
        (0..).map(NetworkId).zip(&self.networks)
    }

    /// Whether the catalogue names that party as the usual sender of this question about the traveller,
    /// who may have arrived in the `visited` network just now.
    pub fn is_usual(&self, from: Party, operation: OperationId) -> bool {
        let row = operation.row();
        let Party::Network(network) = from else { return false };
        let (home, serving) = (self.traveller.home, self.traveller.serving);
        match row.category {
            // Inside one network only: who is asked asks, but for what a visited switch sends.
            Category::One if row.asked() == Asked::Home && !row.from.is_serving() => {
                network == home
            }
            Category::One => network == serving,
            Category::Two => network == home,
            Category::Three => {
                let abroad = self.network(network).map(|n| n.standing) == Some(Standing::Visited);
                network == serving || (abroad && row.is_arrival())
            }
            // Whoever delivers texts. In 5G partners do not ask that yet.
            Category::HomeRouted => {
                let partner = self.network(network).map(|n| n.standing) == Some(Standing::Partner);
                !(partner && row.generation() == Generation::Services)
            }
            Category::Transport => network == home || network == serving,
        }
    }

    /// Whether whoever asks is taken for honest where the lesson says nothing else: whoever the catalogue
    /// names as the usual sender, but under a false address, or for somebody else's sake, nobody.
    pub fn seems_honest(&self, act: &Act) -> bool {
        self.is_usual(act.from, act.operation) && act.manner.claims.is_none() && !act.for_others
    }

    /// What somebody is to the traveller; the third party is nothing to them.
    pub fn standing(&self, party: Party) -> Option<Standing> {
        match party {
            Party::Network(id) => self.network(id).map(|network| network.standing),
            Party::ThirdParty => None,
        }
    }
}

impl GateRule {
    /// The rule as it stands at its gate.
    pub fn as_set(&self) -> Rule {
        Rule { id: self.rule, settings: self.settings }
    }
}
