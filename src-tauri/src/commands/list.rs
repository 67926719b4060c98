//! The one list of the window's commands.
//!
//! `build.rs` makes a permission of each name, [`crate::ipc`] makes the handler and the
//! TypeScript bindings, and a test compares the capability with it.

/// Hands `$each` every command of the window as `module::name`, in alphabetical order.
macro_rules! every_command {
    ($each:ident) => {
        $each![
            edit::accept_metrics,
            about::app_info,
            book::book,
            paper::brief,
            coach::bring_back,
            data::cancel_work,
            data::choose_table,
            book::close_book,
            data::column_values,
            links::confirm_link,
            results::count_rule,
            edit::edit,
            paper::export_brief,
            history::history,
            data::import_table,
            links::link_grounds,
            book::new_book,
            edit::new_version,
            book::open_book,
            history::preview_return,
            data::preview_table,
            edit::promote,
            history::redo,
            history::remove_snapshot,
            results::results,
            history::return_to,
            coach::rules,
            book::sample_book,
            book::samples,
            search::search,
            paper::show_export,
            history::snapshot,
            coach::suppress,
            history::told,
            history::undo,
        ]
    };
}
