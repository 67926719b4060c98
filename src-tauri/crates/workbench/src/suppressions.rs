//! Findings that a document sets aside: by rules that there are, on records that there are.
//!
//! Only what is new is asked. A workbook may hold one by a rule that this version does not know
//! any more, and that keeps nobody from working; one on a record goes with the record.

use std::collections::HashSet;

use chain::patch::Patch;
use chain::{Chain, Fault};
use measure::table::nearest;

/// How many records a fault names.
const NAMED: usize = 8;

/// Checks what `patch` sets aside, and `before` did not, in `after`.
///
/// # Errors
/// A [`Fault`] at the place in the document, with the rules or records that may have been meant.
pub(crate) fn hold(patch: &Patch, before: &Chain, after: &Chain) -> Result<(), Fault> {
    let new = patch.newly_set_aside(before);
    if new.is_empty() {
        return Ok(());
    }
    let records: Vec<String> = after
        .segments
        .iter()
        .flat_map(|segment| {
            std::iter::once(segment.id.clone()).chain(chain::removal::ids_inside(segment))
        })
        .chain([coach::OFFERING.to_owned()])
        .collect();
    let known: HashSet<&str> = records.iter().map(String::as_str).collect();
    for (at, suppression) in new {
        let (rule, record) = (&suppression.rule, &suppression.record);
        if coach::rule(rule).is_none() {
            return Err(Fault::at(
                format!("suppressions[{at}].rule"),
                unknown(rule, "no rule of the coach", "no rule is named"),
                of_rules(rule),
            ));
        }
        if !known.contains(record.as_str()) {
            return Err(Fault::at(
                format!("suppressions[{at}].record"),
                unknown(record, "nowhere in the workbook", "no record is named"),
                of_records(record, &records),
            ));
        }
    }
    Ok(())
}

fn unknown(name: &str, what: &str, empty: &str) -> String {
    match name {
        "" => empty.to_owned(),
        name => format!("`{name}` is {what}"),
    }
}

fn of_rules(rule: &str) -> String {
    let rules = coach::catalogue();
    let ids = || rules.iter().map(|entry| entry.rule.id);
    match nearest(rule, ids()) {
        Some(near) => format!("Did you mean `{near}`? `throughline rules` lists every rule."),
        None => format!("Rules are: {}.", ids().collect::<Vec<_>>().join(", ")),
    }
}

fn of_records(record: &str, records: &[String]) -> String {
    // Elsewhere a record is named with its kind, as `payoffs/hours`.
    let id = record.rsplit('/').next().unwrap_or(record);
    match nearest(id, records.iter().map(String::as_str)) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => {
            let more = if records.len() > NAMED { ", …" } else { "" };
            let named: Vec<&str> = records.iter().take(NAMED).map(String::as_str).collect();
            format!(
                "Give the id of a segment or of a record inside one, or `offering`. There are: \
                 {}{more}",
                named.join(", ")
            )
        }
    }
}
