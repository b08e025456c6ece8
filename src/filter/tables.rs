//! What a gate knows beforehand: whose addresses lie where, who is a partner, who comes by which
//! carrier. Operators exchange such tables (IR.21) and keep them up to date, or do not.

use super::Side;
use crate::signalling::{Address, CarrierId, Imsi, Network, NetworkId, Party, Place, Plmn, Range};

/// The tables of one gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    pub(super) side: Side,
    /// The network that the gate belongs to; a carrier's gate has none.
    pub(super) own: Option<NetworkId>,
    rows: Vec<Row>,
}

/// What the tables say ties an address to the gate's network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    Own,
    Partner,
    /// Known, and no partner.
    Stranger,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    network: NetworkId,
    ranges: [Range; 2],
    plmn: Plmn,
    /// By which its messages come here.
    carriers: Vec<CarrierId>,
    /// Which serve it.
    own_carriers: Vec<CarrierId>,
    tie: Tie,
}

impl Tables {
    /// The tables that a gate at that place keeps: true to the networks but for addresses that nobody's
    /// tables know yet.
    pub fn of(place: Place, networks: &[Network]) -> Tables {
        let network = |id: NetworkId| networks.get(id.index());
        let own = match place {
            Place::Party(Party::Network(id)) => Some(id),
            _ => None,
        };
        let partners = own.and_then(network).map_or(&[][..], |network| &network.partners);
        let rows = (0..).map(NetworkId).zip(networks).map(|(id, network)| Row {
            network: id,
            ranges: network.listed(),
            plmn: network.plmn,
            carriers: roads(network, own.and_then(|own| networks.get(own.index()))),
            own_carriers: network.carriers.clone(),
            tie: match () {
                () if own == Some(id) => Tie::Own,
                // To a carrier all that it knows are customers, its own or another carrier's.
                () if own.is_none() || partners.contains(&id) => Tie::Partner,
                () => Tie::Stranger,
            },
        });
        let side = if own.is_some() { Side::Border } else { Side::Transit };
        Tables { side, own, rows: rows.collect() }
    }

    /// The same tables for the gate through which a lessor's customers go out.
    pub fn at_exit(self) -> Tables {
        Tables { side: Side::Exit, ..self }
    }

    /// Whose an address is.
    pub fn owner(&self, address: Address) -> Option<NetworkId> {
        self.row_of(address).map(|row| row.network)
    }

    /// Whose subscriber an IMSI is.
    pub fn home(&self, imsi: Imsi) -> Option<NetworkId> {
        self.rows.iter().find(|row| imsi.belongs_to(row.plmn)).map(|row| row.network)
    }

    /// Which network has a code.
    pub fn coded(&self, plmn: Plmn) -> Option<NetworkId> {
        self.rows.iter().find(|row| row.plmn == plmn).map(|row| row.network)
    }

    /// What ties an address to this network; `None` for one that is in no table.
    pub fn tie(&self, address: Address) -> Option<Tie> {
        self.row_of(address).map(|row| row.tie)
    }

    /// Whether what an address's owner sends comes in by that carrier; `None` for an address that is in
    /// no table.
    pub fn comes_by(&self, address: Address, carrier: CarrierId) -> Option<bool> {
        self.row_of(address).map(|row| row.carriers.contains(&carrier))
    }

    /// Whether a carrier serves an address's owner; `None` for an address that is in no table.
    pub fn served_by(&self, address: Address, carrier: CarrierId) -> Option<bool> {
        self.row_of(address).map(|row| row.own_carriers.contains(&carrier))
    }

    /// The range that an address lies in, as this gate sees it.
    pub fn range(&self, address: Address) -> Range {
        let known =
            self.row_of(address).and_then(|row| row.ranges.iter().find(|r| r.holds(address)));
        known.copied().unwrap_or_else(|| address.range())
    }

    /// The ranges of a network that are known.
    pub(super) fn ranges(&self, network: NetworkId) -> &[Range] {
        let row = self.rows.iter().find(|row| row.network == network);
        row.map_or(&[], |row| &row.ranges)
    }

    fn row_of(&self, address: Address) -> Option<&Row> {
        self.rows.iter().find(|row| row.ranges.iter().any(|range| range.holds(address)))
    }
}

/// The carriers by which one network's messages come to another: those that serve both, or, where none
/// does, the receiver's first, to which the sender's hands them on. Inside a carrier: all that serve it.
fn roads(from: &Network, to: Option<&Network>) -> Vec<CarrierId> {
    let Some(to) = to else { return from.carriers.clone() };
    let shared = from.carriers.iter().copied().filter(|&carrier| to.served_by(carrier));
    let shared: Vec<CarrierId> = shared.collect();
    if shared.is_empty() { to.carriers.first().copied().into_iter().collect() } else { shared }
}
