//! The window's page: its packages and its build. It comes before any cargo call, since the
//! window embeds what is built here.

use std::path::Path;

use crate::project::{Project, run};
use crate::trouble::Trouble;

/// Installs exactly what `ui/package-lock.json` says, unless that is what stands there already.
pub fn install(project: &Project) -> Result<(), Trouble> {
    let lock = project.path("ui/package-lock.json");
    // npm writes this one last, as the record of what it installed.
    let installed = project.path("ui/node_modules/.package-lock.json");
    if is_newer(&installed, &lock) {
        println!("The packages are as ui/package-lock.json says.");
        return Ok(());
    }
    npm(project, &["ci", "--no-audit", "--no-fund"])
}

/// Lints, types and unit tests.
pub fn check(project: &Project) -> Result<(), Trouble> {
    npm(project, &["run", "check"])
}

/// Builds the page into `ui/dist`.
pub fn build(project: &Project) -> Result<(), Trouble> {
    npm(project, &["run", "build"])
}

fn npm(project: &Project, arguments: &[&str]) -> Result<(), Trouble> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(project
        .command(program)
        .current_dir(project.path("ui"))
        .args(arguments))
}

fn is_newer(one: &Path, other: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|about| about.modified()).ok();
    match (changed(one), changed(other)) {
        (Some(one), Some(other)) => one >= other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_never_installed_count_as_older() {
        let folder = tempfile::tempdir().unwrap();
        let lock = folder.path().join("package-lock.json");
        std::fs::write(&lock, "{}").unwrap();
        assert!(
            !is_newer(&folder.path().join("none"), &lock),
            "they must be installed"
        );
        let installed = folder.path().join("installed");
        std::fs::write(&installed, "{}").unwrap();
        assert!(
            is_newer(&installed, &lock),
            "written after the lock file: current"
        );
    }
}
