//! Writes the TypeScript the page calls the window's commands through to the path given.
//! `cargo xtask gen` runs it; it is no part of the shipped program.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os()
        .nth(1)
        .ok_or("give the path of the file to write")?;
    Ok(throughline_window::ipc::write_bindings(path.as_ref())?)
}
