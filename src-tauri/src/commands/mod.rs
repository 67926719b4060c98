//! The commands the window may call: each an adapter of one use case of the workbench.
//!
//! A command is async and does its work on a blocking thread through [`at_work`], so the window
//! never waits for it, and a panic in it becomes an error.

pub mod about;
pub mod book;
pub mod coach;
pub mod data;
pub mod edit;
pub mod history;
pub mod holding;
pub mod links;
pub mod menu;
pub mod paper;
pub mod picture;
pub mod recent;
pub mod results;
pub mod search;
pub mod settings;

use workbench::{Code, Error};

/// Runs `work` on a blocking thread.
///
/// # Errors
/// What `work` refused, or [`Code::Unexpected`] when it panicked.
pub async fn at_work<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        // The panic hook has logged where; the message may quote what a person wrote, so it
        // goes no further.
        Err(_) => Err(Error::new(
            Code::Unexpected,
            "Something went wrong inside Throughline",
            "What was saved before is safe. Try again; if it happens again, close the workbook and open it once more.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_command_becomes_an_error() {
        let work = at_work(|| -> Result<(), Error> { panic!("a command went wrong") });
        let outcome = tauri::async_runtime::block_on(work);
        let code = outcome.map_err(|error| error.code);
        assert_eq!(
            code,
            Err(Code::Unexpected),
            "the window must live on and be told"
        );
    }

    #[test]
    fn an_error_reaches_the_window_as_code_message_and_fix() {
        let refused = Error::new(
            Code::FileMissing,
            "There is no such file.",
            "Choose another one.",
        );
        assert_eq!(
            serde_json::to_value(&refused).unwrap(),
            serde_json::json!({
                "code": "file_missing",
                "message": "There is no such file.",
                "fix": "Choose another one.",
            })
        );
        let outcome = tauri::async_runtime::block_on(at_work({
            let refused = refused.clone();
            move || Err::<(), _>(refused)
        }));
        assert_eq!(outcome, Err(refused), "nothing is lost on the way");
    }
}
