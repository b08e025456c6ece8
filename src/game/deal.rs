//! Ten messages out of the pool by a seed. Integers only, so that a number gives the same ten everywhere.

use super::case::Case;
use crate::judge::Sender;
use crate::signalling::OperationId;

/// How many messages there are in a game.
pub const TEN: usize = 10;

/// How far apart the two that look the same are at least.
const APART: usize = 3;

/// Ten messages by their places in the pool: at least four honest and four dishonest ones, and among them
/// one pair, of an honest and a dishonest one, that look exactly the same at the gate. No other two do.
pub fn deal(cases: &[Case], seed: u32) -> [usize; TEN] {
    let mut chance = Chance(u64::from(seed));
    let pairs = pairs(cases);
    let mut dealt: Vec<usize> = Vec::with_capacity(TEN);
    let mut honest = 4 + chance.below(3);
    let mut others = TEN - honest;
    if let Some(list) = pairs.get(chance.below(pairs.len())) {
        for (list, left) in [(&list.0, &mut honest), (&list.1, &mut others)] {
            dealt.extend(list.get(chance.below(list.len())));
            *left -= 1;
        }
    }
    let mut order: Vec<usize> = (0..cases.len()).collect();
    chance.shuffle(&mut order);
    // As many kinds as there are; then whatever is left.
    for strict in [true, false] {
        for &at in &order {
            let Some(case) = cases.get(at) else { continue };
            let left = if case.truth.honest { &mut honest } else { &mut others };
            let here = || dealt.iter().filter_map(|&at| cases.get(at));
            let new = !here().any(|other| other.looks_like(case));
            if *left > 0
                && new
                && !(strict && here().filter(|other| alike(other, case)).count() > 1)
            {
                *left -= 1;
                dealt.push(at);
            }
        }
    }
    chance.shuffle(&mut dealt);
    let mut ten = [0; TEN];
    for (place, at) in ten.iter_mut().zip(dealt) {
        *place = at;
    }
    if let Some((first, second)) = twins(cases, &ten)
        && second - first < APART
    {
        ten.swap(second, (first + TEN / 2) % TEN);
    }
    ten
}

/// The places in a game of the two that look the same, the earlier one first.
pub fn twins(cases: &[Case], ten: &[usize; TEN]) -> Option<(usize, usize)> {
    let at = |place: usize| ten.get(place).and_then(|&at| cases.get(at));
    let alike = |first: usize, second: usize| {
        at(first).zip(at(second)).is_some_and(|(one, other)| one.looks_like(other))
    };
    (0..TEN).find_map(|first| {
        (first + 1..TEN).find(|&second| alike(first, second)).map(|second| (first, second))
    })
}

/// Whether two are so much of one kind that a game should not have many of them.
fn alike(one: &Case, other: &Case) -> bool {
    let kind = |case: &Case| -> (Sender, bool, bool) {
        (case.truth.sender, case.truth.detour, case.truth.unlisted)
    };
    let operation = |case: &Case| -> Option<OperationId> { case.seen.operation };
    kind(one) == kind(other) || operation(one) == operation(other)
}

/// Of what looks the same: the honest ones, and the others.
type Lookalikes = (Vec<usize>, Vec<usize>);

/// Everything that looks the same and is both.
fn pairs(cases: &[Case]) -> Vec<Lookalikes> {
    let mut kinds: Vec<(&Case, Lookalikes)> = Vec::new();
    for (at, case) in cases.iter().enumerate() {
        let known = kinds.iter().position(|(other, _)| other.looks_like(case));
        let known = known.unwrap_or_else(|| {
            kinds.push((case, Lookalikes::default()));
            kinds.len() - 1
        });
        if let Some((_, (honest, others))) = kinds.get_mut(known) {
            if case.truth.honest { honest.push(at) } else { others.push(at) }
        }
    }
    let both = |list: &Lookalikes| !list.0.is_empty() && !list.1.is_empty();
    kinds.into_iter().map(|(_, list)| list).filter(both).collect()
}

/// A row of numbers from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below that one; zero where there is none.
    fn below(&mut self, end: usize) -> usize {
        // The product of two numbers of 32 bits each fits.
        (((self.next() >> 32) * end as u64) >> 32) as usize
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}
