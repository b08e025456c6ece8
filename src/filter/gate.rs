//! A gate: its rules are consulted one after the other, and one of them is named.

use super::rules::consult;
use super::state::Keep;
use super::{Rule, RuleId, Seen, State, Tables, Verdict};
use serde::{Deserialize, Serialize};

/// What one rule said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Consulted {
    pub rule: RuleId,
    pub verdict: Verdict,
}

/// What a gate decided, and by which rule; `None` where no rule had anything against the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    pub named: Option<Consulted>,
}

/// Consults every rule in order, telling `note` what each says. Stop beats Mask beats Pass, and the
/// first rule with the strongest verdict is named. Nothing is allocated here, and nothing remembered.
pub fn judge<K: Keep>(
    rules: impl IntoIterator<Item = Rule>,
    seen: &Seen,
    tables: &Tables,
    state: &State<K>,
    mut note: impl FnMut(Consulted),
) -> Judgement {
    let mut named: Option<Consulted> = None;
    for rule in rules {
        let consulted = Consulted { rule: rule.id, verdict: consult(rule, seen, tables, state) };
        note(consulted);
        let strongest = named.map_or(0, |named| named.verdict.strength());
        if consulted.verdict.strength() > strongest {
            named = Some(consulted);
        }
    }
    Judgement { named }
}
