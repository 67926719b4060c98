//! Generated code: the TypeScript through which the page calls the window's commands.

use std::fs;

use crate::project::{Project, run};
use crate::trouble::Trouble;
use crate::{page, system};

const BINDINGS: &str = "ui/src/api/bindings.ts";

/// Writes what is generated into the sources.
pub fn write(project: &Project) -> Result<(), Trouble> {
    prepare(project)?;
    fs::write(project.path(BINDINGS), bindings(project)?).map_err(Trouble::file(BINDINGS))?;
    println!("Wrote {BINDINGS}.");
    Ok(())
}

/// Fails when what stands in the sources is not what they generate.
pub fn check(project: &Project) -> Result<(), Trouble> {
    prepare(project)?;
    compare(project)
}

/// [`check`], with the packages and the page already there.
pub fn compare(project: &Project) -> Result<(), Trouble> {
    let current = bindings(project)?;
    let committed = fs::read_to_string(project.path(BINDINGS)).unwrap_or_default();
    if committed == current {
        println!("{BINDINGS} is current.");
        Ok(())
    } else {
        Err(Trouble::Stale {
            file: BINDINGS.to_owned(),
        })
    }
}

/// The window embeds the page, so it does not build without one. The page itself may not build
/// while the bindings are stale, so an earlier build of it, or an empty one, will do.
fn prepare(project: &Project) -> Result<(), Trouble> {
    system::provide(&[system::BUILD])?;
    if project.path("ui/dist/index.html").is_file() {
        return Ok(());
    }
    page::install(project)?;
    page::build(project)
}

/// The bindings as the sources generate them now.
fn bindings(project: &Project) -> Result<String, Trouble> {
    run(&mut project.cargo(&[
        "build",
        "--workspace",
        "--example",
        "bindings",
        "--features",
        crate::test::FEATURES,
    ]))?;
    let file = std::env::temp_dir().join(format!("throughline-bindings-{}.ts", std::process::id()));
    run(project
        .command(project.program("examples/bindings"))
        .arg(&file))?;
    let text = fs::read_to_string(&file).map_err(Trouble::file(file.display().to_string()))?;
    fs::remove_file(&file).map_err(Trouble::file(file.display().to_string()))?;
    Ok(text)
}
