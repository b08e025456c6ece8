//! Bytes as letters that a page can hold: four bytes in five letters, where base64 takes six. `assets/single.js` reads
//! them.

/// The first letter, and the two that must not stand in a script, with what stands for them.
const FIRST: u8 = b'(';
const INSTEAD: [(u8, u8); 2] = [(b'<', b'}'), (b'\\', b'~')];

/// At the end zeros fill up the last four bytes.
pub fn of(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for four in bytes.chunks(4) {
        let mut padded = [0; 4];
        padded[..four.len()].copy_from_slice(four);
        let mut number = u32::from_be_bytes(padded);
        let mut letters = [0_u8; 5];
        for letter in letters.iter_mut().rev() {
            let plain = FIRST + (number % 85) as u8;
            let instead = INSTEAD.iter().find(|(never, _)| *never == plain);
            *letter = instead.map_or(plain, |(_, instead)| *instead);
            number /= 85;
        }
        text.extend(letters.map(char::from));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_bytes_are_five_letters_and_none_of_them_ends_a_script() {
        assert_eq!(of(&[0, 0, 0, 0]), "(((((");
        assert_eq!(of(&[0, 0, 0, 84]), "((((|");
        // 20 and 52 above the first letter.
        assert_eq!(of(&[0, 0, 0, 20]), "((((}");
        assert_eq!(of(&[0, 0, 0, 52]), "((((~");
        assert_eq!(of(&[0, 0, 0, 85, 1]).len(), 10);
        let all: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert!(
            of(&all)
                .bytes()
                .all(|letter| letter.is_ascii_graphic() && !b"<&\\\"'".contains(&letter))
        );
    }
}
