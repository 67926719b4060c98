//! How figures are written, on screen, in sentences and on paper: thousands with commas, a space before %, a true minus, an
//! en dash in ranges, and never a figure rounded into saying something else.

/// The minus sign that lines up with digits.
const MINUS: char = '−';
/// No more digits than this after the point, however small a figure is.
const MOST: usize = 6;

/// A count: `1,695`. Summed weights that are not whole keep one digit: `1,695.5`.
pub fn count(n: f64) -> String {
    let whole = (n - n.round()).abs() < 0.05;
    fixed(n, usize::from(!whole))
}

/// A fraction as a percentage: `42.7 %`. One digit after the point; more when the share would
/// otherwise read as none or all of it, or is below one percent; `0 %` and `100 %` mean just that.
pub fn percent(fraction: f64) -> String {
    let value = fraction * 100.0;
    let to_end = value.abs().min((100.0 - value).abs());
    if to_end == 0.0 {
        return format!("{} %", fixed(value, 0));
    }
    let size = if value.abs() < 1.0 {
        digits(value, 2)
    } else {
        1
    };
    format!("{} %", fixed(value, size.max(digits(to_end, 1)).max(1)))
}

/// An interval of fractions as percentages: `2.1–3.7 %`.
pub fn percent_range(low: f64, high: f64) -> String {
    let (low, high) = (percent(low), percent(high));
    format!("{}–{high}", low.trim_end_matches(" %"))
}

/// A difference of rates in points, without its sign: `2.9 points`, `0.21 points`.
pub fn points(fraction: f64) -> String {
    let value = (fraction * 100.0).abs();
    format!("{} points", fixed(value, decimals(&[value])))
}

/// A difference of rates in points, with its sign: `+18.6 points`, `−6.6 points`.
pub fn signed_points(fraction: f64) -> String {
    let value = fraction * 100.0;
    format!("{} points", signed(value, decimals(&[value])))
}

/// A number with its sign and so many digits after the point: `+18.6`, `−6.6`, `0.0`.
pub fn signed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    if value > 0.0 && text.contains(|digit| ('1'..='9').contains(&digit)) {
        format!("+{text}")
    } else {
        text
    }
}

/// A number that somebody typed, as they would write it: `2`, `0.5`, `1,200`.
pub fn plain(value: f64) -> String {
    let text = fixed(value, MOST);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A mean or another measured figure in a column's own unit: about three digits that carry, and a
/// whole number whole: `74.4`, `1,240`, `0.0312`, `5`. For a number somebody typed, see [`plain`].
pub fn number(value: f64) -> String {
    if value.fract() == 0.0 {
        return fixed(value, 0);
    }
    fixed(value, digits(value, 3))
}

/// A probability under its letter: `q 0.17`, `q 0.049`, `q < 0.001`.
pub fn probability(letter: &str, value: f64) -> String {
    if value < 0.001 {
        format!("{letter} < 0.001")
    } else if (value - 0.05).abs() < 0.0005 {
        // Beside the limit a fourth digit says on which side.
        format!("{letter} {}", fixed(value, 4))
    } else if value < 0.1 {
        format!("{letter} {}", fixed(value, 3))
    } else {
        format!("{letter} {}", fixed(value, 2))
    }
}

/// A number with so many digits after the point, thousands apart and a true minus. A zero has no
/// sign, even where a small negative was rounded to it.
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut written = String::new();
    if value < 0.0 && text.contains(|digit| ('1'..='9').contains(&digit)) {
        written.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

/// The digits after the point that differences in points are written with, all alike: one, or two
/// when all are below one point, and more as long as one that is not zero would read as zero.
pub fn decimals(values: &[f64]) -> usize {
    let largest = values
        .iter()
        .fold(0.0_f64, |most, value| most.max(value.abs()));
    let least = if largest > 0.0 && largest < 1.0 { 2 } else { 1 };
    values
        .iter()
        .filter(|value| **value != 0.0)
        .map(|&value| digits(value, 1))
        .fold(least, usize::max)
}

/// The digits after the point that show `value` with so many that carry.
pub fn digits(value: f64, carrying: i32) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let places = carrying - 1 - value.abs().log10().floor() as i32;
    usize::try_from(places).unwrap_or(0).min(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_apart_and_minus_is_true() {
        assert_eq!(count(1695.0), "1,695");
        assert_eq!(count(1_234_567.0), "1,234,567");
        assert_eq!(count(1695.5), "1,695.5");
        assert_eq!(count(0.0), "0");
        assert_eq!(fixed(-1234.5, 1), "−1,234.5");
        assert_eq!(fixed(-0.01, 1), "0.0", "a rounded zero has no sign");
    }

    #[test]
    fn a_percentage_says_none_or_all_only_when_it_is() {
        assert_eq!(percent(0.427_096_8), "42.7 %");
        assert_eq!(percent(0.0), "0 %");
        assert_eq!(percent(1.0), "100 %");
        assert_eq!(percent(0.9997), "99.97 %");
        assert_eq!(percent(0.000_04), "0.0040 %");
        assert_eq!(percent(0.0012), "0.12 %");
        assert_eq!(percent_range(0.0214, 0.0373), "2.1–3.7 %");
    }

    #[test]
    fn points_keep_a_digit_that_carries() {
        assert_eq!(points(-0.029), "2.9 points");
        assert_eq!(signed_points(0.186), "+18.6 points");
        assert_eq!(signed_points(-0.066), "−6.6 points");
        assert_eq!(signed_points(0.0021), "+0.21 points");
        assert_eq!(decimals(&[0.04, 3.4]), 2, "0.04 must not read as 0.0");
        assert_eq!(signed(0.0, 1), "0.0");
    }

    #[test]
    fn typed_numbers_and_means_read_as_written() {
        assert_eq!(plain(2.0), "2");
        assert_eq!(plain(0.02 * 100.0), "2");
        assert_eq!(plain(1200.0), "1,200");
        assert_eq!(plain(0.0), "0");
        assert_eq!(number(74.441), "74.4");
        assert_eq!(number(1240.4), "1,240");
        assert_eq!(number(0.0312), "0.0312");
        assert_eq!(number(5.0), "5");
        assert_eq!(number(0.0), "0");
    }

    #[test]
    fn a_probability_is_never_written_as_zero() {
        assert_eq!(probability("q", 1e-280), "q < 0.001");
        assert_eq!(probability("q", 0.0), "q < 0.001");
        assert_eq!(probability("p", 0.0492), "p 0.049");
        assert_eq!(probability("q", 0.17), "q 0.17");
        assert_eq!(probability("q", 0.0502), "q 0.0502");
    }
}
