//! Column names from the first line: trimmed, filled where empty, made different where equal.

use std::collections::HashSet;

use super::note::{Note, NoteKind};

/// The names of the columns, in the order of the file. A column without a name is called
/// `column_3` after its place, a repeated name gets `_2`, `_3` and so on.
///
/// `present` says for each place whether any row has something there; a place with neither name nor
/// values is none.
pub(super) fn names(
    header: &[String],
    present: &[bool],
    notes: &mut Vec<Note>,
) -> Vec<Option<String>> {
    let mut taken: HashSet<String> = header.iter().cloned().collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut names = Vec::with_capacity(header.len());
    for (at, name) in header.iter().enumerate() {
        let place = at + 1;
        if name.is_empty() && !present.get(at).copied().unwrap_or(false) {
            let words = format!("Column {place} has neither a name nor values and was left out.");
            notes.push(Note::new(NoteKind::Dropped, None, words));
            names.push(None);
            continue;
        }
        if !name.is_empty() && seen.insert(name) {
            names.push(Some(name.clone()));
            continue;
        }
        let (stem, first) = if name.is_empty() {
            ("column", place)
        } else {
            (name.as_str(), 2)
        };
        let free = (first..)
            .map(|n| format!("{stem}_{n}"))
            .find(|name| !taken.contains(name));
        let free = free.unwrap_or_default();
        let words = if name.is_empty() {
            format!("Column {place} has no name and is called {free}.")
        } else {
            format!("Column {place} is the second one named {name} and is called {free}.")
        };
        notes.push(Note::new(NoteKind::Renamed, Some(&free), words));
        taken.insert(free.clone());
        names.push(Some(free));
    }
    names
}

/// A name as it is written: runs of spaces and line ends are one space.
pub(super) fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_gets_a_name_of_its_own() {
        let header = ["a", "", "a", "a_2", "", "a", "column_2"].map(str::to_owned);
        let present = [true, true, true, true, false, true, true];
        let mut notes = Vec::new();
        let names = names(&header, &present, &mut notes);
        let wanted = ["a", "column_3", "a_3", "a_2", "", "a_4", "column_2"];
        let names: Vec<_> = names
            .iter()
            .map(|name| name.as_deref().unwrap_or(""))
            .collect();
        assert_eq!(names, wanted);
        assert_eq!(notes.len(), 4, "each change is told");
        assert_eq!(tidy("  How did\r\n you  hear? "), "How did you hear?");
    }
}
