//! Where things are: the repository, and the folders under target/ that the tasks work in.

use std::path::PathBuf;

pub struct Place {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Place {
    pub fn find() -> Self {
        // Cargo says at run time where the package is, so a moved checkout needs no new build.
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().map_or_else(|| PathBuf::from("."), PathBuf::from);
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
        // An absolute CARGO_TARGET_DIR replaces the root here.
        Place { target: root.join(target), root }
    }

    /// Intermediate files of the page's build.
    pub fn work(&self) -> PathBuf {
        self.target.join("site")
    }

    /// The cargo that runs this task, for everything that is built for this machine.
    pub fn native_cargo(&self) -> std::process::Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = std::process::Command::new(cargo);
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }
}
