//! Tables and pictures that a person takes along.

use std::path::Path;

use serde_json::Value;

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, Look, SMALL_DARK};
use crate::window::{Window, keys};

const SAMPLE: &str = "HR software whose leads nobody wanted";
const RESULTS: &str = "Copy: Results against everyone else";

#[test]
fn the_results_are_copied_as_a_table_and_saved_as_a_picture_by_day() {
    the_results_leave_the_window(LARGE_LIGHT);
}

#[test]
fn a_picture_has_the_colours_of_paper_by_night_too() {
    let svg = the_results_leave_the_window(SMALL_DARK);
    // The sheet of the light theme, and nothing of the dark one.
    assert!(svg.contains("#fdfcfa"), "{svg}");
    assert!(!svg.contains("#1c1b19"), "{svg}");
}

fn the_results_leave_the_window(look: Look) -> String {
    let desk = Desk::new(look);
    let (svg, png) = (desk.file("results.svg"), desk.file("results.png"));
    for answer in [&svg, &png] {
        desk.answer_dialog(answer);
    }
    let window = desk.open();
    window.press(SAMPLE);
    window.read("invalidated");
    window.run("location.hash = '#/results'");
    window.find("article[data-metric]");

    choose(&window, RESULTS, "text");
    window.read("Copied ");
    the_table_can_be_pasted(&window);

    choose(&window, RESULTS, "save-svg");
    window.read("Written to results.svg");
    let svg = the_svg_stands_alone(&window, &svg);
    choose(&window, RESULTS, "save-png");
    window.read("Written to results.png");
    the_png_has_twice_the_pixels(&svg, &png);

    assert_eq!(window.axe(), [""; 0], "no barrier");
    window.picture("copies");
    let mut troubles = window.troubles();
    // A floating menu measures itself again where it has been placed, which the engine remarks on.
    troubles.retain(|one| !one.contains("ResizeObserver loop"));
    assert_eq!(troubles, [""; 0], "no error on the way");
    window.close();
    svg
}

/// Opens a menu by the name of its button, and takes one of its entries by key.
fn choose(window: &Window<'_>, menu: &str, entry: &str) {
    window.press(menu);
    window.type_into(
        &format!("[role='menuitem'][data-key='{entry}']"),
        keys::ENTER,
    );
    window.eventually("the menu is closed", |window| {
        !window.shows("[role='menu']")
    });
}

/// Pastes into a field as a person does, and reads what arrives.
fn the_table_can_be_pasted(window: &Window<'_>) {
    window.run(
        "const field = document.createElement('textarea');
         field.id = 'pasted';
         field.setAttribute('aria-label', 'Pasted');
         field.style.position = 'fixed';
         field.style.top = '0';
         document.body.append(field);
         field.focus();",
    );
    window.type_into("#pasted", &format!("{}v", keys::CONTROL));
    window.eventually("the table is pasted", |window| !pasted(window).is_empty());
    let pasted = pasted(window);
    window.run("document.querySelector('#pasted').remove()");
    let rows: Vec<Vec<&str>> = pasted
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    let heads = &rows[0];
    for head in [
        "Metric",
        "Difference",
        "Difference, 95 % low",
        "q",
        "Verdict",
    ] {
        assert!(heads.contains(&head), "{head} in {heads:?}");
    }
    let shown = window.run("return document.querySelectorAll('article[data-metric]').length");
    assert_eq!(shown, rows.len() - 1, "a row for each metric that is shown");
    assert!(
        rows.iter().all(|row| row.len() == heads.len()),
        "all rows are equally long: {pasted}"
    );
    let difference = heads.iter().position(|head| *head == "Difference").unwrap();
    let figure: f64 = rows[1][difference].parse().unwrap();
    assert!(figure.abs() < 1.0 && figure != 0.0, "a fraction: {figure}");
}

fn pasted(window: &Window<'_>) -> String {
    let field = window.run("return document.querySelector('#pasted').value");
    field.as_str().unwrap_or_default().to_owned()
}

/// The picture is XML, and nothing in it needs the page it came from.
fn the_svg_stands_alone(window: &Window<'_>, file: &Path) -> String {
    let svg = std::fs::read_to_string(file).unwrap();
    assert!(svg.starts_with("<svg "), "{svg}");
    for trace in [
        "class=",
        "style=",
        "var(",
        "url(",
        "href",
        "currentcolor",
        "light-dark",
    ] {
        assert!(!svg.to_lowercase().contains(trace), "{trace} in {svg}");
    }
    let script = format!(
        "const read = new DOMParser().parseFromString({}, 'application/xml');
         return read.querySelector('parsererror') === null
             ? [read.documentElement.namespaceURI, read.querySelector('title')?.textContent,
                read.querySelector('desc')?.textContent,
                String(read.querySelectorAll('svg svg').length)]
             : read.documentElement.textContent",
        Value::from(svg.as_str())
    );
    let read = window.run(&script);
    let words = |at: usize| read[at].as_str().unwrap_or_default();
    assert_eq!(words(0), "http://www.w3.org/2000/svg", "{read}");
    assert!(words(1).ends_with("against everyone else"), "{read}");
    assert!(words(2).contains("95 % interval"), "{read}");
    assert_ne!(words(3), "0", "the plots are in it");
    svg
}

fn the_png_has_twice_the_pixels(svg: &str, file: &Path) {
    let png = std::fs::read(file).unwrap();
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "it is a PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    let size = |name: &str| -> u32 {
        let value = svg.split(&format!(" {name}=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    };
    assert_eq!(
        (number(16), number(20)),
        (2 * size("width"), 2 * size("height"))
    );
    // One colour all over would fit into far less.
    assert!(png.len() > 4096, "something is drawn: {} bytes", png.len());
}
