//! What must hold for any numbers, and values worked out to 40 digits elsewhere (mpmath).

use proptest::prelude::*;

use super::mean::Sample;
use super::multiplicity::{benjamini_hochberg, holm};
use super::two_by_two::TwoByTwo;
use super::{Interval, chi_square, detectable, difference, fisher, normal, proportion, student};

/// Proptest without files beside the sources.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// `x` of `n`, both whole.
fn counts(most: u32) -> impl Strategy<Value = (f64, f64)> {
    (1..=most)
        .prop_flat_map(|n| (0..=n, Just(n)))
        .prop_map(|(x, n)| (f64::from(x), f64::from(n)))
}

fn near(one: f64, two: f64) -> bool {
    (one - two).abs() <= 1e-12 * one.abs().max(two.abs()).max(1.0)
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn an_interval_of_a_rate_holds_it_and_stays_in_0_to_1((x, n) in counts(1_000_000)) {
        let wilson = proportion::wilson(x, n, 0.95).expect("counts");
        prop_assert!(0.0 <= wilson.low && wilson.low <= x / n);
        prop_assert!(x / n <= wilson.high && wilson.high <= 1.0);
        prop_assert_eq!(wilson.low == 0.0, x == 0.0, "0 of n, and only that, reaches 0");
        prop_assert_eq!(wilson.high == 1.0, x == n, "n of n, and only that, reaches 1");
    }

    #[test]
    fn clopper_pearson_leaves_exactly_its_tails((x, n) in counts(3000)) {
        let exact = proportion::clopper_pearson(x, n, 0.9).expect("counts");
        prop_assert!(exact.low <= x / n && x / n <= exact.high);
        // At the upper limit, x or fewer successes have probability 5 %.
        if x < n {
            let at_most: f64 = (0..=x as u32)
                .map(|k| {
                    let q = 1.0 - exact.high;
                    super::binomial::ln_probability(f64::from(k), n, exact.high, q).exp()
                })
                .sum();
            prop_assert!((at_most - 0.05).abs() < 1e-9, "{at_most}");
        }
    }

    #[test]
    fn a_rate_seen_on_more_rows_is_surer((x, n) in counts(10_000), times in 2_u32..50) {
        let times = f64::from(times);
        let few = proportion::wilson(x, n, 0.95).expect("counts");
        let many = proportion::wilson(x * times, n * times, 0.95).expect("counts");
        prop_assert!(many.high - many.low < few.high - few.low);
    }

    #[test]
    fn a_difference_lies_in_its_interval_and_swapping_sides_mirrors_it(
        (x1, n1) in counts(100_000),
        (x2, n2) in counts(100_000),
    ) {
        let found = difference::newcombe(x1, n1, x2, n2, 0.95).expect("counts");
        let gap = x1 / n1 - x2 / n2;
        prop_assert!(-1.0 <= found.low && found.low <= gap && gap <= found.high);
        prop_assert!(found.high <= 1.0);
        let swapped = difference::newcombe(x2, n2, x1, n1, 0.95).expect("counts").mirrored();
        prop_assert!(near(found.low, swapped.low) && near(found.high, swapped.high));
    }

    #[test]
    fn tests_do_not_depend_on_which_side_is_first(
        (x1, n1) in counts(5000),
        (x2, n2) in counts(5000),
    ) {
        let one = TwoByTwo::new(x1, n1, x2, n2).expect("counts");
        let two = TwoByTwo::new(x2, n2, x1, n1).expect("counts");
        prop_assert_eq!(one.z(), two.z().map(|z| 0.0 - z));
        // The smallest doubles have few digits, so a p near their end is only compared with it.
        let same = |p: f64, q: f64| p.max(q) < 1e-300 || (p / q - 1.0).abs() < 1e-9;
        prop_assert!(same(one.p_fisher(), two.p_fisher()));
        let not = TwoByTwo::new(n1 - x1, n1, n2 - x2, n2).expect("counts");
        prop_assert!(same(one.p_fisher(), not.p_fisher()), "nor on what is counted");
    }

    #[test]
    fn chi_square_of_two_groups_is_z_squared((x1, n1) in counts(5000), (x2, n2) in counts(5000)) {
        let table = TwoByTwo::new(x1, n1, x2, n2).expect("counts");
        let groups = chi_square::of_groups(&[(x1, n1), (x2, n2), (0.0, 0.0)]);
        prop_assert_eq!(groups.is_some(), table.z().is_some());
        if let (Some(groups), Some(statistic), Some(p)) = (groups, table.chi_square(), table.p_z()) {
            prop_assert!((groups.statistic - statistic).abs() <= 1e-9 * statistic.max(1e-9));
            prop_assert!((groups.p - p).abs() <= 1e-7, "{} is not {p}", groups.p);
        }
    }

    #[test]
    fn fisher_equals_the_sum_over_all_tables((x1, n1) in counts(25), (x2, n2) in counts(25)) {
        let (a, b, c, d) = (x1 as u128, (n1 - x1) as u128, x2 as u128, (n2 - x2) as u128);
        // In whole numbers: ways to place the successes in the first group, times the others.
        let ways = |x: u128| choose(a + b, x) * choose(c + d, a + c - x);
        let possible = (a + c).saturating_sub(c + d)..=(a + c).min(a + b);
        let observed = ways(a);
        let no_likelier: u128 = possible.clone().map(ways).filter(|&w| w <= observed).sum();
        let all: u128 = possible.map(ways).sum();
        let expected = no_likelier as f64 / all as f64;
        let found = fisher::two_sided_p(x1, n1 - x1, x2, n2 - x2);
        prop_assert!((found - expected).abs() <= 1e-11 * expected, "{found} is not {expected}");
    }

    #[test]
    fn welch_holds_its_difference_mirrors_and_sharpens(
        one in prop::collection::vec(-1e3_f64..1e3, 2..40),
        two in prop::collection::vec(-1e3_f64..1e3, 2..40),
    ) {
        let (one, two) = (sample(&one), sample(&two));
        let (Some(found), Some(swapped)) = (one.welch(two, 0.95), two.welch(one, 0.95)) else {
            return Err(TestCaseError::reject("no spread"));
        };
        prop_assert!(found.interval.low <= found.difference);
        prop_assert!(found.difference <= found.interval.high);
        let mirrored = swapped.interval.mirrored();
        prop_assert!((found.interval.low - mirrored.low).abs() < 1e-9);
        prop_assert!((found.interval.high - mirrored.high).abs() < 1e-9);
        prop_assert!((found.p - swapped.p).abs() < 1e-12);
        // 95 % intervals leave zero out exactly when p < 0.05.
        let excludes = found.interval.low > 0.0 || found.interval.high < 0.0;
        prop_assert!(excludes == (found.p < 0.05) || (found.p - 0.05).abs() < 1e-9);
    }

    #[test]
    fn adjusted_p_are_never_below_p_and_keep_their_order(
        p in prop::collection::vec(prop::option::weighted(0.8, 0.0_f64..=1.0), 0..40),
    ) {
        for adjusted in [benjamini_hochberg(&p), holm(&p)] {
            prop_assert_eq!(adjusted.len(), p.len());
            for (at, (&raw, &found)) in p.iter().zip(&adjusted).enumerate() {
                prop_assert_eq!(raw.is_some(), found.is_some(), "a missing p stays missing");
                let (Some(raw), Some(found)) = (raw, found) else { continue };
                prop_assert!(raw <= found && found <= 1.0);
                for (other, &other_found) in p.iter().zip(&adjusted).skip(at) {
                    let (Some(other), Some(other_found)) = (*other, other_found) else { continue };
                    if raw <= other {
                        prop_assert!(found <= other_found);
                    }
                }
            }
        }
        let present: Vec<_> = p.iter().copied().filter(Option::is_some).collect();
        let kept: Vec<_> = benjamini_hochberg(&p).into_iter().filter(Option::is_some).collect();
        prop_assert_eq!(benjamini_hochberg(&present), kept, "a missing p is not in the family");
    }

    #[test]
    fn q_is_no_harsher_than_holm(p in prop::collection::vec(0.0_f64..=1.0, 1..40)) {
        let p: Vec<_> = p.into_iter().map(Some).collect();
        for (q, holm) in benjamini_hochberg(&p).into_iter().zip(holm(&p)) {
            prop_assert!(q.expect("there") <= holm.expect("there") + 1e-15);
        }
    }

    #[test]
    fn more_rows_detect_smaller_gaps(base in 0.01_f64..0.99, n in 30.0_f64..1e6, times in 2.0_f64..9.0) {
        let gap = |times: f64| {
            detectable::rate(base, n * times, n * times, 0.05, 0.8).and_then(|gap| gap.up)
        };
        if let (Some(few), Some(many)) = (gap(1.0), gap(times)) {
            prop_assert!(many < few);
            prop_assert!(base + few <= 1.0);
        }
    }

    #[test]
    fn the_t_quantile_undoes_the_t_tail(level in 0.2_f64..0.999, log in -1.0_f64..8.0) {
        let df = 10_f64.powf(log);
        let t = student::two_sided_quantile(level, df).expect("a quantile");
        let p = student::two_sided_p(t, df).expect("a tail");
        prop_assert!((p - (1.0 - level)).abs() < 1e-11, "{p} at {t} with {df}");
    }
}

fn sample(values: &[f64]) -> Sample {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let m2 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Sample::new(n, mean, m2).expect("a sample")
}

fn choose(n: u128, k: u128) -> u128 {
    (1..=k).fold(1, |ways, step| ways * (n - step + 1) / step)
}

#[test]
fn t_tails_are_right_far_out_and_for_any_degrees() {
    for (t, df, expected) in [
        (0.5, 0.5, 0.757_318_072_929_436_6),
        (3.0, 0.7, 0.283_371_339_301_025_86),
        (1e-9, 5.0, 0.999_999_999_240_786_6),
        (40.0, 3.0, 3.438_068_078_915_858e-5),
        (1e6, 2.0, 9.999_999_999_985e-13),
        (5.0, 1000.0, 6.767_256_364_648_63e-7),
        (2.5, 1e6, 0.012_419_489_502_163_246),
        (1.96, 12345.6, 0.050_018_251_524_300_53),
        (12.0, 50.5, 2.105_980_149_975_928_8e-16),
    ] {
        let found = student::two_sided_p(t, df).expect("a tail");
        let gap = (found / expected - 1.0).abs();
        assert!(gap < 1e-12, "{found} is not {expected} at {t} with {df}");
    }
}

#[test]
fn t_quantiles_are_right_across_the_change_of_method() {
    for (level, df, expected) in [
        (0.95, 0.5, 164.557_673_480_488_53),
        (0.95, 1.0, 12.706_204_736_174_705),
        (0.95, 3.7, 2.867_520_707_191_189_4),
        (0.95, 999.5, 1.962_340_270_383_845_8),
        (0.95, 1000.0, 1.962_339_080_826_408_5),
        (0.99, 1500.5, 2.579_109_837_287_529_5),
        (0.95, 1e6, 1.959_966_356_814_107),
        (0.6, 35.2, 0.851_952_165_903_804_3),
        (0.999_999, 1000.0, 4.922_289_523_429_588),
    ] {
        let found = student::two_sided_quantile(level, df).expect("a quantile");
        let gap = (found / expected - 1.0).abs();
        assert!(
            gap < 1e-11,
            "{found} is not {expected} for {level} with {df}"
        );
    }
}

#[test]
fn normal_tails_keep_their_digits_to_the_end_of_the_doubles() {
    let far = normal::two_sided_p(30.0);
    assert!((far / 9.813_427_854_296_374e-198 - 1.0).abs() < 1e-11);
    assert_eq!(
        normal::two_sided_p(60.0),
        0.0,
        "below the smallest double it is zero, not NaN"
    );
    assert_eq!(normal::two_sided_p(0.0), 1.0);
}

#[test]
fn fisher_is_finite_and_symmetric_in_tables_of_billions() {
    let (a, b) = (500_030_000.0, 499_970_000.0);
    let one = fisher::two_sided_p(a, b, b, a);
    let two = fisher::two_sided_p(b, a, a, b);
    // A tie on the far side must not be lost: both tails count, so p is near the z test's.
    let table = TwoByTwo::new(a, a + b, b, a + b).expect("counts");
    let z = table.p_chi_square_yates().expect("variation");
    assert!((one / two - 1.0).abs() < 1e-9);
    assert!((one / z - 1.0).abs() < 1e-3, "{one} beside {z}");
    assert_eq!(
        fisher::two_sided_p(0.0, 1e9, 1e9, 0.0),
        0.0,
        "too small for a double is zero"
    );
}

#[test]
fn what_is_not_defined_is_none() {
    for (x, n) in [
        (0.0, 0.0),
        (3.0, 2.0),
        (-1.0, 5.0),
        (f64::NAN, 5.0),
        (1.0, f64::INFINITY),
    ] {
        assert_eq!(proportion::wilson(x, n, 0.95), None, "{x} of {n}");
        assert_eq!(proportion::clopper_pearson(x, n, 0.95), None, "{x} of {n}");
        assert_eq!(
            difference::newcombe(1.0, 2.0, x, n, 0.95),
            None,
            "{x} of {n}"
        );
        assert_eq!(TwoByTwo::new(x, n, 1.0, 2.0), None, "{x} of {n}");
    }
    for level in [0.0, 1.0, -0.5, f64::NAN] {
        assert_eq!(proportion::wilson(1.0, 2.0, level), None, "at {level}");
        assert_eq!(student::two_sided_quantile(level, 5.0), None, "at {level}");
    }
    assert_eq!(student::two_sided_p(1.0, 0.0), None);
    assert_eq!(student::two_sided_p(f64::INFINITY, 3.0), None);
    assert_eq!(chi_square::of_groups(&[(1.0, 2.0)]), None, "one group");
    assert_eq!(
        chi_square::of_groups(&[(0.0, 2.0), (0.0, 9.0)]),
        None,
        "nobody did it"
    );
    assert_eq!(Sample::new(f64::NAN, 1.0, 1.0), None);
    assert_eq!(Sample::new(3.0, 1.0, -1.0), None);
    let one_row = Sample::new(1.0, 4.0, 0.0).expect("a row");
    assert_eq!(one_row.t_interval(0.95), None);
    assert_eq!(one_row.cohens_d(one_row), None);
    assert_eq!(detectable::rate(0.1, 0.0, 10.0, 0.05, 0.8), None);
    assert_eq!(detectable::mean(one_row, one_row, 0.05, 0.8), None);
}

#[test]
fn a_p_that_cannot_be_is_treated_as_missing() {
    let p = [Some(f64::NAN), Some(0.01), Some(1.5), None];
    assert_eq!(benjamini_hochberg(&p), [None, Some(0.01), None, None]);
    assert_eq!(holm(&p), [None, Some(0.01), None, None]);
}

#[test]
fn a_summed_constant_is_no_spread() {
    // 0.1 has no exact double, so its sums wander by a few units in the last place.
    let constant = sample(&[0.1; 1000]);
    assert_eq!(constant.variance(), Some(0.0));
    assert_eq!(constant.welch(sample(&[0.3; 1000]), 0.95), None);
    let at = constant.mean();
    assert_eq!(
        constant.t_interval(0.95),
        Some(Interval { low: at, high: at })
    );
}

#[test]
fn detectable_mean_is_what_power_tables_give() {
    // Two groups of 64 with standard deviation 1 find half a standard deviation four times in
    // five (Cohen 1988, table 2.3.5).
    let group = Sample::new(64.0, 0.0, 63.0).expect("a sample");
    let gap = detectable::mean(group, group, 0.05, 0.8).expect("a gap");
    assert!((gap - 0.5).abs() < 0.005, "{gap}");
}
