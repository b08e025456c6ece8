//! The file of a lesson's crowd (`assets/crowd/`): its plan, and for each rate where it is from. Native only: a
//! browser gets the plan packed.

use super::plan::{Asker, Event, Plan, Targets, Traffic};
use crate::judge::{GateName, Sender, rules_of};
use crate::lesson::SourceId;
use crate::signalling::OperationId;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The crowd of chapter 9.
pub const A_CROWD: &str = include_str!("../../assets/crowd/a-crowd.json");

/// Where a rate is from; an assumption has no sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    pub operation: OperationId,
    pub from: Sender,
    pub sources: Vec<SourceId>,
}

/// A crowd as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowd {
    pub plan: Plan,
    /// Of the traffic, then of the askers.
    pub rates: Vec<Rate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CrowdFile {
    seed: u64,
    travellers: u32,
    days: u32,
    homes: Vec<u32>,
    hours: Vec<u32>,
    traffic: Vec<TrafficFile>,
    askers: Vec<AskerFile>,
    gates: Map<String, Value>,
    event: Option<EventFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct TrafficFile {
    operation: OperationId,
    from: Sender,
    thousandths: u32,
    #[serde(default)]
    assumption: bool,
    #[serde(default)]
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AskerFile {
    sender: Sender,
    operation: OperationId,
    /// `one`, `everyone`, or a number of people.
    about: Value,
    per_day: u32,
    #[serde(default)]
    unreadable: bool,
    #[serde(default)]
    assumption: bool,
    #[serde(default)]
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct EventFile {
    home: u8,
    first: u32,
    days: u32,
    times: u32,
}

impl Crowd {
    /// Reads a file. An error names the place and what is wrong there.
    pub fn parse(json: &str) -> Result<Crowd, String> {
        let mut reader = serde_json::Deserializer::from_str(json);
        let file: CrowdFile = serde_path_to_error::deserialize(&mut reader)
            .map_err(|error| format!("{}: {}", error.path(), error.inner()))?;
        let mut rates = Vec::new();
        for (i, row) in file.traffic.iter().enumerate() {
            let sources = sources(&format!("traffic[{i}]"), row.assumption, &row.sources)?;
            rates.push(Rate { operation: row.operation, from: row.from, sources });
        }
        for (i, row) in file.askers.iter().enumerate() {
            let sources = sources(&format!("askers[{i}]"), row.assumption, &row.sources)?;
            rates.push(Rate { operation: row.operation, from: row.sender, sources });
        }
        let mut gates: [Vec<_>; 4] = Default::default();
        for (name, rules) in &file.gates {
            let place = format!("gates.{name}");
            let gate = GateName::ALL.into_iter().find(|gate| gate.id() == name);
            let gate =
                gate.ok_or_else(|| format!("{place}: a gate is home, visited, carrier or lessor"))?;
            gates[gate as usize] = rules_of(rules, &place)
                .map_err(|trouble| format!("{}: {}", trouble.place, trouble.key))?;
        }
        let plan = Plan {
            seed: file.seed,
            travellers: file.travellers,
            days: file.days,
            homes: file.homes,
            traffic: file
                .traffic
                .iter()
                .map(|row| Traffic {
                    operation: row.operation,
                    from: row.from,
                    thousandths: row.thousandths,
                })
                .collect(),
            hours: file.hours,
            event: file.event.map(|EventFile { home, first, days, times }| Event {
                home,
                first,
                days,
                times,
            }),
            askers: file
                .askers
                .iter()
                .enumerate()
                .map(|(i, row)| {
                    Ok(Asker {
                        sender: row.sender,
                        operation: row.operation,
                        unreadable: row.unreadable,
                        targets: targets(&row.about).ok_or_else(|| {
                            format!("askers[{i}].about: one, everyone, or a number of people")
                        })?,
                        per_day: row.per_day,
                    })
                })
                .collect::<Result<_, String>>()?,
            gates,
        };
        plan.check()
            .map_err(|error| format!("{}: {} may stand there", error.field, error.expected))?;
        Ok(Crowd { plan, rates })
    }
}

/// What a rate rests on: documents, or it says that it is an assumption.
fn sources(place: &str, assumption: bool, named: &[String]) -> Result<Vec<SourceId>, String> {
    if assumption == named.is_empty() {
        let known = |id: &String| {
            SourceId::named(id).ok_or_else(|| format!("{place}.sources: {id} may not be cited"))
        };
        return named.iter().map(known).collect();
    }
    Err(format!("{place}: either it names its sources, or it says \"assumption\": true"))
}

fn targets(about: &Value) -> Option<Targets> {
    match about {
        Value::String(word) if word == "one" => Some(Targets::One),
        Value::String(word) if word == "everyone" => Some(Targets::Everyone),
        Value::Number(number) => Some(Targets::List(u32::try_from(number.as_u64()?).ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl Fn(&mut Value)) -> Result<Crowd, String> {
        let mut file: Value = serde_json::from_str(A_CROWD).unwrap();
        change(&mut file);
        Crowd::parse(&file.to_string())
    }

    #[test]
    fn the_chapters_crowd_is_one() {
        let crowd = with(|_| {}).unwrap();
        assert_eq!(crowd.rates.len(), crowd.plan.sources());
        assert!(crowd.rates.iter().any(|rate| !rate.sources.is_empty()));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (change, told) in [
            ((|file| file["travellers"] = 5.into()) as fn(&mut Value), "travellers: 10 to 100000"),
            (|file| file["hours"] = vec![1; 23].into(), "hours: 24 parts"),
            (|file| file["homes"] = Vec::<u32>::new().into(), "homes: 1 to 3 parts"),
            (|file| file["traffic"][0]["assumption"] = false.into(), "traffic[0]: either"),
            (
                |file| file["askers"][0]["sources"] = vec!["hearsay"].into(),
                "askers[0].sources: hearsay",
            ),
            (|file| file["askers"][0]["about"] = "nobody".into(), "askers[0].about: one"),
            (|file| file["askers"][0]["per-day"] = 1_000_000.into(), "askers.per-day: "),
            (|file| file["gates"]["visited"][0] = "no-such".into(), "gates.visited[0]"),
            (|file| file["gates"]["window"] = Value::Array(Vec::new()), "gates.window: a gate is"),
            (|file| file["typo"] = 1.into(), "unknown field `typo`"),
        ] {
            let error = with(change).unwrap_err();
            assert!(error.contains(told), "{error}");
        }
    }
}
