//! The ways to build for wasm32-unknown-unknown, and which of them is taken: rustup's compiler with its
//! ready-made std, or with std built from source, where its sources are; or Debian's compiler with std built
//! from source. From source is smaller, in release.

use crate::place::Place;
use crate::{debian, process, say};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
/// Long enough for a slow line; where downloads hang, it is what the fallback waits.
const DOWNLOAD: Duration = Duration::from_secs(90);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Rustup,
    /// rustup's compiler, with std from its component `rust-src`.
    Source,
    Debian,
}

/// What is built: each needs std in its own shape.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Panics say where and why.
    Development,
    /// As small as can be.
    Release,
    /// As fast as can be.
    Speed,
    /// The test harness must be able to report a panic.
    Tests,
}

pub struct Toolchain {
    pub way: Way,
    target: PathBuf,
    root: PathBuf,
}

impl Toolchain {
    /// Finds a way that works here, installing what it needs where that is possible.
    pub fn find(place: &Place) -> Result<Self> {
        let asked = std::env::var("WHEREABOUTS_WASM").unwrap_or_default();
        let way = match asked.as_str() {
            "rustup" => rustup(place).map(|()| Way::Rustup).context(FORCED)?,
            "source" => sources().map(|()| Way::Source).context(FORCED)?,
            "debian" => debian(place).map(|()| Way::Debian).context(FORCED)?,
            "" => either(place)?,
            other => {
                bail!("WHEREABOUTS_WASM is `{other}`: it is rustup, source or debian, or not set")
            }
        };
        Ok(Toolchain::by(way, place))
    }

    fn by(way: Way, place: &Place) -> Self {
        let target = place.target.join(match way {
            Way::Rustup => "wasm-rustup",
            Way::Source => "wasm-source",
            Way::Debian => "wasm-debian",
        });
        Toolchain { way, target, root: place.root.clone() }
    }

    /// The same, for other sources.
    pub fn elsewhere(&self, place: &Place) -> Self {
        Toolchain::by(self.way, place)
    }

    /// As WHEREABOUTS_WASM has it.
    pub fn name(&self) -> &'static str {
        match self.way {
            Way::Rustup => "rustup",
            Way::Source => "source",
            Way::Debian => "debian",
        }
    }

    pub fn std_from_source(&self) -> bool {
        self.way != Way::Rustup
    }

    pub fn describe(&self) -> &'static str {
        match self.way {
            Way::Rustup => "rustup's compiler",
            Way::Source => "rustup's compiler, std from source",
            Way::Debian => "Debian's compiler, std from source",
        }
    }

    /// The version of the compiler, and so of its standard library.
    pub fn version(&self) -> Result<String> {
        let rustc = match self.way {
            Way::Rustup | Way::Source => "rustc",
            Way::Debian => "/usr/bin/rustc",
        };
        let said = process::output(Command::new(rustc).arg("--version")).unwrap_or_default();
        let version = said.split_whitespace().nth(1).context("rustc does not say its version")?;
        Ok(version.to_owned())
    }

    /// `cargo SUBCOMMAND` for WebAssembly, ready for further arguments.
    pub fn cargo(&self, subcommand: &str, purpose: Purpose) -> Command {
        let mut command = Command::new(match self.way {
            Way::Rustup | Way::Source => {
                std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
            }
            // In full, as rustup's comes first on the path.
            Way::Debian => "/usr/bin/cargo".into(),
        });
        command.current_dir(&self.root).arg(subcommand).args(["--target", TARGET]);
        // Flags meant for this machine's processor would break a build for another.
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            command.env_remove(name);
        }
        command.env("CARGO_TARGET_DIR", &self.target);
        // Names of functions are enough to read a panic by; line tables triple the file.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0");
        match purpose {
            Purpose::Release => drop(command.arg("--release")),
            Purpose::Speed => drop(command.args(["--profile", "speed"])),
            Purpose::Development | Purpose::Tests => {}
        }
        match self.way {
            Way::Debian => as_debian(&mut command),
            Way::Rustup | Way::Source => {
                command.env("CARGO_ENCODED_RUSTFLAGS", flags().join("\x1f"));
            }
        }
        if self.std_from_source() {
            from_source(&mut command, purpose);
        }
        command
    }

    /// Where cargo puts a module.
    pub fn module(&self, purpose: Purpose, name: &str) -> PathBuf {
        let profile = match purpose {
            Purpose::Release => "release",
            Purpose::Speed => "speed",
            Purpose::Development | Purpose::Tests => "debug",
        };
        self.target.join(TARGET).join(profile).join(format!("{name}.wasm"))
    }
}

const FORCED: &str = "WHEREABOUTS_WASM forces a way that does not work here";

fn either(place: &Place) -> Result<Way> {
    if has_target() {
        if sources().is_ok() {
            println!(
                "toolchain: std can be built from source here, which is smaller: WHEREABOUTS_WASM=source"
            );
        }
        return Ok(Way::Rustup);
    }
    // Once rustup has failed here, do not wait for it each time. `cargo clean` forgets.
    let memory = place.target.join("wasm-way");
    if memory.exists() && PACKAGES.iter().all(|package| debian::installed(package)) {
        return Ok(Way::Debian);
    }
    let Err(first) = rustup(place) else { return Ok(Way::Rustup) };
    println!("toolchain: {first:#}; trying Debian's compiler");
    debian(place).with_context(|| {
        format!("no way to build for WebAssembly ({first:#}); with Debian's compiler")
    })?;
    std::fs::write(memory, "debian\n")?;
    Ok(Way::Debian)
}

/// Whether the compiler in use has std for the target, from wherever it came.
pub fn has_target() -> bool {
    let mut rustc = Command::new("rustc");
    process::output(rustc.args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn rustup(place: &Place) -> Result<()> {
    if has_target() {
        return Ok(());
    }
    if process::which("rustup").is_none() {
        bail!("there is no rustup, and rustc has no {TARGET}");
    }
    let stage = say::stage("toolchain", &format!("rustup target add {TARGET}"));
    let log = place.target.join("rustup.log");
    let mut add = Command::new("rustup");
    add.args(["target", "add", TARGET]);
    process::run_logged(&mut add, "`rustup target add`", &log, DOWNLOAD)?;
    stage.done("added");
    Ok(())
}

/// Whether rustup has the sources of its std.
fn sources() -> Result<()> {
    let root = process::output(Command::new("rustc").args(["--print", "sysroot"]));
    let std = |root: &String| Path::new(root).join("lib/rustlib/src/rust/library/std").is_dir();
    if !root.as_ref().is_some_and(std) {
        bail!(
            "the compiler in use has no sources of its standard library: `rustup component add rust-src`"
        );
    }
    Ok(())
}

fn debian(place: &Place) -> Result<()> {
    debian::need(place, &PACKAGES, "building for WebAssembly with std from source")
}

/// What rustup's compiler is told that Debian's does by itself, or need not be told.
fn flags() -> Vec<String> {
    // The module is cut by the names of its functions, and needs to tell one closure from another.
    let mut flags = vec!["-Csymbol-mangling-version=v0".to_owned()];
    // A panic says in which file it was. Where somebody keeps the crates is nobody's business, and the same
    // sources give the same bytes wherever that is.
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    flags.extend(
        home.map(|home| {
            format!("--remap-path-prefix={}=crates", home.join("registry/src").display())
        }),
    );
    flags
}

fn as_debian(command: &mut Command) {
    // What rustup's cargo set for this task, and what a person set for rustup's compiler, must not
    // reach Debian's: another toolchain's libraries and wrappers do not fit it.
    for name in [
        "CARGO",
        "LD_LIBRARY_PATH",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUSTC_WRAPPER",
        "RUSTDOC",
        "RUSTUP_TOOLCHAIN",
    ] {
        command.env_remove(name);
    }
    command.env("RUSTC", "/usr/bin/rustc");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
}

fn from_source(command: &mut Command, purpose: Purpose) {
    // It is not a stable feature; this is the agreed way to say that we know.
    command.env("RUSTC_BOOTSTRAP", "1");
    match purpose {
        Purpose::Development => command.arg("-Zbuild-std=std,panic_abort"),
        Purpose::Release => command.args([
            "-Zbuild-std=std,panic_abort",
            "-Zbuild-std-features=optimize_for_size",
            "-Zpanic-immediate-abort",
            "--config",
            "profile.release.panic=\"immediate-abort\"",
        ]),
        // Without what makes std small: its sorting is slow then.
        Purpose::Speed => command.args([
            "-Zbuild-std=std,panic_abort",
            "-Zpanic-immediate-abort",
            "--config",
            "profile.release.panic=\"immediate-abort\"",
        ]),
        Purpose::Tests => command.args(["-Zbuild-std=std,panic_abort,test", "-Zpanic-abort-tests"]),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(way: Way, purpose: Purpose) -> String {
        let toolchain = Toolchain { way, target: "t".into(), root: ".".into() };
        let command = toolchain.cargo("build", purpose);
        command.get_args().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_a_release_with_std_from_source_aborts_immediately() {
        for way in [Way::Source, Way::Debian] {
            assert!(arguments(way, Purpose::Release).contains("immediate-abort"));
            for purpose in [Purpose::Development, Purpose::Tests] {
                assert!(!arguments(way, purpose).contains("immediate-abort"));
            }
        }
        for purpose in [Purpose::Development, Purpose::Tests, Purpose::Release] {
            assert!(!arguments(Way::Rustup, purpose).contains("-Z"));
        }
    }

    #[test]
    fn only_rustup_s_compiler_is_given_flags_and_they_hide_where_crates_are() {
        for (way, wanted) in [(Way::Rustup, true), (Way::Source, true), (Way::Debian, false)] {
            let toolchain = Toolchain { way, target: "t".into(), root: ".".into() };
            let command = toolchain.cargo("build", Purpose::Release);
            let mut set = command.get_envs().filter_map(|(name, value)| Some((name, value?)));
            let flags = set.find(|(name, _)| *name == "CARGO_ENCODED_RUSTFLAGS");
            let flags = flags.map(|(_, flags)| flags.to_string_lossy().into_owned());
            assert_eq!(flags.is_some_and(|flags| flags.contains("registry/src=crates")), wanted);
        }
    }

    #[test]
    fn the_two_ways_do_not_share_a_target_folder() {
        let module = |way, target: &str| {
            Toolchain { way, target: target.into(), root: ".".into() }
                .module(Purpose::Release, "page")
        };
        assert_eq!(
            module(Way::Debian, "a"),
            Path::new("a/wasm32-unknown-unknown/release/page.wasm")
        );
    }
}
