//! The parts of an address that are not the player's: the crowd's, the sandbox's, and a lesson of one's own. Each
//! is one word, kept whatever else of the address changes.

/// The names before them.
pub const CROWD: &str = "crowd";
pub const SET: &str = "set";
pub const OWN: &str = "own";
const NAMES: [&str; 3] = [CROWD, SET, OWN];
/// How the address of a lesson ends that is in a file.
pub const FILE: &str = ".json";
/// The longest that is read.
const MOST: usize = 100_000;

/// A part of what stands behind `?` and `#`; the later counts.
pub fn of(name: &str, parts: &[&str]) -> Option<String> {
    let pairs = parts.iter().flat_map(|part| part.split('&'));
    let mut values =
        pairs.filter_map(|pair| pair.split_once('=')).filter(|(other, _)| *other == name);
    values.next_back().map(|(_, value)| value.chars().take(MOST).collect())
}

/// An address with that part in the place of its own; without it, where the value is empty.
pub fn with(name: &str, address: &str, value: &str) -> String {
    let others = address.split('&').filter(|pair| !pair.is_empty() && before(pair) != name);
    let own = if value.is_empty() { String::new() } else { format!("{name}={value}") };
    let all = others.chain([own.as_str()].into_iter().filter(|own| !own.is_empty()));
    all.collect::<Vec<_>>().join("&")
}

/// An address with those parts of another that it has not itself.
pub fn kept(address: &str, from: &str) -> String {
    let mut out = address.to_owned();
    for pair in from.split('&').filter(|pair| is_own(before(pair))) {
        if !address.split('&').any(|other| before(other) == before(pair)) {
            if !out.is_empty() {
                out.push('&');
            }
            out.push_str(pair);
        }
    }
    out
}

/// Whether a part is somebody else's than the player's.
pub fn is_own(name: &str) -> bool {
    NAMES.contains(&name)
}

fn before(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_the_players_stays_whatever_the_rest_is() {
        assert_eq!(of(CROWD, &["crowd=a", "at=1&crowd=b.c&x"]), Some("b.c".into()));
        assert_eq!(of(CROWD, &["", "crowds=1&crowd&set=a"]), None);
        assert_eq!(with(CROWD, "at=1&crowd=a&depth=engineer", "b"), "at=1&depth=engineer&crowd=b");
        assert_eq!(with(SET, "", "b"), "set=b");
        assert_eq!(with(SET, "set=a&at=1", ""), "at=1");
        assert_eq!(kept("at=2", "at=1&crowd=a"), "at=2&crowd=a");
        assert_eq!(kept("crowd=b", "crowd=a&set=c"), "crowd=b&set=c");
        assert_eq!(kept("at=2", ""), "at=2");
    }
}
