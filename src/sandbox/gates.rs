//! The gates of a sandbox: the base's own, those that its questions cross, and those where the reader has
//! put a rule; at each every rule that has a meaning there.

use super::base::Bases;
use super::build::find;
use super::setting::{Setting, Spot, stands};
use crate::filter::{RULES, RuleId, Side};
use crate::judge::gate_name;
use crate::lesson::{Gate, GateId, GateRule, Lesson};
use crate::run::crossed;
use crate::signalling::{CarrierId, Generation, Place, Role};

/// Puts them into the lesson. `own`: its questions are not all the chapter's.
pub(super) fn place(lesson: &mut Lesson, bases: &Bases, setting: &Setting, own: bool) {
    let based = std::mem::take(&mut lesson.gates);
    let known = |gate: &Gate| based.iter().any(|other| is_at(other, gate));
    let mut gates = based.clone();
    gates.extend(everywhere(lesson, bases).into_iter().filter(|gate| !known(gate)));
    lesson.gates = gates;
    let crossed: Vec<usize> = crossed(lesson).into_iter().map(|gate| usize::from(gate.0)).collect();
    let home = lesson.traveller.home;
    let mut at = 0;
    lesson.gates.retain(|gate| {
        let ruled = !setting.at(gate_name(gate, home)).is_empty();
        let kept = at < based.len() || ruled || (own && crossed.contains(&at));
        at += 1;
        kept
    });
    let mut ids: Vec<String> = Vec::new();
    let generations = generations(lesson);
    let routes = lesson.network(home).is_some_and(|home| home.node(Role::SmsRouter).is_some());
    for (id, gate) in (0..).map(GateId).zip(&mut lesson.gates) {
        let name = gate_name(gate, home);
        if ids.contains(&gate.id) {
            gate.id.push_str("-2");
        }
        ids.push(gate.id.clone());
        let chosen = setting.at(name);
        let on = |rule: RuleId| chosen.iter().find(|chosen| chosen.id == rule);
        let offered = |rule: RuleId| {
            let here =
                generations.iter().any(|&generation| rule.row().applies(gate.side, generation));
            let routed = rule != RuleId::SmsHomeRouting || routes;
            stands(name, rule) && (on(rule).is_some() || (here && routed))
        };
        let further: Vec<RuleId> = RULES
            .iter()
            .map(|row| row.id)
            .filter(|&rule| offered(rule) && !gate.rules.iter().any(|known| known.rule == rule))
            .collect();
        for rule in further {
            let settings = bases.rule(setting.from, name, rule).settings;
            gate.rules.push(GateRule { rule, on: false, settings });
        }
        for rule in &mut gate.rules {
            // The run without what the reader has chosen is one that can be looked at, too.
            rule.on = false;
            lesson.compare.extend(on(rule.rule).map(|_| (id, rule.rule)));
            rule.settings = on(rule.rule).map_or(rule.settings, |on| on.settings);
        }
    }
}

/// A gate at every place where one can stand.
fn everywhere(lesson: &Lesson, bases: &Bases) -> Vec<Gate> {
    let gate =
        |id: &str, place: Place, side| Gate { id: id.to_owned(), place, side, rules: Vec::new() };
    let mut all = Vec::new();
    for spot in [Spot::Home, Spot::Visited] {
        if let Some(network) = find(lesson, spot) {
            all.push(gate(spot.id(), network.into(), Side::Border));
        }
    }
    for (id, carrier) in (0..).map(CarrierId).zip(&lesson.carriers) {
        let first = bases.stock.carriers.first().is_some_and(|usual| usual.name == carrier.name);
        let name = if first { "carrier".to_owned() } else { format!("carrier-{}", carrier.id) };
        all.push(gate(&name, id.into(), Side::Transit));
    }
    for lease in &lesson.leases {
        let name = if lease.from == lesson.traveller.home { "lessor-home" } else { "lessor" };
        let exit = gate(name, lease.from.into(), Side::Exit);
        if !all.iter().any(|known| is_at(known, &exit)) {
            all.push(exit);
        }
    }
    all
}

fn is_at(one: &Gate, other: &Gate) -> bool {
    (one.place, one.side) == (other.place, other.side)
}

/// The generations in which something is asked.
fn generations(lesson: &Lesson) -> Vec<Generation> {
    let acts = lesson.acts.iter().map(|act| act.operation.row().generation());
    Generation::ALL.into_iter().filter(|one| acts.clone().any(|other| other == *one)).collect()
}

/// The generations of what a setting asks.
#[cfg(feature = "page")]
pub(super) fn generations_of(bases: &Bases, setting: &Setting) -> Vec<Generation> {
    let asked = setting.asks.iter().filter_map(|&ask| bases.operation(setting.from, ask));
    asked.map(|operation| operation.row().generation()).collect()
}
