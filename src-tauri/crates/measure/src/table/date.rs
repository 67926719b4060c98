//! Calendar arithmetic: days and microseconds since 1970-01-01, and their ISO texts.
//!
//! Day numbers follow the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date
//! algorithms", 2013).

/// Microseconds in a day.
pub(crate) const DAY: i64 = 86_400_000_000;

/// Days from 1970-01-01 to a date of the years 1 to 9999; none when there is no such date.
pub fn days(year: i32, month: u32, day: u32) -> Option<i32> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    if day == 0 || day > month_length(year, month) {
        return None;
    }
    // Years are counted from March, so that the leap day is the last of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

fn month_length(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The year, month and day of a day number.
pub fn civil(days: i32) -> (i32, u32, u32) {
    let days = i64::from(days) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
    let month = ((month_from_march + 2) % 12 + 1) as u32;
    let year = (era * 400 + year_of_era + i64::from(month <= 2)) as i32;
    (year, month, day)
}

/// A day number as `2026-11-01`.
pub fn iso_date(days: i32) -> String {
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Microseconds since 1970 as `2026-11-01T09:30:00`, with a fraction where there is one.
pub fn iso_datetime(micros: i64) -> String {
    let date = iso_date(micros.div_euclid(DAY) as i32);
    let in_day = micros.rem_euclid(DAY);
    let (seconds, fraction) = (in_day / 1_000_000, in_day % 1_000_000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let text = format!("{date}T{hour:02}:{minute:02}:{second:02}");
    match fraction {
        0 => text,
        _ => format!("{text}.{fraction:06}")
            .trim_end_matches('0')
            .to_owned(),
    }
}

/// The day number of an ISO date `YYYY-MM-DD`, and of nothing else.
pub fn parse_iso_date(text: &str) -> Option<i32> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    days(
        number(&bytes[..4])? as i32,
        number(&bytes[5..7])?,
        number(&bytes[8..])?,
    )
}

/// The microseconds of an ISO moment: `2026-11-01T09:30`, seconds, fraction and offset optional, a
/// space for the T allowed. A moment with an offset is turned into UTC.
pub fn parse_iso_datetime(text: &str) -> Option<i64> {
    let date = parse_iso_date(text.get(..10)?)?;
    let time = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let time = parse_time(time)?;
    Some(i64::from(date) * DAY + time.micros - time.offset.unwrap_or(0))
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    /// Microseconds since midnight.
    pub micros: i64,
    /// Microseconds east of UTC, where the text says.
    pub offset: Option<i64>,
}

/// Reads `9:30`, `09:30:15`, `09:30:15.123456`, each with ` AM`/` PM` or with `Z`, `+02:00`,
/// `+0200`, `+02`. Digits past the microsecond are cut off.
pub(crate) fn parse_time(text: &str) -> Option<Time> {
    let (hour, rest) = leading(text.as_bytes(), 1, 2)?;
    let (minute, mut rest) = leading(rest.strip_prefix(b":")?, 2, 2)?;
    let (mut second, mut fraction) = (0, 0);
    if let Some(after) = rest.strip_prefix(b":") {
        (second, rest) = leading(after, 2, 2)?;
        if let Some(after) = rest.strip_prefix(b".").or_else(|| rest.strip_prefix(b",")) {
            let digits = after
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if !(1..=9).contains(&digits) {
                return None;
            }
            let kept = &after[..digits.min(6)];
            fraction = number(kept)? * 10_u32.pow(6 - kept.len() as u32);
            rest = &after[digits..];
        }
    }
    let (hour, offset) = match rest.trim_ascii() {
        [] => (hour, None),
        [half, b'M' | b'm'] if (1..=12).contains(&hour) => match half {
            b'A' | b'a' => (hour % 12, None),
            b'P' | b'p' => (hour % 12 + 12, None),
            _ => return None,
        },
        [b'Z' | b'z'] => (hour, Some(0)),
        [sign @ (b'+' | b'-'), zone @ ..] => (hour, Some(offset(*sign, zone)?)),
        _ => return None,
    };
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = i64::from(hour * 3600 + minute * 60 + second);
    Some(Time {
        micros: seconds * 1_000_000 + i64::from(fraction),
        offset,
    })
}

fn offset(sign: u8, zone: &[u8]) -> Option<i64> {
    let (hours, rest) = leading(zone, 2, 2)?;
    let rest = rest.strip_prefix(b":").unwrap_or(rest);
    let minutes = if rest.is_empty() {
        0
    } else {
        leading(rest, 2, 2)?.0
    };
    if hours > 14 || minutes > 59 || rest.len() > 2 {
        return None;
    }
    let micros = i64::from(hours * 60 + minutes) * 60_000_000;
    Some(if sign == b'-' { -micros } else { micros })
}

/// The number in the first `least` to `most` digits, and what follows.
fn leading(bytes: &[u8], least: usize, most: usize) -> Option<(u32, &[u8])> {
    let digits = bytes
        .iter()
        .take(most)
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if digits < least {
        return None;
    }
    Some((number(&bytes[..digits])?, &bytes[digits..]))
}

/// The number that a few digits write; none when one is no digit.
pub(crate) fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.iter().try_fold(0_u32, |sum, byte| {
        byte.is_ascii_digit()
            .then(|| sum * 10 + u32::from(byte - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_agree_with_a_calendar_library_over_ten_thousand_years() {
        let first = jiff::civil::date(1, 1, 1);
        let start = days(1, 1, 1).unwrap();
        let mut date = first;
        let mut number = start;
        loop {
            let (year, month, day) = (date.year().into(), date.month() as u32, date.day() as u32);
            assert_eq!(days(year, month, day), Some(number), "{date}");
            assert_eq!(civil(number), (year, month, day), "{date}");
            number += 1;
            match date.tomorrow() {
                Ok(next) => date = next,
                Err(_) => break,
            }
        }
        assert_eq!(days(1970, 1, 1), Some(0));
        assert_eq!(iso_date(number - 1), "9999-12-31");
    }

    #[test]
    fn there_is_no_thirtieth_of_february() {
        for (year, month, day) in [(2026, 2, 29), (2024, 2, 30), (1900, 2, 29), (2026, 13, 1)] {
            assert_eq!(days(year, month, day), None);
        }
        assert_eq!(parse_iso_date("2026-04-31"), None);
        assert_eq!(parse_iso_date("2026-4-01"), None);
        assert_eq!(parse_iso_date("2026-04-01 "), None);
        assert_eq!(parse_iso_date("2026-04-0é"), None);
    }

    #[test]
    fn moments_come_back_as_written() {
        for text in [
            "2026-11-01T09:30:00",
            "1969-12-31T23:59:59.25",
            "0001-01-01T00:00:00",
        ] {
            assert_eq!(iso_datetime(parse_iso_datetime(text).unwrap()), text);
        }
        let utc = parse_iso_datetime("2026-11-01T07:30:00").unwrap();
        for text in [
            "2026-11-01T09:30:00+02:00",
            "2026-11-01 07:30Z",
            "2026-11-01T05:30-0200",
        ] {
            assert_eq!(parse_iso_datetime(text), Some(utc), "{text}");
        }
        for text in [
            "2026-11-01",
            "2026-11-01T24:00",
            "2026-11-01T09:61",
            "2026-11-01T9",
            "2026",
        ] {
            assert_eq!(parse_iso_datetime(text), None, "{text}");
        }
    }

    #[test]
    fn twelve_at_night_is_midnight_and_twelve_by_day_is_noon() {
        let hours = |text| parse_time(text).map(|time| time.micros / 3_600_000_000);
        assert_eq!(hours("12:00 AM"), Some(0));
        assert_eq!(hours("12:00 pm"), Some(12));
        assert_eq!(hours("3:04PM"), Some(15));
        assert_eq!(hours("13:04 PM"), None);
        assert_eq!(hours("0:04 AM"), None);
    }
}
