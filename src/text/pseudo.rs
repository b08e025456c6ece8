//! A language that nobody speaks, made from a real one: accented, about a third longer, bracketed,
//! and right to left, so that a word not taken from the table, a cut-off sentence or a mirrored
//! mistake shows at once. It changes words only: arguments, choices and the ids of terms stay as
//! they are.

use super::table::{Direction, Part, Pattern, Table};

/// How much longer words get, in hundredths: what German or Finnish do to English.
const LONGER: usize = 35;

/// What they are lengthened with, before accents: words, so that lines can break.
const PADDING: &str = " and some more words so that it takes room";

/// `table` in the pseudo-language.
pub fn pseudo(table: &Table) -> Table {
    let messages = table.messages().map(|(key, pattern)| {
        // What specifications call things is the same in every language.
        if NAMES.iter().any(|start| key.starts_with(start)) {
            return (key.to_owned(), pattern.clone());
        }
        let mut changed = vec![Part::Text("[".into())];
        changed.extend(changed_pattern(pattern));
        changed.push(Part::Text("]".into()));
        (key.to_owned(), changed)
    });
    Table::new([&table.lang, "-x-pseudo"].concat(), Direction::Rtl, messages)
}

const NAMES: [&str; 3] = ["code-", "specification-", "clause-"];

fn changed_pattern(pattern: &Pattern) -> Pattern {
    pattern.iter().map(changed_part).collect()
}

fn changed_part(part: &Part) -> Part {
    match part {
        Part::Text(text) => Part::Text(changed_words(text)),
        Part::Argument(name) => Part::Argument(name.clone()),
        Part::Term { id, words } => Part::Term { id: id.clone(), words: changed_words(words) },
        Part::Choice { argument, arms, default } => Part::Choice {
            argument: argument.clone(),
            arms: arms.iter().map(|(arm, p)| (arm.clone(), changed_pattern(p))).collect(),
            default: *default,
        },
    }
}

/// The words accented and lengthened. The lengthening goes before the spaces and punctuation at the
/// end, so that they still meet what follows; text without letters stays as it is.
fn changed_words(text: &str) -> String {
    let body = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if !body.contains(char::is_alphabetic) {
        return text.to_owned();
    }
    let more = (text.chars().count() * LONGER).div_ceil(100);
    let padding = PADDING.chars().cycle().take(more);
    let rest = text.strip_prefix(body).unwrap_or_default();
    body.chars().chain(padding).map(accented).chain(rest.chars()).collect()
}

fn accented(letter: char) -> char {
    match letter {
        'a' => 'á',
        'b' => 'ƀ',
        'c' => 'ç',
        'd' => 'đ',
        'e' => 'é',
        'f' => 'ƒ',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'í',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ľ',
        'm' => 'ɱ',
        'n' => 'ñ',
        'o' => 'ö',
        'p' => 'þ',
        'q' => 'ɋ',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ť',
        'u' => 'ü',
        'v' => 'ṽ',
        'w' => 'ŵ',
        'x' => 'ẋ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'B' => 'Ɓ',
        'C' => 'Č',
        'D' => 'Ð',
        'E' => 'Ē',
        'F' => 'Ƒ',
        'G' => 'Ĝ',
        'H' => 'Ĥ',
        'I' => 'Î',
        'J' => 'Ĵ',
        'K' => 'Ķ',
        'L' => 'Ĺ',
        'M' => 'Ṁ',
        'N' => 'Ñ',
        'O' => 'Ø',
        'P' => 'Þ',
        'Q' => 'Ɋ',
        'R' => 'Ř',
        'S' => 'Š',
        'T' => 'Ť',
        'U' => 'Û',
        'V' => 'Ṽ',
        'W' => 'Ŵ',
        'X' => 'Ẋ',
        'Y' => 'Ý',
        'Z' => 'Ž',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_get_accents_and_a_third_more_room() {
        assert_eq!(changed_words("Play"), "Þľáý á");
        let long = "Anyone may ask where the phone is. ";
        let changed = changed_words(long);
        assert_eq!(changed.chars().count(), long.chars().count() + 13);
        assert!(changed.ends_with(". "));
    }

    #[test]
    fn what_has_no_letters_stays() {
        assert_eq!(changed_words(", "), ", ");
        assert_eq!(changed_words(" → 12"), " → 12");
    }
}
