//! `docs/tour.md` shows the pictures that are there (`cargo xtask tour` makes them), and they are no burden to
//! whoever fetches the project.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The most bytes of one picture, and of all.
const ONE: u64 = 150_000;
const ALL: u64 = 1_500_000;

#[test]
fn the_tour_shows_exactly_the_pictures_that_there_are() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let page = fs::read_to_string(docs.join("tour.md")).unwrap();
    let mut shown: Vec<String> = page
        .split("](")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()))
        .collect();
    let there: BTreeMap<String, u64> = fs::read_dir(docs.join("tour"))
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = format!("tour/{}", entry.file_name().to_string_lossy());
            (name, entry.metadata().unwrap().len())
        })
        .collect();
    assert_eq!(shown.len(), 10);
    shown.sort();
    assert_eq!(shown, there.keys().cloned().collect::<Vec<_>>());
    for (name, bytes) in &there {
        assert!((1..=ONE).contains(bytes), "{name} has {bytes} bytes");
    }
    assert!(there.values().sum::<u64>() <= ALL, "all of them: {there:?}");
    assert!(page.contains("cargo xtask tour"), "it says how they are made");
}
