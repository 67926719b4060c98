//! Cells as people and files read them.

use std::borrow::Cow;

use super::{Column, Data, iso_date, iso_datetime};

impl Column {
    /// The row's value as text: dates as ISO, numbers in their shortest exact form. None for a
    /// blank cell and for a row past the end.
    pub fn text(&self, row: usize) -> Option<Cow<'_, str>> {
        if row >= self.rows() || self.blank.get(row) {
            return None;
        }
        Some(match &self.data {
            Data::Text { dict, codes } => {
                Cow::Borrowed(dict.get(*codes.get(row)? as usize)?.as_str())
            }
            Data::Integer(values) => Cow::Owned(values.get(row)?.to_string()),
            Data::Number(values) => Cow::Owned(values.get(row)?.to_string()),
            Data::Boolean(mask) => Cow::Borrowed(if mask.get(row) { "true" } else { "false" }),
            Data::Date(values) => Cow::Owned(iso_date(*values.get(row)?)),
            Data::Datetime(values) => Cow::Owned(iso_datetime(*values.get(row)?)),
        })
    }

    /// The first row whose value reads as `text`, for finding a customer by key.
    pub fn find(&self, text: &str) -> Option<usize> {
        match &self.data {
            Data::Text { dict, codes } => {
                let code = dict.iter().position(|entry| entry == text)? as u32;
                let mut rows = codes.iter().enumerate();
                rows.find(|(row, found)| **found == code && !self.blank.get(*row))
                    .map(|(row, _)| row)
            }
            _ => (0..self.rows()).find(|row| self.text(*row).as_deref() == Some(text)),
        }
    }
}
