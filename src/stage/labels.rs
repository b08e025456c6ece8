//! Labels and their boxes. Every one is centred on its point, which reads the same in both directions
//! of writing.

use super::geometry::{Point, Rect};
use crate::text::widths::{FONT_NAME, FONT_WHAT, Font, lines, width};

/// What a label is for: its size and its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// What something is.
    What,
    /// What it is called, or does.
    Name,
    /// A board with something written on it.
    Sign,
}

/// What the shape of a party takes before a name.
const CREST: i32 = 21;

/// One line of text in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub text: String,
    pub kind: LabelKind,
    /// The middle of the line's base.
    pub at: Point,
    /// The party or thing that it belongs to, for its colour.
    pub of: String,
    /// Whether the shape of that party stands before it.
    pub crest: bool,
}

impl LabelKind {
    pub const fn font(self) -> Font {
        match self {
            LabelKind::What => FONT_WHAT,
            LabelKind::Name | LabelKind::Sign => FONT_NAME,
        }
    }

    /// From one line's base to the next one's.
    pub const fn leading(self) -> i32 {
        match self {
            LabelKind::What => 19,
            LabelKind::Name => 16,
            LabelKind::Sign => 20,
        }
    }

    pub const fn class(self) -> &'static str {
        match self {
            LabelKind::What => "what",
            LabelKind::Name | LabelKind::Sign => "name",
        }
    }
}

impl Label {
    /// The middle of the text's base: beside the crest, if there is one.
    pub const fn text_at(&self) -> Point {
        if self.crest { self.at.by(CREST / 2, 0) } else { self.at }
    }

    /// The box that the line lies in, whatever the font makes of it.
    pub fn area(&self) -> Rect {
        let size = self.kind.font().size;
        let w = width(&self.text, self.kind.font()) + if self.crest { CREST } else { 0 };
        if self.kind == LabelKind::Sign {
            return Rect { x: self.at.x - w / 2 - 6, y: self.at.y - size, w: w + 12, h: 18 };
        }
        Rect { x: self.at.x - w / 2, y: self.at.y - size, w, h: size + size / 4 }
    }
}

/// Labels one under the other, each broken into lines of at most `most` pixels, moved as a whole so
/// that they lie in `outer`. `edge` is the middle of the upper edge, or of the lower one where they
/// stand `above` it.
pub fn stack(
    of: &str,
    edge: Point,
    above: bool,
    most: i32,
    outer: Rect,
    texts: &[(LabelKind, &str)],
) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut y = edge.y;
    for (kind, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        for line in lines(text, kind.font(), most) {
            y += kind.leading();
            let at = Point { x: edge.x, y: y - kind.leading() + kind.font().size };
            labels.push(Label { text: line, kind: *kind, at, of: of.to_owned(), crest: false });
        }
    }
    let area = labels.iter().map(Label::area).reduce(Rect::with).unwrap_or_default();
    let up = if above { y - edge.y } else { 0 };
    let moved = Rect { y: area.y - up, ..area }.inside(outer);
    for label in &mut labels {
        label.at = label.at.by(moved.x - area.x, moved.y - area.y);
    }
    labels
}
