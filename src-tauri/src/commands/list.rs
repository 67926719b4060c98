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
            data::cancel_work,
            settings::change_settings,
            data::choose_table,
            book::close_book,
            data::column_values,
            results::count_rule,
            edit::edit,
            holding::edit_now,
            paper::export_brief,
            recent::forget_recent,
            holding::glance,
            data::import_table,
            menu::listen,
            history::log,
            book::new_book,
            edit::new_version,
            holding::open_asked,
            book::open_book,
            recent::open_recent,
            holding::place,
            data::preview_table,
            edit::promote,
            recent::recents,
            history::redo,
            results::results,
            book::sample_book,
            book::samples,
            settings::settings,
            paper::show_export,
            menu::show_menus,
            menu::toggle_menu,
            holding::told_place,
            history::undo,
        ]
    };
}
