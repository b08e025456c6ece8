//! What a rule is: its id, its row in the table of rules, what it is handed, and what it may say.

use crate::signalling::{Claimed, Observed, Request};
use serde::{Deserialize, Serialize};

/// A rule, by the name that files and addresses use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleId {
    UnexpectedOperation,
    SmsHomeRouting,
    PartnerList,
    IngressRoute,
    OwnSubscriber,
    HomeMatch,
}

/// All that a rule is handed. Who really sent the message is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub claimed: Claimed,
    pub observed: Observed,
    pub request: Request,
}

/// What a rule says of a message. The later one is the stronger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Nothing against it.
    Pass(Reason),
    /// It is answered with a stand-in instead of the truth.
    Mask(Reason),
    /// It goes no further and is not answered.
    Stop(Reason),
}

/// Why a rule said what it said. The sentence is in `text`, by [`Reason::id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The operation may cross between networks.
    OperationExpected,
    /// The operation belongs inside one network.
    OperationUnexpected,
    /// It does not ask where to deliver a text, so there is nothing to stand in for.
    NotATextQuestion,
    /// It asks where to deliver a text: the router answers in the register's place.
    StandInGiven,
    /// The claimed address is a partner's.
    Partner,
    /// The claimed address is no partner's.
    NotAPartner,
    /// The claimed owner is reached by the carrier that the message came in by.
    RightRoad,
    /// The claimed owner is not reached by that carrier.
    WrongRoad,
    /// Nobody's table says by which road this address comes.
    RoadUnknown,
    /// The gate's own address, coming from outside.
    OwnAddressOutside,
    /// It is not among what a home register sends to a serving node.
    NotAHomeQuestion,
    /// It is about somebody else's subscriber.
    NotOurSubscriber,
    /// It claims to come from this network itself.
    AskedByUs,
    /// Somebody outside asks about this network's own subscriber.
    OursAskedFromOutside,
    /// The claimed sender is the subscriber's home network.
    HomeAsks,
    /// The claimed sender is not the subscriber's home network.
    NotTheHome,
    /// The rule has no meaning at this gate.
    NotApplicable,
}

/// Which side of a network a gate stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// Before a mobile network, for what arrives from the interconnect.
    Border,
    /// Behind a lessor's customers, for what leaves.
    Exit,
    /// In a carrier, for what it is to pass on.
    Transit,
}

/// One row of the table of rules. What it reads, misses and harms is in `text`, by the rule's id.
#[derive(Debug)]
pub struct RuleRow {
    pub id: RuleId,
    /// The name in files and addresses.
    pub name: &'static str,
    /// The gates where it has a meaning; elsewhere it passes as not applicable.
    pub sides: &'static [Side],
}

use Side::{Border, Exit, Transit};

/// Every rule, in the order of [`RuleId`], which is also the order in which a reader is shown them.
#[rustfmt::skip]
pub const RULES: [RuleRow; 6] = [
    RuleRow { id: RuleId::UnexpectedOperation, name: "unexpected-operation", sides: &[Border, Exit, Transit] },
    RuleRow { id: RuleId::SmsHomeRouting,      name: "sms-home-routing",     sides: &[Border] },
    RuleRow { id: RuleId::PartnerList,         name: "partner-list",         sides: &[Border] },
    RuleRow { id: RuleId::IngressRoute,        name: "ingress-route",        sides: &[Border, Transit] },
    RuleRow { id: RuleId::OwnSubscriber,       name: "own-subscriber",       sides: &[Border] },
    RuleRow { id: RuleId::HomeMatch,           name: "home-match",           sides: &[Border, Exit, Transit] },
];

impl RuleId {
    /// The table's row.
    pub fn row(self) -> &'static RuleRow {
        &RULES[self as usize]
    }

    /// The name that files, addresses and the text tables use.
    pub fn id(self) -> &'static str {
        self.row().name
    }

    /// The rule with that name.
    pub fn named(name: &str) -> Option<RuleId> {
        RULES.iter().find(|row| row.name == name).map(|row| row.id)
    }
}

impl Verdict {
    pub fn reason(self) -> Reason {
        match self {
            Verdict::Pass(reason) | Verdict::Mask(reason) | Verdict::Stop(reason) => reason,
        }
    }

    /// How strong it is, whatever the reason: Stop beats Mask beats Pass.
    pub fn strength(self) -> u8 {
        match self {
            Verdict::Pass(_) => 0,
            Verdict::Mask(_) => 1,
            Verdict::Stop(_) => 2,
        }
    }

    pub fn passes(self) -> bool {
        self.strength() == 0
    }

    /// The word that the text tables and the page's classes use.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Pass(_) => "pass",
            Verdict::Mask(_) => "mask",
            Verdict::Stop(_) => "stop",
        }
    }
}

impl Reason {
    /// Every reason there is.
    pub const ALL: [Reason; 17] = [
        Reason::OperationExpected,
        Reason::OperationUnexpected,
        Reason::NotATextQuestion,
        Reason::StandInGiven,
        Reason::Partner,
        Reason::NotAPartner,
        Reason::RightRoad,
        Reason::WrongRoad,
        Reason::RoadUnknown,
        Reason::OwnAddressOutside,
        Reason::NotAHomeQuestion,
        Reason::NotOurSubscriber,
        Reason::AskedByUs,
        Reason::OursAskedFromOutside,
        Reason::HomeAsks,
        Reason::NotTheHome,
        Reason::NotApplicable,
    ];

    /// The name that the judge and the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Reason::OperationExpected => "operation-expected",
            Reason::OperationUnexpected => "operation-unexpected",
            Reason::NotATextQuestion => "not-a-text-question",
            Reason::StandInGiven => "stand-in-given",
            Reason::Partner => "partner",
            Reason::NotAPartner => "not-a-partner",
            Reason::RightRoad => "right-road",
            Reason::WrongRoad => "wrong-road",
            Reason::RoadUnknown => "road-unknown",
            Reason::OwnAddressOutside => "own-address-outside",
            Reason::NotAHomeQuestion => "not-a-home-question",
            Reason::NotOurSubscriber => "not-our-subscriber",
            Reason::AskedByUs => "asked-by-us",
            Reason::OursAskedFromOutside => "ours-asked-from-outside",
            Reason::HomeAsks => "home-asks",
            Reason::NotTheHome => "not-the-home",
            Reason::NotApplicable => "not-applicable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_its_ids_and_spelled_as_files_spell_it() {
        for (i, row) in RULES.iter().enumerate() {
            assert_eq!(row.id as usize, i, "{}", row.name);
            assert_eq!(serde_json::to_value(row.id).unwrap(), row.name);
            assert_eq!(RuleId::named(row.name), Some(row.id));
        }
    }

    #[test]
    fn a_reason_is_spelled_as_files_spell_it() {
        for reason in Reason::ALL {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.id());
        }
    }
}
