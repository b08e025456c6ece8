//! New things of a lesson, made so that nothing is wrong with them: names that nobody has, addresses in
//! nobody's range.

use super::change::List;
use crate::lesson::file::{
    ActFile, CarrierFile, GateFile, LeaseFile, LessonFile, NetworkFile, NodeFile, SourceFile,
    ThirdPartyFile,
};
use crate::signalling::{Generation, OperationId, Role, Standing};

/// Names for networks. They are invented, as all are.
const NAMES: [&str; 8] = [
    "Fernway",
    "Gullnet",
    "Harbour Tel",
    "Inlet",
    "Larkfield",
    "Marlow Air",
    "Nettle",
    "Osprey Tel",
];
/// The party that is no network.
const THIRD_PARTY: &str = "third-party";

pub fn add(file: &mut LessonFile, list: List) {
    match list {
        List::Networks => network(file),
        List::Carriers => {
            let id = free("carrier", |id| is_taken(file, id));
            let name = format!("Carrier {}", file.carriers.len().saturating_add(1));
            file.carriers.push(CarrierFile { id, name, secured: true, hides: false });
        }
        List::Leases => lease(file),
        List::Gates => gate(file),
        List::Acts => act(file),
        List::Sources => {
            let taken = |id: &str| file.sources.iter().any(|source| source.id == id);
            let id = free("source", taken);
            file.sources.push(SourceFile { title: id.clone(), id, place: None });
        }
    }
}

/// The first of `name-1`, `name-2` … that nothing is called yet.
fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut all = (1_u32..).map(|number| format!("{name}-{number}"));
    all.find(|id| !taken(id)).unwrap_or_default()
}

fn is_taken(file: &LessonFile, id: &str) -> bool {
    file.networks.iter().any(|network| network.id == id)
        || file.carriers.iter().any(|carrier| carrier.id == id)
}

/// The generations of the lesson's questions.
fn generations(file: &LessonFile) -> Vec<Generation> {
    let mut all: Vec<Generation> =
        file.acts.iter().map(|act| act.operation.row().generation()).collect();
    all.sort_unstable();
    all.dedup();
    if all.is_empty() { vec![Generation::Ss7] } else { all }
}

fn network(file: &mut LessonFile) {
    // Two digits each, of which nobody here has the one or the other.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let used = |code: u32| {
        file.networks.iter().any(|network| {
            let (plmn, titles) = (digits(&network.plmn), digits(&network.titles));
            let realm = network.realm.as_deref().map(digits).unwrap_or_default();
            let unlisted = network.unlisted.as_ref();
            let new = unlisted.map(|new| digits(&new.titles)).unwrap_or_default();
            let new_realm = unlisted.map(|new| digits(&new.realm)).unwrap_or_default();
            [&plmn, &realm, &new_realm].iter().any(|text| text.starts_with(&format!("999{code}")))
                || [&titles, &new].iter().any(|text| text.starts_with(&format!("999{}", code + 20)))
        })
    };
    let code = (41..=79).find(|&code| !used(code)).unwrap_or(41);
    let has = |standing| file.networks.iter().any(|network| network.standing == standing);
    let standing = match () {
        () if !has(Standing::Home) => Standing::Home,
        () if !has(Standing::Visited) => Standing::Visited,
        () => Standing::Partner,
    };
    let name = NAMES.into_iter().find(|name| file.networks.iter().all(|other| other.name != *name));
    let id = free("network", |id| is_taken(file, id));
    if file.carriers.is_empty() {
        add(file, List::Carriers);
    }
    let at = file.networks.len();
    file.networks.push(NetworkFile {
        name: name.map_or_else(|| id.clone(), str::to_owned),
        id,
        standing,
        plmn: format!("999-{code}"),
        titles: format!("+999 {}", code + 20),
        realm: None,
        unlisted: None,
        signs: true,
        carriers: file.carriers.first().map(|carrier| carrier.id.clone()).into_iter().collect(),
        nodes: Vec::new(),
    });
    for generation in generations(file) {
        node(file, at, usual(standing, generation), true);
    }
}

/// The node that a network has in any lesson.
fn usual(standing: Standing, generation: Generation) -> Role {
    match (standing, generation) {
        (Standing::Home, Generation::Ss7) => Role::Hlr,
        (Standing::Home, Generation::Diameter) => Role::Hss,
        (Standing::Home, Generation::Services) => Role::Udm,
        (Standing::Visited, Generation::Ss7) => Role::MscVlr,
        (Standing::Partner, Generation::Ss7) => Role::SmsGateway,
        (_, Generation::Diameter) => Role::Mme,
        (_, Generation::Services) => Role::Amf,
    }
}

/// A network with a node in that role, or without.
pub fn node(file: &mut LessonFile, at: usize, role: Role, on: bool) {
    let all = file.networks.iter();
    let titles: Vec<String> = all
        .flat_map(|network| &network.nodes)
        .filter_map(|node| node.title.clone())
        .chain(file.leases.iter().map(|lease| lease.title.clone()))
        .collect();
    let Some(network) = file.networks.get_mut(at) else { return };
    network.nodes.retain(|node| node.role != role || on);
    if on && !network.nodes.iter().any(|node| node.role == role) {
        let title = (role.generation() == Generation::Ss7)
            .then(|| title(&network.titles, &titles, "000 00"));
        network.nodes.push(NodeFile { role, title, hosted_by: None });
    }
}

/// An address in a range that nobody has yet.
fn title(range: &str, taken: &[String], middle: &str) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut all = (1_u32..=99).map(|number| format!("{range} {middle}{number:02}"));
    let free = all.find(|title| taken.iter().all(|other| digits(other) != digits(title)));
    free.unwrap_or_default()
}

fn lease(file: &mut LessonFile) {
    let partner = file.networks.iter().find(|network| network.standing == Standing::Partner);
    let Some(from) = partner.or(file.networks.first()) else { return };
    let nodes = file.networks.iter().flat_map(|network| &network.nodes);
    let taken: Vec<String> = file
        .leases
        .iter()
        .map(|lease| lease.title.clone())
        .chain(nodes.filter_map(|node| node.title.clone()))
        .collect();
    let lease = LeaseFile {
        from: from.id.clone(),
        to: THIRD_PARTY.to_owned(),
        title: title(&from.titles, &taken, "900 00"),
    };
    third_party(file, true);
    file.leases.push(lease);
}

/// With a third party, or without and then without what it rents, asks and knows.
pub fn third_party(file: &mut LessonFile, on: bool) {
    if !on {
        file.third_party = None;
        file.leases.retain(|lease| lease.to != THIRD_PARTY);
        file.acts.retain(|act| act.from != THIRD_PARTY);
        file.knows.retain(|knows| knows.party != THIRD_PARTY);
        if file.predict.as_ref().is_some_and(|predict| predict.party == THIRD_PARTY) {
            file.predict = None;
        }
    } else if file.third_party.is_none() {
        if file.carriers.is_empty() {
            add(file, List::Carriers);
        }
        let carrier = file.carriers.first().map(|carrier| carrier.id.clone()).unwrap_or_default();
        file.third_party = Some(ThirdPartyFile { carrier });
        super::Change::Knows(THIRD_PARTY.into(), crate::signalling::Fact::PhoneNumber, true)
            .make(file);
    }
}

/// Where a gate can stand and none does: at a network's border, at an exit, in a carrier. And whether it is an exit.
pub fn place_for_a_gate(file: &LessonFile) -> Option<(&str, bool)> {
    let is =
        |at: &str, exit: bool| file.gates.iter().any(|gate| gate.at == at && gate.exit == exit);
    let networks = || file.networks.iter().map(|network| network.id.as_str());
    let borders = networks().map(|at| (at, false));
    let exits = networks().map(|at| (at, true));
    let carriers = file.carriers.iter().map(|carrier| (carrier.id.as_str(), false));
    borders.chain(exits).chain(carriers).find(|&(at, exit)| !is(at, exit))
}

fn gate(file: &mut LessonFile) {
    let Some((at, exit)) = place_for_a_gate(file) else { return };
    let taken = |id: &str| file.gates.iter().any(|gate| gate.id == id);
    let name = if exit { format!("{at}-exit") } else { at.to_owned() };
    let id = if taken(&name) { free("gate", taken) } else { name };
    let at = at.to_owned();
    let rule = crate::filter::RuleId::UnexpectedOperation;
    file.gates.push(GateFile {
        id,
        at,
        exit,
        rules: vec![crate::lesson::file::RuleFile::bare(rule)],
    });
}

/// A question that somebody can ask.
fn act(file: &mut LessonFile) {
    let id = free("question", |id| file.acts.iter().any(|act| act.id == id));
    let home = file.networks.iter().find(|network| network.standing == Standing::Home);
    let third = file.third_party.as_ref().map(|_| THIRD_PARTY);
    let from = third.or(home.map(|network| network.id.as_str())).unwrap_or_default().to_owned();
    let operation = file.acts.last().map_or(OperationId::AnyTimeInterrogation, |act| act.operation);
    file.acts.push(ActFile::bare(id, operation, from));
}
