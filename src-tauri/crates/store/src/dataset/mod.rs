//! Customer tables in the file: immutable versions, columns as compressed chunks with checksums.

pub(crate) mod chunk;
pub(crate) mod column_info;
mod guard;
pub(crate) mod import;
pub(crate) mod read;
pub(crate) mod sweep;
pub(crate) mod version;

/// The statements that make the tables of datasets.
pub(crate) const DDL: [&str; 3] = [version::DDL, column_info::DDL, chunk::DDL];
