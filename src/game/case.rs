//! One message of the pool: what a gate sees of it, what is true of it, and what each rule says. Ids and
//! flags; the words are in `text`.

use crate::filter::{RULES, RuleId, Verdict};
use crate::judge::{Outcome, Sender};
use crate::signalling::{CarrierId, Facts, Generation, OperationId, Plmn, Range, Standing};
use serde::{Deserialize, Serialize};

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub seen: Sight,
    pub truth: Truth,
    /// What each rule says, in the order of [`RULES`]: at this gate, and where it has a meaning only at a
    /// lessor's exit, there.
    pub rules: Vec<Verdict>,
}

/// All that a gate can see of a message, and what its tables and its notes say of that. Addresses are the
/// ranges that a table knows: which node of a range somebody uses stands in no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sight {
    /// Whose gate it is: the home network's or the visited one's.
    pub gate: Standing,
    pub generation: Generation,
    /// What it asks; `None` where a filter cannot read it.
    pub operation: Option<OperationId>,
    /// Whom it is about, likewise.
    pub about: Option<Whom>,
    /// What it is sent under, and whose that is.
    pub address: Range,
    pub owner: Option<Standing>,
    /// The network in its node's name, and whose that is. Not in 2G and 3G.
    pub host: Option<(Plmn, Option<Standing>)>,
    /// The sender's address that it repeats inside, and whose that is.
    pub inner: Option<(Range, Option<Standing>)>,
    /// The network that it says it comes from, and which that is.
    pub network: Option<(Plmn, Option<Standing>)>,
    /// The carrier that hands it over, and whether the address's owner sends by that; `None` where the
    /// tables do not have the address.
    pub carrier: CarrierId,
    pub fits: Option<bool>,
    /// The first carrier of the recorded way, and whether it serves the address's owner. In 4G only.
    pub recorded: Option<(CarrierId, Option<bool>)>,
    /// Whether the last stretch was protected. In 4G only.
    pub secured: Option<bool>,
    /// Who has signed it. Not in 5G.
    pub signed: Option<Standing>,
    /// Which network the other end of the connection has proved to be. In 5G only.
    pub peer: Option<Standing>,
    /// Where the gate's notes say that the phone is, where it can read whose it is.
    pub registered: Option<Standing>,
}

/// Whom a message is about, for whoever is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Whom {
    /// Its own customer.
    Ours,
    /// Its guest.
    Guest,
}

/// What no gate can see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Truth {
    pub operation: OperationId,
    pub sender: Sender,
    /// Whether an honest sender came by an unusual road.
    pub detour: bool,
    /// Whether a forged address lies where nobody's tables know anybody.
    pub unlisted: bool,
    pub honest: bool,
    /// What comes of it where no filter stands in its way.
    pub outcome: Outcome,
    /// What whoever really asked learns then.
    pub learns: Facts,
    /// Whether a register then points to where the phone is not.
    pub misled: bool,
}

impl Case {
    /// What one rule says.
    pub fn opinion(&self, rule: RuleId) -> Option<Verdict> {
        opinion(&self.rules, rule)
    }

    /// Whether a rule keeps the sender from an answer that is true.
    pub fn is_stopped_by(&self, rule: RuleId) -> bool {
        matches!(self.opinion(rule), Some(Verdict::Stop(_)))
    }

    /// Whether somebody at the gate could not tell it from the other.
    pub fn looks_like(&self, other: &Case) -> bool {
        self.seen == other.seen
    }
}

/// What a rule says, in a list that is in the order of [`RULES`].
pub fn opinion(verdicts: &[Verdict], rule: RuleId) -> Option<Verdict> {
    RULES.iter().zip(verdicts).find(|(row, _)| row.id == rule).map(|(_, verdict)| *verdict)
}

impl Whom {
    /// The word that the text table uses.
    pub const fn id(self) -> &'static str {
        match self {
            Whom::Ours => "ours",
            Whom::Guest => "guest",
        }
    }
}
