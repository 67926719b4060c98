//! The README's pictures, taken from the real window on the demo's workbook.
//!
//! To take them anew (with ImageMagick's `convert` installed, which makes them small):
//! `cargo build --workspace --features throughline-window/e2e`, then
//! `cargo test --workspace --features throughline-window/e2e,throughline-tests/window --test e2e
//! -- --ignored pictures`.

use std::path::Path;
use std::process::Command;

use throughline_tests::project;

use crate::coach::{open_card, weakened};
use crate::desk::Desk;
use crate::look::{LARGE_LIGHT, Look};
use crate::places::{PLACES, filled, visit};
use crate::walks::{facilitator, marketer};
use crate::window::Window;

/// A common notebook by night.
const LARGE_DARK: Look = Look {
    name: "1440-dark",
    dark: true,
    ..LARGE_LIGHT
};

/// A page with pictures larger than this loads late.
const MOST_BYTES: u64 = 200_000;

#[test]
#[ignore = "writes into .readme; run it when the window looks different"]
fn the_readme_shows_the_window_as_it_is() {
    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open();
    window.find("h1");
    keep(&window, "start", "start");
    drop(window);
    drop(desk);

    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open();
    window.press("HR software whose leads nobody wanted");
    window.find("a[href='#/map'][aria-current='page']");
    window.eventually("the figures follow", |window| {
        window.run("return document.querySelector('[data-counting=true]') === null") == true
            && window.words().contains("n 568")
    });
    keep(&window, "map", "map");
    drop(window);
    drop(desk);

    let desk = Desk::new(LARGE_LIGHT);
    let window = desk.open_with(&[&weakened(&desk)]);
    visit(&window, "value", "Saves time");
    open_card(&window);
    keep(&window, "coach", "coach");
    drop(window);
    drop(desk);

    for (look, ending, wanted) in [
        (LARGE_LIGHT, "", &PLACES[..]),
        (LARGE_DARK, "-dark", &PLACES[6..7]),
    ] {
        let desk = Desk::new(look);
        let window = desk.open_with(&[&filled(&desk)]);
        for &(place, words) in wanted.iter().filter(|(place, _)| *place != "map") {
            visit(&window, place, words);
            keep(&window, place, &format!("{place}{ending}"));
        }
    }
}

#[test]
#[ignore = "writes into .readme; run it when the window looks different"]
fn the_walks_show_the_window_as_it_is() {
    let keep = |window: &Window<'_>, step: &str| keep(window, step, &format!("walks/{step}"));
    marketer(&keep);
    facilitator(&keep);
}

/// Puts a picture of what the window shows into the README's folder.
fn keep(window: &Window<'_>, place: &str, name: &str) {
    let taken = window.picture(place);
    let kept = project(&format!(".readme/{name}.png"));
    std::fs::create_dir_all(kept.parent().unwrap_or(Path::new("."))).unwrap();
    // Few colours are in use; a palette holds them all.
    let made = Command::new("convert")
        .arg(taken)
        .args(["+dither", "-colors", "255", "-strip"])
        .args(["-define", "png:compression-level=9"])
        .arg(format!("PNG8:{}", kept.display()))
        .status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "ImageMagick's convert makes it small"
    );
    let bytes = kept.metadata().unwrap().len();
    assert!(bytes < MOST_BYTES, "{name} has {bytes} bytes");
}
