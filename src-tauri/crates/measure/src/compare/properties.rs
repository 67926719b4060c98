//! What must hold of any comparison.

use chain::vocabulary::Better;
use proptest::prelude::*;

use super::{
    Against, Case, Comparison, Group, Kind, Question, SMALL, Tally, Test, Verdict, compare, family,
    judge,
};
use crate::stats::Interval;
use crate::stats::properties::config;

pub(super) fn rate(x: f64, n: f64) -> Group {
    Group {
        rows: n as u64,
        tally: Tally {
            n,
            x,
            ..Tally::default()
        },
    }
}

pub(super) fn mean(values: &[f64]) -> Group {
    let n = values.len() as f64;
    let sum: f64 = values.iter().sum();
    let m2 = values.iter().map(|value| (value - sum / n).powi(2)).sum();
    Group {
        rows: values.len() as u64,
        tally: Tally {
            n,
            x: sum,
            m2,
            unknown: 0.0,
        },
    }
}

pub(super) fn question(kind: Kind, better: Better, threshold: f64) -> Question {
    Question {
        kind,
        better,
        threshold,
        unit: String::new(),
    }
}

fn one(question: &Question, segment: Group, against: Against) -> Comparison {
    compare(question, &[Case { segment, against }]).remove(0)
}

fn groups() -> impl Strategy<Value = Group> {
    (0_u32..5000)
        .prop_flat_map(|n| (0..=n, Just(n)))
        .prop_map(|(x, n)| rate(f64::from(x), f64::from(n)))
}

fn close(one: Option<f64>, two: Option<f64>) -> bool {
    match (one, two) {
        (Some(one), Some(two)) => (one - two).abs() < 1e-9,
        (one, two) => one == two,
    }
}

fn figures(made: &Comparison) -> Vec<f64> {
    let sides = [made.estimate, made.against];
    sides
        .iter()
        .flat_map(|side| [side.value, side.low, side.high])
        .chain([made.difference, made.difference_low, made.difference_high])
        .chain([made.p, made.q, made.detectable])
        .flatten()
        .collect()
}

fn flipped(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Better => Verdict::Worse,
        Verdict::Worse => Verdict::Better,
        same => same,
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn against_everyone_is_against_the_rest_scaled(segment in groups(), rest in groups()) {
        let rates = question(Kind::Rate, Better::Higher, 0.01);
        let part = one(&rates, segment, Against::Rest(rest));
        let whole = one(&rates, segment, Against::All { rest });
        prop_assert_eq!(part.p, whole.p);
        let direct = match (whole.estimate.value, whole.against.value, rest.tally.n > 0.0) {
            (Some(segment), Some(all), true) => Some(segment - all),
            _ => None,
        };
        prop_assert!(close(whole.difference, direct), "{:?} is not {direct:?}", whole.difference);
        let factor = rest.tally.n / (segment.tally.n + rest.tally.n);
        prop_assert!(close(whole.difference_low, part.difference_low.map(|low| low * factor)));
        prop_assert!(close(whole.difference_high, part.difference_high.map(|high| high * factor)));
    }

    #[test]
    fn a_mean_against_everyone_is_against_the_rest_scaled(
        segment in prop::collection::vec(-100.0_f64..100.0, 1..60),
        rest in prop::collection::vec(-100.0_f64..100.0, 1..60),
    ) {
        let means = question(Kind::Mean, Better::Higher, 0.0);
        let all = [segment.clone(), rest.clone()].concat();
        let (segment, rest, all) = (mean(&segment), mean(&rest), mean(&all));
        let found = one(&means, segment, Against::All { rest });
        let direct = segment.tally.x / segment.tally.n - all.tally.x / all.tally.n;
        prop_assert!(close(found.difference, Some(direct)));
        // The whole joined from its parts is the whole counted at once.
        let joined = segment.tally.joined(rest.tally);
        prop_assert!((joined.m2 - all.tally.m2).abs() <= 1e-9 * all.tally.m2.max(1.0));
        prop_assert!((joined.x - all.tally.x).abs() <= 1e-9 * 1e4);
    }

    #[test]
    fn swapping_sides_mirrors_the_figures_and_the_verdict(
        left in groups(),
        right in groups(),
        threshold in 0.0_f64..0.2,
    ) {
        let rates = question(Kind::Rate, Better::Higher, threshold);
        let here = one(&rates, left, Against::Rest(right));
        let there = one(&rates, right, Against::Rest(left));
        prop_assert!(close(here.difference, there.difference.map(|value| -value)));
        prop_assert!(close(here.difference_low, there.difference_high.map(|value| -value)));
        prop_assert!(close(here.p, there.p));
        prop_assert_eq!(here.verdict, flipped(there.verdict));
        let opposite = question(Kind::Rate, Better::Lower, threshold);
        prop_assert_eq!(flipped(one(&opposite, left, Against::Rest(right)).verdict), here.verdict);
    }

    #[test]
    fn a_verdict_follows_the_metric_when_everything_is_turned(
        low in -1.0_f64..1.0,
        width in 0.0_f64..1.0,
        n in 1.0_f64..200.0,
        threshold in 0.0_f64..0.5,
        q in prop::option::of(0.0_f64..0.1),
    ) {
        let interval = Interval { low, high: low + width };
        let up = judge(interval, n, Better::Higher, threshold, q);
        let turned = judge(interval.mirrored(), n, Better::Lower, threshold, q);
        prop_assert_eq!(up, turned);
        prop_assert_eq!(judge(interval, n, Better::Lower, threshold, q), flipped(up));
        prop_assert!(n >= SMALL || up == Verdict::CannotTell);
        if let Verdict::Better | Verdict::Worse = up {
            prop_assert!(q.is_some_and(|q| q <= 0.05), "never on an unsure q");
        }
        if threshold == 0.0 {
            let bounded = matches!(up, Verdict::TooSmallToMatter | Verdict::NoDifferenceThatMatters);
            prop_assert!(!bounded, "without a threshold nothing is too small");
        }
    }

    #[test]
    fn words_are_true_to_the_verdict(
        pairs in prop::collection::vec((groups(), groups(), 0_u8..3), 1..8),
        threshold in prop_oneof![Just(0.0), 0.0_f64..0.5],
    ) {
        let rates = question(Kind::Rate, Better::Lower, threshold);
        let cases: Vec<Case> = pairs
            .into_iter()
            .map(|(segment, other, kind)| Case {
                segment,
                against: match kind {
                    0 => Against::Rest(other),
                    1 => Against::All { rest: other },
                    _ => Against::Segment {
                        name: "Seniors".to_owned(),
                        group: other,
                        shared: segment.rows.min(other.rows),
                    },
                },
            })
            .collect();
        let made = compare(&rates, &cases);
        prop_assert_eq!(made.len(), cases.len());
        prop_assert_eq!(family(&made), made.iter().filter(|one| one.q.is_some()).count());
        for one in made {
            let words = one.words.as_str();
            if one.difference.is_some() {
                prop_assert!(words.starts_with(one.verdict.label()), "{}", words);
            } else {
                prop_assert_eq!(one.verdict, Verdict::CannotTell);
            }
            let equal = one.verdict == Verdict::NoDifferenceThatMatters;
            prop_assert_eq!(words.to_lowercase().contains("no difference"), equal, "{}", words);
            prop_assert!(!words.contains("NaN") && !words.contains("inf"), "{}", words);
            prop_assert!(words.ends_with('.') && !words.contains("  "), "{}", words);
            prop_assert!(!words.contains(" -"), "a minus is a true one: {}", words);
        }
    }

    #[test]
    fn no_tally_however_odd_gives_a_figure_that_is_not_a_number(
        numbers in prop::collection::vec(
            prop_oneof![
                any::<f64>(), -3.0_f64..3.0, Just(0.0), Just(f64::MAX), Just(5e-324), Just(1e9),
            ],
            6,
        ),
        kind in prop_oneof![Just(Kind::Rate), Just(Kind::Mean)],
        whole in any::<bool>(),
    ) {
        let group = |at: usize| Group {
            rows: 5,
            tally: Tally { n: numbers[at], x: numbers[at + 1], m2: numbers[at + 2], unknown: 0.0 },
        };
        let rest = group(3);
        let against = if whole { Against::All { rest } } else { Against::Rest(rest) };
        let made = one(&question(kind, Better::Higher, 0.1), group(0), against);
        for figure in figures(&made) {
            prop_assert!(figure.is_finite(), "{:?}", made);
        }
    }
}

#[test]
fn a_small_expected_count_is_tested_exactly_and_a_large_one_by_z() {
    let rates = question(Kind::Rate, Better::Higher, 0.0);
    let small = one(&rates, rate(5.0, 56.0), Against::Rest(rate(0.0, 29.0)));
    assert_eq!(
        small.test,
        Some(Test::FisherExact),
        "1.7 are expected in a cell"
    );
    let large = one(&rates, rate(56.0, 70.0), Against::Rest(rate(48.0, 80.0)));
    assert_eq!(large.test, Some(Test::PooledZ));
}

#[test]
fn nobody_on_either_side_is_tested_exactly_and_gives_one() {
    let rates = question(Kind::Rate, Better::Higher, 0.05);
    let none = one(&rates, rate(0.0, 1000.0), Against::Rest(rate(0.0, 2000.0)));
    assert_eq!(none.p, Some(1.0));
    assert_eq!(none.verdict, Verdict::NoDifferenceThatMatters);
}

#[test]
fn weights_that_are_not_whole_are_rounded_for_the_exact_test_only() {
    let rates = question(Kind::Rate, Better::Higher, 0.0);
    let weighted = one(&rates, rate(2.2, 40.3), Against::Rest(rate(0.6, 60.1)));
    let whole = one(&rates, rate(2.0, 40.0), Against::Rest(rate(1.0, 61.0)));
    assert_eq!(weighted.test, Some(Test::FisherExact));
    assert_eq!(weighted.p, whole.p);
    assert_eq!(weighted.difference, Some(2.2 / 40.3 - 0.6 / 60.1));
}

#[test]
fn weights_summed_in_another_order_still_count_as_everyone() {
    let rates = question(Kind::Rate, Better::Higher, 0.0);
    let all = one(
        &rates,
        rate(100.000_000_000_01, 100.0),
        Against::Rest(rate(-1e-12, 50.0)),
    );
    assert_eq!(all.estimate.value, Some(1.0));
    assert_eq!(all.against.value, Some(0.0));
    assert_eq!(all.verdict, Verdict::Better);
}

#[test]
fn q_is_over_every_case_handed_in_and_only_those_with_a_p() {
    let rates = question(Kind::Rate, Better::Higher, 0.0);
    let against = |other| Against::Rest(other);
    let cases = [
        Case {
            segment: rate(60.0, 100.0),
            against: against(rate(40.0, 100.0)),
        },
        Case {
            segment: rate(0.0, 0.0),
            against: against(rate(50.0, 100.0)),
        },
        Case {
            segment: rate(52.0, 100.0),
            against: against(rate(50.0, 100.0)),
        },
        Case {
            segment: rate(50.0, 100.0),
            against: Against::Itself,
        },
    ];
    let made = compare(&rates, &cases);
    assert_eq!(family(&made), 2);
    let p = made[0].p.expect("both sides have rows");
    assert_eq!(made[0].q, Some(p * 2.0));
    assert_eq!((made[1].p, made[1].q), (None, None));
    assert_eq!((made[3].p, made[3].q), (None, None));
}

#[test]
fn thirty_rows_are_judged_and_twenty_nine_are_not() {
    let rates = question(Kind::Rate, Better::Higher, 0.0);
    let verdict = |n| one(&rates, rate(n, n), Against::Rest(rate(0.0, 1000.0))).verdict;
    assert_eq!(verdict(30.0), Verdict::Better);
    assert_eq!(verdict(29.0), Verdict::CannotTell);
    let few_left = one(
        &rates,
        rate(900.0, 971.0),
        Against::All {
            rest: rate(0.0, 29.0),
        },
    );
    assert_eq!(
        few_left.verdict,
        Verdict::CannotTell,
        "the rest is what it is judged by"
    );
}

#[test]
fn a_boundary_falls_on_the_side_the_contract_says() {
    let at = |low, high| Interval { low, high };
    let judged = |interval, q| judge(interval, 100.0, Better::Higher, 0.02, Some(q));
    assert_eq!(
        judged(at(0.02, 0.05), 0.01),
        Verdict::CannotTell,
        "low must pass the threshold"
    );
    assert_eq!(
        judged(at(0.021, 0.05), 0.05),
        Verdict::Better,
        "q of 0.05 is enough"
    );
    assert_eq!(judged(at(0.021, 0.05), 0.051), Verdict::CannotTell);
    assert_eq!(
        judged(at(0.001, 0.019), 0.9),
        Verdict::TooSmallToMatter,
        "q has no say here"
    );
    assert_eq!(
        judged(at(0.0, 0.019), 0.9),
        Verdict::NoDifferenceThatMatters
    );
    assert_eq!(
        judge(at(0.01, 0.02), 100.0, Better::Higher, -1.0, Some(0.0)),
        Verdict::Better
    );
}
