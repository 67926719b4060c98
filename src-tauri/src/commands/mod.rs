//! The commands the window may call: each an adapter of one use case of the workbench.
//!
//! A command is async and does its work on a blocking thread through [`at_work`], so the window
//! never waits for it, and a panic in it becomes an error.

pub mod about;

use crate::refusal::Refusal;

/// Runs `work` on a blocking thread.
///
/// # Errors
/// What `work` refused, or the code `unexpected` when it panicked.
pub async fn at_work<T, E>(
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, Refusal>
where
    T: Send + 'static,
    E: Into<Refusal> + Send + 'static,
{
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(outcome) => outcome.map_err(Into::into),
        // The panic hook has logged where; the message may quote what a person wrote, so it
        // goes no further.
        Err(_) => Err(Refusal::unexpected()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_command_becomes_an_error() {
        let outcome = tauri::async_runtime::block_on(at_work(|| -> Result<(), Refusal> {
            panic!("a command went wrong")
        }));
        assert_eq!(
            outcome,
            Err(Refusal::unexpected()),
            "the window must live on and be told"
        );
    }

    #[test]
    fn a_refusal_reaches_the_window_as_it_is() {
        let refusal = Refusal::new(
            "file_missing",
            "There is no such file.",
            "Choose another one.",
        );
        let outcome = tauri::async_runtime::block_on(at_work({
            let refusal = refusal.clone();
            move || Err::<(), _>(refusal)
        }));
        assert_eq!(
            outcome,
            Err(refusal),
            "code, message and fix are the same ones"
        );
    }
}
