//! Short ways to put a question to the judge, as a person would type it: by a line of JSON, so that the
//! whole way from the words to the outcome is tested.
#![allow(dead_code, reason = "each test file uses a part of it")]

use serde_json::{Map, Value, json};
use whereabouts::judge::Judge;
use whereabouts::text::{Words, english};

/// Judges lines, one after the other.
pub fn answers(lines: &[Value], stream: bool) -> Vec<Value> {
    let words = Words::native(english());
    let mut judge = Judge::new(&words, stream).expect("the scene is a lesson");
    let answer = |line: &Value| serde_json::from_str(&judge.line(&line.to_string())).unwrap();
    lines.iter().map(answer).collect()
}

/// A question in the making.
#[derive(Clone)]
pub struct Ask(Map<String, Value>);

/// An operation about an inbound roamer, asked of the visited network.
pub fn visited(operation: &str) -> Ask {
    ask(operation, "inbound-roamer")
}

/// An operation about an outbound roamer, asked of the home network.
pub fn home(operation: &str) -> Ask {
    ask(operation, "outbound-roamer")
}

/// An operation about the home network's own subscriber, who is there.
pub fn at_home(operation: &str) -> Ask {
    ask(operation, "own-subscriber-at-home")
}

fn ask(operation: &str, about: &str) -> Ask {
    let question = json!({ "operation": operation, "about": about, "gates": {} });
    Ask(question.as_object().unwrap().clone())
}

impl Ask {
    pub fn from(mut self, sender: &str) -> Ask {
        self.0.insert("sender".to_owned(), json!(sender));
        self
    }

    pub fn unreadable(mut self) -> Ask {
        self.0.insert("unreadable".to_owned(), json!(true));
        self
    }

    /// One more rule at a gate: a name, or an object with settings.
    pub fn with(mut self, gate: &str, rule: impl Into<Value>) -> Ask {
        let gates = self.0["gates"].as_object_mut().unwrap();
        let rules = gates.entry(gate).or_insert_with(|| json!([]));
        rules.as_array_mut().unwrap().push(rule.into());
        self
    }

    pub fn at(mut self, minute: u64, subscriber: &str) -> Ask {
        self.0.insert("at".to_owned(), json!(minute * 60_000));
        self.0.insert("subscriber".to_owned(), json!(subscriber));
        self
    }

    pub fn question(&self) -> Value {
        Value::Object(self.0.clone())
    }

    /// The whole answer.
    pub fn answer(&self) -> Value {
        answers(&[self.question()], false).remove(0)
    }

    /// The outcome in a few words.
    pub fn outcome(&self) -> String {
        outcome(&self.answer())
    }

    /// What the asker learns.
    pub fn learns(&self) -> Vec<String> {
        let answer = self.answer();
        answer["learns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|f| f.as_str().unwrap().to_owned())
            .collect()
    }
}

/// Whole minutes of questions, one after the other, with gates that remember.
pub fn in_a_row(questions: &[Ask]) -> Vec<String> {
    let lines: Vec<Value> = questions.iter().map(Ask::question).collect();
    answers(&lines, true).iter().map(outcome).collect()
}

/// `stopped by home-match at visited`, or the outcome alone.
pub fn outcome(answer: &Value) -> String {
    if let Some(error) = answer.get("error") {
        return format!("error: {}", error.as_str().unwrap());
    }
    let word = answer["outcome"].as_str().unwrap().replace('-', " ");
    match (answer["rule"].as_str(), answer["gate"].as_str()) {
        (Some(rule), Some(gate)) => format!("{word} by {rule} at {gate}"),
        _ => word,
    }
}
