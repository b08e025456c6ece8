//! What a node does in its network, and in which generation of networks.

use serde::{Deserialize, Serialize};

/// A generation of mobile networks, by the signalling between them. They differ in the way that an
/// answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Generation {
    /// 2G and 3G: MAP over SS7. An answer goes to the address that the question claims.
    #[serde(rename = "3g")]
    Ss7,
    /// 4G: Diameter. An answer goes back hop by hop by the road of the question (RFC 6733, 6.2).
    #[serde(rename = "4g")]
    Diameter,
    /// 5G standalone: services between two edge proxies that have proved who they are (TS 33.501,
    /// 5.9.3). An answer comes back inside the same connection.
    #[serde(rename = "5g")]
    Services,
}

/// What a node does in its network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Home location register: which subscriber is where, and what they have subscribed to.
    Hlr,
    /// Switch with its visitor location register: looks after the phones in its area.
    MscVlr,
    /// The same for data (SGSN).
    Sgsn,
    /// Asks for positions on behalf of location services (GMLC).
    Gmlc,
    /// The exchange to which an incoming call comes first (GMSC).
    Gmsc,
    /// The exchange that delivers text messages for others (SMS-GMSC).
    SmsGateway,
    /// Stands in front of the register and answers for it (SMS home routing, TR 23.840).
    SmsRouter,
    /// Runs services that follow a subscriber about (gsmSCF, CAMEL).
    ServiceControl,
    /// Passes SS7 messages on, and is where a network's screening stands (STP).
    Stp,
    /// The 4G register (HSS).
    Hss,
    /// Looks after the phones in its area in 4G (MME).
    Mme,
    /// A network's edge towards others in Diameter (DEA).
    Dea,
    /// Passes Diameter messages on (DRA).
    Dra,
    /// Runs services over IMS (AS).
    ApplicationServer,
    /// The 5G register (UDM).
    Udm,
    /// Looks after the phones in its area in 5G (AMF).
    Amf,
    /// Opens a network's events to its own services (NEF).
    Nef,
    /// A network's edge towards others in 5G (SEPP).
    Sepp,
}

use Generation::{Diameter, Services, Ss7};

/// One row a role: the word in files, the abbreviation in host names, the generation.
const ROLES: [(Role, &str, &str, Generation); 18] = [
    (Role::Hlr, "hlr", "hlr", Ss7),
    (Role::MscVlr, "msc-vlr", "vlr", Ss7),
    (Role::Sgsn, "sgsn", "sgsn", Ss7),
    (Role::Gmlc, "gmlc", "gmlc", Ss7),
    (Role::Gmsc, "gmsc", "gmsc", Ss7),
    (Role::SmsGateway, "sms-gateway", "smsc", Ss7),
    (Role::SmsRouter, "sms-router", "smsrouter", Ss7),
    (Role::ServiceControl, "service-control", "scf", Ss7),
    (Role::Stp, "stp", "stp", Ss7),
    (Role::Hss, "hss", "hss", Diameter),
    (Role::Mme, "mme", "mme", Diameter),
    (Role::Dea, "dea", "dea", Diameter),
    (Role::Dra, "dra", "dra", Diameter),
    (Role::ApplicationServer, "application-server", "as", Diameter),
    (Role::Udm, "udm", "udm", Services),
    (Role::Amf, "amf", "amf", Services),
    (Role::Nef, "nef", "nef", Services),
    (Role::Sepp, "sepp", "sepp", Services),
];

impl Role {
    /// Every role, in the order of the generations.
    pub fn all() -> impl Iterator<Item = Role> {
        ROLES.iter().map(|row| row.0)
    }

    /// The name that files and the text tables use.
    pub const fn id(self) -> &'static str {
        ROLES[self as usize].1
    }

    /// How a host's name in this role begins.
    pub const fn host(self) -> &'static str {
        ROLES[self as usize].2
    }

    /// The generation that the node itself is of. Gateways for texts and positions, and the text
    /// router, are asked and ask in the later ones too.
    pub const fn generation(self) -> Generation {
        ROLES[self as usize].3
    }

    /// Whether a node in this role looks after phones in its area: a visited network's.
    pub const fn is_serving(self) -> bool {
        matches!(self, Role::MscVlr | Role::Sgsn | Role::Mme | Role::Amf)
    }

    /// Whether it is a home network's register.
    pub const fn is_register(self) -> bool {
        matches!(self, Role::Hlr | Role::Hss | Role::Udm)
    }

    /// Whether it has a part in a generation's signalling.
    pub const fn speaks(self, generation: Generation) -> bool {
        let later = matches!(self, Role::Gmlc | Role::SmsGateway | Role::SmsRouter);
        self.generation() as u8 == generation as u8 || later
    }
}

impl Generation {
    pub const ALL: [Generation; 3] = [Ss7, Diameter, Services];

    /// The name that files and the text tables use.
    pub const fn id(self) -> &'static str {
        match self {
            Ss7 => "3g",
            Diameter => "4g",
            Services => "5g",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_roles_and_spelled_as_files_spell_it() {
        for (i, role) in Role::all().enumerate() {
            assert_eq!(role as usize, i, "{}", role.id());
            assert_eq!(serde_json::to_value(role).unwrap(), role.id());
        }
        for generation in Generation::ALL {
            assert_eq!(serde_json::to_value(generation).unwrap(), generation.id());
        }
    }

    #[test]
    fn the_nodes_that_texts_and_positions_go_through_speak_every_generation() {
        for generation in Generation::ALL {
            assert!(Role::SmsGateway.speaks(generation) && Role::Gmlc.speaks(generation));
            assert_eq!(Role::Mme.speaks(generation), generation == Diameter);
        }
    }
}
