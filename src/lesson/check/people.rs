//! The traveller, leases, the third party, and what everybody knows and has done before.

use super::{Check, IMSI, NUMBER};
use crate::lesson::model::{Asking, Past, Traveller};
use crate::lesson::{Code, limits};
use crate::signalling::{
    CarrierId, Facts, GlobalTitle, Imsi, Lease, Msisdn, Network, NetworkId, Party, Standing,
};

impl Check<'_> {
    pub(super) fn traveller(&mut self, networks: &[Option<Network>]) -> Option<Traveller> {
        let file = &self.file.traveller;
        let msisdn = self.address("traveller.msisdn", &file.msisdn, Msisdn::read, NUMBER);
        let imsi = self.address("traveller.imsi", &file.imsi, Imsi::read, IMSI);
        let home = self.only(Standing::Home);
        let visited = self.only(Standing::Visited);
        let network = home.and_then(|home| networks.get(home.index())?.as_ref());
        if let (Some(imsi), Some(network)) = (imsi, network)
            && !network.subscribes(imsi)
        {
            let code = network.plmn.to_string();
            self.report("traveller.imsi", Code::NotSubscribed, &file.imsi, &code);
        }
        let serving = match &file.serving {
            Some(name) => self.network_named("traveller.in", name),
            None => visited,
        };
        visited?;
        Some(Traveller { msisdn: msisdn?, imsi: imsi?, home: home?, serving: serving? })
    }

    pub(super) fn only(&mut self, standing: Standing) -> Option<NetworkId> {
        let networks = (0..).map(NetworkId).zip(&self.file.networks);
        let mut found = networks.filter(|(_, n)| n.standing == standing).map(|(id, _)| id);
        match (found.next(), found.next()) {
            (Some(id), None) => Some(id),
            _ => {
                let word = if standing == Standing::Home { "home" } else { "visited" };
                self.report("networks", Code::OneStanding, "", word);
                None
            }
        }
    }

    pub(super) fn leases(&mut self, networks: &[Option<Network>]) -> Option<Vec<Lease>> {
        let file = self.file;
        let mut leases = Vec::new();
        for (i, lease) in file.leases.iter().enumerate() {
            let at = |field: &str| format!("leases[{i}].{field}");
            let from = self.network_named(&at("from"), &lease.from);
            let to = self.party_named(&at("to"), &lease.to);
            let title = self.address(&at("title"), &lease.title, GlobalTitle::read, NUMBER);
            let lessor = from.and_then(|from| networks.get(from.index())?.as_ref());
            self.within(&at("title"), title, lessor.map(|lessor| lessor.titles), &lease.title);
            let earlier = |other: &Option<Lease>| other.is_some_and(|o| Some(o.title) == title);
            let node =
                |n: &Network| title.is_some() && n.nodes.iter().any(|node| node.title == title);
            if leases.iter().any(earlier) || networks.iter().flatten().any(node) {
                self.report(&at("title"), Code::Duplicate, &lease.title, "");
            }
            leases.push((|| Some(Lease { from: from?, to: to?, title: title? }))());
        }
        leases.into_iter().collect()
    }

    pub(super) fn third_party(&mut self) -> Option<Option<CarrierId>> {
        match &self.file.third_party {
            None => Some(None),
            Some(file) => self.carrier_named("third-party.carrier", &file.carrier).map(Some),
        }
    }

    pub(super) fn knows(&mut self) -> Option<Vec<(Party, Facts)>> {
        let file = self.file;
        let mut all = Vec::new();
        for (i, knows) in file.knows.iter().enumerate() {
            let party = self.party_named(&format!("knows[{i}].party"), &knows.party);
            all.push(party.map(|party| (party, knows.facts.iter().copied().collect::<Facts>())));
        }
        all.into_iter().collect()
    }

    pub(super) fn past(&mut self) -> Option<Past> {
        let file = &self.file.past;
        let registered = match &file.registered {
            None => Some(None),
            Some(past) => {
                let network = self.network_named("past.registered.in", &past.network);
                network.map(|network| Some((network, past.minutes_ago)))
            }
        };
        let mut seen = Vec::new();
        match &file.seen {
            Some(names) => {
                for (i, name) in names.iter().enumerate() {
                    seen.push(self.network_named(&format!("past.seen[{i}]"), name));
                }
            }
            None => {
                let all = self.file.networks.iter().zip(0..).map(|(_, i)| Some(NetworkId(i)));
                seen.extend(all);
            }
        }
        let mut asked = Vec::new();
        for (i, ask) in file.asked.iter().enumerate() {
            let from = self.network_named(&format!("past.asked[{i}].from"), &ask.from);
            if ask.times > limits::TIMES {
                let path = format!("past.asked[{i}].times");
                let (found, most) = (ask.times.to_string(), limits::TIMES.to_string());
                self.report(&path, Code::TooMany, &found, &most);
            }
            let (times, minutes_ago, of_others) = (ask.times, ask.minutes_ago, ask.of_others);
            asked.push(from.map(|from| Asking { from, times, minutes_ago, of_others }));
        }
        Some(Past {
            registered: registered?,
            seen: seen.into_iter().collect::<Option<_>>()?,
            asked: asked.into_iter().collect::<Option<_>>()?,
        })
    }
}
