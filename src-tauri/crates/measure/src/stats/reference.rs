//! The copied reference results, each case within the tolerance its origin gives.

use serde_json::Value;

use super::mean::Sample;
use super::multiplicity::{benjamini_hochberg, holm};
use super::two_by_two::TwoByTwo;
use super::{Interval, chi_square, detectable, difference, proportion};

fn cases(name: &str) -> Vec<Value> {
    let path = format!(
        "{}/../../../tests/fixtures/reference/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(&path).expect("the fixture is there");
    let cases: Vec<Value> = serde_json::from_str(&text).expect("the fixture is JSON");
    assert!(!cases.is_empty());
    cases
}

fn input(case: &Value, name: &str) -> f64 {
    case["inputs"][name].as_f64().expect("a number goes in")
}

/// A closed formula: 1e-9 absolute, relative below 1e-6 and above 1.
fn assert_closed(found: f64, expected: f64, what: &str) {
    let size = expected.abs();
    let allowed = if size > 0.0 && !(1e-6..=1.0).contains(&size) {
        1e-9 * size
    } else {
        1e-9
    };
    assert!(
        (found - expected).abs() <= allowed,
        "{what}: {found} is not {expected}"
    );
}

/// A tail: relative to 1e-12, beyond that 0.01 in the power of ten; zero is zero.
fn assert_tail(found: f64, expected: f64, relative: f64, what: &str) {
    if expected == 0.0 {
        assert!(found < 1e-300, "{what}: {found} is not below every double");
    } else if expected < 1e-12 {
        let gap = (found.log10() - expected.log10()).abs();
        assert!(gap <= 0.01, "{what}: {found} is not {expected}");
    } else {
        let gap = (found - expected).abs();
        assert!(
            gap <= relative * expected,
            "{what}: {found} is not {expected}"
        );
    }
}

/// A figure that the reference may leave undefined or infinite; both are `None` here.
fn assert_figure(found: Option<f64>, expected: &Value, what: &str) {
    match expected.as_f64() {
        Some(expected) => assert_closed(found.expect(what), expected, what),
        None => assert_eq!(found, None, "{what} is undefined"),
    }
}

fn assert_interval(found: Option<Interval>, expected: &Value, relative: f64, what: &str) {
    let found = found.expect(what);
    for (found, expected) in [(found.low, &expected[0]), (found.high, &expected[1])] {
        let expected = expected.as_f64().expect("a limit");
        if relative > 0.0 && expected != 0.0 {
            let gap = (found - expected).abs();
            assert!(
                gap <= relative * expected.abs(),
                "{what}: {found} is not {expected}"
            );
        } else {
            assert_closed(found, expected, what);
        }
    }
}

fn assert_published(found: Option<Interval>, expected: &Value, what: &str) {
    let found = found.expect(what);
    for (found, expected) in [(found.low, &expected[0]), (found.high, &expected[1])] {
        let expected = expected.as_f64().expect("a published limit");
        assert!(
            (found - expected).abs() <= 1e-4,
            "{what}: {found} was printed as {expected}"
        );
    }
}

#[test]
fn proportion_intervals_match_the_reference() {
    for case in cases("a_proportion_intervals") {
        let what = case["case"].to_string();
        let (x, n, level) = (
            input(&case, "x"),
            input(&case, "n"),
            input(&case, "conf_level"),
        );
        let expected = &case["expected"];
        let wilson = proportion::wilson(x, n, level);
        let exact = proportion::clopper_pearson(x, n, level);
        assert_interval(wilson, &expected["wilson"], 0.0, &what);
        assert_interval(exact, &expected["clopper_pearson"], 1e-8, &what);
        let published = &expected["published_4dp"];
        if !published.is_null() {
            assert_published(wilson, &published["wilson"], &what);
            assert_published(exact, &published["clopper_pearson"], &what);
        }
    }
}

#[test]
fn difference_intervals_match_the_reference() {
    for case in cases("a_difference_intervals") {
        let what = case["case"].to_string();
        let of = |name| input(&case, name);
        let found = difference::newcombe(of("x1"), of("n1"), of("x2"), of("n2"), of("conf_level"));
        let expected = &case["expected"];
        assert_interval(found, &expected["newcombe_hybrid_score"], 0.0, &what);
        if !expected["published_4dp"].is_null() {
            assert_published(found, &expected["published_4dp"], &what);
        }
    }
}

#[test]
fn two_proportion_tests_match_the_reference() {
    let mut tables = 0;
    for case in cases("b_two_proportion_tests") {
        if case["inputs"]["x1"].is_null() {
            continue;
        }
        tables += 1;
        let what = case["case"].to_string();
        let of = |name| input(&case, name);
        let table = TwoByTwo::new(of("x1"), of("n1"), of("x2"), of("n2")).expect("counts");
        let expected = &case["expected"];
        assert_figure(table.z(), &expected["z_pooled"], &what);
        assert_figure(table.chi_square(), &expected["chi2_no_correction"], &what);
        assert_figure(table.chi_square_yates(), &expected["chi2_yates"], &what);
        assert_figure(table.relative_risk(), &expected["relative_risk"], &what);
        assert_figure(table.odds_ratio(), &expected["sample_odds_ratio"], &what);
        assert_figure(Some(table.cohens_h()), &expected["cohens_h"], &what);
        for (found, name) in [
            (table.p_z(), "p_z_two_sided"),
            (table.p_chi_square(), "p_chi2"),
            (table.p_chi_square_yates(), "p_chi2_yates"),
        ] {
            match expected[name].as_f64() {
                Some(expected) => assert_tail(found.expect(&what), expected, 1e-8, &what),
                None => assert_eq!(found, None, "{what}: {name}"),
            }
        }
        if let Some(least) = expected["min_expected_count"].as_f64() {
            assert_closed(table.min_expected(), least, &what);
        }
        let fisher = expected["p_fisher_two_sided"]
            .as_f64()
            .expect("always given");
        assert_tail(table.p_fisher(), fisher, 1e-7, &what);
    }
    assert_eq!(tables, 12, "every two-by-two case was looked at");
}

#[test]
fn tests_of_several_groups_match_the_reference() {
    let mut tables = 0;
    for case in cases("b_two_proportion_tests") {
        let Some(groups) = case["inputs"]["segments_x_n"].as_array() else {
            continue;
        };
        tables += 1;
        let what = case["case"].to_string();
        let count = |group: &Value, at: usize| group[at].as_f64().expect("a count");
        let groups: Vec<_> = groups
            .iter()
            .map(|group| (count(group, 0), count(group, 1)))
            .collect();
        let found = chi_square::of_groups(&groups).expect(&what);
        let expected = &case["expected"];
        assert_figure(Some(found.statistic), &expected["chi2"], &what);
        assert_figure(Some(found.cramers_v), &expected["cramers_v"], &what);
        assert_figure(
            Some(found.min_expected),
            &expected["min_expected_count"],
            &what,
        );
        assert_eq!(
            Some(found.degrees as u64),
            expected["dof"].as_u64(),
            "{what}"
        );
        assert_tail(found.p, expected["p"].as_f64().expect("a p"), 1e-8, &what);
    }
    assert_eq!(tables, 3, "every case of several groups was looked at");
}

#[test]
fn means_match_the_reference() {
    for case in cases("c_means") {
        let what = case["case"].to_string();
        let level = input(&case, "conf_level");
        let expected = &case["expected"];
        // Where the values are not in the fixture, its n, mean and standard deviation stand in.
        let sample = |name: &str, at: usize| match case["inputs"][name].as_array() {
            Some(values) => {
                let values: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
                let n = values.len() as f64;
                let mean = values.iter().sum::<f64>() / n;
                let m2 = values.iter().map(|value| (value - mean).powi(2)).sum();
                Sample::new(n, mean, m2).expect("a sample")
            }
            None => {
                let figure = |name: &str| expected[name][at].as_f64().expect("a figure");
                let m2 = figure("sd_ddof1").powi(2) * (figure("n") - 1.0);
                Sample::new(figure("n"), figure("mean"), m2).expect("a sample")
            }
        };
        let (a, b) = (sample("a", 0), sample("b", 1));
        for (at, sample) in [a, b].into_iter().enumerate() {
            assert_figure(Some(sample.mean()), &expected["mean"][at], &what);
            let deviation = sample.variance().map(f64::sqrt);
            assert_figure(deviation, &expected["sd_ddof1"][at], &what);
        }
        assert_interval(a.t_interval(level), &expected["mean_ci_a"], 0.0, &what);
        assert_interval(b.t_interval(level), &expected["mean_ci_b"], 0.0, &what);
        assert_figure(a.cohens_d(b), &expected["cohens_d_pooled_sd"], &what);
        let welch = a.welch(b, level).expect(&what);
        assert_figure(Some(welch.t), &expected["welch_t"], &what);
        assert_figure(Some(welch.degrees), &expected["welch_df"], &what);
        assert_figure(Some(welch.difference), &expected["difference"], &what);
        assert_interval(Some(welch.interval), &expected["difference_ci"], 0.0, &what);
        let p = expected["p_two_sided"].as_f64().expect("a p");
        assert_tail(welch.p, p, 1e-8, &what);
    }
}

#[test]
fn adjusted_p_match_the_reference_in_input_order() {
    for case in cases("d_multiplicity") {
        let what = case["case"].to_string();
        let p: Vec<Option<f64>> = case["inputs"]["p"]
            .as_array()
            .expect("a list")
            .iter()
            .map(Value::as_f64)
            .collect();
        let alpha = case["expected"]["alpha"].as_f64().expect("a level");
        for (adjusted, name) in [
            (benjamini_hochberg(&p), "benjamini_hochberg"),
            (holm(&p), "holm"),
        ] {
            let expected = &case["expected"][name];
            assert_eq!(adjusted.len(), p.len());
            for (at, found) in adjusted.iter().enumerate() {
                assert_figure(*found, &expected["adjusted"][at], &what);
                // A value on the limit itself is left to the rounding of either side.
                let found = found.expect("every p is there");
                if (found - alpha).abs() > 1e-12 {
                    assert_eq!(
                        Some(found <= alpha),
                        expected["reject"][at].as_bool(),
                        "{what}"
                    );
                }
            }
        }
    }
}

#[test]
fn detectable_differences_match_the_reference() {
    let mut solved = 0;
    for case in cases("e_sample_size_mde") {
        if case["expected"]["mde_up_absolute"].is_null() {
            continue;
        }
        solved += 1;
        let what = case["case"].to_string();
        let of = |name| input(&case, name);
        let n = of("n_per_group");
        let found = detectable::rate(of("p1"), n, n, of("alpha_two_sided"), of("power"))
            .expect("sizes that can be");
        for (found, name) in [
            (found.up, "mde_up_absolute"),
            (found.down, "mde_down_absolute"),
        ] {
            match case["expected"][name].as_f64() {
                Some(expected) => {
                    let gap = (found.expect(&what) - expected).abs();
                    assert!(gap <= 1e-6, "{what}: {name}");
                }
                None => assert_eq!(found, None, "{what}: {name}"),
            }
        }
    }
    assert_eq!(solved, 5, "every detectable difference was looked at");
}

#[test]
fn whole_columns_of_real_tables_match_the_reference() {
    for case in cases("m_dataset_segments") {
        let expected = &case["expected"];
        let whole = |name: &str| expected[name].as_f64().expect("a count");
        let (all_n, all_x) = (whole("n"), whole("x"));
        let segments = expected["segments"].as_array().expect("segments");
        let mut groups = Vec::new();
        let mut fisher = Vec::new();
        for segment in segments {
            let what = format!("{} {}", case["case"], segment["segment"]);
            let of = |name: &str| segment[name].as_f64().expect("a figure");
            let (x, n) = (of("x"), of("n"));
            let (rest_x, rest_n) = (all_x - x, all_n - n);
            groups.push((x, n));
            assert_interval(
                proportion::wilson(x, n, 0.95),
                &segment["wilson_95"],
                0.0,
                &what,
            );
            let gap = difference::newcombe(x, n, rest_x, rest_n, 0.95);
            assert_interval(gap, &segment["newcombe_95_vs_rest"], 0.0, &what);
            let table = TwoByTwo::new(x, n, rest_x, rest_n).expect("counts");
            assert_closed(x / n - rest_x / rest_n, of("difference_vs_rest"), &what);
            assert_tail(table.p_z().expect(&what), of("p_z_vs_rest"), 1e-8, &what);
            assert_tail(table.p_fisher(), of("p_fisher_vs_rest"), 1e-7, &what);
            fisher.push(Some(table.p_fisher()));
        }
        for (adjusted, name) in [
            (benjamini_hochberg(&fisher), "fisher_bh"),
            (holm(&fisher), "fisher_holm"),
        ] {
            for (found, segment) in adjusted.into_iter().zip(segments) {
                let what = format!("{} {} {name}", case["case"], segment["segment"]);
                let expected = segment[name].as_f64().expect("an adjusted p");
                assert_tail(found.expect(&what), expected, 1e-7, &what);
            }
        }
        let found = chi_square::of_groups(&groups).expect("groups");
        let what = case["case"].to_string();
        assert_figure(Some(found.statistic), &expected["chi2"], &what);
        assert_tail(found.p, whole("p"), 1e-8, &what);
    }
}
