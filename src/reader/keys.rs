//! The keys: one table, from which the page acts and its help is written.

use super::Action;

/// One shortcut.
#[derive(Clone, Debug)]
pub struct Key {
    /// As the browser names it (`KeyboardEvent.key`).
    pub name: &'static str,
    pub action: Action,
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
pub const KEYS: [Key; 7] = [
    Key { name: " ", action: Action::PlayOrPause },
    Key { name: "ArrowLeft", action: Action::HopBack },
    Key { name: "ArrowRight", action: Action::HopForward },
    Key { name: "PageUp", action: Action::BeatBack },
    Key { name: "PageDown", action: Action::BeatForward },
    Key { name: "Home", action: Action::Start },
    Key { name: "End", action: Action::End },
];

/// What a key does, if it is the widget's to act on.
pub fn key(name: &str, holder: Holder, right_to_left: bool) -> Option<Action> {
    let name = match name {
        "ArrowLeft" if right_to_left => "ArrowRight",
        "ArrowRight" if right_to_left => "ArrowLeft",
        other => other,
    };
    let key = KEYS.into_iter().find(|key| key.name == name)?;
    let ours = match holder {
        Holder::Widget => true,
        Holder::Button => key.name != " ",
        Holder::Field => false,
    };
    ours.then_some(key.action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_on_a_button_presses_the_button() {
        assert_eq!(key(" ", Holder::Button, false), None);
        assert_eq!(key(" ", Holder::Widget, false), Some(Action::PlayOrPause));
        assert_eq!(key("ArrowRight", Holder::Button, false), Some(Action::HopForward));
    }

    #[test]
    fn a_list_keeps_its_keys() {
        assert!(KEYS.iter().all(|known| key(known.name, Holder::Field, false).is_none()));
    }

    #[test]
    fn arrows_follow_the_direction_of_writing() {
        assert_eq!(key("ArrowLeft", Holder::Widget, true), Some(Action::HopForward));
    }
}
