//! The window goes, or goes over to another workbook, while a person is in the middle of a word.

use std::path::Path;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::look::LARGE_LIGHT;
use crate::window::Window;

const HALF: &str = "Which plan do we push in the autu";

/// Makes a workbook with a decision, and opens it where the decision's question is written.
fn begun<'desk>(desk: &'desk Desk, file: &Path) -> Window<'desk> {
    desk.answer_dialog(file);
    let window = desk.open();
    window.press("Blank");
    window.read(
        file.file_name()
            .and_then(|name| name.to_str())
            .expect("a name"),
    );
    let chain = json!({"throughline": 1, "decisions": [{"id": "autumn"}],
        "segments": [{"id": "month", "name": "Month by month", "decision": "autumn"}]});
    let opening = window.call("book")["ok"]["session"].clone();
    let edited = window.call_with(
        "edit",
        &json!({"opening": opening, "patch": chain, "burst": null}),
    );
    assert!(edited["ok"].is_object(), "{edited}");
    window.run("location.hash = '#/decision/month'");
    window.reload();
    window.find(QUESTION);
    window
}

/// The field of the decision's question.
const QUESTION: &str = "main [data-field='question'] textarea";

fn question(window: &Window<'_>) -> Value {
    window.call("book")["ok"]["chain"]["decisions"][0]["question"].clone()
}

#[test]
fn closing_the_window_by_its_button_saves_the_words_that_are_being_typed() {
    let desk = Desk::new(LARGE_LIGHT);
    let file = desk.file("plan.throughline");
    let window = begun(&desk, &file);
    window.type_into(QUESTION, HALF);
    assert_eq!(desk.ask_windows_to_close(), 1, "the window can be asked");
    window.has_gone();
    assert_eq!(
        desk.files(),
        ["plan.throughline"],
        "one file, nothing beside it"
    );
    let window = desk.open_with(&[&file]);
    window.read("Month by month");
    assert_eq!(question(&window), HALF);
}

#[test]
fn a_second_start_on_another_workbook_saves_the_words_that_are_being_typed_in_the_first() {
    let desk = Desk::with_bus(LARGE_LIGHT);
    let (first, second) = (
        desk.file("first.throughline"),
        desk.file("second.throughline"),
    );
    desk.answer_dialog(&second);
    let window = desk.open();
    window.press("Blank");
    window.read("second.throughline");
    window.close();

    desk.forget_dialogs();
    let window = begun(&desk, &first);
    let before = window.call("book")["ok"]["session"].clone();
    window.type_into(QUESTION, HALF);
    desk.start_again(&second);
    window.read("second.throughline");
    assert_eq!(
        window.call("book")["ok"]["chain"]["decisions"],
        json!([]),
        "nothing of the first is in the second"
    );
    let late = json!({"opening": before, "patch": {"throughline": 1, "decisions": [{"id": "late"}]}, "burst": null});
    assert_eq!(
        window.call_with("edit", &late)["refused"],
        "wrong_state",
        "an edit that was meant for the first does not land in the second"
    );
    desk.start_again(&first);
    window.read("Month by month");
    assert_eq!(question(&window), HALF);
}
