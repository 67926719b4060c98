//! What the coach holds to: spans, catalogue, packs, mission rows and the measured scores.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "helpers of tests are not tests to clippy, and the scores are read by people"
)]

mod catalogue;
mod corpus;
mod flags;
mod packs;
mod positioning;
mod reading;
mod scores;
mod segments;
mod spans;
mod value;
