//! Content hashes: the short one in a file's name, and the one by which a browser checks the file.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// One file under `assets/`.
#[derive(Clone)]
pub struct Asset {
    /// How the template and the page call it, such as `text-en`.
    pub name: String,
    /// Relative to index.html.
    pub address: String,
    pub integrity: String,
    pub bytes: Vec<u8>,
}

impl Asset {
    pub fn new(name: &str, extension: &str, bytes: Vec<u8>) -> Self {
        Asset {
            name: name.to_owned(),
            address: format!("assets/{name}.{}.{extension}", short(&bytes)),
            integrity: integrity(&bytes),
            bytes,
        }
    }

    pub fn file_name(&self) -> &str {
        self.address.rsplit('/').next().unwrap_or(&self.address)
    }
}

/// What the page's root element tells the program: `name=address|integrity`, apart by spaces.
pub fn data_files(assets: &[Asset]) -> String {
    let entry = |asset: &Asset| format!("{}={}|{}", asset.name, asset.address, asset.integrity);
    assets.iter().map(entry).collect::<Vec<_>>().join(" ")
}

/// A name for these bytes.
pub fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// By which a browser checks them.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_integrity_follow_the_content() {
        let asset = Asset::new("page", "wasm", b"abc".to_vec());
        assert_eq!(asset.address, "assets/page.ba7816bf.wasm");
        assert_eq!(asset.file_name(), "page.ba7816bf.wasm");
        assert_eq!(
            asset.integrity,
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn the_list_of_files_has_one_entry_each() {
        let list = data_files(&[
            Asset::new("text-en", "bin", b"a".to_vec()),
            Asset::new("lesson-3", "bin", b"b".to_vec()),
        ]);
        let entries: Vec<_> = list.split(' ').collect();
        assert_eq!(entries.len(), 2);
        assert!(entries[0].starts_with("text-en=assets/text-en."));
        assert!(entries[1].contains(".bin|sha384-"));
    }
}
