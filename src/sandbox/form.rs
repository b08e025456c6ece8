//! The form: everything that can be set, what it means, and why something cannot be.

use super::address::{BLIND, number};
use super::base::Bases;
use super::build::{Why, fits};
use super::change::{self, Change, changed};
use super::fields::{Choice, Fields, note};
use super::gates::generations_of;
use super::setting::{
    Ask, Knows, LARGEST, LONGEST, MOST_ASKS, MOST_BEFORE, OFFERED, PLACES, Registered, Setting,
    Spot, stands,
};
use crate::filter::{RULES, Rule, RuleId, WhenUnreadable};
use crate::judge::{GateName, Sender};
use crate::signalling::Generation;
use crate::stage::{Element, element};
use crate::text::{Value, Words, id};
use std::collections::BTreeSet;
use yew::{Html, NodeRef};

/// What the form is drawn from.
pub struct Form<'a> {
    pub words: &'a Words,
    pub bases: &'a Bases,
    pub setting: &'a Setting,
    /// What has the focus once a question has been taken away.
    pub asks: &'a NodeRef,
}

impl Form<'_> {
    pub fn draw(&self) -> Html {
        element("div", "set-parts")
            .holds(self.begin())
            .holds(self.asks())
            .holds(self.traveller())
            .holds(self.gates())
            .holds(self.past())
            .end()
    }

    fn fields(&self) -> Fields<'_> {
        Fields { words: self.words }
    }

    fn line(&self, key: &str) -> String {
        self.words.line(key)
    }

    /// Why that cannot be, if it cannot.
    fn refused(&self, change: Change) -> Option<Why> {
        let next = changed(self.bases, self.setting, change)?;
        fits(self.bases, &next).err()
    }

    fn why(&self, why: Why) -> String {
        match why {
            Why::Crowded(spot) => {
                self.words.say(id::SANDBOX_WHY_CROWDED, &[("spot", Value::Text(spot.id()))])
            }
            _ => self.line(id::SANDBOX_WHY_MISSING),
        }
    }

    fn begin(&self) -> Html {
        let fields = self.fields();
        let chapter = |number: u8| {
            let id = &self.bases.lesson(Some(number)).id;
            let title = self.line(&format!("lesson-{id}"));
            let args = [("number", Value::Number(number.into())), ("title", Value::Text(&title))];
            let words = self.words.say(id::SANDBOX_FROM_CHAPTER, &args);
            Choice::new(id, words, self.setting.from == Some(number)).option()
        };
        let nothing = self.line(id::SANDBOX_FROM_NOTHING);
        let nothing = Choice::new("", nothing, self.setting.from.is_none()).option();
        let chapters = self.bases.chapters.iter().map(|lesson| chapter(lesson.chapter));
        let means = self.line(id::SANDBOX_FROM_MEANS);
        let list = fields.list(
            change::FROM,
            id::SANDBOX_FROM,
            &means,
            [nothing].into_iter().chain(chapters).collect(),
        );
        let reset = self.button(change::RESET, &self.line(id::SANDBOX_RESET));
        element("div", "set-begin").holds(list).holds(reset.end()).end()
    }

    fn button(&self, does: &str, words: &str) -> Element {
        element("button", "").with("type", "button").with("data-do", does).says(words)
    }

    fn asks(&self) -> Html {
        let asks = (0..).zip(&self.setting.asks).map(|(at, ask)| self.ask(at, *ask));
        let full = self.setting.asks.len() >= MOST_ASKS;
        let crowded = (!full).then(|| self.refused(Change::Add)).flatten();
        let most = [("most", Value::Number(MOST_ASKS as i64))];
        let why = match crowded {
            Some(why) => Some(self.why(why)),
            None => full.then(|| self.words.say(id::SANDBOX_ASK_FULL, &most)),
        };
        let add = self.button(change::ADD, &self.line(id::SANDBOX_ASK_ADD));
        let add = add.when(why.is_some(), "disabled").end();
        let fields = self.fields();
        fields
            .group("set-questions", &self.line(id::SANDBOX_ASKS), id::SANDBOX_ASKS_MEANS)
            .with("tabindex", "-1")
            .known_as(self.asks)
            .holds_all(asks)
            .holds(add)
            .holds_all(why.map(|why| note(&why)))
            .end()
    }

    fn ask(&self, at: usize, ask: Ask) -> Html {
        let fields = self.fields();
        let number = [("number", Value::Number(at as i64 + 1))];
        let from = self.setting.from;
        let own = self.bases.like(from, ask);
        let mut whys: BTreeSet<String> = BTreeSet::new();
        let remove = self.button(
            &format!("{} {at}", change::REMOVE),
            &self.words.say(id::SANDBOX_ASK_REMOVE, &number),
        );
        let alone = self.setting.asks.len() == 1;
        let sender = self.bases.sender(from, ask);
        let senders = Sender::ALL.map(|other| {
            let words = self.line(&format!("sender-{}", other.id()));
            let refused = self.refused(Change::Sender(at, other)).filter(|_| other != sender);
            whys.extend(refused.map(|why| self.why(why)));
            let possible = refused.is_none() && own.is_some();
            Choice { possible, ..Choice::new(other.id(), words, other == sender) }.option()
        });
        let means = self.line(&format!("sandbox-sent-{}", sender.id()));
        let does = format!("{} {at}", change::SENDER);
        let senders = fields.list(&does, id::SANDBOX_SENDER, &means, senders.to_vec());
        let operations = self.operations(at, ask, &mut whys);
        let unreadable = fields.switch(
            &format!("{} {at}", change::UNREADABLE),
            &self.line(id::SANDBOX_UNREADABLE),
            &self.line(id::SANDBOX_UNREADABLE_MEANS),
            own.is_some_and(|own| own.unreadable),
            own.is_some(),
        );
        let later = own.filter(|_| at > 0).map(|own| {
            let does = format!("{} {at}", change::LATER);
            fields.number(&does, id::SANDBOX_LATER, (0, LONGEST), own.later)
        });
        if own.is_none() {
            whys.insert(self.line(id::SANDBOX_WHY_CHAPTER));
        }
        fields
            .group("set-question", &self.words.say(id::SANDBOX_ASK, &number), "")
            .holds(operations)
            .holds(senders)
            .holds(unreadable)
            .holds_all(later)
            .holds_all(whys.iter().map(|why| note(why)))
            .holds_all((!alone).then(|| remove.end()))
            .end()
    }

    /// What can be asked, by generation; an act's own question too, which need not be among them.
    fn operations(&self, at: usize, ask: Ask, whys: &mut BTreeSet<String>) -> Html {
        let is = self.bases.operation(self.setting.from, ask);
        let named = |operation: crate::signalling::OperationId| {
            self.line(&format!("operation-{}", operation.row().key()))
        };
        let other = is.filter(|operation| !OFFERED.contains(operation)).map(|operation| {
            let name = named(operation);
            let words =
                self.words.say(id::SANDBOX_OPERATION_CHAPTER, &[("operation", Value::Text(&name))]);
            Choice::new("", words, true).option()
        });
        let mut groups: Vec<Html> = other.into_iter().collect();
        for generation in Generation::ALL {
            let here = OFFERED.into_iter().filter(|one| one.row().generation() == generation);
            let options = here.map(|operation| {
                let chosen = is == Some(operation);
                let refused = self.refused(Change::Operation(at, operation)).filter(|_| !chosen);
                whys.extend(refused.map(|why| self.why(why)));
                let choice = Choice::new(operation.row().name, named(operation), chosen);
                Choice { possible: refused.is_none(), ..choice }.option()
            });
            let name = self.line(&format!("sandbox-generation-{}", generation.id()));
            let group = element("optgroup", "").with("label", &name);
            groups.push(group.holds_all(options.collect::<Vec<_>>()).end());
        }
        let does = format!("{} {at}", change::OPERATION);
        let means = self.line(id::SANDBOX_OPERATION_MEANS);
        self.fields().list(&does, id::SANDBOX_OPERATION, &means, groups)
    }

    fn traveller(&self) -> Html {
        let fields = self.fields();
        let mut whys: BTreeSet<String> = BTreeSet::new();
        let places = PLACES.map(|place| {
            let words = self.line(&format!("sandbox-place-{}", place.id()));
            let chosen = place == self.setting.place;
            let refused = self.refused(Change::Place(place)).filter(|_| !chosen);
            whys.extend(refused.map(|why| self.why(why)));
            let choice = Choice::new(place.id(), words, chosen);
            (Choice { possible: refused.is_none(), ..choice }, String::new())
        });
        let knows = Knows::ALL
            .into_iter()
            .filter(|&knows| knows != Knows::Chapter || self.setting.from.is_some());
        let knows = knows.map(|knows| {
            let key = format!("sandbox-knows-{}", knows.id());
            let chosen = knows == self.setting.knows;
            let means = self.line(&format!("{key}-means"));
            (Choice::new(knows.id(), self.line(&key), chosen), means)
        });
        let place = fields
            .group("", &self.line(id::SANDBOX_PLACE), id::SANDBOX_PLACE_MEANS)
            .holds(fields.radios(change::PLACE, places.into_iter().collect()))
            .holds_all(whys.iter().map(|why| note(why)));
        let known = fields
            .group("", &self.line(id::SANDBOX_KNOWS), "")
            .holds(fields.radios(change::KNOWS, knows.collect()));
        fields
            .group("", &self.line(id::SANDBOX_TRAVELLER), "")
            .holds(place.end())
            .holds(known.end())
            .end()
    }

    fn gates(&self) -> Html {
        let fields = self.fields();
        fields
            .group("set-gates", &self.line(id::SANDBOX_GATES), id::SANDBOX_GATES_MEANS)
            .holds_all(GateName::ALL.map(|gate| self.gate(gate)))
            .end()
    }

    fn gate(&self, gate: GateName) -> Html {
        let key = format!("sandbox-gate-{}", gate.id());
        let count = self.setting.at(gate).len() as i64;
        let on = self.words.say(id::SANDBOX_GATE_ON, &[("count", Value::Number(count))]);
        let summary = element("summary", "")
            .holds(element("b", "").says(&self.line(&key)).end())
            .says(" ")
            .holds(element("span", "").says(&on).end());
        let idle = gate == GateName::Lessor && !self.leases();
        let rules = RULES.iter().map(|row| row.id).filter(|&rule| stands(gate, rule));
        element("details", "set-gate")
            .holds(summary.end())
            .holds(note(&self.line(&format!("{key}-means"))))
            .holds_all(idle.then(|| note(&self.line(id::SANDBOX_WHY_NO_LEASE))))
            .holds_all(rules.map(|rule| self.rule(gate, rule, idle)))
            .end()
    }

    /// Whether somebody rents an address here.
    fn leases(&self) -> bool {
        let own = |ask: &Ask| {
            let sender = self.bases.sender(self.setting.from, *ask);
            matches!(sender, Sender::LeasedFromPartner | Sender::LeasedFromHome)
        };
        !self.bases.lesson(self.setting.from).leases.is_empty() || self.setting.asks.iter().any(own)
    }

    fn rule(&self, gate: GateName, id: RuleId, idle: bool) -> Html {
        let fields = self.fields();
        let on = self.setting.at(gate).iter().find(|rule| rule.id == id).copied();
        let asked = generations_of(self.bases, self.setting);
        let texts = self.setting.asks.iter().any(|&ask| {
            let operation = self.bases.operation(self.setting.from, ask);
            operation.is_some_and(|operation| operation.row().is_about_a_text())
        });
        let why = match () {
            () if !asked.iter().any(|one| id.row().generations.contains(one)) => {
                Some(id::SANDBOX_WHY_GENERATION)
            }
            () if id == RuleId::SmsHomeRouting && !texts => Some(id::SANDBOX_WHY_NO_TEXT),
            () => None,
        };
        let place = format!("{} {}", gate.id(), id.id());
        let does = format!("{} {place}", change::RULE);
        let name = self.line(&format!("rule-{}", id.id()));
        let mut means = self.line(&format!("does-{}", id.id()));
        if let Some(why) = why {
            means = format!("{means} {}", self.line(why));
        }
        // What is on already can be taken away.
        let possible = on.is_some() || (why.is_none() && !idle);
        let switch = fields.switch(&does, &name, &means, on.is_some(), possible);
        element("div", "set-rule")
            .holds(switch)
            .holds_all(on.map(|rule| self.settings(&place, &name, rule)))
            .end()
    }

    /// What can be set of a rule that is on.
    fn settings(&self, place: &str, name: &str, rule: Rule) -> Html {
        let fields = self.fields();
        let settings = rule.id.row().settings.iter().enumerate().filter_map(|(at, &setting)| {
            let key = format!("sandbox-set-{setting}");
            if setting == BLIND {
                let refuses = rule.settings.when_unreadable == WhenUnreadable::Refuse;
                let does = format!("{} {place}", change::REFUSE);
                let means = self.line(&format!("{key}-means"));
                let blind = rule.id.row().can_be_blinded();
                return blind
                    .then(|| fields.switch(&does, &self.line(&key), &means, refuses, true));
            }
            let now = number(&rule.settings, setting)?;
            let does = format!("{} {place} {at}", change::NUMBER);
            Some(fields.number(&does, &key, (0, LARGEST), now))
        });
        element("div", "set-settings")
            .with("role", "group")
            .with("aria-label", name)
            .holds_all(settings.collect::<Vec<_>>())
            .end()
    }

    fn past(&self) -> Html {
        let fields = self.fields();
        let registered = self.setting.registered;
        let option = |value: &str, chosen: bool| {
            let words = self.line(&format!("sandbox-registered-{value}"));
            Choice::new(value, words, chosen).option()
        };
        let there = Spot::ALL.map(|spot| {
            let chosen = matches!(registered, Registered::There(other, _) if other == spot);
            option(spot.id(), chosen)
        });
        let long = [
            option("here", registered == Registered::Here),
            option("nowhere", registered == Registered::Nowhere),
        ];
        let means = self.line(id::SANDBOX_REGISTERED_MEANS);
        let list = fields.list(
            change::REGISTERED,
            id::SANDBOX_REGISTERED,
            &means,
            [long.to_vec(), there.to_vec()].concat(),
        );
        let minutes = match registered {
            Registered::There(_, ago) => Some(fields.number(
                change::REGISTERED_MINUTES,
                id::SANDBOX_REGISTERED_MINUTES,
                (0, LONGEST),
                ago,
            )),
            Registered::Nowhere | Registered::Here => None,
        };
        let before = fields.switch(
            change::BEFORE,
            &self.line(id::SANDBOX_BEFORE),
            &self.line(id::SANDBOX_BEFORE_MEANS),
            self.setting.before.is_some(),
            true,
        );
        fields
            .group("set-past", &self.line(id::SANDBOX_PAST), id::SANDBOX_PAST_MEANS)
            .holds(list)
            .holds_all(minutes)
            .holds(before)
            .holds_all(self.asked_before())
            .end()
    }

    fn asked_before(&self) -> Vec<Html> {
        let Some(before) = self.setting.before else { return Vec::new() };
        let fields = self.fields();
        let by = Spot::ALL.map(|spot| {
            let words = self.line(&format!("sandbox-before-by-{}", spot.id()));
            Choice::new(spot.id(), words, spot == before.by).option()
        });
        let whom = [("this", false), ("others", true)].map(|(value, others)| {
            let words = self.line(&format!("sandbox-before-{value}"));
            (Choice::new(value, words, before.of_others == others), String::new())
        });
        vec![
            fields.list(change::BEFORE_BY, id::SANDBOX_BEFORE_BY, "", by.to_vec()),
            fields.number(
                change::BEFORE_TIMES,
                id::SANDBOX_BEFORE_TIMES,
                (1, MOST_BEFORE),
                before.times,
            ),
            fields.number(
                change::BEFORE_MINUTES,
                id::SANDBOX_BEFORE_MINUTES,
                (0, LONGEST),
                before.minutes_ago,
            ),
            fields
                .group("", &self.line(id::SANDBOX_BEFORE_WHOM), "")
                .holds(fields.radios(change::BEFORE_WHOM, whom.into_iter().collect()))
                .end(),
        ]
    }
}
