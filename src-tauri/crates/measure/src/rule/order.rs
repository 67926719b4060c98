//! Values of a rule, read in a column's type, and how cells stand to them.

use std::cmp::Ordering;

use chain::rule::Scalar;

use crate::table::{DAY, parse_iso_date, parse_iso_datetime};

/// A number in a rule: whole ones keep their digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Figure {
    Whole(i128),
    Real(f64),
}

impl Figure {
    pub fn read(value: &Scalar) -> Option<Self> {
        let real = |value: f64| value.is_finite().then_some(Figure::Real(value));
        match value {
            Scalar::Bool(_) => None,
            Scalar::Number(number) => {
                let whole = number
                    .as_i64()
                    .map(i128::from)
                    .or(number.as_u64().map(i128::from));
                whole.map(Figure::Whole).or_else(|| real(number.as_f64()?))
            }
            Scalar::Text(text) => {
                let text = text.trim();
                let whole = text
                    .parse::<i64>()
                    .ok()
                    .map(|whole| Figure::Whole(whole.into()));
                // "inf" and "nan" parse as floats too, and are refused as not finite.
                whole.or_else(|| real(text.parse().ok()?))
            }
        }
    }

    /// How a whole cell stands to this value, without rounding either.
    pub fn against_whole(self, cell: i64) -> Ordering {
        match self {
            Figure::Whole(value) => i128::from(cell).cmp(&value),
            Figure::Real(value) => {
                // Floats of this size have no fraction; below it, the floor fits in 64 bits.
                let floor = value.floor();
                if floor >= 9.3e18 {
                    return Ordering::Less;
                }
                if floor <= -9.3e18 {
                    return Ordering::Greater;
                }
                let fraction = if value > floor {
                    Ordering::Less
                } else {
                    Ordering::Equal
                };
                i128::from(cell).cmp(&(floor as i128)).then(fraction)
            }
        }
    }

    /// How a cell stands to this value.
    pub fn against_real(self, cell: f64) -> Ordering {
        let value = match self {
            Figure::Whole(value) => value as f64,
            Figure::Real(value) => value,
        };
        cell.partial_cmp(&value).unwrap_or(Ordering::Less)
    }
}

/// `true`, 1, "true" and "1", in any case; and their opposites.
pub(super) fn read_flag(value: &Scalar) -> Option<bool> {
    match value {
        Scalar::Bool(flag) => Some(*flag),
        Scalar::Number(number) => match number.as_f64()? {
            0.0 => Some(false),
            1.0 => Some(true),
            _ => None,
        },
        Scalar::Text(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
    }
}

/// A stretch of time in microseconds since 1970: a whole day for a date, one point for a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    first: i64,
    last: i64,
}

impl Span {
    pub fn read(value: &Scalar) -> Option<Self> {
        let Scalar::Text(text) = value else {
            return None;
        };
        let text = text.trim();
        if let Some(day) = parse_iso_date(text) {
            let first = i64::from(day) * DAY;
            return Some(Span {
                first,
                last: first + DAY - 1,
            });
        }
        parse_iso_datetime(text).map(|moment| Span {
            first: moment,
            last: moment,
        })
    }

    /// How a moment stands to the stretch: before it, inside it (equal), or after it.
    pub fn against(self, cell: i64) -> Ordering {
        if cell < self.first {
            Ordering::Less
        } else if cell > self.last {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }
}

/// A text without regard to case: each character in upper and then in lower case, so that `ß` is
/// `ss` and a final `ς` is `σ`; and without spaces around it.
pub(super) fn fold(text: &str) -> String {
    let upper = text.trim().chars().flat_map(char::to_uppercase);
    upper.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_cells_compare_without_rounding() {
        let big = 999_999_999_999_999_999_i64;
        let real = |value| Figure::Real(value);
        assert_eq!(real(1e18).against_whole(big), Ordering::Less);
        assert_eq!(
            Figure::Whole(big.into()).against_whole(big),
            Ordering::Equal
        );
        assert_eq!(real(5.5).against_whole(5), Ordering::Less);
        assert_eq!(real(5.5).against_whole(6), Ordering::Greater);
        assert_eq!(real(-5.5).against_whole(-6), Ordering::Less);
        assert_eq!(real(-5.5).against_whole(-5), Ordering::Greater);
        assert_eq!(real(5.0).against_whole(5), Ordering::Equal);
        assert_eq!(real(1e300).against_whole(i64::MAX), Ordering::Less);
        assert_eq!(real(-1e300).against_whole(i64::MIN), Ordering::Greater);
    }

    #[test]
    fn folding_joins_cases_in_every_script() {
        assert_eq!(fold(" STRASSE "), fold("Straße"));
        assert_eq!(fold("ΟΔΟΣ"), fold("οδος"));
        assert_eq!(fold("ÅRHUS"), fold("århus"));
        assert_ne!(fold("a"), fold("á"));
    }
}
