//! From a checked lesson back to a file: what somebody opens to make another lesson of it.

use super::{
    ActFile, AskedFile, CarrierFile, ClaimFile, GateFile, KnowsFile, LeaseFile, LessonFile,
    NetworkFile, NodeFile, PastFile, PredictFile, RegisteredFile, RuleFile, SaidFile,
    ThirdPartyFile, TravellerFile, UnlistedFile, WordsFile,
};
use crate::filter::{Settings, Side};
use crate::lesson::model::{Act, Claims, Gate, GateRule, Lesson};
use crate::lesson::{ActId, FORMAT, GateId};
use crate::signalling::{
    CarrierId, GlobalTitle, Network, NetworkId, Node, Party, Place, Standing, TitleRange,
};
use crate::text::{Part, Table};

/// The file that gives this lesson. Its words are not in a lesson: [`words_of`] finds them.
pub fn of(lesson: &Lesson) -> LessonFile {
    let visited = place(lesson, |network| network.standing == Standing::Visited);
    let serving = lesson.traveller.serving;
    let knows = lesson.knows.iter().map(|&(party, facts)| KnowsFile {
        party: lesson.party_id(party).to_owned(),
        facts: facts.iter().collect(),
    });
    LessonFile {
        schema: None,
        format: FORMAT,
        id: lesson.id.clone(),
        chapter: lesson.chapter,
        seed: lesson.seed,
        traveller: TravellerFile {
            msisdn: lesson.traveller.msisdn.to_string(),
            imsi: lesson.traveller.imsi.to_string().replace(' ', ""),
            serving: (Some(serving) != visited).then(|| network(lesson, serving)),
        },
        networks: lesson.networks.iter().map(|network| network_file(lesson, network)).collect(),
        carriers: lesson.carriers.iter().map(carrier_file).collect(),
        agreements: agreements(lesson),
        leases: lesson
            .leases
            .iter()
            .map(|lease| LeaseFile {
                from: network(lesson, lease.from),
                to: lesson.party_id(lease.to).to_owned(),
                title: lease.title.to_string(),
            })
            .collect(),
        third_party: lesson.third_party.map(|by| ThirdPartyFile { carrier: carrier(lesson, by) }),
        knows: knows.collect(),
        past: past(lesson),
        gates: lesson.gates.iter().map(|gate| gate_file(lesson, gate)).collect(),
        acts: lesson.acts.iter().map(|act| act_file(lesson, act)).collect(),
        predict: lesson.predict.map(|asked| PredictFile {
            act: act_id(lesson, asked.act),
            party: lesson.party_id(asked.party).to_owned(),
            fact: asked.fact,
        }),
        compare: lesson
            .compare
            .iter()
            .map(|&(gate, rule)| format!("{}.{}", gate_id(lesson, gate), rule.id()))
            .collect(),
        words: None,
        claims: lesson
            .claims
            .iter()
            .map(|claim| ClaimFile {
                says: claim.says.clone(),
                // One of the lesson's own has its name in the file that it came from, and not in here.
                sources: claim
                    .sources
                    .iter()
                    .filter_map(|id| id.source())
                    .map(|s| s.id.to_owned())
                    .collect(),
            })
            .collect(),
        sources: Vec::new(),
        scene: lesson.scene.clone(),
    }
}

/// The words that a table has for a lesson, as its file would have them: without what takes an argument.
pub fn words_of(id: &str, table: &Table) -> WordsFile {
    let title = format!("lesson-{id}");
    let start = format!("{title}-");
    let mut words = WordsFile { title: table.plain(&title), ..WordsFile::default() };
    for (key, pattern) in table.messages() {
        let Some(name) = key.strip_prefix(&start) else { continue };
        let whole = pattern.iter().all(|part| matches!(part, Part::Text(_) | Part::Term { .. }));
        let Some(text) = table.plain(key).filter(|_| whole) else { continue };
        match (name, name.strip_suffix(".engineer")) {
            ("question", _) => words.question = Some(text),
            ("predict", _) => words.predict = Some(text),
            (_, Some("question" | "predict")) => {}
            // A message stands before its attributes.
            (_, Some(name)) => {
                words.says.entry(name.to_owned()).or_default().engineer = Some(text);
            }
            _ => {
                words.says.insert(name.to_owned(), SaidFile { plain: text, engineer: None });
            }
        }
    }
    words
}

fn network_file(lesson: &Lesson, file: &Network) -> NetworkFile {
    NetworkFile {
        id: file.id.clone(),
        name: file.name.clone(),
        standing: file.standing,
        plmn: file.plmn.to_string(),
        titles: range(file.titles),
        realm: (file.realm != file.plmn).then(|| file.realm.to_string()),
        unlisted: file.unlisted.map(|unlisted| UnlistedFile {
            titles: range(unlisted.titles),
            realm: unlisted.realm.to_string(),
            title: unlisted.title.to_string(),
        }),
        signs: file.signs,
        carriers: file.carriers.iter().map(|&by| carrier(lesson, by)).collect(),
        nodes: file.nodes.iter().map(|node| node_file(lesson, file, node)).collect(),
    }
}

fn node_file(lesson: &Lesson, own: &Network, node: &Node) -> NodeFile {
    let elsewhere = |title: &GlobalTitle| !own.titles.holds(*title);
    let host = |title: GlobalTitle| lesson.networks.iter().find(|host| host.titles.holds(title));
    NodeFile {
        role: node.role,
        title: node.title.map(|title| title.to_string()),
        hosted_by: node.title.filter(elsewhere).and_then(host).map(|host| host.id.clone()),
    }
}

fn carrier_file(file: &crate::signalling::Carrier) -> CarrierFile {
    CarrierFile {
        id: file.id.clone(),
        name: file.name.clone(),
        secured: file.secured,
        hides: file.hides,
    }
}

/// Pairs that give every network its partners in their order: again and again two that are next for each
/// other.
fn agreements(lesson: &Lesson) -> Vec<(String, String)> {
    let mut left: Vec<(NetworkId, Vec<NetworkId>)> = (0..)
        .map(NetworkId)
        .zip(&lesson.networks)
        .map(|(id, network)| (id, network.partners.iter().rev().copied().collect()))
        .collect();
    let mut pairs = Vec::new();
    loop {
        let next = |id: NetworkId| left.iter().find(|(other, _)| *other == id)?.1.last().copied();
        let found = left.iter().find_map(|(one, _)| {
            let other = next(*one)?;
            (next(other) == Some(*one)).then_some((*one, other))
        });
        let Some((one, other)) = found else { break };
        for (id, partners) in &mut left {
            // One with itself stands twice in its own list.
            let times = usize::from(*id == one).saturating_add(usize::from(*id == other));
            partners.truncate(partners.len().saturating_sub(times));
        }
        pairs.push((network(lesson, one), network(lesson, other)));
    }
    pairs
}

fn past(lesson: &Lesson) -> PastFile {
    let past = &lesson.past;
    let all = (0..).map(NetworkId).zip(&lesson.networks).map(|(id, _)| id);
    PastFile {
        registered: past
            .registered
            .map(|(id, minutes_ago)| RegisteredFile { network: network(lesson, id), minutes_ago }),
        seen: (!all.eq(past.seen.iter().copied()))
            .then(|| past.seen.iter().map(|&id| network(lesson, id)).collect()),
        asked: past
            .asked
            .iter()
            .map(|asking| AskedFile {
                from: network(lesson, asking.from),
                times: asking.times,
                minutes_ago: asking.minutes_ago,
                of_others: asking.of_others,
            })
            .collect(),
    }
}

fn gate_file(lesson: &Lesson, gate: &Gate) -> GateFile {
    GateFile {
        id: gate.id.clone(),
        at: match gate.place {
            Place::Party(party) => lesson.party_id(party).to_owned(),
            Place::Carrier(id) => carrier(lesson, id),
        },
        exit: gate.side == Side::Exit,
        rules: gate.rules.iter().map(rule_file).collect(),
    }
}

fn rule_file(rule: &GateRule) -> RuleFile {
    let (set, usual) = (rule.settings, Settings::USUAL);
    RuleFile {
        rule: rule.rule,
        on: rule.on,
        when_unreadable: Some(set.when_unreadable).filter(|&set| set != usual.when_unreadable),
        per_subscriber: Some(set.per_subscriber).filter(|&set| set != usual.per_subscriber),
        per_sender: Some(set.per_sender).filter(|&set| set != usual.per_sender),
        per_call: Some(set.per_call).filter(|&set| set != usual.per_call),
        minutes: Some(set.minutes).filter(|&set| set != usual.minutes),
        learns: Some(set.learns).filter(|&set| set != usual.learns),
    }
}

fn act_file(lesson: &Lesson, act: &Act) -> ActFile {
    let manner = act.manner;
    ActFile {
        id: act.id.clone(),
        operation: act.operation,
        from: lesson.party_id(act.from).to_owned(),
        claims: manner.claims.map(|claims| match claims {
            Claims::Title(title) => title.to_string(),
            Claims::Network(id) => network(lesson, id),
        }),
        naive: manner.naive,
        unlisted: manner.unlisted,
        unreadable: manner.unreadable,
        inner: manner.inner.map(|title| title.to_string()),
        network_code: manner.network.map(|code| code.to_string()),
        by: manner.by.map(|by| carrier(lesson, by)),
        to: manner.to.map(|id| network(lesson, id)),
        inside: manner.inside,
        minutes_later: act.minutes_later,
        honest: Some(act.honest).filter(|&honest| honest != lesson.seems_honest(act)),
        for_others: act.for_others,
    }
}

fn network(lesson: &Lesson, id: NetworkId) -> String {
    lesson.party_id(Party::Network(id)).to_owned()
}

fn carrier(lesson: &Lesson, id: CarrierId) -> String {
    lesson.carriers.get(id.index()).map_or_else(String::new, |carrier| carrier.id.clone())
}

fn gate_id(lesson: &Lesson, id: GateId) -> &str {
    lesson.gate(id).map_or("", |gate| &gate.id)
}

fn act_id(lesson: &Lesson, id: ActId) -> String {
    lesson.act(id).map_or_else(String::new, |act| act.id.clone())
}

fn place(lesson: &Lesson, wanted: impl Fn(&Network) -> bool) -> Option<NetworkId> {
    (0..)
        .map(NetworkId)
        .zip(&lesson.networks)
        .find(|(_, network)| wanted(network))
        .map(|(id, _)| id)
}

/// A range as it is read; where it is shown, a sign behind it says that more follows.
fn range(titles: TitleRange) -> String {
    titles.to_string().trim_end_matches('…').to_owned()
}
