//! Chance, from a seed: the same on every machine.

/// A row of numbers that look like chance (xorshift64*, Vigna 2016).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Chance {
        // No state may be zero, and neighbouring seeds must not begin alike.
        Chance(mixed(seed) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `end`; 0 where there is none.
    #[inline]
    pub fn below(&mut self, end: u32) -> u32 {
        // The upper half, spread over the range: the remainder would favour small numbers.
        (((self.next() >> 32) * u64::from(end)) >> 32) as u32
    }
}

/// A number that looks like chance, from one that does not (the end of splitmix64, Steele 2014).
#[inline]
pub fn mixed(number: u64) -> u64 {
    let mut x = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// The same, below `end`.
#[inline]
pub fn spread(number: u64, end: u32) -> u32 {
    (((mixed(number) >> 32) * u64::from(end)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spread_evenly_and_depend_on_the_seed_alone() {
        let draw = |seed| {
            let mut chance = Chance::of(seed);
            (0..10_000).map(move |_| chance.below(10)).collect::<Vec<u32>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        let mut counts = [0; 10];
        draw(1).into_iter().for_each(|n| counts[n as usize] += 1);
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
        assert_eq!(Chance::of(0).below(0), 0);
    }
}
