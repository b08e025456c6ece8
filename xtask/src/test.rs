//! `cargo xtask test`: everything that CI runs. The quick checks, the site for release, and then what
//! needs a browser: the components one by one, and the site as a reader uses it.

use crate::component_tests;
use crate::place::Place;
use crate::steps::{Outcome, Steps};
use crate::{check, cli, debian, dist, process};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

pub fn test(place: &Place) -> ExitCode {
    let mut steps = Steps::default();
    let mut driver = None;
    // First, as it is what is most likely missing.
    steps.step("a browser to test with", || {
        driver = Some(browser_driver(place)?);
        Ok(Outcome::Ok)
    });
    steps.step("Wireshark's tables to compare with", || {
        let there = process::which("tshark").map_or_else(
            || debian::need(place, &["tshark"], "comparing names and codes"),
            |_| Ok(()),
        );
        // The test that compares says so itself where it cannot.
        Ok(there.map_or_else(|error| Outcome::Skipped(format!("{error:#}")), |()| Outcome::Ok))
    });
    check::all(place, &mut steps);
    let mut built = None;
    steps.step("the site for release", || {
        built = Some(dist::written(place, &cli::Dist::default())?);
        Ok(Outcome::Ok)
    });
    // A site that is too heavy can still be tested.
    steps.step("budgets of bytes", || match &built {
        Some(over) => dist::within(over).map(|()| Outcome::Ok),
        None => bail!(NOT_BUILT),
    });
    match driver {
        None => {
            let why = "there is no browser to test with";
            for name in [COMPONENTS, END_TO_END] {
                steps.step(name, || bail!(why));
            }
        }
        Some(driver) => {
            match component_tests::command(place, &driver) {
                Ok(mut command) => steps.tests(COMPONENTS, &mut command),
                Err(error) => steps.step(COMPONENTS, || Err(error)),
            }
            if built.is_some() {
                let mut cargo = place.native_cargo();
                cargo.args(["test", "--quiet", "--package", "e2e"]);
                cargo.env("WHEREABOUTS_DIST", place.root.join("dist"));
                cargo.env("CHROMEDRIVER", &driver);
                steps.tests(END_TO_END, &mut cargo);
            } else {
                steps.step(END_TO_END, || bail!(NOT_BUILT));
            }
        }
    }
    steps.finish()
}

/// What stands among the scenarios and is run only when it is asked for, on a built site.
pub fn asked_for(place: &Place, name: &str, site: &Path, driver: &Path) -> Command {
    let mut cargo = place.native_cargo();
    cargo.args(["test", "--quiet", "--package", "e2e", "--test", name]);
    cargo.args(["--", "--ignored", "--nocapture"]);
    cargo.env("WHEREABOUTS_DIST", site).env("CHROMEDRIVER", driver);
    cargo
}

/// `cargo xtask tour`: takes the pictures of `docs/tour.md` anew, and writes that page.
pub fn tour(place: &Place) -> Result<()> {
    let driver = browser_driver(place)?;
    dist::written(place, &cli::Dist::default())?;
    let mut taking = asked_for(place, "tour", &place.root.join("dist"), &driver);
    process::run(taking.env("TOUR", place.root.join("docs")), "taking pictures")
}

const NOT_BUILT: &str = "the site for release could not be built";
const COMPONENTS: &str = "components in the browser";
const END_TO_END: &str = "the site in the browser";

/// The WebDriver of a Chromium: the one that CHROMEDRIVER names, or the one on the path, or Debian's.
pub fn browser_driver(place: &Place) -> Result<PathBuf> {
    if let Some(driver) = std::env::var_os("CHROMEDRIVER") {
        let driver = PathBuf::from(driver);
        if !driver.is_file() {
            bail!("CHROMEDRIVER names {}, which is not a file", driver.display());
        }
        return Ok(driver);
    }
    if let Some(driver) = process::which("chromedriver") {
        return Ok(driver);
    }
    debian::need(place, &["chromium", "chromium-driver"], "testing in a browser").context(
        "there is no chromedriver on the path (it comes with Chromium or Chrome for Testing)",
    )?;
    process::which("chromedriver").context("Debian's chromium-driver brought no chromedriver")
}
