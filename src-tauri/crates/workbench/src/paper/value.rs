//! Jobs, pains and payoffs on paper, with what stands behind each payoff.

use brief as paper;
use chain::Segment;

/// Jobs with their pains with their payoffs; what hangs on nothing comes last.
pub(super) fn value_rows(segment: &Segment) -> Vec<paper::ValueRow> {
    let value = &segment.value;
    let mut rows = Vec::new();
    let payoff_rows = |job: Option<&chain::Job>, pain: Option<&chain::Pain>| {
        let pain_id = pain.map(|pain| pain.id.as_str()).unwrap_or_default();
        let row = paper::ValueRow {
            job: job.map(|job| job.text.clone()).unwrap_or_default(),
            job_kind: job
                .and_then(|job| job.kind)
                .map(|k| k.label().into())
                .unwrap_or_default(),
            pain: pain.map(|pain| pain.text.clone()).unwrap_or_default(),
            severity: pain.and_then(|pain| pain.severity),
            payoff: None,
        };
        let mut rows: Vec<paper::ValueRow> = value
            .payoffs
            .iter()
            .filter(|payoff| payoff.pain == pain_id)
            .map(|found| paper::ValueRow {
                payoff: Some(payoff(segment, found)),
                ..row.clone()
            })
            .collect();
        if rows.is_empty() && (pain.is_some() || job.is_some()) {
            rows.push(row);
        }
        rows
    };
    for job in &value.jobs {
        let mut pains = value
            .pains
            .iter()
            .filter(|pain| pain.job == job.id)
            .peekable();
        if pains.peek().is_none() {
            rows.push(paper::ValueRow {
                job: job.text.clone(),
                job_kind: job.kind.map(|k| k.label().into()).unwrap_or_default(),
                ..paper::ValueRow::default()
            });
        }
        pains.for_each(|pain| rows.extend(payoff_rows(Some(job), Some(pain))));
    }
    let known = |id: &str| value.jobs.iter().any(|job| job.id == id);
    for pain in value.pains.iter().filter(|pain| !known(&pain.job)) {
        rows.extend(payoff_rows(None, Some(pain)));
    }
    let known = |id: &str| value.pains.iter().any(|pain| pain.id == id);
    for loose in value.payoffs.iter().filter(|payoff| !known(&payoff.pain)) {
        rows.push(paper::ValueRow {
            payoff: Some(payoff(segment, loose)),
            ..paper::ValueRow::default()
        });
    }
    rows
}

fn payoff(segment: &Segment, payoff: &chain::Payoff) -> paper::Payoff {
    let value = &segment.value;
    let quantity = payoff.quantity.map(|quantity| {
        format!("{} {}", measure::figure::plain(quantity), payoff.unit)
            .trim()
            .to_owned()
    });
    let horizon = payoff
        .horizon_days
        .map(|days| format!("within {} days", measure::figure::plain(days)));
    paper::Payoff {
        text: payoff.text.clone(),
        kind: payoff
            .kind
            .map(|kind| kind.label().to_owned())
            .unwrap_or_default(),
        measure: [quantity, horizon]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        proofs: value
            .proofs
            .iter()
            .filter(|proof| proof.supports == payoff.id)
            .map(|proof| paper::Proof {
                text: proof.text.clone(),
                kind: proof
                    .kind
                    .map(|kind| kind.label().to_owned())
                    .unwrap_or_default(),
            })
            .collect(),
        features: value
            .features
            .iter()
            .filter(|feature| feature.payoff == payoff.id)
            .map(|feature| feature.text.clone())
            .collect(),
    }
}
