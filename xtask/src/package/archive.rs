//! The zip files: the same bytes for the same contents, whenever and wherever they are made.

use super::contents::Contents;
use anyhow::Result;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A package with its manifest first, and then the files by their names. All are of the first day that a zip
/// can tell.
pub fn zipped(manifest: &str, text: &[u8], contents: &Contents) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let own = [(manifest, text)];
    let others = contents.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in own.into_iter().chain(others) {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    #[test]
    fn the_same_contents_are_the_same_bytes_with_the_manifest_first() {
        let contents = || {
            let mut contents = Contents::default();
            for name in ["b.txt", "a/b.txt"] {
                contents.files.insert(name.to_owned(), name.as_bytes().repeat(100));
            }
            contents
        };
        let zip = zipped("imsmanifest.xml", b"<manifest/>", &contents()).unwrap();
        assert_eq!(zip, zipped("imsmanifest.xml", b"<manifest/>", &contents()).unwrap());
        let mut read = ZipArchive::new(Cursor::new(zip)).unwrap();
        let names: Vec<String> = (0..read.len())
            .map(|place| {
                let file = read.by_index(place).unwrap();
                assert_eq!(file.last_modified().unwrap().year(), 1980);
                file.name().unwrap().into_owned()
            })
            .collect();
        assert_eq!(names, ["imsmanifest.xml", "a/b.txt", "b.txt"]);
        let mut text = String::new();
        read.by_name("a/b.txt").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "a/b.txt".repeat(100));
    }
}
