//! Who meets a rule, and what a segment did against everyone else.

use chain::Rule;
use workbench::{Error, MapResults, Results, RuleCount};

use crate::session::{Shared, with_book};

/// How many rows of a dataset meet a rule that is being written, condition by condition.
///
/// # Errors
/// `bad_rule` for a rule that does not fit the dataset; `not_found` for a dataset without rows.
#[tauri::command]
#[specta::specta]
pub async fn count_rule(
    session: Shared<'_>,
    dataset: String,
    rule: Rule,
) -> Result<RuleCount, Error> {
    with_book(&session, move |book| book.count_rule(&dataset, &rule)).await
}

/// All segments against everyone else on some metrics; without metrics, on the few that say most.
///
/// # Errors
/// When the workbook cannot be read.
#[tauri::command]
#[specta::specta]
pub async fn map_results(session: Shared<'_>, metrics: Vec<String>) -> Result<MapResults, Error> {
    with_book(&session, move |book| book.map_results(&metrics)).await
}

/// What a segment did on every metric that says something of it, against everyone else.
///
/// # Errors
/// `not_found` when there is no such segment.
#[tauri::command]
#[specta::specta]
pub async fn results(session: Shared<'_>, segment: String) -> Result<Results, Error> {
    with_book(&session, move |book| book.results(&segment)).await
}
