//! The real `throughline` command, as people and scripts call it.

// As modules for tests only, they may panic: a step that fails ends its test.
#[cfg(test)]
mod answers;
#[cfg(test)]
mod coach;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod held;
#[cfg(test)]
#[cfg(unix)]
#[path = "../faults/kill.rs"]
mod kill;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod past;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod side_by_side;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod telco;
#[cfg(test)]
mod unusable;
#[cfg(test)]
mod weights;
