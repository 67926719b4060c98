//! One window, one writer: two windows on one workbook, and a command beside a window.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;
use throughline_tests::program;

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, SMALL_DARK};
use crate::places::filled;
use crate::window::Window;

const VALUE: &str = "#/value/fibre-monthly";

#[test]
fn a_second_window_reads_along_and_edits_when_the_first_one_closes() {
    let (one, two) = (Desk::new(LARGE_LIGHT), Desk::new(SMALL_DARK));
    let book = filled(&one);
    let first = one.open_with(&[&book]);
    first.find("nav[aria-label=Places]");

    let second = two.open_with(&[&book]);
    second.read("has this workbook open in a window");
    assert_eq!(second.axe(), [""; 0], "told who has it");
    second.picture("held");
    second.press("Open to read");
    second.read("edits this workbook in another window");
    second.run(&format!("location.hash = '{VALUE}'"));
    second.find("main textarea");
    assert_eq!(
        second.run(
            "return [...document.querySelectorAll('main textarea')].every((it) => it.readOnly)"
        ),
        true,
        "no text can be written"
    );
    assert_eq!(
        second.run(
            "return [...document.querySelectorAll('main button:enabled')]
                .map((it) => it.ariaLabel ?? it.textContent)
                .filter((name) => !name.endsWith('What it rests on'))"
        ),
        json!([]),
        "and nothing can be pressed but what only looks"
    );
    assert_eq!(second.axe(), [""; 0], "read only");
    second.picture("read-only");

    write(&first, "Nobody waits for the line");
    second.eventually("the reader sees it by itself", |second| {
        texts(second).contains("Nobody waits for the line")
    });

    first.close();
    second.read("The other window has closed this workbook.");
    second.press("Edit now");
    second.eventually("the banner is gone", |second| {
        !second.words().contains("The other window has closed")
    });
    write(&second, "Nobody waits any more");
    let kept = throughline(&["dump", &path(&book)]);
    assert!(
        String::from_utf8_lossy(&kept.stdout).contains("Nobody waits any more"),
        "it is in the file"
    );
    assert_eq!(second.troubles(), [""; 0], "no error in the page");
}

#[test]
fn a_window_that_was_killed_keeps_nobody_out() {
    let (one, two) = (Desk::new(LARGE_LIGHT), Desk::new(LARGE_LIGHT));
    let book = filled(&one);
    let first = one.open_with(&[&book]);
    first.find("nav[aria-label=Places]");
    first.kill();
    let second = two.open_with(&[&book]);
    second.find("nav[aria-label=Places]");
    assert!(
        !second.words().contains("edits this workbook"),
        "it is open to edit at once"
    );
    second.close();
    assert_eq!(
        one.files(),
        ["telco.throughline"],
        "what the dead one left is gone as well"
    );
}

#[test]
fn commands_read_beside_a_window_and_are_told_who_writes() {
    let desk = Desk::new(LARGE_LIGHT);
    let book = filled(&desk);
    let window = desk.open_with(&[&book]);
    window.find("nav[aria-label=Places]");
    let at = path(&book);
    assert!(throughline(&["segments", &at]).status.success());
    let refused = throughline(&["undo", &at]);
    assert_eq!(refused.status.code(), Some(4));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        said.starts_with("error[held]: ")
            && said.contains(" has this workbook open in a window since "),
        "{said}"
    );
}

/// Writes a sentence into the first text of the value page, as a person does, and leaves it.
fn write(window: &Window<'_>, text: &str) {
    window.run(&format!("location.hash = '{VALUE}'"));
    window.find("main textarea:not([readonly])");
    window.run("document.querySelector('main textarea').select()");
    window.type_into("main textarea", text);
    window.run("document.activeElement.blur()");
    window.eventually("it is saved", |window| {
        window.run("return document.querySelector('aside [role=status]').textContent")
            == "All changes saved"
    });
}

fn texts(window: &Window<'_>) -> String {
    window
        .run("return [...document.querySelectorAll('main textarea')].map((it) => it.value)")
        .to_string()
}

fn throughline(words: &[&str]) -> Output {
    Command::new(program("throughline").expect("this test's own path"))
        .args(words)
        .output()
        .expect("the command line is built with the window")
}

fn path(file: &Path) -> String {
    file.display().to_string()
}
