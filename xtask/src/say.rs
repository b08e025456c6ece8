//! What the tasks say while they work: a line when a stage begins and one when it is done.

use std::time::Instant;

pub struct Stage {
    name: String,
    begun: Instant,
}

/// Begins a stage: `page: compiling for WebAssembly …`.
pub fn stage(name: &str, what: &str) -> Stage {
    println!("{name}: {what} …");
    Stage { name: name.to_owned(), begun: Instant::now() }
}

impl Stage {
    pub fn done(self, what: &str) {
        println!("{}: {what} in {:.1} s", self.name, self.begun.elapsed().as_secs_f32());
    }
}
