//! How one cell is read in each type.

use super::written::Written;
use crate::table::{ColumnType, DAY, Time, days, number, parse_time};

/// How a column's cells are read. `loose` readers belong to types that the person chose: they take
/// what a type found by itself would not risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    Text,
    Boolean { loose: bool },
    Integer { loose: bool },
    Number { comma: bool, loose: bool },
    Written(Written),
    Date(DateForm),
    Datetime(DateForm),
}

impl Reader {
    /// The type that it reads.
    pub fn kind(self) -> ColumnType {
        match self {
            Reader::Text => ColumnType::Text,
            Reader::Boolean { .. } => ColumnType::Boolean,
            Reader::Integer { .. } => ColumnType::Integer,
            Reader::Number { .. } | Reader::Written(_) => ColumnType::Number,
            Reader::Date(_) => ColumnType::Date,
            Reader::Datetime(_) => ColumnType::Datetime,
        }
    }

    /// Whether it can read the cell, which is not blank.
    pub fn reads(self, cell: &str) -> bool {
        match self {
            Reader::Text => true,
            Reader::Boolean { loose } => boolean(cell, loose).is_some(),
            Reader::Integer { loose } => integer(cell, loose).is_some(),
            Reader::Number { comma, loose } => decimal(cell, comma, loose).is_some(),
            Reader::Written(way) => way.read(cell).is_some(),
            Reader::Date(form) | Reader::Datetime(form) => moment(cell, form).is_some(),
        }
    }
}

/// `true` and `false` in any case; loosely also yes and no, t and f, y and n, 1 and 0.
pub(super) fn boolean(cell: &str, loose: bool) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
    let (yes, no): (&[&str], &[&str]) = if loose {
        (
            &["true", "yes", "t", "y", "1"],
            &["false", "no", "f", "n", "0"],
        )
    } else {
        (&["true"], &["false"])
    };
    if is(yes) {
        Some(true)
    } else {
        is(no).then_some(false)
    }
}

/// A whole number of at most 18 digits: longer ones are names of things. A leading zero or plus is
/// only taken loosely, for `007` and `+49 30` are names as well.
pub(super) fn integer(cell: &str, loose: bool) -> Option<i64> {
    let (negative, digits) = sign(cell.as_bytes(), loose);
    let plain = digits.iter().all(u8::is_ascii_digit)
        && (1..=18).contains(&digits.len())
        && (loose || digits.len() == 1 || digits[0] != b'0');
    if !plain {
        return None;
    }
    let value = digits
        .iter()
        .fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some(if negative { -value } else { value })
}

fn sign(bytes: &[u8], loose: bool) -> (bool, &[u8]) {
    match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] if loose => (false, rest),
        _ => (false, bytes),
    }
}

/// A number with an optional fraction, after a point or a comma, and with a point also an optional
/// exponent. One that a 64-bit float cannot hold to the unit is none.
pub(super) fn decimal(cell: &str, comma: bool, loose: bool) -> Option<f64> {
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    let (_, body) = sign(cell.as_bytes(), loose);
    let digits = |bytes: &[u8]| {
        bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let whole = digits(body);
    if !loose && whole > 1 && body[0] == b'0' {
        return None;
    }
    let mut rest = &body[whole..];
    let mut fraction = 0;
    if let [point, after @ ..] = rest
        && *point == if comma { b',' } else { b'.' }
    {
        fraction = digits(after);
        rest = &after[fraction..];
    }
    if whole + fraction == 0 {
        return None;
    }
    let mut power = false;
    if let [b'e' | b'E', after @ ..] = rest
        && !comma
    {
        let after = after
            .strip_prefix(b"+")
            .or_else(|| after.strip_prefix(b"-"))
            .unwrap_or(after);
        power = true;
        if after.is_empty() || digits(after) < after.len() {
            return None;
        }
        rest = &[];
    }
    if !rest.is_empty() {
        return None;
    }
    let value: f64 = if comma {
        cell.replace(',', ".").parse().ok()?
    } else {
        cell.parse().ok()?
    };
    // Adding zero turns -0 into 0, so that equal values have equal bits.
    (value.is_finite() && (power || value.abs() < WHOLE)).then_some(value + 0.0)
}

/// The order of the parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Ymd,
    Dmy,
    Mdy,
}

/// How dates are written: the order of the parts and what stands between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateForm {
    pub order: Order,
    /// 0 for `20261101`, which is only read where dates were asked for.
    pub between: u8,
}

/// The forms that are tried. With points the day comes first wherever that is written at all.
pub(super) const FORMS: [DateForm; 8] = [
    DateForm {
        order: Order::Ymd,
        between: b'-',
    },
    DateForm {
        order: Order::Ymd,
        between: b'/',
    },
    DateForm {
        order: Order::Ymd,
        between: b'.',
    },
    DateForm {
        order: Order::Dmy,
        between: b'.',
    },
    DateForm {
        order: Order::Dmy,
        between: b'/',
    },
    DateForm {
        order: Order::Mdy,
        between: b'/',
    },
    DateForm {
        order: Order::Dmy,
        between: b'-',
    },
    DateForm {
        order: Order::Mdy,
        between: b'-',
    },
];

/// Dates as eight digits.
pub(super) const COMPACT: DateForm = DateForm {
    order: Order::Ymd,
    between: 0,
};

/// A date with or without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub days: i32,
    pub time: Option<Time>,
    /// Whether day and month differ, so that their order matters.
    pub ordered: bool,
}

impl Moment {
    /// Microseconds since 1970; midnight when there is no time, UTC when there is an offset.
    pub fn micros(self) -> i64 {
        let time = self
            .time
            .map_or(0, |time| time.micros - time.offset.unwrap_or(0));
        i64::from(self.days) * DAY + time
    }
}

/// Reads a date in a form, with or without a time after a `T` or spaces. Years have four digits.
pub(super) fn moment(cell: &str, form: DateForm) -> Option<Moment> {
    let bytes = cell.as_bytes();
    let (parts, rest) = if form.between == 0 {
        let (date, rest) = bytes.split_at_checked(8)?;
        (
            [
                number(&date[..4])?,
                number(&date[4..6])?,
                number(&date[6..])?,
            ],
            rest,
        )
    } else {
        let (first, rest) = part(bytes, form.order == Order::Ymd)?;
        let (second, rest) = part(rest.strip_prefix(&[form.between])?, false)?;
        let rest = rest.strip_prefix(&[form.between])?;
        let (third, rest) = part(rest, form.order != Order::Ymd)?;
        ([first, second, third], rest)
    };
    let [year, month, day] = match form.order {
        Order::Ymd => parts,
        Order::Dmy => [parts[2], parts[1], parts[0]],
        Order::Mdy => [parts[2], parts[0], parts[1]],
    };
    let days = days(year as i32, month, day)?;
    let time = match rest {
        [] => None,
        [b'T' | b't' | b' ', after @ ..] => Some(parse_time(
            std::str::from_utf8(after.trim_ascii_start()).ok()?,
        )?),
        _ => return None,
    };
    Some(Moment {
        days,
        time,
        ordered: day != month,
    })
}

/// Four digits for a year, else one or two; and what follows.
fn part(bytes: &[u8], year: bool) -> Option<(u32, &[u8])> {
    let digits = bytes
        .iter()
        .take(5)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let fits = if year {
        digits == 4
    } else {
        (1..=2).contains(&digits)
    };
    if !fits {
        return None;
    }
    Some((number(&bytes[..digits])?, &bytes[digits..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_taken_only_when_they_count_something() {
        for (cell, wanted) in [
            ("0", Some(0)),
            ("-12", Some(-12)),
            ("999999999999999999", Some(999_999_999_999_999_999)),
            ("1000000000000000000", None),
            ("007", None),
            ("+49", None),
            ("1 000", None),
            ("", None),
            ("-", None),
            ("١", None),
        ] {
            assert_eq!(integer(cell, false), wanted, "{cell}");
        }
        assert_eq!(integer("007", true), Some(7));
        assert_eq!(integer("+7", true), Some(7));
    }

    #[test]
    fn numbers_are_exact_or_none() {
        for (cell, wanted) in [
            ("1.5", Some(1.5)),
            ("-.5", Some(-0.5)),
            ("5.", Some(5.0)),
            ("1e3", Some(1000.0)),
            ("2.5E-3", Some(0.0025)),
            ("-0", Some(0.0)),
            ("9007199254740993", None),
            ("1e999", None),
            ("00.5", None),
            ("1,5", None),
            ("NaN", None),
            ("inf", None),
            (".", None),
            ("e5", None),
            ("1e", None),
            ("0x1F", None),
            ("1_000", None),
        ] {
            assert_eq!(decimal(cell, false, false), wanted, "{cell}");
        }
        assert_eq!(decimal("-1,25", true, false), Some(-1.25));
        assert_eq!(decimal("1.25", true, false), None);
        assert!(decimal("-0", false, false).is_some_and(|zero| zero.is_sign_positive()));
    }

    #[test]
    fn dates_are_read_in_their_form_only() {
        let form = |order, between| DateForm { order, between };
        let day = |cell, form| moment(cell, form).map(|moment| crate::table::iso_date(moment.days));
        let iso = form(Order::Ymd, b'-');
        assert_eq!(day("2026-02-03", iso).as_deref(), Some("2026-02-03"));
        assert_eq!(
            day("3/2/2026", form(Order::Dmy, b'/')).as_deref(),
            Some("2026-02-03")
        );
        assert_eq!(
            day("2/3/2026", form(Order::Mdy, b'/')).as_deref(),
            Some("2026-02-03")
        );
        assert_eq!(day("20260203", COMPACT).as_deref(), Some("2026-02-03"));
        for cell in [
            "2026-02-30",
            "26-02-03",
            "2026-02-03x",
            "2026-02",
            "2026-02-03T",
            "02026-02-03",
        ] {
            assert_eq!(day(cell, iso), None, "{cell}");
        }
        assert_eq!(
            day("2/3/26", form(Order::Dmy, b'/')),
            None,
            "two digits of a year say too little"
        );
        let noon = moment("2026-02-03 12:00:00", iso).unwrap();
        assert_eq!(noon.micros() - i64::from(noon.days) * DAY, DAY / 2);
    }
}
