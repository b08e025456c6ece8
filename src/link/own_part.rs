//! The part of an address that belongs to the crowd: one word, kept whatever else of the address changes.

/// The name before it.
pub const NAME: &str = "crowd";
/// The longest that is read.
const MOST: usize = 200;

/// The crowd's part of what stands behind `?` and `#`; the later counts.
pub fn of(parts: &[&str]) -> Option<String> {
    let pairs = parts.iter().flat_map(|part| part.split('&'));
    let mut values =
        pairs.filter_map(|pair| pair.split_once('=')).filter(|(name, _)| *name == NAME);
    values.next_back().map(|(_, value)| value.chars().take(MOST).collect())
}

/// An address with that part in the place of its own.
pub fn with(address: &str, value: &str) -> String {
    let others = address.split('&').filter(|pair| !pair.is_empty() && !is_own(pair));
    let all: Vec<&str> = others.collect();
    let sign = if all.is_empty() { "" } else { "&" };
    format!("{}{sign}{NAME}={value}", all.join("&"))
}

/// An address with the crowd's part of another, if that has one and this has none.
pub fn kept(address: &str, from: &str) -> String {
    match of(&[from]) {
        Some(value) if of(&[address]).is_none() => with(address, &value),
        _ => address.to_owned(),
    }
}

fn is_own(pair: &str) -> bool {
    pair.split_once('=').map_or(pair, |(name, _)| name) == NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crowds_part_stays_whatever_the_rest_is() {
        assert_eq!(of(&["crowd=a", "at=1&crowd=b.c&x"]), Some("b.c".into()));
        assert_eq!(of(&["", "crowds=1&crowd"]), None);
        assert_eq!(with("at=1&crowd=a&depth=engineer", "b"), "at=1&depth=engineer&crowd=b");
        assert_eq!(with("", "b"), "crowd=b");
        assert_eq!(kept("at=2", "at=1&crowd=a"), "at=2&crowd=a");
        assert_eq!(kept("crowd=b", "crowd=a"), "crowd=b");
        assert_eq!(kept("at=2", ""), "at=2");
    }
}
