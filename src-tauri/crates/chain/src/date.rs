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
