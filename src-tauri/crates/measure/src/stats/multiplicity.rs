//! p-values adjusted for how many comparisons were made.
//!
//! Input order is kept. A missing p stays missing and does not count in the family.

/// Benjamini–Hochberg q: among comparisons with q ≤ 0.05, at most one in twenty is expected to be
/// false. For lists that people explore.
///
/// Source: Benjamini & Hochberg (1995), JRSS B 57:289.
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let order = ascending(p);
    let family = order.len() as f64;
    let mut adjusted = vec![None; p.len()];
    let mut least: f64 = 1.0;
    for (rank, &(index, p)) in order.iter().enumerate().rev() {
        least = least.min(p * (family / (rank + 1) as f64));
        adjusted[index] = Some(least);
    }
    adjusted
}

/// Holm's adjusted p: holds the chance of any false claim among the family. For a decision that
/// hangs on every one of them.
///
/// Source: Holm (1979), Scand J Stat 6:65.
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let order = ascending(p);
    let family = order.len();
    let mut adjusted = vec![None; p.len()];
    let mut most: f64 = 0.0;
    for (rank, &(index, p)) in order.iter().enumerate() {
        most = most.max(p * (family - rank) as f64).min(1.0);
        adjusted[index] = Some(most);
    }
    adjusted
}

/// The positions and values of the p that are there, smallest first.
fn ascending(p: &[Option<f64>]) -> Vec<(usize, f64)> {
    let mut order: Vec<(usize, f64)> = p
        .iter()
        .enumerate()
        .filter_map(|(index, p)| p.filter(|p| (0.0..=1.0).contains(p)).map(|p| (index, p)))
        .collect();
    order.sort_by(|one, two| one.1.total_cmp(&two.1));
    order
}
