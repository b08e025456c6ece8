//! A list of steps, run one after the other whatever became of the one before, and the summary that
//! says what became of each. Counts what the test programs in them report, too.

use anyhow::{Context, Result, bail};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

pub enum Outcome {
    Ok,
    Skipped(String),
}

#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Result<Outcome>, f32)>,
    counted: Counted,
}

/// Single tests, as `cargo test` counts them.
#[derive(Default, Debug, PartialEq, Eq)]
struct Counted {
    passed: u32,
    failed: u32,
    ignored: u32,
}

impl Steps {
    /// One step. What it is, is said before it runs.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) {
        println!("\n== {name}");
        let begun = Instant::now();
        let outcome = work();
        match &outcome {
            Ok(Outcome::Ok) => {}
            Ok(Outcome::Skipped(why)) => println!("skipped: {why}"),
            Err(error) => println!("failed: {error:#}"),
        }
        self.done.push((name.to_owned(), outcome, begun.elapsed().as_secs_f32()));
    }

    /// One step that is a program.
    pub fn program(&mut self, name: &str, command: &mut Command) {
        self.step(name, || crate::process::run(command, name).map(|()| Outcome::Ok));
    }

    /// One step that is a test program, whose counts are added up.
    pub fn tests(&mut self, name: &str, command: &mut Command) {
        let mut counted = Counted::default();
        self.step(name, || run_tests(command, name, &mut counted).map(|()| Outcome::Ok));
        self.counted.passed += counted.passed;
        self.counted.failed += counted.failed;
        self.counted.ignored += counted.ignored;
    }

    /// Prints the summary; its last line counts the steps.
    pub fn finish(&self) -> ExitCode {
        println!("\n{}", self.summary());
        let failed = self.done.iter().any(|(_, outcome, _)| outcome.is_err());
        if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    fn summary(&self) -> String {
        let mut text = String::from("== summary\n");
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        for (name, outcome, seconds) in &self.done {
            let outcome = match outcome {
                Ok(Outcome::Ok) => {
                    passed += 1;
                    "ok".to_owned()
                }
                Ok(Outcome::Skipped(why)) => {
                    skipped += 1;
                    format!("skipped: {why}")
                }
                Err(error) => {
                    failed += 1;
                    format!("FAILED: {error:#}")
                }
            };
            let _ = writeln!(text, "{name:<44}{seconds:>7.1} s  {outcome}");
        }
        let Counted { passed: good, failed: bad, ignored } = self.counted;
        let _ = writeln!(text, "single tests: {good} good, {bad} bad, {ignored} ignored");
        let _ = write!(text, "{passed} passed, {failed} failed");
        if skipped > 0 {
            let _ = write!(text, ", {skipped} skipped");
        }
        text
    }
}

/// Shows what the program prints, line by line, and adds up its counts.
fn run_tests(command: &mut Command, name: &str, counted: &mut Counted) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` cannot be started", command.get_program().display()))?;
    let output = child.stdout.take().context("no output to read")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        counted.read(&line);
    }
    if !child.wait()?.success() {
        bail!("{name} failed (its own messages are above)");
    }
    Ok(())
}

impl Counted {
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; …`
    fn read(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else { return };
        let Some((_, counts)) = result.split_once(". ") else { return };
        for part in counts.split(';') {
            let mut words = part.split_whitespace();
            let (Some(Ok(number)), Some(what)) =
                (words.next().map(str::parse::<u32>), words.next())
            else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_counts_of_a_test_program() {
        let mut counted = Counted::default();
        counted.read("running 3 tests");
        counted.read("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out");
        counted.read("test result: FAILED. 1 passed; 2 failed; 0 ignored; finished in 0.1s");
        assert_eq!(counted, Counted { passed: 4, failed: 2, ignored: 1 });
    }

    #[test]
    fn the_last_line_counts_the_steps() {
        let mut steps = Steps::default();
        steps.step("one", || Ok(Outcome::Ok));
        assert_eq!(steps.summary().lines().last(), Some("1 passed, 0 failed"));
        steps.step("two", || Ok(Outcome::Skipped("no browser".into())));
        steps.step("three", || bail!("broken"));
        steps.tests("four", Command::new("echo").arg("test result: ok. 7 passed; 0 failed"));
        let summary = steps.summary();
        assert_eq!(summary.lines().last(), Some("2 passed, 1 failed, 1 skipped"));
        assert!(summary.contains("single tests: 7 good"), "{summary}");
        assert!(summary.contains("FAILED: broken"), "{summary}");
    }
}
