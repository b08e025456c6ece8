//! The picture of a lesson with more than one partner, with four carriers, or with a gate at a partner's border.
//! Wide, the partners share the lower edge, and what is kept free moves up between home and visited network; tall,
//! they stand where there is sea left, and the picture is higher.

use super::geometry::{Point, Rect, outline};
use super::grid::{COASTS, Grid};
use super::layout::{GATE, Land, Layout, NODE, Shape};
use crate::lesson::Lesson;
use crate::signalling::Standing;

/// How far down the first one stands in a tall picture, in thousandths of its usual height.
const FIRST: i32 = 720;
/// Where two of them stand there, and three: beside the third party, or where it would be, and below.
const WITH_THIRD_PARTY: [&[(i32, i32)]; 2] =
    [&[(765, 720), (330, 975)], &[(765, 720), (265, 975), (735, 975)]];
const ALONE: [&[(i32, i32)]; 2] =
    [&[(265, 855), (735, 855)], &[(265, 855), (735, 855), (500, 1110)]];

/// Where four carriers stand, wide and tall: no chapter has more than three.
const FOUR: [((i32, i32), (i32, i32)); 4] = [
    ((452, 330), (390, 645)),
    ((355, 430), (170, 520)),
    ((645, 330), (645, 520)),
    ((548, 430), (440, 500)),
];

/// Rearranges what [`Grid`] has laid out for a lesson with one partner at most. It is a door of the page's module: no
/// chapter has several.
#[inline(never)]
pub(super) fn rearrange(grid: &Grid, lesson: &Lesson, made: &mut Layout) {
    let all = made.lands.iter().enumerate();
    let mut partners: Vec<(usize, bool)> = all
        .filter(|(_, land)| land.standing == Standing::Partner)
        .map(|(at, land)| (at, lesson.leases.iter().any(|lease| lease.from == land.network)))
        .collect();
    let grid = &grid.reaching_less_down();
    if made.carriers.len() == FOUR.len() {
        (made.lands, made.traveller, made.dock) = (grid.lands(), grid.traveller(), grid.dock());
        made.carriers = FOUR.map(|(wide, tall)| grid.at(wide, tall)).to_vec();
    }
    // Whoever lets addresses stands nearest to whom they are let, so that their road leads past nobody.
    partners.sort_by_key(|(_, lets)| !lets);
    let spots = match made.shape {
        _ if partners.len() < 2 => Vec::new(),
        Shape::Wide => wide(grid, lesson, partners.len(), made),
        Shape::Tall => tall(grid, lesson, partners.len(), made),
    };
    for (&(at, _), (center, reach)) in partners.iter().zip(spots) {
        if let Some(land) = made.lands.get_mut(at) {
            put(land, center, reach);
        }
    }
    for (at, _) in partners {
        let Some(land) = made.lands.get_mut(at) else { continue };
        if lesson.has_border(land.network) {
            // The gate stands beside the house, where there is room for both.
            let aside = (NODE + GATE.x + 3) * grid.scale / 100;
            land.port = land.center.by(aside, -land.reach.y * 78 / 100);
        }
    }
    made.nodes = grid.nodes(&made.lands);
}

fn put(land: &mut Land, center: Point, reach: Point) {
    // As far from the middle as before, by the share of the land that it was.
    let moved = |at: Point| {
        let share = |far: i32, was: i32, is: i32| if was == 0 { 0 } else { far * is / was };
        let x = share(at.x - land.center.x, land.reach.x, reach.x);
        center.by(x, share(at.y - land.center.y, land.reach.y, reach.y))
    };
    (land.port, land.exit) = (moved(land.port), moved(land.exit));
    (land.center, land.reach) = (center, reach);
    land.outline = outline(center, reach.x, reach.y, &COASTS[2]);
}

/// Side by side, and the carriers lower: over them is what is kept free.
fn wide(grid: &Grid, lesson: &Lesson, count: usize, made: &mut Layout) -> Vec<(Point, Point)> {
    let at = |x: i32, y: i32| grid.at((x, y), (0, 0));
    for carrier in &mut made.carriers {
        carrier.y = at(0, 255).y + carrier.y * 55 / 100;
    }
    let free = at(400, 296);
    made.dock = Rect { x: at(300, 0).x, y: 3, w: free.x, h: free.y - 8 };
    let from = if lesson.third_party.is_some() { 345 } else { 200 };
    let each = (1000 - from) / count.max(1) as i32;
    let reach = at(132.min(each * 45 / 100), 152);
    (0..count as i32).map(|i| (at(from + each * (2 * i + 1) / 2, 830), reach)).collect()
}

/// Where there is sea left, and below: the picture is as much higher.
fn tall(grid: &Grid, lesson: &Lesson, count: usize, made: &mut Layout) -> Vec<(Point, Point)> {
    let at = |x: i32, y: i32| grid.at((0, 0), (x, y));
    let rows = if lesson.third_party.is_some() { WITH_THIRD_PARTY } else { ALONE };
    let spots = rows.get(count.saturating_sub(2)).copied().unwrap_or_default();
    let last = spots.iter().map(|(_, y)| *y).max().unwrap_or(FIRST);
    let more = at(0, last - FIRST).y;
    made.size.h += more;
    made.dock.y += more;
    spots.iter().map(|&(x, y)| (at(x, y), at(215, 108))).collect()
}
