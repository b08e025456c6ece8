//! How long things take on the reader's clock, in whole milliseconds. None of it depends on what the
//! filters decide, so that two runs of one lesson keep one clock.

/// Before the first act: the scene at rest.
pub const OPENING: u32 = 4_000;
/// From the beginning of a beat to the first movement: time to begin reading.
pub const LEAD: u32 = 500;
/// Along a road, from a place to the next one's border.
pub const ROAD: u32 = 1_300;
/// At a gate, being looked at.
pub const GATE: u32 = 1_500;
/// From the border to the node.
pub const INSIDE: u32 = 400;
/// Between two hops of a message.
pub const REST: u32 = 150;
/// After a message has ended: time to read what became of it.
pub const DWELL: u32 = 3_200;
/// A question that is not asked.
pub const NOT_ASKED: u32 = 4_200;
/// After the last act.
pub const CLOSING: u32 = 1_200;
