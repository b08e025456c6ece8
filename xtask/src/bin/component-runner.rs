//! What `cargo test` starts for each component test file: wasm-bindgen's runner, in the version that
//! fits the library, so that nobody has to install one. Built only with the feature `runner`.

use std::process::ExitCode;

fn main() -> ExitCode {
    match wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("component-runner: {error:#}");
            ExitCode::FAILURE
        }
    }
}
