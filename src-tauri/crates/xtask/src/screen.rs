//! A display without a monitor (Xvfb), and a picture of what a window shows on it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::project::{Project, not_started, run};
use crate::trouble::Trouble;

/// A blank picture of this screen is a few kilobytes; one with text is many times that.
const BYTES_OF_A_PAINTED_PICTURE: u64 = 20_000;

/// How long a window may take until it has painted.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running Xvfb, ended when dropped.
pub struct Screen {
    server: Child,
    /// As in `:1`.
    display: String,
}

impl Screen {
    /// Starts one on a free display number, 1440×900.
    pub fn start() -> Result<Self, Trouble> {
        let mut command = Command::new("Xvfb");
        command.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1440x900x24",
            "-nolisten",
            "tcp",
        ]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command
            .spawn()
            .map_err(|error| not_started(&command, error))?;
        let mut number = String::new();
        if let Some(said) = server.stdout.take() {
            BufReader::new(said)
                .read_line(&mut number)
                .map_err(Trouble::file("Xvfb"))?;
        }
        let screen = Self {
            server,
            display: format!(":{}", number.trim()),
        };
        if number.trim().is_empty() {
            return Err(Trouble::Wrong("Xvfb did not start".to_owned()));
        }
        Ok(screen)
    }

    /// Makes `command` show its window here.
    pub fn show<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            // Without a graphics card this is quicker and takes less memory.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
    }

    /// Writes a picture of the screen to `file` once `program` has painted its window and the
    /// picture no longer changes.
    pub fn picture(
        &self,
        project: &Project,
        program: &mut Child,
        file: &Path,
    ) -> Result<(), Trouble> {
        let begun = Instant::now();
        let mut before = Vec::new();
        while begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_secs(1));
            if let Some(status) = program.try_wait().map_err(Trouble::file("the window"))? {
                return Err(Trouble::Wrong(format!(
                    "the window closed by itself ({status})"
                )));
            }
            run(self.show(
                project
                    .command("scrot")
                    .args(["--overwrite", "--silent"])
                    .arg(file),
            ))?;
            let now = std::fs::read(file).map_err(Trouble::file(file.display().to_string()))?;
            if now.len() as u64 > BYTES_OF_A_PAINTED_PICTURE && now == before {
                return Ok(());
            }
            before = now;
        }
        Err(Trouble::TooLate {
            what: "painting the window".to_owned(),
        })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may be gone already; there is nothing to do about either failure.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
