//! Every text of a workbook that can be searched, with the record, the field and the place in the
//! window that it stands in.

use chain::{Chain, Positioning, Segment, Version};

use super::{Kind, Place};

/// A text of a record's field.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub kind: Kind,
    /// The record's id as the window marks it.
    pub record: String,
    /// The field's name in the chain document; lines of lists are numbered from 0 after a dot.
    pub field: String,
    pub place: Place,
    /// The segment to be in view; empty for any.
    pub segment: String,
    /// The name of what it belongs to: a segment's, a dataset's.
    pub within: String,
    pub text: String,
}

/// The columns of an imported dataset.
pub(crate) struct Columns {
    pub dataset: String,
    pub names: Vec<String>,
}

/// Every text, in reading order; blank ones are left out.
pub(crate) fn of(chain: &Chain, columns: &[Columns]) -> Vec<Text> {
    let mut texts = Texts {
        list: Vec::new(),
        segment: String::new(),
        within: String::new(),
    };
    let offering = &chain.offering;
    texts.put(
        Kind::Offering,
        Place::Positioning,
        "offering",
        &[
            ("name", &offering.name),
            ("category", &offering.category),
            ("summary", &offering.summary),
        ],
    );
    for decision in &chain.decisions {
        let serves = |segment: &&Segment| segment.decision == decision.id;
        texts.segment = chain
            .segments
            .iter()
            .find(serves)
            .map(|it| it.id.clone())
            .unwrap_or_default();
        let (kind, place) = (Kind::Decision, Place::Decision);
        texts.put(
            kind,
            place,
            &decision.id,
            &[("question", &decision.question)],
        );
        texts.lines(kind, place, &decision.id, "options", &decision.options);
        texts.put(kind, place, &decision.id, &[("owner", &decision.owner)]);
        for (at, it) in decision.dimensions.iter().enumerate() {
            let (name, why) = (
                format!("dimensions.{at}.name"),
                format!("dimensions.{at}.why"),
            );
            let fields: [(&str, &str); 2] = [(&name, &it.name), (&why, &it.why)];
            texts.put(kind, Place::Path, &decision.id, &fields);
        }
    }
    for segment in &chain.segments {
        texts.segment.clone_from(&segment.id);
        texts.within.clone_from(&segment.name);
        texts.of_segment(segment);
    }
    texts.segment.clear();
    texts.within.clear();
    for metric in &chain.metrics {
        texts.put(
            Kind::Metric,
            Place::Data,
            &metric.id,
            &[("name", &metric.name)],
        );
    }
    for dataset in &chain.datasets {
        texts.put(
            Kind::Dataset,
            Place::Data,
            &dataset.id,
            &[("id", &dataset.id), ("unit", &dataset.unit)],
        );
        texts.within.clone_from(&dataset.id);
        let its = columns.iter().filter(|it| it.dataset == dataset.id);
        for name in its.flat_map(|it| &it.names) {
            let field = format!("columns/{name}");
            texts.put(Kind::Column, Place::Data, &dataset.id, &[(&field, name)]);
        }
        texts.within.clear();
    }
    texts.suppressions(chain);
    texts.list
}

struct Texts {
    list: Vec<Text>,
    segment: String,
    within: String,
}

impl Texts {
    fn put(&mut self, kind: Kind, place: Place, record: &str, fields: &[(&str, &str)]) {
        for (field, text) in fields {
            if text.trim().is_empty() {
                continue;
            }
            self.list.push(Text {
                kind,
                record: record.to_owned(),
                field: (*field).to_owned(),
                place,
                segment: self.segment.clone(),
                within: self.within.clone(),
                text: (*text).to_owned(),
            });
        }
    }

    fn lines(&mut self, kind: Kind, place: Place, record: &str, field: &str, lines: &[String]) {
        for (at, line) in lines.iter().enumerate() {
            self.put(kind, place, record, &[(&format!("{field}.{at}"), line)]);
        }
    }

    fn of_segment(&mut self, segment: &Segment) {
        let (kind, place, id) = (Kind::Segment, Place::Segment, segment.id.as_str());
        self.put(
            kind,
            place,
            id,
            &[
                ("name", &segment.name),
                ("described", &segment.described),
                ("tested", &segment.tested.test),
            ],
        );
        self.put(kind, Place::Path, id, &[("expects", &segment.expects)]);
        for (name, axis) in chain::AXIS_NAMES.iter().zip(segment.decides_by.all()) {
            self.put(
                kind,
                place,
                id,
                &[(&format!("decides_by/{name}"), &axis.note)],
            );
        }
        self.lines(kind, place, id, "reach", &segment.reach);
        self.lines(kind, place, id, "for", &segment.for_whom);
        self.lines(kind, place, id, "not_for", &segment.not_for);
        let value = &segment.value;
        for it in &value.jobs {
            self.put(Kind::Job, Place::Value, &it.id, &[("text", &it.text)]);
        }
        for it in &value.pains {
            self.put(Kind::Pain, Place::Value, &it.id, &[("text", &it.text)]);
        }
        for it in &value.payoffs {
            let fields: [(&str, &str); 2] = [("text", &it.text), ("unit", &it.unit)];
            self.put(Kind::Payoff, Place::Value, &it.id, &fields);
        }
        for it in &value.features {
            self.put(Kind::Feature, Place::Value, &it.id, &[("text", &it.text)]);
        }
        for it in &value.proofs {
            self.put(Kind::Proof, Place::Value, &it.id, &[("text", &it.text)]);
        }
        self.of_positioning(id, &segment.positioning);
        for it in &segment.touchpoints {
            self.put(
                Kind::Touchpoint,
                Place::Journey,
                &it.id,
                &[("text", &it.text)],
            );
        }
    }

    fn of_positioning(&mut self, segment: &str, it: &Positioning) {
        self.put(
            Kind::Positioning,
            Place::Positioning,
            segment,
            &[
                ("for_whom", &it.for_whom),
                ("category", &it.category),
                ("benefit", &it.benefit),
                ("why_believe", &it.why_believe),
                ("differentiator", &it.differentiator.text),
                ("problem", &it.problem),
                ("why_now", &it.why_now),
                ("tagline", &it.tagline),
            ],
        );
        for it in &it.alternatives {
            self.put(
                Kind::Alternative,
                Place::Positioning,
                &it.id,
                &[("name", &it.name), ("weakness", &it.weakness)],
            );
        }
        it.versions
            .iter()
            .for_each(|it| self.of_version(segment, it));
    }

    fn of_version(&mut self, segment: &str, it: &Version) {
        let names: Vec<&str> = it.alternatives.iter().map(|it| it.name.as_str()).collect();
        self.put(
            Kind::Version,
            Place::Positioning,
            &format!("{segment}/{}", it.number),
            &[
                ("benefit", &it.benefit),
                ("reason", &it.reason),
                ("for_whom", &it.for_whom),
                ("category", &it.category),
                ("why_believe", &it.why_believe),
                ("alternatives", &names.join(", ")),
                ("differentiator", &it.differentiator.text),
                ("problem", &it.problem),
                ("why_now", &it.why_now),
                ("tagline", &it.tagline),
            ],
        );
    }

    /// Why findings were set aside: each leads to the record that it was found on.
    fn suppressions(&mut self, chain: &Chain) {
        for suppression in &chain.suppressions {
            let known = self.list.iter().find(|it| it.record == suppression.record);
            let Some(Text {
                record,
                place,
                segment,
                within,
                ..
            }) = known.cloned()
            else {
                continue;
            };
            self.segment = segment;
            self.within = within;
            let fields: [(&str, &str); 1] = [(&suppression.field, &suppression.reason)];
            self.put(Kind::Suppression, place, &record, &fields);
        }
    }
}
