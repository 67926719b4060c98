//! Where in the writer's own document a fault of the merged chain lies.
//!
//! A patch is checked once it is laid over the chain, and there its records stand in other places:
//! `segments[0]` of the document may be `segments[13]` of the workbook. A person finds the first.

use serde_json::Value;

use crate::fault::Fault;
use crate::patch::{KEYED, key_of};

/// The fault at its place in `document`, which was laid over a chain and gave `merged`. A record
/// that the document does not hold is named as `segments/mid-hr`.
pub(crate) fn fault(fault: Fault, merged: &Value, document: &Value) -> Fault {
    let mut paths = std::iter::once(&fault.path).chain(&fault.others);
    let path = paths
        .find_map(|path| walk(path, merged, document).ok())
        .or_else(|| walk(&fault.path, merged, document).err());
    match path {
        Some(path) => Fault { path, ..fault },
        None => fault,
    }
}

/// The same path through `document`; else the path by the name of the last record on it.
fn walk(path: &str, merged: &Value, document: &Value) -> Result<String, String> {
    let (mut whole, mut given) = (Some(merged), Some(document));
    let (mut here, mut named) = (String::new(), String::new());
    let mut is_given = true;
    for step in path.split('.') {
        let (list, places) = step.split_once('[').unwrap_or((step, ""));
        for text in [&mut here, &mut named] {
            if !text.is_empty() {
                text.push('.');
            }
            text.push_str(list);
        }
        whole = whole.and_then(|it| it.get(list));
        given = given.and_then(|it| it.get(list));
        let mut key = KEYED.iter().find(|(name, _)| *name == list);
        for place in places.split('[').filter(|place| !place.is_empty()) {
            let at: Option<usize> = place.trim_end_matches(']').parse().ok();
            whole = at.and_then(|at| whole?.get(at));
            // Lists without keys are replaced whole: their places are the document's.
            let mut own = at;
            if let Some((_, key)) = key.take() {
                named = whole.map_or_else(|| named.clone(), |it| name(list, key, it));
                own = whole.and_then(|it| place_of(it, key, given?));
                is_given &= own.is_some();
            } else {
                named.push_str(&format!("[{place}"));
            }
            given = own.and_then(|at| given?.get(at));
            match own {
                Some(at) => here.push_str(&format!("[{at}]")),
                None => here.push_str(&format!("[{place}")),
            }
        }
    }
    if is_given { Ok(here) } else { Err(named) }
}

/// Where in `list` the entry with the key of `record` stands.
fn place_of(record: &Value, key: &[&str], list: &Value) -> Option<usize> {
    let wanted = key_of(record, key)?;
    let entries = list.as_array()?;
    entries
        .iter()
        .position(|entry| key_of(entry, key).as_ref() == Some(&wanted))
}

/// A record as `remove` names it.
fn name(list: &str, key: &[&str], record: &Value) -> String {
    let mut named = list.to_owned();
    for field in key {
        named.push('/');
        match record.get(*field) {
            Some(Value::String(text)) => named.push_str(text),
            Some(other) => named.push_str(&other.to_string()),
            None => {}
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use crate::patch::Patch;
    use crate::{Chain, Fault};

    fn chain() -> Chain {
        let segments: Vec<Value> = (0..4)
            .map(|at| json!({"id": format!("s{at}"), "value": {"pains": [{"id": format!("p{at}")}]}}))
            .collect();
        let links = ["decision", "segment", "value", "positioning"];
        let confirmations: Vec<Value> = links
            .iter()
            .map(|link| json!({"link": format!("s1/{link}")}))
            .collect();
        let whole = json!({"throughline": 1, "segments": segments, "confirmations": confirmations});
        Chain::from_text(&whole.to_string()).expect("stands")
    }

    fn refused(mut document: Value) -> Fault {
        document["throughline"] = json!(1);
        let patch = Patch::from_value(document).expect("reads");
        patch.apply(&chain()).expect_err("should not stand")
    }

    #[test]
    fn a_fault_names_the_place_in_the_document_and_not_in_the_workbook() {
        for (document, path) in [
            (
                json!({"confirmations": [{"link": "s1/value"}, {"link": "s9/value"}]}),
                "confirmations[1].link",
            ),
            (
                json!({"segments": [{"id": "new"}, {"id": "s3", "decision": "none"}]}),
                "segments[1].decision",
            ),
            (
                json!({"segments": [{"id": "s3", "value": {"pains": [
                    {"id": "new"}, {"id": "p3", "job": "none"}]}}]}),
                "segments[0].value.pains[1].job",
            ),
            (
                json!({"segments": [{"id": "s3", "touchpoints": [
                    {"id": "ad", "claims": ["p3", "none"]}]}]}),
                "segments[0].touchpoints[0].claims[1]",
            ),
            (
                json!({"metrics": [{"id": "m", "formula": {"counts": [
                    {"segment": "", "yes": 1, "n": 2}, {"segment": "none", "yes": 1, "n": 2}]}}]}),
                "metrics[0].formula.counts[1].segment",
            ),
        ] {
            let fault = refused(document.clone());
            assert_eq!(fault.path, path, "{document}");
        }
    }

    #[test]
    fn a_fault_that_two_records_share_is_told_where_the_document_has_its_part() {
        // The workbook's pain comes after the job that takes its id.
        let taken = refused(json!({"segments": [{"id": "s0", "value": {"jobs": [{"id": "p2"}]}}]}));
        assert_eq!(taken.path, "segments[0].value.jobs[0].id");
        let taken = refused(json!({"segments": [{"id": "s3", "value": {"jobs": [{"id": "p2"}]}}]}));
        assert_eq!(taken.path, "segments[0].value.jobs[0].id");
        let mut chain = chain();
        for (segment, inner) in [(0, "s1"), (1, "s2")] {
            let rule = json!({"not": {"segment": inner}});
            chain.segments[segment].rule = serde_json::from_value(rule).expect("a rule");
        }
        let close = |id: &str, inner: &str| {
            let patch = json!({"throughline": 1, "segments": [
                {"id": "new"}, {"id": id, "rule": {"segment": inner}}]});
            let patch = Patch::from_value(patch).expect("reads");
            patch.apply(&chain).expect_err("is a circle").path
        };
        assert_eq!(close("s2", "s0"), "segments[1].rule");
        assert_eq!(close("s2", "s1"), "segments[1].rule");
    }

    #[test]
    fn a_record_that_the_document_does_not_hold_is_named() {
        let fault = Fault::at("segments[2].value.pains[0].job", "x", "y");
        let patch = Patch::from_value(json!({"throughline": 1})).expect("reads");
        let fault = patch.located(fault, &chain());
        assert_eq!(fault.path, "pains/p2.job");
        let fault = patch.located(Fault::at("the document", "x", "y"), &chain());
        assert_eq!(fault.path, "the document");
    }

    proptest! {
        #[test]
        fn any_path_has_a_place(path in "([a-z]{0,3}(\\[[0-9x]{0,2}\\]?)?\\.?|segments\\[[0-5]\\]|\\.value){0,6}") {
            let patch = Patch::from_value(json!({"throughline": 1})).expect("reads");
            let fault = patch.located(Fault::at(path, "x", "y"), &chain());
            prop_assert_eq!(fault.message, "x");
        }
    }
}
