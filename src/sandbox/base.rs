//! What a sandbox starts from: the networks with everything that can be in them, and the chapters. How a
//! chapter begins is itself a setting, so that a reader's is only what differs from it.

use super::setting::{Ask, Knows, OFFERED, Own, Registered, Setting, Spot};
use crate::filter::Rule;
use crate::judge::{GateName, Sender, gate_name};
use crate::lesson::{Act, Claims, Lesson};
use crate::signalling::{NetworkId, OperationId, Party, Standing};
use serde::{Deserialize, Serialize};

/// What there is to start from. Packed for the page, which reads no lesson files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bases {
    /// The judge's scene: every node, carrier, lease and gate that a sandbox can need.
    pub stock: Lesson,
    /// In their order.
    pub chapters: Vec<Lesson>,
    /// The stock with nobody and nothing in it yet.
    empty: Lesson,
}

impl Bases {
    pub fn new(stock: Lesson, chapters: Vec<Lesson>) -> Bases {
        let empty = emptied(stock.clone());
        Bases { stock, chapters, empty }
    }

    /// The bases as the site has them: the judge's scene, and every chapter. `None` only where a file that
    /// the program was built with is no lesson.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn built_in() -> Option<Bases> {
        let stock = crate::judge::Scene::new()?.lesson;
        let parse = |json: &&str| crate::lesson::parse(json).ok();
        let chapters = crate::lesson::FILES.iter().map(parse).collect::<Option<_>>()?;
        Some(Bases::new(stock, chapters))
    }

    /// A chapter's lesson, or the networks with nobody in them.
    pub fn lesson(&self, from: Option<u8>) -> &Lesson {
        let chapter = |number| self.chapters.iter().find(|lesson| lesson.chapter == number);
        from.and_then(chapter).unwrap_or(&self.empty)
    }

    /// The number of a chapter, by its lesson.
    pub fn chapter(&self, id: &str) -> Option<u8> {
        self.chapters.iter().find(|lesson| lesson.id == id).map(|lesson| lesson.chapter)
    }

    /// An act of the chapter that a setting starts from.
    pub fn act(&self, from: Option<u8>, at: u8) -> Option<&Act> {
        self.lesson(from).acts.get(usize::from(at))
    }

    /// How it is before the reader has set anything.
    pub fn usual(&self, from: Option<u8>) -> Setting {
        let base = self.lesson(from);
        let mut setting = Setting {
            from: Some(base.chapter).filter(|&chapter| chapter > 0),
            asks: (0..).zip(&base.acts).map(|(at, _)| Ask::Act(at)).collect(),
            place: spot(base, base.traveller.serving),
            knows: Knows::Chapter,
            registered: Registered::Nowhere,
            before: base.past.asked.first().map(|asked| super::setting::Before {
                by: spot(base, asked.from),
                times: asked.times,
                minutes_ago: asked.minutes_ago,
                of_others: asked.of_others,
            }),
            gates: Default::default(),
        };
        if let Some((network, ago)) = base.past.registered {
            setting.registered = match ago {
                Some(minutes) => Registered::There(spot(base, network), minutes),
                None => Registered::Here,
            };
        }
        for gate in &base.gates {
            let name = gate_name(gate, base.traveller.home);
            for rule in gate.rules.iter().filter(|rule| rule.on) {
                setting = setting.with(name, rule.as_set());
            }
        }
        if setting.from.is_none() {
            let question = Own::new(OperationId::ProvideSubscriberInfo, Sender::LeasedFromPartner);
            setting.asks = vec![Ask::Own(question)];
            setting.knows = Knows::Enough;
        }
        setting
    }

    /// How a rule is set where it is switched on: as the chapter has it there, or as usual.
    pub fn rule(&self, from: Option<u8>, gate: GateName, rule: crate::filter::RuleId) -> Rule {
        let base = self.lesson(from);
        let here = base.gates.iter().filter(|other| gate_name(other, base.traveller.home) == gate);
        let known = here.flat_map(|gate| &gate.rules).find(|known| known.rule == rule);
        known.map_or(Rule::from(rule), |known| known.as_set())
    }

    /// The question of the reader's own that is most like one: what the form shows of an act.
    pub fn like(&self, from: Option<u8>, ask: Ask) -> Option<Own> {
        let at = match ask {
            Ask::Own(own) => return Some(own),
            Ask::Act(at) => at,
        };
        let base = self.lesson(from);
        let act = self.act(from, at)?;
        let operation = Some(act.operation).filter(|operation| OFFERED.contains(operation))?;
        let (unreadable, later) = (act.manner.unreadable, act.minutes_later);
        Some(Own { operation, sender: sender(base, act), unreadable, later })
    }

    /// Who sends a question, in the judge's words.
    pub fn sender(&self, from: Option<u8>, ask: Ask) -> Sender {
        match ask {
            Ask::Own(own) => own.sender,
            Ask::Act(at) => {
                let act = self.act(from, at);
                act.map_or(Sender::Home, |act| sender(self.lesson(from), act))
            }
        }
    }

    /// What is asked.
    pub fn operation(&self, from: Option<u8>, ask: Ask) -> Option<OperationId> {
        match ask {
            Ask::Own(own) => Some(own.operation),
            Ask::Act(at) => self.act(from, at).map(|act| act.operation),
        }
    }
}

fn sender(lesson: &Lesson, act: &Act) -> Sender {
    let home = |network: NetworkId| spot(lesson, network) == Spot::Home;
    let first = || lesson.leases.iter().find(|lease| lease.to == Party::ThirdParty);
    match (act.from, act.manner.claims) {
        (Party::Network(network), _) => match spot(lesson, network) {
            Spot::Home if act.for_others => Sender::HomeForOthers,
            Spot::Home if act.manner.unlisted => Sender::StaleHome,
            Spot::Home => Sender::Home,
            Spot::Visited => Sender::Visited,
            Spot::Partner => Sender::Partner,
        },
        (Party::ThirdParty, Some(Claims::Network(network))) if home(network) => Sender::SpoofedHome,
        (Party::ThirdParty, Some(Claims::Network(_))) => Sender::SpoofedPartner,
        (Party::ThirdParty, claims) => {
            let rented = match claims {
                Some(Claims::Title(title)) => {
                    lesson.leases.iter().find(|lease| lease.title == title)
                }
                _ => first(),
            };
            match rented {
                Some(lease) if home(lease.from) => Sender::LeasedFromHome,
                Some(_) => Sender::LeasedFromPartner,
                None => Sender::SpoofedHome,
            }
        }
    }
}

/// Which of the three networks one is to the traveller.
pub(super) fn spot(lesson: &Lesson, network: NetworkId) -> Spot {
    match lesson.standing(network.into()) {
        Some(Standing::Home) => Spot::Home,
        Some(Standing::Visited) => Spot::Visited,
        _ => Spot::Partner,
    }
}

/// The two networks, bare: whatever a setting needs is put in from the stock.
fn emptied(mut lesson: Lesson) -> Lesson {
    let looked_after =
        |network: NetworkId| [lesson.traveller.home, lesson.traveller.serving].contains(&network);
    let kept: Vec<NetworkId> =
        (0..).map(NetworkId).take(2).filter(|&id| looked_after(id)).collect();
    lesson.networks.truncate(kept.len());
    for network in &mut lesson.networks {
        network.nodes.clear();
        network.carriers.truncate(1);
        network.partners.retain(|partner| kept.contains(partner));
    }
    lesson.carriers.truncate(1);
    lesson.leases.clear();
    lesson.third_party = None;
    let nothing = crate::signalling::Facts::NONE;
    lesson.knows = kept.iter().map(|&network| (network.into(), nothing)).collect();
    lesson.past.registered = Some((lesson.traveller.serving, None));
    lesson.past.seen = kept;
    lesson.gates.clear();
    lesson.acts.clear();
    lesson
}
