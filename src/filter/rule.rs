//! What a rule is: its id, its settings, what it is handed, and what it may say. The table of all rules
//! is in `catalogue`.

use super::Reason;
use super::catalogue::RULES;
use crate::signalling::{Claimed, Generation, Observed, Request};
use serde::{Deserialize, Serialize};

/// A rule, by the name that files and addresses use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleId {
    UnexpectedOperation,
    SmsHomeRouting,
    PartnerList,
    IngressRoute,
    LayerConsistency,
    OwnSubscriber,
    HomeMatch,
    PreviousLocation,
    Velocity,
    LearnedSenders,
    Volume,
    OriginConsistency,
    RouteRecord,
    HopSecurity,
    EndToEndSignature,
    Sepp,
    LeaseBan,
}

/// A rule as it stands at a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rule {
    pub id: RuleId,
    pub settings: Settings,
}

/// What can be set of a rule. Each rule reads its own; the others lie idle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Settings {
    /// What a rule does that cannot read what it judges by.
    pub when_unreadable: WhenUnreadable,
    /// `volume`: the most questions about one subscriber, from one sender, in an hour.
    pub per_subscriber: u32,
    /// `volume`: the most messages from one sender in an hour, whatever they ask.
    pub per_sender: u32,
    /// `volume`: the most questions about where somebody is, from one sender in an hour, for each of its
    /// messages that connect: a call, a text, a registration. 0: they are not compared.
    pub per_call: u32,
    /// `velocity`: the fewest minutes between registrations in two networks.
    pub minutes: u32,
    /// `learned-senders`: how many minutes from the beginning it learns whom it sees; after that it
    /// judges.
    pub learns: u32,
}

/// What a rule does with what it cannot read. Real ones do either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhenUnreadable {
    /// Lets it through (fails open).
    Pass,
    /// Refuses it (fails closed).
    Refuse,
}

impl WhenUnreadable {
    pub const ALL: [WhenUnreadable; 2] = [WhenUnreadable::Pass, WhenUnreadable::Refuse];

    /// The name that files use.
    pub const fn id(self) -> &'static str {
        match self {
            WhenUnreadable::Pass => "pass",
            WhenUnreadable::Refuse => "refuse",
        }
    }
}

/// All that a rule is handed. Who really sent the message is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Seen {
    pub claimed: Claimed,
    pub observed: Observed,
    /// What it asks, and about whom; `None` where the filter cannot read it.
    pub request: Option<Request>,
    /// When, in milliseconds of the story.
    pub at: u64,
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

/// What a rule can read of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Operation,
    Subscriber,
    Address,
    InnerAddress,
    NetworkCode,
    Link,
    RecordedRoute,
    Protection,
    Signature,
    Peer,
}

/// What a rule needs to know beside the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// Which operations belong inside one network.
    Categories,
    /// Whose address ranges are whose.
    Ranges,
    /// Who is a partner.
    Partners,
    /// Which carriers serve whom.
    Roads,
    /// Whose subscription numbers begin how.
    Codes,
    /// Where each subscriber was registered last, and since when.
    Whereabouts,
    /// Which senders there were while it learned.
    SeenSenders,
    /// How many questions there have been.
    Counts,
    /// The keys of other operators.
    Keys,
    /// Who rents an address.
    Lessees,
}

/// One row of the table of rules. What it misses and harms, in words, is in `text`, by the rule's id.
#[derive(Debug)]
pub struct RuleRow {
    pub id: RuleId,
    /// The name in files and addresses.
    pub name: &'static str,
    /// The gates where it has a meaning; elsewhere it passes as not applicable.
    pub sides: &'static [Side],
    /// The generations in which it has a meaning; in others it passes as not applicable.
    pub generations: &'static [Generation],
    pub reads: &'static [Field],
    pub needs: &'static [Need],
    /// The settings that it reads, by their names in files.
    pub settings: &'static [&'static str],
}

impl Default for Settings {
    fn default() -> Settings {
        Settings::USUAL
    }
}

impl Settings {
    /// What holds where nothing is set: filters fail open, ten questions an hour about one traveller are
    /// usual, and nobody changes the country within an hour. The numbers are assumptions.
    pub const USUAL: Settings = Settings {
        when_unreadable: WhenUnreadable::Pass,
        per_subscriber: 10,
        per_sender: 10_000,
        per_call: 0,
        minutes: 60,
        learns: 0,
    };
}

impl From<RuleId> for Rule {
    fn from(id: RuleId) -> Rule {
        Rule { id, settings: Settings::USUAL }
    }
}

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

impl RuleRow {
    /// Whether the rule has a meaning there.
    pub fn applies(&self, side: Side, generation: Generation) -> bool {
        self.sides.contains(&side) && self.generations.contains(&generation)
    }

    /// Whether it reads what a sender can write so that a filter cannot read it.
    pub fn can_be_blinded(&self) -> bool {
        self.reads.iter().any(|field| matches!(field, Field::Operation | Field::Subscriber))
    }

    /// Whether its verdict depends on what came before.
    pub fn has_state(&self) -> bool {
        let state =
            |need: &Need| matches!(need, Need::Whereabouts | Need::SeenSenders | Need::Counts);
        self.needs.iter().any(state)
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

impl Field {
    pub const ALL: [Field; 10] = [
        Field::Operation,
        Field::Subscriber,
        Field::Address,
        Field::InnerAddress,
        Field::NetworkCode,
        Field::Link,
        Field::RecordedRoute,
        Field::Protection,
        Field::Signature,
        Field::Peer,
    ];

    /// The name that the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Field::Operation => "operation",
            Field::Subscriber => "subscriber",
            Field::Address => "address",
            Field::InnerAddress => "inner-address",
            Field::NetworkCode => "network-code",
            Field::Link => "link",
            Field::RecordedRoute => "recorded-route",
            Field::Protection => "protection",
            Field::Signature => "signature",
            Field::Peer => "peer",
        }
    }
}

impl Need {
    pub const ALL: [Need; 10] = [
        Need::Categories,
        Need::Ranges,
        Need::Partners,
        Need::Roads,
        Need::Codes,
        Need::Whereabouts,
        Need::SeenSenders,
        Need::Counts,
        Need::Keys,
        Need::Lessees,
    ];

    /// The name that the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Need::Categories => "categories",
            Need::Ranges => "ranges",
            Need::Partners => "partners",
            Need::Roads => "roads",
            Need::Codes => "codes",
            Need::Whereabouts => "whereabouts",
            Need::SeenSenders => "seen-senders",
            Need::Counts => "counts",
            Need::Keys => "keys",
            Need::Lessees => "lessees",
        }
    }
}
