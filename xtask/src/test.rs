//! `cargo xtask test`: everything that CI runs. The quick checks, the site for release, and then what
//! needs a browser: the components one by one, and the site as a reader uses it, in three engines.

use crate::dist::Built;
use crate::engines::{self, CHROMEDRIVER, Engine, Told};
use crate::npm::Npm;
use crate::place::Place;
use crate::servers::Served;
use crate::steps::{Outcome, Steps};
use crate::{
    bill, check, cli, component_tests, cost, debian, deny, dist, editor, hosts, html, package,
    process, reproducible,
};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

pub fn test(place: &Place, options: &cli::Test) -> ExitCode {
    let mut steps = Steps::default();
    let mut found = Vec::new();
    // First, as they are what is most likely missing.
    for engine in engines::ALL {
        if options.engine.is_some_and(|only| only != engine) {
            continue;
        }
        steps.step(&format!("{} to test with", engine.name()), || match engine.find(place) {
            Ok(told) => {
                found.push((engine, told));
                Ok(Outcome::Ok)
            }
            Err(error) if options.engine.is_none() && can_do_without(engine) => {
                Ok(Outcome::Skipped(format!("{error:#}")))
            }
            Err(error) => Err(error),
        });
    }
    steps.step("Wireshark's tables to compare with", || {
        let there = process::which("tshark").map_or_else(
            || debian::need(place, &["tshark"], "comparing names and codes"),
            |_| Ok(()),
        );
        // The test that compares says so itself where it cannot.
        Ok(there.map_or_else(|error| Outcome::Skipped(format!("{error:#}")), |()| Outcome::Ok))
    });
    steps.step("licences and sources of crates", || deny::step(place));
    check::all(place, &mut steps);
    steps.step("lesson files in an editor", || editor::check(place).map(|()| Outcome::Ok));
    let mut built = None;
    steps.step("the site for release", || {
        built = Some(dist::built(place, &cli::Dist::default())?);
        Ok(Outcome::Ok)
    });
    // A site that is too heavy can still be tested.
    steps.step("budgets of bytes", || match &built {
        Some(Built { over, .. }) => dist::within(over).map(|()| Outcome::Ok),
        None => bail!(NOT_BUILT),
    });
    steps.step("what a visit costs, as it is written down", || match &built {
        // Another std weighs something else.
        Some(Built { std_from_source: false, .. }) => Ok(Outcome::Skipped(OTHER_STD.to_owned())),
        Some(built) => built.cost.is_recorded(&cost::recorded(place)?).map(|()| Outcome::Ok),
        None => bail!(NOT_BUILT),
    });
    let packages = package::folder(place);
    steps.step("packages for learning platforms", || match &built {
        Some(Built { site, std_from_source, .. }) => {
            let npm = Npm::install(place)?;
            let (own, lessons) = (own_packages(place), [place.root.join(LESSON)]);
            package::written(place, &npm, site, &packages, (&lessons, &own))?;
            package::check::packages(place, &own)?;
            if *std_from_source {
                package::within(&packages)?;
            }
            // Where there is no xmllint, the rest of it is checked all the same.
            let left_out = package::check::packages(place, &packages)?;
            Ok(left_out.map_or(Outcome::Ok, Outcome::Skipped))
        }
        None => bail!(NOT_BUILT),
    });
    steps.step("the same bytes from another folder", || match &built {
        Some(Built { site, .. }) => reproducible::again(place, site).map(|()| Outcome::Ok),
        None => bail!(NOT_BUILT),
    });
    steps.step("bill of materials", || match &built {
        Some(_) => bill::check(place, &place.root.join("dist")).map(|()| Outcome::Ok),
        None => bail!(NOT_BUILT),
    });
    steps.step("the W3C's checker", || match &built {
        Some(_) => Ok(html::step(place)?.map_or(Outcome::Ok, Outcome::Skipped)),
        None => bail!(NOT_BUILT),
    });
    let told = found.iter().flat_map(|(_, told)| told);
    let chromedriver = told.clone().find(|(name, _)| *name == CHROMEDRIVER);
    match chromedriver {
        Some((_, driver)) => match component_tests::command(place, driver) {
            Ok(mut command) => steps.tests(COMPONENTS, &mut command),
            Err(error) => steps.step(COMPONENTS, || Err(error)),
        },
        // It was asked for another one.
        None if options.engine.is_some_and(|only| only != Engine::Chromium) => {}
        None => steps.step(COMPONENTS, || bail!("there is no Chromium to test with")),
    }
    let mut served = None;
    steps.step("nginx and Caddy to serve the site with", || match built {
        Some(_) => {
            served = Some(Served::start(place, &place.root.join("dist"))?);
            Ok(Outcome::Ok)
        }
        None => bail!(NOT_BUILT),
    });
    match end_to_end(place, &found, served.as_ref()) {
        Ok(mut command) => steps.tests(END_TO_END, &mut command),
        Err(error) => steps.step(END_TO_END, || Err(error)),
    }
    steps.finish()
}

/// Somebody's own machine may lack Firefox and WebKit; most scenarios are for Chromium only.
fn can_do_without(engine: Engine) -> bool {
    engine != Engine::Chromium && !engines::required()
}

/// The scenarios for the engines that are there.
fn end_to_end(place: &Place, found: &[(Engine, Told)], served: Option<&Served>) -> Result<Command> {
    let Some(served) = served else { bail!("there is no site, or nothing that serves it") };
    if found.is_empty() {
        bail!("there is no browser to test with");
    }
    let mut cargo = place.native_cargo();
    cargo.args(["test", "--quiet", "--no-fail-fast", "--package", "e2e", "--tests", "--"]);
    cargo.args(chosen(&found.iter().map(|(engine, _)| *engine).collect::<Vec<_>>()));
    cargo.env("WHEREABOUTS_DIST", place.root.join("dist"));
    cargo.envs(served.told());
    cargo.env("WHEREABOUTS_PACKAGES", package::folder(place));
    cargo.env("WHEREABOUTS_OWN_PACKAGES", own_packages(place));
    cargo.env("SCORM_AGAIN", package::check::modules(place)?.join("scorm-again/dist/scorm12.js"));
    cargo.env("AXE", Npm::install(place)?.axe()).envs(hosts::told(place)?);
    cargo.envs(found.iter().flat_map(|(_, told)| told.iter().map(|(name, file)| (name, file))));
    Ok(cargo)
}

/// Which tests there are for these engines, by their names: whatever is for one of them stands in a
/// module that is called after it, and everything else is for Chromium.
fn chosen(there: &[Engine]) -> Vec<String> {
    let module = |engine: Engine| format!("{}::", engine.name());
    if !there.contains(&Engine::Chromium) {
        return there.iter().copied().map(module).collect();
    }
    let missing = engines::ALL.into_iter().filter(|engine| !there.contains(engine));
    missing.flat_map(|engine| ["--skip".to_owned(), module(engine)]).collect()
}

/// What stands among the scenarios and is run only when it is asked for, on a built site.
pub fn asked_for(place: &Place, name: &str, site: &Path, driver: Told) -> Command {
    let mut cargo = place.native_cargo();
    cargo.args(["test", "--quiet", "--package", "e2e", "--test", name]);
    cargo.args(["--", "--ignored", "--nocapture"]);
    cargo.env("WHEREABOUTS_DIST", site).envs(driver);
    cargo
}

/// `cargo xtask tour`: takes the pictures of `docs/tour.md` anew, and writes that page.
pub fn tour(place: &Place) -> Result<()> {
    let driver = Engine::Chromium.find(place)?;
    dist::written(place, &cli::Dist::default())?;
    let mut taking = asked_for(place, "tour", &place.root.join("dist"), driver);
    process::run(taking.env("TOUR", place.root.join("docs")), "taking pictures")
}

/// `cargo xtask soak`: plays the site for long and holds what there is at the end against the beginning.
pub fn soak(place: &Place, options: &cli::Soak) -> Result<()> {
    let driver = Engine::Chromium.find(place)?;
    dist::written(place, &cli::Dist::default())?;
    let mut playing = asked_for(place, "soak", &place.root.join("dist"), driver);
    playing.env("SOAK_MINUTES", options.minutes.unwrap_or(60).to_string());
    process::run(&mut playing, "playing for long")
}

/// A lesson that is none of ours, and where its packages are written to.
const LESSON: &str = "assets/examples/one-question-too-many.json";

fn own_packages(place: &Place) -> PathBuf {
    place.work().join("own-packages")
}

const OTHER_STD: &str = "it is written down for a build with std from source";
const NOT_BUILT: &str = "the site for release could not be built";
const COMPONENTS: &str = "components in the browser";
const END_TO_END: &str = "the site in the browsers";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_that_are_not_there_are_left_out_by_the_names_of_their_tests() {
        assert!(chosen(&engines::ALL).is_empty());
        assert_eq!(chosen(&[Engine::Chromium, Engine::WebKit]), ["--skip", "firefox::"]);
        assert_eq!(chosen(&[Engine::Firefox]), ["firefox::"]);
    }
}
