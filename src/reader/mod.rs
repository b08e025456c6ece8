//! The reader's session: where they are, what they have chosen, and the one function that changes it.
//! Pure: it draws nothing, fetches nothing and knows no timer.

mod embedding;
mod keys;
mod session;

pub use embedding::{Embedding, Embeds, Form};
pub use keys::{Does, Holder, KEYS, Key, key, turned};
pub use session::{Action, Dialog, Foreseen, Lane, Session};
