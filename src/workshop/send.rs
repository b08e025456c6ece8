//! A lesson as a part of an address: packed (DEFLATE, RFC 1951) and written in letters that an address may
//! have (base64url, RFC 4648 section 5).

use crate::lesson::{file, limits};
use std::fmt::Write as _;

/// The longest link that is offered, in characters. Browsers take far longer ones; what people send them by
/// does not always.
pub const LONGEST: usize = 6_000;
/// The longest that is read.
const MOST: usize = 100_000;

/// Why a link holds no lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A character that no such link has, or an end that is missing.
    Letters,
    /// What is packed cannot be unpacked.
    Packed,
    /// It is larger than a lesson may be.
    TooLarge,
}

impl Broken {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Broken::Letters => "workshop-link-letters",
            Broken::Packed => "workshop-link-packed",
            Broken::TooLarge => "workshop-link-large",
        }
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A file as a link has it.
pub fn packed(text: &str) -> String {
    // Without what is only there to be read more easily, where it can be read.
    let compact = whole(text).and_then(|_| serde_json::from_str::<serde_json::Value>(text).ok());
    let compact = compact.map(|value| value.to_string());
    let bytes = compact.as_deref().unwrap_or(text).as_bytes();
    let packed = miniz_oxide::deflate::compress_to_vec(bytes, 9);
    let mut out = String::new();
    for three in packed.chunks(3) {
        let number = three.iter().fold(0_u32, |all, &byte| (all << 8) | u32::from(byte));
        let bits = three.len().saturating_mul(8);
        let number = number << (24_usize.saturating_sub(bits));
        for letter in 0..=three.len() {
            let at = (number >> (18_usize.saturating_sub(letter.saturating_mul(6)))) & 63;
            let letter = LETTERS.get(at as usize).copied().unwrap_or_default();
            let _ = out.write_char(char::from(letter));
        }
    }
    out
}

/// The file, where nothing of the text would be lost.
fn whole(text: &str) -> Option<file::LessonFile> {
    let reading = file::read(text);
    reading.file.filter(|_| reading.problems.is_empty())
}

/// The file that a link has.
pub fn unpacked(link: &str) -> Result<String, Broken> {
    if link.len() > MOST {
        return Err(Broken::TooLarge);
    }
    let mut bytes = Vec::new();
    let letters: Vec<u32> = link
        .bytes()
        .map(|letter| LETTERS.iter().position(|&known| known == letter))
        .map(|at| at.and_then(|at| u32::try_from(at).ok()).ok_or(Broken::Letters))
        .collect::<Result<_, _>>()?;
    for four in letters.chunks(4) {
        if four.len() == 1 {
            return Err(Broken::Letters);
        }
        let number = four.iter().fold(0_u32, |all, &six| (all << 6) | six);
        let missing = 4_usize.saturating_sub(four.len());
        let number = number << missing.saturating_mul(6);
        let all = number.to_be_bytes();
        bytes.extend(all.iter().skip(1).take(3_usize.saturating_sub(missing)));
    }
    let unpacked = miniz_oxide::inflate::decompress_to_vec_with_limit(&bytes, limits::BYTES);
    match unpacked {
        Ok(text) => {
            let text = String::from_utf8(text).map_err(|_| Broken::Packed)?;
            Ok(whole(&text).map_or(text, |file| file::write(&file)))
        }
        Err(error) if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput => {
            Err(Broken::TooLarge)
        }
        Err(_) => Err(Broken::Packed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../assets/examples/one-question-too-many.json");

    #[test]
    fn a_link_holds_the_file() {
        let link = packed(EXAMPLE);
        assert!(link.len() < 2_500, "{}", link.len());
        assert!(link.bytes().all(|letter| LETTERS.contains(&letter)));
        let text = unpacked(&link).unwrap();
        assert_eq!(file::lenient(&text), file::lenient(EXAMPLE));
    }

    #[test]
    fn what_is_wrong_with_a_file_is_sent_along() {
        let text = EXAMPLE.replacen("\"seed\"", "\"sead\"", 1);
        let back = unpacked(&packed(&text)).unwrap();
        assert!(back.contains("sead"), "{back}");
    }

    #[test]
    fn a_link_that_is_broken_says_how() {
        let link = packed(EXAMPLE);
        assert_eq!(unpacked("a b"), Err(Broken::Letters));
        assert_eq!(unpacked("a"), Err(Broken::Letters));
        // Cut off between letters that stand for whole bytes.
        assert_eq!(unpacked(&link[..link.len() / 8 * 4]), Err(Broken::Packed));
        assert_eq!(unpacked(&"A".repeat(MOST + 1)), Err(Broken::TooLarge));
        // What would become very large is not unpacked to its end.
        let bomb = packed(&"a".repeat(50 * limits::BYTES));
        assert!(bomb.len() < MOST);
        assert_eq!(unpacked(&bomb), Err(Broken::TooLarge));
    }
}
