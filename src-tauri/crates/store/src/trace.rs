//! Since when a record says what it says: the change that gave a field its present words.

use rusqlite::{Connection, params};
use serde_json::Value;

use crate::error::StoreError;
use crate::journal::{self, Change};
use crate::store::Store;

/// Where a field of a record stands in the tables.
struct Place<'a> {
    table: &'static str,
    /// The row's key as the history writes it; none for rows that are named by their place.
    key: Option<String>,
    /// The record's id.
    id: &'a str,
    column: String,
}

impl Store {
    /// The last change that stands and that changed what a field says. `record` and `field` are
    /// named as in a [`chain::Ground`]: `payoffs/hours`, `text`. None when no change did, or the
    /// field is in no table.
    ///
    /// # Errors
    /// `file_damaged` when the history cannot be read.
    pub fn last_changed(&self, record: &str, field: &str) -> Result<Option<Change>, StoreError> {
        match place(record, field) {
            Some(place) => last(self.connection(), &place),
            None => Ok(None),
        }
    }
}

fn last(connection: &Connection, place: &Place<'_>) -> Result<Option<Change>, StoreError> {
    let key = match place.key {
        Some(_) => "AND change_row.row_key = ?2",
        None => "AND ?2 IS NULL",
    };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT change.seq, change_row.before, change_row.after
         FROM change_row JOIN change ON change.seq = change_row.change
         WHERE change_row.table_name = ?1 AND change.state = 'done' {key}
         ORDER BY change.seq DESC"
    ))?;
    let mut rows = statement.query(params![place.table, place.key])?;
    while let Some(row) = rows.next()? {
        let (before, after): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        if said(before.as_deref(), place)? != said(after.as_deref(), place)? {
            return Ok(journal::numbered(connection, row.get(0)?)?.map(|entry| entry.change));
        }
    }
    Ok(None)
}

/// What an image says in the column; nothing when the image is of another record.
fn said(image: Option<&str>, place: &Place<'_>) -> Result<Option<Value>, StoreError> {
    let Some(image) = image else { return Ok(None) };
    let mut fields: serde_json::Map<String, Value> = serde_json::from_str(image)
        .map_err(|_| StoreError::damaged("the history holds an image that cannot be read"))?;
    let is_it = place.key.is_some() || fields.get("id").and_then(Value::as_str) == Some(place.id);
    Ok(fields.shift_remove(&place.column).filter(|_| is_it))
}

fn place<'a>(record: &'a str, field: &str) -> Option<Place<'a>> {
    let (kind, id) = record.split_once('/')?;
    let mut place = Place {
        table: "",
        key: serde_json::to_string(&[id]).ok(),
        id,
        column: field.replace('.', "_"),
    };
    place.table = match kind {
        "decisions" => "decision",
        "segments" if field.starts_with("positioning.") => {
            let column = field.trim_start_matches("positioning.");
            place.column = column.trim_end_matches(".text").to_owned();
            "positioning"
        }
        "segments" => {
            let column = place.column.trim_start_matches("decides_by_");
            place.column = if column == "for" { "for_whom" } else { column }.to_owned();
            "segment"
        }
        "jobs" => "job",
        "pains" => "pain",
        "payoffs" => "payoff",
        "features" => "feature",
        "proofs" => "proof",
        "alternatives" => {
            place.key = None;
            "alternative"
        }
        "touchpoints" => "touchpoint",
        "metrics" => "metric",
        "datasets" => {
            place.column = match field {
                "rows" => "version".to_owned(),
                "weight" => "weight_column".to_owned(),
                other => other.to_owned(),
            };
            "dataset"
        }
        _ => return None,
    };
    Some(place)
}
