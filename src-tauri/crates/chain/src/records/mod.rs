//! The records, a file for each part of the chain.

mod dataset;
mod decision;
mod metric;
mod offering;
mod positioning;
mod review;
mod segment;
mod touchpoint;
mod value;

pub use dataset::Dataset;
pub use decision::{Decision, Dimension};
pub use metric::Metric;
pub use offering::Offering;
pub use positioning::{Alternative, Differentiator, Positioning, Version};
pub use review::{Confirmation, Ground, Suppression};
pub use segment::{AXIS_NAMES, Axes, Axis, Segment, Target, Trial};
pub use touchpoint::Touchpoint;
pub use value::{Feature, Job, Pain, Payoff, Proof, Value};
