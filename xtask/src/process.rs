//! Running other programs: with a time limit where one may hang, with output kept where only a
//! failure is worth reading, and always with an error of one readable line.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Runs it with its output on ours.
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| unstartable(command))?;
    finished(status, what, "its own messages are above")
}

/// Runs it with everything that it prints going to a file, at most for `limit`.
pub fn run_logged(command: &mut Command, what: &str, log: &Path, limit: Duration) -> Result<()> {
    if let Some(folder) = log.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let output =
        File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output)
        .spawn()
        .with_context(|| unstartable(command))?;
    match wait(&mut child, limit)? {
        Some(status) => finished(status, what, &last_words(log)),
        None => bail!("{what} did not finish within {} seconds", limit.as_secs()),
    }
}

/// What it prints on standard output, when it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name is to be found.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn wait(child: &mut Child, limit: Duration) -> Result<Option<ExitStatus>> {
    let end = Instant::now() + limit;
    while Instant::now() < end {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

fn finished(status: ExitStatus, what: &str, details: &str) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    bail!("{what} failed ({details})")
}

fn unstartable(command: &Command) -> String {
    format!("`{}` cannot be started", command.get_program().to_string_lossy())
}

fn last_words(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let last = text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing");
    format!("{}; all of it is in {}", last.trim(), log.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let log = std::env::temp_dir().join(format!("xtask-hang-{}.log", std::process::id()));
        let error = run_logged(
            Command::new("sleep").arg("30"),
            "sleeping",
            &log,
            Duration::from_millis(100),
        )
        .expect_err("it must not wait for it");
        assert_eq!(format!("{error:#}"), "sleeping did not finish within 0 seconds");
        let _ = std::fs::remove_file(log);
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program"), "it").expect_err("there is none");
        assert!(format!("{error:#}").starts_with("`no-such-program` cannot be started"));
    }
}
