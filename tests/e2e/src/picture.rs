//! Pictures of the screen: read from PNG, written small, and compared.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::Cursor;

pub struct Picture {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue for each dot, row by row from the top.
    dots: Vec<[u8; 3]>,
}

/// Two dots differ when one of their three parts differs by more than this, of 255: the edges of letters
/// and of round shapes are not the same to the last bit in every edition of a browser.
const SAME: u8 = 40;

/// How far a colour may be from the one that is written for it.
const NEAR: u8 = 24;

impl Picture {
    /// Reads a PNG, whatever its kind.
    pub fn read(bytes: &[u8]) -> Result<Picture, png::DecodingError> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut data = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let info = reader.next_frame(&mut data)?;
        let parts = info.color_type.samples();
        let dot = |dot: &[u8]| match *dot {
            [red, green, blue, ..] => [red, green, blue],
            [grey, ..] => [grey; 3],
            [] => [0; 3],
        };
        let dots = data[..info.buffer_size()].chunks_exact(parts).map(dot).collect();
        Ok(Picture { width: info.width, height: info.height, dots })
    }

    /// Written small: in a few dozen colours, to which the others are brought. That is less than what
    /// counts as different.
    pub fn small(&self) -> Vec<u8> {
        let mut counts: HashMap<[u8; 3], u32> = HashMap::new();
        for dot in &self.dots {
            *counts.entry(*dot).or_default() += 1;
        }
        let mut all: Vec<([u8; 3], u32)> = counts.into_iter().collect();
        // The colour decides where there are as many, so that the file is the same each time.
        all.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
        let mut palette: Vec<[u8; 3]> = Vec::new();
        for (colour, _) in &all {
            let known = palette.iter().any(|other| furthest(other, colour) <= NEAR);
            if !known && palette.len() < 256 {
                palette.push(*colour);
            }
        }
        let near = |colour: &[u8; 3]| {
            let far = |at: &usize| furthest(&palette[*at], colour);
            let index = (0..palette.len()).min_by_key(far).unwrap_or_default();
            u8::try_from(index).expect("there are no more than 256")
        };
        let nearest: HashMap<[u8; 3], u8> =
            all.iter().map(|(colour, _)| (*colour, near(colour))).collect();
        let indices: Vec<u8> = self.dots.iter().map(|dot| nearest[dot]).collect();

        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("the size is that of a picture");
        writer.write_image_data(&indices).expect("a vector can be written to");
        writer.finish().expect("a vector can be written to");
        bytes
    }

    /// How many of a million dots differ; all of them when the sizes do.
    pub fn differs(&self, other: &Picture) -> u64 {
        if (self.width, self.height) != (other.width, other.height) {
            return 1_000_000;
        }
        let differ = |(a, b): &(&[u8; 3], &[u8; 3])| furthest(a, b) > SAME;
        let count = self.dots.iter().zip(&other.dots).filter(differ).count() as u64;
        count * 1_000_000 / (self.dots.len().max(1) as u64)
    }

    /// The colours of one row.
    pub fn row(&self, y: u32) -> &[[u8; 3]] {
        let start = (y * self.width) as usize;
        &self.dots[start..start + self.width as usize]
    }
}

/// How far two colours are from each other in the part in which they are furthest.
fn furthest(a: &[u8; 3], b: &[u8; 3]) -> u8 {
    a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or_default()
}
