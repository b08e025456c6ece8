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
        Digits { value: self.value / power(cut), len: self.len - cut }
    }

    /// These digits, and after them so many that write a number; of a larger one, its last.
    pub(super) fn then(self, number: u64, len: u8) -> Digits {
        let len = len.min(MOST - self.len);
        Digits { value: self.value * power(len) + number % power(len), len: self.len + len }
    }

    /// The number that the last `len` digits write.
    pub(super) fn last(self, len: u8) -> u64 {
        self.value % power(len)
    }

    pub(super) fn starts_with(self, prefix: Digits) -> bool {
        let Some(rest) = self.len.checked_sub(prefix.len) else { return false };
        // Without a division: a crowd's gates ask this some ten times for each message.
        let unit = power(rest);
        prefix
            .value
            .checked_mul(unit)
            .and_then(|first| self.value.checked_sub(first))
            .is_some_and(|over| over < unit)
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

/// Powers of ten.
fn power(exponent: u8) -> u64 {
    const POWERS: [u64; MOST as usize + 1] = {
        let mut powers = [1; MOST as usize + 1];
        let mut i = 1;
        while i < powers.len() {
            powers[i] = powers[i - 1] * 10;
            i += 1;
        }
        powers
    };
    POWERS[usize::from(exponent.min(MOST))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_after_a_prefix_and_read_again() {
        let imsi = Digits::read("99911").unwrap().then(42, 10);
        assert_eq!((imsi.grouped(&[]).as_str(), imsi.last(10)), ("999110000000042", 42));
        assert_eq!(imsi.then(7, 3), imsi, "there is no room for more");
    }

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
