//! `cargo xtask bench-page`: Lighthouse's judgement of the built site behind nginx, and of any other folders that
//! are named, in one go. Its table goes into docs/performance.md.

use crate::engines::{self, Engine, Told};
use crate::place::Place;
use crate::servers::{self, Server};
use crate::{cli, cost, dist, npm, process, test};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// So often is each page asked, in turn; what is said is the run whose score for speed is in the middle.
const RUNS: usize = 5;
/// Pages of ours that are measured, by what a reader calls them.
const PAGES: [(&str, &str); 4] = [
    ("", "the first page"),
    ("chapters/4/", "chapter 4"),
    ("chapters/9/", "chapter 9, with its crowd"),
    ("embed/chapters/4/", "chapter 4 in a frame"),
];
/// What one run may take.
const LIMIT: Duration = Duration::from_secs(180);
/// The table's place.
const TABLE: &str = "lighthouse";
/// And that of how soon a page can be played.
const ALIVE: &str = "alive";

/// What one run says. Times in milliseconds.
#[derive(Clone, Debug, PartialEq)]
struct Run {
    /// Out of 100: speed, accessibility, best practices, what search engines want.
    scores: [u32; 4],
    first_paint: u32,
    largest_paint: u32,
    blocked: u32,
    /// In thousandths.
    shift: u32,
    /// Kilobytes that were sent.
    sent: u32,
}

pub fn bench(place: &Place, options: &cli::BenchPage) -> Result<()> {
    let driver = Engine::Chromium.find(place)?;
    let modules = npm::installed(
        &place.root.join("tests/lighthouse"),
        &place.target.join("npm-lighthouse"),
        "Lighthouse",
    )?;
    let lighthouse = modules.join("lighthouse/cli/index.js");
    let chromium = chromium()?;
    dist::within(&dist::written(place, &cli::Dist::default())?)?;
    let (ours, key) = servers::nginx_with_tls(place, &place.root.join("dist"))?;
    let mut servers: Vec<Server> = vec![ours];
    let page = |(path, what): (&str, &str)| {
        (format!("{}{path}", servers[0].address), format!("{what} of this site"))
    };
    let mut pages: Vec<(String, String)> = PAGES.map(page).to_vec();
    for folder in &options.folders {
        let folder = fs::canonicalize(folder)
            .with_context(|| format!("there is no folder {}", folder.display()))?;
        let server = servers::plain_with_tls(place, &folder)?;
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
        pages.push((server.address.clone(), name.unwrap_or_default()));
        servers.push(server);
    }
    let mut runs: Vec<Vec<Run>> = vec![Vec::new(); pages.len()];
    // In turn, so that whatever else the machine does meets all of them.
    for turn in 1..=RUNS {
        for ((address, what), runs) in pages.iter().zip(&mut runs) {
            let measure = || measured(place, &lighthouse, (&chromium, &key), address);
            // Now and then it loses the browser's record of a page, and says itself to run it again.
            let run = measure().or_else(|_| measure())?;
            println!("bench-page: {what}, {turn} of {RUNS}: {run:?}");
            runs.push(run);
        }
    }
    let mut table = HEAD.to_owned();
    for ((_, what), runs) in pages.iter().zip(runs) {
        table += &row(what, &median(runs).context("a page was not measured")?);
    }
    print!("{table}");
    let alive = alive(place, driver)?;
    print!("{alive}");
    cost::put(place, &[(TABLE, &table), (ALIVE, &alive)])
}

/// How soon a page can be played, as a test measures it.
fn alive(place: &Place, driver: Told) -> Result<String> {
    let mut measuring = test::asked_for(place, "first_view", &place.root.join("dist"), driver);
    let said =
        process::output(&mut measuring).context("how soon a page is alive was not measured")?;
    let table = said.lines().filter(|line| line.starts_with('|'));
    Ok(table.map(|line| format!("{line}\n")).collect())
}

const HEAD: &str = "| | Scores | First paint | Largest paint | Blocked | Shift | Sent |\n|---|---|---|---|---|---|---|\n";

fn row(what: &str, run: &Run) -> String {
    let [speed, access, practice, search] = run.scores;
    let mut row = format!("| {what} | {speed}, {access}, {practice}, {search}");
    let _ = writeln!(
        row,
        " | {}.{:02} s | {}.{:02} s | {} ms | {}.{:03} | {} kB |",
        run.first_paint / 1000,
        run.first_paint % 1000 / 10,
        run.largest_paint / 1000,
        run.largest_paint % 1000 / 10,
        run.blocked,
        run.shift / 1000,
        run.shift % 1000,
        run.sent
    );
    row
}

/// The run in the middle: by its score for speed, and where those are the same by how long it was blocked.
fn median(mut runs: Vec<Run>) -> Option<Run> {
    runs.sort_by_key(|run| (run.scores[0], std::cmp::Reverse(run.blocked)));
    runs.get(runs.len() / 2).cloned()
}

fn measured(
    place: &Place,
    lighthouse: &Path,
    (chromium, key): (&Path, &str),
    address: &str,
) -> Result<Run> {
    let report = place.work().join("lighthouse.json");
    let mut flags = engines::chromium_arguments();
    flags.push("--no-proxy-server");
    let mut command = Command::new("node");
    command.arg(lighthouse).arg(address).args(["--quiet", "--output=json"]);
    command.arg(format!("--output-path={}", report.display()));
    let trusted = format!("--ignore-certificate-errors-spki-list={key}");
    flags.push(&trusted);
    command.arg(format!("--chrome-flags={}", flags.join(" "))).env("CHROME_PATH", chromium);
    process::run_logged(&mut command, "Lighthouse", &place.target.join("lighthouse.log"), LIMIT)?;
    read(&serde_json::from_slice(&fs::read(&report)?)?)
}

fn read(report: &Value) -> Result<Run> {
    if let Some(error) = report["runtimeError"]["message"].as_str() {
        bail!("Lighthouse could not load the page: {error}");
    }
    let number = |value: &Value, times: f64, what: &str| -> Result<u32> {
        let number =
            value.as_f64().with_context(|| format!("Lighthouse says nothing of {what}"))?;
        Ok((number * times).round() as u32)
    };
    let score = |name: &str| number(&report["categories"][name]["score"], 100.0, name);
    let audit =
        |name: &str, times: f64| number(&report["audits"][name]["numericValue"], times, name);
    Ok(Run {
        scores: [
            score("performance")?,
            score("accessibility")?,
            score("best-practices")?,
            score("seo")?,
        ],
        first_paint: audit("first-contentful-paint", 1.0)?,
        largest_paint: audit("largest-contentful-paint", 1.0)?,
        blocked: audit("total-blocking-time", 1.0)?,
        shift: audit("cumulative-layout-shift", 1000.0)?,
        sent: audit("total-byte-weight", 0.001)?,
    })
}

fn chromium() -> Result<PathBuf> {
    let told = std::env::var_os("CHROME_PATH").map(PathBuf::from);
    told.or_else(|| process::which("chromium"))
        .or_else(|| process::which("google-chrome"))
        .context("there is no chromium on the path: name it in CHROME_PATH")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn run(speed: u32, blocked: u32) -> Run {
        Run {
            scores: [speed, 100, 100, 100],
            first_paint: 945,
            largest_paint: 1024,
            blocked,
            shift: 0,
            sent: 150,
        }
    }

    #[test]
    fn the_run_in_the_middle_is_the_one_that_is_told() {
        let runs = vec![run(100, 10), run(97, 90), run(100, 20), run(99, 60), run(100, 0)];
        assert_eq!(median(runs), Some(run(100, 20)));
        assert_eq!(median(Vec::new()), None);
    }

    #[test]
    fn a_row_says_times_in_seconds() {
        let row = row("a page", &run(100, 12));
        assert_eq!(
            row,
            "| a page | 100, 100, 100, 100 | 0.94 s | 1.02 s | 12 ms | 0.000 | 150 kB |\n"
        );
    }

    #[test]
    fn a_page_that_was_not_loaded_is_no_run() {
        let report = json!({ "runtimeError": { "message": "nobody is there" } });
        assert!(read(&report).unwrap_err().to_string().contains("nobody is there"));
        assert!(read(&json!({})).unwrap_err().to_string().contains("says nothing of performance"));
    }
}
