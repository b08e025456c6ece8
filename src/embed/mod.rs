//! What a page in somebody else's page tells and is told: where the reader is, how far they have come, and what
//! the page around it wants. Pure: scripts of ours (`assets/embed/`) carry it over, and know the vocabularies of
//! those who listen. What comes from outside is read by the parser of the address bar, and by nothing else.

mod code;
mod order;
mod progress;
mod report;

pub use code::{Code, HEIGHT, code};
pub use order::{Order, order};
pub use progress::Progress;
pub use report::report;
