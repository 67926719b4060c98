//! Every place of a filled workbook, in both looks: nothing in the way of assistive technology,
//! nothing wider than the window, nothing the content policy had to stop, no words cut off.

use std::path::PathBuf;
use std::process::Command;

use serde_json::json;
use throughline_tests::{program, project};

use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, Look, SMALL_DARK};
use crate::window::{Window, keys};

/// What a person would have to guess: buttons, heads and labels whose words do not fit their box
/// and whose box does not scroll.
const CUT_OFF: &str = "
    const cut = (it) => {
        const style = getComputedStyle(it);
        return it.innerText?.trim() && it.children.length === 0
            && (style.overflowX === 'hidden' || style.overflowX === 'clip')
            && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1
            && style.textOverflow !== 'ellipsis';
    };
    return [...document.querySelectorAll('button, h1, h2, h3, th, label, a, span, b, p')]
        .filter(cut).map((it) => it.innerText)";

const TABLE: &str = "tests/fixtures/data/telco_customer_churn.csv";

/// Each place, with words that stand there once it has its figures.
pub const PLACES: [(&str, &str); 11] = [
    ("map", "Fibre by the month"),
    ("data", "TotalCharges"),
    ("path", "Step "),
    ("decision", "Mara Lindqvist"),
    ("segment", "Fiber optic"),
    ("value", "Payoffs"),
    ("positioning", "read aloud"),
    ("journey", "The words they meet"),
    ("results", "everyone else"),
    ("brief", "links not sound yet"),
    ("history", "Imported 7,043 rows"),
];

#[test]
fn every_place_is_sound_in_both_looks() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        let window = desk.open_with(&[&filled(&desk)]);
        for (place, words) in PLACES {
            visit(&window, place, words);
            assert_sound(&window, look, place);
            window.picture(place);
        }
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

#[test]
fn importing_is_sound_in_both_looks() {
    for look in [LARGE_LIGHT, SMALL_DARK] {
        let desk = Desk::new(look);
        desk.answer_dialog(&desk.file("telco.throughline"));
        desk.answer_dialog(&project(TABLE));
        let window = desk.open();
        window.press("Blank");
        window.press("Or start from a customer table");
        window.find_named("Choose a table…");
        assert_sound(&window, look, "empty");
        window.picture("empty");
        window.press("Choose a table…");
        window.find_named("Import 7,043 rows");
        assert_sound(&window, look, "preview");
        window.picture("preview");
        window.press("Import 7,043 rows");
        window.find_named("Add 1 metric");
        assert_sound(&window, look, "proposals");
        window.picture("proposals");
        window.press("Add 1 metric");
        window.find_named("New segment");
        assert_sound(&window, look, "imported");
        assert_eq!(window.troubles(), [""; 0], "{}: no error", look.name);
    }
}

#[test]
fn at_twice_the_size_every_place_is_whole() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&filled(&desk)]);
    window.find("main h1");
    for _ in 0..5 {
        window.keys(keys::CONTROL, "=");
    }
    window.eventually("it is shown twice as large", |window| {
        window.run("return innerWidth") == 720
    });
    for (place, words) in PLACES {
        visit(&window, place, words);
        let here = format!("{place} at 200 %");
        assert_eq!(
            window.run(
                "scrollTo(1e6, 1e6);
                const { right, bottom } = document.getElementById('root').getBoundingClientRect();
                scrollTo(0, 0);
                return right <= innerWidth + 1 && bottom <= innerHeight + 1"
            ),
            true,
            "{here}: all of it can be scrolled to"
        );
        assert_eq!(window.run(CUT_OFF), json!([]), "{here}: words are cut off");
        window.picture(&format!("zoom-{place}"));
    }
    assert_eq!(window.troubles(), [""; 0], "no error");
}

/// The demo's workbook, made by the command line: a table and a chain of three segments.
pub fn filled(desk: &Desk) -> PathBuf {
    let book = desk.file("telco.throughline");
    let run = |arguments: &[&str]| {
        let output = Command::new(program("throughline").expect("this test's own path"))
            .args(arguments)
            .output()
            .expect("the command line is built with the window");
        assert!(
            output.status.success(),
            "throughline {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    let path = |file: PathBuf| file.display().to_string();
    let (at, table, chain) = (
        path(book.clone()),
        path(project(TABLE)),
        path(project("tests/fixtures/demo/telco.json")),
    );
    run(&["new", &at]);
    run(&[
        "import",
        &at,
        &table,
        "--name",
        "customers",
        "--key",
        "customerID",
    ]);
    run(&["apply", &at, &chain]);
    book
}

/// Goes to a place of the demo's primary segment and waits until `words` stand there.
pub fn visit(window: &Window<'_>, place: &str, words: &str) {
    window.run(&format!("location.hash = '#/{place}/fibre-monthly'"));
    let script = format!(
        "return (document.querySelector('main')?.innerText ?? '').includes({})
            && [...document.images].every((image) => image.complete && image.naturalWidth > 0)
            && document.querySelector('[data-counting=true]') === null",
        json!(words)
    );
    window.eventually(&format!("{place}: {words}"), |window| {
        window.run(&script) == true
    });
}

pub fn assert_sound(window: &Window<'_>, look: Look, place: &str) {
    let here = format!("{place}, {}", look.name);
    // A colour on its way to another has a contrast of its own.
    window.eventually("nothing moves", |window| {
        window.run("return document.getAnimations().length") == 0
    });
    assert_eq!(window.axe(), [""; 0], "{here}: barriers");
    assert_eq!(
        window.run("return document.documentElement.scrollWidth <= innerWidth"),
        true,
        "{here}: the window scrolls sideways"
    );
    assert_eq!(
        window.run("const main = document.querySelector('main'); return main.scrollWidth <= main.clientWidth"),
        true,
        "{here}: the work scrolls sideways"
    );
}
