//! Where things are, and how programs are run in the project's folder.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::trouble::Trouble;

/// The project's folders.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The project this task was built from.
    pub fn here() -> Self {
        let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).components().collect();
        // src-tauri/crates/xtask
        let root = root
            .ancestors()
            .nth(3)
            .map_or_else(|| root.clone(), Path::to_path_buf);
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        Self { root, target }
    }

    /// A path inside the project.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// A program cargo built in the debug profile.
    pub fn program(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(name)
            .with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// A command that will run in the project's folder.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// `cargo` with `arguments`: the one that started this task.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = self.command(cargo);
        command.args(arguments);
        command
    }
}

/// Runs `command` to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Result<(), Trouble> {
    let status = command
        .status()
        .map_err(|error| not_started(command, error))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(command, status))
    }
}

/// Runs `command` to its end and keeps what it printed.
pub fn output(command: &mut Command) -> Result<Output, Trouble> {
    let output = command
        .output()
        .map_err(|error| not_started(command, error))?;
    if output.status.success() {
        Ok(output)
    } else {
        Err(failed(command, output.status))
    }
}

/// Whether `program` is on this machine's path.
pub fn is_here(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}

/// The error for a command that could not even be started.
pub fn not_started(command: &Command, error: std::io::Error) -> Trouble {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() == std::io::ErrorKind::NotFound {
        let fix = match program.as_str() {
            "npm" => "install Node.js 20 or newer, which brings npm.".to_owned(),
            _ => format!("install {program}."),
        };
        Trouble::Missing { program, fix }
    } else {
        Trouble::File {
            what: format!("{program} could not be started"),
            source: error,
        }
    }
}

fn failed(command: &Command, status: std::process::ExitStatus) -> Trouble {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let command = words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ");
    Trouble::Failed {
        command,
        status: status.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_the_folder_with_the_workspace_in_it() {
        let manifest = std::fs::read_to_string(Project::here().path("Cargo.toml")).unwrap();
        assert!(
            manifest.contains("[workspace]"),
            "tasks run at the root of the workspace"
        );
    }

    #[test]
    fn a_missing_program_is_named_with_what_to_do() {
        let trouble = run(&mut Command::new("no-such-program-at-all")).unwrap_err();
        let said = trouble.to_string();
        assert!(
            said.contains("no-such-program-at-all was not found"),
            "{said}"
        );
        assert!(said.contains("fix:"), "{said}");
    }
}
