//! What the page around this one can ask for.

use crate::link::{Address, Notice, read, write};
use crate::reader::{Action, Session};

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Something that the reader could do as well.
    Do(Action),
    /// The page at another address, which may lead away from it, with what was not understood.
    Set(Address, Vec<Notice>),
}

/// Reads a wish: `play`, `pause`, or `set` and an address, which is read over the one that is so now. Of any
/// other word there is nothing.
pub fn order(session: &Session, text: &str) -> Option<Order> {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    match word {
        "play" if session.playing => None,
        "play" => Some(Order::Do(Action::PlayOrPause)),
        "pause" => Some(Order::Do(Action::Pause)),
        "set" => {
            let now = write(&session.address());
            let (wanted, notices) = read([now.as_str(), rest]);
            Some(Order::Set(wanted, notices))
        }
        _ => None,
    }
}
