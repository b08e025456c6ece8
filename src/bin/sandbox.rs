//! The WebAssembly of the sandbox: mounts it.

fn main() {
    whereabouts::sandbox::start();
}
