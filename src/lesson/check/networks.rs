//! Carriers and networks: addresses in reserved ranges, and no two in each other's.

use super::{CODE, Check, NUMBER, RANGE};
use crate::lesson::Code;
use crate::lesson::file::{CarrierFile, NetworkFile, NodeFile};
use crate::signalling::{
    Carrier, Generation, GlobalTitle, Network, Node, Plmn, TitleRange, Unlisted,
};

impl Check<'_> {
    pub(super) fn carriers(&mut self) -> Vec<Carrier> {
        let carrier = |c: &CarrierFile| Carrier {
            id: c.id.clone(),
            name: c.name.clone(),
            secured: c.secured,
            hides: c.hides,
        };
        self.file.carriers.iter().map(carrier).collect()
    }

    /// The networks in the order of the file; `None` stands for one with a problem of its own.
    pub(super) fn networks(&mut self) -> Vec<Option<Network>> {
        let file = self.file;
        let mut networks = Vec::new();
        for (i, network) in file.networks.iter().enumerate() {
            networks.push(self.network(i, network));
        }
        for (i, (a, b)) in file.agreements.iter().enumerate() {
            let a = self.network_named(&format!("agreements[{i}][0]"), a);
            let b = self.network_named(&format!("agreements[{i}][1]"), b);
            if let (Some(a), Some(b)) = (a, b) {
                for (one, other) in [(a, b), (b, a)] {
                    if let Some(Some(network)) = networks.get_mut(one.index()) {
                        network.partners.push(other);
                    }
                }
            }
        }
        networks
    }

    pub(super) fn network(&mut self, i: usize, file: &NetworkFile) -> Option<Network> {
        let at = |field: &str| format!("networks[{i}].{field}");
        let plmn = self.address(&at("plmn"), &file.plmn, Plmn::read, CODE);
        let titles = self.address(&at("titles"), &file.titles, TitleRange::read, RANGE);
        let realm = match &file.realm {
            Some(text) => self.address(&at("realm"), text, Plmn::read, CODE),
            None => plmn,
        };
        let mut nodes = Vec::new();
        for (j, node) in file.nodes.iter().enumerate() {
            nodes.push(self.node(&at(&format!("nodes[{j}]")), node, titles));
        }
        let unlisted = match &file.unlisted {
            None => Some(None),
            Some(unlisted) => {
                let range =
                    self.address(&at("unlisted.titles"), &unlisted.titles, TitleRange::read, RANGE);
                let realm = self.address(&at("unlisted.realm"), &unlisted.realm, Plmn::read, CODE);
                let path = at("unlisted.title");
                let title = self.address(&path, &unlisted.title, GlobalTitle::read, NUMBER);
                self.within(&path, title, range, &unlisted.title);
                (|| Some(Some(Unlisted { titles: range?, realm: realm?, title: title? })))()
            }
        };
        let mut carriers = Vec::new();
        for (j, carrier) in file.carriers.iter().enumerate() {
            carriers.push(self.carrier_named(&at(&format!("carriers[{j}]")), carrier));
        }
        if file.carriers.is_empty() {
            self.report(&at("carriers"), Code::Empty, "", "");
        }
        Some(Network {
            id: file.id.clone(),
            name: file.name.clone(),
            standing: file.standing,
            plmn: plmn?,
            titles: titles?,
            realm: realm?,
            unlisted: unlisted?,
            signs: file.signs,
            nodes: nodes.into_iter().collect::<Option<_>>()?,
            carriers: carriers.into_iter().collect::<Option<_>>()?,
            partners: Vec::new(),
        })
    }

    pub(super) fn node(
        &mut self,
        path: &str,
        file: &NodeFile,
        own: Option<TitleRange>,
    ) -> Option<Node> {
        let at = |field: &str| format!("{path}.{field}");
        let ss7 = file.role.speaks(Generation::Ss7);
        let host = match &file.hosted_by {
            None => None,
            Some(name) => {
                let host = self.network_named(&at("hosted-by"), name)?;
                let titles = &self.file.networks.get(host.index())?.titles;
                Some(TitleRange::read(titles).ok()?)
            }
        };
        let title = match &file.title {
            Some(_) if !ss7 => {
                self.report(&at("title"), Code::UnknownField, "title", "role");
                return None;
            }
            Some(text) => {
                let title = self.address(&at("title"), text, GlobalTitle::read, NUMBER)?;
                self.within(&at("title"), Some(title), host.or(own), text);
                Some(title)
            }
            // In the later generations a node's name follows from its role and its network.
            None if !ss7 || file.role.speaks(Generation::Diameter) => None,
            None => {
                self.report(path, Code::MissingField, "title", "");
                return None;
            }
        };
        Some(Node { role: file.role, title })
    }

    pub(super) fn within(
        &mut self,
        path: &str,
        title: Option<GlobalTitle>,
        range: Option<TitleRange>,
        found: &str,
    ) {
        if let (Some(title), Some(range)) = (title, range)
            && !range.holds(title)
        {
            self.report(path, Code::OutsideRange, found, &range.to_string());
        }
    }

    /// No two networks share a range or a code, and a title never begins as its network's code does:
    /// a filter that confused the two must be seen to fail.
    pub(super) fn territories(&mut self, networks: &[Option<Network>]) {
        for (i, network) in networks.iter().enumerate() {
            let Some(network) = network else { continue };
            for other in networks.iter().take(i).flatten() {
                if network.titles.overlaps(other.titles) {
                    let path = format!("networks[{i}].titles");
                    self.report(&path, Code::Overlap, &network.titles.to_string(), &other.id);
                }
                if network.plmn.overlaps(other.plmn) {
                    let path = format!("networks[{i}].plmn");
                    self.report(&path, Code::Overlap, &network.plmn.to_string(), &other.id);
                }
                if network.realm == other.realm {
                    let path = format!("networks[{i}].realm");
                    self.report(&path, Code::Overlap, &network.realm.to_string(), &other.id);
                }
            }
            let code: String = network.plmn.to_string().chars().filter(|&c| c != '-').collect();
            if TitleRange::read(&format!("+{code}")).is_ok_and(|like| like.overlaps(network.titles))
            {
                let path = format!("networks[{i}].titles");
                self.report(&path, Code::TitleLikeCode, &network.titles.to_string(), &code);
            }
        }
    }

    /// What nobody's tables know yet must not lie where they know something.
    pub(super) fn new_territories(&mut self, networks: &[Option<Network>]) {
        for (i, network) in networks.iter().enumerate() {
            let Some(unlisted) = network.as_ref().and_then(|network| network.unlisted) else {
                continue;
            };
            let others = networks.iter().enumerate();
            let mut others = others.filter_map(|(j, other)| Some((j, other.as_ref()?)));
            let taken = others.find(|(j, other)| {
                let twin = other.unlisted.filter(|_| *j < i);
                other.titles.overlaps(unlisted.titles)
                    || other.realm == unlisted.realm
                    || twin.is_some_and(|twin| {
                        twin.titles.overlaps(unlisted.titles) || twin.realm == unlisted.realm
                    })
            });
            if let Some((_, other)) = taken {
                let path = format!("networks[{i}].unlisted");
                self.report(&path, Code::Overlap, &unlisted.titles.to_string(), &other.id);
            }
        }
    }
}
