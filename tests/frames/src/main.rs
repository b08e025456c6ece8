//! What `cargo xtask bench-frames` measures: one picture with many messages under way, each moved every
//! frame by the page's own clock and the page's own writer. The number after `#` says how many.

#[cfg(target_arch = "wasm32")]
mod crowd;

fn main() {
    #[cfg(target_arch = "wasm32")]
    crowd::start();
}
