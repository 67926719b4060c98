//! Metrics that an import proposed and a person accepted.

use chain::formula::{Formula, Rate};
use chain::rule::{Condition, Op, Operand, Scalar};
use chain::{Metric, Rule, Stage, id};
use serde::{Deserialize, Serialize};
use serde_json::json;
use specta::Type;

use crate::book::Book;
use crate::error::Error;

/// A proposed metric, as a person accepted it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The column.
    pub column: String,
    /// The value that counts.
    pub value: String,
    /// The metric's name.
    pub name: String,
    /// Which way is better.
    pub better: chain::Better,
    /// How far down the line it measures.
    pub stage: Stage,
    /// The smallest difference that would change a decision, a fraction.
    pub threshold: f64,
}

impl Book {
    /// Adds metrics that were proposed, as downstream rates.
    ///
    /// # Errors
    /// [`crate::Code::BadDocument`] when a proposal does not fit.
    pub fn accept_metrics(&mut self, dataset: &str, accepted: &[Accepted]) -> Result<(), Error> {
        let chain = self.chain()?;
        let mut taken: Vec<String> = chain.metrics.iter().map(|m| m.id.clone()).collect();
        let mut metrics = Vec::new();
        for accepted in accepted {
            let base = match id::slug(&accepted.name) {
                slug if slug.is_empty() => "metric".to_owned(),
                slug => slug,
            };
            let id = id::free(&base, |candidate| taken.iter().any(|id| id == candidate));
            taken.push(id.clone());
            metrics.push(Metric {
                id,
                name: accepted.name.clone(),
                dataset: dataset.to_owned(),
                stage: accepted.stage,
                better: accepted.better,
                threshold: accepted.threshold,
                partner: String::new(),
                formula: Some(Formula::Rate {
                    rate: Rate {
                        success: Rule::Column(Condition {
                            column: accepted.column.clone(),
                            op: Op::Eq,
                            value: Operand::One(Scalar::Text(accepted.value.clone())),
                            fold: false,
                        }),
                        of: None,
                    },
                }),
            });
        }
        self.edit(json!({"throughline": 1, "metrics": metrics}))
    }
}
