//! Where a reader is in a run: moments, hops and beats, forward and back, and what a moment shows.
//! Pure: no timer and no frame in here, only what one of them would ask.

mod scene;
mod steps;

pub use scene::{Flight, Phase, Scene, scene};
pub use steps::{Speed, advance, beat_back, beat_forward, clamp, hop_back, hop_forward};
