//! The steps of a task, each with its name in front and its time after it.

use std::time::{Duration, Instant};

use crate::trouble::Trouble;

/// The steps done so far.
pub struct Steps {
    task: &'static str,
    begun: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// The steps of `task`, none done yet.
    pub fn of(task: &'static str) -> Self {
        Self {
            task,
            begun: Instant::now(),
            done: Vec::new(),
        }
    }

    /// Does one step and remembers how long it took.
    pub fn step<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        println!("\n== {name}");
        let begun = Instant::now();
        let outcome = work();
        self.done.push((name.to_owned(), begun.elapsed()));
        outcome
    }

    /// Prints the time of each step so far and of all together.
    pub fn print_times(&self) {
        println!("\n== times of `cargo xtask {}`", self.task);
        for (name, time) in &self.done {
            println!("{:>8}  {name}", clock(*time));
        }
        println!("{:>8}  together", clock(self.begun.elapsed()));
    }
}

/// Minutes and seconds, as in `3:07`.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_as_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_secs(187)), "3:07");
        assert_eq!(clock(Duration::from_millis(900)), "0:00");
    }

    #[test]
    fn a_failed_step_is_kept_among_the_steps() {
        let mut steps = Steps::of("test");
        let outcome = steps.step("lint", || Err::<(), _>(Trouble::Wrong("a lint".into())));
        assert!(outcome.is_err(), "the task must stop");
        assert_eq!(steps.done.len(), 1, "its time is shown all the same");
    }
}
