//! What a page can be asked to show, and what whoever embeds it can keep as it is.

/// A panel around the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Filters,
    Messages,
    Ledger,
    Chart,
}

/// What a reader cannot change where it is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    Filters,
    Speed,
    Depth,
    Lanes,
    /// There is no way to another chapter.
    Chapter,
    /// Nothing leads out: no link is copied, none leads to the whole page.
    Link,
}

/// The names of panels and locks in an address, in the order of their kinds.
pub const PANELS: [&str; 4] = ["filters", "messages", "ledger", "chart"];
pub const LOCKS: [&str; 6] = ["filters", "speed", "depth", "lanes", "chapter", "link"];

/// The panels that a frame shows where nobody has said which.
pub const IN_A_FRAME: Set = Set::only(Panel::Filters as u8);

/// Some out of a list of names; which list, whoever asks knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Set(u8);

impl Set {
    pub const ALL: Set = Set(u8::MAX);

    pub const fn only(place: u8) -> Set {
        Set(1 << place)
    }

    pub fn has(self, place: u8) -> bool {
        self.0 & 1 << place != 0
    }

    #[must_use]
    pub fn with(self, place: u8, on: bool) -> Set {
        let bit = 1 << place;
        Set(if on { self.0 | bit } else { self.0 & !bit })
    }

    /// Reads `one,another`, `all` or `none`; nothing where a name is not in the list.
    pub fn read(names: &[&str], text: &str) -> Option<Set> {
        match text {
            "all" => return Some(Set::ALL),
            "none" => return Some(Set::default()),
            _ => {}
        }
        let place = |name: &str| (0..).zip(names).find(|(_, known)| **known == name);
        let mut set = Set::default();
        for name in text.split(',') {
            set = set.with(place(name)?.0, true);
        }
        Some(set)
    }

    pub fn write(self, names: &[&str]) -> String {
        let chosen = |all: &[&str]| {
            let named = (0..).zip(all).filter(|(place, _)| self.has(*place));
            named.map(|(_, name)| *name).collect::<Vec<_>>().join(",")
        };
        match chosen(names) {
            none if none.is_empty() => "none".to_owned(),
            some if some.matches(',').count() + 1 == names.len() => "all".to_owned(),
            some => some,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        for text in ["none", "all", "filters", "messages,chart", "filters,messages,ledger"] {
            assert_eq!(
                Set::read(&PANELS, text).map(|set| set.write(&PANELS)).as_deref(),
                Some(text)
            );
        }
        assert_eq!(Set::read(&PANELS, "chart,filters").unwrap().write(&PANELS), "filters,chart");
        assert_eq!(
            Set::read(&LOCKS, "filters,speed,depth,lanes,chapter,link").unwrap().write(&LOCKS),
            "all"
        );
        for text in ["", "filter", "filters,", "filters,colours", "all,none"] {
            assert_eq!(Set::read(&PANELS, text), None, "{text}");
        }
    }
}
