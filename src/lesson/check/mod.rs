//! From the file to the lesson: references are resolved, addresses read, and everything that a run
//! relies on is made sure of. All problems are collected; the lesson comes only with none.

mod acts;
mod claims;
mod gates;
mod networks;
mod people;
mod words;

use super::file::LessonFile;
use super::model::Lesson;
use super::{Code, Diagnostic, FORMAT, limits};
use crate::signalling::{AddressError, CarrierId, Network, NetworkId, Party};

/// Checks a file and makes the lesson of it; `None` where a problem was found (and pushed).
pub(super) fn check(file: &LessonFile, problems: &mut Vec<Diagnostic>) -> Option<Lesson> {
    let mut check = Check { file, problems };
    if !check.sizes() {
        return None;
    }
    check.names();
    check.words();
    check.own_sources();
    let carriers = check.carriers();
    let networks = check.networks();
    let traveller = check.traveller(&networks);
    check.territories(&networks);
    check.new_territories(&networks);
    let leases = check.leases(&networks);
    let third_party = check.third_party();
    let knows = check.knows();
    let past = check.past();
    let gates = check.gates();
    let acts = check.acts(&networks, leases.as_deref());
    let predict = check.predict();
    let compare = check.compare();
    let claims = check.cited();
    let networks: Vec<Network> = networks.into_iter().collect::<Option<_>>()?;
    let mut lesson = Lesson {
        id: file.id.clone(),
        chapter: file.chapter,
        seed: file.seed,
        traveller: traveller?,
        networks,
        carriers,
        leases: leases?,
        third_party: third_party?,
        knows: knows?,
        past: past?,
        gates: gates?,
        acts: acts?,
        predict: predict?,
        compare: compare?,
        claims: claims?,
        scene: file.scene.clone(),
    };
    honesty(&mut lesson, file);
    Some(lesson)
}

/// Who seems honest is, unless the lesson says otherwise.
fn honesty(lesson: &mut Lesson, file: &LessonFile) {
    let honest: Vec<bool> = lesson.acts.iter().map(|act| lesson.seems_honest(act)).collect();
    for ((act, written), usual) in lesson.acts.iter_mut().zip(&file.acts).zip(honest) {
        act.honest = written.honest.unwrap_or(usual);
    }
}

/// So many times the limit is not a list that grew too long.
const TOO_FAR: usize = 10;

/// Every list: where it is, how long, how long it may be, and whether something must be in it.
fn sizes(file: &LessonFile) -> Vec<(String, usize, usize, bool)> {
    let list = |path: &str, len| (path.to_owned(), len, limits::LIST, false);
    let limited = |path: &str, len, most| (path.to_owned(), len, most, false);
    let needed = |path: &str, len, most| (path.to_owned(), len, most, true);
    let mut all = vec![
        needed("networks", file.networks.len(), limits::NETWORKS),
        needed("carriers", file.carriers.len(), limits::CARRIERS),
        limited("leases", file.leases.len(), limits::LEASES),
        needed("acts", file.acts.len(), limits::ACTS),
        limited("gates", file.gates.len(), limits::GATES),
        limited("claims", file.claims.len(), limits::CLAIMS),
        limited("sources", file.sources.len(), limits::SOURCES),
        limited("scene", file.scene.len(), limits::CLAIMS),
        list("agreements", file.agreements.len()),
        list("knows", file.knows.len()),
        list("compare", file.compare.len()),
        list("past.seen", file.past.seen.as_ref().map_or(0, Vec::len)),
        list("past.asked", file.past.asked.len()),
    ];
    let says = file.words.as_ref().map_or(0, |words| words.says.len());
    all.push(limited("words.says", says, limits::CLAIMS));
    for (i, network) in file.networks.iter().enumerate() {
        all.push(list(&format!("networks[{i}].carriers"), network.carriers.len()));
        all.push(list(&format!("networks[{i}].nodes"), network.nodes.len()));
    }
    let knows = file.knows.iter().enumerate();
    all.extend(knows.map(|(i, knows)| list(&format!("knows[{i}].facts"), knows.facts.len())));
    let gates = file.gates.iter().enumerate();
    all.extend(gates.map(|(i, gate)| list(&format!("gates[{i}].rules"), gate.rules.len())));
    let claims = file.claims.iter().enumerate();
    all.extend(claims.map(|(i, c)| list(&format!("claims[{i}].sources"), c.sources.len())));
    all
}

struct Check<'a> {
    file: &'a LessonFile,
    problems: &'a mut Vec<Diagnostic>,
}

impl Check<'_> {
    fn report(&mut self, path: &str, code: Code, found: &str, expected: &str) {
        // Some of them may only follow from others, and are then left out.
        if self.problems.len() < limits::PROBLEMS.saturating_mul(TOO_FAR) {
            self.problems.push(Diagnostic::new(path, code, found, expected));
        }
    }

    /// Whether no list is so long that what is wrong with its items is not worth the time to find out.
    fn sizes(&mut self) -> bool {
        let file = self.file;
        if file.format != FORMAT {
            self.report("format", Code::Format, &file.format.to_string(), &FORMAT.to_string());
        }
        let mut bearable = true;
        for (path, len, most, needed) in sizes(file) {
            if len > most {
                self.report(&path, Code::TooMany, &len.to_string(), &most.to_string());
                bearable &= len <= most.saturating_mul(TOO_FAR);
            }
            if needed && len == 0 {
                self.report(&path, Code::Empty, "", "");
            }
        }
        bearable
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
            if words::is_blank(name) || name.chars().count() > limits::NAME {
                self.report(&path, Code::BadName, name, &limits::NAME.to_string());
            }
            self.seen(&path, name);
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
