//! The site's files as they go over the wire: each with brotli and gzip at their best, made once, weighed, and
//! written beside the file for servers that send ready-made ones.

use crate::site::Site;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a server adds to a name, and what the browser asks for by it.
pub const BROTLI: &str = "br";
pub const GZIP: &str = "gz";

#[derive(Clone, Default)]
pub struct Pressed {
    pub gzip: Vec<u8>,
    pub brotli: Vec<u8>,
}

impl Pressed {
    pub fn of(bytes: &[u8]) -> Pressed {
        Pressed { gzip: gzip(bytes), brotli: brotli(bytes) }
    }
}

/// Every file of the site, by every processor that there is.
pub fn all(site: &Site) -> BTreeMap<String, Pressed> {
    let all: Vec<_> = site.files.iter().collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((address, bytes)) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(((*address).clone(), Pressed::of(bytes)));
        }
        done
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    })
}

/// Whether it is written beside the file: what gets no smaller is sent as it is.
pub fn worth_it(raw: &[u8], pressed: &[u8]) -> bool {
    pressed.len() * 20 < raw.len() * 19
}

/// The same bytes each time: without a time and a name.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    // Writing to memory cannot fail; a zero in the table would be seen.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed,
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gets_no_smaller_is_left_as_it_is() {
        let text = b"the same words, ".repeat(20);
        let Pressed { gzip, brotli } = Pressed::of(&text);
        assert!(worth_it(&text, &gzip) && worth_it(&text, &brotli));
        let again = Pressed::of(&brotli);
        assert!(!worth_it(&brotli, &again.gzip) && !worth_it(&brotli, &again.brotli));
    }

    #[test]
    fn a_ready_made_file_holds_no_time() {
        assert_eq!(Pressed::of(b"abc").gzip[4..8], [0; 4]);
    }
}
