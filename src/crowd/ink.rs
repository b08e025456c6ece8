//! The colours of the crowd's picture, by day and by night. What must be told apart is held to a contrast of
//! 3:1 by `tests/contrast.rs`.

/// Each colour as red, green, blue and alpha, a byte each in that order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    pub sea: u32,
    pub land: u32,
    pub coast: u32,
    pub gate: u32,
    /// A traveller who was never located.
    pub dot: u32,
    /// One who was, on an earlier day.
    pub was: u32,
    /// Today.
    pub lit: u32,
    /// Just now.
    pub flash: u32,
    /// An honest message.
    pub honest: u32,
    /// A question for another reason.
    pub asked: u32,
    /// Where one was stopped.
    pub stop: u32,
    /// Where an honest one was.
    pub wrong: u32,
}

const fn ink(rgb: u32) -> u32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    u32::from_le_bytes([red, green, blue, 255])
}

impl Ink {
    /// As the style sheet has them for the same things in the other pictures.
    pub const DAY: Ink = Ink {
        sea: ink(0xe6_eef3),
        land: ink(0xd5_ede2),
        coast: ink(0x08_684e),
        gate: ink(0x08_684e),
        dot: ink(0x68_8578),
        was: ink(0xb9_5a8c),
        lit: ink(0x86_0f46),
        flash: ink(0xe8_1279),
        honest: ink(0x3f_6f9f),
        asked: ink(0x9a_1652),
        stop: ink(0xb3_261e),
        wrong: ink(0x85_5000),
    };

    pub const NIGHT: Ink = Ink {
        sea: ink(0x13_1d27),
        land: ink(0x16_392f),
        coast: ink(0x6f_d8b3),
        gate: ink(0x6f_d8b3),
        dot: ink(0x6a_8f83),
        was: ink(0xbe_6893),
        lit: ink(0xff_c0d9),
        flash: ink(0xff_e3f0),
        honest: ink(0x7f_a8d8),
        asked: ink(0xff_9cc4),
        stop: ink(0xff_9a91),
        wrong: ink(0xf0_b762),
    };
}
