//! The page's WebAssembly: mounts it.

fn main() {
    whereabouts::panels::start();
}
