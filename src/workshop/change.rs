//! What can be changed in a form, and how the file is after it.

use super::{made, rename};
use crate::filter::RuleId;
use crate::lesson::file::{self, ClaimFile, KnowsFile, LessonFile, RuleFile, WordsFile};
use crate::lesson::limits;
use crate::signalling::{Fact, Role};
use serde_json::Value;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The field at that path is that; with `null` it is not written.
    Field(String, Value),
    /// The thing at that path is called otherwise, here and wherever it is spoken of.
    Rename(String, String),
    /// One more, made so that nothing is wrong with it.
    Add(List),
    /// Without the item at that path of a list.
    Remove(String),
    /// The item at that place of a list is one place further up, or down.
    Move(String, bool),
    /// Whether a network has a node.
    Node(usize, Role, bool),
    /// Whether a carrier serves a network.
    Serves(usize, String, bool),
    /// Whether two networks have an agreement.
    Agreed(String, String, bool),
    /// Whether a party knows that from the start.
    Knows(String, Fact, bool),
    /// Whether a gate offers a rule.
    Offers(usize, RuleId, bool),
    /// Whether the lesson sets itself beside a run with that filter.
    Compares(String, bool),
    /// What the lesson says under a name, in plain words or as an engineer; nothing where that is empty.
    Says(String, bool, String),
    /// Whether a sentence rests on a document.
    Cites(String, String, bool),
    /// Whether there is a third party.
    ThirdParty(bool),
}

/// A list that can become longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Networks,
    Carriers,
    Leases,
    Gates,
    Acts,
    Sources,
}

impl List {
    pub const ALL: [List; 6] =
        [List::Networks, List::Carriers, List::Leases, List::Gates, List::Acts, List::Sources];

    /// The list's name in the file.
    pub fn id(self) -> &'static str {
        match self {
            List::Networks => "networks",
            List::Carriers => "carriers",
            List::Leases => "leases",
            List::Gates => "gates",
            List::Acts => "acts",
            List::Sources => "sources",
        }
    }

    /// Whether there can be one more: a lesson may have it, and a gate has a place where it can stand.
    pub fn has_room(self, file: &LessonFile) -> bool {
        !self.is_full(file) && (self != List::Gates || made::place_for_a_gate(file).is_some())
    }

    /// Whether there are as many as a lesson may have.
    pub fn is_full(self, file: &LessonFile) -> bool {
        let (has, most) = match self {
            List::Networks => (file.networks.len(), limits::NETWORKS),
            List::Carriers => (file.carriers.len(), limits::CARRIERS),
            List::Leases => (file.leases.len(), limits::LEASES),
            List::Gates => (file.gates.len(), limits::GATES),
            List::Acts => (file.acts.len(), limits::ACTS),
            List::Sources => (file.sources.len(), limits::SOURCES),
        };
        has >= most
    }
}

impl Change {
    /// What it is about: the same again is the same step back.
    pub fn about(&self) -> String {
        match self {
            Change::Field(path, Value::String(_) | Value::Number(_)) => path.clone(),
            Change::Says(name, engineer, _) => format!("says.{name}.{engineer}"),
            // Each of these is a step of its own, also twice.
            other => format!("{other:?}"),
        }
    }

    pub fn make(&self, file: &mut LessonFile) {
        match self {
            Change::Field(path, value) => set(file, path, value),
            Change::Rename(path, to) => rename::rename(file, path, to),
            Change::Add(list) => made::add(file, *list),
            Change::Remove(path) => in_list(file, path, |list, at| drop(list.remove(at))),
            Change::Move(path, up) => in_list(file, path, |list, at| {
                let other = if *up { at.checked_sub(1) } else { at.checked_add(1) };
                if let Some(other) = other.filter(|&other| other < list.len()) {
                    list.swap(at, other);
                }
            }),
            Change::Node(at, role, on) => made::node(file, *at, *role, *on),
            Change::Serves(at, carrier, on) => {
                let network = file.networks.get_mut(*at);
                let _ = network.map(|network| switch(&mut network.carriers, carrier.clone(), *on));
            }
            Change::Agreed(one, other, on) => {
                file.agreements
                    .retain(|(a, b)| !((a, b) == (one, other) || (a, b) == (other, one)));
                if *on {
                    file.agreements.push((one.clone(), other.clone()));
                }
            }
            Change::Knows(party, fact, on) => knows(file, party, *fact, *on),
            Change::Offers(at, rule, on) => offers(file, *at, *rule, *on),
            Change::Compares(filter, on) => switch(&mut file.compare, filter.clone(), *on),
            Change::Says(name, engineer, text) => says(file, name, *engineer, text),
            Change::Cites(name, source, on) => cites(file, name, source, *on),
            Change::ThirdParty(on) => made::third_party(file, *on),
        }
    }
}

fn switch<T: PartialEq>(list: &mut Vec<T>, item: T, on: bool) {
    list.retain(|other| *other != item);
    if on {
        list.push(item);
    }
}

/// Writes a field. What the file could not be read with is left as it was.
fn set(file: &mut LessonFile, path: &str, value: &Value) {
    as_value(file, |whole| {
        let (holder, field) = path.rsplit_once('.').unwrap_or(("", path));
        let Some(Value::Object(map)) = find(whole, holder, true) else { return };
        match value {
            Value::Null => drop(map.remove(field)),
            value => drop(map.insert(field.to_owned(), value.clone())),
        }
    });
}

/// Changes a file as JSON. It goes through its text, as whatever else is read and written here: each further way
/// would be some thirty kilobytes of the module.
fn as_value(file: &mut LessonFile, change: impl FnOnce(&mut Value)) {
    let Ok(mut whole) = serde_json::from_str(&file::write(file)) else { return };
    change(&mut whole);
    let reading = file::read(&whole.to_string());
    if let Some(read) = reading.file.filter(|_| reading.problems.is_empty()) {
        *file = read;
    }
}

fn in_list(file: &mut LessonFile, path: &str, change: impl FnOnce(&mut Vec<Value>, usize)) {
    let place = path.strip_suffix(']').and_then(|path| path.rsplit_once('['));
    let Some((list, at)) = place.and_then(|(list, at)| Some((list, at.parse::<usize>().ok()?)))
    else {
        return;
    };
    as_value(file, |whole| {
        if let Some(Value::Array(items)) =
            find(whole, list, false).filter(|list| list.get(at).is_some())
        {
            change(items, at);
        }
    });
}

/// What stands at a path; an object that is not there can be made on the way.
fn find<'v>(value: &'v mut Value, path: &str, make: bool) -> Option<&'v mut Value> {
    let mut at = value;
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let (name, items) = step.split_once('[').unwrap_or((step, ""));
        let map = at.as_object_mut()?;
        if make && !map.contains_key(name) && items.is_empty() {
            map.insert(name.to_owned(), Value::Object(Default::default()));
        }
        at = map.get_mut(name)?;
        for item in items.split('[').filter(|item| !item.is_empty()) {
            at = at.get_mut(item.strip_suffix(']')?.parse::<usize>().ok()?)?;
        }
    }
    Some(at)
}

fn knows(file: &mut LessonFile, party: &str, fact: Fact, on: bool) {
    if !file.knows.iter().any(|knows| knows.party == party) {
        file.knows.push(KnowsFile { party: party.to_owned(), facts: Vec::new() });
    }
    if let Some(knows) = file.knows.iter_mut().find(|knows| knows.party == party) {
        switch(&mut knows.facts, fact, on);
        knows.facts.sort_unstable();
    }
    file.knows.retain(|knows| !knows.facts.is_empty());
}

fn offers(file: &mut LessonFile, at: usize, rule: RuleId, on: bool) {
    let Some(gate) = file.gates.get_mut(at) else { return };
    let filter = format!("{}.{}", gate.id, rule.id());
    gate.rules.retain(|other| other.rule != rule);
    if on {
        gate.rules.push(RuleFile::bare(rule));
        gate.rules.sort_by_key(|rule| rule.rule as usize);
    } else {
        file.compare.retain(|other| *other != filter);
    }
}

fn says(file: &mut LessonFile, name: &str, engineer: bool, text: &str) {
    let words = file.words.get_or_insert_with(WordsFile::default);
    let said = words.says.entry(name.to_owned()).or_default();
    if engineer {
        said.engineer = (!text.is_empty()).then(|| text.to_owned());
    } else {
        text.clone_into(&mut said.plain);
    }
    if said.plain.is_empty() && said.engineer.is_none() {
        words.says.remove(name);
        file.claims.retain(|claim| claim.says != name);
        file.scene.retain(|other| other != name);
    }
}

fn cites(file: &mut LessonFile, name: &str, source: &str, on: bool) {
    if !file.claims.iter().any(|claim| claim.says == name) {
        file.claims.push(ClaimFile { says: name.to_owned(), sources: Vec::new() });
    }
    if let Some(claim) = file.claims.iter_mut().find(|claim| claim.says == name) {
        switch(&mut claim.sources, source.to_owned(), on);
    }
    file.claims.retain(|claim| !claim.sources.is_empty());
    if on {
        file.scene.retain(|other| other != name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::{self, file};
    use serde_json::json;

    fn example() -> LessonFile {
        file::lenient(include_str!("../../assets/examples/one-question-too-many.json")).unwrap()
    }

    fn after(change: Change) -> LessonFile {
        let mut file = example();
        change.make(&mut file);
        file
    }

    fn is_fine(file: &LessonFile) {
        let problems = lesson::parse(&file::write(file)).err();
        assert_eq!(problems, None, "{}", file::write(file));
    }

    #[test]
    fn a_field_is_written_at_its_path_and_taken_out_again() {
        let file = after(Change::Field("acts[0].minutes-later".into(), json!(5)));
        assert_eq!(file.acts[0].minutes_later, 5);
        let file = after(Change::Field("networks[1].name".into(), json!("Fern")));
        assert_eq!(file.networks[1].name, "Fern");
        let file = after(Change::Field("words.question".into(), Value::Null));
        assert_eq!(file.words.unwrap().question, None);
        // A file without any words has a place for them.
        let mut file = LessonFile { words: None, ..example() };
        Change::Field("words.title".into(), json!("T")).make(&mut file);
        assert_eq!(file.words.unwrap().title.as_deref(), Some("T"));
    }

    #[test]
    fn what_would_make_the_file_unreadable_is_not_written() {
        assert_eq!(after(Change::Field("acts[0].operation".into(), json!("x"))), example());
        assert_eq!(after(Change::Field("acts[9].from".into(), json!("home"))), example());
        assert_eq!(after(Change::Remove("acts[9]".into())), example());
        assert_eq!(after(Change::Remove("seed".into())), example());
    }

    #[test]
    fn items_are_moved_and_removed() {
        let file = after(Change::Move("networks[1]".into(), true));
        assert_eq!(file.networks[0].id, "visited");
        assert_eq!(after(Change::Move("networks[0]".into(), true)), example());
        assert_eq!(after(Change::Remove("gates[0]".into())).gates, []);
    }

    #[test]
    fn whatever_is_added_is_fine_as_it_is() {
        for list in List::ALL {
            let mut file = example();
            for _ in 0..limits::ACTS {
                if list.has_room(&file) {
                    Change::Add(list).make(&mut file);
                    is_fine(&file);
                }
            }
        }
    }

    #[test]
    fn gates_end_where_every_place_has_one() {
        let mut file = example();
        while List::Gates.has_room(&file) {
            Change::Add(List::Gates).make(&mut file);
        }
        assert!(!List::Gates.is_full(&file));
        assert_eq!(file.gates.len(), file.networks.len() * 2 + file.carriers.len());
        let full = file.gates.clone();
        Change::Add(List::Gates).make(&mut file);
        assert_eq!(file.gates, full);
    }

    #[test]
    fn switches_can_be_turned_on_and_off() {
        let pair = || ("home".to_owned(), "visited".to_owned());
        let file = after(Change::Agreed(pair().1, pair().0, false));
        assert_eq!(file.agreements.len(), example().agreements.len() - 1);
        let file = after(Change::Knows("third-party".into(), Fact::PhoneNumber, false));
        assert!(!file.knows.iter().any(|knows| knows.party == "third-party"));
        let file = after(Change::Offers(0, RuleId::Volume, true));
        assert_eq!(file.gates[0].rules.len(), 3);
        is_fine(&file);
        // What is compared with is offered.
        let file = after(Change::Offers(0, RuleId::UnexpectedOperation, false));
        assert_eq!(file.compare, Vec::<String>::new());
        let file = after(Change::Compares("home.partner-list".into(), true));
        assert_eq!(file.compare.len(), 2);
        is_fine(&file);
    }

    #[test]
    fn a_sentence_that_says_nothing_any_more_is_gone_with_its_sources() {
        let file = after(Change::Says("remember".into(), false, String::new()));
        assert!(!file.words.as_ref().unwrap().says.contains_key("remember"));
        is_fine(&file);
        let file = after(Change::Says("remember".into(), true, "As engineers say.".into()));
        let said = &file.words.unwrap().says["remember"];
        assert_eq!(said.engineer.as_deref(), Some("As engineers say."));
        let file = after(Change::Cites("opening".into(), "handbook".into(), true));
        assert!(!file.scene.contains(&"opening".to_owned()));
        is_fine(&file);
    }
}
