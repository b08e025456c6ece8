//! Decimal digit strings of a telephone network: at most fifteen digits, leading zeros kept.
//! Private to the room: outside it a digit string is always an address of some kind.

use serde::{Deserialize, Serialize};

/// Up to fifteen decimal digits (ITU-T E.164 clause 6 and E.212 allow no more).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) struct Digits {
    value: u64,
    len: u8,
}

/// The most digits that an international number or an IMSI may have.
pub(super) const MOST: u8 = 15;

impl Digits {
    /// Reads digits; spaces, as people write them for the eye, are passed over. `None` where anything
    /// else stands there, or nothing, or more than [`MOST`] digits.
    pub(super) fn read(text: &str) -> Option<Digits> {
        let mut digits = Digits { value: 0, len: 0 };
        for c in text.chars().filter(|&c| c != ' ') {
            let digit = c.to_digit(10)?;
            if digits.len == MOST {
                return None;
            }
            digits.value = digits.value * 10 + u64::from(digit);
            digits.len += 1;
        }
        (digits.len > 0).then_some(digits)
    }

    /// Digits that are written in the code; they do not begin with zero.
    pub(super) const fn of(value: u64) -> Digits {
        Digits { value, len: value.ilog10() as u8 + 1 }
    }

    pub(super) fn len(self) -> u8 {
        self.len
    }

    /// The first `len` digits, or all of them where there are fewer.
    pub(super) fn first(self, len: u8) -> Digits {
        let cut = self.len.saturating_sub(len);
        Digits { value: self.value / 10u64.pow(u32::from(cut)), len: self.len - cut }
    }

    pub(super) fn starts_with(self, prefix: Digits) -> bool {
        self.len >= prefix.len && self.first(prefix.len) == prefix
    }

    /// The digits in groups of the given lengths, the rest in one last group.
    pub(super) fn grouped(self, groups: &[u8]) -> String {
        let all = format!("{:0width$}", self.value, width = usize::from(self.len));
        let mut out = String::with_capacity(all.len() + groups.len());
        let mut rest = all.as_str();
        for &group in groups {
            let Some((head, tail)) = rest.split_at_checked(usize::from(group)) else { break };
            if tail.is_empty() {
                break;
            }
            out.push_str(head);
            out.push(' ');
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_are_digits_like_others() {
        let short = Digits::read("1").unwrap();
        let long = Digits::read("001").unwrap();
        assert_ne!(short, long);
        assert_eq!(long.grouped(&[]), "001");
    }

    #[test]
    fn a_prefix_is_compared_digit_by_digit() {
        let number = Digits::read("999 71 000 0001").unwrap();
        assert!(number.starts_with(Digits::read("99971").unwrap()));
        assert!(!number.starts_with(Digits::read("99911").unwrap()));
        assert!(!Digits::read("99").unwrap().starts_with(Digits::read("999").unwrap()));
    }

    #[test]
    fn sixteen_digits_or_a_letter_are_refused() {
        assert!(Digits::read("1234567890123456").is_none());
        assert!(Digits::read("12a").is_none());
        assert!(Digits::read(" ").is_none());
    }
}
