//! Every setting of an address, for the page that lists them and the test that holds it to the code.

use super::{LANGUAGES, LOCKS, PANELS};
use crate::lesson::CHAPTERS;

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    pub name: &'static str,
    /// Values that it takes, as they are written.
    pub values: Vec<String>,
    /// The value that counts where the address does not say. Where that depends on the page or the chapter, there is
    /// none, and `setting-usual-<name>` says what it is.
    pub usual: Option<&'static str>,
}

/// Every setting that the player reads, in the order in which they are listed.
pub fn parameters() -> Vec<Parameter> {
    let own = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    let numbers = CHAPTERS.map(|(number, _)| number.to_string()).to_vec();
    let ids = CHAPTERS.map(|(_, id)| id.to_owned()).to_vec();
    let some = |names: &[&str]| [own(names), own(&["all", "none"])].concat();
    #[rustfmt::skip]
    let all = [
        ("chapter", numbers, None),
        ("lesson", ids, None),
        ("at", own(&["end", "0"]), None),
        ("filters", own(&["none"]), None),
        ("lanes", own(&["one", "both"]), Some("one")),
        ("speed", own(&["0.25", "0.5", "1", "2", "4"]), Some("1")),
        ("depth", own(&["plain", "engineer"]), Some("plain")),
        ("lang", own(&LANGUAGES), None),
        ("theme", own(&["system", "light", "dark"]), Some("system")),
        ("motion", own(&["system", "full", "reduced"]), Some("system")),
        ("keys", own(&["on", "off"]), Some("on")),
        ("panels", some(&PANELS), None),
        ("lock", some(&LOCKS), Some("none")),
        ("present", own(&["on", "off"]), Some("off")),
        ("embed", own(&["on", "off"]), None),
    ];
    all.into_iter().map(|(name, values, usual)| Parameter { name, values, usual }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{read, write};

    #[test]
    fn every_value_of_every_setting_is_read() {
        for Parameter { name, values, .. } in parameters() {
            for value in values {
                let text = format!("{name}={value}");
                assert_eq!(read([text.as_str()]).1, [], "{text}");
                let back = write(&read([text.as_str()]).0);
                assert_eq!(read([back.as_str()]).0, read([text.as_str()]).0, "{text}: {back}");
            }
            let nonsense = format!("{name}=nonsense!");
            // Only a lesson knows its filters and moments.
            let free = ["at", "filters"].contains(&name);
            assert_eq!(read([nonsense.as_str()]).1.len(), usize::from(!free), "{nonsense}");
        }
    }
}
