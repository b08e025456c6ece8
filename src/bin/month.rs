//! The WebAssembly of the crowd's month: mounts it.

fn main() {
    whereabouts::month::start();
}
