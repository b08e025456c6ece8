//! The parts of the form about what happens: questions, filters, what the reader foresees, documents.

use super::change::List;
use super::controls::Choice;
use super::form::Form;
use super::used::{CITES, COMPARES, OFFERS, PREDICT};
use crate::filter::{RULES, Side, WhenUnreadable};
use crate::lesson::file::RuleFile;
use crate::lesson::{FATES, SOURCES};
use crate::signalling::{CATALOGUE, Fact, Generation};
use crate::stage::element;
use crate::text::id;
use std::collections::BTreeSet;
use yew::Html;

impl Form<'_> {
    pub fn asking(&self) -> Html {
        let controls = self.controls();
        let all = (0..self.file.acts.len()).map(|at| self.act(at));
        controls
            .part(id::WORKSHOP_ACTS, false, "acts")
            .holds_all(controls.wrong("acts"))
            .holds_all(all)
            .holds(self.add(List::Acts, id::WORKSHOP_ACT_ADD))
            .end()
    }

    fn operations(&self) -> Vec<Choice> {
        let row = |row: &crate::signalling::Operation| {
            let plain = self.words.capital(&self.words.line(&format!("operation-{}", row.key())));
            let generation = self.words.line(&format!("generation-{}", row.generation().id()));
            (row.name.to_owned(), format!("{generation}: {plain} ({})", row.name))
        };
        Generation::ALL
            .iter()
            .flat_map(|generation| {
                CATALOGUE.iter().filter(move |row| row.generation() == *generation)
            })
            .map(row)
            .collect()
    }

    fn act(&self, at: usize) -> Html {
        let controls = self.controls();
        let Some(act) = self.file.acts.get(at) else { return element("div", "").end() };
        let path = |field: &str| format!("acts[{at}].{field}");
        let row = act.operation.row();
        let claims = self.or(id::WORKSHOP_CLAIMS_OWN, self.network_choices());
        let to = self.or(id::WORKSHOP_TO_USUAL, self.network_choices());
        let by = self.or(id::WORKSHOP_BY_USUAL, self.carrier_choices());
        let later = (act.minutes_later > 0).then_some(act.minutes_later);
        let claimed = act.claims.as_deref().unwrap_or_default();
        let manner = element("details", "deeper")
            .holds(controls.says("summary", "", id::WORKSHOP_MANNER))
            .holds(controls.id(&path("id"), &act.id))
            .holds(controls.list(
                &path("to"),
                id::WORKSHOP_TO,
                to,
                act.to.as_deref().unwrap_or_default(),
            ))
            .holds(controls.list(
                &path("by"),
                id::WORKSHOP_BY,
                by,
                act.by.as_deref().unwrap_or_default(),
            ))
            .holds(controls.number(&path("minutes-later"), id::WORKSHOP_LATER, later))
            .holds(controls.flag(&path("unreadable"), id::WORKSHOP_UNREADABLE, act.unreadable))
            .holds(controls.flag(&path("unlisted"), id::WORKSHOP_UNLISTED, act.unlisted))
            .holds(controls.flag(&path("naive"), id::WORKSHOP_NAIVE, act.naive))
            .holds(controls.flag(&path("for-others"), id::WORKSHOP_FOR_OTHERS, act.for_others))
            .holds(controls.either(&path("honest"), id::WORKSHOP_HONEST, act.honest));
        let said = FATES.map(|fate| self.sentence(&format!("{}-{fate}", act.id)));
        let says = element("details", "deeper")
            .holds(controls.says("summary", "", id::WORKSHOP_SAYS))
            .holds_all(said);
        controls
            .item(&format!("acts[{at}]"), &act.id, true)
            .holds(controls.list(
                &path("operation"),
                id::WORKSHOP_OPERATION,
                self.operations(),
                row.name,
            ))
            .holds(controls.list(&path("from"), id::WORKSHOP_FROM, self.party_choices(), &act.from))
            .holds(controls.list(&path("claims"), id::WORKSHOP_CLAIMS, claims, claimed))
            .holds(manner.end())
            .holds(says.end())
            .end()
    }

    pub fn filtering(&self) -> Html {
        let controls = self.controls();
        let all = (0..self.file.gates.len()).map(|at| self.gate(at));
        controls
            .part(id::WORKSHOP_GATES, false, "gates")
            .holds_all(controls.wrong("gates"))
            .holds_all(all)
            .holds(self.add(List::Gates, id::WORKSHOP_GATE_ADD))
            .end()
    }

    fn gate(&self, at: usize) -> Html {
        let controls = self.controls();
        let Some(gate) = self.file.gates.get(at) else { return element("div", "").end() };
        let path = |field: &str| format!("gates[{at}].{field}");
        let in_carrier = self.file.carriers.iter().any(|carrier| carrier.id == gate.at);
        let side = match (in_carrier, gate.exit) {
            (true, _) => Side::Transit,
            (false, true) => Side::Exit,
            (false, false) => Side::Border,
        };
        let generations: BTreeSet<Generation> =
            self.file.acts.iter().map(|act| act.operation.row().generation()).collect();
        let rules = RULES.iter().filter_map(|row| {
            let offered = gate.rules.iter().position(|rule| rule.rule == row.id);
            let fits = generations.iter().any(|&generation| row.applies(side, generation));
            let words = self.words.capital(&controls.line(&format!("rule-{}", row.name)));
            (fits || offered.is_some()).then(|| {
                let does = controls.says("small", "", &format!("does-{}", row.name));
                let set = offered.and_then(|n| {
                    Some(self.rule(&path(&format!("rules[{n}]")), gate.rules.get(n)?))
                });
                element("div", "rule")
                    .holds(controls.switch(
                        &format!("{OFFERS} {at} {}", row.name),
                        &words,
                        offered.is_some(),
                    ))
                    .holds(does)
                    .holds_all(set)
                    .end()
            })
        });
        let places = self.network_choices().into_iter().chain(self.carrier_choices()).collect();
        controls
            .item(&format!("gates[{at}]"), &gate.id, false)
            .holds(controls.list(&path("at"), id::WORKSHOP_GATE_AT, places, &gate.at))
            .holds(controls.flag(&path("exit"), id::WORKSHOP_GATE_EXIT, gate.exit))
            .holds(controls.id(&path("id"), &gate.id))
            .holds(
                element("fieldset", "few")
                    .holds(controls.says("legend", "", id::WORKSHOP_RULES))
                    .holds_all(rules)
                    .end(),
            )
            .end()
    }

    /// Whether a rule is on from the start, whether the lesson compares itself with it, and its settings.
    fn rule(&self, path: &str, rule: &RuleFile) -> Html {
        let controls = self.controls();
        let field = |name: &str| format!("{path}.{name}");
        let row = rule.rule.row();
        let settings = row.settings.iter().map(|&name| {
            let key = format!("workshop-set-{name}");
            let number = match name {
                "when-unreadable" => {
                    let choices = WhenUnreadable::ALL.map(WhenUnreadable::id).map(|word| {
                        (word.to_owned(), controls.line(&format!("workshop-unread-{word}")))
                    });
                    let now = rule.when_unreadable.map_or("", WhenUnreadable::id);
                    let choices = self.or(id::WORKSHOP_AS_USUAL, choices.to_vec());
                    return controls.list(&field(name), &key, choices, now);
                }
                "per-subscriber" => rule.per_subscriber,
                "per-sender" => rule.per_sender,
                "per-call" => rule.per_call,
                "minutes" => rule.minutes,
                _ => rule.learns,
            };
            controls.number(&field(name), &key, number)
        });
        let gate = path.split_once(']').and_then(|(start, _)| start.rsplit_once('['));
        let gate = gate.and_then(|(_, at)| self.file.gates.get(at.parse::<usize>().ok()?));
        let filter =
            format!("{}.{}", gate.map(|gate| gate.id.as_str()).unwrap_or_default(), row.name);
        let compares = self.file.compare.contains(&filter);
        let more = element("details", "deeper")
            .holds(controls.says("summary", "", id::WORKSHOP_SETTINGS))
            .holds_all(settings);
        element("div", "settings")
            .holds(controls.flag(&field("on"), id::WORKSHOP_RULE_ON, rule.on))
            .holds(controls.switch(
                &format!("{COMPARES} {filter}"),
                &controls.line(id::WORKSHOP_COMPARE),
                compares,
            ))
            .holds(more.end())
            .end()
    }

    /// What the reader is asked to foresee.
    pub fn foreseeing(&self) -> Html {
        let controls = self.controls();
        let predict = self.file.predict.as_ref();
        let first = self.file.acts.last().map(|act| act.id.as_str()).unwrap_or_default();
        let parties = self.party_choices();
        let party = parties.last().map(|(id, _)| id.as_str()).unwrap_or_default();
        let does = format!("{PREDICT} {first} {party}");
        let acts: Vec<Choice> =
            self.file.acts.iter().map(|act| (act.id.clone(), act.id.clone())).collect();
        let facts = Fact::ALL.map(|fact| {
            (
                fact.id().to_owned(),
                self.words.capital(&controls.line(&format!("fact-{}", fact.id()))),
            )
        });
        let asked = self.file.words.as_ref().and_then(|words| words.predict.as_deref());
        let fields = predict.map(|predict| {
            element("div", "")
                .holds(controls.maybe("words.predict", id::WORKSHOP_PREDICT_WORDS, asked))
                .holds_all(controls.wrong("words"))
                .holds(controls.list("predict.act", id::WORKSHOP_PREDICT_ACT, acts, &predict.act))
                .holds(controls.list(
                    "predict.party",
                    id::WORKSHOP_PREDICT_PARTY,
                    parties.clone(),
                    &predict.party,
                ))
                .holds(controls.list(
                    "predict.fact",
                    id::WORKSHOP_PREDICT_FACT,
                    facts.to_vec(),
                    predict.fact.id(),
                ))
                .end()
        });
        controls
            .part(id::WORKSHOP_PREDICT, false, "predict")
            .holds(controls.switch(&does, &controls.line(id::WORKSHOP_PREDICTS), predict.is_some()))
            .holds_all(fields)
            .end()
    }

    /// Documents of one's own, and which sentence rests on which.
    pub fn citing(&self) -> Html {
        let controls = self.controls();
        let own = self.file.sources.iter().enumerate().map(|(at, source)| {
            let path = |field: &str| format!("sources[{at}].{field}");
            controls
                .item(&format!("sources[{at}]"), &source.id, false)
                .holds(controls.text(&path("title"), id::WORKSHOP_SOURCE_TITLE, &source.title))
                .holds(controls.maybe(
                    &path("where"),
                    id::WORKSHOP_SOURCE_WHERE,
                    source.place.as_deref(),
                ))
                .holds(controls.id(&path("id"), &source.id))
                .end()
        });
        let known: Vec<(String, String)> = self
            .file
            .sources
            .iter()
            .map(|source| (source.id.clone(), source.title.clone()))
            .chain(SOURCES.iter().map(|source| (source.id.to_owned(), source.title.to_owned())))
            .collect();
        let says = self.file.words.iter().flat_map(|words| words.says.iter());
        let cites = says.map(|(name, said)| {
            let cited = self.file.claims.iter().filter(|claim| claim.says == *name);
            let cited: Vec<&String> = cited.flat_map(|claim| &claim.sources).collect();
            let choice = |(source, title): &(String, String)| {
                controls.switch(&format!("{CITES} {name} {source}"), title, cited.contains(&source))
            };
            let count = self.words.number(cited.len() as i64);
            let summary = element("summary", "")
                .says(&said.plain)
                .says(" ")
                .holds(element("b", "count").says(&count).end());
            element("details", "deeper")
                .holds(summary.end())
                .holds_all(known.iter().map(choice))
                .end()
        });
        controls
            .part(id::WORKSHOP_SOURCES, false, "sources")
            .holds_all(own)
            .holds(self.add(List::Sources, id::WORKSHOP_SOURCE_ADD))
            .holds(controls.says("h3", "", id::WORKSHOP_CITES))
            .holds_all(cites)
            .end()
    }
}
