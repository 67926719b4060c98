//! Records that a patch names under another segment than the one that holds them: they move there
//! with all they say, before the patch is laid over them.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

/// The lists inside a segment whose records may move to another segment, as paths.
const MOVABLE: [&[&str]; 7] = [
    &["value", "jobs"],
    &["value", "pains"],
    &["value", "payoffs"],
    &["value", "features"],
    &["value", "proofs"],
    &["positioning", "alternatives"],
    &["touchpoints"],
];

/// A record by the list it is in (a place in [`MOVABLE`]) and its id.
type Name<'a> = (usize, &'a str);

/// Moves every record of the chain `merged` that `patch` names under another segment.
pub(crate) fn bring(merged: &mut Value, patch: &Value) {
    let wanted = named(patch);
    if wanted.is_empty() {
        return;
    }
    let held = holders(merged, &wanted);
    if held.is_empty() {
        return;
    }
    let mut moved = take(merged, &held);
    let mut homes: HashMap<String, usize> = segments(merged)
        .iter()
        .enumerate()
        .filter_map(|(at, segment)| Some((id_of(segment)?.to_owned(), at)))
        .collect();
    for (name, home) in wanted {
        if let Some(record) = moved.remove(&(name.0, name.1.to_owned())) {
            put(merged, &mut homes, home, name.0, record);
        }
    }
}

/// Each record that a patch names inside a segment, and the segment, in the patch's order.
fn named(patch: &Value) -> Vec<(Name<'_>, &str)> {
    let mut wanted = Vec::new();
    for segment in segments(patch) {
        let Some(home) = id_of(segment) else {
            continue;
        };
        for (list, path) in MOVABLE.iter().enumerate() {
            let records = at(segment, path).and_then(Value::as_array);
            let ids = records.into_iter().flatten().filter_map(id_of);
            wanted.extend(ids.map(|id| ((list, id), home)));
        }
    }
    wanted
}

/// The wanted records that another segment than the wanted one holds: by segment, which.
fn holders<'a>(
    merged: &Value,
    wanted: &[(Name<'a>, &'a str)],
) -> HashMap<usize, HashSet<Name<'a>>> {
    let homes: HashMap<Name<'_>, (&'a str, &'a str)> = wanted
        .iter()
        .map(|&(name, home)| (name, (name.1, home)))
        .collect();
    let mut held: HashMap<usize, HashSet<Name<'a>>> = HashMap::new();
    for (place, segment) in segments(merged).iter().enumerate() {
        let holder = id_of(segment);
        for (list, path) in MOVABLE.iter().enumerate() {
            let records = at(segment, path).and_then(Value::as_array);
            for id in records.into_iter().flatten().filter_map(id_of) {
                if let Some((id, home)) = homes.get(&(list, id))
                    && holder != Some(home)
                {
                    held.entry(place).or_default().insert((list, id));
                }
            }
        }
    }
    held
}

/// Takes records out of the segments that hold them.
fn take(
    merged: &mut Value,
    held: &HashMap<usize, HashSet<Name<'_>>>,
) -> HashMap<(usize, String), Value> {
    let mut moved = HashMap::new();
    for (place, names) in held {
        let Some(segment) = segments_mut(merged).get_mut(*place) else {
            continue;
        };
        for (list, path) in MOVABLE.iter().enumerate() {
            let Some(records) = list_mut(segment, path) else {
                continue;
            };
            let (go, stay) = std::mem::take(records).into_iter().partition(
                |record| matches!(id_of(record), Some(id) if names.contains(&(list, id))),
            );
            *records = stay;
            let go: Vec<Value> = go;
            for record in go {
                if let Some(id) = id_of(&record).map(str::to_owned) {
                    moved.insert((list, id), record);
                }
            }
        }
    }
    moved
}

fn put(
    merged: &mut Value,
    homes: &mut HashMap<String, usize>,
    home: &str,
    list: usize,
    record: Value,
) {
    let path = MOVABLE.get(list).copied().unwrap_or_default();
    let found = homes
        .get(home)
        .and_then(|place| segments_mut(merged).get_mut(*place));
    if let Some(segment) = found {
        if let Some(records) = list_or_new(segment, path) {
            records.push(record);
        }
        return;
    }
    // The segment is new in this patch: start it with just the moved record; merging the patch
    // fills in the rest.
    let mut segment = Value::Object(Map::from_iter([(
        "id".to_owned(),
        Value::String(home.to_owned()),
    )]));
    if let Some(records) = list_or_new(&mut segment, path) {
        records.push(record);
    }
    if let Some(segments) = merged.get_mut("segments").and_then(Value::as_array_mut) {
        homes.insert(home.to_owned(), segments.len());
        segments.push(segment);
    }
}

fn segments(value: &Value) -> &[Value] {
    value
        .get("segments")
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn segments_mut(value: &mut Value) -> &mut [Value] {
    value
        .get_mut("segments")
        .and_then(Value::as_array_mut)
        .map_or(&mut [], Vec::as_mut_slice)
}

fn id_of(value: &Value) -> Option<&str> {
    value.get("id").and_then(Value::as_str)
}

fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| value.get(*name))
}

fn list_mut<'a>(value: &'a mut Value, path: &[&str]) -> Option<&'a mut Vec<Value>> {
    path.iter()
        .try_fold(value, |value, name| value.get_mut(*name))?
        .as_array_mut()
}

/// The list at a path; what is not there on the way is made.
fn list_or_new<'a>(value: &'a mut Value, path: &[&str]) -> Option<&'a mut Vec<Value>> {
    let (last, way) = path.split_last()?;
    let mut inner = value;
    for name in way {
        inner = inner
            .as_object_mut()?
            .entry(*name)
            .or_insert_with(|| Value::Object(Map::new()));
    }
    inner
        .as_object_mut()?
        .entry(*last)
        .or_insert_with(|| Value::Array(Vec::new()))
        .as_array_mut()
}
