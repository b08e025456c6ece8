//! The judge on a terminal: a line in, a line out. A line that cannot be judged gives an error with its
//! place, and the next one is judged all the same.

use super::question::{Question, Trouble};
use super::scene::Scene;
use crate::run::Memory;
use crate::signalling::{Imsi, Msisdn};
use crate::text::{Value, Words};
use serde::Serialize;
use std::collections::BTreeMap;

/// A judge that answers one line after the other.
pub struct Judge<'w> {
    scene: Scene,
    words: &'w Words,
    /// What the gates remember from line to line; `None` where each line stands for itself.
    stream: Option<Stream>,
}

struct Stream {
    memory: Memory,
    beginning: u64,
    last: u64,
    subscribers: BTreeMap<String, (Msisdn, Imsi)>,
}

/// How often the memory is tidied, in milliseconds of the story.
const HOUR: u64 = 3_600_000;

/// The most subscribers of one stream.
const MOST: usize = 100_000;

#[derive(Serialize)]
struct Problem {
    error: String,
}

impl<'w> Judge<'w> {
    /// A judge; `stream` keeps what gates remember from line to line. `None` only where the scene that
    /// the program was built with cannot be read.
    pub fn new(words: &'w Words, stream: bool) -> Option<Judge<'w>> {
        let scene = Scene::new()?;
        let stream = stream.then(|| {
            let memory = scene.memory();
            let beginning = memory.now;
            Stream { memory, beginning, last: 0, subscribers: BTreeMap::new() }
        });
        Some(Judge { scene, words, stream })
    }

    /// The answer to one line as it was read, which may not be text at all.
    pub fn bytes(&mut self, line: &[u8]) -> String {
        match std::str::from_utf8(line) {
            Ok(line) => self.line(line),
            Err(error) => {
                let found = error.to_string();
                let trouble = Trouble {
                    place: String::new(),
                    key: "judge-not-json",
                    found,
                    expected: String::new(),
                };
                refusal(&trouble, self.words)
            }
        }
    }

    /// The answer to one line, as a line.
    pub fn line(&mut self, line: &str) -> String {
        let answer = Question::read(line, self.stream.is_some()).and_then(|q| self.judge(&q));
        let written = match answer {
            Ok(answer) => serde_json::to_string(&answer),
            Err(trouble) => return refusal(&trouble, self.words),
        };
        written.unwrap_or_default()
    }

    fn judge(&mut self, question: &Question) -> Result<super::Answer, Trouble> {
        let (Some(stream), Some((at, name))) = (&mut self.stream, &question.when) else {
            return Ok(self.scene.judge(question, self.words));
        };
        let refused = |key, found: usize, expected: usize| Trouble {
            place: if key == "judge-stream-at" { "at" } else { "subscriber" }.to_owned(),
            key,
            found: found.to_string(),
            expected: expected.to_string(),
        };
        if *at < stream.last {
            return Err(refused("judge-stream-at", 0, 0));
        }
        let known = stream.subscribers.len();
        let subscriber = match stream.subscribers.get(name) {
            Some(&known) => known,
            None if known >= MOST => return Err(refused("judge-too-long", known, MOST)),
            None => {
                let new = numbered(known).ok_or_else(|| refused("judge-too-long", known, MOST))?;
                stream.subscribers.insert(name.clone(), new);
                new
            }
        };
        stream.memory.now = stream.beginning.saturating_add(*at);
        if *at / HOUR != stream.last / HOUR {
            stream.memory.forget();
        }
        stream.last = *at;
        Ok(self.scene.judge_after(question, subscriber, &mut stream.memory, self.words))
    }
}

/// The addresses of a stream's subscribers, one after the other.
fn numbered(index: usize) -> Option<(Msisdn, Imsi)> {
    let msisdn = Msisdn::read(&format!("+999 71 6{index:06}")).ok()?;
    let imsi = Imsi::read(&format!("9991100{index:08}")).ok()?;
    Some((msisdn, imsi))
}

/// The answer to one line that stands for itself.
pub fn answer_line(line: &str, words: &Words) -> String {
    Judge::new(words, false).map(|mut judge| judge.line(line)).unwrap_or_default()
}

/// A problem as a line.
fn refusal(trouble: &Trouble, words: &Words) -> String {
    let problem = Problem { error: explain(trouble, words) };
    serde_json::to_string(&problem).unwrap_or_default()
}

/// A problem in words, its place first.
fn explain(trouble: &Trouble, words: &Words) -> String {
    let args =
        [("found", Value::Text(&trouble.found)), ("expected", Value::Text(&trouble.expected))];
    let sentence = words.say(trouble.key, &args);
    if trouble.place.is_empty() { sentence } else { format!("{}: {sentence}", trouble.place) }
}
