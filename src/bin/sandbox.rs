//! The WebAssembly of the sandbox: mounts it.

/// Smaller than the standard library's own.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    whereabouts::sandbox::start();
}
