//! Somebody who can name everything in a lesson in the reader's language and at the reader's depth.

use crate::filter::{Consulted, Reason, RuleId, Side};
use crate::lesson::{GateId, Lesson};
use crate::run::{Message, Run};
use crate::signalling::{
    Address, Asked, CarrierId, Fact, Facts, Generation, OperationId, Party, Place, Range, Role,
    Standing,
};
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

    /// What the lesson itself says under a key, if it says anything, and the documents behind it.
    pub fn lesson_says(&self, own: &str) -> Option<Sentence> {
        let key = format!("lesson-{}-{own}", self.lesson.id);
        if !self.words.has(&key) {
            return self.matrix_says(&format!("matrix-lesson-{own}"));
        }
        let mut said = self.says(&key, &[]);
        let source = |number| Piece::Source { number, shown: format!("[{number}]") };
        said.extend(self.lesson.cited(own).into_iter().map(source));
        Some(said)
    }

    /// What the lesson says of an act and what became of it.
    pub fn act_says(&self, act: crate::lesson::ActId, fate: &str) -> Option<Sentence> {
        let act = self.lesson.act(act)?;
        self.lesson_says(&format!("{}-{fate}", act.id))
    }

    /// The chapter's title.
    #[inline(never)]
    pub fn title(&self) -> String {
        let title = self.matrix_says("matrix-lesson").map(|title| joined(&title));
        title.unwrap_or_else(|| self.words.line(&format!("lesson-{}", self.lesson.id)))
    }

    /// What all lessons of the matrix say: each is one question, and has no sentences of its own.
    fn matrix_says(&self, key: &str) -> Option<Sentence> {
        if !self.lesson.id.starts_with("matrix-") || !self.words.has(key) {
            return None;
        }
        let operation = self.lesson.acts.first()?.operation;
        let asked = match operation.row().asked() {
            Asked::Serving => "visited",
            Asked::Home | Asked::Either => "home",
        };
        let operation = self.operation(operation);
        let args = [("operation", Value::Text(&operation)), ("asked", Value::Text(asked))];
        Some(self.says(key, &args))
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
            Place::Carrier(carrier) => vec![Piece::Text(self.carrier(carrier))],
        }
    }

    /// A carrier, by its name where rules can stand in several.
    fn carrier(&self, carrier: CarrierId) -> String {
        let gates = self.lesson.gates.iter().filter(|gate| gate.side == Side::Transit).count();
        match self.lesson.carriers.get(carrier.index()) {
            Some(carrier) if gates > 1 => {
                self.words.say(id::CARRIER_NAMED, &[("name", Value::Text(&carrier.name))])
            }
            _ => self.words.line(id::CARRIER),
        }
    }

    /// Whose gate it is.
    pub fn gate(&self, gate: GateId) -> Vec<Piece> {
        self.lesson.gate(gate).map_or_else(Vec::new, |gate| self.place(gate.place))
    }

    /// Whether a gate is where lessees come in, or on another side, in the words that sentences choose by.
    pub fn gate_side(&self, gate: GateId) -> &'static str {
        match self.lesson.gate(gate).map(|gate| gate.side) {
            Some(Side::Exit) => "exit",
            _ => "border",
        }
    }

    /// An operation: what it asks, or what the specification calls it.
    pub fn operation(&self, operation: OperationId) -> String {
        match self.depth {
            Depth::Plain => self.words.line(&format!("operation-{}", key(operation))),
            Depth::Engineer => operation.row().name.to_owned(),
        }
    }

    /// A message: its operation, or the answer to it.
    pub fn message(&self, message: &Message) -> String {
        let operation = self.operation(message.operation());
        if message.is_request() {
            return operation;
        }
        let key = self.in_generation("answer-name", message.operation());
        self.words.say_at(self.depth, &key, &[("operation", Value::Text(&operation))])
    }

    /// The key of what is said otherwise in a later generation: with the generation's name, where there
    /// is such a message.
    pub(super) fn in_generation(&self, key: &str, operation: OperationId) -> String {
        self.variant(key, operation.row().generation().id())
    }

    /// The key with that after it, where there is such a message, and else the key.
    pub(super) fn variant(&self, key: &str, suffix: &str) -> String {
        let own = format!("{key}-{suffix}");
        if self.words.has(&own) { own } else { key.to_owned() }
    }

    pub fn role(&self, role: Role) -> String {
        self.words.say_at(self.depth, &format!("role-{}", role.id()), &[])
    }

    pub fn rule(&self, rule: RuleId) -> String {
        self.words.say_at(self.depth, &format!("rule-{}", rule.id()), &[])
    }

    /// Facts as a list in a sentence.
    pub fn facts(&self, facts: Facts) -> String {
        let suffix = self.generation().map_or("mixed", Generation::id);
        let fact = |fact: Fact| {
            let key = self.variant(&format!("fact-{}", fact.id()), suffix);
            self.words.say_at(self.depth, &key, &[])
        };
        self.list(facts.iter().map(fact).collect())
    }

    /// The generation that a lesson is all in, if it is in one.
    fn generation(&self) -> Option<Generation> {
        let mut all = self.lesson.acts.iter().map(|act| act.operation.row().generation());
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// Why a rule said what it said of a message: half a sentence.
    pub fn reason(&self, said: &Consulted, message: &Message) -> String {
        let key = format!("reason-{}", said.verdict.reason().id());
        // Of a host's name rules compare the realm, but for the one that looks whether the two agree.
        let title = match message.claimed.address {
            Address::Identity(identity) if said.verdict.reason() != Reason::HostOutsideRealm => {
                identity.realm_name()
            }
            address => address.to_string(),
        };
        let owner = self.lesson.owner(message.claimed.address);
        // A filter goes by its tables, and they may not have an address that has an owner.
        let holds = |range: Range| range.holds(message.claimed.address);
        let network = owner.and_then(|owner| self.lesson.network(owner));
        let listed = network.is_some_and(|network| network.listed().into_iter().any(holds));
        let claimed = owner.map_or_else(Vec::new, |owner| self.party(owner.into()));
        let args = [
            ("claimed", Value::Pieces(claimed)),
            ("title", Value::Text(&title)),
            ("listed", Value::Text(if listed { "yes" } else { "no" })),
        ];
        joined(&self.words.pieces_at(self.depth, &key, &args))
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

/// The part of an operation's keys that names it: its name, with hyphens for spaces.
pub fn key(operation: OperationId) -> String {
    operation.row().key()
}

/// What the specification says of an operation: its `code`, the `specification`, or the `clause`. The words
/// have it, so that the page carries that of its lesson's operations only.
pub fn specified(words: &Words, operation: OperationId, what: &str) -> String {
    words.line(&format!("{what}-{}", key(operation)))
}
