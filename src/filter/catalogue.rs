//! The table of rules: where each has a meaning, what it reads, what it must know, what can be set.

use super::rule::{Field, Need, RuleId, RuleRow, Side};
use crate::signalling::Generation;
use Field::{
    Address, InnerAddress, Link, NetworkCode, Operation, Peer, Protection, RecordedRoute,
    Signature, Subscriber,
};
use Generation::{Diameter, Services, Ss7};
use Need::{
    Categories, Codes, Counts, Keys, Lessees, Partners, Ranges, Roads, SeenSenders, Whereabouts,
};
use RuleId::*;
use Side::{Border, Exit, Transit};

const ALL: &[Generation] = &[Ss7, Diameter, Services];
const MAP: &[Generation] = &[Ss7];
const HOPS: &[Generation] = &[Diameter];
const SIGNED: &[Generation] = &[Ss7, Diameter];
const PROXIES: &[Generation] = &[Services];

const BORDER: &[Side] = &[Border];
const EXIT: &[Side] = &[Exit];
const ARRIVING: &[Side] = &[Border, Transit];
const ANYWHERE: &[Side] = &[Border, Exit, Transit];

/// Has an effect where a sender can hide what the rule reads, and elsewhere none.
const BLIND: &str = "when-unreadable";

/// Every rule, in the order of [`RuleId`], which is also the order in which a reader is shown them.
#[rustfmt::skip]
pub const RULES: [RuleRow; 17] = [
    RuleRow { id: UnexpectedOperation, name: "unexpected-operation", sides: ANYWHERE, generations: ALL,     reads: &[Operation],                       needs: &[Categories],    settings: &[BLIND] },
    RuleRow { id: SmsHomeRouting,      name: "sms-home-routing",     sides: BORDER,   generations: ALL,     reads: &[Operation],                       needs: &[],              settings: &[BLIND] },
    RuleRow { id: PartnerList,         name: "partner-list",         sides: ARRIVING, generations: ALL,     reads: &[Address],                         needs: &[Ranges, Partners], settings: &[BLIND] },
    RuleRow { id: IngressRoute,        name: "ingress-route",        sides: ARRIVING, generations: ALL,     reads: &[Address, Link],                   needs: &[Ranges, Roads], settings: &[BLIND] },
    RuleRow { id: LayerConsistency,    name: "layer-consistency",    sides: ANYWHERE, generations: MAP,     reads: &[Operation, Address, InnerAddress], needs: &[Ranges],       settings: &[BLIND] },
    RuleRow { id: OwnSubscriber,       name: "own-subscriber",       sides: BORDER,   generations: ALL,     reads: &[Operation, Subscriber, Address],  needs: &[Codes, Ranges], settings: &[BLIND] },
    RuleRow { id: HomeMatch,           name: "home-match",           sides: ANYWHERE, generations: ALL,     reads: &[Operation, Subscriber, Address],  needs: &[Codes, Ranges], settings: &[BLIND] },
    RuleRow { id: PreviousLocation,    name: "previous-location",    sides: BORDER,   generations: ALL,     reads: &[Operation, Subscriber, Address],  needs: &[Whereabouts, Ranges], settings: &[BLIND] },
    RuleRow { id: Velocity,            name: "velocity",             sides: BORDER,   generations: ALL,     reads: &[Operation, Subscriber, Address],  needs: &[Whereabouts, Ranges], settings: &[BLIND, "minutes"] },
    RuleRow { id: LearnedSenders,      name: "learned-senders",      sides: ARRIVING, generations: ALL,     reads: &[Address],                         needs: &[SeenSenders, Ranges],settings: &[BLIND, "learns"] },
    RuleRow { id: Volume,              name: "volume",               sides: ANYWHERE, generations: ALL,     reads: &[Operation, Subscriber, Address],  needs: &[Counts, Ranges],settings: &[BLIND, "per-subscriber", "per-sender", "per-call"] },
    RuleRow { id: OriginConsistency,   name: "origin-consistency",   sides: ARRIVING, generations: HOPS,    reads: &[Address, NetworkCode, Link],      needs: &[Ranges],        settings: &[BLIND] },
    RuleRow { id: RouteRecord,         name: "route-record",         sides: BORDER,   generations: HOPS,    reads: &[Address, RecordedRoute],          needs: &[Ranges, Roads], settings: &[BLIND] },
    RuleRow { id: HopSecurity,         name: "hop-security",         sides: ARRIVING, generations: HOPS,    reads: &[Protection],                      needs: &[],              settings: &[BLIND] },
    RuleRow { id: EndToEndSignature,   name: "end-to-end-signature", sides: ARRIVING, generations: SIGNED,  reads: &[Address, Signature],              needs: &[Keys, Ranges],  settings: &[BLIND] },
    RuleRow { id: Sepp,                name: "sepp",                 sides: BORDER,   generations: PROXIES, reads: &[NetworkCode, Peer],               needs: &[Codes],         settings: &[BLIND] },
    RuleRow { id: LeaseBan,            name: "lease-ban",            sides: EXIT,     generations: ALL,     reads: &[Link],                            needs: &[Lessees],       settings: &[BLIND] },
];

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
    fn every_rule_can_be_told_what_to_do_with_what_it_cannot_read() {
        for row in &RULES {
            assert_eq!(row.settings.first(), Some(&BLIND), "{}", row.name);
        }
    }
}
