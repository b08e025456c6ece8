//! `lesson judge`: questions in, one a line, and answers out.

use crate::USAGE;
use std::io::{BufRead, BufWriter, Write};
use whereabouts::judge::{Judge, LONGEST};
use whereabouts::text::Words;

pub fn judge(args: &[String], words: &Words) -> Result<String, String> {
    let stream = match args {
        [] => false,
        [flag] if flag == "--stream" => true,
        _ => return Err(USAGE.to_owned()),
    };
    let mut judge = Judge::new(words, stream).ok_or("the judge's scene cannot be read")?;
    let mut input = std::io::stdin().lock();
    let mut output = BufWriter::new(std::io::stdout().lock());
    let mut line = Vec::new();
    while next(&mut input, &mut line).map_err(|error| error.to_string())? {
        let text = line.trim_ascii();
        // Lines without anything on them separate, and ask nothing.
        if text.is_empty() {
            continue;
        }
        let written = writeln!(output, "{}", judge.bytes(text));
        // Whoever asks one question at a time waits for its answer.
        let written = written.and_then(|()| output.flush());
        if written.is_err() {
            // Nobody reads any more.
            break;
        }
    }
    Ok(String::new())
}

/// Reads a line, or as much of a longer one as shows that it is too long.
fn next(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    loop {
        let some = input.fill_buf()?;
        if some.is_empty() {
            return Ok(!line.is_empty());
        }
        let end = some.iter().position(|&byte| byte == b'\n');
        let taken = end.map_or(some.len(), |end| end + 1);
        let room = (LONGEST + 2).saturating_sub(line.len());
        line.extend(some.iter().take(taken.min(room)));
        input.consume(taken);
        if end.is_some() {
            return Ok(true);
        }
    }
}
