//! Somebody who can name everything in a lesson in the reader's language and at the reader's depth.

use crate::filter::{Consulted, RuleId};
use crate::lesson::{GateId, Lesson};
use crate::run::{Judged, Message, Run};
use crate::signalling::{Fact, Facts, OperationId, Party, Place, Role, Standing};
use crate::text::id;
use crate::text::{Depth, Piece, Value, Words, joined};

/// One sentence, in pieces.
pub type Sentence = Vec<Piece>;

/// A lesson, its run, and the words to speak of them with.
#[derive(Clone, Copy)]
pub struct Speaker<'a> {
    pub lesson: &'a Lesson,
    pub run: &'a Run,
    pub words: &'a Words,
    pub depth: Depth,
}

impl Speaker<'_> {
    /// A sentence at the reader's depth, its first letter large.
    pub fn says(&self, key: &str, args: &[(&str, Value)]) -> Sentence {
        let mut pieces = self.words.pieces_at(self.depth, key, args);
        // Also where it begins with somebody's name.
        if let Some(Piece::Text(text) | Piece::Party { name: text, .. }) = pieces.first_mut() {
            *text = self.words.capital(text);
        }
        pieces
    }

    /// The same inside another sentence, or as a label of its own.
    pub fn phrase(&self, key: &str, args: &[(&str, Value)]) -> Sentence {
        self.words.pieces_at(self.depth, key, args)
    }

    /// What the lesson itself says under a key, if it says anything.
    pub fn lesson_says(&self, key: &str) -> Option<Sentence> {
        let key =
            format!("lesson-{}{}{key}", self.lesson.id, if key.is_empty() { "" } else { "-" });
        self.words.has(&key).then(|| self.says(&key, &[]))
    }

    /// What the lesson says of an act and what became of it.
    pub fn act_says(&self, act: crate::lesson::ActId, fate: &str) -> Option<Sentence> {
        let act = self.lesson.act(act)?;
        self.lesson_says(&format!("{}-{fate}", act.id))
    }

    /// The chapter's title.
    pub fn title(&self) -> String {
        self.words.line(&format!("lesson-{}", self.lesson.id))
    }

    /// What a party is called inside a sentence.
    pub fn party(&self, party: Party) -> Vec<Piece> {
        let key = match self.lesson.standing(party) {
            Some(Standing::Home) => "party-home",
            Some(Standing::Visited) => "party-visited",
            Some(Standing::Partner) => "party-partner",
            None => "party-third-party",
        };
        let name = self.words.say(key, &[("name", Value::Text(self.own_name(party)))]);
        vec![Piece::Party { id: self.lesson.party_id(party).to_owned(), name }]
    }

    /// The same as a value for a sentence.
    pub fn of<'v>(&self, party: Party) -> Value<'v> {
        Value::Pieces(self.party(party))
    }

    /// A party's own name; the third party has none.
    pub fn own_name(&self, party: Party) -> &str {
        match party {
            Party::Network(id) => self.lesson.network(id).map_or("", |network| &network.name),
            Party::ThirdParty => "",
        }
    }

    /// What a place is called inside a sentence.
    pub fn place(&self, place: Place) -> Vec<Piece> {
        match place {
            Place::Party(party) => self.party(party),
            Place::Carrier(_) => vec![Piece::Text(self.words.line(id::CARRIER))],
        }
    }

    /// Whose gate it is.
    pub fn gate(&self, gate: GateId) -> Vec<Piece> {
        self.lesson.gate(gate).map_or_else(Vec::new, |gate| self.place(gate.place))
    }

    /// An operation: what it asks, or what the specification calls it.
    pub fn operation(&self, operation: OperationId) -> String {
        self.words.say_at(self.depth, &format!("operation-{}", operation.row().name), &[])
    }

    /// A message: its operation, or the answer to it.
    pub fn message(&self, message: &Message) -> String {
        let operation = self.operation(message.operation());
        if message.is_request() {
            return operation;
        }
        self.words.say_at(self.depth, "answer-name", &[("operation", Value::Text(&operation))])
    }

    pub fn role(&self, role: Role) -> String {
        self.words.say_at(self.depth, &format!("role-{}", role.id()), &[])
    }

    pub fn rule(&self, rule: RuleId) -> String {
        self.words.say_at(self.depth, &format!("rule-{}", rule.id()), &[])
    }

    /// Facts as a list in a sentence.
    pub fn facts(&self, facts: Facts) -> String {
        let fact = |fact: Fact| self.words.say_at(self.depth, &format!("fact-{}", fact.id()), &[]);
        self.list(facts.iter().map(fact).collect())
    }

    /// Why a rule said what it said of a message: half a sentence.
    pub fn reason(&self, said: &Consulted, message: &Message) -> String {
        let key = format!("reason-{}", said.verdict.reason().id());
        let title = message.claimed.title.to_string();
        let claimed = self.lesson.owner(message.claimed.title).map(Party::Network);
        let claimed = claimed.map_or_else(Vec::new, |owner| self.party(owner));
        let args = [("claimed", Value::Pieces(claimed)), ("title", Value::Text(&title))];
        joined(&self.words.pieces_at(self.depth, &key, &args))
    }

    /// The reasons of every rule that let it pass.
    pub fn reasons(&self, judged: &Judged, message: &Message) -> String {
        self.list(judged.consulted.iter().map(|said| self.reason(said, message)).collect())
    }

    /// Items as the language lists them.
    pub fn list(&self, items: Vec<String>) -> String {
        let mut items = items.into_iter();
        let last = items.next_back().unwrap_or_default();
        let before = items.reduce(|before, next| {
            let args = [("before", Value::Text(&before)), ("next", Value::Text(&next))];
            self.words.say(id::LIST_COMMA, &args)
        });
        match before {
            None => last,
            Some(before) => {
                let args = [("before", Value::Text(&before)), ("last", Value::Text(&last))];
                self.words.say(id::LIST_AND, &args)
            }
        }
    }
}
