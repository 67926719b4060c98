//! Workbooks as the window opens them: from a dialog, from the command line, and not at all.

use crate::desk::Desk;
use crate::look::LARGE_LIGHT;

/// The start screen's entry that makes an empty workbook, and the one that opens one.
const BLANK: &str = "Blank";
const OPEN: &str = "A workbook on this computer…";

#[test]
fn a_workbook_made_in_the_window_opens_again_from_the_command_line() {
    let desk = Desk::new(LARGE_LIGHT);
    let file = desk.file("plan.throughline");
    desk.answer_dialog(&desk.file("plan"));
    let window = desk.open();
    window.press(BLANK);
    window.read("plan.throughline");
    assert!(file.is_file(), "the ending was added to the name");
    assert_eq!(window.troubles(), [""; 0], "no error in the page");
    window.close();
    assert_eq!(
        desk.files(),
        ["plan.throughline"],
        "closing leaves one file and nothing beside it"
    );

    let window = desk.open_with(&[&file]);
    window.read("plan.throughline");
}

#[test]
fn a_cancelled_dialog_changes_nothing() {
    let desk = Desk::new(LARGE_LIGHT);
    desk.cancel_dialog();
    desk.answer_dialog(&desk.file("second.throughline"));
    let window = desk.open();
    window.press(BLANK);
    window.eventually("the entry can be pressed again", |window| {
        window.run("return document.querySelector('button:disabled') === null") == true
    });
    assert_eq!(desk.files(), [""; 0], "no file was made");
    window.press(BLANK);
    window.read("second.throughline");
}

#[test]
fn a_file_that_is_no_workbook_is_refused_with_a_way_out_and_left_as_it_is() {
    let desk = Desk::new(LARGE_LIGHT);
    let picture = desk.file("picture.throughline");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n and so on").unwrap();
    desk.answer_dialog(&picture);
    let window = desk.open();
    window.press(OPEN);
    window.read("PNG");
    window.find_named(OPEN);
    assert_eq!(
        std::fs::read(&picture).unwrap(),
        b"\x89PNG\r\n\x1a\n and so on"
    );
}

#[test]
fn a_missing_file_on_the_command_line_is_said_in_a_living_window() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&desk.file("gone.throughline")]);
    window.read("gone.throughline");
    assert!(
        !desk.file("gone.throughline").exists(),
        "no empty one takes its place"
    );
    window.reload();
    window.find_named(BLANK);
}
