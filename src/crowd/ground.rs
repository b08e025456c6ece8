//! Where things stand in the crowd's picture: the visited land, its gate, and who sends from where. Whole
//! numbers, from the picture's size alone.

use super::chance::{self, Chance, mixed};

/// A place in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub x: i32,
    pub y: i32,
}

/// The picture's plan, in its own units: those of the page for what is written on it, those of the screen for
/// what is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    pub w: i32,
    pub h: i32,
    /// Whether the land is below the sea, as on a phone.
    pub tall: bool,
    /// The home networks, in their order.
    pub homes: Vec<Spot>,
    pub partner: Spot,
    pub third_party: Spot,
    /// The gate of the visited network, on its coast, and how far it reaches to both sides.
    pub gate: Spot,
    pub reach: i32,
    land: Land,
}

/// A rounded land with an uneven coast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Land {
    centre: Spot,
    /// Half its width and height.
    half: Spot,
}

/// Up to this width of the page the land is below the sea.
const NARROW: i32 = 560;
/// Room for the land's name beside it.
const NAMED: i32 = 26;

impl Ground {
    /// The ground of a picture that is so wide and high on the page, for so many home networks.
    pub fn of(w: i32, h: i32, homes: usize) -> Ground {
        let (w, h) = (w.max(200), h.max(160));
        let tall = w < NARROW;
        let land = if tall {
            Land {
                centre: Spot { x: w / 2, y: h * 66 / 100 },
                half: Spot { x: w * 46 / 100, y: h * 31 / 100 },
            }
        } else {
            Land {
                centre: Spot { x: w * 66 / 100, y: h / 2 },
                half: Spot { x: w * 31 / 100, y: h / 2 - NAMED },
            }
        };
        let many = homes.max(1) as i32 + 2;
        // All who send stand along the sea's far shore: homes, then the partner, then the third party.
        let port = |at: i32| match tall {
            // Their names would lie on each other in one row.
            true => Spot { x: w * (2 * at + 1) / (2 * many), y: h * (9 + 12 * (at % 2)) / 100 },
            false => Spot { x: w * 9 / 100, y: h * (2 * at + 1) / (2 * many) },
        };
        let gate = match tall {
            true => Spot { x: w / 2, y: land.centre.y - land.half.y },
            false => Spot { x: land.centre.x - land.half.x, y: h / 2 },
        };
        Ground {
            w,
            h,
            tall,
            homes: (0..homes as i32).map(port).collect(),
            partner: port(homes as i32),
            third_party: port(homes as i32 + 1),
            gate,
            reach: if tall { w / 8 } else { h / 9 },
            land,
        }
    }

    /// The same, `times` as large.
    pub fn scaled(&self, times: i32) -> Ground {
        let spot = |spot: Spot| Spot { x: spot.x * times, y: spot.y * times };
        Ground {
            w: self.w * times,
            h: self.h * times,
            tall: self.tall,
            homes: self.homes.iter().copied().map(spot).collect(),
            partner: spot(self.partner),
            third_party: spot(self.third_party),
            gate: spot(self.gate),
            reach: self.reach * times,
            land: Land { centre: spot(self.land.centre), half: spot(self.land.half) },
        }
    }

    /// Where the land's name stands: beside it, where it has no gate.
    pub fn name(&self) -> Spot {
        let Land { centre, half } = self.land;
        let y = if self.tall { centre.y + half.y + 14 } else { centre.y - half.y - 6 };
        Spot { x: centre.x, y }
    }

    /// Where the gate lets a message through that is one of many: each has a lane of its own.
    pub fn lane(&self, of: u64) -> Spot {
        let off = chance::spread(of, 2 * self.reach.max(1) as u32) as i32 - self.reach;
        let Spot { x, y } = self.gate;
        if self.tall { Spot { x: x + off, y } } else { Spot { x, y: y + off } }
    }

    /// The land of one row: where it begins and ends; nothing where there is none.
    pub fn row(&self, y: i32) -> std::ops::Range<i32> {
        let Land { centre, half } = self.land;
        let off = i64::from((y - centre.y).abs());
        let high = i64::from(half.y.max(1));
        if off >= high {
            return 0..0;
        }
        // A superellipse: 1 = x⁴ + y⁴, which has room in its corners.
        let part = off * UNIT / high;
        let rest = (UNIT - part * part / UNIT * part / UNIT * part / UNIT).max(0);
        let wide = i64::from(half.x) * isqrt(isqrt(rest * UNIT) * UNIT) / UNIT;
        let bay = |side: u64| {
            let at = i64::from(y - (centre.y - half.y)) * 9 * UNIT / (2 * high);
            noise(side, at) * i64::from(half.x) / 14 / UNIT
        };
        let calm =
            i64::from(((y - self.gate.y).abs() - self.reach).max(0)) * UNIT / (high / 3).max(1);
        // At the gate the coast is straight, where the gate stands.
        let wide = if calm == 0 && !self.tall { i64::from(half.x) } else { wide };
        let left = if self.tall { bay(1) } else { bay(1) * calm.min(UNIT) / UNIT };
        let start = i64::from(centre.x) - wide + left;
        let end = i64::from(centre.x) + wide - bay(2);
        start as i32..end.max(start) as i32
    }

    /// A place for each of so many travellers, on cells of a grid over the land, and how wide a cell is.
    /// Where there are more travellers than cells, some share one.
    pub fn places(&self, travellers: u32, seed: u64) -> (Vec<Spot>, i32) {
        let rows = self.land.centre.y - self.land.half.y..self.land.centre.y + self.land.half.y;
        let area: i64 = rows.clone().map(|y| i64::from(self.row(y).len() as u32)).sum();
        let mut side = isqrt(area / i64::from(travellers.max(1))).max(1) as i32;
        loop {
            let mut cells = Vec::new();
            let mut y = rows.start + side / 2;
            while y + side < rows.end {
                // Not on the coast itself, nor beyond it by being a little beside the middle of a cell.
                let rows = [y - side, y, y + side].map(|y| self.row(y));
                let mut x = rows.iter().map(|row| row.start).max().unwrap_or_default() + side + 2;
                let end = rows.iter().map(|row| row.end).min().unwrap_or_default() - side - 2;
                while x < end {
                    cells.push(Spot { x, y });
                    x += side;
                }
                y += side;
            }
            if cells.len() < travellers as usize && side > 1 {
                side -= 1;
                continue;
            }
            return (shared_out(cells, travellers, seed, side), side);
        }
    }
}

/// The cells in an order that nobody sees a rule in, each traveller a little beside the middle of theirs.
fn shared_out(mut cells: Vec<Spot>, travellers: u32, seed: u64, side: i32) -> Vec<Spot> {
    let mut chance = Chance::of(mixed(seed) ^ 0xC0A57);
    for at in (1..cells.len()).rev() {
        cells.swap(at, chance.below(at as u32 + 1) as usize);
    }
    let free = (side / 3) as u32;
    (0..travellers as usize)
        .map(|at| {
            let cell = cells.get(at % cells.len().max(1)).copied().unwrap_or_default();
            let off = |chance: &mut Chance| chance.below(2 * free + 1) as i32 - free as i32;
            Spot { x: cell.x + off(&mut chance), y: cell.y + off(&mut chance) }
        })
        .collect()
}

/// One, in the numbers with which the coast is worked out.
const UNIT: i64 = 1 << 12;

/// Smooth unevenness between -1 and 1, along a line.
fn noise(of: u64, at: i64) -> i64 {
    let (cell, part) = (at.div_euclid(UNIT), at.rem_euclid(UNIT));
    let end = |cell: i64| (mixed(of << 32 ^ cell as u64) & (2 * UNIT as u64 - 1)) as i64 - UNIT;
    let ease = part * part / UNIT * (3 * UNIT - 2 * part) / UNIT;
    end(cell) + (end(cell + 1) - end(cell)) * ease / UNIT
}

/// The whole square root.
fn isqrt(number: i64) -> i64 {
    number.max(0).isqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_on_land_and_nobody_shares_where_there_is_room() {
        for (w, h, many) in [(1280, 720, 100_000), (720, 400, 1_000), (328, 420, 3_000)] {
            let ground = Ground::of(w, h, 3);
            let (places, side) = ground.places(many, 9);
            assert_eq!(places.len(), many as usize);
            for spot in &places {
                let near = |y: i32| {
                    let row = ground.row(y);
                    (row.start - side..row.end + side).contains(&spot.x)
                };
                assert!((spot.y - side..=spot.y + side).any(near), "{spot:?} at {w}");
            }
            let mut all: Vec<_> = places.iter().map(|spot| (spot.x, spot.y)).collect();
            all.sort_unstable();
            all.dedup();
            assert!(all.len() * 10 > places.len() * 9, "{} of {many} places at {w}", all.len());
        }
    }

    #[test]
    fn the_gate_stands_on_the_coast() {
        for (w, h) in [(1280, 720), (720, 420), (1000, 500)] {
            let ground = Ground::of(w, h, 3);
            assert!((ground.row(ground.gate.y).start - ground.gate.x).abs() <= 2, "{w}");
            assert!(ground.homes.iter().all(|home| home.x < ground.gate.x));
        }
    }
}
