//! A table of counts: each row stands for as many people as its weight says.

use serde_json::json;

use crate::desk::{BOOK, Desk, fixture, number};

#[test]
fn each_row_of_the_berkeley_table_counts_as_often_as_it_says() {
    let desk = Desk::with_book();
    let table = fixture("data/ucb_admissions.csv");
    desk.text(&[
        "import",
        BOOK,
        &table,
        "--name",
        "applications",
        "--unit",
        "applicant",
    ]);
    desk.apply(&json!({"throughline": 1,
        "datasets": [{"id": "applications", "weight": "Freq"}],
        "segments": [{"id": "women", "name": "Women", "dataset": "applications",
                      "rule": {"column": "Gender", "op": "eq", "value": "Female"}}],
        "metrics": [{"id": "admitted", "name": "Admitted", "dataset": "applications",
                     "better": "higher",
                     "formula": {"rate": {"where":
                        {"column": "Admit", "op": "eq", "value": "Admitted"}}}}]}));
    let made = desk.json(&["compare", BOOK, "--metric", "admitted"]);
    let women = &made["rows"][0];
    // Bickel, Hammel and O'Connell: 557 of 1,835 women and 1,198 of 2,691 men were admitted.
    assert_eq!(
        (number(&women["n"]), number(&women["against_n"])),
        (1_835.0, 2_691.0)
    );
    assert!((number(&women["value"]) - 557.0 / 1_835.0).abs() < 1e-12);
    assert!((number(&women["against_value"]) - 1_198.0 / 2_691.0).abs() < 1e-12);
    assert_eq!(women["verdict"], "worse");
    let listed = desk.json(&["segments", BOOK]);
    assert_eq!(listed["segments"][0]["n"], 12, "segments count rows");
    let data = desk.json(&["data", BOOK, "applications"]);
    assert_eq!(
        (&data["unit"], &data["weight"]),
        (&json!("applicant"), &json!("Freq"))
    );
}
