//! The parts of the form about the lesson as a whole and about who takes part in it.

use super::change::List;
use super::controls::Choice;
use super::form::Form;
use super::used::{AGREED, KNOWS, NODE, SAYS, SAYS_DEEP, SERVES, THIRD_PARTY};
use crate::signalling::{Fact, Generation, Role, Standing};
use crate::stage::element;
use crate::text::{Value, id};
use yew::Html;

impl Form<'_> {
    /// Title, question, and what is said at the beginning and at the end.
    pub fn about(&self) -> Html {
        let controls = self.controls();
        let words = self.file.words.as_ref();
        let title = words.and_then(|words| words.title.as_deref());
        let question = words.and_then(|words| words.question.as_deref());
        controls
            .part(id::WORKSHOP_ABOUT, true, "words")
            .holds(controls.maybe("words.title", id::WORKSHOP_TITLE, title))
            .holds(controls.maybe("words.question", id::WORKSHOP_QUESTION, question))
            .holds_all(["opening", "closing", "remember"].map(|name| self.sentence(name)))
            .holds(controls.id("id", &self.file.id))
            .end()
    }

    /// A sentence in plain words and, folded away, as an engineer says it.
    pub fn sentence(&self, name: &str) -> Html {
        let controls = self.controls();
        let said = self.file.words.as_ref().and_then(|words| words.says.get(name));
        let plain = said.map(|said| said.plain.as_str()).unwrap_or_default();
        let deep = said.and_then(|said| said.engineer.as_deref()).unwrap_or_default();
        let key = match name {
            "opening" | "closing" | "remember" => format!("workshop-says-{name}"),
            name => {
                let fates = crate::lesson::FATES;
                let ends =
                    |fate: &&str| name.strip_suffix(fate).is_some_and(|rest| rest.ends_with('-'));
                let fate = fates.into_iter().rev().find(ends).unwrap_or_default();
                format!("workshop-says-{fate}")
            }
        };
        let path = format!("words.says.{name}");
        let deep_path = format!("{path}.engineer");
        let deeper =
            controls.area(&format!("{SAYS_DEEP} {name}"), &deep_path, id::WORKSHOP_SAYS_DEEP, deep);
        let folded = element("details", "deeper")
            .when(!deep.is_empty(), "open")
            .holds(controls.says("summary", "", id::WORKSHOP_SAYS_DEEPER))
            .holds(deeper);
        element("div", "sentence")
            .holds(controls.area(&format!("{SAYS} {name}"), &path, &key, plain))
            .holds(folded.end())
            .end()
    }

    pub fn networks(&self) -> Html {
        let controls = self.controls();
        let all = (0..self.file.networks.len()).map(|at| self.network(at));
        controls
            .part(id::WORKSHOP_NETWORKS, false, "networks")
            .holds_all(controls.wrong("networks"))
            .holds_all(all)
            .holds(self.add(List::Networks, id::WORKSHOP_NETWORK_ADD))
            .holds(self.agreements())
            .end()
    }

    fn network(&self, at: usize) -> Html {
        let controls = self.controls();
        let Some(network) = self.file.networks.get(at) else { return element("div", "").end() };
        let path = |field: &str| format!("networks[{at}].{field}");
        let standings = Standing::ALL.map(Standing::id).map(|standing| {
            (standing.to_owned(), controls.line(&format!("workshop-standing-{standing}")))
        });
        let standing = network.standing.id();
        let node = |role: Role| {
            let on = network.nodes.iter().any(|node| node.role == role);
            controls.switch(
                &format!("{NODE} {at} {}", role.id()),
                &controls.line(&format!("role-{}", role.id())),
                on,
            )
        };
        let nodes = Generation::ALL.map(|generation| {
            let roles = Role::all().filter(|role| role.generation() == generation);
            let name = controls.line(&format!("generation-{}", generation.id()));
            element("fieldset", "few")
                .holds(element("legend", "").says(&name).end())
                .holds_all(roles.map(node))
                .end()
        });
        let titles = network.nodes.iter().enumerate().filter(|(_, node)| node.title.is_some()).map(
            |(n, node)| {
                let role = controls.line(&format!("role-{}", node.role.id()));
                let name = element("p", "").says(&role).end();
                let path = path(&format!("nodes[{n}].title"));
                element("div", "")
                    .holds(name)
                    .holds(controls.maybe(&path, id::WORKSHOP_NODE_TITLE, node.title.as_deref()))
                    .end()
            },
        );
        let served = self.file.carriers.iter().map(|carrier| {
            let on = network.carriers.contains(&carrier.id);
            controls.switch(&format!("{SERVES} {at} {}", carrier.id), &carrier.name, on)
        });
        let group = |key: &str| element("fieldset", "few").holds(controls.says("legend", "", key));
        let addresses = element("details", "deeper")
            .holds(controls.says("summary", "", id::WORKSHOP_ADDRESSES))
            .holds(controls.id(&path("id"), &network.id))
            .holds(controls.text(&path("plmn"), id::WORKSHOP_PLMN, &network.plmn))
            .holds(controls.text(&path("titles"), id::WORKSHOP_TITLES, &network.titles))
            .holds_all(titles);
        controls
            .item(&format!("networks[{at}]"), &network.name, true)
            .holds(controls.text(&path("name"), id::WORKSHOP_NETWORK_NAME, &network.name))
            .holds(controls.list(
                &path("standing"),
                id::WORKSHOP_STANDING,
                standings.to_vec(),
                standing,
            ))
            .holds(
                group(id::WORKSHOP_SERVES)
                    .holds_all(served)
                    .holds_all(controls.wrong(&path("carriers")))
                    .end(),
            )
            .holds(
                group(id::WORKSHOP_NODES)
                    .holds_all(nodes)
                    .holds_all(controls.wrong(&path("nodes")))
                    .end(),
            )
            .holds(addresses.end())
            .end()
    }

    fn agreements(&self) -> Html {
        let controls = self.controls();
        let networks = &self.file.networks;
        let pairs = networks.iter().enumerate().flat_map(|(at, one)| {
            networks.iter().skip(at.saturating_add(1)).map(move |other| (one, other))
        });
        let pairs = pairs.map(|(one, other)| {
            let is = |(a, b): &(String, String)| {
                (*a == one.id && *b == other.id) || (*a == other.id && *b == one.id)
            };
            let args = [("one", Value::Text(&one.name)), ("other", Value::Text(&other.name))];
            let words = self.words.say(id::WORKSHOP_AGREE_PAIR, &args);
            controls.switch(
                &format!("{AGREED} {} {}", one.id, other.id),
                &words,
                self.file.agreements.iter().any(is),
            )
        });
        element("fieldset", "few")
            .holds(controls.says("legend", "", id::WORKSHOP_AGREE))
            .holds_all(pairs)
            .end()
    }

    /// Carriers, the third party, and what it rents.
    pub fn others(&self) -> Html {
        let controls = self.controls();
        let carriers = self.file.carriers.iter().enumerate().map(|(at, carrier)| {
            let path = |field: &str| format!("carriers[{at}].{field}");
            controls
                .item(&format!("carriers[{at}]"), &carrier.name, false)
                .holds(controls.text(&path("name"), id::WORKSHOP_NETWORK_NAME, &carrier.name))
                .holds(controls.id(&path("id"), &carrier.id))
                .holds(controls.either(
                    &path("secured"),
                    id::WORKSHOP_SECURED,
                    (!carrier.secured).then_some(false),
                ))
                .holds(controls.flag(&path("hides"), id::WORKSHOP_HIDES, carrier.hides))
                .end()
        });
        let leases = self.file.leases.iter().enumerate().map(|(at, lease)| {
            let path = |field: &str| format!("leases[{at}].{field}");
            controls
                .item(&format!("leases[{at}]"), &lease.title, false)
                .holds(controls.list(
                    &path("from"),
                    id::WORKSHOP_LEASE_FROM,
                    self.network_choices(),
                    &lease.from,
                ))
                .holds(controls.list(
                    &path("to"),
                    id::WORKSHOP_LEASE_TO,
                    self.party_choices(),
                    &lease.to,
                ))
                .holds(controls.text(&path("title"), id::WORKSHOP_LEASE_TITLE, &lease.title))
                .end()
        });
        let third = self.file.third_party.as_ref();
        let by = third.map(|third| {
            controls.list(
                "third-party.carrier",
                id::WORKSHOP_THIRD_CARRIER,
                self.carrier_choices(),
                &third.carrier,
            )
        });
        controls
            .part(id::WORKSHOP_OTHERS, false, "leases")
            .holds_all(controls.wrong("carriers"))
            .holds_all(carriers)
            .holds(self.add(List::Carriers, id::WORKSHOP_CARRIER_ADD))
            .holds(controls.switch(
                THIRD_PARTY,
                &controls.line(id::WORKSHOP_THIRD),
                third.is_some(),
            ))
            .holds_all(by)
            .holds_all(leases)
            .holds(self.add(List::Leases, id::WORKSHOP_LEASE_ADD))
            .end()
    }

    /// Who knows what before anything is sent.
    pub fn knowing(&self) -> Html {
        let controls = self.controls();
        let parties = self.party_choices().into_iter().map(|(party, name)| {
            let knows = self.file.knows.iter().find(|knows| knows.party == party);
            let fact = |fact: Fact| {
                let on = knows.is_some_and(|knows| knows.facts.contains(&fact));
                let words = self.words.capital(&controls.line(&format!("fact-{}", fact.id())));
                controls.switch(&format!("{KNOWS} {party} {}", fact.id()), &words, on)
            };
            element("fieldset", "few")
                .holds(element("legend", "").says(&name).end())
                .holds_all(Fact::ALL.map(fact))
                .end()
        });
        controls.part(id::WORKSHOP_KNOWING, false, "knows").holds_all(parties).end()
    }

    pub fn network_choices(&self) -> Vec<Choice> {
        self.file
            .networks
            .iter()
            .map(|network| (network.id.clone(), network.name.clone()))
            .collect()
    }

    pub fn carrier_choices(&self) -> Vec<Choice> {
        self.file
            .carriers
            .iter()
            .map(|carrier| (carrier.id.clone(), carrier.name.clone()))
            .collect()
    }

    /// Everybody who can know and ask.
    pub fn party_choices(&self) -> Vec<Choice> {
        let third = self.file.third_party.as_ref();
        let third = third.map(|_| {
            ("third-party".to_owned(), self.words.capital(&self.words.line("party-third-party")))
        });
        self.network_choices().into_iter().chain(third).collect()
    }

    /// A list with a first choice for what is not written.
    pub fn or(&self, key: &str, choices: Vec<Choice>) -> Vec<Choice> {
        [(String::new(), self.words.line(key))].into_iter().chain(choices).collect()
    }
}
