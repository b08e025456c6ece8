//! Tells whether a source changed, by looking at times and sizes a few times a second. There are some
//! hundred files, so this costs nothing that can be felt, needs no library, works on network folders,
//! and sees changes that were made while a build was running.

use crate::place::Place;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

const TICK: Duration = Duration::from_millis(250);

/// Folders with everything in them, and single files.
const SOURCES: [&str; 5] = ["src", "assets", "index.html", "Cargo.toml", "Cargo.lock"];

#[derive(PartialEq, Eq, Clone)]
pub struct Seen(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

pub fn look(place: &Place) -> Seen {
    let mut seen = BTreeMap::new();
    for source in SOURCES {
        walk(&place.root.join(source), &mut seen);
    }
    Seen(seen)
}

/// Waits for a change against `before`, and then until there is none for a moment: editors and
/// version control write several files at once. Returns the names of what changed.
pub fn wait(place: &Place, before: &Seen) -> Vec<String> {
    let mut last = look(place);
    loop {
        sleep(TICK);
        let now = look(place);
        if now != *before && now == last {
            return changed(place, before, &now);
        }
        last = now;
    }
}

fn changed(place: &Place, before: &Seen, now: &Seen) -> Vec<String> {
    let all = before.0.keys().chain(now.0.keys()).collect::<std::collections::BTreeSet<_>>();
    all.into_iter()
        .filter(|path| before.0.get(*path) != now.0.get(*path))
        .map(|path| path.strip_prefix(&place.root).unwrap_or(path).display().to_string())
        .collect()
}

fn walk(path: &Path, seen: &mut BTreeMap<PathBuf, (Option<SystemTime>, u64)>) {
    let Ok(entry) = path.metadata() else { return };
    if entry.is_dir() {
        for child in path.read_dir().into_iter().flatten().flatten() {
            walk(&child.path(), seen);
        }
    } else {
        seen.insert(path.to_owned(), (entry.modified().ok(), entry.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn names_what_is_new_changed_and_gone() {
        let root = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        fs::create_dir_all(root.join("src/deep")).unwrap();
        let place = Place { target: root.join("target"), root: root.clone() };
        fs::write(root.join("src/a.rs"), "a").unwrap();
        fs::write(root.join("src/deep/b.rs"), "b").unwrap();
        let before = look(&place);
        assert!(before == look(&place));
        fs::write(root.join("src/a.rs"), "aa").unwrap();
        fs::remove_file(root.join("src/deep/b.rs")).unwrap();
        fs::write(root.join("index.html"), "c").unwrap();
        fs::write(root.join("other"), "not a source").unwrap();
        assert_eq!(
            changed(&place, &before, &look(&place)),
            ["index.html", "src/a.rs", "src/deep/b.rs"]
        );
        fs::remove_dir_all(root).unwrap();
    }
}
