//! A set of rows, one bit each.

use std::ops::{BitAnd, BitOr, Not};

/// A set of rows as bits in 64-bit words. Bits past the last row are always zero.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mask {
    len: usize,
    words: Vec<u64>,
}

impl Mask {
    /// No row of `len`.
    pub fn none(len: usize) -> Self {
        Self {
            len,
            words: vec![0; len.div_ceil(64)],
        }
    }

    /// Every row of `len`.
    pub fn all(len: usize) -> Self {
        let mut mask = Self {
            len,
            words: vec![u64::MAX; len.div_ceil(64)],
        };
        mask.clear_tail();
        mask
    }

    /// The rows of `len` for which `holds`.
    pub fn from_fn(len: usize, mut holds: impl FnMut(usize) -> bool) -> Self {
        let mut words = Vec::with_capacity(len.div_ceil(64));
        for first in (0..len).step_by(64) {
            let mut word = 0;
            for row in first..len.min(first + 64) {
                word |= u64::from(holds(row)) << (row - first);
            }
            words.push(word);
        }
        Self { len, words }
    }

    /// The rows whose value `holds`, a bit a value.
    pub fn from_values<T: Copy>(values: &[T], mut holds: impl FnMut(T) -> bool) -> Self {
        let words = values.chunks(64).map(|chunk| {
            let bit = |word, (at, value): (usize, &T)| word | (u64::from(holds(*value)) << at);
            chunk.iter().enumerate().fold(0, bit)
        });
        Self {
            len: values.len(),
            words: words.collect(),
        }
    }

    /// Rows in all, in the set or not.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no rows at all, in the set or not.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether the row is in the set; a row past the end is not.
    pub fn get(&self, row: usize) -> bool {
        self.words
            .get(row / 64)
            .is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Puts a row in the set; a row past the end is ignored.
    pub fn insert(&mut self, row: usize) {
        if row < self.len
            && let Some(word) = self.words.get_mut(row / 64)
        {
            *word |= 1 << (row % 64);
        }
    }

    /// Adds a row at the end.
    pub fn push(&mut self, inside: bool) {
        if self.len.is_multiple_of(64) {
            self.words.push(0);
        }
        self.len += 1;
        if inside {
            self.insert(self.len - 1);
        }
    }

    /// Rows in the set.
    pub fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Rows in both sets.
    pub fn count_and(&self, other: &Mask) -> usize {
        let both = self.words.iter().zip(&other.words);
        both.map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The rows in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let row = at * 64 + left.trailing_zeros() as usize;
                (left != 0).then(|| {
                    left &= left - 1;
                    row
                })
            })
        })
    }

    /// Keeps the rows that are in the other set too. Sets of one table have one length; where the
    /// other is shorter, its missing rows count as outside.
    pub fn intersect(&mut self, other: &Mask) {
        let missing = std::iter::repeat(&0);
        for (word, with) in self.words.iter_mut().zip(other.words.iter().chain(missing)) {
            *word &= with;
        }
    }

    /// Adds the rows of the other set, as far as this one has rows.
    pub fn unite(&mut self, other: &Mask) {
        for (word, with) in self.words.iter_mut().zip(&other.words) {
            *word |= with;
        }
        self.clear_tail();
    }

    /// Takes out the rows of the other set.
    pub fn subtract(&mut self, other: &Mask) {
        for (word, without) in self.words.iter_mut().zip(&other.words) {
            *word &= !without;
        }
    }

    /// Turns the set into the rows outside it.
    pub fn invert(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.clear_tail();
    }

    /// The words, 64 rows each, first row in the lowest bit.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// A set of `len` rows from its words; missing words are zero, bits past the end are cleared.
    pub fn from_words(len: usize, mut words: Vec<u64>) -> Self {
        words.resize(len.div_ceil(64), 0);
        let mut mask = Self { len, words };
        mask.clear_tail();
        mask
    }

    fn clear_tail(&mut self) {
        let used = self.len % 64;
        if used != 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << used) - 1;
        }
    }
}

impl BitAnd<&Mask> for Mask {
    type Output = Mask;

    fn bitand(mut self, other: &Mask) -> Mask {
        self.intersect(other);
        self
    }
}

impl BitOr<&Mask> for Mask {
    type Output = Mask;

    fn bitor(mut self, other: &Mask) -> Mask {
        self.unite(other);
        self
    }
}

impl Not for Mask {
    type Output = Mask;

    fn not(mut self) -> Mask {
        self.invert();
        self
    }
}

impl FromIterator<bool> for Mask {
    fn from_iter<I: IntoIterator<Item = bool>>(bits: I) -> Self {
        let mut mask = Mask::default();
        bits.into_iter().for_each(|bit| mask.push(bit));
        mask
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_mask_is_a_set_of_rows(bits in prop::collection::vec(any::<(bool, bool)>(), 0..300)) {
            let a: Mask = bits.iter().map(|bit| bit.0).collect();
            let b: Mask = bits.iter().map(|bit| bit.1).collect();
            let rows = |holds: &dyn Fn(bool, bool) -> bool| -> Vec<usize> {
                (0..bits.len()).filter(|row| holds(bits[*row].0, bits[*row].1)).collect()
            };
            let listed = |mask: &Mask| mask.iter().collect::<Vec<_>>();
            prop_assert_eq!(listed(&a), rows(&|a, _| a));
            prop_assert_eq!(listed(&(a.clone() & &b)), rows(&|a, b| a && b));
            prop_assert_eq!(listed(&(a.clone() | &b)), rows(&|a, b| a || b));
            prop_assert_eq!(listed(&!a.clone()), rows(&|a, _| !a));
            prop_assert_eq!(a.count_and(&b), rows(&|a, b| a && b).len());
            let mut without = a.clone();
            without.subtract(&b);
            prop_assert_eq!(without.count(), rows(&|a, b| a && !b).len());
            prop_assert_eq!(&Mask::from_fn(bits.len(), |row| bits[row].0), &a);
            prop_assert_eq!(&Mask::from_values(&bits, |bit| bit.0), &a);
            prop_assert_eq!(Mask::from_words(a.len(), a.words().to_vec()), a);
        }
    }

    #[test]
    fn no_bit_stands_past_the_last_row() {
        for len in [0, 1, 63, 64, 65, 128] {
            assert_eq!(Mask::all(len).count(), len);
            assert_eq!((!Mask::none(len)).count(), len);
            assert_eq!(Mask::from_words(len, vec![u64::MAX; 9]).count(), len);
            assert!(!Mask::all(len).get(len), "a row past the end is outside");
        }
    }
}
