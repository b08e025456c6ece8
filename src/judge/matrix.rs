//! The matrix: the outcome of every combination of operation, sender, gate and rule, each by running it.

use super::answer::Answer;
use super::question::{About, GateName, Question, Sender};
use super::scene::Scene;
use crate::filter::{RULES, Rule, RuleId};
use crate::signalling::{CATALOGUE, OperationId};
use crate::text::Words;

/// Which combinations are wanted; an empty list stands for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub operations: Vec<OperationId>,
    pub abouts: Vec<About>,
    pub senders: Vec<Sender>,
    pub gates: Vec<GateName>,
    pub rules: Vec<RuleId>,
    /// Whether the questions are written so that filters cannot read them.
    pub unreadable: bool,
}

/// One combination, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub operation: OperationId,
    pub about: About,
    pub sender: Sender,
    pub unreadable: bool,
    /// The one rule, and the gate at which it stands; `None` for no rule anywhere.
    pub rule: Option<(GateName, RuleId)>,
    pub answer: Answer,
}

/// Every combination that is wanted, in the order of the tables: without a rule first, then each rule at
/// each gate that such a question crosses.
pub fn cells<'a>(
    scene: &'a mut Scene,
    choice: &'a Choice,
    words: &'a Words,
) -> impl Iterator<Item = Cell> + 'a {
    let questions = combinations(choice);
    questions.into_iter().flat_map(move |(operation, about, sender)| {
        let mut question = Question::new(operation, sender, about);
        question.unreadable = choice.unreadable;
        let crossed = scene.crossed(&question);
        let gates = crossed.iter().filter(|gate| wanted(&choice.gates, gate));
        let rules = RULES.iter().map(|row| row.id).filter(|rule| wanted(&choice.rules, rule));
        let rules: Vec<RuleId> = rules.collect();
        let placed = gates.flat_map(|&gate| rules.iter().map(move |&rule| Some((gate, rule))));
        let placed: Vec<_> = [None].into_iter().chain(placed).collect();
        let mut cells = Vec::with_capacity(placed.len());
        for rule in placed {
            let mut asked = question.clone();
            if let Some((gate, rule)) = rule {
                asked = asked.with(gate, [Rule::from(rule)]);
            }
            let answer = scene.judge(&asked, words);
            let unreadable = choice.unreadable;
            cells.push(Cell { operation, about, sender, unreadable, rule, answer });
        }
        cells
    })
}

fn combinations(choice: &Choice) -> Vec<(OperationId, About, Sender)> {
    let mut all = Vec::new();
    for row in CATALOGUE.iter().filter(|row| wanted(&choice.operations, &row.id)) {
        let abouts = About::ALL.into_iter().filter(|about| wanted(&choice.abouts, about));
        for about in abouts.filter(|about| about.fits(row.id).is_ok()) {
            let senders = Sender::ALL.into_iter().filter(|sender| wanted(&choice.senders, sender));
            all.extend(senders.map(|sender| (row.id, about, sender)));
        }
    }
    all
}

fn wanted<T: PartialEq>(list: &[T], one: &T) -> bool {
    list.is_empty() || list.contains(one)
}
