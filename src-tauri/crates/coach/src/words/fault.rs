//! What can be wrong with a word pack.

/// Why a word pack was refused.
#[derive(Debug, thiserror::Error)]
pub enum PackFault {
    /// The file is not a pack: broken TOML, an unknown or a missing field.
    #[error("the word pack is not readable: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// It builds on a pack that is not there.
    #[error("the word pack “{pack}” extends “{extends}”, which is not there")]
    UnknownBase {
        /// The name of the pack.
        pack: String,
        /// What it names; empty when it names nothing but has to.
        extends: String,
    },
    /// It removes an entry that its base does not have: most likely a slip of the pen.
    #[error("the word pack “{pack}” removes “{entry}” from “{list}”, where it is not listed")]
    NothingToRemove {
        /// The name of the pack.
        pack: String,
        /// The list.
        list: String,
        /// The entry as written.
        entry: String,
    },
    /// An entry that cannot be read as words.
    #[error("the word pack “{pack}” has an entry in “{list}” that is no pattern: “{entry}”")]
    BadPattern {
        /// The name of the pack.
        pack: String,
        /// The list.
        list: String,
        /// The entry as written.
        entry: String,
    },
    /// A list or a threshold that a rule reads is not in its pack.
    #[error("the word pack “{pack}” lacks “{name}”, which its rule reads")]
    Missing {
        /// The name of the pack.
        pack: String,
        /// The list or the threshold.
        name: String,
    },
}
