//! What the tests share: where the project is, and where the built programs are.

use std::path::{Path, PathBuf};

/// A path inside the project.
#[must_use]
pub fn project(inside: &str) -> PathBuf {
    // This package stands in tests/, one below the root.
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(inside)
}

/// A program cargo built beside the running test, as in `throughline`.
///
/// # Errors
/// When the running test's own path is unknown.
pub fn program(name: &str) -> std::io::Result<PathBuf> {
    // target/debug/deps/this-test
    let test = std::env::current_exe()?;
    let built = test.ancestors().nth(2).unwrap_or(&test);
    Ok(built
        .join(name)
        .with_extension(std::env::consts::EXE_EXTENSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_the_folder_with_the_workspace_in_it() {
        let manifest = std::fs::read_to_string(project("Cargo.toml")).unwrap();
        assert!(
            manifest.contains("[workspace]"),
            "fixtures are found from there"
        );
    }
}
