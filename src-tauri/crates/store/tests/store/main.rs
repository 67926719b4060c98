//! The workbook file from outside: what it keeps, takes back, refuses and survives.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fall over, as tests may"
)]

mod backups;
mod bed;
mod damage;
mod datasets;
mod editing;
mod fixtures;
mod history;
mod moments;
mod opening;
mod snapshots;
mod tape;
mod trace;
mod typing;
