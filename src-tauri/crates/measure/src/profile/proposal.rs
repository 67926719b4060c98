//! Metrics proposed from columns with two values: what may be an outcome, and which way is better.

use chain::Better;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::values::{ValueCount, values};
use crate::table::{ColumnType, Table, tokens};

/// A rate that could be a metric: the share of rows where `column` is `value`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Proposal {
    /// The column.
    pub column: String,
    /// The value that counts as "it happened", as a rule names it.
    pub value: String,
    /// A name for the metric.
    pub name: String,
    /// Which way is better.
    pub better: Better,
    /// Whether the column's name says that it is an outcome; only these are worth preselecting.
    pub outcome_like: bool,
    /// Rows with the value.
    pub n: u32,
    /// Rows with either value.
    pub of: u32,
}

/// Beginnings of words for what nobody wants to happen.
const BAD: [&str; 26] = [
    "churn",
    "refund",
    "cancel",
    "unsubscri",
    "complain",
    "default",
    "bounce",
    "attrit",
    "lapse",
    "fraud",
    "lost",
    "left",
    "exit",
    "escalat",
    "dispute",
    "chargeback",
    "overdue",
    "late",
    "spam",
    "return",
    "delinquen",
    "downgrad",
    "inactiv",
    "uninstall",
    "fail",
    "quit",
];
/// Beginnings of words for what one hopes for.
const GOOD: [&str; 23] = [
    "convert",
    "conversion",
    "subscri",
    "purchas",
    "approv",
    "accept",
    "retain",
    "retention",
    "activ",
    "renew",
    "won",
    "win",
    "admit",
    "bought",
    "buy",
    "order",
    "respon",
    "click",
    "signup",
    "upgrad",
    "qualif",
    "success",
    "complet",
];
/// Names that say "outcome" and not which way is better.
const TARGETS: [&str; 7] = [
    "y", "target", "outcome", "label", "response", "result", "class",
];
/// Values that say "it did not happen".
const NOES: [&str; 10] = [
    "no", "false", "0", "n", "f", "none", "not", "never", "inactive", "rejected",
];

/// Every column with exactly two values as a rate, outcomes first, then in the order of the file.
pub fn propose_metrics(table: &Table) -> Vec<Proposal> {
    let mut proposals: Vec<(u8, Proposal)> = Vec::new();
    for column in table.columns() {
        if !matches!(
            column.kind(),
            ColumnType::Text | ColumnType::Boolean | ColumnType::Integer
        ) {
            continue;
        }
        let found = values(column, 2);
        let (2, [first, second]) = (found.distinct, found.values.as_slice()) else {
            continue;
        };
        let flags = ["0", "1"].map(str::to_owned);
        let flag = flags.contains(&first.value) && flags.contains(&second.value);
        if column.kind() == ColumnType::Integer && !flag {
            continue;
        }
        let (yes, no) = oriented(first, second);
        let (rank, better) = likeness(column.name(), &yes.value);
        let plain = is_no(&no.value);
        let name = readable(column.name());
        proposals.push((
            rank,
            Proposal {
                column: column.name().to_owned(),
                value: yes.value.clone(),
                // "Churn" says it all where the other value is a no; "Gender: Female" does not.
                name: if plain {
                    name
                } else {
                    format!("{name}: {}", yes.value)
                },
                better,
                outcome_like: rank < OTHER,
                n: yes.n,
                of: yes.n.saturating_add(no.n),
            },
        ));
    }
    proposals.sort_by_key(|(rank, _)| *rank);
    proposals
        .into_iter()
        .map(|(_, proposal)| proposal)
        .collect()
}

fn is_no(value: &str) -> bool {
    let words = tokens(value);
    words
        .first()
        .is_some_and(|word| NOES.contains(&word.as_str()))
}

/// The value that counts as yes: the one that is no "no"; else the one that the lists of outcomes
/// know; else the rarer.
fn oriented<'v>(a: &'v ValueCount, b: &'v ValueCount) -> (&'v ValueCount, &'v ValueCount) {
    match (is_no(&a.value), is_no(&b.value)) {
        (true, false) => return (b, a),
        (false, true) => return (a, b),
        _ => {}
    }
    let known = |value: &ValueCount| judge(&tokens(&value.value)).is_some();
    match (known(a), known(b)) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        // Values come most first.
        _ => (b, a),
    }
}

const TARGET: u8 = 0;
const CLEAR: u8 = 1;
const BY_VALUE: u8 = 2;
const OTHER: u8 = 3;

/// How much a column looks like an outcome, and which way is better. A value that tells of something
/// good or bad, as `Lost`, knows better than the name of its column.
fn likeness(name: &str, yes: &str) -> (u8, Better) {
    let words = tokens(name);
    let (by_name, by_value) = (judge(&words), judge(&tokens(yes)));
    let last = words.last().map(String::as_str).unwrap_or_default();
    let rank = if words.len() <= 2 && TARGETS.contains(&last) {
        // Whoever made the table called this one the outcome.
        TARGET
    } else if by_name.is_some() {
        CLEAR
    } else if by_value.is_some() {
        BY_VALUE
    } else {
        OTHER
    };
    (rank, by_value.or(by_name).unwrap_or(Better::Higher))
}

/// Whether words tell of something bad or good. A bad word outweighs a good one, as in `cancelled
/// subscription`; a negation turns it round.
fn judge(words: &[String]) -> Option<Better> {
    // "Do not email" is a setting and not an outcome.
    if words
        .first()
        .is_some_and(|word| ["do", "does", "has", "allow"].contains(&word.as_str()))
    {
        return None;
    }
    let negated = words
        .iter()
        .any(|word| ["not", "no", "non", "never"].contains(&word.as_str()));
    let has = |list: &[&str]| {
        words
            .iter()
            .any(|word| list.iter().any(|start| begins(word, start)))
    };
    let better = if has(&BAD) {
        Better::Lower
    } else if has(&GOOD) {
        Better::Higher
    } else {
        return None;
    };
    Some(match (negated, better) {
        (false, better) => better,
        (true, Better::Lower) => Better::Higher,
        (true, Better::Higher) => Better::Lower,
    })
}

/// Short beginnings must be the whole word: `win` is no `window`, `late` no `latest`.
fn begins(word: &str, start: &str) -> bool {
    if start.len() <= 4 {
        word == start
    } else {
        word.starts_with(start)
    }
}

/// A name for people: words with spaces, the first with a capital.
fn readable(name: &str) -> String {
    let words = tokens(name).join(" ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Settings, Source, Unwatched, read};

    fn proposals(table: &Table) -> Vec<(String, String, Better, bool)> {
        let proposals = propose_metrics(table).into_iter();
        proposals
            .map(|p| (p.name, p.value, p.better, p.outcome_like))
            .collect()
    }

    fn one(column: &str, a: &str, b: &str) -> (String, String, Better, bool) {
        let text = format!("n,{column}\n1,{a}\n2,{b}\n3,{a}\n4,\n");
        let source = Source::from_bytes("t.csv", text.into_bytes()).unwrap();
        let table = read(&source, &Settings::default(), &Unwatched)
            .unwrap()
            .table;
        proposals(&table).pop().expect("one two-valued column")
    }

    #[test]
    fn telco_proposes_churn_first_and_nothing_else_as_an_outcome() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../tests/fixtures/data/telco_customer_churn.csv"
        );
        let source = Source::open(path.as_ref()).unwrap();
        let table = read(&source, &Settings::default(), &Unwatched)
            .unwrap()
            .table;
        let found = propose_metrics(&table);
        let churn = &found[0];
        assert_eq!(
            (churn.name.as_str(), churn.value.as_str()),
            ("Churn", "Yes")
        );
        assert_eq!(
            (churn.better, churn.n, churn.of),
            (Better::Lower, 1869, 7043)
        );
        let outcomes = found
            .iter()
            .filter(|proposal| proposal.outcome_like)
            .count();
        assert_eq!(
            outcomes, 1,
            "gender, partner and the rest are not preselected"
        );
        assert!(
            found
                .iter()
                .any(|proposal| proposal.name == "Gender: Female")
        );
    }

    #[test]
    fn names_and_values_say_which_way_is_better() {
        let own = str::to_owned;
        assert_eq!(
            one("Converted", "0", "1"),
            (own("Converted"), own("1"), Better::Higher, true)
        );
        assert_eq!(
            one("y", "no", "yes"),
            (own("Y"), own("yes"), Better::Higher, true)
        );
        assert_eq!(one("is_churned", "true", "false").2, Better::Lower);
        assert_eq!(one("Not renewed", "Yes", "No").2, Better::Lower);
        assert_eq!(one("Admit", "Rejected", "Admitted").1, "Admitted");
        let status = one("Status", "Active", "Churned");
        assert_eq!(
            status,
            (own("Status: Churned"), own("Churned"), Better::Lower, true)
        );
        assert_eq!(
            one("Converted", "Won", "Lost").2,
            Better::Lower,
            "Lost is the rarer value"
        );
        assert!(!one("Do Not Email", "No", "Yes").3);
        assert!(!one("window", "a", "b").3, "window is no win");
        assert_eq!(one("default", "no", "yes").2, Better::Lower);
    }
}
