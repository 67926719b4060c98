//! The real window, driven by WebDriver: the shipped page, capabilities and content policy.
//!
//! All of it is one test binary, and its tests run one at a time.

// As modules for tests only, they may panic: a step that fails ends its test.
#[cfg(test)]
mod around;
#[cfg(test)]
mod coach;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod driver;
#[cfg(test)]
mod holding;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod leaving;
#[cfg(test)]
mod look;
#[cfg(test)]
mod map;
#[cfg(test)]
mod palette;
#[cfg(test)]
mod past;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod places;
#[cfg(test)]
mod profile;
#[cfg(test)]
mod records;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod standing;
#[cfg(test)]
mod start;
#[cfg(test)]
mod walks;
#[cfg(test)]
mod window;
#[cfg(test)]
mod workbook;
#[cfg(test)]
mod x11;
