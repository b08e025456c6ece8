//! Where everything stands: a pure function of the lesson, its words and the size. Two arrangements,
//! wide and tall, of the same world: home and visited networks across the sea from each other, the
//! carriers between them, and below them whoever else takes part. `grid` has the numbers.

use super::geometry::{Path, Point, Rect};
use super::grid::Grid;
use super::labels::{Label, LabelKind};
use super::naming;
use super::several;
use crate::filter::Side;
use crate::lesson::{Claims, Gate, GateId, Lesson};
use crate::narration::Speaker;
use crate::signalling::{CarrierId, Lease, NetworkId, Party, Place, Role, Standing};
use crate::text::widths::{FONT_NAME, width};
use crate::text::{Value, id};

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
    /// What is kept free for the card of the message and for what a rule says of it.
    pub dock: Rect,
}

/// A network's land.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Land {
    pub network: NetworkId,
    pub standing: Standing,
    pub center: Point,
    /// Half its width and height.
    pub reach: Point,
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
    /// Where a message rests with it: beside it, so that both can be seen.
    pub rest: Point,
    /// Whether its name stands over it.
    pub named_above: bool,
}

/// A gate that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateSpot {
    pub gate: GateId,
    pub at: Point,
    /// Where its sign stands, which says how many filters are on: wide enough for any number. Empty
    /// where there is no place for one.
    pub sign: Rect,
}

/// Half the width of a node's picture at full scale; it is as high as it is wide.
pub const NODE: i32 = 27;
/// Half the width and height of a gate's picture at full scale.
pub const GATE: Point = Point::new(16, 24);
/// Half the width and height of a message's picture at full scale.
pub const ENVELOPE: Point = Point::new(23, 15);
/// Half the width of a carrier's picture at full scale.
pub const CARRIER: i32 = 36;
/// Half the height of the traveller's cell at full scale.
pub const CELL: i32 = 30;
/// The least height of the wide arrangement: below it there is no room for names under the pictures.
const LOWEST: i32 = 316;

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

    pub(super) fn shape(w: i32) -> Shape {
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
    let grid = Grid::new(lesson, size);
    let lands = grid.lands();
    let mut made = Layout {
        size,
        shape: grid.shape,
        scale: grid.scale,
        nodes: grid.nodes(&lands),
        carriers: grid.carriers(),
        gates: Vec::new(),
        third_party: lesson.third_party.map(|_| grid.third_party()),
        traveller: grid.traveller(),
        roads: Vec::new(),
        labels: Vec::new(),
        dock: grid.dock(),
        lands,
    };
    if lesson.is_crowded() {
        several::rearrange(&grid, lesson, &mut made);
    }
    made.roads = roads(lesson, &made);
    made.gates = gates(lesson, &made);
    made.labels = naming::labels(speaker, &made, &grid);
    signs(speaker, &mut made);
    made
}

impl Layout {
    pub fn land(&self, network: NetworkId) -> Option<&Land> {
        self.lands.iter().find(|land| land.network == network)
    }

    /// The node of a network with that role, or its first.
    pub fn node(&self, network: NetworkId, role: Role) -> Option<&NodeSpot> {
        let mut here = self.nodes.iter().filter(|node| node.network == network);
        here.clone().find(|node| node.role == role).or_else(|| here.next())
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
            Place::Party(Party::ThirdParty) => self.desk(),
            Place::Carrier(carrier) => self.carrier(carrier),
        }
    }

    /// Where a message rests with the third party: beside its terminal.
    pub fn desk(&self) -> Point {
        let at = self.third_party.unwrap_or_default();
        at.by((28 + 14) * self.scale / 100, 0)
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

    /// The road inside a place, from its border to where a message rests: straight in through the gate,
    /// and then in a bend to the node, so that it crosses no name.
    pub fn inland(&self, place: Place, border: Point, rest: Point) -> Path {
        let land = match place {
            Place::Party(Party::Network(network)) => self.land(network),
            _ => None,
        };
        let bend = match land {
            Some(land) if land.center.y == border.y => Point { x: rest.x, y: border.y },
            Some(_) => Point { x: border.x, y: rest.y },
            None => border,
        };
        Path::curve(border, bend, rest)
    }

    /// How far before a gate a message waits: so far that both can be seen.
    pub fn before(&self, to: Place) -> i32 {
        let far = match to {
            Place::Carrier(_) => CARRIER + ENVELOPE.x + 3,
            Place::Party(_) => GATE.x + ENVELOPE.x + 3,
        };
        far * self.scale / 100
    }

    /// Half the width of a node's picture.
    pub fn node_size(&self) -> i32 {
        NODE * self.scale / 100
    }

    fn carrier(&self, id: CarrierId) -> Point {
        self.carriers.get(id.index()).copied().unwrap_or_default()
    }

    /// The whole picture as a box, a little in from its edges.
    pub fn area(&self) -> Rect {
        Rect { x: 6, y: 6, w: self.size.w - 12, h: self.size.h - 12 }
    }

    /// The box of a gate's picture.
    pub fn gate_area(&self, spot: &GateSpot) -> Rect {
        Rect::around(spot.at, 2 * GATE.x * self.scale / 100, 2 * GATE.y * self.scale / 100)
    }

    /// The boxes of nodes, carriers and people.
    pub fn pictures(&self) -> Vec<Rect> {
        let boxed = |at: Point, half_w: i32, half_h: i32| {
            Rect::around(at, 2 * half_w * self.scale / 100, 2 * half_h * self.scale / 100)
        };
        let nodes = self.nodes.iter().map(|node| boxed(node.at, NODE, NODE));
        let carriers = self.carriers.iter().map(|&at| boxed(at, CARRIER, CARRIER));
        let third_party = self.third_party.iter().map(|&at| boxed(at, 28, 22));
        let traveller = boxed(self.traveller, CELL * 13 / 15, CELL);
        nodes.chain(carriers).chain(third_party).chain([traveller]).collect()
    }

    /// The boxes of all that must stay visible whatever is drawn over the picture.
    pub fn taken(&self) -> Vec<Rect> {
        let mut taken = self.pictures();
        taken.extend(self.labels.iter().map(Label::area));
        taken.extend(self.gates.iter().flat_map(|spot| [self.gate_area(spot), spot.sign]));
        taken
    }
}

fn gates(lesson: &Lesson, made: &Layout) -> Vec<GateSpot> {
    let spot = |(gate, data): (GateId, &Gate)| {
        let at = match (data.place, data.side) {
            (Place::Party(Party::Network(network)), Side::Exit) => made.land(network)?.exit,
            (Place::Party(Party::Network(network)), _) => made.land(network)?.port,
            (Place::Carrier(carrier), _) => made.carrier(carrier),
            (Place::Party(Party::ThirdParty), _) => return None,
        };
        Some(GateSpot { gate, at, sign: Rect::default() })
    };
    (0..).map(GateId).zip(&lesson.gates).filter_map(spot).collect()
}

/// What the sign of a gate says when that many filters are on.
pub fn sign_says(speaker: &Speaker, size: Size, on: usize) -> String {
    let (open, filters) = match size.is_narrow() {
        true => (id::GATE_LABEL_OPEN_SHORT, id::GATE_LABEL_SHORT),
        false => (id::GATE_LABEL_OPEN, id::GATE_LABEL),
    };
    match on {
        0 => speaker.words.line(open),
        _ => speaker.words.say(filters, &[("count", Value::Number(on as i64))]),
    }
}

/// Gives every gate its sign, where it covers nothing: over it if that can be, else around it.
fn signs(speaker: &Speaker, made: &mut Layout) {
    let lesson = speaker.lesson;
    for index in 0..made.gates.len() {
        let Some(spot) = made.gates.get(index).copied() else { continue };
        let rules = lesson.gate(spot.gate).map_or(0, |gate| gate.rules.len());
        let says = [0, 1, rules].map(|on| width(&sign_says(speaker, made.size, on), FONT_NAME));
        let w = says.into_iter().max().unwrap_or_default() + 12;
        let h = LabelKind::Sign.leading() - 2;
        // A gate in a carrier stands in its ring.
        let in_ring = made.carriers.contains(&spot.at);
        let half = if in_ring { Point::new(CARRIER, CARRIER) } else { GATE };
        let (x, y) = (half.x * made.scale / 100 + 3, half.y * made.scale / 100 + 3);
        let (aside, over) = (x + w / 2, y + h / 2);
        let corner = (w / 2 - x + 6).max(0);
        let ways = [
            (0, -over),
            (0, over),
            (corner, -over),
            (-corner, -over),
            (corner, over),
            (-corner, over),
            (aside, 0),
            (-aside, 0),
            (aside, -y),
            (-aside, -y),
            (aside, y),
            (-aside, y),
        ];
        let taken = made.taken();
        let ways = ways.map(|(x, y)| Rect::around(spot.at.by(x, y), w, h).inside(made.area()));
        let free =
            |sign: &Rect| !taken.iter().chain([&made.dock]).any(|other| other.shared(*sign) > 0);
        let roads = |sign: &Rect| made.roads.iter().map(|road| road.points_in(*sign)).sum::<i32>();
        let sign = ways.into_iter().filter(free).min_by_key(roads).unwrap_or_default();
        if let Some(spot) = made.gates.get_mut(index) {
            spot.sign = sign;
        }
    }
}

/// Every road that some message of this lesson could take.
fn roads(lesson: &Lesson, made: &Layout) -> Vec<Path> {
    let mut roads = Vec::new();
    for (network, data) in (0..).map(NetworkId).zip(&lesson.networks) {
        for &carrier in &data.carriers {
            roads.push(made.sea(carrier.into(), network.into()));
        }
        for spot in made.nodes.iter().filter(|spot| spot.network == network) {
            let port = made.land(network).map_or_else(Point::default, |land| land.port);
            roads.push(made.inland(network.into(), port, spot.rest));
        }
    }
    for lease in &lesson.leases {
        let road = made.sea(lease.to.into(), lease.from.into());
        if let (Party::ThirdParty, Some(node)) =
            (lease.to, made.nodes.iter().find(|node| node.network == lease.from))
        {
            let exit = made.border(lease.to.into(), lease.from.into());
            roads.push(made.inland(lease.from.into(), exit, node.rest));
        }
        roads.push(road);
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
