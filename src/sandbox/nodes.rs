//! Which nodes stand in the networks: those that the questions have to do with, and no more than the
//! picture has room for.

use super::base::spot;
use super::build::{Why, find};
use super::setting::Spot;
use crate::lesson::{Act, Claims, Lesson};
use crate::signalling::{
    Asked, Generation, Network, NetworkId, Node, OperationId, Party, Role, Standing,
};

/// The most nodes of a network that the picture has room for.
const MOST: usize = 3;
/// Where there are several carriers, or somebody goes in and out at home as well.
const MOST_BESIDE_OTHERS: usize = 2;
/// Of a partner, which it shows as one house, and of a home with the phone in it.
const ONE: usize = 1;
/// So many stand there without being needed, so that one sees who asks.
const USUAL: usize = 2;

/// Puts the nodes of the stock into the lesson that its acts have to do with; where not into `all` networks,
/// into those that have none.
pub(super) fn furnish(lesson: &mut Lesson, stock: &Lesson, all: bool) -> Result<(), Why> {
    for at in 0..lesson.networks.len() {
        if !all && lesson.networks.get(at).is_some_and(|network| !network.nodes.is_empty()) {
            continue;
        }
        let id = NetworkId(u8::try_from(at).unwrap_or(u8::MAX));
        let here = spot(lesson, id);
        let Some(stocked) = find(stock, here).and_then(|id| stock.network(id)) else { continue };
        let roles = roles(lesson, id, here, stocked)?;
        let nodes = stocked.nodes.iter().filter(|node| roles.contains(&node.role));
        let nodes: Vec<Node> = nodes.copied().collect();
        if let Some(network) = lesson.networks.get_mut(at) {
            network.nodes = nodes;
        }
    }
    Ok(())
}

fn roles(lesson: &Lesson, id: NetworkId, here: Spot, stocked: &Network) -> Result<Vec<Role>, Why> {
    let mut roles: Vec<Role> = Vec::new();
    // Who is asked there.
    for asked in lesson.acts.iter().flat_map(|act| asked(lesson, act, id)) {
        if stocked.node(asked).is_none() {
            return Err(Why::Missing(here, asked));
        }
        put(&mut roles, asked);
    }
    // Who asks from there, or whose address is written on the envelope.
    let voices: Vec<(Role, Generation)> =
        lesson.acts.iter().filter_map(|act| voice(act, id)).collect();
    if here == Spot::Partner && roles.is_empty() {
        let mut ways = voices.iter().map(|(role, _)| *role).chain([Role::SmsGateway]);
        let fits = |role: &Role| voices.iter().all(|(_, generation)| role.speaks(*generation));
        roles.extend(ways.find(|role| stocked.node(*role).is_some() && fits(role)));
    }
    for &(role, generation) in &voices {
        let speaks = |role: &Role| role.speaks(generation);
        if !roles.iter().any(speaks) {
            let own = stocked.node(role).map(|node| node.role).filter(speaks);
            let other = || stocked.nodes.iter().map(|node| node.role).find(speaks);
            let role = own.or_else(other).ok_or(Why::Missing(here, role))?;
            put(&mut roles, role);
        }
    }
    let home = lesson.traveller.home;
    let narrow = lesson.carriers.len() > 1 || lesson.leases.iter().any(|lease| lease.from == home);
    let most = match here {
        Spot::Partner => ONE,
        Spot::Home if lesson.traveller.serving == home => ONE,
        _ if narrow => MOST_BESIDE_OTHERS,
        _ => MOST,
    };
    if roles.len() > most {
        return Err(Why::Crowded(here));
    }
    for (role, _) in voices {
        if roles.len() < USUAL.min(most) && stocked.node(role).is_some() {
            put(&mut roles, role);
        }
    }
    if roles.is_empty() {
        let first = lesson.acts.first().map(|act| act.operation);
        put(&mut roles, usual(stocked.standing, first));
    }
    Ok(roles)
}

/// The nodes of a network that an act asks: whom it is sent to, whom that asks in turn, and the text router
/// that could answer instead.
fn asked(lesson: &Lesson, act: &Act, network: NetworkId) -> Vec<Role> {
    let row = act.operation.row();
    let reaches = |operation: OperationId| match operation.row().asked() {
        Asked::Serving => lesson.traveller.serving,
        Asked::Home | Asked::Either => lesson.traveller.home,
    };
    let mut all = Vec::new();
    if act.manner.to.unwrap_or(reaches(act.operation)) == network {
        all.push(row.to);
        let home = network == lesson.traveller.home;
        all.extend((home && row.is_about_a_text()).then_some(Role::SmsRouter));
    }
    if let Some(inside) = row.inside.or(act.manner.inside).filter(|&id| reaches(id) == network) {
        all.push(inside.row().to);
    }
    all
}

/// The node of a network from which an act is sent, or seems to be.
fn voice(act: &Act, network: NetworkId) -> Option<(Role, Generation)> {
    let row = act.operation.row();
    let sends = act.from == Party::Network(network);
    let claimed = act.manner.claims == Some(Claims::Network(network));
    (sends || claimed).then_some((row.from, row.generation()))
}

/// What stands in a network that has nothing to do with it.
fn usual(standing: Standing, first: Option<OperationId>) -> Role {
    let generation = first.map_or(Generation::Ss7, |operation| operation.row().generation());
    match (standing, generation) {
        (Standing::Partner, _) => Role::SmsGateway,
        (Standing::Home, Generation::Ss7) => Role::Hlr,
        (Standing::Home, Generation::Diameter) => Role::Hss,
        (Standing::Home, Generation::Services) => Role::Udm,
        (Standing::Visited, Generation::Ss7) => Role::MscVlr,
        (Standing::Visited, Generation::Diameter) => Role::Mme,
        (Standing::Visited, Generation::Services) => Role::Amf,
    }
}

fn put(roles: &mut Vec<Role>, role: Role) {
    if !roles.contains(&role) {
        roles.push(role);
    }
}
