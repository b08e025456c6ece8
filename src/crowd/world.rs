//! What a simulation takes place in: the networks, their gates, and for each kind of message the way that
//! it takes. Worked out natively (`ways`) and packed.

use crate::filter::{Seen, Side};
use crate::judge::{GateName, Sender};
use crate::signalling::{Network, NetworkId, OperationId, Place, Plmn, TitleRange};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct World {
    pub networks: Vec<Network>,
    pub visited: NetworkId,
    /// The home networks, in the order of a plan's shares.
    pub homes: Vec<HomeCodes>,
    pub gates: Vec<GateAt>,
    /// Whom a gate that learns has learned already.
    pub seen: Vec<NetworkId>,
    pub ways: Vec<Way>,
}

/// A home network, and how its subscribers are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeCodes {
    pub network: NetworkId,
    pub plmn: Plmn,
    pub numbers: TitleRange,
}

/// A gate, and under which name rules are placed at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateAt {
    pub name: GateName,
    pub place: Place,
    pub side: Side,
}

/// What becomes of one kind of message where no rule stands in its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub sender: Sender,
    pub operation: OperationId,
    /// The traveller's home network, by its place in [`World::homes`].
    pub home: u8,
    /// Whether it is asked for an honest reason.
    pub honest: bool,
    /// The gates that it meets, in their order.
    pub steps: Vec<Step>,
    /// Whether the answer comes to somebody who never asked.
    pub elsewhere: bool,
    /// Whether the answer holds the cell.
    pub cell: bool,
}

/// A gate that a message meets, and what is seen of it there: of which traveller it speaks is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its place in [`World::gates`].
    pub gate: u8,
    pub seen: Seen,
    /// Whether it is the question that whoever was asked must ask in its turn.
    pub inside: bool,
}

impl World {
    /// The way of a kind of message about a customer of that home network.
    pub fn way(&self, sender: Sender, operation: OperationId, home: u8) -> Option<&Way> {
        let fits = |way: &&Way| (way.sender, way.operation, way.home) == (sender, operation, home);
        self.ways.iter().find(fits)
    }
}
