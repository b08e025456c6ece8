//! The field's facts as types and tables: addresses, roles, networks, the operation catalogue, messages.
//!
//! No behaviour, no text for readers and no bytes on a wire: this room says what there is, `run` says
//! what happens, and `text` says it in words.

mod address;
mod catalogue;
mod digits;
mod fact;
mod identity;
mod message;
mod network;
mod operation;
mod role;

pub use address::{AddressError, GlobalTitle, Imsi, Msisdn, Plmn, TitleRange};
pub use catalogue::CATALOGUE;
pub use fact::{Fact, Facts};
pub use identity::{Address, Identity, Range};
pub use message::{Actual, Claimed, Link, Observed, Request, Subscriber};
pub use network::Unlisted;
pub use network::{Carrier, CarrierId, Lease, Network, NetworkId, Node, Party, Place, Standing};
pub use operation::{
    Asked, Category, Code, HonestUse, Operation, OperationId, Protocol, Repeats, Specified, Subject,
};
pub use role::{Generation, Role};
