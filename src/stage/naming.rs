//! What is written in the picture, and where: the names of lands, nodes, carriers and people.

use super::geometry::Point;
use super::labels::{Label, LabelKind, stack};
use super::layout::{CARRIER, Grid, Layout, NodeSpot, Shape};
use crate::narration::Speaker;
use crate::signalling::{Carrier, NetworkId, Party, Role, Standing};
use crate::text::Depth;
use crate::text::id;
use LabelKind::{Name, What};

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
    for (carrier, &at) in speaker.lesson.carriers.iter().zip(&made.carriers) {
        labels.extend(naming.carrier(carrier, at));
    }
    labels.extend(made.third_party.into_iter().flat_map(|at| naming.third_party(at)));
    labels.extend(naming.traveller());
    labels
}

struct Naming<'a> {
    speaker: &'a Speaker<'a>,
    made: &'a Layout,
    grid: &'a Grid,
}

impl Naming<'_> {
    fn land(&self, network: NetworkId, standing: Standing) -> Vec<Label> {
        let party = Party::Network(network);
        let (id, name) = (self.speaker.lesson.party_id(party), self.speaker.own_name(party));
        let (key, top) = match standing {
            Standing::Home => ("label-home", self.grid.at((112, 90), (195, 50))),
            Standing::Visited => ("label-visited", self.grid.at((888, 90), (805, 50))),
            Standing::Partner => return self.partner(network, id, name),
        };
        let what = self.speaker.words.line(key);
        self.stack(id, top, self.grid.wide(250, 480), &[(What, &what), (Name, name)])
    }

    /// A partner's land is small: its name stands under its house.
    fn partner(&self, network: NetworkId, id: &str, name: &str) -> Vec<Label> {
        let lets = self.speaker.lesson.leases.iter().any(|lease| lease.from == network);
        let note = self.speaker.words.line(if lets { "label-lessor" } else { "label-partner" });
        let top = self.under(self.made.node(network, Role::SmsGateway));
        self.stack(id, top, self.grid.wide(260, 505), &[(What, name), (Name, &note)])
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
        let most = self.grid.wide(140, 205);
        self.stack(id, self.under(spot.at), most, &[(Name, &plain), (Name, &field)])
    }

    fn carrier(&self, carrier: &Carrier, at: Point) -> Vec<Label> {
        let what = self.speaker.words.line(id::LABEL_CARRIER);
        let ring = CARRIER * self.made.scale / 100;
        let carriers = &self.made.carriers;
        // Of several carriers the first one's name stands on another side than the others'.
        let index = carriers.iter().position(|other| *other == at).unwrap_or_default();
        let top = match self.made.shape {
            Shape::Wide if index > 0 => at.by(0, ring + 4),
            Shape::Wide => at.by(0, -ring - 40),
            Shape::Tall if index > 0 => at.by(ring + 44, -24),
            Shape::Tall => at.by(-ring - 44, -24),
        };
        let most = self.grid.wide(200, 260);
        self.stack("carrier", top, most, &[(What, &what), (Name, &carrier.name)])
    }

    fn third_party(&self, at: Point) -> Vec<Label> {
        let rents = self.speaker.lesson.leases.iter().any(|lease| lease.to == Party::ThirdParty);
        let note = if rents { "label-third-party-rents" } else { "label-third-party-note" };
        let (what, note) =
            (self.speaker.words.line(id::LABEL_THIRD_PARTY), self.speaker.words.line(note));
        let texts = [(What, what.as_str()), (Name, note.as_str())];
        self.stack("third-party", self.under(at), self.grid.wide(260, 460), &texts)
    }

    fn traveller(&self) -> Vec<Label> {
        let what = self.speaker.words.line(id::LABEL_TRAVELLER);
        let top = self.made.traveller.by(0, 31 * self.made.scale / 100);
        self.stack("traveller", top, self.grid.wide(160, 250), &[(Name, &what)])
    }

    fn under(&self, at: Point) -> Point {
        at.by(0, self.made.node_size() + 1)
    }

    fn stack(&self, of: &str, top: Point, most: i32, texts: &[(LabelKind, &str)]) -> Vec<Label> {
        stack(of, top, most, self.made.area(), texts)
    }
}
