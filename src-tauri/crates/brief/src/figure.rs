//! Figures as a reader meets them: thousands with commas, a space before %, a true minus.

use crate::model::Measure;

/// A count with thousands separated: `7,043`. Weighted counts keep one decimal when they need it.
pub fn count(n: f64) -> String {
    let whole = (n * 10.0).round() / 10.0;
    grouped(whole, usize::from(whole.fract() != 0.0))
}

/// A value in its measure: `42.7 %`, `64.76 EUR`.
pub fn value(measure: &Measure, value: f64) -> String {
    match measure {
        Measure::Rate => format!("{} %", percent(value)),
        Measure::Mean(unit) => with_unit(&number(value), unit),
    }
}

/// An interval in its measure: `41.2–44.3 %`. A mean's stands beside the mean and leaves the unit to
/// it. Ends with a minus are joined by `to`.
pub fn interval(measure: &Measure, low: f64, high: f64) -> String {
    match measure {
        Measure::Rate => format!("{} %", range(&percent(low), &percent(high))),
        Measure::Mean(_) => {
            let places = places(low.abs().max(high.abs()));
            range(&grouped(low, places), &grouped(high, places))
        }
    }
}

/// The size of a difference: `3.8 to 9.2 points`, `1.20 to 3.40 EUR`.
pub fn sizes(measure: &Measure, low: f64, high: f64) -> String {
    match measure {
        Measure::Rate => {
            let places = point_places(low.abs().max(high.abs()) * 100.0);
            format!(
                "{} to {} points",
                grouped(low * 100.0, places),
                grouped(high * 100.0, places)
            )
        }
        Measure::Mean(unit) => {
            let places = places(low.abs().max(high.abs()));
            with_unit(
                &format!("{} to {}", grouped(low, places), grouped(high, places)),
                unit,
            )
        }
    }
}

/// A signed interval of a difference: `−1.5 to +2.9 points`.
pub fn signed_sizes(measure: &Measure, low: f64, high: f64) -> String {
    let widest = low.abs().max(high.abs());
    match measure {
        Measure::Rate => {
            let places = point_places(widest * 100.0);
            let end = |value: f64| signed(&grouped(value * 100.0, places));
            format!("{} to {} points", end(low), end(high))
        }
        Measure::Mean(unit) => {
            let end = |value: f64| signed(&grouped(value, places(widest)));
            with_unit(&format!("{} to {}", end(low), end(high)), unit)
        }
    }
}

/// A signed difference: `+18.6 points`, `−2.30 EUR`.
pub fn difference(measure: &Measure, difference: f64) -> String {
    match measure {
        Measure::Rate => {
            let points = difference * 100.0;
            format!("{} points", signed(&grouped(points, point_places(points))))
        }
        Measure::Mean(unit) => with_unit(&signed(&number(difference)), unit),
    }
}

/// The size of a practical threshold, bare, as a tick's label: `2`, `0.5`. Rates are in points.
pub fn tick(measure: &Measure, threshold: f64) -> String {
    short(if *measure == Measure::Rate {
        threshold * 100.0
    } else {
        threshold
    })
}

/// An adjusted p value: `q 0.17`, `q < 0.001`.
pub fn q(q: f64) -> String {
    if q < 0.001 {
        "q < 0.001".to_owned()
    } else if (q - 0.05).abs() < 0.0005 {
        // Beside the limit a fourth digit says on which side.
        format!("q {q:.4}")
    } else if q < 0.1 {
        format!("q {q:.3}")
    } else {
        format!("q {q:.2}")
    }
}

/// A number with at most four decimals and none that say nothing.
fn short(value: f64) -> String {
    let text = grouped(value, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn number(value: f64) -> String {
    grouped(value, places(value))
}

/// Decimals that leave about three significant figures.
fn places(size: f64) -> usize {
    match size.abs() {
        s if s >= 100.0 => 1,
        s if s >= 1.0 => 2,
        s if s >= 0.1 || s == 0.0 => 3,
        _ => 4,
    }
}

/// Decimals for points: a tenth, and a hundredth below one point.
fn point_places(points: f64) -> usize {
    if points.abs() < 1.0 && points != 0.0 {
        2
    } else {
        1
    }
}

/// A fraction in percent without its sign: one decimal, and more where it is close to none or all,
/// so that 0.04 never reads 0.0 and 99.97 never 100.0.
fn percent(fraction: f64) -> String {
    let value = fraction * 100.0;
    let to_end = value.abs().min((100.0 - value).abs());
    if to_end < 1e-9 {
        return grouped(value, 0);
    }
    let first = (-to_end.log10().floor()).clamp(0.0, 5.0) as usize;
    // Below one percent, two figures.
    grouped(
        value,
        if value.abs() < 1.0 {
            first + 1
        } else {
            first.max(1)
        },
    )
}

fn signed(text: &str) -> String {
    let zero = !text.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    if text.starts_with('−') || zero {
        text.to_owned()
    } else {
        format!("+{text}")
    }
}

fn range(low: &str, high: &str) -> String {
    if low.starts_with('−') || high.starts_with('−') {
        format!("{low} to {high}")
    } else {
        format!("{low}–{high}")
    }
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() {
        number.to_owned()
    } else {
        format!("{number} {unit}")
    }
}

/// A number with thousands separated by commas and a true minus; zero has no sign.
fn grouped(value: f64, places: usize) -> String {
    let plain = format!("{:.places$}", value.abs());
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let negative = value < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    let mut out = String::from(if negative { "−" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_commas_and_decimals_only_when_weighted() {
        assert_eq!(count(7043.0), "7,043");
        assert_eq!(count(0.0), "0");
        assert_eq!(count(1_234_567.25), "1,234,567.3");
        assert_eq!(count(999.0), "999");
    }

    #[test]
    fn a_rate_is_written_in_percent_and_its_differences_in_points() {
        assert_eq!(value(&Measure::Rate, 0.42710), "42.7 %");
        assert_eq!(value(&Measure::Rate, 0.0), "0 %");
        assert_eq!(value(&Measure::Rate, 1.0), "100 %");
        assert_eq!(interval(&Measure::Rate, 0.4116, 0.4427), "41.2–44.3 %");
        assert_eq!(sizes(&Measure::Rate, 0.157, 0.216), "15.7 to 21.6 points");
        assert_eq!(difference(&Measure::Rate, -0.066), "−6.6 points");
        assert_eq!(difference(&Measure::Rate, 0.0021), "+0.21 points");
        assert_eq!(
            signed_sizes(&Measure::Rate, -0.0152, 0.029),
            "−1.5 to +2.9 points"
        );
        assert_eq!(tick(&Measure::Rate, 0.02), "2");
        assert_eq!(tick(&Measure::Rate, 0.005), "0.5");
        assert_eq!(tick(&Measure::Mean("EUR".to_owned()), 100.0), "100");
    }

    #[test]
    fn a_mean_keeps_its_own_unit() {
        let euros = Measure::Mean("EUR".to_owned());
        assert_eq!(value(&euros, 64.7617), "64.76 EUR");
        assert_eq!(interval(&euros, -1.5, 2.25), "−1.50 to 2.25");
        assert_eq!(difference(&euros, 2.304), "+2.30 EUR");
        assert_eq!(value(&Measure::Mean(String::new()), 1234.5), "1,234.5");
    }

    #[test]
    fn nothing_is_written_as_minus_zero() {
        assert_eq!(value(&Measure::Rate, -0.0), "0 %");
        assert_eq!(difference(&Measure::Rate, -0.000_001), "0.00 points");
    }

    #[test]
    fn nothing_is_rounded_into_none_or_all() {
        assert_eq!(value(&Measure::Rate, 0.000_4), "0.040 %");
        assert_eq!(value(&Measure::Rate, 0.999_7), "99.97 %");
        assert_eq!(value(&Measure::Rate, 0.018_3), "1.8 %");
        assert_eq!(q(0.049_7), "q 0.0497");
    }

    #[test]
    fn a_tiny_q_is_a_bound() {
        assert_eq!(q(1e-200), "q < 0.001");
        assert_eq!(q(0.0123), "q 0.012");
        assert_eq!(q(0.1734), "q 0.17");
    }
}
