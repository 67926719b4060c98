//! `cargo xtask test`: every check and every test. `.ci/run` calls exactly this.
//!
//! Every cargo call has the one shape `--workspace --features …`: another one would switch
//! features in the dependencies and build them a second time.

use std::fs;

use crate::project::{self, Project, output};
use crate::steps::Steps;
use crate::trouble::Trouble;
use crate::{generated, page, system};

/// What the tests in the real window add to the shipped window: prepared answers for file dialogs.
pub const FEATURES: &str = "throughline-window/e2e";

/// With the tests in the real window as well.
const WITH_WINDOW_TESTS: &str = "throughline-window/e2e,throughline-tests/window";

/// Names that stand in the window built for tests and must not stand in the shipped one.
const TEST_ONLY: [&[u8]; 2] = [b"THROUGHLINE_DIALOG_ANSWERS", b"THROUGHLINE_SIMULATED"];

/// Everything that needs no display, the quick checks first.
fn without_window(project: &Project, steps: &mut Steps) -> Result<(), Trouble> {
    let cargo = |arguments: &[&str]| project::run(&mut project.cargo(arguments));

    steps.step("system packages", || {
        system::provide(&[system::BUILD, system::TEST])
    })?;
    steps.step("formatting", || cargo(&["fmt", "--all", "--check"]))?;
    steps.step("page: packages", || page::install(project))?;
    steps.step("page: lints, types, unit tests", || page::check(project))?;
    steps.step("page: build", || page::build(project))?;
    steps.step("lints", || {
        let deny = ["--", "--deny", "warnings"];
        let shape = [
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            WITH_WINDOW_TESTS,
        ];
        cargo(&[&shape[..], &deny].concat())
    })?;
    steps.step("the shipped window holds nothing made for tests", || {
        cargo(&["build", "--workspace"])?;
        nothing_for_tests(project)
    })?;
    steps.step("build for tests", || {
        cargo(&["build", "--workspace", "--features", FEATURES])
    })?;
    steps.step("generated code is current", || generated::compare(project))?;
    steps.step("unit, property, golden and command-line tests", || {
        if output(&mut project.cargo(&["nextest", "--version"])).is_ok() {
            cargo(&["nextest", "run", "--workspace", "--features", FEATURES])?;
            cargo(&["test", "--workspace", "--features", FEATURES, "--doc"])
        } else {
            cargo(&["test", "--workspace", "--features", FEATURES])
        }
    })
}

/// All of it, the tests in the real window last: nothing is built beside them, one runs at a
/// time, and the last output is a test runner's summary.
pub fn run(project: &Project) -> Result<(), Trouble> {
    let mut steps = Steps::of("test");
    let outcome = without_window(project, &mut steps);
    steps.print_times();
    outcome?;
    println!("\n== tests in the real window");
    let shape = [
        "test",
        "--workspace",
        "--features",
        WITH_WINDOW_TESTS,
        "--test",
        "e2e",
    ];
    project::run(project.cargo(&shape).args(["--", "--test-threads", "1"]))
}

fn nothing_for_tests(project: &Project) -> Result<(), Trouble> {
    let program = project.program("throughline-window");
    let bytes = fs::read(&program).map_err(Trouble::file(program.display().to_string()))?;
    let stands = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    if TEST_ONLY.into_iter().any(stands) {
        return Err(Trouble::Wrong(
            "the shipped window can be led by files, as the one for tests is".to_owned(),
        ));
    }
    Ok(())
}
