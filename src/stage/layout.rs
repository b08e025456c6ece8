//! Where everything stands: a pure function of the lesson, its words and the size. Two arrangements,
//! wide and tall, of the same world: home and visited networks across the sea from each other, the
//! carriers between them, and below them whoever else takes part.

use super::geometry::{Path, Point, Rect, outline};
use super::labels::Label;
use super::naming;
use crate::filter::Side;
use crate::lesson::{Claims, GateId, Lesson};
use crate::narration::Speaker;
use crate::signalling::{CarrierId, Lease, NetworkId, Party, Place, Role, Standing};

/// The size of the picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub w: i32,
    pub h: i32,
}

/// How the world is arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Wide,
    Tall,
}

/// Everything that stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub size: Size,
    pub shape: Shape,
    /// How large the small pictures are drawn, in hundredths.
    pub scale: i32,
    pub lands: Vec<Land>,
    pub nodes: Vec<NodeSpot>,
    pub carriers: Vec<Point>,
    pub gates: Vec<GateSpot>,
    pub third_party: Option<Point>,
    pub traveller: Point,
    /// The roads between places, for drawing: every message goes along some of them.
    pub roads: Vec<Path>,
    pub labels: Vec<Label>,
}

/// A network's land.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Land {
    pub network: NetworkId,
    pub standing: Standing,
    pub outline: String,
    /// Where the road from the carriers meets its border.
    pub port: Point,
    /// Where its customers' road meets its border.
    pub exit: Point,
}

/// A node that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeSpot {
    pub network: NetworkId,
    pub role: Role,
    pub at: Point,
}

/// A gate that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateSpot {
    pub gate: GateId,
    pub at: Point,
}

/// Half the width of a node's picture at full scale; it is as high as it is wide.
pub const NODE: i32 = 27;
/// Half the width and height of a gate's picture at full scale.
pub const GATE: Point = Point::new(15, 22);
/// How far before a gate a message waits, at full scale.
const BEFORE: i32 = 38;
/// Half the width of a carrier's picture at full scale.
pub const CARRIER: i32 = 36;
/// The least height of the wide arrangement: below it there is no room for names under the pictures.
const LOWEST: i32 = 316;
/// The height that the tall arrangement keeps free for the card of the message.
const DOCK: i32 = 49;

impl Size {
    /// The picture for a column of that width. The two arrangements each keep their proportions, so
    /// that a still drawn for another width can stand in until the right one is drawn.
    pub fn of_width(width: i32) -> Size {
        let w = width.clamp(300, 1100);
        match Size::shape(w) {
            Shape::Wide => Size { w, h: (w * 12 / 25).max(LOWEST) },
            Shape::Tall => Size { w, h: w * 27 / 20 },
        }
    }

    /// One of two pictures that stand one above the other, for a column of that width: only as high as it
    /// must be. A column that is too narrow for the wide arrangement has no lanes.
    pub fn lane(width: i32) -> Size {
        Size { w: width.clamp(600, 1100), h: LOWEST }
    }

    fn shape(w: i32) -> Shape {
        if w >= 600 { Shape::Wide } else { Shape::Tall }
    }

    /// Whether there is little room: then words are few and pictures small.
    pub fn is_narrow(self) -> bool {
        self.w < 860 || self.h < 400
    }
}

/// Lays a lesson out.
pub fn layout(speaker: &Speaker, size: Size) -> Layout {
    let lesson = speaker.lesson;
    let scale = if size.is_narrow() { 80 } else { 100 };
    let grid = Grid { size, shape: Size::shape(size.w), scale };
    let lands = grid.lands(lesson);
    let mut made = Layout {
        size,
        shape: grid.shape,
        scale,
        nodes: grid.nodes(lesson),
        carriers: grid.carriers(lesson),
        gates: Vec::new(),
        third_party: lesson.third_party.map(|_| grid.third_party(lesson)),
        traveller: grid.traveller(lesson),
        roads: Vec::new(),
        labels: Vec::new(),
        lands,
    };
    made.gates = gates(lesson, &made);
    made.roads = roads(lesson, &made);
    made.labels = naming::labels(speaker, &made, &grid);
    made
}

impl Layout {
    pub fn land(&self, network: NetworkId) -> Option<&Land> {
        self.lands.iter().find(|land| land.network == network)
    }

    /// Where a message rests that is with a network: at that node, or at the first.
    pub fn node(&self, network: NetworkId, role: Role) -> Point {
        let mut here = self.nodes.iter().filter(|node| node.network == network);
        let node = here.clone().find(|node| node.role == role).or_else(|| here.next());
        node.map_or_else(Point::default, |node| node.at)
    }

    /// Where a message comes to the border of a place on its way from another.
    pub fn border(&self, from: Place, to: Place) -> Point {
        match to {
            Place::Party(Party::Network(network)) => {
                let land = self.land(network);
                let customer = matches!(from, Place::Party(_));
                land.map_or_else(
                    Point::default,
                    |land| if customer { land.exit } else { land.port },
                )
            }
            Place::Party(Party::ThirdParty) => self.third_party.unwrap_or_default(),
            Place::Carrier(carrier) => self.carrier(carrier),
        }
    }

    /// The road over the sea between two places, from border to border: there and back the same.
    pub fn sea(&self, from: Place, to: Place) -> Path {
        if to < from {
            return self.sea(to, from).reversed();
        }
        let (start, end) = (self.border(to, from), self.border(from, to));
        let middle = start.towards(end, 500);
        // A little to one side: roads over the sea are not ruled with a ruler.
        let bend = middle.by((start.y - end.y) / 14, (end.x - start.x).abs() / 14);
        Path::curve(start, bend, end)
    }

    /// How far before a gate a message waits.
    pub fn before(&self) -> i32 {
        BEFORE * self.scale / 100
    }

    /// Half the width of a node's picture.
    pub fn node_size(&self) -> i32 {
        NODE * self.scale / 100
    }

    /// Where the card of the message stands: in the corner that the wide arrangement leaves free, and
    /// in a strip below the tall one.
    pub fn dock(&self) -> Rect {
        let Size { w, h } = self.size;
        match self.shape {
            Shape::Tall => Rect { x: 6, y: h - DOCK, w: w - 12, h: DOCK - 4 },
            Shape::Wide => {
                let x = w * 648 / 1000;
                Rect { x, y: h * 835 / 1000 - DOCK / 2, w: w - x - 6, h: DOCK }
            }
        }
    }

    fn carrier(&self, id: CarrierId) -> Point {
        self.carriers.get(id.index()).copied().unwrap_or_default()
    }

    /// The whole picture as a box, a little in from its edges.
    pub fn area(&self) -> Rect {
        Rect { x: 6, y: 6, w: self.size.w - 12, h: self.size.h - 12 }
    }
}

/// Thousandths of the size, for each of the two arrangements.
pub(super) struct Grid {
    pub size: Size,
    shape: Shape,
    scale: i32,
}

impl Grid {
    /// A point in thousandths of the size, for each arrangement.
    pub fn at(&self, wide: (i32, i32), tall: (i32, i32)) -> Point {
        let (x, y) = if self.shape == Shape::Wide { wide } else { tall };
        Point { x: self.size.w * x / 1000, y: self.size.h * y / 1000 }
    }

    fn span(&self, wide: (i32, i32), tall: (i32, i32)) -> (i32, i32) {
        let span = self.at(wide, tall);
        (span.x, span.y)
    }

    /// A share of the width.
    pub fn wide(&self, wide: i32, tall: i32) -> i32 {
        self.at((wide, 0), (tall, 0)).x
    }

    fn lands(&self, lesson: &Lesson) -> Vec<Land> {
        let mut partner = 0;
        let networks = (0..).map(NetworkId).zip(&lesson.networks);
        networks
            .map(|(network, data)| match data.standing {
                Standing::Home => self.land(
                    network,
                    data.standing,
                    self.at((105, 360), (200, 195)),
                    self.span((178, 325), (262, 202)),
                    &COASTS[0],
                ),
                Standing::Visited => {
                    // In a tall picture it reaches farther down where more stands in it.
                    let (y, ry) = match data.nodes.len() {
                        0 | 1 => (195, 202),
                        2 => (232, 240),
                        _ => (240, 268),
                    };
                    let center = self.at((895, 360), (800, y));
                    self.land(
                        network,
                        data.standing,
                        center,
                        self.span((178, 325), (262, ry)),
                        &COASTS[1],
                    )
                }
                Standing::Partner => {
                    let center = self.partner(partner, partners(lesson));
                    partner += 1;
                    let (rx, ry) = self.span((128, 152), (240, 112));
                    self.land(network, data.standing, center, (rx, ry), &COASTS[2])
                }
            })
            .collect()
    }

    fn land(
        &self,
        network: NetworkId,
        standing: Standing,
        center: Point,
        (rx, ry): (i32, i32),
        coast: &[i32; 12],
    ) -> Land {
        let (port, exit) = match (standing, self.shape) {
            (Standing::Home, Shape::Wide) => (center.by(rx, 0), center.by(0, ry * 94 / 100)),
            (Standing::Visited, Shape::Wide) => (center.by(-rx, 0), center.by(0, ry * 94 / 100)),
            (Standing::Home, Shape::Tall) => {
                (center.by(rx * 45 / 100, ry), center.by(-rx * 45 / 100, ry))
            }
            (Standing::Visited, Shape::Tall) => (center.by(-rx * 45 / 100, ry), center.by(0, ry)),
            (Standing::Partner, _) => (center.by(0, -ry), center.by(-rx, 0)),
        };
        Land { network, standing, outline: outline(center, rx, ry, coast), port, exit }
    }

    /// The partners share the lower edge with the third party.
    fn partner(&self, index: i32, count: i32) -> Point {
        let (from, to) = if self.shape == Shape::Wide { (400, 1000) } else { (530, 1000) };
        let x = from + (to - from) * (2 * index + 1) / (2 * count.max(1));
        // A single one stands under the carrier rather than in the middle of what is left.
        let x = if count == 1 && self.shape == Shape::Wide { 500 } else { x };
        self.at((x, 830), (x, 738))
    }

    fn nodes(&self, lesson: &Lesson) -> Vec<NodeSpot> {
        let mut spots = Vec::new();
        let mut partner = 0;
        for (network, data) in (0..).map(NetworkId).zip(&lesson.networks) {
            let main = match data.standing {
                Standing::Home => self.at((95, 445), (105, 205)),
                Standing::Visited => self.at((828, 350), (660, 205)),
                Standing::Partner => {
                    let center = self.partner(partner, partners(lesson));
                    partner += 1;
                    center.by(0, -24 * self.scale / 100)
                }
            };
            for (i, node) in (0..).zip(&data.nodes) {
                let aside = self.aside(i, data.nodes.len(), data.standing);
                spots.push(NodeSpot { network, role: node.role, at: main.by(aside.x, aside.y) });
            }
        }
        spots
    }

    /// How far from a network's first node another one stands. A router stands in front of the register,
    /// between it and the gate, and the later generation's switch beside the earlier one's. Of three the
    /// third stands below, and the first makes room for it.
    fn aside(&self, index: usize, of: usize, standing: Standing) -> Point {
        let (wide, tall) = match (index, standing, of > 2) {
            (0, Standing::Visited, true) => ((0, -40), (-27, -12)),
            (0, Standing::Home, true) => ((-30, -150), (12, -12)),
            (0, ..) => ((0, 0), (0, 0)),
            (1, Standing::Visited, true) => ((110, -70), (223, -12)),
            (1, Standing::Home, true) => ((100, -155), (262, -12)),
            (1, Standing::Visited, false) => ((110, -50), (212, -15)),
            (1, ..) => ((100, -155), (212, -15)),
            (_, Standing::Visited, _) => ((-45, 190), (8, 150)),
            (..) => ((0, 65), (102, 136)),
        };
        self.at(wide, tall)
    }

    /// In the lower corner, and a little farther in where it goes in and out at the home network's exit.
    fn third_party(&self, lesson: &Lesson) -> Point {
        let near = lesson.leases.iter().any(|lease| lease.from == lesson.traveller.home);
        self.at((if near { 208 } else { 170 }, 800), (165, 696))
    }

    /// Beside the switch, and below where there is a second one.
    fn traveller(&self, lesson: &Lesson) -> Point {
        let visited = lesson.networks.iter().find(|n| n.standing == Standing::Visited);
        match visited.map_or(0, |network| network.nodes.len()) {
            0 | 1 => self.at((935, 500), (885, 205)),
            _ => self.at((935, 545), (890, 386)),
        }
    }

    fn carriers(&self, lesson: &Lesson) -> Vec<Point> {
        let count = lesson.carriers.len() as i32;
        if count == 2 && partners(lesson) > 0 && self.shape == Shape::Tall {
            return vec![self.at((0, 0), (370, 610)), self.at((0, 0), (670, 530))];
        }
        if count == 2 {
            // The second a little below the first, so that no road of the one leads through the other.
            return vec![self.at((420, 300), (370, 590)), self.at((580, 480), (640, 650))];
        }
        if count == 3 {
            // The first, which serves most, in the middle, and the others beside those whom they serve.
            return vec![
                self.at((500, 240), (370, 610)),
                self.at((390, 500), (220, 475)),
                self.at((610, 500), (670, 530)),
            ];
        }
        let spread = if self.shape == Shape::Wide { 260 } else { 420 };
        let at =
            |i: i32| 500 + spread * (2 * i + 1 - count) / (2 * count.max(1)) * (count - 1).min(1);
        (0..count).map(|i| self.at((at(i), 360), (at(i), 600))).collect()
    }
}

/// Coasts, as thousandths of the radii. At the directions where gates stand they are whole.
const COASTS: [[i32; 12]; 3] = [
    [1000, 1080, 1050, 960, 1060, 1110, 1000, 1080, 1130, 1000, 1060, 1120],
    [1060, 1110, 1060, 970, 1040, 1070, 1000, 1130, 1080, 990, 1120, 1090],
    [1000, 1010, 1090, 970, 1100, 1000, 1000, 1060, 1030, 1000, 1010, 1080],
];

fn partners(lesson: &Lesson) -> i32 {
    lesson.networks.iter().filter(|network| network.standing == Standing::Partner).count() as i32
}

fn gates(lesson: &Lesson, made: &Layout) -> Vec<GateSpot> {
    let spot = |(gate, data): (GateId, &crate::lesson::Gate)| {
        let at = match (data.place, data.side) {
            (Place::Party(Party::Network(network)), Side::Exit) => made.land(network)?.exit,
            (Place::Party(Party::Network(network)), _) => made.land(network)?.port,
            (Place::Carrier(carrier), _) => made.carrier(carrier),
            (Place::Party(Party::ThirdParty), _) => return None,
        };
        Some(GateSpot { gate, at })
    };
    (0..).map(GateId).zip(&lesson.gates).filter_map(spot).collect()
}

/// Every road that some message of this lesson could take.
fn roads(lesson: &Lesson, made: &Layout) -> Vec<Path> {
    let mut roads = Vec::new();
    for (network, data) in (0..).map(NetworkId).zip(&lesson.networks) {
        for &carrier in &data.carriers {
            roads.push(made.sea(carrier.into(), network.into()));
        }
    }
    for lease in &lesson.leases {
        roads.push(made.sea(lease.to.into(), lease.from.into()));
    }
    // Whoever forges an address hands the message to a carrier itself.
    let forged = lesson.acts.iter().filter(|act| {
        let rented = |lease: &Lease| act.manner.claims == Some(Claims::Title(lease.title));
        act.from == Party::ThirdParty
            && act.manner.claims.is_some()
            && !lesson.leases.iter().any(rented)
    });
    for carrier in forged.filter_map(|act| act.manner.by.or(lesson.third_party)) {
        roads.push(made.sea(Party::ThirdParty.into(), carrier.into()));
    }
    roads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::{FILES, parse};
    use crate::run::{Choices, Run, run};
    use crate::signalling::Node;
    use crate::stage::card::card;
    use crate::stage::place::place;
    use crate::text::{Depth, Words, english, pseudo};

    /// The widths of the column in the windows that are looked at most, and the smallest and largest.
    const WIDTHS: [i32; 7] = [300, 320, 340, 600, 690, 980, 1100];
    /// The widths of two lanes.
    const LANES: [i32; 4] = [600, 720, 980, 1100];

    /// Networks with three nodes, as a lesson about all generations has them.
    fn with_three_nodes() -> Lesson {
        let mut lesson = parse(FILES[3]).unwrap();
        let roles = [[Role::Hlr, Role::Hss, Role::Udm], [Role::MscVlr, Role::Mme, Role::Amf]];
        for (network, roles) in lesson.networks.iter_mut().zip(roles) {
            let title = network.nodes[0].title;
            network.nodes = roles.map(|role| Node { role, title }).to_vec();
        }
        lesson
    }

    fn check(words: &Words, test: impl Fn(&Layout, &Speaker, &Run)) {
        let mut scene = crate::judge::Scene::new().unwrap();
        let matrix = crate::judge::show::questions().into_iter();
        let matrix = matrix
            .map(|(operation, about)| crate::judge::show::lesson_of(&mut scene, operation, about));
        let lessons = FILES.iter().map(|json| parse(json).unwrap()).chain([with_three_nodes()]);
        for lesson in lessons.chain(matrix) {
            let run = run(&lesson, &Choices::of(&lesson));
            for depth in [Depth::Plain, Depth::Engineer] {
                let speaker = Speaker { lesson: &lesson, run: &run, words, depth };
                let sizes = WIDTHS.map(Size::of_width).into_iter();
                for size in sizes.chain(LANES.map(Size::lane)) {
                    test(&layout(&speaker, size), &speaker, &run);
                }
            }
        }
    }

    #[test]
    fn no_label_lies_on_another_or_on_a_picture() {
        let problems = std::cell::RefCell::new(Vec::new());
        check(&Words::native(english()), |made, speaker, _| {
            let half = made.node_size();
            let pictures = made.nodes.iter().map(|node| node.at).chain(made.third_party);
            let pictures = pictures.chain([made.traveller]).chain(made.carriers.iter().copied());
            let pictures: Vec<Rect> =
                pictures.map(|at| Rect::around(at, 2 * half, 2 * half)).collect();
            let whose = format!("{} at {:?}", speaker.lesson.id, made.size);
            for (i, label) in made.labels.iter().enumerate() {
                let area = label.area();
                let other = made.labels.iter().take(i).find(|other| other.area().shared(area) > 0);
                let picture = pictures.iter().find(|picture| picture.shared(area) > 0);
                let other = other.map(|other| format!("{} {:?}", other.text, other.area()));
                if let Some(other) = other.or(picture.map(|picture| format!("{picture:?}"))) {
                    let problem = format!("{whose}: {} {area:?} on {other}", label.text);
                    problems.borrow_mut().push(problem);
                }
            }
            for (i, picture) in pictures.iter().enumerate() {
                let other = pictures.iter().take(i).find(|other| other.shared(*picture) > 0);
                if let Some(other) = other {
                    problems.borrow_mut().push(format!("{whose}: {picture:?} on {other:?}"));
                }
            }
        });
        let problems = problems.into_inner();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn every_label_lies_inside_the_picture_in_any_language() {
        for words in [Words::native(english()), Words::native(pseudo(&english()))] {
            check(&words, |made, _, _| {
                let picture = Rect { x: 0, y: 0, w: made.size.w, h: made.size.h };
                for label in &made.labels {
                    assert!(picture.holds(label.area()), "{:?}: {label:?}", made.size);
                }
            });
        }
    }

    #[test]
    fn the_card_of_a_message_covers_nothing() {
        check(&Words::native(english()), |made, speaker, run| {
            for message in &run.messages {
                let card = card(speaker, made, message);
                let area = Rect::around(made.dock().center(), card.w, card.h);
                let picture = Rect { x: 0, y: 0, w: made.size.w, h: made.size.h };
                assert!(picture.holds(area), "{:?}: {area:?}", made.size);
                let covered = made.labels.iter().find(|label| label.area().shared(area) > 0);
                assert_eq!(covered.map(|label| &label.text), None, "{:?}", made.size);
            }
        });
    }

    #[test]
    fn a_hop_begins_where_the_one_before_it_ended() {
        check(&Words::native(english()), |made, _, run| {
            for (before, after) in run.hops.iter().zip(run.hops.iter().skip(1)) {
                if before.message == after.message && !before.stopped {
                    let end = place(made, run, before).at(crate::playback::Phase::There);
                    let start = place(made, run, after).at(crate::playback::Phase::Waiting);
                    assert_eq!(end, start, "{:?}", made.size);
                }
            }
        });
    }

    #[test]
    fn the_same_lesson_and_size_give_the_same_picture() {
        let words = Words::native(english());
        check(&words, |made, speaker, _| assert_eq!(*made, layout(speaker, made.size)));
    }
}
