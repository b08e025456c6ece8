//! From the file to the lesson: references are resolved, addresses read, and everything that a run
//! relies on is made sure of. All problems are collected; the lesson comes only with none.

use super::file::{ActFile, GateFile, LessonFile, NetworkFile};
use super::model::{Act, Gate, GateRule, Lesson, Traveller};
use super::{Code, Diagnostic, FORMAT, limits};
use crate::filter::{RuleId, Side};
use crate::signalling::{
    AddressError, Carrier, CarrierId, Facts, GlobalTitle, Imsi, Lease, Msisdn, Network, NetworkId,
    Node, Party, Place, Plmn, Role, Standing, TitleRange,
};

/// Checks a file and makes the lesson of it; `None` where a problem was found (and pushed).
pub(super) fn check(file: &LessonFile, problems: &mut Vec<Diagnostic>) -> Option<Lesson> {
    let mut check = Check { file, problems };
    check.sizes();
    check.names();
    let carriers = check.carriers();
    let networks = check.networks();
    let traveller = check.traveller(&networks);
    check.territories(&networks);
    let leases = check.leases(&networks);
    let third_party = check.third_party();
    let knows = check.knows();
    let gates = check.gates();
    let acts = check.acts(&networks, leases.as_deref());
    let networks: Vec<Network> = networks.into_iter().collect::<Option<_>>()?;
    Some(Lesson {
        id: file.id.clone(),
        chapter: file.chapter,
        seed: file.seed,
        traveller: traveller?,
        networks,
        carriers,
        leases: leases?,
        third_party: third_party?,
        knows: knows?,
        gates: gates?,
        acts: acts?,
    })
}

struct Check<'a> {
    file: &'a LessonFile,
    problems: &'a mut Vec<Diagnostic>,
}

impl Check<'_> {
    fn report(&mut self, path: &str, code: Code, found: &str, expected: &str) {
        self.problems.push(Diagnostic::new(path, code, found, expected));
    }

    fn sizes(&mut self) {
        let file = self.file;
        if file.format != FORMAT {
            self.report("format", Code::Format, &file.format.to_string(), &FORMAT.to_string());
        }
        let sizes = [
            ("networks", file.networks.len(), limits::NETWORKS, true),
            ("carriers", file.carriers.len(), limits::CARRIERS, true),
            ("leases", file.leases.len(), limits::LEASES, false),
            ("acts", file.acts.len(), limits::ACTS, true),
            ("gates", file.gates.len(), limits::NETWORKS.saturating_mul(2), false),
        ];
        for (path, len, most, needed) in sizes {
            if len > most {
                self.report(path, Code::TooMany, &len.to_string(), &most.to_string());
            }
            if needed && len == 0 {
                self.report(path, Code::Empty, "", "");
            }
        }
    }

    /// Ids are words of the address line, and no two things of a kind have the same.
    fn names(&mut self) {
        let file = self.file;
        self.id("id", &file.id);
        let lists: [(&str, Vec<&String>); 4] = [
            ("networks", file.networks.iter().map(|n| &n.id).collect()),
            ("carriers", file.carriers.iter().map(|c| &c.id).collect()),
            ("gates", file.gates.iter().map(|g| &g.id).collect()),
            ("acts", file.acts.iter().map(|a| &a.id).collect()),
        ];
        for (list, ids) in lists {
            for (i, id) in ids.iter().enumerate() {
                let path = format!("{list}[{i}].id");
                self.id(&path, id);
                if ids.iter().take(i).any(|earlier| earlier == id) {
                    self.report(&path, Code::Duplicate, id, "");
                }
            }
        }
        let networks = file.networks.iter().map(|n| &n.name).enumerate();
        let carriers = file.carriers.iter().map(|c| &c.name).enumerate();
        let networks = networks.map(|(i, name)| (format!("networks[{i}].name"), name));
        let carriers = carriers.map(|(i, name)| (format!("carriers[{i}].name"), name));
        for (path, name) in networks.chain(carriers).collect::<Vec<_>>() {
            let len = name.chars().count();
            if len == 0 || len > limits::NAME || name.chars().any(char::is_control) {
                self.report(&path, Code::BadName, name, &limits::NAME.to_string());
            }
        }
    }

    fn id(&mut self, path: &str, id: &str) {
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let begins = id.starts_with(|c: char| c.is_ascii_lowercase());
        if !begins || !id.chars().all(letters) || id.len() > limits::ID {
            self.report(path, Code::BadId, id, &limits::ID.to_string());
        } else if id == "third-party" {
            self.report(path, Code::Duplicate, id, "");
        }
    }

    fn carriers(&mut self) -> Vec<Carrier> {
        let carrier =
            |c: &super::file::CarrierFile| Carrier { id: c.id.clone(), name: c.name.clone() };
        self.file.carriers.iter().map(carrier).collect()
    }

    /// The networks in the order of the file; `None` stands for one with a problem of its own.
    fn networks(&mut self) -> Vec<Option<Network>> {
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

    fn network(&mut self, i: usize, file: &NetworkFile) -> Option<Network> {
        let at = |field: &str| format!("networks[{i}].{field}");
        let plmn = self.address(&at("plmn"), &file.plmn, Plmn::read, CODE);
        let titles = self.address(&at("titles"), &file.titles, TitleRange::read, RANGE);
        let mut nodes = Vec::new();
        for (j, node) in file.nodes.iter().enumerate() {
            let path = at(&format!("nodes[{j}].title"));
            let title = self.address(&path, &node.title, GlobalTitle::read, NUMBER);
            if let (Some(title), Some(titles)) = (title, titles)
                && !titles.holds(title)
            {
                self.report(&path, Code::OutsideRange, &node.title, &titles.to_string());
            }
            nodes.push(title.map(|title| Node { role: node.role, title }));
        }
        let mut carriers = Vec::new();
        for (j, carrier) in file.carriers.iter().enumerate() {
            carriers.push(self.carrier_named(&at(&format!("carriers[{j}]")), carrier));
        }
        if file.carriers.is_empty() {
            self.report(&at("carriers"), Code::Empty, "", "");
        }
        let needed = match file.standing {
            Standing::Home => Some(Role::Hlr),
            Standing::Visited => Some(Role::MscVlr),
            Standing::Partner => None,
        };
        if let Some(role) = needed
            && !file.nodes.iter().any(|node| node.role == role)
        {
            self.report(&at("nodes"), Code::MissingNode, "", role.id());
        }
        Some(Network {
            id: file.id.clone(),
            name: file.name.clone(),
            standing: file.standing,
            plmn: plmn?,
            titles: titles?,
            nodes: nodes.into_iter().collect::<Option<_>>()?,
            carriers: carriers.into_iter().collect::<Option<_>>()?,
            partners: Vec::new(),
        })
    }

    /// No two networks share a range or a code, and a title never begins as its network's code does:
    /// a filter that confused the two must be seen to fail.
    fn territories(&mut self, networks: &[Option<Network>]) {
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
            }
            let code: String = network.plmn.to_string().chars().filter(|&c| c != '-').collect();
            if TitleRange::read(&format!("+{code}")).is_ok_and(|like| like.overlaps(network.titles))
            {
                let path = format!("networks[{i}].titles");
                self.report(&path, Code::TitleLikeCode, &network.titles.to_string(), &code);
            }
        }
    }

    fn traveller(&mut self, networks: &[Option<Network>]) -> Option<Traveller> {
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
        Some(Traveller { msisdn: msisdn?, imsi: imsi?, home: home?, visited: visited? })
    }

    fn only(&mut self, standing: Standing) -> Option<NetworkId> {
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

    fn leases(&mut self, networks: &[Option<Network>]) -> Option<Vec<Lease>> {
        let file = self.file;
        let mut leases = Vec::new();
        for (i, lease) in file.leases.iter().enumerate() {
            let at = |field: &str| format!("leases[{i}].{field}");
            let from = self.network_named(&at("from"), &lease.from);
            let to = self.party_named(&at("to"), &lease.to);
            let title = self.address(&at("title"), &lease.title, GlobalTitle::read, NUMBER);
            let lessor = from.and_then(|from| networks.get(from.index())?.as_ref());
            if let (Some(title), Some(lessor)) = (title, lessor)
                && !lessor.owns(title)
            {
                let range = lessor.titles.to_string();
                self.report(&at("title"), Code::OutsideRange, &lease.title, &range);
            }
            let earlier = |other: &Option<Lease>| other.is_some_and(|o| Some(o.title) == title);
            let node = |n: &Network| n.nodes.iter().any(|node| Some(node.title) == title);
            if leases.iter().any(earlier) || networks.iter().flatten().any(node) {
                self.report(&at("title"), Code::Duplicate, &lease.title, "");
            }
            leases.push((|| Some(Lease { from: from?, to: to?, title: title? }))());
        }
        leases.into_iter().collect()
    }

    fn third_party(&mut self) -> Option<Option<CarrierId>> {
        match &self.file.third_party {
            None => Some(None),
            Some(file) => self.carrier_named("third-party.carrier", &file.carrier).map(Some),
        }
    }

    fn knows(&mut self) -> Option<Vec<(Party, Facts)>> {
        let file = self.file;
        let mut all = Vec::new();
        for (i, knows) in file.knows.iter().enumerate() {
            let party = self.party_named(&format!("knows[{i}].party"), &knows.party);
            all.push(party.map(|party| (party, knows.facts.iter().copied().collect::<Facts>())));
        }
        all.into_iter().collect()
    }

    fn gates(&mut self) -> Option<Vec<Gate>> {
        let file = self.file;
        let mut gates: Vec<Option<Gate>> = Vec::new();
        for (i, gate) in file.gates.iter().enumerate() {
            let made = self.gate(i, gate);
            let twin = |other: &Gate| {
                made.as_ref().is_some_and(|g| g.place == other.place && g.side == other.side)
            };
            if gates.iter().flatten().any(twin) {
                self.report(&format!("gates[{i}].at"), Code::Duplicate, &gate.at, "");
            }
            gates.push(made);
        }
        gates.into_iter().collect()
    }

    fn gate(&mut self, i: usize, file: &GateFile) -> Option<Gate> {
        let path = format!("gates[{i}].at");
        let carrier = self.file.carriers.iter().position(|carrier| carrier.id == file.at);
        let carrier = carrier.and_then(|at| u8::try_from(at).ok()).map(CarrierId);
        let (place, side) = match carrier {
            Some(carrier) => (Some(Place::Carrier(carrier)), Side::Transit),
            None => {
                let side = if file.exit { Side::Exit } else { Side::Border };
                (self.network_among(&path, &file.at, true).map(Place::from), side)
            }
        };
        for (j, rule) in file.rules.iter().enumerate() {
            let path = format!("gates[{i}].rules[{j}].rule");
            if file.rules.iter().take(j).any(|earlier| earlier.rule == rule.rule) {
                self.report(&path, Code::Duplicate, rule.rule.id(), "");
            }
            if !rule.rule.row().sides.contains(&side) {
                self.report(&path, Code::RuleHere, rule.rule.id(), &file.id);
            }
            let network = self.file.networks.iter().find(|network| network.id == file.at);
            // Only a home network's register is asked, so only there somebody must answer for it.
            let lacks_router = |network: &NetworkFile| {
                network.standing == Standing::Home
                    && !network.nodes.iter().any(|node| node.role == Role::SmsRouter)
            };
            if rule.rule == RuleId::SmsHomeRouting && network.is_some_and(lacks_router) {
                self.report(&path, Code::MissingNode, &file.at, Role::SmsRouter.id());
            }
        }
        let rules = file.rules.iter().map(|r| GateRule { rule: r.rule, on: r.on }).collect();
        Some(Gate { id: file.id.clone(), place: place?, side, rules })
    }

    fn acts(&mut self, networks: &[Option<Network>], leases: Option<&[Lease]>) -> Option<Vec<Act>> {
        let file = self.file;
        let mut acts = Vec::new();
        for (i, act) in file.acts.iter().enumerate() {
            acts.push(self.act(i, act, networks, leases));
        }
        acts.into_iter().collect()
    }

    fn act(
        &mut self,
        i: usize,
        file: &ActFile,
        networks: &[Option<Network>],
        leases: Option<&[Lease]>,
    ) -> Option<Act> {
        let from = self.party_named(&format!("acts[{i}].from"), &file.from);
        let claims = match &file.claims {
            None => None,
            Some(text) => {
                let path = format!("acts[{i}].claims");
                let title = self.address(&path, text, GlobalTitle::read, NUMBER)?;
                let whole = networks.iter().all(Option::is_some);
                if whole && !networks.iter().flatten().any(|network| network.owns(title)) {
                    let ranges = networks.iter().flatten().map(|n| n.titles.to_string());
                    let ranges = ranges.collect::<Vec<_>>().join(", ");
                    self.report(&path, Code::OutsideRange, text, &ranges);
                }
                Some(title)
            }
        };
        let from = from?;
        let has_address = match from {
            Party::Network(id) => {
                let nodes = self.file.networks.get(id.index()).map(|network| &network.nodes);
                nodes.is_some_and(|nodes| !nodes.is_empty())
            }
            Party::ThirdParty => leases.is_none_or(|all| all.iter().any(|lease| lease.to == from)),
        };
        if claims.is_none() && !has_address {
            self.report(&format!("acts[{i}].from"), Code::NoAddress, &file.from, "");
        }
        Some(Act { id: file.id.clone(), operation: file.operation, from, claims })
    }

    fn address<T>(
        &mut self,
        path: &str,
        text: &str,
        read: fn(&str) -> Result<T, AddressError>,
        range: &str,
    ) -> Option<T> {
        let code = match read(text) {
            Ok(address) => return Some(address),
            Err(AddressError::Malformed) => Code::MalformedAddress,
            Err(AddressError::OutsideReserved) => Code::AddressInUse,
        };
        self.report(path, code, text, range);
        None
    }

    fn network_named(&mut self, path: &str, name: &str) -> Option<NetworkId> {
        self.network_among(path, name, false)
    }

    /// The network with that name; where there is none, what there is: the carriers too, where one
    /// would have done.
    fn network_among(&mut self, path: &str, name: &str, or_carrier: bool) -> Option<NetworkId> {
        let file = self.file;
        let found = file.networks.iter().position(|network| network.id == name);
        if found.is_none() {
            let carriers = file.carriers.iter().filter(|_| or_carrier).map(|c| c.id.as_str());
            let known = file.networks.iter().map(|n| n.id.as_str()).chain(carriers);
            let known = known.collect::<Vec<_>>().join(", ");
            self.report(path, Code::UnknownReference, name, &known);
        }
        found.and_then(|at| u8::try_from(at).ok()).map(NetworkId)
    }

    fn carrier_named(&mut self, path: &str, name: &str) -> Option<CarrierId> {
        let found = self.file.carriers.iter().position(|carrier| carrier.id == name);
        if found.is_none() {
            let known =
                self.file.carriers.iter().map(|c| c.id.as_str()).collect::<Vec<_>>().join(", ");
            self.report(path, Code::UnknownReference, name, &known);
        }
        found.and_then(|at| u8::try_from(at).ok()).map(CarrierId)
    }

    fn party_named(&mut self, path: &str, name: &str) -> Option<Party> {
        if name == "third-party" && self.file.third_party.is_some() {
            return Some(Party::ThirdParty);
        }
        self.network_named(path, name).map(Party::Network)
    }
}

// What to write instead: one address of each kind, in the reserved range.
const NUMBER: &str = "+999 71 000 0001";
const RANGE: &str = "+999 71";
const CODE: &str = "999-11";
const IMSI: &str = "999110000000001";
