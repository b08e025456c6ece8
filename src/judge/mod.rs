//! The judge: what becomes of one question, asked by one kind of sender, with these rules at these
//! gates. It plays the question in a scene of its own with the same engine as every lesson, and only
//! says what came out. For terminals, tests and tables; the page does not contain it.
//!
//! What it assumes where a question does not say otherwise stands in `assets/judge/scene.json` and in
//! [`scene`].

mod answer;
mod line;
mod matrix;
mod question;
pub mod reference;
mod scene;
pub mod show;

pub use answer::{Answer, Outcome};
pub use line::{Judge, answer_line};
pub use matrix::{Cell, Choice, cells};
pub use question::{About, GateName, LONGEST, Question, Sender, Trouble, rules_of};
pub use scene::{Played, Scene};
pub(crate) use scene::{Whose, name as gate_name, sends};
