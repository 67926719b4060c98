//! Which records stand in another place of their list, as a sentence for the history.

use std::collections::{HashMap, HashSet};

use super::{Action, KINDS, Record, records};
use crate::document::Chain;

mod kept;

/// What moved from `old` to `new`, without the full stop; none when every list kept its order.
/// Of two neighbours that changed places either may have moved: those `named` (as
/// `payoffs/hours`) did. A record that another segment has now did not move in a list: it is
/// changed.
pub fn sentence(old: &Chain, new: &Chain, named: &[&str]) -> Option<String> {
    told(old, new, named).map(|told| format!("Moved {told}"))
}

/// `said`, the sentence of what else differs, and what moved behind it.
pub fn behind(said: String, old: &Chain, new: &Chain, named: &[&str]) -> String {
    match told(old, new, named) {
        Some(told) => format!("{said}; moved {told}"),
        None => said,
    }
}

fn told(old: &Chain, new: &Chain, named: &[&str]) -> Option<String> {
    // Nearly every edit moves nothing, and that is seen without taking the records apart.
    if kept::everywhere(old, new) {
        return None;
    }
    let (before, after) = (records(old), records(new));
    let was: HashMap<(&str, &str), (usize, &Record)> = numbered(&before).collect();
    let mut told: Option<String> = None;
    let mut others = 0_usize;
    for list in lists(&after) {
        // Where the records that were there stood, in the order in which they stand now.
        let stood: Vec<(usize, &Record)> = list
            .into_iter()
            .filter_map(|record| {
                let (place, old) = was.get(&record.key())?;
                (old.within_id() == record.within_id()).then_some((*place, record))
            })
            .collect();
        for (at, record) in moved(&stood, named) {
            let up = stood[at + 1..]
                .iter()
                .any(|(place, _)| *place < stood[at].0);
            match told {
                None => told = Some(one(record, up)),
                Some(_) => others += 1,
            }
        }
    }
    told.map(|told| match others {
        0 => told,
        1 => format!("{told}, and 1 other record"),
        many => format!("{told}, and {many} other records"),
    })
}

fn one(record: &Record, up: bool) -> String {
    let it = record.change(Action::Changed, Vec::new());
    let named = if it.title.is_empty() {
        format!("a {}", it.kind)
    } else {
        format!("the {} “{}”", it.kind, it.title)
    };
    let way = if up { "up" } else { "down" };
    let within = if it.within.is_empty() {
        String::new()
    } else {
        format!(" in {}", it.within)
    };
    format!("{named} {way}{within}")
}

fn numbered(records: &[Record]) -> impl Iterator<Item = ((&str, &str), (usize, &Record))> {
    let numbered = records.iter().enumerate();
    numbered.map(|(at, it)| (it.key(), (at, it)))
}

/// The records by the list that holds them, in reading order.
fn lists(records: &[Record]) -> Vec<Vec<&Record>> {
    let mut places: HashMap<(usize, Option<String>), usize> = HashMap::new();
    let mut lists: Vec<Vec<&Record>> = Vec::new();
    for record in records {
        let home = record.within_id().map(ToString::to_string);
        let place = *places.entry((record.kind, home)).or_insert(lists.len());
        if place == lists.len() {
            lists.push(Vec::new());
        }
        lists[place].push(record);
    }
    lists
}

/// The fewest records without which the others stand as they did, by their place now.
fn moved<'a>(stood: &[(usize, &'a Record)], named: &[&str]) -> Vec<(usize, &'a Record)> {
    let all = || stood.iter().enumerate();
    let is_named = |record: &Record| {
        let (_, plural) = KINDS[record.kind];
        named.contains(&format!("{plural}/{}", record.id).as_str())
    };
    let unnamed = stood.iter().filter(|(_, record)| !is_named(record));
    if unnamed.map(|(place, _)| place).is_sorted() {
        // A named one that stands as it did has not moved; nor has any when all do.
        if stood.iter().map(|(place, _)| place).is_sorted() {
            return Vec::new();
        }
        let named = all().filter(|(_, (_, record))| is_named(record));
        return named.map(|(at, (_, record))| (at, *record)).collect();
    }
    let kept = longest_run(stood);
    all()
        .filter(|(at, _)| !kept.contains(at))
        .map(|(at, (_, record))| (at, *record))
        .collect()
}

/// The places now of the longest run of records that kept their order.
fn longest_run(stood: &[(usize, &Record)]) -> HashSet<usize> {
    // The end of the best run of each length, and the one before each record in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(stood.len());
    for (at, (place, _)) in stood.iter().enumerate() {
        let length = ends.partition_point(|end| stood[*end].0 < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = HashSet::new();
    let mut at = ends.last().copied();
    while let Some(here) = at {
        run.insert(here);
        at = before[here];
    }
    run
}
