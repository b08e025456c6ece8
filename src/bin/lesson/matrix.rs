//! `lesson matrix`: the outcome of every combination, as text, CSV or JSON.

use crate::USAGE;
use std::fmt::Write as _;
use whereabouts::filter::RuleId;
use whereabouts::judge::{About, Cell, Choice, GateName, Outcome, Scene, Sender, cells};
use whereabouts::signalling::OperationId;
use whereabouts::text::Words;

pub fn matrix(args: &[String], words: &Words) -> Result<String, String> {
    let (choice, format) = read(args)?;
    let mut scene = Scene::new().ok_or("the judge's scene cannot be read")?;
    let cells = cells(&mut scene, &choice, words);
    Ok(match format.as_str() {
        "csv" => csv(cells),
        "json" => json(cells),
        _ => text(cells),
    })
}

fn read(args: &[String]) -> Result<(Choice, String), String> {
    let mut choice = Choice::default();
    let mut format = "text".to_owned();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "--unreadable" {
            choice.unreadable = true;
            continue;
        }
        let value = args.next().ok_or(format!("{arg} needs a value.\n\n{USAGE}"))?;
        match arg.as_str() {
            "--operation" => choice.operations = list(value, OperationId::named)?,
            "--about" => choice.abouts = list(value, |name| among(&About::ALL, About::id, name))?,
            "--sender" => {
                choice.senders = list(value, |name| among(&Sender::ALL, Sender::id, name))?;
            }
            "--gate" => {
                choice.gates = list(value, |name| among(&GateName::ALL, GateName::id, name))?;
            }
            "--rule" => choice.rules = list(value, RuleId::named)?,
            "--format" if ["text", "csv", "json"].contains(&value.as_str()) => {
                format.clone_from(value);
            }
            "--format" => return Err(format!("--format is text, csv or json, not {value}")),
            other => return Err(format!("{other} is not understood.\n\n{USAGE}")),
        }
    }
    Ok((choice, format))
}

fn list<T>(value: &str, named: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, String> {
    let one = |name: &str| named(name).ok_or(format!("nothing is called {name}"));
    value.split(',').map(one).collect()
}

fn among<T: Copy>(all: &[T], id: impl Fn(T) -> &'static str, name: &str) -> Option<T> {
    all.iter().copied().find(|&one| id(one) == name)
}

const COLUMNS: &str = "operation,about,sender,unreadable,gate,rule,outcome,reason,learns";

fn csv(cells: impl Iterator<Item = Cell>) -> String {
    let mut out = format!("{COLUMNS}\n");
    for cell in cells {
        let (gate, rule) = cell.rule.map_or(("", ""), |(gate, rule)| (gate.id(), rule.id()));
        let (operation, about, sender) =
            (cell.operation.row().name, cell.about.id(), cell.sender.id());
        let outcome = cell.answer.outcome.id();
        let learns = cell.answer.learns_in_words().join(" + ");
        let (unreadable, reason) = (cell.unreadable, cell.answer.reason);
        // No field has a comma or a quotation mark in it.
        let _ = writeln!(
            out,
            "{operation},{about},{sender},{unreadable},{gate},{rule},{outcome},{reason},{learns}"
        );
    }
    out
}

fn json(cells: impl Iterator<Item = Cell>) -> String {
    let row = |cell: Cell| {
        let object = serde_json::json!({
            "operation": cell.operation,
            "about": cell.about.id(),
            "sender": cell.sender.id(),
            "unreadable": cell.unreadable,
            "gate": cell.rule.map(|(gate, _)| gate.id()),
            "rule": cell.rule.map(|(_, rule)| rule.id()),
            "outcome": cell.answer.outcome,
            "reason": cell.answer.reason,
            "learns": cell.answer.learns_in_words(),
        });
        format!("{object}\n")
    };
    cells.map(row).collect()
}

/// For each question and sender what comes of it without a rule, and then the rules that change that.
fn text(cells: impl Iterator<Item = Cell>) -> String {
    let mut out = String::new();
    let mut question = None;
    let mut open = None;
    for cell in cells {
        let asked = (cell.operation, cell.about);
        if question != Some(asked) {
            question = Some(asked);
            let _ = writeln!(out, "\n{} about {}", cell.operation.row().name, cell.about.id());
        }
        let said = said(&cell);
        match cell.rule {
            None => {
                let _ = writeln!(out, "  {:<20} {said}", cell.sender.id());
                open = Some(said);
            }
            Some((gate, rule)) if open.as_ref() != Some(&said) => {
                let _ = writeln!(out, "  {:<20} {} {}: {said}", "", gate.id(), rule.id());
            }
            Some(_) => {}
        }
    }
    out.trim_start().to_owned()
}

fn said(cell: &Cell) -> String {
    let outcome = cell.answer.outcome.id();
    match cell.answer.outcome {
        Outcome::Answered => match cell.answer.learns_in_words().join(", ") {
            nothing if nothing.is_empty() => outcome.to_owned(),
            learns => format!("{outcome} ({learns})"),
        },
        Outcome::Masked | Outcome::Stopped | Outcome::WronglyStopped => {
            format!("{outcome} ({})", cell.answer.reason)
        }
        Outcome::AnsweredElsewhere => outcome.to_owned(),
    }
}
