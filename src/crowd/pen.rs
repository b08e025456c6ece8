//! What draws lines, pixel by pixel.

use super::ground::Spot;

/// What draws lines.
pub(super) struct Pen<'p> {
    pub pixels: &'p mut [u32],
    /// Where it has drawn.
    pub over: &'p mut Vec<u32>,
    pub w: i32,
    pub h: i32,
    pub thick: i32,
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
    pub fn line(&mut self, from: Spot, to: Spot, colour: u32, strong: u32) {
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
    pub fn cross(&mut self, at: Spot, colour: u32) {
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
