//! Since when a record says what it says.

use chain::Chain;
use chain::patch::Patch;
use serde_json::{Value, json};
use store::Store;

use crate::bed::{Bed, set, small, stamp};

fn lay(store: &mut Store, patch: Value) {
    let chain = store.chain().unwrap();
    let patch = Patch::from_value(patch).unwrap();
    set(store, &patch.apply(&chain).unwrap()).unwrap();
}

/// The number of the change that gave the field its words.
fn since(store: &Store, record: &str, field: &str) -> Option<i64> {
    let change = store.last_changed(record, field).unwrap();
    change.map(|change| change.seq)
}

#[test]
fn a_field_says_what_it_says_since_the_last_change_of_that_field() {
    let bed = Bed::new();
    let mut store = bed.create();
    set(&mut store, &small());
    let payoff = |patch: Value| json!({"throughline": 1, "segments": [{"id": "clinics", "value": {"payoffs": [patch]}}]});
    lay(&mut store, payoff(json!({"id": "hours", "quantity": 5})));
    lay(
        &mut store,
        payoff(json!({"id": "hours", "text": "Five hours back a week"})),
    );
    lay(
        &mut store,
        json!({"throughline": 1, "segments": [{"id": "clinics",
            "decides_by": {"urgency": {"score": 2}}, "for": ["one site"],
            "positioning": {"benefit": "fills them by five", "differentiator": {"text": "live today"},
                "alternatives": [{"id": "sheet", "name": "a paper list"}]}}]}),
    );
    for (record, field, wanted) in [
        ("payoffs/hours", "quantity", 2),
        ("payoffs/hours", "text", 3),
        ("payoffs/hours", "unit", 1),
        ("segments/clinics", "decides_by.urgency.score", 4),
        ("segments/clinics", "decides_by.urgency.note", 1),
        ("segments/clinics", "for", 4),
        ("segments/clinics", "rule", 1),
        ("segments/clinics", "positioning.benefit", 4),
        ("segments/clinics", "positioning.differentiator.text", 4),
        ("segments/clinics", "positioning.problem", 1),
        ("alternatives/sheet", "name", 4),
        ("decisions/spring", "question", 1),
        ("metrics/churn", "formula", 1),
        ("datasets/customers", "as_of", 1),
    ] {
        assert_eq!(
            since(&store, record, field),
            Some(wanted),
            "{record} {field}"
        );
    }
    assert_eq!(since(&store, "payoffs/nobody", "text"), None);
    assert_eq!(since(&store, "stars/hours", "text"), None);
    store.undo(&stamp()).unwrap();
    store.undo(&stamp()).unwrap();
    assert_eq!(
        since(&store, "payoffs/hours", "text"),
        Some(1),
        "what is undone does not count"
    );
    set(&mut store, &Chain::default()).unwrap();
    assert_eq!(
        since(&store, "payoffs/hours", "text"),
        Some(5),
        "since it is gone"
    );
}
