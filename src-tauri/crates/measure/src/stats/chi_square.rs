//! Whether a rate differs among several groups at all.

use statrs::function::gamma::gamma_ur;

use super::is_count;

/// Pearson's chi-square of k groups by done and not done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    /// The statistic.
    pub statistic: f64,
    /// Degrees of freedom: groups with rows, less one.
    pub degrees: usize,
    /// The probability of a statistic at least as large if all rates were one.
    pub p: f64,
    /// Cramér's V, in 0…1: the strength of the association.
    pub cramers_v: f64,
    /// The smallest count expected in any cell; below 5 the p is rough.
    pub min_expected: f64,
}

/// The test over groups given as `(x, n)`; groups without rows are left out. `None` with fewer
/// than two groups, when nobody or everybody did it, or with counts that cannot be.
pub fn of_groups(groups: &[(f64, f64)]) -> Option<ChiSquare> {
    let groups: Vec<_> = groups.iter().copied().filter(|&(_, n)| n != 0.0).collect();
    if groups.len() < 2 || !groups.iter().all(|&(x, n)| is_count(x, n)) {
        return None;
    }
    let n: f64 = groups.iter().map(|&(_, n)| n).sum();
    let did: f64 = groups.iter().map(|&(x, _)| x).sum();
    let did_not: f64 = groups.iter().map(|&(x, n)| n - x).sum();
    if did <= 0.0 || did_not <= 0.0 {
        return None;
    }
    // Both cells of a group miss their expectation by the same amount.
    let statistic: f64 = groups
        .iter()
        .map(|&(x, size)| (x - size * (did / n)).powi(2) / (size * (did / n) * (did_not / n)))
        .sum();
    let smallest = groups.iter().map(|&(_, n)| n).fold(f64::INFINITY, f64::min);
    let degrees = groups.len() - 1;
    let p = if statistic > 0.0 {
        gamma_ur(degrees as f64 / 2.0, statistic / 2.0).clamp(0.0, 1.0)
    } else {
        1.0
    };
    statistic.is_finite().then_some(ChiSquare {
        statistic,
        degrees,
        p,
        // One of the two dimensions is 2, so the divisor min(k, 2) − 1 is one.
        cramers_v: (statistic / n).sqrt(),
        min_expected: smallest * (did.min(did_not) / n),
    })
}
