//! `cargo xtask bench`: how long a large workbook keeps a person waiting, on the development build
//! that the tests use. Run it on a machine that does nothing else.

use crate::project::{self, Project};
use crate::trouble::Trouble;

/// Each bench is an example that prints its rows and ends with 1 when one takes too long.
const BENCHES: [&str; 1] = ["large_book"];

/// Builds and runs every bench.
pub fn run(project: &Project) -> Result<(), Trouble> {
    for bench in BENCHES {
        let shape = ["build", "--workspace", "--example", bench];
        project::run(
            project
                .cargo(&shape)
                .args(["--features", crate::test::FEATURES]),
        )?;
        project::run(&mut project.command(project.program(&format!("examples/{bench}"))))?;
    }
    Ok(())
}
