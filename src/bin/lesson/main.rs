//! The terminal, for people who write lessons, for engineers who want to know, and for tests.

mod check;
mod judge;
mod matrix;
mod migrate;
mod play;
mod reference;

use std::process::ExitCode;
use whereabouts::text::{Words, english};

const USAGE: &str = "\
lesson check FILE...
    Reads lesson files and lists every problem. Exit code 1 where there is one.

lesson migrate FILE
    Prints a lesson file as the newest format has it. Every older format is read, here and everywhere.

lesson run FILE [--filters GATE.RULE,...] [--depth plain|engineer] [--format text|json]
    Plays a lesson and prints it in words, or its events as JSON.
    --filters   the rules that are on, as home.sms-home-routing; \"none\" for none;
                without it, those that the lesson begins with

lesson compare FILE [--filters GATE.RULE,...] [--with GATE.RULE,...] [--format text|json]
    Plays a lesson twice, and says where the two runs part and why.
    --filters   the rules of the first run; without it, none
    --with      the rules of the second; without it, those that the lesson begins with

lesson judge [--stream]
    Reads questions from standard input, one JSON object a line, and answers each with one line.
    --stream    gates remember from line to line; each line then has \"at\" and \"subscriber\"

lesson matrix [--operation A,...] [--about A,...] [--sender A,...] [--gate A,...] [--rule A,...]
              [--unreadable] [--format text|csv|json]
    Prints the outcome of every combination, each worked out by running it.

lesson schema
    Prints the JSON Schema of lesson files.

lesson reference operations|rules|format|question|answer
    Prints the reference page of operations, of rules or of lesson files, or the JSON Schema of the judge's
    lines.";

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
        Some((command, files)) if command == "check" && !files.is_empty() => {
            check::check(files, words)
        }
        Some((command, rest)) if command == "migrate" => migrate::migrate(rest, words),
        Some((command, rest)) if command == "run" => play::play(&play::Options::read(rest)?, words),
        Some((command, rest)) if command == "compare" => {
            play::compare(&play::Options::read(rest)?, words)
        }
        Some((command, rest)) if command == "judge" => judge::judge(rest, words),
        Some((command, rest)) if command == "matrix" => matrix::matrix(rest, words),
        Some((command, [])) if command == "schema" => {
            Ok(whereabouts::lesson::schema::schema(words))
        }
        Some((command, rest)) if command == "reference" => reference::reference(rest, words),
        Some((command, _)) if command == "--help" || command == "help" => Ok(format!("{USAGE}\n")),
        _ => Err(USAGE.to_owned()),
    }
}
