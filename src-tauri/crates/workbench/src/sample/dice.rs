//! Chance that falls the same everywhere: whole numbers only, one fixed start for each table.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, and 0 for 0.
    pub(super) fn below(&mut self, n: u64) -> u64 {
        // The upper half of a 128-bit product is below n; its unevenness is n / 2^64.
        let product = u128::from(self.roll()) * u128::from(n);
        u64::try_from(product >> 64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Whether something happens that happens `in_1000` times in a thousand.
    pub(super) fn happens(&mut self, in_1000: u64) -> bool {
        self.below(1000) < in_1000
    }

    /// One of several, each as often as its weight says; empty when there are none.
    pub(super) fn one_of(&mut self, weighted: &[(u64, &'static str)]) -> &'static str {
        let mut left = self.below(weighted.iter().map(|(weight, _)| weight).sum());
        for (weight, value) in weighted {
            if left < *weight {
                return value;
            }
            left -= weight;
        }
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rolls_are_those_of_the_paper() {
        // The first three of seed 1234567, as in the author's reference code.
        let mut dice = Dice::new(1_234_567);
        let rolls = [dice.roll(), dice.roll(), dice.roll()];
        let wanted = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(rolls, wanted);
    }

    #[test]
    fn numbers_stay_within_their_bounds_and_weights_are_kept() {
        let mut dice = Dice::new(1);
        let mut often = 0;
        for _ in 0..10_000 {
            assert!((3..=5).contains(&dice.between(3, 5)));
            often +=
                u32::from(dice.one_of(&[(3, "often"), (1, "rarely"), (0, "never")]) == "often");
            assert_ne!(dice.one_of(&[(1, "often"), (0, "never")]), "never");
        }
        assert!((7_300..7_700).contains(&often), "three in four: {often}");
        assert_eq!(dice.one_of(&[]), "");
        assert_eq!(dice.below(0), 0);
    }
}
