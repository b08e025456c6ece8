//! The travellers' dots. Between one frame and the next few of them change, so only those are painted.

use super::day::{Found, NEVER};
use super::ground::Spot;
use super::ink::Ink;
use super::traffic::DAY;

/// How long a message is seen to travel, and then how long a dot flashes, in parts of a day as [`Found`] tells
/// them apart.
pub(super) const FLIGHT: u32 = 20;

/// A dot for each traveller, in a picture that is `width` pixels wide.
#[derive(Clone, Debug)]
pub(super) struct Dots {
    /// Where each begins, and how wide it is.
    spots: Vec<Spot>,
    size: i32,
    /// Where a dot begins among the pixels, and for each bit of one how far after that its pixel is.
    starts: Vec<u32>,
    offsets: Vec<u32>,
    /// For each dot those of its pixels that no later one covers, a bit each, row by row: they are all that is
    /// ever seen of it, so that dots can be painted in any order.
    seen: Vec<u64>,
    /// All of them row by row, as the pixels lie in the memory: so they are painted soonest.
    order: Vec<u32>,
    /// The pixels of a dot whose traveller was not located today: it is smaller, where there is room for that.
    inner: u64,
    /// For each traveller the first day on which they were located; [`NEVER`] until then.
    first: Vec<u8>,
    today: Today,
    painted: Option<Painted>,
    /// In which colour each is painted.
    colours: Vec<u32>,
}

/// Who is located on the day that is shown, in the order of time.
#[derive(Clone, Debug, Default)]
struct Today {
    located: Vec<u32>,
    /// How many of them before each part of the day.
    before: Vec<u32>,
}

/// The moment that has been painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Painted {
    day: usize,
    /// Whether what came out of that day was known.
    known: bool,
    still: bool,
    /// In parts of the day.
    part: u32,
}

impl Dots {
    /// Dots around those places, each in a cell of a grid that is so wide. `pixels` is only made use of.
    pub fn new(places: Vec<Spot>, side: i32, width: i32, pixels: &mut [u32]) -> Dots {
        let size = match side {
            ..=1 => 1,
            2..=4 => 2,
            5..=7 => 3,
            _ => 7,
        };
        let spot = |spot: Spot| Spot { x: spot.x - size / 2, y: spot.y - size / 2 };
        let many = places.len();
        let spots: Vec<Spot> = places.into_iter().map(spot).collect();
        let mut dots = Dots {
            starts: spots.iter().map(|spot| (spot.y * width + spot.x) as u32).collect(),
            offsets: (0..size * size).map(|bit| (bit / size * width + bit % size) as u32).collect(),
            spots,
            size,
            seen: Vec::new(),
            inner: disc(size, if size < SMALLEST { size } else { size - 2 }),
            order: (0..many as u32).collect(),
            first: vec![NEVER; many],
            today: Today::default(),
            painted: None,
            // None has that one: it can be seen through.
            colours: vec![0; many],
        };
        let Dots { starts, order, .. } = &mut dots;
        order.sort_unstable_by_key(|&i| starts.get(i as usize));
        let whole = disc(size, size);
        // Each writes its number, and the last one stays.
        for i in 0..many {
            dots.each(i, whole, |at, _| {
                if let Some(pixel) = pixels.get_mut(at) {
                    *pixel = i as u32;
                }
            });
        }
        let seen = |i: usize| {
            let mut seen = 0;
            dots.each(i, whole, |at, bit| {
                if pixels.get(at) == Some(&(i as u32)) {
                    seen |= bit;
                }
            });
            seen
        };
        dots.seen = (0..many).map(seen).collect();
        dots
    }

    /// Each of some pixels of a dot, with its bit.
    #[inline]
    fn each(&self, i: usize, mut pixels: u64, mut take: impl FnMut(usize, u64)) {
        let Some(&start) = self.starts.get(i) else { return };
        while pixels != 0 {
            let bit = pixels.trailing_zeros();
            pixels &= pixels - 1;
            let offset = self.offsets.get(bit as usize).copied().unwrap_or_default();
            take((start + offset) as usize, 1 << bit);
        }
    }

    /// The middle of a traveller's dot.
    pub fn middle(&self, traveller: u32) -> Option<Spot> {
        let spot = self.spots.get(traveller as usize)?;
        Some(Spot { x: spot.x + self.size / 2, y: spot.y + self.size / 2 })
    }

    /// Takes in what came out of the next day.
    pub fn add(&mut self, day: u8, found: &Found) {
        for (first, &when) in self.first.iter_mut().zip(&found.when) {
            if when != NEVER && *first == NEVER {
                *first = day;
            }
        }
    }

    /// Paints a moment of a day into both, which have the same dots already: never located, once located,
    /// located today.
    pub fn paint(
        &mut self,
        ink: &Ink,
        (day, of_day, still): (usize, u32, bool),
        found: Option<&Found>,
        both: [&mut [u32]; 2],
    ) {
        let part = (u64::from(of_day) * u64::from(Found::PARTS) / u64::from(DAY)) as u32;
        let when = found.map_or(&[][..], |found| &found.when);
        let now = Painted { day, known: found.is_some(), still, part };
        let before = self.painted.replace(now);
        let goes_on = before
            .filter(|before| !still && before.part <= part && Painted { part, ..*before } == now);
        let [one, other] = both;
        let mut colours = std::mem::take(&mut self.colours);
        let mut paint = |i: usize, today: u8| {
            let first = self.first.get(i).copied().unwrap_or(NEVER);
            let (colour, today) = now.colour(ink, today, first);
            match colours.get_mut(i) {
                Some(is) if *is != colour => *is = colour,
                _ => return,
            }
            let seen = self.seen.get(i).copied().unwrap_or_default();
            let dot = if today { seen } else { seen & self.inner };
            for (pixels, colour) in [(dot, colour), (seen & !dot, ink.land)] {
                self.each(i, pixels, |at, _| {
                    if let (Some(one), Some(other)) = (one.get_mut(at), other.get_mut(at)) {
                        (*one, *other) = (colour, colour);
                    }
                });
            }
        };
        if let Some(before) = goes_on {
            // Whose question has arrived since then, and who has flashed for long enough.
            for ago in [FLIGHT, 2 * FLIGHT] {
                let parts = [before.part, part].map(|part| (part + 1).saturating_sub(ago));
                for &i in self.today.between(parts) {
                    paint(i as usize, when.get(i as usize).copied().unwrap_or(NEVER));
                }
            }
        } else {
            for i in self.order.iter().map(|&i| i as usize) {
                paint(i, when.get(i).copied().unwrap_or(NEVER));
            }
            self.today = Today::of(when);
        }
        self.colours = colours;
    }
}

impl Painted {
    /// The colour of a dot, and whether its traveller has been located today.
    fn colour(self, ink: &Ink, today: u8, first: u8) -> (u32, bool) {
        let arrived = u32::from(today) + if self.still { 0 } else { FLIGHT };
        match () {
            () if today != NEVER && arrived <= self.part => {
                let just = self.part - arrived < FLIGHT && !self.still;
                (if just { ink.flash } else { ink.lit }, true)
            }
            () if usize::from(first) < self.day => (ink.was, false),
            () => (ink.dot, false),
        }
    }
}

/// From this size on a dot can be smaller and still be seen.
const SMALLEST: i32 = 5;

/// The pixels of a disc in the middle of a square, which is so wide: rounded where there is room for it.
fn disc(square: i32, size: i32) -> u64 {
    let (off, corners) = ((square - size) / 2, if size >= SMALLEST { size / 3 } else { 0 });
    let mut disc = 0;
    for row in 0..size {
        let cut = (corners - row.min(size - 1 - row)).max(0);
        for column in cut..size - cut {
            disc |= 1 << ((off + row) * square + off + column);
        }
    }
    disc
}

impl Today {
    fn of(when: &[u8]) -> Today {
        let mut before = vec![0; NEVER as usize + 1];
        let located = || when.iter().enumerate().filter(|(_, when)| **when != NEVER);
        for (_, &when) in located() {
            before[usize::from(when) + 1] += 1;
        }
        for part in 1..before.len() {
            before[part] += before[part - 1];
        }
        let mut next = before.clone();
        let mut all = vec![0; before.last().map_or(0, |&all| all as usize)];
        for (i, &when) in located() {
            let at = &mut next[usize::from(when)];
            all[*at as usize] = i as u32;
            *at += 1;
        }
        Today { located: all, before }
    }

    /// Who is located from one part of the day on and before another.
    fn between(&self, parts: [u32; 2]) -> &[u32] {
        let last = self.before.last().copied().unwrap_or_default();
        let [from, until] =
            parts.map(|part| self.before.get(part as usize).copied().unwrap_or(last) as usize);
        self.located.get(from..until).unwrap_or_default()
    }
}
