//! The crowd's picture, pixel by pixel: the land, a dot for each traveller, and messages on their way. It is
//! a function of the plan, of what has come out, and of the moment; so it is the same everywhere.

use super::day::{Found, NEVER};
use super::ground::{Ground, Spot};
use super::ink::Ink;
use super::pen::Pen;
use super::plan::Plan;
use super::roads::Scene;
use super::traffic::DAY;

/// The picture, and what it is drawn from.
#[derive(Clone, Debug)]
pub struct Picture {
    ground: Ground,
    /// So many pixels of the screen are one of the page.
    scale: i32,
    ink: Ink,
    plan: Plan,
    bounds: Vec<u32>,
    /// Where each traveller's dot begins, and how wide it is.
    dots: Vec<Spot>,
    dot: i32,
    /// How much wider to each side that of somebody is who was located today.
    grown: i32,
    /// Without dots and messages.
    base: Vec<u32>,
    pixels: Vec<u32>,
    days: Vec<Found>,
    /// For each traveller the first day on which they were located; [`NEVER`] until then.
    first: Vec<u8>,
}

/// How long a message is seen to travel, in parts of a day as [`Found`] tells them apart.
const FLIGHT: u32 = 20;
pub(super) const FLIGHT_MS: u32 = DAY / Found::PARTS * FLIGHT;
/// How long it is seen that one was stopped.
pub(super) const STOPPED_MS: u32 = FLIGHT_MS / 2;
/// How many roads a still shows.
const ROADS: usize = 160;
impl Picture {
    /// A picture that is so large on the page, with so many pixels of the screen to one of the page's.
    pub fn new(plan: Plan, (w, h): (i32, i32), scale: i32, ink: Ink) -> Picture {
        let scale = scale.clamp(1, 3);
        let ground = Ground::of(w, h, plan.homes.len()).scaled(scale);
        let (places, side) = ground.places(plan.travellers, plan.seed);
        let dot = match side {
            ..=1 => 1,
            2..=4 => 2,
            5..=7 => 3,
            8..=13 => 5,
            _ => 7,
        };
        let dots = places.into_iter().map(|spot| Spot { x: spot.x - dot / 2, y: spot.y - dot / 2 });
        let first = vec![NEVER; plan.travellers as usize];
        let base = base(&ground, scale, &ink);
        Picture {
            dots: dots.collect(),
            dot,
            grown: i32::from(side >= dot + 3),
            pixels: base.clone(),
            base,
            bounds: plan.bounds(),
            days: Vec::new(),
            first,
            ground,
            scale,
            ink,
            plan,
        }
    }

    /// Takes in what came out of the next day.
    pub fn add(&mut self, found: Found) {
        let day = self.days.len() as u8;
        for (first, &when) in self.first.iter_mut().zip(&found.when) {
            if when != NEVER && *first == NEVER {
                *first = day;
            }
        }
        self.days.push(found);
    }

    /// How many days it knows.
    pub fn days(&self) -> u32 {
        self.days.len() as u32
    }

    /// Width and height in pixels of the screen.
    pub fn size(&self) -> (u32, u32) {
        (self.ground.w as u32, self.ground.h as u32)
    }

    /// The pixels as they were drawn last: red, green, blue and alpha, a byte each.
    pub fn pixels(&self) -> &[u32] {
        &self.pixels
    }

    /// Draws a moment, in milliseconds from the beginning. A still has roads in the place of messages on
    /// their way.
    pub fn draw(&mut self, at: u64, still: bool) {
        self.pixels.copy_from_slice(&self.base);
        let known = self.days.len() as u64 * u64::from(DAY);
        let at = at.min(known.saturating_sub(1));
        let (day, of_day) = ((at / u64::from(DAY)) as usize, (at % u64::from(DAY)) as u32);
        self.crowd(day, of_day, still);
        let Some(today) = self.days.get(day) else { return };
        let mut pen =
            Pen { pixels: &mut self.pixels, w: self.ground.w, h: self.ground.h, thick: self.scale };
        let scene = Scene {
            ground: &self.ground,
            plan: &self.plan,
            bounds: &self.bounds,
            dots: &self.dots,
            ink: &self.ink,
            dot: self.dot,
        };
        if still {
            let every = (today.streaks.len() / ROADS).max(1);
            for streak in today.streaks.iter().step_by(every) {
                scene.road(&mut pen, streak);
            }
            return;
        }
        let long = FLIGHT_MS + STOPPED_MS;
        if let Some(yesterday) = day.checked_sub(1).and_then(|day| self.days.get(day))
            && of_day < long
        {
            let late =
                yesterday.streaks.partition_point(|streak| streak.at < DAY - (long - of_day));
            for streak in yesterday.streaks.get(late..).unwrap_or_default() {
                scene.streak(&mut pen, streak, of_day + DAY - streak.at);
            }
        }
        let from = today.streaks.partition_point(|streak| streak.at + long < of_day);
        let until = today.streaks.partition_point(|streak| streak.at <= of_day);
        for streak in today.streaks.get(from..until).unwrap_or_default() {
            scene.streak(&mut pen, streak, of_day - streak.at);
        }
    }

    /// The dots: never located, once located, located today.
    fn crowd(&mut self, day: usize, of_day: u32, still: bool) {
        let Ink { dot, was, lit, flash, .. } = self.ink;
        let now = (u64::from(of_day) * u64::from(Found::PARTS) / u64::from(DAY)) as u32;
        let when = self.days.get(day).map_or(&[][..], |found| &found.when);
        let w = self.ground.w as usize;
        for (i, spot) in self.dots.iter().enumerate() {
            let today = when.get(i).copied().unwrap_or(NEVER);
            let arrived = u32::from(today) + if still { 0 } else { FLIGHT };
            let first = self.first.get(i).copied().unwrap_or(NEVER);
            let (colour, grown) = match () {
                () if today != NEVER && arrived <= now => {
                    let just = now - arrived < FLIGHT && !still;
                    (if just { flash } else { lit }, self.grown)
                }
                () if usize::from(first) < day => (was, 0),
                () => (dot, 0),
            };
            let size = (self.dot + 2 * grown) as usize;
            let start = (spot.y - grown) as usize * w + (spot.x - grown) as usize;
            let corners = if size >= 5 { size / 3 } else { 0 };
            for row in 0..size {
                // Rounded where there is room for it.
                let cut = corners.saturating_sub(row.min(size - 1 - row));
                let from = start + row * w + cut;
                if let Some(pixels) = self.pixels.get_mut(from..from + size - 2 * cut) {
                    pixels.fill(colour);
                }
            }
        }
    }
}

/// The sea, the land and its coast.
fn base(ground: &Ground, scale: i32, ink: &Ink) -> Vec<u32> {
    let (w, h) = (ground.w, ground.h);
    let mut pixels = vec![ink.sea; (w * h) as usize];
    let rows: Vec<_> = (0..h).map(|y| ground.row(y)).collect();
    for (y, row) in rows.iter().enumerate() {
        let line = &mut pixels[y * w as usize..(y + 1) * w as usize];
        let within = |x: i32| x.clamp(0, w) as usize;
        line[within(row.start)..within(row.end)].fill(ink.land);
    }
    // The coast is as thick everywhere: what is land and has sea within so many pixels.
    let thick = 2 * scale;
    let land = |x: i32, y: i32| rows.get(y as usize).is_some_and(|row| row.contains(&x));
    for y in 0..h {
        for x in rows[y as usize].clone() {
            let inner = land(x - thick, y)
                && land(x + thick, y)
                && land(x, y - thick)
                && land(x, y + thick);
            if !inner && x >= 0 && x < w {
                pixels[(y * w + x) as usize] = ink.coast;
            }
        }
    }
    // The gate: a bar along the coast.
    let (gate, reach) = (ground.gate, ground.reach);
    let bar = 2 * scale;
    let (across, along) = if ground.tall { (reach, bar) } else { (bar, reach) };
    for y in gate.y - along..gate.y + along {
        for x in gate.x - across..gate.x + across {
            if let Some(pixel) = pixels.get_mut((y * w + x) as usize) {
                *pixel = ink.gate;
            }
        }
    }
    pixels
}
