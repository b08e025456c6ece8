//! The WebAssembly of "You are the filter": mounts it.

fn main() {
    whereabouts::game::start();
}
