//! What a message says of its sender, and what a gate on its way can see of it: worked out from who
//! really sends it, and how.

use super::route::Leg;
use crate::filter::Side;
use crate::lesson::{Claims, Lesson, Manner};
use crate::signalling::{
    Address, Claimed, Generation, GlobalTitle, Identity, Lease, Link, Network, NetworkId, Observed,
    Operation, Party, Place, Plmn, Repeats,
};

/// A sender, and how it sends.
#[derive(Clone, Copy)]
pub(super) struct Sender<'a> {
    pub lesson: &'a Lesson,
    pub party: Party,
    pub manner: Manner,
}

impl<'a> Sender<'a> {
    /// The lease under which it sends: the one whose address it claims, or else its first. A network
    /// sends under its own addresses unless it claims a rented one.
    pub fn lease(&self) -> Option<&'a Lease> {
        let mut own = self.lesson.leases.iter().filter(|lease| lease.to == self.party);
        match self.manner.claims {
            Some(Claims::Title(title)) => own.find(|lease| lease.title == title),
            Some(Claims::Network(_)) => None,
            None if self.party == Party::ThirdParty => own.next(),
            None => None,
        }
    }

    /// What a question says of its sender; `None` where the sender has no address for it.
    pub fn claimed(&self, row: &Operation) -> Option<Claimed> {
        let generation = row.generation();
        let address = self.address(row, generation)?;
        let title = address.title().filter(|_| row.repeats == Repeats::Address);
        let inner = title.map(|title| {
            let own = if self.forges() { self.own_title(row) } else { title };
            self.manner.inner.unwrap_or(own)
        });
        let named = match generation {
            Generation::Ss7 => false,
            Generation::Diameter => row.repeats == Repeats::Network,
            Generation::Services => true,
        };
        let owner = self.lesson.owner(address).and_then(|owner| self.lesson.network(owner));
        let network = self.manner.network.or(owner.map(|owner| owner.plmn)).filter(|_| named);
        Some(Claimed { address, inner, network })
    }

    /// What the gate at the end of a leg sees for itself.
    pub fn observed(&self, generation: Generation, legs: &[Leg], leg: &Leg) -> Observed {
        let carrier = |place| match place {
            Place::Carrier(id) => self.lesson.carriers.get(id.index()),
            Place::Party(_) => None,
        };
        let link = match (leg.side, leg.from) {
            (Side::Exit, _) => Link::Lessee,
            (_, Place::Carrier(carrier)) => Link::Carrier(carrier),
            (_, Place::Party(Party::Network(network))) => Link::Customer(Some(network)),
            (_, Place::Party(Party::ThirdParty)) => Link::Customer(None),
        };
        let mut taken = legs.iter().take_while(|other| *other != leg).map(|leg| leg.to);
        let first = taken.find_map(|place| match place {
            Place::Carrier(id) => Some(id),
            Place::Party(_) => None,
        });
        let hidden = legs.iter().any(|leg| carrier(leg.from).is_some_and(|carrier| carrier.hides));
        let of = carrier(leg.from).or(carrier(leg.to));
        Observed {
            generation,
            link,
            recorded: first.filter(|_| !hidden),
            peer: self.vouches(),
            signed: self.vouches().filter(|&by| self.network(by).is_some_and(|n| n.signs)),
            secured: of.is_none_or(|carrier| carrier.secured),
        }
    }

    /// The network that stands for this sender with its certificate and its key: its own, or the
    /// lessor, whose exit it leaves by.
    pub fn vouches(&self) -> Option<NetworkId> {
        match (self.lease(), self.party) {
            (Some(lease), _) => Some(lease.from),
            (None, Party::Network(network)) => Some(network),
            (None, Party::ThirdParty) => None,
        }
    }

    fn address(&self, row: &Operation, generation: Generation) -> Option<Address> {
        if let Some(lease) = self.lease() {
            let lessor = self.network(lease.from)?;
            return Some(match generation {
                Generation::Ss7 => lease.title.into(),
                _ => Address::Identity(lessor.identity(row.from, generation, RENTED)),
            });
        }
        match (self.manner.claims, self.party) {
            (Some(Claims::Title(title)), _) if generation == Generation::Ss7 => Some(title.into()),
            (Some(Claims::Title(title)), _) => {
                let owner = self.network(self.lesson.owner(title.into())?)?;
                Some(self.forged(owner.identity(row.from, generation, 1)))
            }
            (Some(Claims::Network(network)), _) => {
                let network = self.network(network)?;
                match network.address(row.from, generation) {
                    Some(Address::Identity(identity)) => Some(self.forged(identity)),
                    Some(title) => Some(title),
                    None if generation == Generation::Ss7 => None,
                    None => Some(self.forged(network.identity(row.from, generation, 1))),
                }
            }
            (None, Party::Network(network)) if self.manner.unlisted => {
                self.network(network)?.unlisted_address(row.from, generation)
            }
            (None, Party::Network(network)) => self.network(network)?.address(row.from, generation),
            (None, Party::ThirdParty) => None,
        }
    }

    /// A forged name: naive ones contradict themselves.
    fn forged(&self, identity: Identity) -> Address {
        let host = if self.manner.naive { self.own_realm() } else { identity.host };
        Address::Identity(Identity { host, ..identity })
    }

    fn own_realm(&self) -> Plmn {
        self.vouches().and_then(|id| self.network(id)).map_or(Plmn::STRAY, |own| own.realm)
    }

    /// The address that it would write where it does not think of forging it.
    fn own_title(&self, row: &Operation) -> GlobalTitle {
        let own = match self.party {
            Party::Network(id) => {
                self.network(id).and_then(|own| own.address(row.from, Generation::Ss7))
            }
            Party::ThirdParty => None,
        };
        own.and_then(Address::title).unwrap_or(GlobalTitle::STRAY)
    }

    /// Whether the address is somebody else's, and not rented.
    fn forges(&self) -> bool {
        self.manner.claims.is_some() && self.lease().is_none()
    }

    fn network(&self, id: NetworkId) -> Option<&'a Network> {
        self.lesson.network(id)
    }
}

/// Tells a rented host from the lessor's own.
const RENTED: u8 = 9;
