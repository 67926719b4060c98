//! What the coach holds to: spans, catalogue, packs, mission rows and the measured scores.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests are not tests to clippy, and the scores are read by people"
)]

mod catalogue;
mod chain;
mod corpus;
mod flags;
mod packs;
mod positioning;
mod reading;
mod scores;
mod segments;
mod spans;
mod value;
