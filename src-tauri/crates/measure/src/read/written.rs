//! Numbers as people write them: with marks between thousands, a currency or a percent sign.
//!
//! No type is found by them, since `1,234` may be a thousand or a fraction and `$5` says nothing of
//! what it is worth beside `€5`. A person who chooses *number* for a column has them read, in one
//! way for the whole column, and is told which.

use super::cell::decimal;

/// What may stand before or after the digits. A unit is left off, never turned into another one:
/// `10 %` is read as 10.
const UNITS: [&str; 15] = [
    "", "$", "€", "£", "¥", "₹", "%", "US$", "USD", "EUR", "GBP", "CHF", "kr", "zł", "R$",
];

/// One way to write the numbers of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// Whether the fraction follows a comma, and not a point.
    comma: bool,
    /// Its place in `UNITS`. All cells of a column have the same one.
    unit: usize,
}

impl Written {
    /// Every way, those first that are taken where a cell may be read in two.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..UNITS.len()).flat_map(|unit| [false, true].map(|comma| Self { comma, unit }))
    }

    /// The number that a cell holds; none when it is written in another way.
    pub fn read(self, cell: &str) -> Option<f64> {
        let (inner, owed) = match cell.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
            Some(inner) => (inner, true),
            None => (cell, false),
        };
        let (rest, outer) = minus(inner);
        let rest = match UNITS[self.unit] {
            "" => rest,
            unit => rest
                .strip_prefix(unit)
                .or_else(|| rest.strip_suffix(unit))?
                .trim_matches(is_space),
        };
        let (digits, after) = minus(rest);
        if usize::from(owed) + usize::from(outer) + usize::from(after) > 1 {
            return None;
        }
        let value = decimal(&self.plain(digits)?, false, false)?;
        Some(if owed || outer || after {
            0.0 - value
        } else {
            value
        })
    }

    /// The digits with a point before the fraction and nothing between the thousands.
    fn plain(self, text: &str) -> Option<String> {
        let (point, mark) = if self.comma { (',', '.') } else { ('.', ',') };
        let (whole, fraction) = match text.split_once(point) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        if fraction.is_some_and(|fraction| !is_number(fraction)) {
            return None;
        }
        let between = whole.chars().find(|it| !it.is_ascii_digit());
        let mut plain = match between {
            None => is_number(whole).then(|| whole.to_owned())?,
            Some(between) if between == mark || is_space(between) || is_quote(between) => {
                let mut groups = whole.split(between);
                let first = groups.next().filter(|it| is_number(it) && it.len() <= 3)?;
                let mut plain = first.to_owned();
                for group in groups {
                    plain.push_str(Some(group).filter(|it| is_number(it) && it.len() == 3)?);
                }
                plain
            }
            Some(_) => return None,
        };
        if let Some(fraction) = fraction {
            plain.push('.');
            plain.push_str(fraction);
        }
        Some(plain)
    }

    /// What a number of its kind looks like, as `$1,234.50`.
    pub fn example(self) -> String {
        let digits = if self.comma { "1.234,50" } else { "1,234.50" };
        match UNITS[self.unit] {
            "" => digits.to_owned(),
            unit @ ("%" | "kr" | "zł") => format!("{digits} {unit}"),
            unit if unit.chars().all(char::is_alphabetic) => format!("{unit} {digits}"),
            unit => format!("{unit}{digits}"),
        }
    }
}

fn minus(text: &str) -> (&str, bool) {
    match text.strip_prefix(['-', '−']) {
        Some(rest) => (rest.trim_start_matches(is_space), true),
        None => (text, false),
    }
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// The ways that all cells looked at so far are written in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways(u32);

impl Ways {
    /// Any way is possible.
    pub const ANY: Self = Self(u32::MAX);
    /// The two ways without a unit.
    const UNITLESS: u32 = 0b11;

    /// Looks at a cell that is not blank. `plain` says that it is a number with a point, as numbers
    /// are written for machines: most columns of numbers hold nothing else, and reading each cell
    /// once more would cost as much as the reading itself.
    pub fn feed(&mut self, cell: &str, plain: bool) {
        if self.0 == 0 {
            return;
        }
        if plain {
            self.0 &= Self::UNITLESS;
        }
        let is_read = plain && !cell.contains(['e', 'E']);
        for (at, way) in Written::all().enumerate() {
            if is_read && !way.comma {
                continue;
            }
            if self.0 & 1 << at != 0 && way.read(cell).is_none() {
                self.0 &= !(1 << at);
            }
        }
    }

    /// The first way that fits all of them.
    pub fn first(self) -> Option<Written> {
        Written::all()
            .enumerate()
            .find(|(at, _)| self.0 & 1 << at != 0)
            .map(|(_, way)| way)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(comma: bool, unit: &str) -> Written {
        let unit = UNITS.iter().position(|it| *it == unit).unwrap();
        Written { comma, unit }
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (cell, comma, unit, wanted) in [
            ("1,234", false, "", Some(1234.0)),
            ("1,234.5", false, "", Some(1234.5)),
            ("1.234.567,25", true, "", Some(1_234_567.25)),
            ("1 234,5", true, "", Some(1234.5)),
            ("1\u{202f}234,5", true, "", Some(1234.5)),
            ("1’234.50", false, "", Some(1234.5)),
            ("12", false, "", Some(12.0)),
            ("-1,234", false, "", Some(-1234.0)),
            ("$5", false, "$", Some(5.0)),
            ("-$1,234.50", false, "$", Some(-1234.5)),
            ("$-5", false, "$", Some(-5.0)),
            ("($5.00)", false, "$", Some(-5.0)),
            ("−5 €", true, "€", Some(-5.0)),
            ("1.234,50 €", true, "€", Some(1234.5)),
            ("CHF 1'000", false, "CHF", Some(1000.0)),
            ("10%", false, "%", Some(10.0)),
            ("12,5\u{a0}%", true, "%", Some(12.5)),
            ("0 %", false, "%", Some(0.0)),
            // Another unit, or none, is another thing.
            ("5", false, "$", None),
            ("€5", false, "$", None),
            ("$5", false, "", None),
            // Groups that are no thousands.
            ("1,23", false, "", None),
            ("1234,567", false, "", None),
            ("1,234 567", false, "", None),
            ("1,,234", false, "", None),
            (",234", false, "", None),
            ("1.234.5", false, "", None),
            ("1.", false, "", None),
            ("31.12.2025", true, "", None),
            // Names, not amounts.
            ("030 123 456", false, "", None),
            ("--5", false, "", None),
            ("(-5)", false, "", None),
            ("-$-5", false, "$", None),
            ("$", false, "$", None),
            ("()", false, "", None),
            ("", false, "", None),
        ] {
            assert_eq!(way(comma, unit).read(cell), wanted, "{cell}");
        }
        let nothing = way(false, "$").read("-$0").unwrap();
        assert!(nothing.is_sign_positive(), "one zero is as good as another");
    }

    #[test]
    fn a_column_is_written_in_one_way() {
        let first = |cells: &[&str]| {
            let mut ways = Ways::ANY;
            for cell in cells {
                ways.feed(cell, decimal(cell, false, false).is_some());
            }
            ways.first()
        };
        assert_eq!(first(&["$1,234", "$5"]), Some(way(false, "$")));
        assert_eq!(first(&["1,234", "2,000"]), Some(way(false, "")));
        assert_eq!(first(&["1.234", "2,5"]), Some(way(true, "")));
        assert_eq!(first(&["7", "1 234"]), Some(way(false, "")));
        assert_eq!(first(&["$5", "€5"]), None);
        assert_eq!(first(&["10%", "0.1"]), None);
        assert_eq!(first(&["5", "$5"]), None);
        assert_eq!(first(&["1,234.5", "1.234,5"]), None);
        assert_eq!(first(&["1.5", "1,234.5"]), Some(way(false, "")));
        assert_eq!(first(&["1e3", "1,234.5"]), None);
    }

    #[test]
    fn every_way_reads_its_own_example() {
        for way in Written::all() {
            assert_eq!(way.read(&way.example()), Some(1234.5), "{}", way.example());
        }
    }
}
