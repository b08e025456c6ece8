//! Gates, their rules and the rules' settings.

use super::Check;
use crate::filter::{RuleId, Side};
use crate::lesson::Code;
use crate::lesson::file::{GateFile, NetworkFile, RuleFile};
use crate::lesson::model::{Gate, GateRule};
use crate::signalling::{CarrierId, Place, Role, Standing};

impl Check<'_> {
    pub(super) fn gates(&mut self) -> Option<Vec<Gate>> {
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

    pub(super) fn gate(&mut self, i: usize, file: &GateFile) -> Option<Gate> {
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
            self.settings(&format!("gates[{i}].rules[{j}]"), rule);
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
        let rule = |r: &RuleFile| GateRule { rule: r.rule, on: r.on, settings: r.settings() };
        let rules = file.rules.iter().map(rule).collect();
        Some(Gate { id: file.id.clone(), place: place?, side, rules })
    }

    /// A setting that the rule does not read would be written for nothing.
    pub(super) fn settings(&mut self, path: &str, file: &RuleFile) {
        let known = file.rule.row().settings;
        let fields = [&["rule", "on"], known].concat().join(", ");
        for name in file.written().filter(|name| !known.contains(name)) {
            self.report(&format!("{path}.{name}"), Code::UnknownField, name, &fields);
        }
    }
}
