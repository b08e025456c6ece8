//! How wide a text is, at most: a conservative table, so that the layout can be worked out without a
//! browser. A browser test holds it to the fonts that are really used.

/// Font sizes of the picture, in pixels: what something is, and what it is called.
pub const FONT_LARGE: i32 = 15;
pub const FONT_SMALL: i32 = 13;

/// The most pixels that a text takes in one line at a font size.
pub fn width(text: &str, size: i32) -> i32 {
    let thousandths: i32 = text.chars().map(letter).sum();
    (thousandths * size + 999) / 1000
}

/// Breaks a text into lines of at most that many pixels, at spaces. A single word that is wider
/// stays whole.
pub fn lines(text: &str, size: i32, most: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The width of a letter in thousandths of the font size: the widest that the usual system fonts
/// (DejaVu Sans among them, which is wide) make it in semi-bold.
fn letter(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 390,
        ' ' => 370,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '“' | '”' | 'J' => 530,
        'm' | 'M' => 1060,
        'w' | 'W' | '@' | '…' | '%' => 1110,
        'a'..='z' | '0'..='9' => 730,
        'A'..='Z' => 860,
        '\u{300}'..='\u{36f}' => 0,
        '\u{c0}'..='\u{24f}' => 900,
        _ => 1100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_keep_every_word() {
        let broken = lines("a real operator that rents out addresses", 13, 120);
        assert!(broken.len() > 1);
        assert_eq!(broken.join(" "), "a real operator that rents out addresses");
        assert!(broken.iter().all(|line| width(line, 13) <= 120));
    }
}
