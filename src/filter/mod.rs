//! Filters: rules in a fixed order at a gate, each giving a verdict with its reason.
//!
//! A rule is handed [`Seen`]: what a message claims and what the gate observes. It cannot be handed
//! who really sent the message, because there is no such field to fill:
//!
//! ```compile_fail,E0560
//! use whereabouts::filter::Seen;
//! use whereabouts::signalling::{Actual, Claimed, Observed, Request};
//!
//! fn see(claimed: Claimed, observed: Observed, request: Option<Request>, actual: Actual) -> Seen {
//!     Seen { claimed, observed, request, at: 0, actual }
//! }
//! ```
//!
//! Without that field it compiles, so the refusal above is about the actual sender and nothing else:
//!
//! ```
//! use whereabouts::filter::Seen;
//! use whereabouts::signalling::{Claimed, Observed, Request};
//!
//! fn see(claimed: Claimed, observed: Observed, request: Option<Request>) -> Seen {
//!     Seen { claimed, observed, request, at: 0 }
//! }
//! ```

mod catalogue;
mod gate;
mod reason;
mod rule;
mod rules;
mod state;
mod tables;

pub use catalogue::RULES;
pub use gate::{Consulted, Judgement, judge};
pub use reason::Reason;
pub use rule::WhenUnreadable;
pub use rule::{Field, Need, Rule, RuleId, RuleRow, Seen, Settings, Side, Verdict};
pub use state::{Few, History, Hour, Keep, Registration, State};
pub use tables::{Tables, Tie};
