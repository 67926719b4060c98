//! `cargo xtask bench`: how long a large workbook keeps a person waiting, on the build that people
//! get. Run it on a machine that does nothing else.

use crate::project::{self, Project};
use crate::trouble::Trouble;

/// Each bench is an example that prints its rows and ends with 1 when one takes too long.
const BENCHES: [&str; 1] = ["large_book"];

/// Builds and runs every bench.
pub fn run(project: &Project) -> Result<(), Trouble> {
    for bench in BENCHES {
        let shape = [
            "run",
            "--release",
            "--package",
            "workbench",
            "--example",
            bench,
        ];
        project::run(&mut project.cargo(&shape))?;
    }
    Ok(())
}
