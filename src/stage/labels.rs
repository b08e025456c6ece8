//! Labels and their boxes. Every one is centred on its point, which reads the same in both directions
//! of writing.

use super::geometry::{Point, Rect};
use super::widths::{FONT_NAME, FONT_WHAT, Font, lines, width};

/// What a label is for: its size and its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// What something is.
    What,
    /// What it is called, or does.
    Name,
}

/// One line of text in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub text: String,
    pub kind: LabelKind,
    /// The middle of the line's base.
    pub at: Point,
    /// The party or thing that it belongs to, for its colour.
    pub of: String,
}

impl LabelKind {
    pub const fn font(self) -> Font {
        match self {
            LabelKind::What => FONT_WHAT,
            LabelKind::Name => FONT_NAME,
        }
    }

    /// From one line's base to the next one's.
    pub const fn leading(self) -> i32 {
        match self {
            LabelKind::What => 19,
            LabelKind::Name => 16,
        }
    }

    pub const fn class(self) -> &'static str {
        match self {
            LabelKind::What => "what",
            LabelKind::Name => "name",
        }
    }
}

impl Label {
    /// The box that the line lies in, whatever the font makes of it.
    pub fn area(&self) -> Rect {
        let size = self.kind.font().size;
        let w = width(&self.text, self.kind.font());
        Rect { x: self.at.x - w / 2, y: self.at.y - size, w, h: size + size / 4 }
    }
}

/// Labels one under the other, each broken into lines of at most `most` pixels, moved as a whole so
/// that they lie in `outer`. `top` is the middle of the upper edge.
pub fn stack(
    of: &str,
    top: Point,
    most: i32,
    outer: Rect,
    texts: &[(LabelKind, &str)],
) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut y = top.y;
    for (kind, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        for line in lines(text, kind.font(), most) {
            y += kind.leading();
            let at = Point { x: top.x, y: y - kind.leading() + kind.font().size };
            labels.push(Label { text: line, kind: *kind, at, of: of.to_owned() });
        }
    }
    let area = labels.iter().map(Label::area).reduce(union).unwrap_or_default();
    let moved = area.inside(outer);
    for label in &mut labels {
        label.at = label.at.by(moved.x - area.x, moved.y - area.y);
    }
    labels
}

fn union(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect { x, y, w: (a.x + a.w).max(b.x + b.w) - x, h: (a.y + a.h).max(b.y + b.h) - y }
}
