//! `throughline-window [WORKBOOK]`: the window of Throughline.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::io::Write as _;
use std::process::ExitCode;

/// The machine failed: there is no display, or no web view.
const MACHINE_FAILED: u8 = 5;

fn main() -> ExitCode {
    match throughline_window::run(std::env::args_os().nth(1).map(Into::into)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(
                std::io::stderr(),
                "error[window]: the window could not be opened: {error}\n  fix: start it where there is a display, with WebKitGTK 4.1 installed."
            );
            ExitCode::from(MACHINE_FAILED)
        }
    }
}
