//! The numbers of the two arrangements: where lands, nodes, carriers and people stand, in thousandths of
//! the size, and how far they are apart in pixels.

use super::geometry::{Point, Rect, outline};
use super::layout::{ENVELOPE, Land, NODE, NodeSpot, Shape, Size};
use crate::lesson::Lesson;
use crate::signalling::{NetworkId, Standing};

/// The height that the tall arrangement keeps free below, and the wide one in a corner.
const DOCK: i32 = 62;

/// A lesson's arrangement at a size.
pub(super) struct Grid<'a> {
    lesson: &'a Lesson,
    pub size: Size,
    pub shape: Shape,
    pub scale: i32,
    /// How far down all reaches, in hundredths: farther where nobody stands below.
    down: i32,
}

impl Grid<'_> {
    pub fn new(lesson: &Lesson, size: Size) -> Grid<'_> {
        let shape = Size::shape(size.w);
        let roomy = lesson.third_party.is_none() && partners(lesson) == 0;
        let down = if roomy { 124 } else { 100 };
        Grid { lesson, size, shape, scale: if size.is_narrow() { 80 } else { 100 }, down }
    }

    /// The same, as if somebody stood below.
    pub(super) fn reaching_less_down(&self) -> Self {
        Grid { down: 100, ..*self }
    }

    /// A point in thousandths of the size, for each arrangement.
    pub fn at(&self, wide: (i32, i32), tall: (i32, i32)) -> Point {
        let (x, y) = if self.shape == Shape::Wide { wide } else { tall };
        Point { x: self.size.w * x / 1000, y: self.size.h * y / 1000 * self.down / 100 }
    }

    /// A share of the width.
    pub fn wide(&self, wide: i32, tall: i32) -> i32 {
        self.at((wide, 0), (tall, 0)).x
    }

    fn scaled(&self, pixels: i32) -> i32 {
        pixels * self.scale / 100
    }

    /// What is kept free: a strip below, or the lower corner that the wide arrangement leaves; in the
    /// middle of the sea where nobody stands below.
    pub fn dock(&self) -> Rect {
        let Size { w, h } = self.size;
        let from = |x: i32, y: i32, w: i32| Rect { x, y, w, h: h - y - (h / 40).max(6) };
        match self.shape {
            Shape::Tall => from(6, h - DOCK - 6, w - 12),
            Shape::Wide if self.down > 100 => from(w * 300 / 1000, h * 730 / 1000, w * 400 / 1000),
            Shape::Wide => {
                let x = w * if self.size.is_narrow() { 597 } else { 645 } / 1000;
                from(x, h * 735 / 1000, w - x - 6)
            }
        }
    }

    pub fn lands(&self) -> Vec<Land> {
        let networks = (0..).map(NetworkId).zip(&self.lesson.networks);
        let land = |(network, data): (NetworkId, &crate::signalling::Network)| {
            let standing = data.standing;
            // In a tall picture the visited land reaches farther down where more stands in it.
            let (down, ry) = match data.nodes.len() {
                0 | 1 => (195, 205),
                2 => (240, 262),
                _ => (275, 310),
            };
            let (center, reach, coast) = match standing {
                Standing::Home => {
                    (self.at((105, 390), (200, 195)), self.at((178, 330), (262, 205)), &COASTS[0])
                }
                Standing::Visited => {
                    (self.at((895, 390), (800, down)), self.at((178, 330), (262, ry)), &COASTS[1])
                }
                Standing::Partner => {
                    // A single one stands under the carrier; with little room it makes some for the card.
                    let x = if self.size.is_narrow() { 460 } else { 500 };
                    let center = self.at((x, 830), (765, 720));
                    (center, self.at((132, 152), (240, 108)), &COASTS[2])
                }
            };
            let Point { x: rx, y: ry } = reach;
            let (port, exit) = match (standing, self.shape) {
                (Standing::Home, Shape::Wide) => {
                    (center.by(rx, 0), center.by(rx * 62 / 100, ry * 78 / 100))
                }
                (Standing::Visited, Shape::Wide) => {
                    (center.by(-rx, 0), center.by(-rx * 50 / 100, ry * 82 / 100))
                }
                (Standing::Home, Shape::Tall) => {
                    // Between two nodes, or beside the one.
                    let x = if data.nodes.len() > 1 { 235 } else { 300 };
                    let port = Point { x: self.wide(0, x), y: center.y + ry * 94 / 100 };
                    (port, Point { x: self.wide(0, 50), y: center.y + ry * 91 / 100 })
                }
                (Standing::Visited, Shape::Tall) => {
                    let port = Point {
                        x: self.wide(0, if data.nodes.len() > 1 { 745 } else { 775 }),
                        y: center.y + ry * 97 / 100,
                    };
                    (port, center.by(-rx * 60 / 100, ry * 84 / 100))
                }
                (Standing::Partner, _) => {
                    (center.by(0, -ry), center.by(-rx * 97 / 100, -ry * 38 / 100))
                }
            };
            let outline = outline(center, rx, ry, coast);
            Land { network, standing, center, reach, outline, port, exit }
        };
        networks.map(land).collect()
    }

    pub fn nodes(&self, lands: &[Land]) -> Vec<NodeSpot> {
        let mut spots = Vec::new();
        for (land, data) in lands.iter().zip(&self.lesson.networks) {
            let count = data.nodes.len();
            for (i, node) in (0..).zip(&data.nodes) {
                let (at, rest) = self.node(land, i, count);
                let partner = land.standing == Standing::Partner;
                let named_above = self.shape == Shape::Wide && !partner && at.y < land.port.y;
                spots.push(NodeSpot {
                    network: land.network,
                    role: node.role,
                    at,
                    rest,
                    named_above,
                });
            }
        }
        spots
    }

    /// Where a node stands, and a message with it. In a wide picture a network's nodes stand above and
    /// below the road that comes in through its gate, and a single one at its end; in a tall one, left
    /// and right of it.
    fn node(&self, land: &Land, index: usize, count: usize) -> (Point, Point) {
        let half = self.scaled(NODE);
        let (aside, down) =
            (half + self.scaled(ENVELOPE.x) - self.scaled(9), half + self.scaled(6));
        if land.standing == Standing::Partner {
            let at = land.center.by(0, -self.scaled(22));
            return (at, at.by(0, -down));
        }
        let home = land.standing == Standing::Home;
        if self.shape == Shape::Tall {
            let x = match (home, index) {
                (true, 0) if count == 1 => 170,
                (true, 0) => 105,
                (true, 1) => 362,
                (true, _) => 105,
                (false, 0) => 655,
                (false, 1) => 895,
                (false, _) => 655,
            };
            let y = if index > 1 { 392 } else { 198 };
            let at = self.at((0, 0), (x, y));
            let inward = (land.port.x - at.x).signum();
            return (at, at.by(inward * aside, 0));
        }
        let (first, second) = if home { (120, 120) } else { (812, 812) };
        let row = half + self.scaled(ENVELOPE.y) + 1;
        let (x, y) = match (index, count) {
            (_, 1) => (first, 0),
            (0, 2) => (first, -row),
            (1, 2) => (second, row),
            (0, _) => (if home { 65 } else { 805 }, -row),
            (1, _) => (if home { 185 } else { 935 }, -row),
            _ => (if home { 65 } else { 805 }, row),
        };
        let at = Point { x: self.wide(x, 0), y: land.port.y + y };
        let rest = match y.signum() {
            0 => at.by((land.port.x - at.x).signum() * aside, 0),
            side => at.by(0, -side * down),
        };
        (at, rest)
    }

    /// In the lower corner, and a little farther in where it goes in and out at the home network's exit.
    pub fn third_party(&self) -> Point {
        let home = self.lesson.traveller.home;
        let near = self.lesson.leases.iter().any(|lease| lease.from == home);
        self.at((if near { 200 } else { 160 }, 805), (145, 688))
    }

    /// Beside the switch, and below where there are more. At home it is the only node.
    pub fn traveller(&self) -> Point {
        let row = self.scaled(NODE + ENVELOPE.y) + 1;
        let serving = self.lesson.network(self.lesson.traveller.serving);
        if serving.is_some_and(|network| network.standing == Standing::Home) {
            return self.at((36, 600), (380, 198));
        }
        match serving.map_or(0, |network| network.nodes.len()) {
            0 | 1 => self.at((940, 390), (895, 198)),
            2 => self.at((940, 390), (895, 400)),
            _ => self
                .at((935, 390), (895, 400))
                .by(0, if self.shape == Shape::Wide { row } else { 0 }),
        }
    }

    pub fn carriers(&self) -> Vec<Point> {
        let count = self.lesson.carriers.len() as i32;
        if count == 2 && partners(self.lesson) > 0 && self.shape == Shape::Tall {
            return vec![self.at((0, 0), (370, 600)), self.at((0, 0), (670, 520))];
        }
        if count == 2 {
            // The second a little below the first, so that no road of the one leads through the other.
            return vec![self.at((420, 320), (370, 580)), self.at((580, 510), (640, 640))];
        }
        if count == 3 {
            // The first, which serves most, in the middle, and the others beside those whom they serve.
            return vec![
                self.at((500, 240), (390, 600)),
                self.at((390, 500), (170, 520)),
                self.at((610, 500), (600, 520)),
            ];
        }
        let spread = if self.shape == Shape::Wide { 260 } else { 420 };
        let at =
            |i: i32| 500 + spread * (2 * i + 1 - count) / (2 * count.max(1)) * (count - 1).min(1);
        // In a tall picture a partner's land stands close below.
        let (aside, y) = if partners(self.lesson) > 0 { (60, 560) } else { (0, 585) };
        (0..count).map(|i| self.at((at(i), 390), (at(i) - aside, y))).collect()
    }
}

/// Coasts, as thousandths of the radii, clockwise from the right. At the directions where gates stand
/// they are whole; upwards they reach out of the picture.
pub(super) const COASTS: [[i32; 12]; 3] = [
    [1000, 1050, 960, 930, 1000, 1060, 1000, 1150, 1200, 1250, 1320, 1160],
    [1060, 1110, 1060, 960, 980, 1070, 1000, 1150, 1320, 1250, 1150, 1090],
    [1000, 1010, 1090, 970, 1100, 1000, 1000, 1060, 1030, 1000, 1010, 1080],
];

fn partners(lesson: &Lesson) -> i32 {
    lesson.networks.iter().filter(|network| network.standing == Standing::Partner).count() as i32
}
