//! The three engines to test in: each one's browser and WebDriver, found or, where that is possible,
//! installed.

use crate::place::Place;
use crate::tools::Tool;
use crate::{debian, process};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// What the tests are told in their environment: names of variables and files.
pub type Told = Vec<(&'static str, PathBuf)>;

/// The variable that names Chromium's WebDriver, which the component tests use too.
pub const CHROMEDRIVER: &str = "CHROMEDRIVER";

/// Firefox's WebDriver is on crates.io and in no Debian; any version speaks with any newer Firefox.
const GECKODRIVER: &str = "0.37.1";

impl Engine {
    /// As the command line and the tests' names have it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    pub fn named(name: &str) -> Option<Engine> {
        ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// Finds it, installing what is missing where that is possible.
    pub fn find(self, place: &Place) -> Result<Told> {
        match self {
            Engine::Chromium => Ok(vec![(CHROMEDRIVER, chromedriver(place)?)]),
            Engine::Firefox => {
                let browser = firefox(place)?;
                Ok(vec![("FIREFOX", browser), ("GECKODRIVER", geckodriver(place)?)])
            }
            Engine::WebKit => webkit(place),
        }
    }
}

/// Whether all three have to be there: where they can be installed, and wherever it counts.
pub fn required() -> bool {
    std::env::var_os("CI").is_some() || Path::new("/etc/debian_version").exists()
}

fn chromedriver(place: &Place) -> Result<PathBuf> {
    if let Some(driver) = told(CHROMEDRIVER)? {
        return Ok(driver);
    }
    if debian::is_root() && process::which("apt-get").is_some() {
        // Pictures are compared with some that were drawn with these.
        let fonts = ["fonts-dejavu-core", "fonts-dejavu-extra"];
        debian::need(place, &fonts, "comparing pictures")?;
    }
    if let Some(driver) = process::which("chromedriver") {
        return Ok(driver);
    }
    debian::need(place, &["chromium", "chromium-driver"], "testing in Chromium").context(
        "there is no chromedriver on the path (it comes with Chromium or Chrome for Testing)",
    )?;
    process::which("chromedriver").context("Debian's chromium-driver brought no chromedriver")
}

fn firefox(place: &Place) -> Result<PathBuf> {
    if let Some(browser) = told("FIREFOX")? {
        return Ok(browser);
    }
    let there = || process::which("firefox-esr").or_else(|| process::which("firefox"));
    if let Some(browser) = there() {
        return Ok(browser);
    }
    debian::need(place, &["firefox-esr"], "testing in Firefox")
        .context("there is no firefox-esr and no firefox on the path")?;
    there().context("Debian's firefox-esr brought no firefox-esr")
}

fn geckodriver(place: &Place) -> Result<PathBuf> {
    if let Some(driver) = told("GECKODRIVER")? {
        return Ok(driver);
    }
    let says = format!("geckodriver {GECKODRIVER}");
    Tool { name: "geckodriver", version: GECKODRIVER, says, with: &[] }.program(place)
}

/// What Chromium is asked for: no window, and none of what it does on its own over a network.
pub fn chromium_arguments() -> Vec<&'static str> {
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    // Chromium refuses to run its sandbox as root, which is what CI machines are.
    if debian::is_root() {
        arguments.push("--no-sandbox");
    }
    arguments
}

fn webkit(place: &Place) -> Result<Told> {
    let found = || -> Result<Option<Told>> {
        let driver = told("WEBKITDRIVER")?.or_else(|| process::which("WebKitWebDriver"));
        let browser = told("WEBKIT_BROWSER")?.or_else(mini_browser);
        let screen = process::which("Xvfb");
        let (Some(driver), Some(browser), Some(_)) = (driver, browser, screen) else {
            return Ok(None);
        };
        Ok(Some(vec![("WEBKITDRIVER", driver), ("WEBKIT_BROWSER", browser)]))
    };
    if let Some(told) = found()? {
        return Ok(told);
    }
    debian::need(place, &["webkit2gtk-driver", "xvfb"], "testing in WebKit").context(
        "there is no WebKitWebDriver with its MiniBrowser, or no Xvfb to give it a screen",
    )?;
    found()?.context("Debian's webkit2gtk-driver brought no WebKitWebDriver with a MiniBrowser")
}

/// The browser that comes with the WebDriver: in a folder named after the machine and the version.
fn mini_browser() -> Option<PathBuf> {
    let folders = |path: PathBuf| std::fs::read_dir(path).into_iter().flatten().flatten();
    let machines = folders("/usr/lib".into()).map(|entry| entry.path());
    let mut found: Vec<PathBuf> = machines
        .chain(["/usr/libexec".into()])
        .flat_map(folders)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("webkit"))
        .map(|entry| entry.path().join("MiniBrowser"))
        .filter(|browser| browser.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// What a person names in the environment, which must then be there.
fn told(variable: &str) -> Result<Option<PathBuf>> {
    let Some(file) = std::env::var_os(variable).map(PathBuf::from) else { return Ok(None) };
    if !file.is_file() {
        bail!("{variable} names {}, which is not a file", file.display());
    }
    Ok(Some(file))
}
