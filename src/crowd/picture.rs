//! The crowd's picture, pixel by pixel: the land, a dot for each traveller, and messages on their way. It is
//! a function of the plan, of what has come out, and of the moment; so it is the same everywhere.

use super::day::{Found, Streak};
use super::dots::{Dots, FLIGHT};
use super::ground::{Ground, Spot};
use super::ink::Ink;
use super::plan::Plan;
use super::traffic::DAY;
use crate::judge::{GateName, Outcome, Sender};

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

const FLIGHT_MS: u32 = DAY / Found::PARTS * FLIGHT;
/// How long it is seen that one was stopped.
const STOPPED_MS: u32 = FLIGHT_MS / 2;
/// How many roads a still shows.
const ROADS: usize = 160;
/// A whole way.
const WHOLE: i64 = 1 << 10;

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

/// What a message is drawn in.
struct Scene<'a> {
    ground: &'a Ground,
    plan: &'a Plan,
    bounds: &'a [u32],
    dots: &'a Dots,
    ink: &'a Ink,
}

/// A message's way in the picture: its corners, and how far it comes.
struct Way {
    corners: [Spot; 4],
    count: usize,
    /// From each corner to the next, and of all.
    lengths: [i64; 3],
    whole: i64,
    /// Of [`WHOLE`].
    end: i64,
}

impl Scene<'_> {
    /// `None` for what does not come to the visited land or leave it.
    fn way(&self, streak: &Streak) -> Option<Way> {
        let source = usize::from(streak.source);
        let traffic = self.plan.traffic.get(source).map(|traffic| traffic.from);
        let asker =
            source.checked_sub(self.plan.traffic.len()).and_then(|at| self.plan.askers.get(at));
        let sender = traffic.or(asker.map(|asker| asker.sender))?;
        let home_of =
            self.bounds.iter().skip(1).take_while(|&&end| end <= streak.traveller).count();
        let ground = self.ground;
        let home = ground.homes.get(home_of).copied()?;
        let dot = self.dots.middle(streak.traveller)?;
        let gate = ground.lane(u64::from(streak.traveller) << 32 | u64::from(streak.at));
        let (partner, third) = (ground.partner, ground.third_party);
        let (corners, count) = match sender {
            Sender::Visited => ([dot, gate, home, home], 3),
            Sender::Home | Sender::StaleHome | Sender::HomeForOthers => ([home, gate, dot, dot], 3),
            // Where to deliver a text is asked of the home network, far from here.
            Sender::Partner if traffic.is_some() => return None,
            Sender::Partner => ([partner, gate, dot, dot], 3),
            Sender::SpoofedHome | Sender::SpoofedPartner => ([third, gate, dot, dot], 3),
            Sender::LeasedFromPartner => ([third, partner, gate, dot], 4),
            Sender::LeasedFromHome => ([third, home, gate, dot], 4),
        };
        let stopped =
            [Outcome::Stopped as u8, Outcome::WronglyStopped as u8].contains(&streak.outcome);
        let mut way = Way::along(corners, count);
        if stopped {
            let at = GateName::ALL.get(usize::from(streak.gate));
            way.end = match at {
                Some(GateName::Lessor) => way.until(1),
                Some(GateName::Carrier) => way.until(count - 2) * 3 / 4,
                Some(GateName::Home) if sender == Sender::Visited => WHOLE,
                _ => way.until(count - 2),
            };
        }
        Some(way)
    }

    /// A message that set out so long ago.
    fn streak(&self, pen: &mut Pen, streak: &Streak, ago: u32) {
        let Some(way) = self.way(streak) else { return };
        let honest = usize::from(streak.source) < self.plan.traffic.len();
        let gone = (i64::from(ago) * WHOLE / i64::from(FLIGHT_MS)).min(WHOLE);
        let wrong = streak.outcome == Outcome::WronglyStopped as u8;
        let ink = self.ink;
        if gone >= way.end {
            // It lasts for a moment where it was stopped.
            if way.end < WHOLE || wrong {
                let arrived = (way.end * i64::from(FLIGHT_MS) / WHOLE) as u32;
                if ago < arrived + STOPPED_MS {
                    pen.cross(way.at(way.end), if wrong { ink.wrong } else { ink.stop });
                }
            }
            return;
        }
        let colour = if honest { ink.honest } else { ink.asked };
        let tail = (gone - WHOLE / if honest { 40 } else { 14 }).max(0);
        let steps = if honest { 1 } else { 6 };
        let mut from = way.at(tail);
        for step in 1..=steps {
            let to = way.at(tail + (gone - tail) * step / steps);
            pen.line(from, to, colour, 255);
            from = to;
        }
    }

    /// The whole way of a message, as a still shows it.
    fn road(&self, pen: &mut Pen, streak: &Streak) {
        let Some(way) = self.way(streak) else { return };
        let honest = usize::from(streak.source) < self.plan.traffic.len();
        let colour = if honest { self.ink.honest } else { self.ink.asked };
        let mut from = way.at(0);
        for part in 1..=24 {
            let to = way.at(way.end * part / 24);
            pen.line(from, to, colour, if honest { 70 } else { 110 });
            from = to;
        }
        if way.end < WHOLE {
            pen.cross(from, if honest { self.ink.wrong } else { self.ink.stop });
        }
    }
}

impl Way {
    fn along(corners: [Spot; 4], count: usize) -> Way {
        let length = |part: usize| {
            let (a, b) = (corners[part], corners[part + 1]);
            let (x, y) = (i64::from(b.x - a.x), i64::from(b.y - a.y));
            (x * x + y * y).isqrt()
        };
        let lengths = [0, 1, 2].map(|part| if part + 1 < count { length(part) } else { 0 });
        let whole = lengths.iter().sum::<i64>().max(1);
        Way { corners, count, lengths, whole, end: WHOLE }
    }

    /// How far it is to a corner.
    fn until(&self, corner: usize) -> i64 {
        self.lengths.iter().take(corner.min(self.count - 1)).sum::<i64>() * WHOLE / self.whole
    }

    /// Where it is after so much of the way.
    fn at(&self, gone: i64) -> Spot {
        let mut left = gone * self.whole / WHOLE;
        for part in 0..self.count - 1 {
            let length = self.lengths[part];
            if left <= length || part + 2 == self.count {
                let (a, b) = (self.corners[part], self.corners[part + 1]);
                let along = |a: i32, b: i32| {
                    a + (i64::from(b - a) * left.min(length) / length.max(1)) as i32
                };
                return Spot { x: along(a.x, b.x), y: along(a.y, b.y) };
            }
            left -= length;
        }
        self.corners[self.count - 1]
    }
}

/// What draws lines.
struct Pen<'p> {
    pixels: &'p mut [u32],
    /// Where it has drawn.
    over: &'p mut Vec<u32>,
    w: i32,
    h: i32,
    thick: i32,
}

impl Pen<'_> {
    fn point(&mut self, x: i32, y: i32, colour: u32, strong: u32) {
        if x < 0 || y < 0 || x >= self.w || y >= self.h {
            return;
        }
        let at = (y * self.w + x) as u32;
        if let Some(pixel) = self.pixels.get_mut(at as usize) {
            *pixel = mix(*pixel, colour, strong);
            self.over.push(at);
        }
    }

    /// A line (Bresenham's), so strong of 255.
    fn line(&mut self, from: Spot, to: Spot, colour: u32, strong: u32) {
        let (dx, dy) = ((to.x - from.x).abs(), -(to.y - from.y).abs());
        let (sx, sy) = ((to.x - from.x).signum(), (to.y - from.y).signum());
        let (mut x, mut y, mut error) = (from.x, from.y, dx + dy);
        let flat = dx >= -dy;
        while (x, y) != (to.x, to.y) {
            for side in 0..self.thick {
                let (x, y) = if flat { (x, y + side) } else { (x + side, y) };
                self.point(x, y, colour, strong);
            }
            let twice = 2 * error;
            if twice >= dy {
                error += dy;
                x += sx;
            }
            if twice <= dx {
                error += dx;
                y += sy;
            }
        }
    }

    /// Stopped.
    fn cross(&mut self, at: Spot, colour: u32) {
        let arm = 4 * self.thick;
        let corner = |x: i32, y: i32| Spot { x: at.x + x * arm, y: at.y + y * arm };
        self.line(corner(-1, -1), corner(1, 1), colour, 255);
        self.line(corner(-1, 1), corner(1, -1), colour, 255);
    }
}

/// One colour over another, so strong of 255.
fn mix(under: u32, over: u32, strong: u32) -> u32 {
    if strong >= 255 {
        return over;
    }
    let mut bytes = under.to_le_bytes();
    for (under, over) in bytes.iter_mut().zip(over.to_le_bytes()) {
        *under = ((u32::from(*under) * (255 - strong) + u32::from(over) * strong) / 255) as u8;
    }
    u32::from_le_bytes(bytes)
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
            [9_570_914_601_079_272_396_u64, 3_632_535_676_956_056_584, 16_985_311_707_339_686_096]
        );
    }
}
