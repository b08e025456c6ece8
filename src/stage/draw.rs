//! The picture as SVG. It is drawn when a hop, a gate, a rule or the size changes, always at the hop's
//! start; `motion` moves the message from there.

use super::element::{element, path, placed, rounded, text};
use super::geometry::{Point, Rect};
use super::glyphs;
use super::labels::{Label, LabelKind};
use super::layout::{CELL, GateSpot, Layout, sign_says};
use super::motion::Moving;
use super::over::{Callout, Card, LEADING, Over, Pill, SIGN, Seen, over, seen};
use super::place::place;
use crate::filter::{Consulted, Verdict};
use crate::lesson::{GateId, Lesson};
use crate::narration::{Sentence, Speaker};
use crate::playback::{Phase, Scene};
use crate::run::{Choices, Hop};
use crate::signalling::{Party, Standing};
use crate::text::Piece;
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
    /// Whether nothing is to move: then all that the rules say stands there at once.
    pub still: bool,
    /// Where the handles of what moves are kept.
    pub moving: &'a Moving,
}

impl Picture<'_> {
    /// The picture.
    pub fn draw(&self) -> VNode {
        let size = self.layout.size;
        let over = over(&self.speaker, self.layout, self.scene, self.still);
        let seen = seen(&self.speaker, self.scene);
        element("svg", "stage")
            .with("viewBox", &format!("0 0 {} {}", size.w, size.h))
            .number("width", size.w)
            .number("height", size.h)
            .with("role", "img")
            .with("aria-label", self.name)
            .holds(self.ground())
            .holds(self.trail(seen.as_ref()))
            .holds(self.landmarks())
            .holds(self.gates(seen.as_ref()))
            .holds(self.flight(seen.as_ref(), over))
            .end()
    }

    /// Sea, lands and roads.
    fn ground(&self) -> VNode {
        let layout = self.layout;
        let lands = layout.lands.iter().map(|land| {
            let drawn = element("g", &format!("land {}", standing(land.standing)));
            let drawn = ["shallows far", "shallows near", "ground", "shore"]
                .into_iter()
                .fold(drawn, |drawn, class| drawn.holds(path(class, &land.outline)));
            if land.network != self.speaker.lesson.traveller.serving {
                return drawn.end();
            }
            drawn.holds(path("cells", &self.cells(land.center, land.reach))).end()
        });
        let roads = layout.roads.iter().map(|road| path("", &road.d()));
        element("g", "")
            .holds(rounded("sea", 0, 0, layout.size.w, layout.size.h, 0))
            .holds(path("waves", &self.waves()))
            .holds(element("g", "").holds_all(lands).end())
            .holds(element("g", "roads").holds_all(roads).end())
            .end()
    }

    /// The cells of the land that the phone is in, one of which is the traveller's.
    fn cells(&self, center: Point, reach: Point) -> String {
        let Layout { traveller, scale, .. } = *self.layout;
        let (w, h) = (CELL * 13 / 15 * scale / 100, CELL * scale / 200);
        let mut cells = String::new();
        for j in -12..12i32 {
            for i in -12..12 {
                let at = traveller.by(w * (2 * i + j.rem_euclid(2)), 3 * h * j);
                let (x, y) = (at.x - center.x, at.y - center.y);
                let far = x * x * 100 / (reach.x * reach.x) + y * y * 100 / (reach.y * reach.y);
                if far < 68 {
                    let Point { x, y } = at.by(0, -2 * h);
                    let n = -w;
                    let up = -2 * h;
                    let d = format!("M{x} {y}l{w} {h}v{}l{n} {h} {n}-{h}v{up}z", 2 * h);
                    cells.push_str(&d);
                }
            }
        }
        cells
    }

    /// A few waves where there is nothing but sea.
    fn waves(&self) -> String {
        let layout = self.layout;
        let mut taken = layout.taken();
        taken.push(layout.dock);
        let mut waves = String::new();
        for row in 0..layout.size.h / 38 {
            for x in (row % 3 * 37..layout.size.w).step_by(111) {
                let at = Point { x: x + 20, y: row * 38 + 24 };
                let area = Rect::around(at, 40, 24);
                let near = |center: Point, reach: Point| {
                    let (x, y) = ((at.x - center.x) * 10, (at.y - center.y) * 10);
                    x * x / (reach.x * reach.x) + y * y / (reach.y * reach.y) < 190
                };
                let land = layout.lands.iter().any(|land| near(land.center, land.reach));
                let road = layout.roads.iter().any(|road| road.points_in(area) > 0);
                if !land && !road && !taken.iter().any(|other| other.shared(area) > 0) {
                    waves.push_str(&format!("M{} {}q5-6 10 0t10 0", at.x - 10, at.y));
                }
            }
        }
        waves
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
        let labels = layout.labels.iter().map(|label| self.label(label));
        element("g", "")
            .holds_all(nodes)
            .holds_all(carriers)
            .holds_all(third_party)
            .holds(glyphs::traveller(traveller).end())
            .holds(element("g", "").holds_all(labels).end())
            .end()
    }

    fn label(&self, label: &Label) -> VNode {
        let class = party_class(self.speaker.lesson, &label.of);
        let text =
            text(&format!("label {} {class}", label.kind.class()), label.text_at().x, label.at.y);
        let text = text.says(&label.text).end();
        let area = label.area();
        if label.kind == LabelKind::Sign {
            let board = rounded("", area.x, area.y, area.w, area.h, 3);
            return element("g", &format!("board {class}")).holds(board).holds(text).end();
        }
        if !label.crest {
            return text;
        }
        let crest = placed("", area.x + 9, label.at.y - 5, 85).holds(glyphs::shape(class));
        element("g", "").holds(crest.end()).holds(text).end()
    }

    /// The gates, each with a bar for every rule that is on, and with what the rules have said of the
    /// message by now.
    fn gates(&self, seen: Option<&Seen>) -> VNode {
        let gates = self.layout.gates.iter().map(|spot| {
            let on = self.rules_on(spot.gate);
            let class = if on > 0 { "gate on" } else { "gate" };
            let gate = placed("", spot.at.x, spot.at.y, self.layout.scale);
            let said = seen.map_or(&[][..], |seen| self.said(seen, spot.gate));
            let drawn = element("g", class).holds(glyphs::gate(gate, on, said).end());
            // Of very many gates only those with a filter say so.
            let quiet = on == 0 && self.layout.gates.len() > MANY_GATES || spot.sign.w == 0;
            if quiet { drawn.end() } else { drawn.holds(self.sign(spot, on)).end() }
        });
        element("g", "").holds_all(gates).end()
    }

    fn sign(&self, spot: &GateSpot, on: usize) -> VNode {
        let Rect { x, y, w, h } = spot.sign;
        let words = text("label name", x + w / 2, y + 13).says(&sign_says(
            &self.speaker,
            self.layout.size,
            on,
        ));
        element("g", "sign").holds(rounded("", x, y, w, h, 5)).holds(words.end()).end()
    }

    /// What the rules of a gate have said of the message by now: of this hop, or of one before it.
    fn said(&self, seen: &Seen, gate: GateId) -> &[Consulted] {
        let run = self.speaker.run;
        let crossed = |(id, hop): &(_, &Hop)| *id <= seen.id && hop.gate == Some(gate);
        let Some((id, hop)) = run.hops_of(seen.flight.message).filter(crossed).last() else {
            return &[];
        };
        if id == seen.id {
            return seen.said(&self.speaker, self.still);
        }
        let judged = hop.judged.and_then(|judged| run.judged(judged));
        judged.map_or(&[], |judged| &judged.consulted)
    }

    fn rules_on(&self, gate: GateId) -> usize {
        let rules = self.speaker.lesson.gate(gate).map_or(&[][..], |gate| &gate.rules);
        rules.iter().filter(|rule| self.choices.has(gate, rule.rule)).count()
    }

    /// The way that this beat's message has come, in the colour of who really sent it, and from where.
    fn trail(&self, seen: Option<&Seen>) -> VNode {
        let Some(seen) = seen else { return element("g", "").end() };
        let actual = class_of(self.speaker.lesson, seen.message.actual.party);
        let mut ways = [String::new(), String::new()];
        let mut start = None;
        let hops = self.speaker.run.hops_of(seen.flight.message);
        for (id, hop) in hops.filter(|(id, _)| *id <= seen.id) {
            let spot = place(self.layout, self.speaker.run, hop);
            start = start.or(Some(spot.road.start()));
            let way = if hop.stopped { spot.road } else { spot.road.then(&spot.inside) };
            if let Some(ways) = ways.get_mut(usize::from(id == seen.id)) {
                ways.push_str(&way.d());
            }
        }
        let Point { x, y } = start.unwrap_or_default();
        let [gone, going] = &ways;
        element("g", &format!("trail {actual}"))
            .holds(path("gone", gone))
            .holds(path("going", going))
            .holds(placed("", x, y, 85).holds(glyphs::shape(actual)).end())
            .end()
    }

    /// The message itself, drawn at the start of its hop, and what is said of it.
    fn flight(&self, seen: Option<&Seen>, over: Over) -> VNode {
        let Some(seen) = seen else { return element("g", "").end() };
        let (lesson, message) = (self.speaker.lesson, seen.message);
        let spot = place(self.layout, self.speaker.run, seen.hop);
        let start = spot.at(Phase::Waiting);
        let owner = lesson.owner(message.claimed.address).map(Party::Network);
        let claimed = owner.map_or("", |owner| class_of(lesson, owner));
        let stand_in = if message.stand_in { "stand-in" } else { "" };
        let paper = placed(&format!("envelope {claimed} {stand_in}"), 0, 0, self.layout.scale);
        let paper = glyphs::envelope(paper, !message.is_request(), message.stand_in, claimed).end();
        let envelope = placed("", start.x, start.y, 100);
        let envelope = envelope.known_as(&self.moving.envelope).holds(paper);
        self.moving.expects(spot);
        // A click looks into it, as its row in the list of messages does.
        let look = format!("inspect {}", seen.flight.message.0);
        let envelope = element("g", "looks").with("data-do", &look).holds(envelope.end()).end();
        element("g", "flight")
            .keyed(usize::from(seen.id.0))
            .holds(envelope)
            .holds_all(over.card.map(|card| self.card(&card)))
            .holds_all(over.callout.map(|callout| self.callout(&callout)))
            .holds_all(over.pill.map(|pill| self.pill(&pill)))
            .end()
    }

    /// What became of the message: a sign and, where there is room, a word.
    fn pill(&self, Pill { fate, word, area }: &Pill) -> VNode {
        let Rect { x, y, w, h } = *area;
        let sign = placed("", x + h / 2 + if word.is_empty() { 0 } else { 4 }, y + h / 2, 90);
        let words = text("label name", x + w / 2 + 11, y + 16).says(word);
        element("g", &format!("fate {}", fate.id()))
            .holds(rounded("badge", x, y, w, h, h / 2))
            .holds(sign.holds(glyphs::fate(fate.id())).end())
            .holds(words.end())
            .end()
    }

    fn card(&self, Card { lines, area }: &Card) -> VNode {
        let mut card = element("g", "card").holds(rounded("", area.x, area.y, area.w, area.h, 9));
        let mut y = area.y;
        for (party, line) in lines {
            if let Some(party) = *party {
                let class = class_of(self.speaker.lesson, party);
                let shape = placed("", area.x + 17, y + 14, 85).holds(glyphs::shape(class));
                card = card.holds(shape.end());
            }
            card = card.holds(self.line(line, area, &mut y));
        }
        card.end()
    }

    /// One line of a card, beside its party's shape.
    fn line(&self, line: &Sentence, area: &Rect, y: &mut i32) -> VNode {
        let spans = line.iter().map(|piece| {
            let class = match piece {
                Piece::Party { id, .. } => {
                    format!("party {}", party_class(self.speaker.lesson, id))
                }
                _ => String::new(),
            };
            element("tspan", &class).says(piece.text()).end()
        });
        *y += LEADING;
        text("label name", area.x + (area.w + SIGN) / 2 - 2, *y + 1).holds_all(spans).end()
    }

    /// What a rule says of the message.
    #[inline(never)]
    fn callout(&self, Callout { said, name, why, area }: &Callout) -> VNode {
        let fate = verdict(said.verdict);
        let sign =
            placed("", area.x + 18, area.y + 14, 75).holds(rounded("badge", -10, -10, 20, 20, 10));
        let mut callout = element("g", &format!("callout fate {fate}"))
            .holds(rounded("box", area.x, area.y, area.w, area.h, 9))
            .holds(sign.holds(glyphs::fate(fate)).end());
        let mut y = area.y + 1;
        for (class, aside, line) in name
            .iter()
            .map(|line| ("label name rule", SIGN / 2, line))
            .chain(why.iter().map(|line| ("label name", 0, line)))
        {
            y += LEADING;
            callout = callout.holds(text(class, area.x + area.w / 2 + aside, y).says(line).end());
        }
        callout.end()
    }
}

/// The sign that a verdict shares with what becomes of a message.
pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass(_) => "passed",
        Verdict::Mask(_) => "masked",
        Verdict::Stop(_) => "stopped",
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
