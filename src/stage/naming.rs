//! What is written in the picture, and where: the names of lands, nodes, carriers and people.

use super::geometry::{Point, Rect};
use super::grid::Grid;
use super::labels::{Label, LabelKind, stack};
use super::layout::{CARRIER, CELL, Layout, NodeSpot, Shape};
use crate::narration::Speaker;
use crate::signalling::{Carrier, NetworkId, Party, Role, Standing};
use crate::text::Depth;
use crate::text::id;
use crate::text::widths::{fit, width};
use LabelKind::{Name, Sign, What};

/// Every label of a picture whose places are known.
pub(super) fn labels(speaker: &Speaker, made: &Layout, grid: &Grid) -> Vec<Label> {
    let naming = Naming { speaker, made, grid };
    let mut labels = Vec::new();
    for land in &made.lands {
        labels.extend(naming.land(land.network, land.standing));
    }
    for spot in &made.nodes {
        labels.extend(naming.node(spot));
    }
    labels.extend(made.third_party.into_iter().flat_map(|at| naming.third_party(at)));
    labels.extend(naming.traveller());
    // Carriers have the most sea around them: their names stand where there is room.
    let mut taken = made.taken();
    taken.push(made.dock);
    taken.extend(labels.iter().map(Label::area));
    for (carrier, &at) in speaker.lesson.carriers.iter().zip(&made.carriers) {
        let named = naming.carrier(carrier, at, &taken);
        taken.extend(named.iter().map(Label::area));
        labels.extend(named);
    }
    labels
}

struct Naming<'a> {
    speaker: &'a Speaker<'a>,
    made: &'a Layout,
    grid: &'a Grid<'a>,
}

impl Naming<'_> {
    fn land(&self, network: NetworkId, standing: Standing) -> Vec<Label> {
        let party = Party::Network(network);
        let (id, name) = (self.speaker.lesson.party_id(party), self.speaker.own_name(party));
        let (key, top) = match standing {
            Standing::Home => ("label-home", self.grid.at((120, 30), (195, 22))),
            Standing::Visited => ("label-visited", self.grid.at((880, 30), (805, 22))),
            Standing::Partner => return self.partner(network, id, name),
        };
        let what = self.speaker.words.line(key);
        let most = self.grid.wide(250, 480);
        let name = fit(name, Name.font(), most - 26);
        let texts = [(What, what.as_str()), (Name, name.as_str())];
        let mut labels = self.stack(id, top, false, most, &texts);
        // In a tall picture there is room for the shape beside the shorter of the two.
        self.crest(&mut labels, if self.made.shape == Shape::Wide { What } else { Name });
        labels
    }

    /// A partner's land is small: its name stands under its house.
    fn partner(&self, network: NetworkId, id: &str, name: &str) -> Vec<Label> {
        let lets = self.speaker.lesson.leases.iter().any(|lease| lease.from == network);
        let note = self.speaker.words.line(if lets { "label-lessor" } else { "label-partner" });
        let node = self.made.node(network, Role::SmsGateway);
        let top = self.under(node.map_or_else(Point::default, |node| node.at));
        let kind = if lets { Sign } else { Name };
        let most = self.made.land(network).map_or(0, |land| land.reach.x * 22 / 10);
        let most = most.min(self.grid.wide(250, 480));
        let crest = !self.made.size.is_narrow();
        let name = fit(name, What.font(), most - if crest { 26 } else { 4 });
        let texts = [(What, name.as_str()), (kind, note.as_str())];
        let mut labels = self.stack(id, top, false, most, &texts);
        if crest {
            self.crest(&mut labels, What);
        }
        labels
    }

    fn node(&self, spot: &NodeSpot) -> Vec<Label> {
        if self.made.land(spot.network).is_some_and(|land| land.standing == Standing::Partner) {
            return Vec::new();
        }
        let words = self.speaker.words;
        let key = format!("role-{}", spot.role.id());
        let field = words.say_at(Depth::Engineer, &key, &[]);
        // An abbreviation stands beside its meaning. Where there is room for one of the two, or both are
        // words, the reader's depth says which.
        let abbreviation = !field.chars().any(|c| c.is_ascii_lowercase());
        let (plain, field) = match abbreviation && !self.grid.size.is_narrow() {
            true => (words.line(&key), field),
            false => (self.speaker.role(spot.role), String::new()),
        };
        let id = self.speaker.lesson.party_id(Party::Network(spot.network));
        let most = self.grid.wide(140, 180);
        let (edge, above) = match spot.named_above {
            true => (spot.at.by(0, -self.made.node_size() - 2), true),
            false => (self.under(spot.at), false),
        };
        self.stack(id, edge, above, most, &[(Name, &plain), (Name, &field)])
    }

    /// Over it, and of several over the first only; beside it in a tall picture. Elsewhere where that is
    /// taken, or only by its name, or not at all.
    fn carrier(&self, carrier: &Carrier, at: Point, taken: &[Rect]) -> Vec<Label> {
        let what = self.speaker.words.line(id::LABEL_CARRIER);
        let ring = CARRIER * self.made.scale / 100;
        let most = self.grid.wide(200, 260);
        let first = self.made.carriers.first() == Some(&at);
        let wide = self.made.shape == Shape::Wide;
        let texts = [(What, what.as_str()), (Name, carrier.name.as_str())];
        let half = texts.map(|(kind, text)| width(text, kind.font())).into_iter().max();
        let half = half.unwrap_or_default() / 2 + ring + 6;
        for texts in [&texts[..], texts.get(1..).unwrap_or_default()] {
            let over = (at.by(0, -ring - 4), true);
            let under = (at.by(0, ring + 4), false);
            let (left, right) = ((at.by(-half, -17), false), (at.by(half, -17), false));
            let ways = match (wide, first) {
                (true, true) => [over, under, left, right],
                (true, false) => [under, over, right, left],
                (false, true) => [left, right, under, over],
                (false, false) => [right, left, under, over],
            };
            for (edge, above) in ways {
                let labels = self.stack("carrier", edge, above, most, texts);
                let covers = |label: &Label| taken.iter().any(|t| t.shared(label.area()) > 0);
                if !labels.iter().any(covers) {
                    return labels;
                }
            }
        }
        Vec::new()
    }

    fn third_party(&self, at: Point) -> Vec<Label> {
        let rents = self.speaker.lesson.leases.iter().any(|lease| lease.to == Party::ThirdParty);
        let note = if rents { "label-third-party-rents" } else { "label-third-party-note" };
        let (what, note) =
            (self.speaker.words.line(id::LABEL_THIRD_PARTY), self.speaker.words.line(note));
        let texts = [(What, what.as_str()), (Name, note.as_str())];
        let top = at.by(0, 22 * self.made.scale / 100 + 1);
        let mut labels = self.stack("third-party", top, false, self.grid.wide(270, 520), &texts);
        self.crest(&mut labels, What);
        labels
    }

    fn traveller(&self) -> Vec<Label> {
        let what = self.speaker.words.line(id::LABEL_TRAVELLER);
        let top = self.made.traveller.by(0, CELL * self.made.scale / 100 + 1);
        self.stack("traveller", top, false, self.grid.wide(140, 250), &[(Name, &what)])
    }

    /// Puts the party's shape before the first line of that kind.
    fn crest(&self, labels: &mut [Label], kind: LabelKind) {
        let Some(first) = labels.iter_mut().find(|label| label.kind == kind) else { return };
        first.crest = true;
        let area = first.area();
        let aside = area.inside(self.made.area()).x - area.x;
        for label in labels {
            label.at = label.at.by(aside, 0);
        }
    }

    fn under(&self, at: Point) -> Point {
        at.by(0, self.made.node_size() + 1)
    }

    fn stack(
        &self,
        of: &str,
        edge: Point,
        above: bool,
        most: i32,
        texts: &[(LabelKind, &str)],
    ) -> Vec<Label> {
        stack(of, edge, above, most, self.made.area(), texts)
    }
}
