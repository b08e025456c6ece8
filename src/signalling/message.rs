//! A message's three kinds of sender, and what a request asks.
//!
//! `Claimed` is what the message says of itself, `Observed` what a gate sees for itself, `Actual` who
//! sent it. They are three types, so that a rule cannot be handed the third by mistake.

use super::{CarrierId, GlobalTitle, Imsi, Msisdn, OperationId, Party};
use serde::{Deserialize, Serialize};

/// What a message says of its sender: the calling global title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Claimed {
    pub title: GlobalTitle,
}

/// What a gate sees for itself of where a message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Observed {
    /// It came in from the interconnect, by that carrier's link.
    ByCarrier(CarrierId),
    /// It came from the gate's own side: a lessee's link, or a customer's.
    ByCustomer,
}

/// Who really sent a message. Only the run, the ledger and the picture may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Actual {
    pub party: Party,
}

/// What a request asks, as anybody on its way can read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Request {
    pub operation: OperationId,
    /// The subscriber by phone number, where the request names one.
    pub msisdn: Option<Msisdn>,
    /// The subscriber by IMSI, where the request names one.
    pub imsi: Option<Imsi>,
}
