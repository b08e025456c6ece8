//! The rules themselves: one function each, from what is seen and what the tables say to a verdict.

use super::{Reason, RuleId, Seen, Tables, Tie, Verdict};
use crate::signalling::{Category, Observed, OperationId};
use Verdict::{Mask, Pass, Stop};

/// Lets one rule look at one message.
pub(super) fn consult(rule: RuleId, seen: &Seen, tables: &Tables) -> Verdict {
    if !rule.row().sides.contains(&tables.side) {
        return Pass(Reason::NotApplicable);
    }
    match rule {
        RuleId::UnexpectedOperation => unexpected_operation(seen),
        RuleId::SmsHomeRouting => sms_home_routing(seen),
        RuleId::PartnerList => partner_list(seen, tables),
        RuleId::IngressRoute => ingress_route(seen, tables),
        RuleId::OwnSubscriber => own_subscriber(seen, tables),
        RuleId::HomeMatch => home_match(seen, tables),
    }
}

/// Refuses what belongs inside one network, whoever sends it (category 1).
fn unexpected_operation(seen: &Seen) -> Verdict {
    match seen.request.operation.row().category {
        Category::One => Stop(Reason::OperationUnexpected),
        Category::Two | Category::Three | Category::HomeRouted => Pass(Reason::OperationExpected),
    }
}

/// Answers "where do I deliver a text?" with a stand-in and the router's own address (TR 23.840).
fn sms_home_routing(seen: &Seen) -> Verdict {
    match seen.request.operation {
        OperationId::SendRoutingInfoForSm => Mask(Reason::StandInGiven),
        _ => Pass(Reason::NotATextQuestion),
    }
}

/// Lets partners' addresses in. It reads the address that is claimed, and knows no lessee.
fn partner_list(seen: &Seen, tables: &Tables) -> Verdict {
    match tables.tie(seen.claimed.title) {
        // Whether an own address may come from outside is for the check of the road.
        Some(Tie::Own) => Pass(Reason::AskedByUs),
        Some(Tie::Partner) => Pass(Reason::Partner),
        Some(Tie::Stranger) | None => Stop(Reason::NotAPartner),
    }
}

/// Compares the address that is claimed with the road that the message came in by.
fn ingress_route(seen: &Seen, tables: &Tables) -> Verdict {
    let Observed::ByCarrier(carrier) = seen.observed else {
        return Pass(Reason::NotApplicable);
    };
    if tables.tie(seen.claimed.title) == Some(Tie::Own) {
        return Stop(Reason::OwnAddressOutside);
    }
    match tables.comes_by(seen.claimed.title, carrier) {
        Some(true) => Pass(Reason::RightRoad),
        Some(false) => Stop(Reason::WrongRoad),
        None => Pass(Reason::RoadUnknown),
    }
}

/// Refuses a home register's question about one's own subscriber that comes from outside
/// (category 2, first half).
fn own_subscriber(seen: &Seen, tables: &Tables) -> Verdict {
    if !seen.request.operation.row().is_home_to_serving() {
        return Pass(Reason::NotAHomeQuestion);
    }
    let about = seen.request.imsi.and_then(|imsi| tables.home(imsi));
    match (about, tables.tie(seen.claimed.title)) {
        (about, _) if about.is_none() || about != tables.own => Pass(Reason::NotOurSubscriber),
        (_, Some(Tie::Own)) => Pass(Reason::AskedByUs),
        _ => Stop(Reason::OursAskedFromOutside),
    }
}

/// Lets a home register's question pass only from the subscriber's own home network (category 2,
/// second half). It compares operators, and believes the address that is claimed.
fn home_match(seen: &Seen, tables: &Tables) -> Verdict {
    if !seen.request.operation.row().is_home_to_serving() {
        return Pass(Reason::NotAHomeQuestion);
    }
    let home = seen.request.imsi.and_then(|imsi| tables.home(imsi));
    match tables.owner(seen.claimed.title) {
        Some(owner) if Some(owner) == home => Pass(Reason::HomeAsks),
        _ => Stop(Reason::NotTheHome),
    }
}
