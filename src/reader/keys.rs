//! The keys: one table, from which the page acts and its help is written.

use super::{Action, Dialog};
use crate::text::id;

/// One shortcut.
#[derive(Clone, Debug)]
pub struct Key {
    /// As the browser names it (`KeyboardEvent.key`); `0` stands for every digit.
    pub name: &'static str,
    pub does: Does,
    /// The message that says how the key is called.
    pub called: &'static str,
    /// The message that says what it does.
    pub says: &'static str,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    PlayOrPause,
    HopForward,
    HopBack,
    BeatForward,
    BeatBack,
    Start,
    End,
    /// Makes the screen dark, and shows the picture again.
    Dark,
    /// Opens the list of keys.
    Help,
    /// Leads to a chapter's page.
    Chapter(u8),
}

impl Does {
    /// The action, where it is not another page.
    pub fn action(self) -> Result<Action, u8> {
        Ok(match self {
            Does::PlayOrPause => Action::PlayOrPause,
            Does::HopForward => Action::HopForward,
            Does::HopBack => Action::HopBack,
            Does::BeatForward => Action::BeatForward,
            Does::BeatBack => Action::BeatBack,
            Does::Start => Action::Start,
            Does::End => Action::End,
            Does::Dark => Action::Dark,
            Does::Help => Action::Dialog(Some(Dialog::Help)),
            Does::Chapter(number) => return Err(number),
        })
    }
}

/// What has the focus when a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Nothing that wants keys of its own; the time line too, which goes by hops here.
    Widget,
    /// A button, link or switch: space and Enter are its own.
    Button,
    /// A list to choose from, or a field to write in: every key is its own.
    Field,
}

/// Every shortcut. In a language written from right to left the arrows are the other way about.
#[rustfmt::skip]
pub static KEYS: [Key; 11] = [
    Key { name: " ", does: Does::PlayOrPause, called: id::KEY_SPACE, says: id::KEY_DOES_PLAY },
    Key { name: "ArrowRight", does: Does::HopForward, called: id::KEY_RIGHT, says: id::KEY_DOES_HOP_FORWARD },
    Key { name: "ArrowLeft", does: Does::HopBack, called: id::KEY_LEFT, says: id::KEY_DOES_HOP_BACK },
    Key { name: "PageDown", does: Does::BeatForward, called: id::KEY_PAGE_DOWN, says: id::KEY_DOES_BEAT_FORWARD },
    Key { name: "PageUp", does: Does::BeatBack, called: id::KEY_PAGE_UP, says: id::KEY_DOES_BEAT_BACK },
    Key { name: "Home", does: Does::Start, called: id::KEY_HOME, says: id::KEY_DOES_START },
    Key { name: "End", does: Does::End, called: id::KEY_END, says: id::KEY_DOES_END },
    Key { name: "0", does: Does::Chapter(0), called: id::KEY_DIGITS, says: id::KEY_DOES_CHAPTER },
    Key { name: ".", does: Does::Dark, called: id::KEY_DOT, says: id::KEY_DOES_DARK },
    Key { name: "b", does: Does::Dark, called: id::KEY_B, says: id::KEY_DOES_DARK },
    Key { name: "?", does: Does::Help, called: id::KEY_HELP, says: id::KEY_DOES_HELP },
];

/// What a key does, if it is the widget's to act on.
pub fn key(name: &str, holder: Holder, right_to_left: bool) -> Option<Does> {
    let ours = match holder {
        Holder::Widget => true,
        Holder::Button => name != " ",
        Holder::Field => false,
    };
    if !ours {
        return None;
    }
    if let [digit @ b'0'..=b'9'] = name.as_bytes() {
        // The last key of the row is the tenth.
        return Some(Does::Chapter(if *digit == b'0' { 10 } else { digit - b'0' }));
    }
    let name = turned(name, right_to_left);
    KEYS.iter().find(|key| key.name == name).map(|key| key.does)
}

/// The arrow that does here what this one does where words run from left to right.
pub fn turned(name: &str, right_to_left: bool) -> &str {
    match name {
        "ArrowLeft" if right_to_left => "ArrowRight",
        "ArrowRight" if right_to_left => "ArrowLeft",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_on_a_button_presses_the_button() {
        assert_eq!(key(" ", Holder::Button, false), None);
        assert_eq!(key(" ", Holder::Widget, false), Some(Does::PlayOrPause));
        assert_eq!(key("ArrowRight", Holder::Button, false), Some(Does::HopForward));
    }

    #[test]
    fn a_list_keeps_its_keys() {
        assert!(KEYS.iter().all(|known| key(known.name, Holder::Field, false).is_none()));
    }

    #[test]
    fn digits_lead_to_chapters() {
        assert_eq!(key("1", Holder::Button, false), Some(Does::Chapter(1)));
        assert_eq!(key("0", Holder::Widget, true), Some(Does::Chapter(10)));
        assert_eq!(key("12", Holder::Widget, false), None);
        assert_eq!(key("?", Holder::Widget, false), Some(Does::Help));
    }

    #[test]
    fn arrows_follow_the_direction_of_writing() {
        assert_eq!(key("ArrowLeft", Holder::Widget, true), Some(Does::HopForward));
    }
}
