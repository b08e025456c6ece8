//! The picture as SVG. It is drawn when a hop, a gate or the size changes, always at the hop's start;
//! `motion` moves the message from there.

use super::card::{Card, LEADING, card};
use super::element::{element, path, placed, rounded, text};
use super::geometry::{Point, Rect};
use super::glyphs;
use super::layout::{GATE, Layout, Shape};
use super::motion::Moving;
use super::place::place;
use super::widths::{FONT_MIXED, FONT_NAME, width};
use crate::filter::Side;
use crate::lesson::{GateId, Lesson};
use crate::narration::Speaker;
use crate::playback::{Phase, Scene};
use crate::run::{Choices, Fate, Hop, HopId, Message};
use crate::signalling::{Party, Place, Standing};
use crate::text::id;
use crate::text::{Piece, Value};
use yew::virtual_dom::VNode;

/// More gates than this cannot all be labelled.
const MANY_GATES: usize = 4;

/// All that the picture is drawn from.
pub struct Picture<'a> {
    pub speaker: Speaker<'a>,
    pub choices: &'a Choices,
    pub layout: &'a Layout,
    pub scene: Scene,
    /// What the picture shows now, in words.
    pub name: &'a str,
    /// Whether the third party knows the traveller's cell.
    pub found: bool,
    /// Where the handles of what moves are kept.
    pub moving: &'a Moving,
}

impl Picture<'_> {
    /// The picture.
    pub fn draw(&self) -> VNode {
        let size = self.layout.size;
        element("svg", "stage")
            .with("viewBox", &format!("0 0 {} {}", size.w, size.h))
            .number("width", size.w)
            .number("height", size.h)
            .with("role", "img")
            .with("aria-label", self.name)
            .holds(self.ground())
            .holds(self.trail())
            .holds(self.landmarks())
            .holds(self.gates())
            .holds(self.flight())
            .end()
    }

    /// Sea, lands and roads.
    fn ground(&self) -> VNode {
        let layout = self.layout;
        // Two pictures can stand on one page, and the one may be hidden: each has a pattern of its own.
        let cells = format!("cells-{}", layout.size.w);
        let honeycomb = path("honeycomb", "M18 0 36 10.3V31L18 41.3 0 31V10.3zM18 41.3V62");
        let pattern = element("pattern", "").with("id", &cells).number("width", 36);
        let pattern = pattern.number("height", 62).with("patternUnits", "userSpaceOnUse");
        let lands = layout.lands.iter().map(|land| {
            let drawn = element("g", &format!("land {}", standing(land.standing)));
            let drawn = ["shallows far", "shallows near", "ground"]
                .into_iter()
                .fold(drawn, |drawn, class| drawn.holds(path(class, &land.outline)));
            if land.standing != Standing::Visited {
                return drawn.end();
            }
            let honeycomb = element("path", "").with("d", &land.outline);
            drawn.holds(honeycomb.with("fill", &format!("url(#{cells})")).end()).end()
        });
        let roads = layout.roads.iter().map(|road| path("", &road.d()));
        element("g", "")
            .holds(element("defs", "").holds(pattern.holds(honeycomb).end()).end())
            .holds(rounded("sea", 0, 0, layout.size.w, layout.size.h, 0))
            .holds(element("g", "").holds_all(lands).end())
            .holds(element("g", "roads").holds_all(roads).end())
            .end()
    }

    /// Nodes, people and their names.
    fn landmarks(&self) -> VNode {
        let (lesson, layout) = (self.speaker.lesson, self.layout);
        let scale = layout.scale;
        let nodes = layout.nodes.iter().map(|spot| {
            let class = class_of(lesson, Party::Network(spot.network));
            let node = placed(&format!("node {class}"), spot.at.x, spot.at.y, scale);
            let partner = class == standing(Standing::Partner);
            if partner { glyphs::lessor(node).end() } else { glyphs::node(node, spot.role).end() }
        });
        let carriers = layout.carriers.iter();
        let carriers =
            carriers.map(|at| glyphs::carrier(placed("node carrier", at.x, at.y, scale)).end());
        let third_party = layout.third_party.iter();
        let third_party = third_party
            .map(|at| glyphs::third_party(placed("node third-party", at.x, at.y, scale)).end());
        // What is found is a cell, and not a point in it.
        let class = if self.found { "traveller found" } else { "traveller" };
        let traveller = placed(class, layout.traveller.x, layout.traveller.y, scale);
        let labels = layout.labels.iter().map(|label| {
            let class = format!("label {} {}", label.kind.class(), party_class(lesson, &label.of));
            text(&class, label.at.x, label.at.y).says(&label.text).end()
        });
        element("g", "")
            .holds_all(nodes)
            .holds_all(carriers)
            .holds_all(third_party)
            .holds(glyphs::traveller(traveller).end())
            .holds(element("g", "").holds_all(labels).end())
            .end()
    }

    /// The gates, each with a bar for every rule that is on.
    fn gates(&self) -> VNode {
        let scale = self.layout.scale;
        let gates = self.layout.gates.iter().map(|spot| {
            let on = self.rules_on(spot.gate);
            let words = self.speaker.words;
            let label = match on {
                // Of very many gates only those with a filter say so.
                0 if self.layout.gates.len() > MANY_GATES => String::new(),
                0 => words.line(id::GATE_LABEL_OPEN),
                _ => words.say(id::GATE_LABEL, &[("count", Value::Number(on as i64))]),
            };
            let class = if on > 0 { "gate on" } else { "gate" };
            // Over it; at the home network's exit, over which stands the register's name, beside it.
            let (x, y) = match self.is_home_exit(spot.gate) {
                true => (GATE.x * scale / 100 + 6 + width(&label, FONT_NAME) / 2, 5),
                false => (0, -GATE.y * scale / 100 - 5),
            };
            placed(class, spot.at.x, spot.at.y, 100)
                .holds(glyphs::gate(placed("", 0, 0, scale), on).end())
                .holds(text("label name", x, y).says(&label).end())
                .end()
        });
        element("g", "").holds_all(gates).end()
    }

    fn is_home_exit(&self, gate: GateId) -> bool {
        let lesson = self.speaker.lesson;
        let home = Place::from(lesson.traveller.home);
        lesson.gate(gate).is_some_and(|gate| gate.side == Side::Exit && gate.place == home)
    }

    fn rules_on(&self, gate: GateId) -> usize {
        let rules = self.speaker.lesson.gate(gate).map_or(&[][..], |gate| &gate.rules);
        rules.iter().filter(|rule| self.choices.has(gate, rule.rule)).count()
    }

    /// The way that this beat's message has come, in the colour of who really sent it.
    fn trail(&self) -> VNode {
        let Some((message, id, _)) = self.moving() else { return element("g", "").end() };
        let actual = class_of(self.speaker.lesson, message.actual.party);
        let way = |hop: &Hop| {
            let spot = place(self.layout, self.speaker.run, hop);
            if hop.stopped { spot.road.d() } else { spot.road.then(&spot.inside).d() }
        };
        let hops = self.scene.flight.map(|flight| self.speaker.run.hops_of(flight.message));
        let mut ways = [String::new(), String::new()];
        for (hop, data) in hops.into_iter().flatten().filter(|(hop, _)| *hop <= id) {
            ways[usize::from(hop == id)].push_str(&way(data));
        }
        element("g", &format!("trail {actual}"))
            .holds(path("gone", &ways[0]))
            .holds(path("going", &ways[1]))
            .end()
    }

    /// The message itself, drawn at the start of its hop.
    fn flight(&self) -> VNode {
        let Some((message, id, hop)) = self.moving() else { return element("g", "").end() };
        let lesson = self.speaker.lesson;
        let spot = place(self.layout, self.speaker.run, hop);
        let card = card(&self.speaker, self.layout, message);
        let start = spot.at(Phase::Waiting);
        let owner = lesson.owner(message.claimed.address).map(Party::Network);
        let claimed = owner.map_or("", |owner| class_of(lesson, owner));
        let stand_in = if message.stand_in { "stand-in" } else { "" };
        let paper = element("g", &format!("envelope {claimed} {stand_in}"));
        let mut envelope = placed("", start.x, start.y, 100)
            .known_as(&self.moving.envelope)
            .holds(glyphs::envelope(paper, !message.is_request()).end());
        if let Some(fate) = self.scene.flight.and_then(|flight| flight.fate) {
            let end = if hop.stopped { spot.road.end() } else { spot.inside.end() };
            // Away from the gate where it was stopped.
            let back = (spot.road.start().x - end.x).signum();
            // The third party stands close to the home network's exit: there it is the other side.
            let close = hop.gate.is_some_and(|gate| self.is_home_exit(gate));
            let back = if close && self.layout.shape == Shape::Wide { -back } else { back };
            envelope =
                envelope.holds(self.verdict(fate, message, end, hop.stopped.then_some(back)));
        }
        let card = self.card(&card, self.layout.dock().center());
        self.moving.expects(spot);
        // A click looks into it, as its row in the list of messages does.
        let look = format!("inspect {}", hop.message.0);
        let envelope = element("g", "looks").with("data-do", &look).holds(envelope.end()).end();
        element("g", "flight").keyed(usize::from(id.0)).holds(card).holds(envelope).end()
    }

    /// What became of the message: a sign and a word. Over it where it ended, and where it was stopped
    /// under it and to the side that it came from.
    fn verdict(&self, fate: Fate, message: &Message, end: Point, back: Option<i32>) -> VNode {
        let answered = fate == Fate::Arrived && !message.is_request();
        let key = if answered { "answered" } else { fate.id() };
        let word = self.speaker.words.line(&format!("fate-{key}"));
        let w = width(&word, FONT_MIXED) + 40;
        let aside = end.by(back.unwrap_or(0) * (w / 2 - 19), if back.is_some() { 29 } else { -29 });
        let place = Rect::around(aside, w, 26).inside(self.layout.area()).center();
        let sign = placed("", 16 - w / 2, 0, 100).holds(glyphs::fate(fate.id()));
        placed(&format!("fate {}", fate.id()), place.x - end.x, place.y - end.y, 100)
            .holds(rounded("badge", -w / 2, -13, w, 26, 13))
            .holds(sign.end())
            .holds(text("label name", 11, 5).says(&word).end())
            .end()
    }

    fn card(&self, card: &Card, at: Point) -> VNode {
        let (left, top) = (-card.w / 2, -card.h / 2);
        let lines = card.lines.iter().enumerate().map(|(i, line)| {
            let base = top + 6 + LEADING * i as i32 + FONT_NAME.size;
            let spans = line.iter().map(|piece| {
                let class = match piece {
                    Piece::Party { id, .. } => {
                        format!("party {}", party_class(self.speaker.lesson, id))
                    }
                    _ => String::new(),
                };
                element("tspan", &class).says(piece.text()).end()
            });
            text("label name", 0, base).holds_all(spans).end()
        });
        placed("card", at.x, at.y, 100)
            .holds(rounded("", left, top, card.w, card.h, 9))
            .holds_all(lines)
            .end()
    }

    /// The message that this beat is about, and the hop that it is in.
    fn moving(&self) -> Option<(&Message, HopId, &Hop)> {
        let flight = self.scene.flight?;
        let run = self.speaker.run;
        Some((run.message(flight.message)?, flight.hop?, run.hop(flight.hop?)?))
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Home => "home",
        Standing::Visited => "visited",
        Standing::Partner => "partner",
    }
}

/// The class of a party: what it is to the traveller, which is what its colour says.
pub fn class_of(lesson: &Lesson, party: Party) -> &'static str {
    lesson.standing(party).map_or("third-party", standing)
}

/// The same, by the name that the lesson uses for it.
pub fn party_class(lesson: &Lesson, id: &str) -> &'static str {
    match id {
        "carrier" => "carrier",
        "traveller" => "traveller",
        _ => lesson
            .parties()
            .find(|&party| lesson.party_id(party) == id)
            .map_or("", |party| class_of(lesson, party)),
    }
}
