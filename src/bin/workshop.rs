//! The WebAssembly of the workshop: mounts it.

fn main() {
    whereabouts::workshop::start();
}
