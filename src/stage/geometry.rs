//! Points, boxes and paths in whole pixels. Whole numbers because the page formats no floats, and
//! because the same sums give the same picture everywhere.

/// A place in the picture, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// A box in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

/// A line with bends, along which a message goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    points: Vec<Point>,
}

impl Point {
    pub const fn new(x: i32, y: i32) -> Point {
        Point { x, y }
    }

    /// The point that many pixels further right and down.
    pub const fn by(self, x: i32, y: i32) -> Point {
        Point { x: self.x + x, y: self.y + y }
    }

    /// The point that many thousandths of the way to another.
    pub fn towards(self, other: Point, thousandths: i32) -> Point {
        let share = |from: i32, to: i32| from + (to - from) * thousandths / 1000;
        Point { x: share(self.x, other.x), y: share(self.y, other.y) }
    }

    /// The point that many pixels from here on the way to another.
    pub fn step_to(self, other: Point, pixels: i32) -> Point {
        let far = self.distance(other);
        let share = |from: i32, to: i32| from + (to - from) * pixels / far.max(1);
        Point { x: share(self.x, other.x), y: share(self.y, other.y) }
    }

    pub fn distance(self, other: Point) -> i32 {
        let (x, y) = (i64::from(other.x - self.x), i64::from(other.y - self.y));
        i32::try_from((x * x + y * y).isqrt()).unwrap_or(i32::MAX)
    }
}

impl Rect {
    /// The box of that size around a point.
    pub const fn around(at: Point, w: i32, h: i32) -> Rect {
        Rect { x: at.x - w / 2, y: at.y - h / 2, w, h }
    }

    /// How many square pixels two boxes share.
    pub fn shared(self, other: Rect) -> i32 {
        let across = (self.x + self.w).min(other.x + other.w) - self.x.max(other.x);
        let down = (self.y + self.h).min(other.y + other.h) - self.y.max(other.y);
        across.max(0) * down.max(0)
    }

    pub fn holds(self, inner: Rect) -> bool {
        inner.x >= self.x
            && inner.y >= self.y
            && inner.x + inner.w <= self.x + self.w
            && inner.y + inner.h <= self.y + self.h
    }

    /// The box moved so that it lies in a larger one.
    pub fn inside(self, outer: Rect) -> Rect {
        let fit = |at: i32, len: i32, from: i32, all: i32| at.min(from + all - len).max(from);
        Rect {
            x: fit(self.x, self.w, outer.x, outer.w),
            y: fit(self.y, self.h, outer.y, outer.h),
            ..self
        }
    }

    /// The box made larger by so many pixels on every side.
    pub const fn grown(self, by: i32) -> Rect {
        Rect { x: self.x - by, y: self.y - by, w: self.w + 2 * by, h: self.h + 2 * by }
    }

    /// The smallest box that holds both.
    pub fn with(self, b: Rect) -> Rect {
        let (x, y) = (self.x.min(b.x), self.y.min(b.y));
        Rect {
            x,
            y,
            w: (self.x + self.w).max(b.x + b.w) - x,
            h: (self.y + self.h).max(b.y + b.h) - y,
        }
    }

    pub fn center(self) -> Point {
        Point { x: self.x + self.w / 2, y: self.y + self.h / 2 }
    }
}

impl Path {
    /// Straight from point to point.
    pub fn through(points: impl IntoIterator<Item = Point>) -> Path {
        Path { points: points.into_iter().collect() }
    }

    /// A curve from here to there that leaves its straight line towards `bend`.
    pub fn curve(from: Point, bend: Point, to: Point) -> Path {
        const STEPS: i32 = 12;
        let at = |i: i32| {
            let t = i * 1000 / STEPS;
            from.towards(bend, t).towards(bend.towards(to, t), t)
        };
        Path { points: (0..=STEPS).map(at).collect() }
    }

    /// This path and then another.
    pub fn then(mut self, next: &Path) -> Path {
        self.points.extend(next.points.iter().copied());
        self.points.dedup();
        self
    }

    /// The same way back.
    pub fn reversed(mut self) -> Path {
        self.points.reverse();
        self
    }

    /// This path without its last so many pixels.
    pub fn short_of(&self, pixels: i32) -> Path {
        let mut points = self.points.clone();
        let mut left = pixels;
        while let (Some(end), Some(&before)) = (points.pop(), points.last()) {
            let far = before.distance(end);
            if far > left {
                points.push(end.step_to(before, left));
                break;
            }
            left -= far;
        }
        Path { points }
    }

    pub fn start(&self) -> Point {
        self.points.first().copied().unwrap_or_default()
    }

    pub fn end(&self) -> Point {
        self.points.last().copied().unwrap_or_default()
    }

    /// The point that many thousandths of the way along.
    pub fn at(&self, thousandths: u16) -> Point {
        let lengths =
            || self.points.iter().zip(self.points.iter().skip(1)).map(|(a, b)| a.distance(*b));
        let all: i32 = lengths().sum();
        let mut left = all * i32::from(thousandths) / 1000;
        for ((from, to), len) in self.points.iter().zip(self.points.iter().skip(1)).zip(lengths()) {
            if left <= len {
                return from.step_to(*to, left);
            }
            left -= len;
        }
        self.end()
    }

    /// How many of the points along it, a few pixels apart, lie in a box.
    pub fn points_in(&self, area: Rect) -> i32 {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        let inside = |(from, to): (&Point, &Point)| {
            (0..5).filter(|i| area.holds(Rect::around(from.towards(*to, 200 * i), 0, 0))).count()
        };
        pairs.map(inside).sum::<usize>() as i32
    }

    /// As the `d` of an SVG path.
    pub fn d(&self) -> String {
        let mut d = String::new();
        for (i, point) in self.points.iter().enumerate() {
            d.push_str(if i == 0 { "M" } else { "L" });
            d.push_str(&format!("{} {}", point.x, point.y));
        }
        d
    }
}

/// A closed, smooth outline: around a centre, at the given thousandths of the two radii, one for each
/// of equally many directions, starting to the right and going on clockwise. As the `d` of a path.
pub fn outline(center: Point, rx: i32, ry: i32, shares: &[i32; 12]) -> String {
    // Cosines of multiples of thirty degrees, in thousandths.
    const COS: [i32; 12] = [1000, 866, 500, 0, -500, -866, -1000, -866, -500, 0, 500, 866];
    let point = |i: usize| {
        let (cos, sin) = (COS[i % 12], COS[(i + 9) % 12]);
        let share = shares[i % 12];
        center.by(rx * cos / 1000 * share / 1000, ry * sin / 1000 * share / 1000)
    };
    let start = point(0);
    let mut d = format!("M{} {}", start.x, start.y);
    for i in 0..12 {
        // From Catmull and Rom to Bézier: the tangent at a point is along its neighbours.
        let (before, from, to, after) = (point(i + 11), point(i), point(i + 1), point(i + 2));
        let leave = from.by((to.x - before.x) / 6, (to.y - before.y) / 6);
        let reach = to.by((from.x - after.x) / 6, (from.y - after.y) / 6);
        d.push_str(&format!("C{} {} {} {} {} {}", leave.x, leave.y, reach.x, reach.y, to.x, to.y));
    }
    d.push('Z');
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_walked_by_length_and_ends_at_its_end() {
        let path = Path::through([Point::new(0, 0), Point::new(100, 0), Point::new(100, 300)]);
        assert_eq!(path.at(0), Point::new(0, 0));
        assert_eq!(path.at(250), Point::new(100, 0));
        assert_eq!(path.at(500), Point::new(100, 100));
        assert_eq!(path.at(1000), path.end());
    }

    #[test]
    fn a_path_is_cut_before_its_end_and_walked_back() {
        let path = Path::through([Point::new(0, 0), Point::new(100, 0), Point::new(100, 30)]);
        assert_eq!(path.short_of(50).end(), Point::new(80, 0));
        assert_eq!(path.short_of(0), path);
        assert_eq!(path.clone().reversed().end(), path.start());
    }

    #[test]
    fn a_box_is_moved_no_further_than_needed() {
        let outer = Rect { x: 0, y: 0, w: 100, h: 100 };
        let inner = Rect { x: 90, y: -5, w: 20, h: 20 }.inside(outer);
        assert_eq!(inner, Rect { x: 80, y: 0, w: 20, h: 20 });
        assert!(outer.holds(inner));
    }

    #[test]
    fn boxes_that_touch_share_nothing() {
        let left = Rect { x: 0, y: 0, w: 10, h: 10 };
        assert_eq!(left.shared(Rect { x: 10, y: 0, w: 10, h: 10 }), 0);
        assert_eq!(left.shared(Rect { x: 8, y: 8, w: 10, h: 10 }), 4);
    }
}
