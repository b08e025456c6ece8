//! The addresses of messages: a global title in SS7, a host under a realm after it.

use super::{Generation, GlobalTitle, Plmn, Role, TitleRange};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A node's name in Diameter and in 5G: a host, and the realm that it says it is in (TS 23.003
/// clauses 19 and 28). Both are made of network codes, so that they cannot be anybody's: mobile country
/// codes 999 and 001 only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Identity {
    pub role: Role,
    /// Tells nodes of one role apart.
    pub number: u8,
    pub generation: Generation,
    /// The code in the host's name.
    pub host: Plmn,
    /// The code in the realm's name; where it is not the host's, the name contradicts itself.
    pub realm: Plmn,
}

/// What a message is sent under, and answered to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Address {
    Title(GlobalTitle),
    Identity(Identity),
}

/// A range of addresses as tables and filters know them: an operator has one or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Range {
    Titles(TitleRange),
    Realm(Plmn),
}

impl Range {
    /// Whether an address lies in this range.
    pub fn holds(self, address: Address) -> bool {
        match (self, address) {
            (Range::Titles(range), Address::Title(title)) => range.holds(title),
            (Range::Realm(realm), Address::Identity(identity)) => identity.realm == realm,
            _ => false,
        }
    }
}

impl Address {
    pub fn title(self) -> Option<GlobalTitle> {
        match self {
            Address::Title(title) => Some(title),
            Address::Identity(_) => None,
        }
    }

    /// The smallest range that a filter would take this address to be of, where no table has it.
    pub fn range(self) -> Range {
        match self {
            Address::Title(title) => Range::Titles(title.range()),
            Address::Identity(identity) => Range::Realm(identity.realm),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Address::Title(title) => title.fmt(f),
            Address::Identity(identity) => identity.fmt(f),
        }
    }
}

impl Identity {
    /// The realm that it names, written out: what rules compare that do not look at the host.
    pub fn realm_name(&self) -> String {
        format!("{}.{}", self.core(), self.realm.domain())
    }

    fn core(&self) -> &'static str {
        match self.generation {
            Generation::Services => "5gc",
            Generation::Ss7 | Generation::Diameter => "epc",
        }
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let core = self.core();
        write!(f, "{}{}.{core}.{}", self.role.host(), self.number, self.host.domain())
    }
}

impl From<GlobalTitle> for Address {
    fn from(title: GlobalTitle) -> Address {
        Address::Title(title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_named_as_the_specification_names_it() {
        let home = Plmn::read("999-11").unwrap();
        let mut hss = Identity {
            role: Role::Hss,
            number: 1,
            generation: Generation::Diameter,
            host: home,
            realm: home,
        };
        assert_eq!(hss.to_string(), "hss1.epc.mnc011.mcc999.3gppnetwork.org");
        hss.host = Plmn::read("001-101").unwrap();
        assert_eq!(hss.to_string(), "hss1.epc.mnc101.mcc001.3gppnetwork.org");
        let udm = Identity { role: Role::Udm, generation: Generation::Services, ..hss };
        assert_eq!(udm.to_string(), "udm1.5gc.mnc101.mcc001.3gppnetwork.org");
    }

    #[test]
    fn whose_an_identity_is_goes_by_its_realm() {
        let (home, other) = (Plmn::read("999-11").unwrap(), Plmn::read("999-22").unwrap());
        let odd = Identity {
            role: Role::Hss,
            number: 1,
            generation: Generation::Diameter,
            host: other,
            realm: home,
        };
        assert!(Range::Realm(home).holds(Address::Identity(odd)));
        assert!(!Range::Realm(other).holds(Address::Identity(odd)));
        let title = GlobalTitle::read("+999 71 000 0001").unwrap();
        assert!(!Range::Realm(home).holds(title.into()));
        assert_eq!(
            Address::from(title).range(),
            Range::Titles(TitleRange::read("+999 71").unwrap())
        );
    }
}
