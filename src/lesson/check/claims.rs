//! What the reader is asked to foresee, what the lesson compares itself with, and what its own sentences
//! rest on.

use super::Check;
use crate::filter::RuleId;
use crate::lesson::Code;
use crate::lesson::model::{ActId, Claim, GateId, Predict};
use crate::lesson::sources::{SOURCES, SourceId};

impl Check<'_> {
    pub(super) fn predict(&mut self) -> Option<Option<Predict>> {
        let file = self.file;
        let Some(asked) = &file.predict else { return Some(None) };
        let party = self.party_named("predict.party", &asked.party);
        let act = file.acts.iter().position(|act| act.id == asked.act);
        if act.is_none() {
            let known = file.acts.iter().map(|act| act.id.as_str()).collect::<Vec<_>>().join(", ");
            self.report("predict.act", Code::UnknownReference, &asked.act, &known);
        }
        let act = ActId(u16::try_from(act?).ok()?);
        Some(Some(Predict { act, party: party?, fact: asked.fact }))
    }

    pub(super) fn compare(&mut self) -> Option<Vec<(GateId, RuleId)>> {
        let file = self.file;
        let mut known = Vec::new();
        for (gate, id) in file.gates.iter().zip((0..).map(GateId)) {
            for rule in &gate.rules {
                known.push((format!("{}.{}", gate.id, rule.rule.id()), (id, rule.rule)));
            }
        }
        let mut all = Vec::new();
        for (i, name) in file.compare.iter().enumerate() {
            let found = known.iter().find(|(known, _)| known == name).map(|(_, filter)| *filter);
            let path = format!("compare[{i}]");
            match found {
                Some(filter) if all.contains(&Some(filter)) => {
                    self.report(&path, Code::Duplicate, name, "");
                }
                Some(_) => {}
                None => {
                    let names: Vec<&str> = known.iter().map(|(name, _)| name.as_str()).collect();
                    self.report(&path, Code::UnknownReference, name, &names.join(", "));
                }
            }
            all.push(found);
        }
        all.into_iter().collect()
    }

    /// Each sentence once, and each with a document that is known.
    pub(super) fn cited(&mut self) -> Option<Vec<Claim>> {
        let file = self.file;
        let mut seen: Vec<&str> = Vec::new();
        let claims = file.claims.iter().enumerate();
        let says = claims.map(|(i, claim)| (format!("claims[{i}].says"), &claim.says));
        let scene = file.scene.iter().enumerate().map(|(i, says)| (format!("scene[{i}]"), says));
        for (path, says) in says.chain(scene).collect::<Vec<_>>() {
            if seen.contains(&says.as_str()) {
                self.report(&path, Code::Duplicate, says, "");
            }
            seen.push(says);
            self.is_said(&path, says);
        }
        let mut all = Vec::new();
        for (i, claim) in file.claims.iter().enumerate() {
            let path = format!("claims[{i}].sources");
            if claim.sources.is_empty() {
                self.report(&path, Code::NoSource, &claim.says, "");
            }
            let mut sources = Vec::new();
            for (n, id) in claim.sources.iter().enumerate() {
                let own = file.sources.iter().position(|source| source.id == *id);
                let source = SourceId::named(id).or_else(|| SourceId::own(own?));
                if source.is_none() {
                    let own = file.sources.iter().map(|source| source.id.as_str());
                    let known: Vec<&str> =
                        own.chain(SOURCES.iter().map(|source| source.id)).collect();
                    let path = format!("{path}[{n}]");
                    self.report(&path, Code::UnknownReference, id, &known.join(", "));
                }
                sources.push(source);
            }
            let sources = sources.into_iter().collect::<Option<Vec<_>>>();
            all.push(sources.map(|sources| Claim { says: claim.says.clone(), sources }));
        }
        all.into_iter().collect()
    }
}
