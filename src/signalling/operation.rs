//! What an operation is: the columns of the operation catalogue, whose rows are in `catalogue`.

use super::catalogue::{CATALOGUE, NAMES, SPECIFIED};
use super::{Fact, Facts, Generation, Role};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An operation, by the name that its specification gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[rustfmt::skip]
pub enum OperationId {
    // MAP
    UpdateLocation, CancelLocation, ProvideRoamingNumber, InsertSubscriberData, DeleteSubscriberData,
    RegisterSs, SendRoutingInfo, UpdateGprsLocation, SendRoutingInfoForGprs, MtForwardSm,
    SendRoutingInfoForSm, SendIdentification, SendAuthenticationInfo, RestoreData, SendImsi,
    ProcessUnstructuredSsRequest, UnstructuredSsRequest, UnstructuredSsNotify,
    AnyTimeSubscriptionInterrogation, PurgeMs, ProvideSubscriberInfo, AnyTimeInterrogation,
    ProvideSubscriberLocation, SendRoutingInfoForLcs, SubscriberLocationReport,
    // Diameter
    S6aUpdateLocation, S6aCancelLocation, S6aAuthenticationInformation, S6aInsertSubscriberData,
    S6aDeleteSubscriberData, S6aPurgeUe, S6aReset, S6aNotify, S6cSendRoutingInfoForSm,
    SlhLcsRoutingInfo, SlgProvideLocation, SlgLocationReport, ShUserData,
    // 5G services
    UecmRegistration, UecmGet, UecmSendRoutingInfoForSm, SdmGet, SdmGetIdTranslation,
    MtProvideLocationInfo, UdmEventExposureSubscribe, AmfEventExposureSubscribe,
    AmfProvideLocationInfo, AmfProvidePositioningInfo, GmlcProvideLocation, N32Handshake, N32Forward,
}

/// The protocol or interface that an operation belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Mobile Application Part, TS 29.002.
    Map,
    /// Serving node to register, TS 29.272.
    S6a,
    /// Text exchange to register, TS 29.338.
    S6c,
    /// Location gateway to register, TS 29.173.
    Slh,
    /// Location gateway to serving node, TS 29.172.
    Slg,
    /// Application server to register, TS 29.328.
    Sh,
    /// HTTP services of the 5G core.
    Service,
}

/// By which code an operation is known on its protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// MAP operation code.
    Operation(u8),
    /// Diameter command code.
    Command(u32),
    /// HTTP method and path.
    Http(&'static str, &'static str),
}

/// How a request names the subscriber. The later generations have other words for the same: GPSI for
/// the phone number, SUPI for the IMSI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Msisdn,
    Imsi,
    /// Either will do; the phone number is used where both are known.
    MsisdnOrImsi,
    /// A short-lived stand-in that the serving network gave the phone.
    Tmsi,
    /// It is about no subscriber, or about all of them.
    Nobody,
}

/// What an operation is honestly for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HonestUse {
    Locate,
    Connect,
    Charge,
}

/// The usual filtering category, which public vendor manuals describe: 1 is valid inside one network
/// only, 2 from a visitor's home network only, 3 from the network that the subscriber is in only. 5G
/// has no such list in public; there it goes by the twin in MAP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    One,
    Two,
    Three,
    /// No category: honest networks send it, and SMS home routing handles it.
    HomeRouted,
    /// It carries others, and asks nothing itself.
    Transport,
}

/// Whom a question is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Home,
    Serving,
    Either,
}

/// What of its sender a request repeats inside, beside the address that it is sent under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// Nothing: there is nothing to compare.
    Nothing,
    /// An address of the sender's own node.
    Address,
    /// The network's code.
    Network,
}

/// One row of the catalogue: what a run, a filter and a caption need of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    pub id: OperationId,
    /// As the specification spells it.
    pub name: &'static str,
    pub protocol: Protocol,
    pub from: Role,
    pub to: Role,
    pub subject: Subject,
    pub repeats: Repeats,
    /// What the request tells its receiver.
    pub tells: Facts,
    /// What the answer discloses.
    pub discloses: Facts,
    /// Whether it moves the subscriber to the sender's network in the home register.
    pub moves: bool,
    /// What the receiver asks somebody else before it answers.
    pub inside: Option<OperationId>,
    /// Whether only the subscriber's home register has reason to send it to a serving node: what
    /// `own-subscriber` and `home-match` look at.
    pub by_home: bool,
    pub honest_use: HonestUse,
    pub category: Category,
}

/// The rest of the row: how and where the operation is specified. Apart, so that the page need not carry
/// what it does not show.
#[derive(Clone, Copy, Debug)]
pub struct Specified {
    pub code: Code,
    pub specification: &'static str,
    pub clause: &'static str,
    /// The parameter in which a request repeats its sender's own address or network; empty where it has
    /// none.
    pub carries: &'static str,
    /// The public source of the category, by its id in the list of sources; empty where the category
    /// is the twin's.
    pub category_source: &'static str,
}

impl OperationId {
    /// The catalogue's row.
    pub fn row(self) -> &'static Operation {
        &CATALOGUE[self as usize]
    }

    /// The operation of that name. Diameter commands may bear the prefix that some tables give them.
    pub fn named(name: &str) -> Option<OperationId> {
        let row = |name: &str| CATALOGUE.iter().find(|row| row.name == name);
        let command = |row: &&Operation| row.generation() == Generation::Diameter;
        let bare = || row(name.strip_prefix("3GPP-")?).filter(command);
        row(name).or_else(bare).map(|row| row.id)
    }
}

impl Operation {
    /// The part of the text tables' keys that names it: its name, with hyphens for spaces.
    pub fn key(&self) -> String {
        self.name.replace(' ', "-")
    }

    /// How and where it is specified.
    pub fn specified(&self) -> &'static Specified {
        &SPECIFIED[self.id as usize]
    }

    pub fn generation(&self) -> Generation {
        self.protocol.generation()
    }

    /// Whom it is asked of.
    pub fn asked(&self) -> Asked {
        match self.to {
            Role::Sepp => Asked::Either,
            // From the home's location gateway to the visited one's.
            Role::Gmlc if self.from == Role::Gmlc => Asked::Serving,
            role if role.is_serving() => Asked::Serving,
            _ => Asked::Home,
        }
    }

    /// Whether it belongs to a phone's arrival in a network: it comes from where the subscriber was
    /// not registered until now.
    pub fn is_arrival(&self) -> bool {
        self.moves || (self.discloses.has(Fact::AuthenticationVectors) && self.to.is_register())
    }

    /// Whether it asks where a text is to be delivered.
    pub fn is_about_a_text(&self) -> bool {
        self.category == Category::HomeRouted
    }

    /// Whether its answer says something of where the subscriber is.
    pub fn locates(&self) -> bool {
        let place = [Fact::ServingNetwork, Fact::ServingNode, Fact::Cell, Fact::Position];
        place.into_iter().any(|fact| self.discloses.has(fact))
    }

    /// What a sender must know to send this: how to name the subscriber, by IMSI or by phone number,
    /// and where to send it.
    pub fn needs(&self, by_imsi: bool) -> Facts {
        let name = match self.subject {
            // Heard in the air, or nobody's.
            Subject::Tmsi | Subject::Nobody => Facts::NONE,
            _ if by_imsi => Facts::of(&[Fact::Imsi]),
            _ => Facts::of(&[Fact::PhoneNumber]),
        };
        match self.asked() {
            Asked::Serving => name.with(Facts::of(&[Fact::ServingNode])),
            Asked::Home | Asked::Either => name,
        }
    }
}

impl Protocol {
    pub const fn generation(self) -> Generation {
        match self {
            Protocol::Map => Generation::Ss7,
            Protocol::Service => Generation::Services,
            _ => Generation::Diameter,
        }
    }

    /// The Diameter application, where it is one.
    pub const fn application(self) -> Option<u32> {
        match self {
            Protocol::S6a => Some(16_777_251),
            Protocol::S6c => Some(16_777_312),
            Protocol::Slh => Some(16_777_291),
            Protocol::Slg => Some(16_777_255),
            Protocol::Sh => Some(16_777_217),
            Protocol::Map | Protocol::Service => None,
        }
    }

    /// As specifications write it.
    pub const fn name(self) -> &'static str {
        match self {
            Protocol::Map => "MAP",
            Protocol::S6a => "S6a",
            Protocol::S6c => "S6c",
            Protocol::Slh => "SLh",
            Protocol::Slg => "SLg",
            Protocol::Sh => "Sh",
            Protocol::Service => "5G service",
        }
    }
}

impl HonestUse {
    /// The name that the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            HonestUse::Locate => "locate",
            HonestUse::Connect => "connect",
            HonestUse::Charge => "charge",
        }
    }
}

// Files write the name, and what is packed for the page writes the number.

impl Serialize for OperationId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(self.row().name)
        } else {
            serializer.serialize_u8(*self as u8)
        }
    }
}

impl<'de> Deserialize<'de> for OperationId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OperationId, D::Error> {
        if deserializer.is_human_readable() {
            let name = String::deserialize(deserializer)?;
            OperationId::named(&name).ok_or_else(|| D::Error::unknown_variant(&name, &NAMES))
        } else {
            let number = usize::from(u8::deserialize(deserializer)?);
            let row = CATALOGUE.get(number).ok_or_else(|| D::Error::custom("no such operation"))?;
            Ok(row.id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use OperationId::*;

    #[test]
    fn the_catalogue_is_in_the_order_of_its_ids() {
        for (i, row) in CATALOGUE.iter().enumerate() {
            assert_eq!(row.id as usize, i, "{}", row.name);
            assert_eq!(OperationId::named(row.name), Some(row.id), "each name is there once");
        }
    }

    #[test]
    fn a_file_spells_an_operation_as_the_specification_does() {
        for row in &CATALOGUE {
            let written = serde_json::to_value(row.id).unwrap();
            assert_eq!(written, row.name);
            assert_eq!(serde_json::from_value::<OperationId>(written).unwrap(), row.id);
        }
        assert_eq!(
            OperationId::named("3GPP-Insert-Subscriber-Data"),
            Some(S6aInsertSubscriberData)
        );
        assert_eq!(OperationId::named("3GPP-updateLocation"), None);
    }

    #[test]
    fn what_is_packed_for_the_page_comes_back() {
        for row in &CATALOGUE {
            let packed = postcard::to_allocvec(&row.id).unwrap();
            assert_eq!(packed.len(), 1);
            assert_eq!(postcard::from_bytes::<OperationId>(&packed).unwrap(), row.id);
        }
        assert!(postcard::from_bytes::<OperationId>(&[200]).is_err());
    }

    #[test]
    fn codes_are_of_the_rows_protocol_and_paths_begin_with_a_slash() {
        for row in &CATALOGUE {
            match row.specified().code {
                Code::Operation(_) => assert_eq!(row.protocol, Protocol::Map),
                Code::Command(_) => assert!(row.protocol.application().is_some(), "{}", row.name),
                Code::Http(method, path) => {
                    assert_eq!(row.protocol, Protocol::Service);
                    assert!(["GET", "PUT", "POST"].contains(&method) && path.starts_with('/'));
                }
            }
        }
    }

    #[test]
    fn only_what_a_home_register_sends_to_a_serving_node_is_compared_with_the_home() {
        let guarded: Vec<_> =
            CATALOGUE.iter().filter(|row| row.by_home).map(|row| row.id).collect();
        assert_eq!(
            guarded,
            [
                CancelLocation,
                ProvideRoamingNumber,
                InsertSubscriberData,
                DeleteSubscriberData,
                ProvideSubscriberInfo,
                S6aCancelLocation,
                S6aInsertSubscriberData,
                S6aDeleteSubscriberData,
                AmfEventExposureSubscribe,
                AmfProvideLocationInfo,
            ]
        );
        for id in guarded {
            let row = id.row();
            assert!(row.from.is_register() && row.to.is_serving() && row.subject == Subject::Imsi);
        }
    }

    #[test]
    fn the_second_question_needs_what_the_first_gives() {
        let pairs = [
            (SendRoutingInfoForSm, ProvideSubscriberInfo),
            (S6cSendRoutingInfoForSm, S6aInsertSubscriberData),
            (UecmSendRoutingInfoForSm, AmfProvideLocationInfo),
        ];
        for (first, second) in pairs {
            let needs = second.row().needs(true);
            assert!(needs.without(first.row().discloses).is_empty());
            assert!(!needs.has(Fact::PhoneNumber));
        }
    }

    #[test]
    fn a_question_inside_another_is_of_the_same_generation_and_asked_of_the_serving_network() {
        for row in &CATALOGUE {
            let Some(inner) = row.inside else { continue };
            assert_eq!(inner.row().generation(), row.generation());
            assert_eq!((row.asked(), inner.row().asked()), (Asked::Home, Asked::Serving));
        }
    }
}
