//! The field's facts as types and tables: addresses, roles, networks, the operation catalogue, messages.
//!
//! No behaviour, no text for readers and no bytes on a wire: this room says what there is, `run` says
//! what happens, and `text` says it in words.

mod address;
mod digits;
mod fact;
mod message;
mod network;
mod operation;

pub use address::{AddressError, GlobalTitle, Imsi, Msisdn, Plmn, TitleRange};
pub use fact::{Fact, Facts};
pub use message::{Actual, Claimed, Observed, Request};
pub use network::{Carrier, CarrierId, Lease, Network, NetworkId, Node, Party, Place, Standing};
pub use operation::{CATALOGUE, Category, HonestUse, Operation, OperationId, Role, Subject};
