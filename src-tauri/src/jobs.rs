//! Long work that a person may stop. The page gives each job a number of its own, so that two of
//! them never stop each other.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The jobs in hand, by number.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<HashMap<u32, Arc<AtomicBool>>>);

/// A job, from its beginning until it is dropped.
#[derive(Debug)]
pub struct Job<'a> {
    jobs: &'a Jobs,
    number: u32,
    stop: Arc<AtomicBool>,
}

impl Jobs {
    /// Begins a job. One that was stopped already, by a request that overtook it, begins stopped.
    pub fn begin(&self, number: u32) -> Job<'_> {
        let stop = self.with(|jobs| Arc::clone(jobs.entry(number).or_default()));
        Job {
            jobs: self,
            number,
            stop,
        }
    }

    /// Asks one job to stop.
    pub fn stop(&self, number: u32) {
        self.with(|jobs| {
            jobs.entry(number)
                .or_default()
                .store(true, Ordering::Relaxed);
        });
    }

    /// Asks every job in hand to stop, and forgets requests for jobs that never came.
    pub fn stop_all(&self) {
        self.with(|jobs| {
            for stop in jobs.values() {
                stop.store(true, Ordering::Relaxed);
            }
            jobs.clear();
        });
    }

    fn with<T>(&self, work: impl FnOnce(&mut HashMap<u32, Arc<AtomicBool>>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Job<'_> {
    /// Whether it is to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        self.jobs.with(|jobs| {
            if jobs
                .get(&self.number)
                .is_some_and(|stop| Arc::ptr_eq(stop, &self.stop))
            {
                jobs.remove(&self.number);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_jobs_at_once_do_not_stop_each_other() {
        let jobs = Jobs::default();
        let (look, import) = (jobs.begin(1), jobs.begin(2));
        jobs.stop(1);
        assert!(look.is_stopped());
        assert!(!import.is_stopped());
        let next = jobs.begin(3);
        assert!(look.is_stopped(), "a job that begins takes no request back");
        assert!(!next.is_stopped());
    }

    #[test]
    fn a_request_that_overtakes_its_job_stops_it_and_no_later_one() {
        let jobs = Jobs::default();
        jobs.stop(7);
        let overtaken = jobs.begin(7);
        assert!(overtaken.is_stopped());
        drop(overtaken);
        assert!(!jobs.begin(7).is_stopped());
    }

    #[test]
    fn what_ends_with_the_workbook_leaves_the_next_one_its_jobs() {
        let jobs = Jobs::default();
        let import = jobs.begin(1);
        jobs.stop(9);
        jobs.stop_all();
        assert!(import.is_stopped());
        let next = jobs.begin(1);
        drop(import);
        jobs.stop(1);
        assert!(
            next.is_stopped(),
            "the old job's end takes nothing of the new one's"
        );
        assert!(!jobs.begin(9).is_stopped());
    }
}
