//! The card at a message: who it says it is from, and who really sent it. Where the card stands is
//! worked out here, so that it covers as little as can be.

use super::geometry::{Point, Rect};
use super::layout::Layout;
use super::place::Spot;
use super::widths::{FONT_MIXED, width};
use crate::narration::{Sentence, Speaker};
use crate::playback::Phase;
use crate::run::Message;
use crate::signalling::Party;
use crate::text::joined;

/// What a card says, and how large it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub lines: Vec<Sentence>,
    pub w: i32,
    pub h: i32,
    /// From the message to the card's middle.
    pub aside: Point,
}

/// From one line to the next.
pub const LEADING: i32 = 18;

/// The card of a message on one hop.
pub fn card(speaker: &Speaker, layout: &Layout, message: &Message, spot: &Spot) -> Card {
    let actual = message.actual.party;
    let claimed = speaker.lesson.owner(message.claimed.title).map(Party::Network);
    let lines = match claimed {
        Some(claimed) if claimed != actual => vec![
            speaker.phrase("stage-says", &[("claimed", speaker.of(claimed))]),
            speaker.phrase("stage-really", &[("actual", speaker.of(actual))]),
        ],
        _ => vec![speaker.phrase("stage-from", &[("actual", speaker.of(actual))])],
    };
    let longest =
        lines.iter().map(|line| width(&joined(line), FONT_MIXED)).max().unwrap_or_default();
    let room = layout.dock().map_or(layout.size.w - 12, |dock| dock.w);
    let w = (longest + 20).min(room);
    let h = LEADING * lines.len() as i32 + 12;
    let mut card = Card { lines, w, h, aside: Point::default() };
    let sides = [Point::new(0, -(h / 2 + 24)), Point::new(0, h / 2 + 24)];
    let hidden = |aside: &Point| covers(layout, &Card { aside: *aside, ..card.clone() }, spot);
    card.aside = sides.into_iter().min_by_key(hidden).unwrap_or_default();
    card
}

impl Card {
    /// The card's box when the message is at a point: always inside the picture.
    pub fn area(&self, layout: &Layout, at: Point) -> Rect {
        if let Some(dock) = layout.dock() {
            return Rect::around(dock.center(), self.w, self.h);
        }
        Rect::around(at.by(self.aside.x, self.aside.y), self.w, self.h).inside(layout.area())
    }
}

/// How much a card covers on its way: labels count for more than nodes, and where it rests for more
/// than where it passes.
fn covers(layout: &Layout, card: &Card, spot: &Spot) -> i32 {
    let stations = [
        (Phase::Waiting, 1),
        (Phase::Road(350), 1),
        (Phase::Road(650), 1),
        (Phase::Gate(0), 4),
        (Phase::There, 4),
    ];
    stations
        .into_iter()
        .map(|(phase, weight)| {
            let at = spot.at(phase);
            let area = card.area(layout, at);
            let labels: i32 = layout.labels.iter().map(|label| label.area().shared(area)).sum();
            let nodes = layout.nodes.iter().map(|node| node.at).chain(layout.third_party);
            let nodes = nodes.chain(layout.carriers.iter().copied()).chain([layout.traveller]);
            let size = 2 * layout.node_size();
            let nodes: i32 = nodes.map(|at| Rect::around(at, size, size).shared(area)).sum();
            // Pushed back from an edge, it lies on the message itself.
            let own = Rect::around(at, 38, 26).shared(area);
            let gates =
                layout.gates.iter().map(|gate| gate.area(layout.scale).shared(area)).sum::<i32>();
            weight * (3 * (labels + gates) + nodes + 4 * own)
        })
        .sum()
}
