//! `lesson run` and `lesson compare`: a lesson in words, as events, and against itself.

use crate::USAGE;
use crate::check::load;
use whereabouts::lesson::{GateId, Lesson, OwnSource, Source, SourceId};
use whereabouts::narration::{Speaker, parting, transcript};
use whereabouts::run::{self, BeatKind, Choices, records, run};
use whereabouts::text::{Depth, Piece, Value, Words, joined};

/// What the command line says.
pub struct Options {
    file: String,
    filters: Option<String>,
    with: Option<String>,
    depth: Depth,
    json: bool,
}

impl Options {
    pub fn read(args: &[String]) -> Result<Options, String> {
        let mut options = Options {
            file: String::new(),
            filters: None,
            with: None,
            depth: Depth::Plain,
            json: false,
        };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or(format!("{arg} needs a value.\n\n{USAGE}"));
            match arg.as_str() {
                "--filters" => options.filters = Some(value()?.clone()),
                "--with" => options.with = Some(value()?.clone()),
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

/// A run in words, or its events.
pub fn play(options: &Options, words: &Words) -> Result<String, String> {
    if options.with.is_some() {
        return Err(format!("--with belongs to `lesson compare`.\n\n{USAGE}"));
    }
    let (lesson, own) = load(&options.file, words)?;
    let (own_sources, words) = (own.sources, &words.with_own(own.words));
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
            let remember = caption
                .remember
                .map(|said| [vec![Piece::Text(words.line("remember") + " ")], said].concat());
            for sentence in caption.body.into_iter().chain(remember) {
                out.push_str(&format!("     {}\n", joined(&sentence)));
            }
        }
    }
    out.push_str(&sources(&lesson, &own_sources, words));
    Ok(out)
}

/// The documents that the numbers in brackets stand for, those that the lesson has brought along among them.
fn sources(lesson: &Lesson, own: &[OwnSource], words: &Words) -> String {
    let called = |id: SourceId| match id.source() {
        Some(Source { title, who, date, address, .. }) => {
            let who = [*who, *date].into_iter().filter(|part| !part.is_empty());
            vec![title.to_string(), who.collect::<Vec<_>>().join(", "), address.to_string()]
        }
        None => {
            let source = id.own_place().and_then(|place| own.get(place));
            let place = |source: &OwnSource| source.place.clone().unwrap_or_default();
            source.map(|source| vec![source.title.clone(), place(source)]).unwrap_or_default()
        }
    };
    let line = |(number, id): (usize, SourceId)| {
        let parts = called(id).into_iter().filter(|part| !part.is_empty());
        format!("[{number}] {}\n", parts.collect::<Vec<_>>().join(". "))
    };
    let lines: String = (1..).zip(lesson.sources()).map(line).collect();
    if lines.is_empty() { lines } else { format!("\n{}\n{lines}", words.line("site-sources")) }
}

/// Two runs of one lesson side by side, and where they part.
pub fn compare(options: &Options, words: &Words) -> Result<String, String> {
    let (lesson, own) = load(&options.file, words)?;
    let words = &words.with_own(own.words);
    let one = choices(&lesson, options.filters.as_deref().or(Some("none")))?;
    let other = choices(&lesson, options.with.as_deref())?;
    let (first, second) = (run(&lesson, &one), run(&lesson, &other));
    let comparison = run::compare(&first, &second);
    let speaker = Speaker { lesson: &lesson, run: &first, words, depth: options.depth };
    let sentence = joined(&parting(&speaker, &second, comparison.parts));
    let (a, b) = (records(&lesson, &first), records(&lesson, &second));
    let mut out = String::new();
    let (mut i, mut j) = (0, 0);
    for (n, pair) in comparison.pairs.iter().enumerate() {
        let left = pair.one.and_then(|_| a.get(i));
        let right = pair.other.and_then(|_| b.get(j));
        i += usize::from(pair.one.is_some());
        j += usize::from(pair.other.is_some());
        let parts = comparison.parts.is_some_and(|parts| parts.at == n);
        if options.json {
            let row = serde_json::json!({ "one": left, "other": right, "parts": parts });
            out.push_str(&format!("{row}\n"));
        } else {
            let same = left.is_some() && right.is_some() && left == right;
            for (sign, record) in [(if same { ' ' } else { '-' }, left), ('+', right)] {
                let Some(record) = record.filter(|_| !(same && sign == '+')) else { continue };
                let line = serde_json::to_string(record).map_err(|error| error.to_string())?;
                out.push_str(&format!("{sign} {line}\n"));
            }
        }
    }
    if options.json {
        let why = serde_json::json!({ "parting": sentence });
        return Ok(format!("{out}{why}\n"));
    }
    Ok(format!("{sentence}\n\n{out}"))
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
