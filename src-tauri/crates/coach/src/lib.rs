//! What is weak in a text of the chain, where, and why: rules that point at the very words.
//!
//! A [`Rule`] is one file under `rules/`; the [`rules`] catalogue lists them. What a rule looks
//! for in English is data: word lists and thresholds in TOML packs (see [`Coach::with_packs`]).
//! Everything here is pure and deterministic: no files, no clock, no network.
//!
//! ```
//! use coach::{Context, TextKind, lint};
//!
//! let findings = lint(TextKind::Payoff, "Onboard faster", &Context::default());
//! assert_eq!(findings[0].rule, "vague-payoff");
//! assert_eq!((findings[0].start, findings[0].end), (8, 14));
//! ```

mod catalogue;
mod check;
mod coach;
mod context;
mod finding;
mod kind;
mod remedy;
mod rule;
mod rules;
mod scores;
mod structure;
mod text;
mod words;

pub use catalogue::{Entry, catalogue, rule, rules};
pub use check::{Checked, Memory, OFFERING, SetAside, Silence, Weakness};
pub use coach::{Coach, lint};
pub use context::{Alternative, ClaimKind, Context, Proof};
pub use finding::{Finding, Level, TextFinding};
pub use kind::TextKind;
pub use remedy::{Json, Remedy};
pub use rule::{Fix, Group, Rule};
pub use scores::{Score, scored_texts, scores};
pub use words::fault::PackFault;
