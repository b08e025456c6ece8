//! What came out of a day: counts, who was located and when, and some of the messages to be drawn.

use crate::filter::RuleId;
use crate::judge::GateName;
use serde::{Deserialize, Serialize};

/// What became of the messages of one kind, in the order of [`crate::judge::Outcome`].
pub type Count = [u32; 5];

/// The counts of one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// From 0.
    pub day: u32,
    /// Messages that met a gate with a rule.
    pub judged: u32,
    /// For each kind of message of the plan: traffic first, then askers.
    pub counts: Vec<Count>,
    /// What rules have stopped or masked.
    pub stops: Vec<Stops>,
    /// Travellers who were located on this day by somebody who had no honest reason.
    pub located: u32,
    /// Those of them who had not been before.
    pub fresh: u32,
    /// Those who have been until now.
    pub ever: u32,
    /// How often the one has been located, until now, who has been most often.
    pub most: u32,
}

/// So many messages of one kind a rule has stopped or masked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stops {
    pub source: u8,
    pub gate: GateName,
    pub rule: RuleId,
    pub count: u32,
}

/// What is drawn of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// For each traveller the first moment of the day at which they were located, in parts of
    /// [`Found::PARTS`]; [`NEVER`] for those who were not.
    #[serde(with = "bytes")]
    pub when: Vec<u8>,
    /// Some of the messages, in the order of time.
    pub streaks: Vec<Streak>,
    /// For each of those that somebody asked, and for each honest one, so many there were in truth.
    pub one_of: [u32; 2],
}

/// Not located.
pub const NEVER: u8 = u8::MAX;

/// A message that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Streak {
    /// Milliseconds of the day.
    pub at: u32,
    pub traveller: u32,
    pub source: u8,
    /// By its place among [`crate::judge::Outcome`].
    pub outcome: u8,
    /// The gate that stopped it, by the place of its name.
    pub gate: u8,
}

impl Found {
    /// How finely the moments of a day are told apart.
    pub const PARTS: u32 = 250;
}

/// A number for all that came out: the same wherever it was worked out. It goes on from `before`, which is 0
/// for the first day.
pub fn hash(before: u64, day: &Day, found: &Found) -> u64 {
    // FNV-1a, with 64 bits.
    let mut hash = if before == 0 { 0xcbf2_9ce4_8422_2325 } else { before };
    let mut add = |number: u32| {
        for byte in number.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    [day.day, day.judged, day.located, day.fresh, day.ever, day.most]
        .into_iter()
        .for_each(&mut add);
    day.counts.iter().flatten().copied().for_each(&mut add);
    for stops in &day.stops {
        [u32::from(stops.source), stops.gate as u32, stops.rule as u32, stops.count]
            .into_iter()
            .for_each(&mut add);
    }
    found.when.iter().map(|&when| u32::from(when)).for_each(&mut add);
    for streak in &found.streaks {
        [streak.at, streak.traveller, u32::from(streak.source), u32::from(streak.outcome)]
            .into_iter()
            .for_each(&mut add);
    }
    hash
}

/// A list of bytes as one piece.
mod bytes {
    use serde::{Deserializer, Serializer, de::Visitor};

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        struct Bytes;
        impl<'de> Visitor<'de> for Bytes {
            type Value = Vec<u8>;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
                Ok(bytes.to_vec())
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}
