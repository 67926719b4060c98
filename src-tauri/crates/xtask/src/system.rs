//! The system packages a task needs: installed with apt where there is apt, named elsewhere.

use std::collections::BTreeSet;
use std::process::Command;

use crate::project::{is_here, output, run};
use crate::trouble::Trouble;

/// What the Tauri window and the bundled SQLite are built with.
pub const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// What starts the window on a machine without a display and takes its picture.
pub const SCREEN: &[&str] = &["xvfb", "xauth", "scrot", "fonts-dejavu-core"];

/// What drives the window and looks into the briefs in tests.
pub const TEST: &[&str] = &[
    "webkit2gtk-driver",
    // A bus by which a second start of the program finds the first.
    "dbus",
    "xvfb",
    "xauth",
    "fonts-dejavu-core",
    "poppler-utils",
];

/// What draws the icons.
pub const DRAW: &[&str] = &["librsvg2-bin"];

/// Sees to it that `wanted` are installed. Asks dpkg first, so that nothing happens, and no
/// password is asked for, when all of them are there.
///
/// On a system without apt it only says what is needed and goes on: the packages have other
/// names there, and the build will say what is really missing.
pub fn provide(wanted: &[&[&str]]) -> Result<(), Trouble> {
    let wanted: BTreeSet<&str> = wanted
        .iter()
        .flat_map(|names| names.iter().copied())
        .collect();
    if !is_here("apt-get") {
        println!("{}", advice(&wanted, std::env::consts::OS));
        return Ok(());
    }
    let missing = missing(&wanted)?;
    if missing.is_empty() {
        println!("All {} system packages are there.", wanted.len());
        return Ok(());
    }
    println!("Installing with apt: {}", missing.join(" "));
    run(as_root(&missing)?.args(["apt-get", "update", "-q"]))?;
    let mut install = as_root(&missing)?;
    install.args(["apt-get", "install", "-q", "-y", "--no-install-recommends"]);
    run(install.args(&missing))
}

/// The names among `wanted` that dpkg does not have installed.
fn missing<'a>(wanted: &BTreeSet<&'a str>) -> Result<Vec<&'a str>, Trouble> {
    let status = output(Command::new("dpkg-query").args([
        "--show",
        "--showformat",
        "${Package} ${db:Status-Status}\\n",
    ]))?;
    Ok(not_installed(
        wanted,
        &String::from_utf8_lossy(&status.stdout),
    ))
}

/// The names among `wanted` that do not stand as "name installed" on a line of `status`.
fn not_installed<'a>(wanted: &BTreeSet<&'a str>, status: &str) -> Vec<&'a str> {
    let installed: BTreeSet<&str> = status
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    wanted
        .iter()
        .copied()
        .filter(|name| !installed.contains(name))
        .collect()
}

/// `env …` as root, directly or through sudo.
fn as_root(missing: &[&str]) -> Result<Command, Trouble> {
    let user = output(Command::new("id").arg("-u"))?;
    let mut command = if user.stdout.trim_ascii() == b"0" {
        Command::new("env")
    } else if is_here("sudo") {
        let mut command = Command::new("sudo");
        command.arg("env");
        command
    } else {
        return Err(Trouble::Missing {
            program: "sudo".to_owned(),
            fix: format!("as root, run: apt-get install {}", missing.join(" ")),
        });
    };
    command.arg("DEBIAN_FRONTEND=noninteractive");
    Ok(command)
}

/// What to install where there is no apt.
fn advice(wanted: &BTreeSet<&str>, system: &str) -> String {
    match system {
        "macos" => {
            "Needed on macOS: the Xcode command line tools (xcode-select --install).".to_owned()
        }
        "windows" => {
            "Needed on Windows: the Visual Studio C++ build tools and WebView2.".to_owned()
        }
        _ => format!(
            "There is no apt here, so nothing is installed. Needed, by their names on Debian: {}.",
            wanted.iter().copied().collect::<Vec<_>>().join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_installed_is_missing() {
        let wanted = BTreeSet::from(["pkg-config", "scrot", "xvfb"]);
        let status = "pkg-config installed\nxvfb config-files\nxvfb-extra installed\n";
        assert_eq!(
            not_installed(&wanted, status),
            ["scrot", "xvfb"],
            "a package that was removed but left its settings behind is missing too"
        );
    }

    #[test]
    fn a_system_without_apt_is_told_the_packages() {
        let told = advice(&BTreeSet::from(BUILD_NAMES), "linux");
        assert!(BUILD_NAMES.iter().all(|name| told.contains(name)), "{told}");
    }

    const BUILD_NAMES: [&str; 3] = ["build-essential", "libwebkit2gtk-4.1-dev", "pkg-config"];
}
