//! The rules themselves: one function each, from what is seen, what the tables say and what the gate
//! remembers to a verdict.

use super::state::{Keep, MINUTE};
use super::{Reason, Rule, RuleId, Seen, Settings, State, Tables, Tie, Verdict, WhenUnreadable};
use crate::signalling::{Address, Category, Link, Repeats, Request};
use Verdict::{Mask, Pass, Stop};

/// Lets one rule look at one message.
pub(super) fn consult<K: Keep>(
    rule: Rule,
    seen: &Seen,
    tables: &Tables,
    state: &State<K>,
) -> Verdict {
    let Rule { id, settings } = rule;
    if !id.row().applies(tables.side, seen.observed.generation) {
        return Pass(Reason::NotApplicable);
    }
    match (id, &seen.request) {
        (RuleId::PartnerList, _) => partner_list(seen, tables),
        (RuleId::IngressRoute, _) => ingress_route(seen, tables),
        (RuleId::LearnedSenders, _) => learned_senders(seen, tables, state, &settings),
        (RuleId::OriginConsistency, _) => origin_consistency(seen, tables),
        (RuleId::RouteRecord, _) => route_record(seen, tables),
        (RuleId::HopSecurity, _) => hop_security(seen),
        (RuleId::EndToEndSignature, _) => end_to_end_signature(seen, tables),
        (RuleId::Sepp, _) => sepp(seen, tables),
        (RuleId::LeaseBan, _) => lease_ban(seen),
        // The others judge by what a message asks and about whom.
        (RuleId::UnexpectedOperation, Some(request)) => unexpected_operation(request),
        (RuleId::SmsHomeRouting, Some(request)) => sms_home_routing(request),
        (RuleId::LayerConsistency, Some(request)) => layer_consistency(request, seen, tables),
        (RuleId::OwnSubscriber, Some(request)) => own_subscriber(request, seen, tables),
        (RuleId::HomeMatch, Some(request)) => home_match(request, seen, tables),
        (RuleId::PreviousLocation, Some(request)) => {
            previous_location(request, seen, tables, state)
        }
        (RuleId::Velocity, Some(request)) => velocity(request, seen, tables, state, &settings),
        (RuleId::Volume, Some(request)) => volume(request, seen, tables, state, &settings),
        (_, None) => blind(id, seen, tables, state, &settings),
    }
}

/// What a rule says that cannot read what it judges by.
fn blind<K: Keep>(
    id: RuleId,
    seen: &Seen,
    tables: &Tables,
    state: &State<K>,
    settings: &Settings,
) -> Verdict {
    match settings.when_unreadable {
        WhenUnreadable::Refuse => Stop(Reason::Unreadable),
        // Who asks can still be counted.
        WhenUnreadable::Pass if id == RuleId::Volume && too_many(seen, tables, state, settings) => {
            Stop(Reason::TooManyFromOne)
        }
        WhenUnreadable::Pass => Pass(Reason::Unreadable),
    }
}

/// Refuses what belongs inside one network, whoever sends it (category 1).
fn unexpected_operation(request: &Request) -> Verdict {
    match request.operation.row().category {
        Category::One => Stop(Reason::OperationUnexpected),
        Category::Two | Category::Three | Category::HomeRouted | Category::Transport => {
            Pass(Reason::OperationExpected)
        }
    }
}

/// Answers "where do I deliver a text?" with a stand-in and the router's own address (TR 23.840).
fn sms_home_routing(request: &Request) -> Verdict {
    if request.operation.row().is_about_a_text() {
        Mask(Reason::StandInGiven)
    } else {
        Pass(Reason::NotATextQuestion)
    }
}

/// Lets partners' addresses in. It reads the address that is claimed, and knows no lessee.
fn partner_list(seen: &Seen, tables: &Tables) -> Verdict {
    match tables.tie(seen.claimed.address) {
        // Whether an own address may come from outside is for the check of the road.
        Some(Tie::Own) => Pass(Reason::AskedByUs),
        Some(Tie::Partner) => Pass(Reason::Partner),
        Some(Tie::Stranger) | None => Stop(Reason::NotAPartner),
    }
}

/// Compares the address that is claimed with the link that the message came in by.
fn ingress_route(seen: &Seen, tables: &Tables) -> Verdict {
    let address = seen.claimed.address;
    let fits = match seen.observed.link {
        Link::Lessee => return Pass(Reason::NotApplicable),
        Link::Carrier(_) if tables.tie(address) == Some(Tie::Own) => {
            return Stop(Reason::OwnAddressOutside);
        }
        Link::Carrier(carrier) => tables.comes_by(address, carrier),
        Link::Customer(customer) => tables.owner(address).map(|owner| Some(owner) == customer),
    };
    match fits {
        Some(true) => Pass(Reason::RightRoad),
        Some(false) => Stop(Reason::WrongRoad),
        None => Pass(Reason::RoadUnknown),
    }
}

/// Compares the address outside with the one that the message repeats inside.
fn layer_consistency(request: &Request, seen: &Seen, tables: &Tables) -> Verdict {
    match seen.claimed.inner {
        Some(inner) if request.operation.row().repeats == Repeats::Address => {
            let inner = Address::Title(inner);
            if tables.range(inner) == tables.range(seen.claimed.address) {
                Pass(Reason::LayersAgree)
            } else {
                Stop(Reason::LayersDiffer)
            }
        }
        _ => Pass(Reason::NothingToCompare),
    }
}

/// Refuses a home register's question about one's own subscriber that comes from outside
/// (category 2, first half).
fn own_subscriber(request: &Request, seen: &Seen, tables: &Tables) -> Verdict {
    if !request.operation.row().by_home {
        return Pass(Reason::NotAHomeQuestion);
    }
    let about = request.imsi.and_then(|imsi| tables.home(imsi));
    match (about, tables.tie(seen.claimed.address)) {
        (about, _) if about.is_none() || about != tables.own => Pass(Reason::NotOurSubscriber),
        (_, Some(Tie::Own)) => Pass(Reason::AskedByUs),
        _ => Stop(Reason::OursAskedFromOutside),
    }
}

/// Lets a home register's question pass only from the subscriber's own home network (category 2,
/// second half). It compares operators, and believes the address that is claimed.
fn home_match(request: &Request, seen: &Seen, tables: &Tables) -> Verdict {
    if !request.operation.row().by_home {
        return Pass(Reason::NotAHomeQuestion);
    }
    let home = request.imsi.and_then(|imsi| tables.home(imsi));
    match tables.owner(seen.claimed.address) {
        Some(owner) if Some(owner) == home => Pass(Reason::HomeAsks),
        _ => Stop(Reason::NotTheHome),
    }
}

/// Lets what only a serving node sends pass only from where the subscriber is registered (category 3,
/// first half).
fn previous_location<K: Keep>(
    request: &Request,
    seen: &Seen,
    tables: &Tables,
    state: &State<K>,
) -> Verdict {
    let row = request.operation.row();
    if row.category != Category::Three {
        return Pass(Reason::NotFromAServingNode);
    }
    if row.is_arrival() {
        return Pass(Reason::ArrivalItself);
    }
    match request.imsi.and_then(|imsi| state.registered(imsi)) {
        None => Pass(Reason::WhereaboutsUnknown),
        Some(last) if last.network == tables.owner(seen.claimed.address) => {
            Pass(Reason::FromWhereRegistered)
        }
        Some(_) => Stop(Reason::NotWhereRegistered),
    }
}

/// Refuses an arrival that nobody could have travelled to in that time (category 3, second half).
fn velocity<K: Keep>(
    request: &Request,
    seen: &Seen,
    tables: &Tables,
    state: &State<K>,
    settings: &Settings,
) -> Verdict {
    let row = request.operation.row();
    if row.category != Category::Three || !row.is_arrival() {
        return Pass(Reason::MovesNobody);
    }
    let Some(last) = request.imsi.and_then(|imsi| state.registered(imsi)) else {
        return Pass(Reason::WhereaboutsUnknown);
    };
    if last.network == tables.owner(seen.claimed.address) {
        return Pass(Reason::FromWhereRegistered);
    }
    match last.at {
        None => Pass(Reason::WhereaboutsUnknown),
        Some(at)
            if seen.at.saturating_sub(at) < u64::from(settings.minutes).saturating_mul(MINUTE) =>
        {
            Stop(Reason::TooFast)
        }
        Some(_) => Pass(Reason::TimeEnough),
    }
}

/// Lets in who was there while it learned, and nobody else.
fn learned_senders<K: Keep>(
    seen: &Seen,
    tables: &Tables,
    state: &State<K>,
    settings: &Settings,
) -> Verdict {
    match () {
        () if state.learns(settings, seen.at) => Pass(Reason::StillLearning),
        () if state.has_seen(tables.range(seen.claimed.address)) => Pass(Reason::SeenBefore),
        () => Stop(Reason::NeverSeen),
    }
}

/// Counts questions about where somebody is, and all that comes from one sender.
fn volume<K: Keep>(
    request: &Request,
    seen: &Seen,
    tables: &Tables,
    state: &State<K>,
    settings: &Settings,
) -> Verdict {
    let locates = request.operation.row().locates();
    let sender = tables.range(seen.claimed.address);
    let about = request.subscriber().filter(|_| locates);
    let asked_about = about.map(|about| state.asked_about(sender, about, seen.at));
    let sent = state.sent_by(sender, seen.at);
    // Each call brings so many, and so many are free: nobody can know that a call is about to come.
    let brought = u64::from(settings.per_call) * (u64::from(sent.calls) + 1);
    match () {
        () if asked_about.is_some_and(|count| count >= settings.per_subscriber) => {
            Stop(Reason::TooManyAboutOne)
        }
        () if sent.all >= settings.per_sender => Stop(Reason::TooManyFromOne),
        () if locates && settings.per_call > 0 && u64::from(sent.questions) >= brought => {
            Stop(Reason::TooManyForItsCalls)
        }
        () if !locates => Pass(Reason::NotCounted),
        () => Pass(Reason::UsualVolume),
    }
}

fn too_many<K: Keep>(seen: &Seen, tables: &Tables, state: &State<K>, settings: &Settings) -> bool {
    state.sent_by(tables.range(seen.claimed.address), seen.at).all >= settings.per_sender
}

/// Compares host, realm and network code with each other, and refuses the own realm from outside.
/// Whether the realm fits the subscriber is for `home-match`.
fn origin_consistency(seen: &Seen, tables: &Tables) -> Verdict {
    let Address::Identity(origin) = seen.claimed.address else {
        return Pass(Reason::NothingToCompare);
    };
    let outside = matches!(seen.observed.link, Link::Carrier(_));
    match () {
        () if origin.host != origin.realm => Stop(Reason::HostOutsideRealm),
        () if outside && tables.tie(seen.claimed.address) == Some(Tie::Own) => {
            Stop(Reason::OwnAddressOutside)
        }
        () if seen.claimed.network.is_some_and(|code| code != origin.realm) => {
            Stop(Reason::CodeNotOfRealm)
        }
        () => Pass(Reason::OriginAgrees),
    }
}

/// Compares the way that agents have put down with the ways that the claimed owner's messages take.
fn route_record(seen: &Seen, tables: &Tables) -> Verdict {
    let Some(first) = seen.observed.recorded else { return Pass(Reason::PathHidden) };
    match tables.served_by(seen.claimed.address, first) {
        Some(true) => Pass(Reason::PathFits),
        Some(false) => Stop(Reason::PathImpossible),
        None => Pass(Reason::RoadUnknown),
    }
}

/// Asks for a protected last hop. Nobody at the far end is proved by that.
fn hop_security(seen: &Seen) -> Verdict {
    if seen.observed.secured { Pass(Reason::HopProtected) } else { Stop(Reason::HopUnprotected) }
}

/// Asks for the claimed owner's signature.
fn end_to_end_signature(seen: &Seen, tables: &Tables) -> Verdict {
    let owner = tables.owner(seen.claimed.address);
    match seen.observed.signed {
        None => Stop(Reason::Unsigned),
        // A key is known by its holder, not by the range it is used on.
        Some(by) if owner.is_none_or(|owner| owner == by) => Pass(Reason::Signed),
        Some(_) => Stop(Reason::SignedByAnother),
    }
}

/// Compares the network that a message names with the one that the other end of the connection has
/// proved to be (TS 33.501, 5.9.3.2).
fn sepp(seen: &Seen, tables: &Tables) -> Verdict {
    let named = seen.claimed.network.and_then(|code| tables.coded(code));
    match seen.observed.peer {
        Some(peer) if named == Some(peer) => Pass(Reason::PeerProved),
        _ => Stop(Reason::PeerIsAnother),
    }
}

/// Ends the letting of addresses, at the lessor's own exit.
fn lease_ban(seen: &Seen) -> Verdict {
    match seen.observed.link {
        Link::Lessee => Stop(Reason::LeaseEnded),
        Link::Carrier(_) | Link::Customer(_) => Pass(Reason::NotApplicable),
    }
}
