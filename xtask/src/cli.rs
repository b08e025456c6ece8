//! The command line: its help, and the words that people typed turned into a `Command`.

use crate::engines::Engine;
use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

pub const HELP: &str = "\
Whereabouts: the project's tasks

  cargo xtask serve [--open] [--port N] [--release]
      Build the page, serve it on this machine, build again when a source changes.
  cargo xtask test [--engine NAME]
      Everything that CI runs, with one summary at the end: in Chromium, Firefox and WebKit, or only in
      the one that is named (chromium, firefox, webkit).
  cargo xtask check
      The quick part of it: format, clippy, native tests.
  cargo xtask dist [--base-url URL] [--out DIR] [--record]
      Build the page for the web into dist/ (or DIR) and print what it weighs, and what has changed since
      that was recorded. --record writes it down in docs/performance.md.
      URL is where it will stand, for the few addresses that must be absolute.
  cargo xtask package [--out DIR] [--lesson FILE ...]
      Build the page as dist does and write packages for learning platforms (SCORM 1.2 and cmi5, the whole
      and each chapter) and whereabouts.html, a single file, into packages/ (or DIR).
      --lesson FILE does the same with a lesson of your own, and can be said several times. It is checked first, as
      by `lesson check`, and with a problem nothing is built or written.
  cargo xtask reproducible [--quick]
      Build the page and the packages twice, from copies of the sources in two folders, and compare every byte.
      --quick builds the page here and compiles it once more in another folder, as the tests do.
  cargo xtask deny
      Hold every crate's licence, source and record against deny.toml.
  cargo xtask html
      Read the pages in dist/ and packages/ with the W3C's checker.
  cargo xtask bench-page [FOLDER ...]
      Run Lighthouse on the built site behind nginx, five times, and write the table of docs/performance.md.
      Pages in other folders are measured in the same go.
  cargo xtask bench-frames
      Measure the script of a frame in Chromium and print the table of docs/speed.md.
  cargo xtask bench-crowd
      Measure the crowd natively and in Chromium, and print the tables of docs/speed.md.
  cargo xtask soak [--minutes N]
      Build the page, play and scrub it in Chromium for an hour, or for N minutes, and fail where it grows.
  cargo xtask tour
      Take the pictures of docs/tour.md anew, and write that page.

The WebAssembly target comes from `rustup target add` where that works and otherwise from Debian's
compiler with std built from source. WHEREABOUTS_WASM=rustup or WHEREABOUTS_WASM=debian decides, and
WHEREABOUTS_WASM=source builds std from source with rustup's compiler, where its rust-src is.
";

#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Serve(Serve),
    Test(Test),
    Check,
    Dist(Dist),
    Package(Package),
    Reproducible(Reproducible),
    Deny,
    Html,
    BenchPage(BenchPage),
    BenchFrames,
    BenchCrowd,
    Soak(Soak),
    Tour,
    /// For xtask itself: texts and lessons packed by the library as it is in the sources now.
    Pack {
        out: PathBuf,
    },
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Serve {
    pub open: bool,
    pub port: Option<u16>,
    pub release: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Test {
    /// Only this one.
    pub engine: Option<Engine>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Dist {
    /// Ends with a slash, so that an address can simply be put behind it.
    pub base_url: Option<String>,
    pub out: Option<PathBuf>,
    /// Whether what it weighs is written down.
    pub record: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct BenchPage {
    /// Other pages, each with its `index.html`.
    pub folders: Vec<PathBuf>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Soak {
    /// An hour, if it is not said.
    pub minutes: Option<u32>,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reproducible {
    pub quick: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Package {
    pub out: Option<PathBuf>,
    /// The files of lessons that somebody has made.
    pub lessons: Vec<PathBuf>,
}

pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut command = match parser.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(Value(word)) => named(&word.to_string_lossy())?,
        Some(other) => bail!("{} (see `cargo xtask help`)", other.unexpected()),
    };
    while let Some(argument) = parser.next()? {
        match (argument, &mut command) {
            (Long("help") | Short('h'), _) => return Ok(Command::Help),
            (Long("open"), Command::Serve(serve)) => serve.open = true,
            (Long("release"), Command::Serve(serve)) => serve.release = true,
            (Long("quick"), Command::Reproducible(reproducible)) => reproducible.quick = true,
            (Long("port"), Command::Serve(serve)) => serve.port = Some(port(&parser.value()?)?),
            (Long("engine"), Command::Test(test)) => {
                test.engine = Some(engine(&parser.value()?.string()?)?);
            }
            (Long("base-url"), Command::Dist(dist)) => {
                dist.base_url = Some(base_url(&parser.value()?.string()?)?);
            }
            (Long("minutes"), Command::Soak(soak)) => {
                soak.minutes = Some(minutes(&parser.value()?.string()?)?);
            }
            (Long("record"), Command::Dist(dist)) => dist.record = true,
            (Long("out"), Command::Dist(dist)) => dist.out = Some(parser.value()?.into()),
            (Long("out"), Command::Package(package)) => package.out = Some(parser.value()?.into()),
            (Long("lesson"), Command::Package(package)) => {
                package.lessons.push(parser.value()?.into());
            }
            (Value(folder), Command::BenchPage(bench)) => bench.folders.push(folder.into()),
            (Long("out"), Command::Pack { out }) => *out = parser.value()?.into(),
            (other, _) => bail!("{} (see `cargo xtask help`)", other.unexpected()),
        }
    }
    Ok(command)
}

fn named(word: &str) -> Result<Command> {
    Ok(match word {
        "help" => Command::Help,
        "serve" => Command::Serve(Serve::default()),
        "test" => Command::Test(Test::default()),
        "check" => Command::Check,
        "dist" => Command::Dist(Dist::default()),
        "package" => Command::Package(Package::default()),
        "reproducible" => Command::Reproducible(Reproducible::default()),
        "deny" => Command::Deny,
        "html" => Command::Html,
        "bench-page" => Command::BenchPage(BenchPage::default()),
        "bench-frames" => Command::BenchFrames,
        "bench-crowd" => Command::BenchCrowd,
        "soak" => Command::Soak(Soak::default()),
        "tour" => Command::Tour,
        "pack" => Command::Pack { out: PathBuf::from("target/site/packed") },
        _ => bail!(
            "there is no task `{word}`: it is one of serve, test, check, dist, package, reproducible, deny, html, bench-page, bench-frames, bench-crowd, soak, tour, help"
        ),
    })
}

fn engine(name: &str) -> Result<Engine> {
    let Some(engine) = Engine::named(name) else {
        bail!("--engine wants chromium, firefox or webkit, not `{name}`");
    };
    Ok(engine)
}

fn port(value: &OsString) -> Result<u16> {
    match value.to_str().and_then(|text| text.parse().ok()) {
        Some(port) if port > 0 => Ok(port),
        _ => bail!("--port wants a number from 1 to 65535, not `{}`", value.to_string_lossy()),
    }
}

fn minutes(text: &str) -> Result<u32> {
    match text.parse() {
        Ok(minutes) if minutes > 0 => Ok(minutes),
        _ => bail!("--minutes wants a whole number of at least 1, not `{text}`"),
    }
}

fn base_url(url: &str) -> Result<String> {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.starts_with('/')) || url.contains(['?', '#'])
    {
        bail!("--base-url wants an address such as https://example.org/whereabouts/, not `{url}`");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn refused(line: &str) -> String {
        format!("{:#}", parsed(line).expect_err("must be refused"))
    }

    #[test]
    fn reads_the_documented_forms() {
        assert_eq!(parsed("").unwrap(), Command::Help);
        assert_eq!(
            parsed("serve --open --port 9000").unwrap(),
            Command::Serve(Serve { open: true, port: Some(9000), release: false })
        );
        assert_eq!(parsed("test").unwrap(), Command::Test(Test { engine: None }));
        assert_eq!(
            parsed("test --engine webkit").unwrap(),
            Command::Test(Test { engine: Some(Engine::WebKit) })
        );
        assert_eq!(
            parsed("dist --base-url https://a.example/x").unwrap(),
            Command::Dist(Dist {
                base_url: Some("https://a.example/x/".into()),
                ..Dist::default()
            })
        );
        assert_eq!(
            parsed("bench-page a b").unwrap(),
            Command::BenchPage(BenchPage { folders: vec!["a".into(), "b".into()] })
        );
        assert_eq!(
            parsed("package --out a/b").unwrap(),
            Command::Package(Package { out: Some("a/b".into()), lessons: Vec::new() })
        );
        assert_eq!(
            parsed("package --lesson a.json --lesson b.json").unwrap(),
            Command::Package(Package {
                out: None,
                lessons: vec!["a.json".into(), "b.json".into()]
            })
        );
        assert_eq!(parsed("soak").unwrap(), Command::Soak(Soak { minutes: None }));
        let short = parsed("soak --minutes 5").unwrap();
        assert_eq!(short, Command::Soak(Soak { minutes: Some(5) }));
    }

    #[test]
    fn a_mistake_is_one_line_that_says_what_is_right() {
        assert_eq!(
            refused("sreve"),
            "there is no task `sreve`: it is one of serve, test, check, dist, package, reproducible, deny, html, bench-page, bench-frames, bench-crowd, soak, tour, help"
        );
        assert_eq!(
            refused("serve --port 80000"),
            "--port wants a number from 1 to 65535, not `80000`"
        );
        assert!(refused("check --port 1").contains("invalid option '--port'"));
        assert!(refused("dist --base-url a.example").starts_with("--base-url wants"));
        assert!(refused("test --engine lynx").starts_with("--engine wants chromium, "));
        assert!(refused("soak --minutes 0").starts_with("--minutes wants"));
        for line in ["sreve", "test --engine lynx", "serve --port 0", "dist --what", "serve extra"]
        {
            assert_eq!(refused(line).lines().count(), 1, "{line}");
        }
    }
}
