//! A gate's memory of many subscribers: a row for each, found by the number in their addresses.

use crate::filter::{Hour, Keep, Registration};
use crate::signalling::{Imsi, NetworkId, Range, Subscriber};

/// The memory of a crowd that is in one network from the beginning.
#[derive(Clone, Debug)]
pub struct Many {
    travellers: usize,
    /// Where everybody has been registered for long.
    visited: NetworkId,
    /// Empty until somebody registers.
    registered: Vec<Registration>,
    /// For each sender, and each of the two names of a subscriber.
    asked: Vec<(Range, bool, Vec<Hour>)>,
}

impl Many {
    pub fn of(travellers: u32, visited: NetworkId) -> Many {
        Many { travellers: travellers as usize, visited, registered: Vec::new(), asked: Vec::new() }
    }

    fn usual(&self) -> Registration {
        Registration { network: Some(self.visited), at: None }
    }
}

fn place(about: Subscriber) -> (bool, usize) {
    match about {
        Subscriber::Number(number) => (false, number.count() as usize),
        Subscriber::Imsi(imsi) => (true, imsi.count() as usize),
    }
}

impl Keep for Many {
    fn registered(&self, imsi: Imsi) -> Option<Registration> {
        let known = self.registered.get(imsi.count() as usize);
        Some(known.copied().unwrap_or_else(|| self.usual()))
    }

    fn register(&mut self, imsi: Imsi, registration: Registration) {
        if self.registered.is_empty() {
            self.registered = vec![self.usual(); self.travellers];
        }
        if let Some(known) = self.registered.get_mut(imsi.count() as usize) {
            *known = registration;
        }
    }

    fn asked(&self, sender: Range, about: Subscriber) -> Hour {
        let (imsi, at) = place(about);
        let row = self.asked.iter().find(|(range, by, _)| *range == sender && *by == imsi);
        row.and_then(|(_, _, hours)| hours.get(at)).copied().unwrap_or_default()
    }

    fn ask(&mut self, sender: Range, about: Subscriber, more: u32, now: u64) {
        let (imsi, at) = place(about);
        let found = self.asked.iter().position(|(range, by, _)| *range == sender && *by == imsi);
        let row = found.unwrap_or_else(|| {
            self.asked.push((sender, imsi, vec![Hour::default(); self.travellers]));
            self.asked.len() - 1
        });
        if let Some(hour) = self.asked.get_mut(row).and_then(|(_, _, hours)| hours.get_mut(at)) {
            hour.add(more, now);
        }
    }

    /// There is a row for everybody anyway.
    fn forget(&mut self, _: u64) {}
}
