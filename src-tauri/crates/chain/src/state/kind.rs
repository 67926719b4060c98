//! What kind of thing a ground's text is: words, or data written down.

/// How a ground's text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroundKind {
    /// Words of a person: case, space and punctuation aside, they count.
    Words,
    /// A rule as the document writes it.
    Rule,
    /// A formula as the document writes it.
    Formula,
    /// A number.
    Number,
    /// A name, a date or a count that counts to the letter.
    Name,
}

impl GroundKind {
    /// The kind of a field, named as in a ground: `text`, `decides_by.price.score`.
    pub fn of(field: &str) -> Self {
        match field.rsplit('.').next().unwrap_or(field) {
            "rule" => Self::Rule,
            "formula" => Self::Formula,
            "quantity" | "horizon_days" | "threshold" | "score" => Self::Number,
            "as_of" | "better" | "dataset" | "rows" | "weight" => Self::Name,
            _ => Self::Words,
        }
    }
}
