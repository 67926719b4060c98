//! What a person does to the window from outside its page, read from a file, for tests in the real
//! window: WebDriver reaches neither the system's menus nor files dragged from another program.
//! Compiled only with the Cargo feature `e2e`, which is never shipped.

use std::path::PathBuf;
use std::time::Duration;

use tauri::{AppHandle, DragDropEvent, PhysicalPosition};

use crate::{drops, menus};

/// Names the file: one line for each thing done, as it is appended.
const VARIABLE: &str = "THROUGHLINE_SIMULATED";

/// How often the file is looked at.
const PAUSE: Duration = Duration::from_millis(50);

/// Does what is appended to the file that the environment names, if it names one.
pub fn follow(app: &AppHandle) {
    let Some(file) = std::env::var_os(VARIABLE).map(PathBuf::from) else {
        return;
    };
    let app = app.clone();
    std::thread::spawn(move || {
        let mut done = 0;
        loop {
            std::thread::sleep(PAUSE);
            let lines = std::fs::read_to_string(&file).unwrap_or_default();
            for line in lines.lines().skip(done) {
                done += 1;
                act(&app, line);
            }
        }
    });
}

fn act(app: &AppHandle, line: &str) {
    let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
    let paths = || vec![PathBuf::from(rest)];
    let position = PhysicalPosition::new(400.0, 300.0);
    match what {
        "menu" => menus::chosen(app, rest),
        "over" => {
            let paths = paths();
            drops::follow(app, &DragDropEvent::Enter { paths, position });
        }
        "away" => drops::follow(app, &DragDropEvent::Leave),
        "drop" => {
            let paths = paths();
            drops::follow(app, &DragDropEvent::Drop { paths, position });
        }
        // Writes what the native menus hold to a file.
        "menus" => {
            if let Ok(held) = menus::held(app) {
                let _ = std::fs::write(rest, held.to_string());
            }
        }
        _ => log::error!("Nobody knows how to simulate that."),
    }
}
