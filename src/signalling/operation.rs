//! The operation catalogue: what can be asked, of whom, with what, and what the answer gives away.
//! One row an operation, as its specification has it. What an operation is for in words is in `text`.

use super::{Fact, Facts};
use serde::{Deserialize, Serialize};

/// An operation, by the name that its specification gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OperationId {
    UpdateLocation,
    #[serde(rename = "sendRoutingInfoForSM")]
    SendRoutingInfoForSm,
    AnyTimeInterrogation,
    ProvideSubscriberInfo,
}

/// What a node does in its network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Home location register: which subscriber is where, and what they have subscribed to.
    Hlr,
    /// Switch with its visitor location register: looks after the phones in its area.
    MscVlr,
    /// The exchange that delivers text messages for others (SMS-GMSC).
    SmsGateway,
    /// Stands in front of the register and answers for it (SMS home routing, TR 23.840).
    SmsRouter,
    /// Runs services that follow a subscriber about (gsmSCF, CAMEL).
    ServiceControl,
}

/// How a request names the subscriber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Msisdn,
    Imsi,
    /// Either will do; the phone number is used where both are known.
    MsisdnOrImsi,
}

/// What an operation is honestly for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HonestUse {
    Locate,
    Connect,
    Charge,
}

/// The usual filtering category, which public vendor manuals describe: 1 is valid inside one network
/// only, 2 from a visitor's home network only, 3 from the network that the subscriber is in only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    One,
    Two,
    Three,
    /// No category: honest networks send it, and SMS home routing handles it.
    HomeRouted,
}

/// One row of the catalogue.
#[derive(Debug)]
pub struct Operation {
    pub id: OperationId,
    /// As the specification spells it.
    pub name: &'static str,
    /// The MAP operation code.
    pub code: u8,
    pub specification: &'static str,
    pub clause: &'static str,
    pub from: Role,
    pub to: Role,
    pub subject: Subject,
    /// What the request tells its receiver.
    pub tells: Facts,
    /// What the answer discloses.
    pub discloses: Facts,
    /// Whether it moves the subscriber to the sender's network in the home register.
    pub moves: bool,
    /// What the receiver asks somebody else before it answers.
    pub inside: Option<OperationId>,
    pub honest_use: HonestUse,
    pub category: Category,
    /// The public source of the category, by its id in the list of sources.
    pub category_source: &'static str,
}

use Fact::{Cell, ServingNetwork, ServingNode};
use OperationId::{
    AnyTimeInterrogation, ProvideSubscriberInfo, SendRoutingInfoForSm, UpdateLocation,
};

const WHERE: Facts = Facts::of(&[ServingNetwork, ServingNode]);
const CELL: Facts = Facts::of(&[ServingNetwork, ServingNode, Cell]);
// The profile goes down by insertSubscriberData, inside the same dialogue and before its answer.
const PROFILE: Facts = Facts::of(&[Fact::PhoneNumber, Fact::Subscription]);
const ROUTING: Facts = Facts::of(&[Fact::Imsi, ServingNetwork, ServingNode]);

/// Every operation, in the order of [`OperationId`].
#[rustfmt::skip]
pub const CATALOGUE: [Operation; 4] = [
    Operation { id: UpdateLocation,        name: "updateLocation",        code: 2,  specification: "TS 29.002", clause: "8.1.2",  from: Role::MscVlr,         to: Role::Hlr,    subject: Subject::Imsi,         tells: WHERE,       discloses: PROFILE,     moves: true,  inside: None,                        honest_use: HonestUse::Connect, category: Category::Three,      category_source: "oracle-cat3"  },
    Operation { id: SendRoutingInfoForSm,  name: "sendRoutingInfoForSM",  code: 45, specification: "TS 29.002", clause: "12.1",   from: Role::SmsGateway,     to: Role::Hlr,    subject: Subject::Msisdn,       tells: Facts::NONE, discloses: ROUTING,     moves: false, inside: None,                        honest_use: HonestUse::Connect, category: Category::HomeRouted, category_source: "3gpp-23840" },
    Operation { id: AnyTimeInterrogation,  name: "anyTimeInterrogation",  code: 71, specification: "TS 29.002", clause: "8.11.1", from: Role::ServiceControl, to: Role::Hlr,    subject: Subject::MsisdnOrImsi, tells: Facts::NONE, discloses: CELL,        moves: false, inside: Some(ProvideSubscriberInfo), honest_use: HonestUse::Locate,  category: Category::One,        category_source: "sigfw"      },
    Operation { id: ProvideSubscriberInfo, name: "provideSubscriberInfo", code: 70, specification: "TS 29.002", clause: "8.11.2", from: Role::Hlr,            to: Role::MscVlr, subject: Subject::Imsi,         tells: Facts::NONE, discloses: CELL,        moves: false, inside: None,                        honest_use: HonestUse::Charge,  category: Category::Two,        category_source: "sigfw"      },
];

impl OperationId {
    /// The catalogue's row.
    pub fn row(self) -> &'static Operation {
        &CATALOGUE[self as usize]
    }
}

impl Role {
    /// The name that files and the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Role::Hlr => "hlr",
            Role::MscVlr => "msc-vlr",
            Role::SmsGateway => "sms-gateway",
            Role::SmsRouter => "sms-router",
            Role::ServiceControl => "service-control",
        }
    }
}

impl Operation {
    /// Whether this is what a home register sends to the node that serves its subscriber: the
    /// operations that only the home network has reason to send.
    pub fn is_home_to_serving(&self) -> bool {
        self.from == Role::Hlr && self.to == Role::MscVlr
    }

    /// What a sender must know to send this: how to name the subscriber, by IMSI or by phone number,
    /// and where to send it.
    pub fn needs(&self, by_imsi: bool) -> Facts {
        let name = Facts::of(&[if by_imsi { Fact::Imsi } else { Fact::PhoneNumber }]);
        match self.to {
            Role::MscVlr => name.with(Facts::of(&[ServingNode])),
            _ => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_in_the_order_of_its_ids() {
        for (i, row) in CATALOGUE.iter().enumerate() {
            assert_eq!(row.id as usize, i, "{}", row.name);
        }
    }

    #[test]
    fn a_file_spells_an_operation_as_the_specification_does() {
        for row in &CATALOGUE {
            assert_eq!(serde_json::to_value(row.id).unwrap(), row.name);
        }
    }

    #[test]
    fn only_provide_subscriber_info_is_a_home_networks_own_question() {
        let own: Vec<_> = CATALOGUE.iter().filter(|row| row.is_home_to_serving()).collect();
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].id, ProvideSubscriberInfo);
    }

    #[test]
    fn the_second_question_needs_what_the_first_gives() {
        let second = ProvideSubscriberInfo.row().needs(true);
        assert!(second.without(SendRoutingInfoForSm.row().discloses).is_empty());
        assert!(!second.has(Fact::PhoneNumber));
    }
}
