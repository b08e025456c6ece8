//! The terminal: `lesson check FILE` and `lesson run FILE`, for people who write lessons and for tests.

use std::process::ExitCode;
use whereabouts::lesson::{self, GateId, Lesson};
use whereabouts::narration::{Speaker, transcript};
use whereabouts::run::{BeatKind, Choices, records, run};
use whereabouts::text::{Depth, Value, Words, english, joined};

const USAGE: &str = "\
lesson check FILE...
    Reads lesson files and lists every problem. Exit code 1 where there is one.

lesson run FILE [--filters GATE.RULE,...] [--depth plain|engineer] [--format text|json]
    Plays a lesson and prints it in words, or its events as JSON.
    --filters   the rules that are on, as home.sms-home-routing; \"none\" for none;
                without it, those that the lesson begins with";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words = Words::native(english());
    match answer(&args, &words) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

fn answer(args: &[String], words: &Words) -> Result<String, String> {
    match args.split_first() {
        Some((command, files)) if command == "check" && !files.is_empty() => check(files, words),
        Some((command, rest)) if command == "run" => play(&Options::read(rest)?, words),
        Some((command, _)) if command == "--help" || command == "help" => Ok(format!("{USAGE}\n")),
        _ => Err(USAGE.to_owned()),
    }
}

fn check(files: &[String], words: &Words) -> Result<String, String> {
    let results: Vec<_> = files.iter().map(|file| load(file, words)).collect();
    if results.iter().all(Result::is_ok) {
        let fine =
            |file: &String| words.say("terminal-fine", &[("file", Value::Text(file))]) + "\n";
        return Ok(files.iter().map(fine).collect());
    }
    Err(results.into_iter().filter_map(Result::err).collect::<Vec<_>>().join("\n"))
}

fn load(file: &str, words: &Words) -> Result<Lesson, String> {
    let json = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    lesson::parse(&json).map_err(|problems| {
        let mut lines: Vec<String> =
            problems.iter().map(|p| format!("{file}: {}", lesson::explain(p, words))).collect();
        let args = [("file", Value::Text(file)), ("count", Value::Number(problems.len() as i64))];
        lines.push(words.say("terminal-problems", &args));
        lines.join("\n")
    })
}

struct Options {
    file: String,
    filters: Option<String>,
    depth: Depth,
    json: bool,
}

impl Options {
    fn read(args: &[String]) -> Result<Options, String> {
        let mut options =
            Options { file: String::new(), filters: None, depth: Depth::Plain, json: false };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or(format!("{arg} needs a value.\n\n{USAGE}"));
            match arg.as_str() {
                "--filters" => options.filters = Some(value()?.clone()),
                "--depth" => {
                    options.depth = match value()?.as_str() {
                        "plain" => Depth::Plain,
                        "engineer" => Depth::Engineer,
                        other => return Err(format!("--depth is plain or engineer, not {other}")),
                    }
                }
                "--format" => {
                    options.json = match value()?.as_str() {
                        "text" => false,
                        "json" => true,
                        other => return Err(format!("--format is text or json, not {other}")),
                    }
                }
                file if !file.starts_with("--") && options.file.is_empty() => {
                    options.file = file.to_owned();
                }
                other => return Err(format!("{other} is not understood.\n\n{USAGE}")),
            }
        }
        if options.file.is_empty() { Err(USAGE.to_owned()) } else { Ok(options) }
    }
}

fn play(options: &Options, words: &Words) -> Result<String, String> {
    let lesson = load(&options.file, words)?;
    let choices = choices(&lesson, options.filters.as_deref())?;
    let run = run(&lesson, &choices);
    if options.json {
        let lines =
            records(&lesson, &run).iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>();
        return lines.map(|lines| lines.join("\n") + "\n").map_err(|error| error.to_string());
    }
    let speaker = Speaker { lesson: &lesson, run: &run, words, depth: options.depth };
    let mut out = format!("{}\n", speaker.title());
    out.push_str(&filters_line(&lesson, &choices, words));
    for (number, section) in (1..).zip(transcript(&speaker)) {
        let name = match section.kind {
            BeatKind::Opening => words.line("terminal-opening"),
            BeatKind::Closing => words.line("terminal-closing"),
            BeatKind::Message(id) => run.message(id).map_or(String::new(), |m| speaker.message(m)),
            BeatKind::NotAsked { index } => run
                .not_asked
                .get(usize::from(index))
                .map_or(String::new(), |missed| speaker.operation(missed.operation)),
        };
        out.push_str(&format!("\n{number}. {name}\n"));
        for caption in section.captions {
            out.push_str(&format!("   {}\n", joined(&caption.title)));
            for sentence in caption.body {
                out.push_str(&format!("     {}\n", joined(&sentence)));
            }
        }
    }
    Ok(out)
}

fn filters_line(lesson: &Lesson, choices: &Choices, words: &Words) -> String {
    let gate = |id: GateId| lesson.gate(id).map_or("", |gate| &gate.id);
    let names: Vec<String> =
        choices.filters().iter().map(|(id, rule)| format!("{}.{}", gate(*id), rule.id())).collect();
    if names.is_empty() {
        return words.line("terminal-no-filters") + "\n";
    }
    words.say("terminal-filters", &[("filters", Value::Text(&names.join(", ")))]) + "\n"
}

fn choices(lesson: &Lesson, filters: Option<&str>) -> Result<Choices, String> {
    let Some(filters) = filters else { return Ok(Choices::of(lesson)) };
    whereabouts::link::filters(lesson, filters)
        .map_err(|unknown| format!("this lesson has no filter {unknown}"))
}
