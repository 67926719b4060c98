//! What can be done about a finding in a text, for the rules that offer more than writing the
//! words again.

use chain::{LinkKind, Segment};
use serde_json::{Value, json};

use super::texts::{Spot, part};
use crate::catalogue;
use crate::finding::Finding;
use crate::remedy::{Remedy, Way, set};
use crate::structure::{Ground, filled};

/// Fewest words that must remain for an edit to take words out of a text.
const LEAST_LEFT: usize = 2;

/// What can be done about a finding in a text.
pub(super) fn of(
    ground: &Ground<'_>,
    segment: &Segment,
    spot: &Spot<'_>,
    finding: &Finding,
) -> Option<Remedy> {
    if spot.way.0.is_empty() {
        return Some(jump(segment, spot));
    }
    let special = match finding.rule.as_str() {
        "generic-claim" => without_words(segment, spot, finding),
        "feature-as-value" => as_feature(segment, spot),
        "payoff-without-horizon" => horizon(segment, spot),
        "unique-without-proof" => proof(ground, segment, spot),
        _ => None,
    };
    special.or_else(|| again(segment, spot, finding))
}

/// A way to where the words are written, for those that no single field holds.
fn jump(segment: &Segment, spot: &Spot<'_>) -> Remedy {
    let p = &segment.positioning;
    let open = [
        ("for_whom", &p.for_whom),
        ("problem", &p.problem),
        ("why_believe", &p.why_believe),
        ("differentiator", &p.differentiator.text),
    ]
    .into_iter()
    .find(|(_, text)| !filled(text))
    .map_or("benefit", |(field, _)| field);
    let field = if spot.field == "alternatives" {
        "alternatives"
    } else {
        open
    };
    Remedy::Jump {
        label: "Go and write it".to_owned(),
        link: spot.link,
        segment: segment.id.clone(),
        record: segment.id.clone(),
        field: field.to_owned(),
    }
}

/// Other words in place of those that are weak.
fn again(segment: &Segment, spot: &Spot<'_>, finding: &Finding) -> Option<Remedy> {
    let (start, end) = finding.start.zip(finding.end)?;
    let rule = catalogue::rule(&finding.rule)?;
    let (patch, into) = write(segment, spot, String::new());
    Some(Remedy::Prompt {
        label: "Write it".to_owned(),
        question: rule.question.to_owned(),
        given: finding.quote.clone(),
        number: false,
        before: part(spot.text, 0, start).to_owned(),
        after: part(spot.text, end, u32::MAX).to_owned(),
        patch,
        into,
    })
}

/// The text without its weak words, where what remains still says something.
fn without_words(segment: &Segment, spot: &Spot<'_>, finding: &Finding) -> Option<Remedy> {
    let (start, end) = finding.start.zip(finding.end)?;
    let left = joined(part(spot.text, 0, start), part(spot.text, end, u32::MAX));
    let says = left
        .split_whitespace()
        .filter(|w| w.chars().any(char::is_alphanumeric));
    if says.count() < LEAST_LEFT {
        return None;
    }
    Some(Remedy::Edit {
        label: format!("Take out “{}”", finding.quote),
        patch: write(segment, spot, left).0,
    })
}

/// Two ends of a text without what stood between them: no doubled blank, no orphaned comma, and a
/// capital where the text had one.
fn joined(before: &str, after: &str) -> String {
    let kept = before.trim_end();
    let mut rest = after.trim_start();
    if kept.is_empty() || kept.ends_with([',', ';', '.', ':', '–', '—']) {
        rest = rest.trim_start_matches([',', ';']).trim_start();
    }
    if kept.is_empty() {
        let mut letters = rest.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string());
        return first.unwrap_or_default() + letters.as_str();
    }
    let kept = if rest.is_empty() {
        kept.trim_end_matches([',', ';'])
    } else {
        kept
    };
    match rest.chars().next() {
        None => kept.to_owned(),
        Some(',' | ';' | '.' | ':' | '!' | '?' | ')') => format!("{kept}{rest}"),
        Some(_) => format!("{kept} {rest}"),
    }
}

/// A payoff that is a feature becomes one, waiting for the payoff it is evidence for.
fn as_feature(segment: &Segment, spot: &Spot<'_>) -> Option<Remedy> {
    if spot.way != Way("value/payoffs/#/text") {
        return None;
    }
    let feature = json!({"text": spot.text, "payoff": ""});
    let (mut patch, _) = set(&segment.id, spot.record, Way("value/features/#"), feature);
    patch.as_object_mut()?.insert(
        "remove".to_owned(),
        json!([format!("payoffs/{}", spot.record)]),
    );
    Some(Remedy::Edit {
        label: "Make it a feature".to_owned(),
        patch,
    })
}

fn horizon(segment: &Segment, spot: &Spot<'_>) -> Option<Remedy> {
    if spot.way != Way("value/payoffs/#/text") {
        return None;
    }
    let way = Way("value/payoffs/#/horizon_days");
    let (patch, into) = set(&segment.id, spot.record, way, Value::Null);
    Some(Remedy::Prompt {
        label: "Set it".to_owned(),
        question: "Within how many days?".to_owned(),
        given: String::new(),
        number: true,
        before: String::new(),
        after: String::new(),
        patch,
        into,
    })
}

/// A proof for a claim to be the only one: linked to the payoff the words carry, where they carry one.
fn proof(ground: &Ground<'_>, segment: &Segment, spot: &Spot<'_>) -> Option<Remedy> {
    let carried = segment.touchpoints.iter().find(|t| t.id == spot.record);
    let payoffs = &segment.value.payoffs;
    let supports = match carried {
        Some(touchpoint) => payoffs.iter().find(|p| touchpoint.claims.contains(&p.id))?,
        None if spot.link == LinkKind::Positioning => payoffs.first()?,
        None => return None,
    };
    let id = ground.free_id(&format!("{}-proof", supports.id));
    let proof = json!({"text": "", "supports": supports.id});
    let (patch, record) = set(&segment.id, &id, Way("value/proofs/#"), proof);
    Some(Remedy::Prompt {
        label: "Add the proof".to_owned(),
        question: "What shows it? A proof of yours stands behind the claim.".to_owned(),
        given: String::new(),
        number: false,
        before: String::new(),
        after: String::new(),
        patch,
        into: format!("{record}/text"),
    })
}

/// A patch that writes a text into its field.
fn write(segment: &Segment, spot: &Spot<'_>, text: String) -> (Value, String) {
    let entry = spot
        .field
        .strip_prefix("for.")
        .and_then(|at| at.parse::<usize>().ok());
    let Some(at) = entry else {
        return set(&segment.id, spot.record, spot.way, json!(text));
    };
    // A list of plain texts is replaced whole.
    let mut list = segment.for_whom.clone();
    if let Some(line) = list.get_mut(at) {
        *line = text;
    }
    let (patch, pointer) = set(&segment.id, spot.record, spot.way, json!(list));
    (patch, format!("{pointer}/{at}"))
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn what_is_left_reads_as_if_nothing_had_stood_there() {
        assert_eq!(
            joined("the ", " onboarding workflow"),
            "the onboarding workflow"
        );
        assert_eq!(joined("", ", reliable pumps"), "Reliable pumps");
        assert_eq!(joined("fast, ", ", quiet pumps"), "fast, quiet pumps");
        assert_eq!(joined("quiet pumps, ", ""), "quiet pumps");
        assert_eq!(joined("a ", "."), "a.");
    }
}
