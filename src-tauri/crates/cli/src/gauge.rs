//! How far long work is: a line on standard error that appears after a second, tells what is being
//! done, how far it is and how long it will take, and goes away when the work is done.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use workbench::{Progress, Watch, figure};

use crate::page::plain;
use crate::width;

/// Work that is done sooner shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two drawings.
const BEAT: Duration = Duration::from_millis(150);
/// Cells of the bar.
const BAR: u64 = 20;
/// The widest the line gets: terminals that are narrower would leave lines standing.
const WIDEST: usize = 79;

/// The line, drawn by a thread of its own as long as this lives.
pub struct Gauge {
    place: Arc<Place>,
    drawing: Option<(Sender<()>, JoinHandle<()>)>,
}

/// Where the work is.
#[derive(Debug, Default)]
struct Place {
    done: AtomicU64,
    total: AtomicU64,
    rows: AtomicU64,
}

impl Gauge {
    /// Starts to watch work; `seen` is whether anybody looks.
    pub fn start(doing: &str, seen: bool) -> Self {
        let place = Arc::new(Place::default());
        let drawing = seen.then(|| {
            let (over, wait) = mpsc::channel();
            let (place, doing) = (Arc::clone(&place), plain(doing));
            let thread = std::thread::spawn(move || {
                let began = Instant::now();
                let mut beat = PATIENCE;
                while wait.recv_timeout(beat) == Err(RecvTimeoutError::Timeout) {
                    beat = BEAT;
                    draw(&place.line(&doing, began.elapsed()));
                }
                if beat == BEAT {
                    draw("");
                }
            });
            (over, thread)
        });
        Self { place, drawing }
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        if let Some((over, thread)) = self.drawing.take() {
            drop(over);
            // The line is gone before anything else is printed; a thread that failed drew nothing.
            let _ = thread.join();
        }
    }
}

impl Watch for Gauge {
    fn progress(&self, progress: Progress) {
        self.place.done.store(progress.done, Ordering::Relaxed);
        self.place.total.store(progress.total, Ordering::Relaxed);
        self.place.rows.store(progress.rows, Ordering::Relaxed);
    }
}

impl Place {
    /// The line as it should stand after so much time.
    fn line(&self, doing: &str, spent: Duration) -> String {
        let done = self.done.load(Ordering::Relaxed);
        let total = self.total.load(Ordering::Relaxed);
        let rows = self.rows.load(Ordering::Relaxed);
        let seconds = spent.as_secs_f64();
        let text = if total == 0 {
            format!("{doing} … {seconds:.0} s")
        } else if done >= total {
            format!("{doing}: read, now keeping the rows … {seconds:.0} s")
        } else {
            let full = done * BAR / total;
            let bar: String = (0..BAR)
                .map(|cell| if cell < full { '━' } else { '─' })
                .collect();
            let left = if done == 0 {
                String::new()
            } else {
                let left = seconds * (total - done) as f64 / done as f64;
                format!(", {left:.0} s left")
            };
            let percent = done * 100 / total;
            let rows = figure::count(rows as f64);
            format!("{bar} {percent} % {doing}, {rows} rows{left}")
        };
        width::clip(&text, WIDEST)
    }
}

/// Draws over the line that stood there, with blanks and not with escape codes, which not every
/// terminal knows. A standard error that cannot be written stays as it is.
fn draw(line: &str) {
    let rest = WIDEST.saturating_sub(width::of(line));
    let mut out = std::io::stderr().lock();
    let _ = write!(out, "\r{line}{:rest$}\r", "");
    let _ = out.flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(done: u64, total: u64) -> String {
        let place = Place::default();
        place.done.store(done, Ordering::Relaxed);
        place.total.store(total, Ordering::Relaxed);
        place.rows.store(1_200, Ordering::Relaxed);
        place.line("Reading a.csv", Duration::from_secs(10))
    }

    #[test]
    fn the_line_says_how_far_and_how_long() {
        let line = at(25, 100);
        assert!(line.starts_with("━━━━━─"), "{line}");
        assert!(
            line.ends_with("25 % Reading a.csv, 1,200 rows, 30 s left"),
            "{line}"
        );
    }

    #[test]
    fn work_that_cannot_be_measured_tells_its_time() {
        assert_eq!(at(0, 0), "Reading a.csv … 10 s");
    }

    #[test]
    fn unwatched_work_starts_no_drawing() {
        let gauge = Gauge::start("Reading", false);
        gauge.progress(Progress {
            done: 1,
            total: 2,
            rows: 3,
        });
        assert!(gauge.drawing.is_none());
    }
}
