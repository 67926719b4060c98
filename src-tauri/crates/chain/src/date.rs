//! Dates as texts: ISO `YYYY-MM-DD`, or nothing.

/// Whether a text is a calendar date in ISO form.
pub fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// A date in words, `1 Nov 2026`; a text that is no date comes back as it is.
pub fn in_words(text: &str) -> String {
    match text.parse::<jiff::civil::Date>() {
        Ok(date) => date.strftime("%-d %b %Y").to_string(),
        Err(_) => text.to_owned(),
    }
}

/// How many days lie between two dates, from the first to the second (negative when the second is
/// the earlier); none when either is no date. A month, `2026-10`, stands for its first day.
pub fn days(from: &str, to: &str) -> Option<i64> {
    let (from, to) = (day(from)?, day(to)?);
    Some(i64::from(from.until(to).ok()?.get_days()))
}

fn day(text: &str) -> Option<jiff::civil::Date> {
    let text = text.trim();
    text.parse().or_else(|_| format!("{text}-01").parse()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_forwards_and_back() {
        assert_eq!(days("2026-11-01", "2026-11-24"), Some(23));
        assert_eq!(days("2026-11-24", "2026-11-01"), Some(-23));
        assert_eq!(days("2024-02-28", "2024-03-01"), Some(2), "a leap year");
        assert_eq!(
            days("2026-10", "2026-10-15"),
            Some(14),
            "a month is its first day"
        );
        assert_eq!(days("", "2026-10-15"), None);
        assert_eq!(days("soon", "2026-10-15"), None);
    }
}
