//! Where everything stands: a pure function of the lesson, its words and the size. Two arrangements,
//! wide and tall, of the same world: home and visited networks across the sea from each other, the
//! carriers between them, and below them whoever else takes part.

use super::geometry::{Path, Point, Rect, outline};
use super::labels::{Label, LabelKind, stack};
use crate::filter::Side;
use crate::lesson::{GateId, Lesson};
use crate::narration::Speaker;
use crate::signalling::{CarrierId, NetworkId, Party, Place, Role, Standing};

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

/// Half the width of a node's picture; it is as high as it is wide.
pub const NODE: i32 = 27;
/// Half the width and height of a gate's picture.
pub const GATE: Point = Point::new(15, 22);
/// How far before a gate a message waits.
pub const BEFORE: i32 = 38;
/// Half the width of a carrier's picture.
pub const CARRIER: i32 = 36;

impl Size {
    /// The picture for a column of that width. The two arrangements each keep their proportions, so
    /// that a still drawn for another width can stand in until the right one is drawn.
    pub fn of_width(width: i32) -> Size {
        let w = width.clamp(280, 1100);
        match Size::shape(w) {
            Shape::Wide => Size { w, h: w * 12 / 25 },
            Shape::Tall => Size { w, h: w * 6 / 5 },
        }
    }

    fn shape(w: i32) -> Shape {
        if w >= 600 { Shape::Wide } else { Shape::Tall }
    }
}

/// Lays a lesson out.
pub fn layout(speaker: &Speaker, size: Size) -> Layout {
    let lesson = speaker.lesson;
    let grid = Grid { size, shape: Size::shape(size.w) };
    let lands = grid.lands(lesson);
    let mut made = Layout {
        size,
        shape: grid.shape,
        nodes: grid.nodes(lesson),
        carriers: grid.carriers(lesson),
        gates: Vec::new(),
        third_party: lesson.third_party.map(|_| grid.at((170, 830), (235, 815))),
        traveller: grid.at((905, 620), (835, 395)),
        roads: Vec::new(),
        labels: Vec::new(),
        lands,
    };
    made.gates = gates(lesson, &made);
    made.roads = roads(lesson, &made);
    made.labels = grid.labels(speaker, &made);
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

    /// The road over the sea between two places, from border to border.
    pub fn sea(&self, from: Place, to: Place) -> Path {
        let (start, end) = (self.border(to, from), self.border(from, to));
        let middle = start.towards(end, 500);
        // A little to one side: roads over the sea are not ruled with a ruler.
        let bend = middle.by((start.y - end.y) / 14, (end.x - start.x).abs() / 14);
        Path::curve(start, bend, end)
    }

    fn carrier(&self, id: CarrierId) -> Point {
        self.carriers.get(id.index()).copied().unwrap_or_default()
    }

    /// The whole picture as a box, a little in from its edges.
    pub fn area(&self) -> Rect {
        Rect { x: 6, y: 6, w: self.size.w - 12, h: self.size.h - 12 }
    }
}

struct Grid {
    size: Size,
    shape: Shape,
}

impl Grid {
    /// A point in thousandths of the size, for each arrangement.
    fn at(&self, wide: (i32, i32), tall: (i32, i32)) -> Point {
        let (x, y) = if self.shape == Shape::Wide { wide } else { tall };
        Point { x: self.size.w * x / 1000, y: self.size.h * y / 1000 }
    }

    fn span(&self, wide: (i32, i32), tall: (i32, i32)) -> (i32, i32) {
        let span = self.at(wide, tall);
        (span.x, span.y)
    }

    fn lands(&self, lesson: &Lesson) -> Vec<Land> {
        let mut partner = 0;
        let networks = (0..).map(NetworkId).zip(&lesson.networks);
        networks
            .map(|(network, data)| match data.standing {
                Standing::Home => self.land(
                    network,
                    data.standing,
                    self.at((105, 370), (195, 190)),
                    self.span((170, 345), (270, 240)),
                    &COASTS[0],
                ),
                Standing::Visited => self.land(
                    network,
                    data.standing,
                    self.at((895, 370), (805, 190)),
                    self.span((170, 345), (270, 240)),
                    &COASTS[1],
                ),
                Standing::Partner => {
                    let center = self.partner(partner, partners(lesson));
                    partner += 1;
                    let (rx, ry) = self.span((115, 140), (180, 100));
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
            (Standing::Home, Shape::Tall) => (center.by(rx / 2, ry * 86 / 100), center.by(0, ry)),
            (Standing::Visited, Shape::Tall) => {
                (center.by(-rx / 2, ry * 86 / 100), center.by(0, ry))
            }
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
        self.at((x, 835), (x, 815))
    }

    fn nodes(&self, lesson: &Lesson) -> Vec<NodeSpot> {
        let mut spots = Vec::new();
        let mut partner = 0;
        for (network, data) in (0..).map(NetworkId).zip(&lesson.networks) {
            let main = match data.standing {
                Standing::Home => self.at((105, 375), (175, 215)),
                Standing::Visited => self.at((885, 330), (825, 205)),
                Standing::Partner => {
                    let center = self.partner(partner, partners(lesson));
                    partner += 1;
                    center.by(0, self.size.h * -22 / 1000)
                }
            };
            // A router stands in front of the register, between it and the gate.
            for (i, node) in (0..).zip(&data.nodes) {
                let aside = match (i, self.shape) {
                    (0, _) => Point::default(),
                    (_, Shape::Wide) => {
                        Point::new(self.size.w * 82 / 1000, self.size.h * -190 / 1000)
                    }
                    (_, Shape::Tall) => {
                        Point::new(self.size.w * 130 / 1000, self.size.h * 60 / 1000)
                    }
                };
                spots.push(NodeSpot {
                    network,
                    role: node.role,
                    at: main.by(aside.x * i.min(1), aside.y * i.min(1)),
                });
            }
        }
        spots
    }

    fn carriers(&self, lesson: &Lesson) -> Vec<Point> {
        let count = lesson.carriers.len() as i32;
        let spread = if self.shape == Shape::Wide { 260 } else { 420 };
        let at =
            |i: i32| 500 + spread * (2 * i + 1 - count) / (2 * count.max(1)) * (count - 1).min(1);
        (0..count).map(|i| self.at((at(i), 375), (at(i), 560))).collect()
    }

    fn labels(&self, speaker: &Speaker, made: &Layout) -> Vec<Label> {
        use LabelKind::{Name, What};
        let (lesson, words) = (speaker.lesson, speaker.words);
        let outer = made.area();
        let wide = self.shape == Shape::Wide;
        let mut labels = Vec::new();
        for land in &made.lands {
            let party = Party::Network(land.network);
            let (id, name) = (lesson.party_id(party), speaker.own_name(party));
            let (key, top, most) = match land.standing {
                Standing::Home => {
                    ("label-home", self.at((110, 62), (215, 12)), self.span((250, 0), (400, 0)).0)
                }
                Standing::Visited => (
                    "label-visited",
                    self.at((885, 62), (785, 12)),
                    self.span((250, 0), (400, 0)).0,
                ),
                Standing::Partner => {
                    let node = made.node(land.network, Role::SmsGateway);
                    let lets = lesson.leases.iter().any(|lease| lease.from == land.network);
                    let note = if lets { "label-lessor" } else { "label-partner" };
                    let note = words.line(note);
                    let most = self.span((230, 0), (430, 0)).0;
                    labels.extend(stack(
                        id,
                        node.by(0, NODE - 4),
                        most,
                        outer,
                        &[(What, name), (Name, &note)],
                    ));
                    continue;
                }
            };
            labels.extend(stack(id, top, most, outer, &[(What, &words.line(key)), (Name, name)]));
        }
        for spot in &made.nodes {
            let id = lesson.party_id(Party::Network(spot.network));
            if made.land(spot.network).is_some_and(|land| land.standing == Standing::Partner) {
                continue;
            }
            let key = format!("role-{}", spot.role.id());
            let (plain, field) = (words.line(&key), words.line(&format!("{key}.engineer")));
            let field = if field == plain { String::new() } else { field };
            let texts = [(Name, plain.as_str()), (Name, field.as_str())];
            labels.extend(stack(
                id,
                spot.at.by(0, NODE + 1),
                self.span((130, 0), (250, 0)).0,
                outer,
                &texts,
            ));
        }
        for (carrier, &at) in lesson.carriers.iter().zip(&made.carriers) {
            let texts = [(What, words.line("label-carrier")), (Name, carrier.name.clone())];
            let texts = texts.each_ref().map(|(kind, text)| (*kind, text.as_str()));
            let top = if wide { at.by(0, -CARRIER - 42) } else { at.by(0, CARRIER + 1) };
            labels.extend(stack("carrier", top, self.span((200, 0), (300, 0)).0, outer, &texts));
        }
        if let Some(at) = made.third_party {
            let rents = lesson.leases.iter().any(|lease| lease.to == Party::ThirdParty);
            let note = if rents { "label-third-party-rents" } else { "label-third-party-note" };
            let (what, note) = (words.line("label-third-party"), words.line(note));
            let texts = [(What, what.as_str()), (Name, note.as_str())];
            labels.extend(stack(
                "third-party",
                at.by(0, NODE + 2),
                self.span((260, 0), (430, 0)).0,
                outer,
                &texts,
            ));
        }
        let traveller = words.line("label-traveller");
        let most = self.span((150, 0), (330, 0)).0;
        labels.extend(stack(
            "traveller",
            made.traveller.by(0, 30),
            most,
            outer,
            &[(Name, &traveller)],
        ));
        labels
    }
}

/// Coasts, as thousandths of the radii. At the directions where gates stand they are whole.
const COASTS: [[i32; 12]; 3] = [
    [1000, 1010, 960, 930, 1010, 1080, 1000, 980, 1060, 1010, 900, 950],
    [1100, 1030, 940, 950, 1000, 1000, 1000, 960, 890, 1000, 1080, 1040],
    [1000, 940, 1030, 960, 1040, 950, 1000, 1050, 980, 1000, 960, 1040],
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
    roads
}
