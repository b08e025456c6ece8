//! What can be known about a subscriber, and sets of it. The ledger, the catalogue and the acts of a
//! lesson all speak of these nine.

use serde::{Deserialize, Serialize};

/// One thing that can be known about a subscriber, from the least to the most telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The number that people dial (MSISDN).
    PhoneNumber,
    /// The subscription's own number, on the SIM (IMSI).
    Imsi,
    /// Which network the phone is registered in: often the country.
    ServingNetwork,
    /// Which switch there looks after it: often the region.
    ServingNode,
    /// Which radio cell it was last heard in: a few streets in a city, kilometres in the country.
    Cell,
    /// An estimate of the co-ordinates, which only the location services give.
    Position,
    /// What has been subscribed to: the profile.
    Subscription,
    /// Secrets with which a network proves itself to the phone, and the phone to it.
    AuthenticationVectors,
    /// A number lent for one call, which leads to the switch (MSRN). Gone after the call.
    RoutingNumber,
}

impl Fact {
    /// Every fact, in the order in which they are shown.
    pub const ALL: [Fact; 9] = [
        Fact::PhoneNumber,
        Fact::Imsi,
        Fact::ServingNetwork,
        Fact::ServingNode,
        Fact::Cell,
        Fact::Position,
        Fact::Subscription,
        Fact::AuthenticationVectors,
        Fact::RoutingNumber,
    ];

    /// The name that files, addresses and the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Fact::PhoneNumber => "phone-number",
            Fact::Imsi => "imsi",
            Fact::ServingNetwork => "serving-network",
            Fact::ServingNode => "serving-node",
            Fact::Cell => "cell",
            Fact::Position => "position",
            Fact::Subscription => "subscription",
            Fact::AuthenticationVectors => "authentication-vectors",
            Fact::RoutingNumber => "routing-number",
        }
    }
}

/// A set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Facts(u16);

impl Facts {
    pub const NONE: Facts = Facts(0);

    pub const fn of(facts: &[Fact]) -> Facts {
        let mut bits = 0;
        let mut i = 0;
        while i < facts.len() {
            bits |= 1 << facts[i] as u8;
            i += 1;
        }
        Facts(bits)
    }

    pub const fn has(self, fact: Fact) -> bool {
        self.0 & (1 << fact as u8) != 0
    }

    pub const fn with(self, other: Facts) -> Facts {
        Facts(self.0 | other.0)
    }

    pub const fn without(self, other: Facts) -> Facts {
        Facts(self.0 & !other.0)
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The facts in the set, in their order.
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        Fact::ALL.into_iter().filter(move |&fact| self.has(fact))
    }
}

impl FromIterator<Fact> for Facts {
    fn from_iter<I: IntoIterator<Item = Fact>>(facts: I) -> Facts {
        facts.into_iter().fold(Facts::NONE, |set, fact| set.with(Facts::of(&[fact])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        let set = Facts::of(&[Fact::Imsi, Fact::Cell]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [Fact::Imsi, Fact::Cell]);
        assert_eq!(set.without(Facts::of(&[Fact::Imsi])), Facts::of(&[Fact::Cell]));
        assert_eq!(Fact::ALL.into_iter().collect::<Facts>().iter().count(), Fact::ALL.len());
    }
}
