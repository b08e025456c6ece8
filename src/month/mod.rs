//! The crowd on its page: a month that is played, who asks and what stands at the gate as the reader
//! chooses, and the figures of each day. What happens is worked out by [`crate::crowd`], in a worker.

mod choices;
mod figures;
#[cfg(not(target_arch = "wasm32"))]
mod known;
mod names;

#[cfg(feature = "page")]
mod app;
#[cfg(feature = "page")]
mod chart;
#[cfg(feature = "page")]
mod controls;
#[cfg(feature = "page")]
mod drawn;
#[cfg(feature = "page")]
mod page;
#[cfg(feature = "page")]
mod shown;

#[cfg(feature = "page")]
pub use app::start;
pub use choices::{
    ASKERS, Choices, Limit, PER_CALL, PER_DAY, PER_SENDER, PER_SUBSCRIBER, RULES, TRAVELLERS,
    TRIES, Who,
};
pub use figures::{Figures, by_rule, figures};
#[cfg(not(target_arch = "wasm32"))]
pub use known::{days, world};
pub use names::Names;
#[cfg(feature = "page")]
pub use page::{Month, MonthProps};

/// Whether the month says a message.
pub fn needs(key: &str) -> bool {
    let id = key.split_once('.').map_or(key, |(id, _)| id);
    let (kind, name) = id.split_once('-').unwrap_or((id, ""));
    match kind {
        "month" => true,
        "sender" => ASKERS.iter().any(|sender| sender.id() == name),
        "rule" | "does" => {
            RULES.iter().chain([&crate::filter::RuleId::Volume]).any(|rule| rule.id() == name)
        }
        "player" => name == "speed-value",
        _ => false,
    }
}
