//! Filters: rules in a fixed order at a gate, each giving a verdict with its reason.
//!
//! A rule is handed [`Seen`]: what a message claims and what the gate observes. It cannot be handed
//! who really sent the message, because there is no such field to fill:
//!
//! ```compile_fail,E0560
//! use whereabouts::filter::Seen;
//! use whereabouts::signalling::{Actual, Claimed, Observed, Party, Request};
//!
//! fn see(claimed: Claimed, observed: Observed, request: Request, actual: Actual) -> Seen {
//!     Seen { claimed, observed, request, actual }
//! }
//! ```
//!
//! Without that field it compiles, so the refusal above is about the actual sender and nothing else:
//!
//! ```
//! use whereabouts::filter::Seen;
//! use whereabouts::signalling::{Claimed, Observed, Request};
//!
//! fn see(claimed: Claimed, observed: Observed, request: Request) -> Seen {
//!     Seen { claimed, observed, request }
//! }
//! ```

mod gate;
mod rule;
mod rules;
mod tables;

pub use gate::{Consulted, Judgement, judge};
pub use rule::{RULES, Reason, RuleId, RuleRow, Seen, Side, Verdict};
pub use tables::{Tables, Tie};
