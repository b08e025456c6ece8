//! How wide a text is, at most: a conservative table, so that the layout can be worked out without a
//! browser. A browser test holds it to the fonts that are really used.

/// A font of the picture. The family is the system's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font {
    /// In pixels.
    pub size: i32,
    pub bold: bool,
}

/// For what something is.
pub const FONT_WHAT: Font = Font { size: 15, bold: true };
/// For what something is called, or does.
pub const FONT_NAME: Font = Font { size: 13, bold: false };
/// For lines of which a part is set in bold.
pub const FONT_MIXED: Font = Font { size: 13, bold: true };

/// The most pixels that a text takes in one line.
pub fn width(text: &str, font: Font) -> i32 {
    let thousandths: i32 = text.chars().map(letter).sum();
    let weight = if font.bold { 1130 } else { 1000 };
    (thousandths * font.size / 1000 * weight + 999) / 1000 + 1
}

/// Breaks a text into lines of at most that many pixels, at spaces. A single word that is wider
/// stays whole.
pub fn lines(text: &str, font: Font, most: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line, font) + width(" ", font) + width(word, font) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text that stays in one line: where it is too wide it ends in an ellipsis.
pub fn fit(text: &str, font: Font, most: i32) -> String {
    if width(text, font) > most { cut(text, font, most) } else { text.to_owned() }
}

/// As much of a text as fits, with an ellipsis behind it. No chapter needs it: it is a door of the page's module.
#[inline(never)]
fn cut(text: &str, font: Font, most: i32) -> String {
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        let said = format!("{}…", kept.trim_end());
        if width(&said, font) <= most {
            return said;
        }
    }
    String::new()
}

/// The width of a letter in thousandths of the font size: at least what DejaVu Sans makes it, which is
/// the widest of the usual system fonts.
fn letter(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' => 280,
        'I' | 'J' | ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' => 340,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '!' => 415,
        '“' | '”' => 520,
        'm' | 'M' => 980,
        'w' => 820,
        'W' | '@' | '…' | '%' => 1000,
        'a'..='z' | '0'..='9' => 640,
        'A'..='Z' => 790,
        '\u{300}'..='\u{36f}' => 0,
        '\u{c0}'..='\u{24f}' => 850,
        _ => 1100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces_and_keep_every_word() {
        let broken = lines("a real operator that rents out addresses", FONT_NAME, 120);
        assert!(broken.len() > 1);
        assert_eq!(broken.join(" "), "a real operator that rents out addresses");
        assert!(broken.iter().all(|line| width(line, FONT_NAME) <= 120));
    }

    #[test]
    fn a_name_that_is_too_long_is_cut_and_says_so() {
        assert_eq!(fit("Northern Lights", FONT_NAME, 120), "Northern Lights");
        let cut = fit("Northern Lights Telecoms", FONT_NAME, 120);
        assert!(cut.starts_with("Northern Lig") && cut.ends_with('…'), "{cut}");
        assert!(width(&cut, FONT_NAME) <= 120);
    }
}
