//! The crowd's picture, pixel by pixel: the land, a dot for each traveller, and messages on their way. It is
//! a function of the plan, of what has come out, and of the moment; so it is the same everywhere.

use super::day::Found;
use super::dots::{Dots, FLIGHT};
use super::ground::Ground;
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
    dots: Dots,
    /// Without messages.
    base: Vec<u32>,
    pixels: Vec<u32>,
    /// Which pixels have been drawn over with messages.
    over: Vec<u32>,
    days: Vec<Found>,
}

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
        let base = base(&ground, scale, &ink);
        let mut pixels = vec![u32::MAX; base.len()];
        let dots = Dots::new(places, side, ground.w, &mut pixels);
        pixels.copy_from_slice(&base);
        Picture {
            dots,
            pixels,
            over: Vec::new(),
            base,
            bounds: plan.bounds(),
            days: Vec::new(),
            ground,
            scale,
            ink,
            plan,
        }
    }

    /// Takes in what came out of the next day.
    pub fn add(&mut self, found: Found) {
        self.dots.add(self.days.len() as u8, &found);
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
        // What no message was drawn over is as it was.
        for at in self.over.drain(..) {
            self.pixels[at as usize] = self.base[at as usize];
        }
        let known = self.days.len() as u64 * u64::from(DAY);
        let at = at.min(known.saturating_sub(1));
        let (day, of_day) = ((at / u64::from(DAY)) as usize, (at % u64::from(DAY)) as u32);
        let both = [&mut self.base[..], &mut self.pixels[..]];
        self.dots.paint(&self.ink, (day, of_day, still), self.days.get(day), both);
        let Some(today) = self.days.get(day) else { return };
        let mut pen = Pen {
            pixels: &mut self.pixels,
            over: &mut self.over,
            w: self.ground.w,
            h: self.ground.h,
            thick: self.scale,
        };
        let scene = Scene {
            ground: &self.ground,
            plan: &self.plan,
            bounds: &self.bounds,
            dots: &self.dots,
            ink: &self.ink,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crowd::{Month, measured};
    use crate::month;

    /// A few days of a small crowd, on dots that lie over each other and on dots that do not.
    fn days(travellers: u32) -> (Plan, Vec<Found>) {
        let plan = Plan { days: 3, ..measured::plan(travellers).unwrap() };
        let (world, _) = month::world(&plan).unwrap();
        let mut month = Month::new(&world, plan.clone()).unwrap();
        let mut days = Vec::new();
        while !month.over() {
            days.extend(month.hour().map(|(_, found)| found));
        }
        (plan, days)
    }

    fn picture(plan: &Plan, days: &[Found], size: (i32, i32), scale: i32) -> Picture {
        let mut picture = Picture::new(plan.clone(), size, scale, Ink::NIGHT);
        days.iter().cloned().for_each(|found| picture.add(found));
        picture
    }

    const MOMENTS: [(u64, bool); 14] = [
        (0, false),
        (40_000, false),
        (9_000_000, false),
        (9_036_000, false),
        (20_000_000, false),
        (20_000_000, true),
        (50_000_000, true),
        (86_399_999, false),
        (86_400_000, false),
        (90_000_000, false),
        (88_000_000, false),
        (200_000_000, false),
        (260_000_000, false),
        (3, false),
    ];

    #[test]
    fn the_picture_depends_on_the_moment_and_not_on_what_was_drawn_before() {
        for (travellers, size, scale) in
            [(300, (700, 400), 1), (4_000, (400, 380), 2), (6_000, (200, 160), 1)]
        {
            let (plan, found) = days(travellers);
            let mut drawn = Picture::new(plan.clone(), size, scale, Ink::NIGHT);
            drawn.draw(0, false);
            for (known, found_now) in found.iter().enumerate() {
                drawn.add(found_now.clone());
                for (at, still) in MOMENTS {
                    let mut fresh = picture(&plan, &found[..=known], size, scale);
                    fresh.draw(at, still);
                    drawn.draw(at, still);
                    assert!(drawn.pixels() == fresh.pixels(), "{travellers} at {at}, {known}");
                }
            }
        }
    }

    /// A number for the pixels, which is the same wherever they are drawn.
    #[test]
    fn the_pixels_are_what_they_were() {
        let mut hashes = Vec::new();
        for (travellers, size, scale) in
            [(300, (700, 400), 1), (4_000, (400, 380), 2), (6_000, (200, 160), 1)]
        {
            let (plan, found) = days(travellers);
            let mut picture = picture(&plan, &found, size, scale);
            let mut hash = 0xcbf2_9ce4_8422_2325_u64;
            for (at, still) in MOMENTS {
                picture.draw(at, still);
                for &pixel in picture.pixels() {
                    hash = (hash ^ u64::from(pixel)).wrapping_mul(0x0000_0100_0000_01b3);
                }
            }
            hashes.push(hash);
        }
        assert_eq!(
            hashes,
            [5_203_301_892_327_712_277_u64, 5_876_328_489_436_810_135, 15_895_875_919_256_682_614]
        );
    }
}
