//! Acts: who asks, under which address, and whether somebody is there to answer.

use super::{CODE, Check, NUMBER};
use crate::lesson::file::{ActFile, NetworkFile};
use crate::lesson::model::{Act, Claims, Manner};
use crate::lesson::{Code, Diagnostic};
use crate::signalling::{
    Asked, Generation, GlobalTitle, Lease, Network, NetworkId, OperationId, Party, Plmn, Standing,
};

impl Check<'_> {
    pub(super) fn acts(
        &mut self,
        networks: &[Option<Network>],
        leases: Option<&[Lease]>,
    ) -> Option<Vec<Act>> {
        let file = self.file;
        let mut acts = Vec::new();
        for (i, act) in file.acts.iter().enumerate() {
            acts.push(self.act(i, act, networks, leases));
        }
        acts.into_iter().collect()
    }

    pub(super) fn act(
        &mut self,
        i: usize,
        file: &ActFile,
        networks: &[Option<Network>],
        leases: Option<&[Lease]>,
    ) -> Option<Act> {
        let at = |field: &str| format!("acts[{i}].{field}");
        let from = self.party_named(&at("from"), &file.from);
        let claims = match &file.claims {
            None => None,
            Some(text) => Some(self.claims(&at("claims"), text, networks)?),
        };
        let inner = match &file.inner {
            None => None,
            Some(text) => Some(self.address(&at("inner"), text, GlobalTitle::read, NUMBER)?),
        };
        let network = match &file.network_code {
            None => None,
            Some(text) => Some(self.address(&at("network-code"), text, Plmn::read, CODE)?),
        };
        let by = match &file.by {
            None => None,
            Some(name) => Some(self.carrier_named(&at("by"), name)?),
        };
        let to = match &file.to {
            None => None,
            Some(name) => Some(self.network_named(&at("to"), name)?),
        };
        self.nodes_for(file.operation, to, file.inside);
        let from = from?;
        let (role, generation) = (file.operation.row().from, file.operation.row().generation());
        // A network with a problem of its own is not blamed a second time.
        let sends = |id: NetworkId| match networks.get(id.index()) {
            Some(Some(network)) => network.address(role, generation).is_some(),
            _ => true,
        };
        let unlisted = |id: NetworkId| match networks.get(id.index()) {
            Some(Some(network)) => network.unlisted.is_some(),
            _ => true,
        };
        let rents = || leases.is_none_or(|all| all.iter().any(|lease| lease.to == from));
        let (path, name, has_address) = match (claims, from) {
            // In the later generations whoever forges a name needs no node that bears it.
            (Some(Claims::Network(id)), _) if generation == Generation::Ss7 => {
                ("claims", file.claims.as_deref().unwrap_or_default(), sends(id))
            }
            (Some(_), _) => ("claims", "", true),
            (None, Party::Network(id)) if file.unlisted => ("from", &*file.from, unlisted(id)),
            (None, Party::Network(id)) => ("from", &*file.from, sends(id)),
            (None, Party::ThirdParty) => ("from", &*file.from, rents()),
        };
        if !has_address {
            self.report(&at(path), Code::NoAddress, name, "");
        }
        let manner = Manner {
            claims,
            naive: file.naive,
            unlisted: file.unlisted,
            unreadable: file.unreadable,
            inner,
            network,
            by,
            to,
            inside: file.inside,
        };
        Some(Act {
            id: file.id.clone(),
            operation: file.operation,
            from,
            manner,
            minutes_later: file.minutes_later,
            honest: false,
            for_others: file.for_others,
        })
    }

    /// Whose address an act claims: a network's by its name, or one that is written out.
    pub(super) fn claims(
        &mut self,
        path: &str,
        text: &str,
        networks: &[Option<Network>],
    ) -> Option<Claims> {
        if let Some(at) = self.file.networks.iter().position(|network| network.id == text) {
            return u8::try_from(at).ok().map(|at| Claims::Network(NetworkId(at)));
        }
        let title = self.address(path, text, GlobalTitle::read, NUMBER)?;
        let whole = networks.iter().all(Option::is_some);
        if whole && !networks.iter().flatten().any(|network| network.owns(title)) {
            let ranges = networks.iter().flatten().map(|n| n.titles.to_string());
            let ranges = ranges.collect::<Vec<_>>().join(", ");
            self.report(path, Code::OutsideRange, text, &ranges);
        }
        Some(Claims::Title(title))
    }

    /// Whoever is asked needs a node that answers, and so does whoever is asked for the answer's sake.
    pub(super) fn nodes_for(
        &mut self,
        operation: OperationId,
        to: Option<NetworkId>,
        inside: Option<OperationId>,
    ) {
        let row = operation.row();
        let serving = self.file.traveller.serving.as_deref();
        let home = |network: &NetworkFile| network.standing == Standing::Home;
        let serves = |network: &NetworkFile| match serving {
            Some(name) => network.id == name,
            None => network.standing == Standing::Visited,
        };
        let asked = |network: &NetworkFile| match row.asked() {
            Asked::Home => home(network),
            Asked::Serving => serves(network),
            Asked::Either => home(network) || serves(network),
        };
        let file = self.file;
        for (at, network) in file.networks.iter().enumerate() {
            let wanted = to.map_or_else(|| asked(network), |to| to.index() == at);
            if !wanted || network.nodes.iter().any(|node| node.role == row.to) {
                continue;
            }
            let problem = Diagnostic::new(
                format!("networks[{at}].nodes"),
                Code::MissingNode,
                "",
                row.to.id(),
            );
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
        }
        if let Some(inside) = row.inside.or(inside) {
            self.nodes_for(inside, None, None);
        }
    }
}
