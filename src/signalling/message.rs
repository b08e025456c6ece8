//! A message's three kinds of sender, and what a request asks.
//!
//! `Claimed` is what the message says of itself, `Observed` what a gate sees for itself, `Actual` who
//! sent it. They are three types, so that a rule cannot be handed the third by mistake.

use super::{Address, CarrierId, Generation, GlobalTitle, Imsi, Msisdn, NetworkId, OperationId};
use super::{Party, Plmn};
use serde::{Deserialize, Serialize};

/// What a message says of its sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Claimed {
    /// What it is sent under: the calling global title, or the origin host and realm.
    pub address: Address,
    /// The sender's address that a MAP request repeats inside, where its operation has one.
    pub inner: Option<GlobalTitle>,
    /// The network that it says it comes from, beside the address: Visited-PLMN-Id in Diameter, the
    /// originating network's id in 5G.
    pub network: Option<Plmn>,
}

/// What a gate sees for itself of where a message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Observed {
    /// In which generation's signalling it came.
    pub generation: Generation,
    /// By which link.
    pub link: Link,
    /// The first agent that has put itself down on the way (Route-Record); `None` where nobody has,
    /// or somebody has hidden it.
    pub recorded: Option<CarrierId>,
    /// The network for which the other end of the connection has shown a certificate (N32).
    pub peer: Option<NetworkId>,
    /// The network whose key has signed it from end to end.
    pub signed: Option<NetworkId>,
    /// Whether the last hop was protected against listening and changing.
    pub secured: bool,
}

/// A link, as the gate at its end knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Link {
    /// The interconnect: that carrier hands it over.
    Carrier(CarrierId),
    /// A carrier's own customer: that network, or somebody who is none.
    Customer(Option<NetworkId>),
    /// Somebody who rents an address of the network that the gate belongs to.
    Lessee,
}

/// Who really sent a message. Only the run, the ledger and the picture may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Actual {
    pub party: Party,
}

/// What a request asks, as whoever can read it reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Request {
    pub operation: OperationId,
    /// The subscriber by phone number, where the request names one.
    pub msisdn: Option<Msisdn>,
    /// The subscriber by IMSI, where the request names one.
    pub imsi: Option<Imsi>,
}

/// A subscriber by the name that a request uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subscriber {
    Number(Msisdn),
    Imsi(Imsi),
}

impl Request {
    /// The subscriber that it names, if it names one.
    pub fn subscriber(&self) -> Option<Subscriber> {
        self.imsi.map(Subscriber::Imsi).or(self.msisdn.map(Subscriber::Number))
    }
}
