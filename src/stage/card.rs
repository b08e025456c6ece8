//! The card of the message on its way: who it says it is from, and who really sent it. It has a place of
//! its own in the picture, so that it covers nothing.

use super::layout::Layout;
use super::widths::{FONT_MIXED, width};
use crate::narration::{Sentence, Speaker};
use crate::run::Message;
use crate::signalling::Party;
use crate::text::id;
use crate::text::joined;

/// What a card says, and how large it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub lines: Vec<Sentence>,
    pub w: i32,
    pub h: i32,
}

/// From one line to the next.
pub const LEADING: i32 = 18;

/// The card of a message.
pub fn card(speaker: &Speaker, layout: &Layout, message: &Message) -> Card {
    let actual = message.actual.party;
    let claimed = speaker.lesson.owner(message.claimed.address).map(Party::Network);
    let lines = match claimed {
        Some(claimed) if claimed != actual => vec![
            speaker.phrase(id::STAGE_SAYS, &[("claimed", speaker.of(claimed))]),
            speaker.phrase(id::STAGE_REALLY, &[("actual", speaker.of(actual))]),
        ],
        _ => vec![speaker.phrase(id::STAGE_FROM, &[("actual", speaker.of(actual))])],
    };
    let longest =
        lines.iter().map(|line| width(&joined(line), FONT_MIXED)).max().unwrap_or_default();
    let w = (longest + 20).min(layout.dock().w);
    let h = LEADING * lines.len() as i32 + 10;
    Card { lines, w, h }
}
