//! From a setting to a lesson: the base as it is, and from the stock whatever the setting needs beside it.
//! There is one way for a chapter and for an empty beginning.

use super::base::{Bases, spot};
use super::gates;
use super::nodes::furnish;
use super::setting::{Ask, Knows, Own, Registered, Setting, Spot};
use crate::judge::{Sender, Whose, sends};
use crate::lesson::{Act, Asking, Claims, Lesson, Manner, SANDBOX};
use crate::signalling::{
    Asked, Carrier, CarrierId, Fact, Facts, Lease, NetworkId, OperationId, Party, Role, Standing,
    Subject,
};

/// Why a setting cannot be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing is asked.
    Nothing,
    /// More is asked than there is room for.
    TooMany,
    /// The same act of a chapter stands there twice, or there is no such act.
    Twice,
    /// The network has no node in that role.
    Missing(Spot, Role),
    /// The questions need more nodes in that network than a picture can show.
    Crowded(Spot),
}

/// The lesson that plays a setting.
pub fn lesson(bases: &Bases, setting: &Setting) -> Result<Lesson, Why> {
    let (mut lesson, own) = without_gates(bases, setting)?;
    gates::place(&mut lesson, bases, setting, own);
    Ok(lesson)
}

/// Whether a setting can be played.
pub fn fits(bases: &Bases, setting: &Setting) -> Result<(), Why> {
    without_gates(bases, setting).map(|_| ())
}

/// The lesson but for its gates, and whether its questions are not all the chapter's.
fn without_gates(bases: &Bases, setting: &Setting) -> Result<(Lesson, bool), Why> {
    let usual = bases.usual(setting.from);
    match setting.asks.len() {
        0 => return Err(Why::Nothing),
        asks if asks > super::setting::MOST_ASKS => return Err(Why::TooMany),
        _ => {}
    }
    let mut lesson = bases.lesson(setting.from).clone();
    (lesson.id, lesson.chapter, lesson.predict) = (SANDBOX.to_owned(), 0, None);
    (lesson.compare, lesson.claims, lesson.scene) = Default::default();
    let mut made = Build { stock: &bases.stock, lesson };
    // What the chapter has asked stays as it is, to the last node.
    let chapters = setting.asks == usual.asks && setting.place == usual.place;
    let own = setting.from.is_none() || !chapters;
    if setting.needs(Spot::Partner) {
        made.network(Spot::Partner);
    }
    if setting.place != usual.place {
        made.moves(setting.place);
    }
    if own {
        let acts = std::mem::take(&mut made.lesson.acts);
        for (number, &ask) in (1..).zip(&setting.asks) {
            let act = match ask {
                Ask::Act(at) => acts.get(usize::from(at)).cloned().ok_or(Why::Twice)?,
                Ask::Own(own) => made.act(number, own),
            };
            if made.lesson.acts.iter().any(|other| other.id == act.id) {
                return Err(Why::Twice);
            }
            made.lesson.acts.push(act);
        }
    }
    if made.lesson.carriers.len() == 2 && own {
        // Three have room where two would be in each other's way.
        for byway in 1..3 {
            made.carrier(CarrierId(byway));
        }
    }
    if own || setting.knows != usual.knows {
        made.knows(setting.knows);
    }
    made.past(setting, &usual);
    furnish(&mut made.lesson, &bases.stock, own)?;
    Ok((made.lesson, own))
}

impl Setting {
    /// Whether a network that need not be there has a part in it.
    fn needs(&self, spot: Spot) -> bool {
        let sends = |ask: &Ask| match ask {
            Ask::Own(own) => matches!(
                own.sender,
                Sender::Partner | Sender::SpoofedPartner | Sender::LeasedFromPartner
            ),
            Ask::Act(_) => false,
        };
        let there = matches!(self.registered, Registered::There(there, _) if there == spot);
        let before = self.before.is_some_and(|before| before.by == spot);
        there || before || (spot == Spot::Partner && self.asks.iter().any(sends))
    }
}

struct Build<'s> {
    stock: &'s Lesson,
    lesson: Lesson,
}

impl Build<'_> {
    /// The network of the lesson, put in where it is not there yet.
    fn network(&mut self, wanted: Spot) -> NetworkId {
        if let Some(known) = find(&self.lesson, wanted) {
            return known;
        }
        let new = NetworkId(u8::try_from(self.lesson.networks.len()).unwrap_or(u8::MAX));
        let stock = find(self.stock, wanted).and_then(|id| self.stock.network(id));
        let Some(mut network) = stock.cloned() else { return self.lesson.traveller.home };
        network.nodes.clear();
        network.carriers = vec![CarrierId(0)];
        network.partners = (0..new.0).map(NetworkId).collect();
        self.lesson.networks.iter_mut().for_each(|other| other.partners.push(new));
        self.lesson.networks.push(network);
        self.lesson.knows.push((new.into(), Facts::NONE));
        self.lesson.past.seen.push(new);
        new
    }

    /// The phone is somewhere else: so is the knowledge of its cell.
    fn moves(&mut self, place: Spot) {
        let here = Facts::of(&[Fact::Cell, Fact::Position]);
        let (before, after) = (self.lesson.traveller.serving, self.network(place));
        let registered = &mut self.lesson.past.registered;
        *registered = registered.map(|_| (after, None));
        self.lesson.traveller.serving = after;
        let of = |lesson: &Lesson, party| {
            lesson.knows.iter().find(|(known, _)| *known == party).map(|(_, facts)| *facts)
        };
        let told = of(&self.lesson, before.into()).unwrap_or(Facts::NONE);
        for (party, facts) in &mut self.lesson.knows {
            if *party == after.into() {
                *facts = facts.with(told);
            } else {
                *facts = facts.without(here);
            }
        }
    }

    fn act(&mut self, number: usize, own: Own) -> Act {
        let Own { operation, sender, unreadable, later } = own;
        let row = operation.row();
        let stocked = |spot| find(self.stock, spot).unwrap_or(self.stock.traveller.home);
        let [home, visited, partner] = Spot::ALL.map(stocked);
        let asked = match row.asked() {
            Asked::Serving => spot(&self.lesson, self.lesson.traveller.serving),
            Asked::Home | Asked::Either => Spot::Home,
        };
        let whose = Whose { home, visited, partner };
        let (from, sent) = sends(self.stock, whose, sender, stocked(asked));
        let from = match from {
            Party::Network(network) => self.network(spot(self.stock, network)).into(),
            Party::ThirdParty => self.third_party(),
        };
        let lessor = match sender {
            Sender::LeasedFromPartner => Some(partner),
            Sender::LeasedFromHome => Some(home),
            _ => None,
        };
        let claims = match (sent.claims, lessor) {
            (Some(Claims::Network(network)), _) => {
                Some(Claims::Network(self.network(spot(self.stock, network))))
            }
            (claims, Some(lessor)) => self.rented(lessor).or(claims),
            (claims, None) => claims,
        };
        if sent.unlisted {
            self.unlisted();
        }
        let by = sent.by.map(|carrier| self.carrier(carrier));
        let manner = Manner { claims, by, unreadable, ..sent };
        let mut act = Act {
            id: format!("q{number}"),
            operation,
            from,
            manner,
            minutes_later: later,
            honest: false,
            for_others: sender == Sender::HomeForOthers,
        };
        let open = claims.is_none() && !act.for_others;
        act.honest = open && self.lesson.is_usual(from, operation);
        act
    }

    fn third_party(&mut self) -> Party {
        if self.lesson.third_party.is_none() {
            self.lesson.third_party = Some(CarrierId(0));
            self.lesson.knows.push((Party::ThirdParty, Facts::NONE));
        }
        Party::ThirdParty
    }

    /// The address that the third party rents from a network of the stock.
    fn rented(&mut self, lessor: NetworkId) -> Option<Claims> {
        let stocked = self.stock.leases.iter().find(|lease| lease.from == lessor)?;
        let from = self.network(spot(self.stock, lessor));
        if !self.lesson.leases.iter().any(|lease| lease.title == stocked.title) {
            self.lesson.leases.push(Lease { from, ..*stocked });
        }
        Some(Claims::Title(stocked.title))
    }

    /// New addresses that nobody's tables know yet.
    fn unlisted(&mut self) {
        let stocked = find(self.stock, Spot::Home).and_then(|home| self.stock.network(home));
        let home = self.lesson.traveller.home.index();
        if let (Some(stocked), Some(home)) = (stocked, self.lesson.networks.get_mut(home)) {
            home.unlisted = home.unlisted.or(stocked.unlisted);
        }
    }

    /// The carrier of the lesson that is the stock's, put in where it is not there yet, for those networks
    /// that it serves.
    fn carrier(&mut self, wanted: CarrierId) -> CarrierId {
        let Some(stocked) = self.stock.carriers.get(wanted.index()) else { return CarrierId(0) };
        let same = |carrier: &Carrier| carrier.name == stocked.name;
        if let Some(known) = self.lesson.carriers.iter().position(same) {
            return CarrierId(u8::try_from(known).unwrap_or_default());
        }
        let new = CarrierId(u8::try_from(self.lesson.carriers.len()).unwrap_or_default());
        self.lesson.carriers.push(stocked.clone());
        for network in &mut self.lesson.networks {
            let twin = self.stock.networks.iter().find(|other| other.standing == network.standing);
            if twin.is_some_and(|twin| twin.served_by(wanted)) {
                network.carriers.push(new);
            }
        }
        new
    }

    /// What everybody knows beforehand. Whoever looks after the traveller has its register.
    fn knows(&mut self, knows: Knows) {
        let needs = |operation: OperationId| {
            let row = operation.row();
            row.needs(row.subject == Subject::Imsi)
        };
        let mut told = Facts::of(&[Fact::PhoneNumber]);
        if knows != Knows::Number {
            let all = self.lesson.acts.iter().map(|act| needs(act.operation));
            told = all.fold(Facts::NONE, Facts::with);
        }
        let (home, serving) = (self.lesson.traveller.home, self.lesson.traveller.serving);
        let cell = Facts::of(&[Fact::Cell]);
        for (party, facts) in &mut self.lesson.knows {
            let own = |network: NetworkId| *party == network.into();
            // The stock's networks have the places that they have in every chapter.
            let stocked = self.stock.knows.iter().find(|(known, _)| known == party);
            let register = stocked.map_or(Facts::NONE, |(_, facts)| facts.without(cell));
            *facts = match () {
                // A chapter says nothing of whoever has been put in.
                () if knows == Knows::Chapter && !facts.is_empty() => *facts,
                () if own(serving) => facts.with(register).with(cell).with(told),
                () if own(home) => facts.with(register).with(told),
                () => told,
            };
        }
    }

    fn past(&mut self, setting: &Setting, usual: &Setting) {
        if setting.registered != usual.registered {
            self.lesson.past.registered = match setting.registered {
                Registered::Nowhere => None,
                Registered::Here => Some((self.lesson.traveller.serving, None)),
                Registered::There(spot, minutes) => Some((self.network(spot), Some(minutes))),
            };
        }
        if setting.before != usual.before {
            let asking = setting.before.map(|before| Asking {
                from: self.network(before.by),
                times: before.times,
                minutes_ago: before.minutes_ago,
                of_others: before.of_others,
            });
            self.lesson.past.asked = asking.into_iter().collect();
        }
    }
}

/// The network of a lesson that is that to the traveller.
pub(super) fn find(lesson: &Lesson, wanted: Spot) -> Option<NetworkId> {
    let standing = match wanted {
        Spot::Home => Standing::Home,
        Spot::Visited => Standing::Visited,
        Spot::Partner => Standing::Partner,
    };
    let mut networks = (0..).map(NetworkId).zip(&lesson.networks);
    networks.find(|(_, network)| network.standing == standing).map(|(id, _)| id)
}
