//! The app's icons, drawn once in `icons/icon.svg` and made from it in every size and format.

use std::fs;

use crate::containers::{Picture, icns, ico};
use crate::project::{Project, output};
use crate::system;
use crate::trouble::Trouble;

/// Pixels a side, of the pictures the window, Windows and macOS take.
const SIZES: [u16; 4] = [32, 128, 256, 512];

/// The largest picture an ICO file can hold.
const LARGEST_IN_ICO: u16 = 256;

/// Draws every icon again.
pub fn draw(project: &Project) -> Result<(), Trouble> {
    system::provide(&[system::DRAW])?;
    let mut pictures = Vec::new();
    for size in SIZES {
        let side = size.to_string();
        let drawn = output(project.command("rsvg-convert").args([
            "-w",
            &side,
            "-h",
            &side,
            "icons/icon.svg",
        ]))?;
        write(project, &format!("icons/{size}.png"), &drawn.stdout)?;
        pictures.push(Picture {
            size,
            png: drawn.stdout,
        });
    }
    write(project, "icons/icon.icns", &icns(&pictures))?;
    pictures.retain(|picture| picture.size <= LARGEST_IN_ICO);
    write(project, "icons/icon.ico", &ico(&pictures))
}

fn write(project: &Project, file: &str, bytes: &[u8]) -> Result<(), Trouble> {
    fs::write(project.path(file), bytes).map_err(Trouble::file(file))?;
    println!("{file}: {} bytes", bytes.len());
    Ok(())
}
