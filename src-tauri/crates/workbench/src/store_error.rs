//! What the store can fail with, as every host tells it.

use store::StoreError;

use crate::error::{Code, Error};
use crate::holding::Holding;

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        if let StoreError::Held { holder, .. } = &error {
            return Self::new(Code::Held, Holding::of(holder).sentence(), error.fix());
        }
        let code = match &error {
            StoreError::Missing { .. } => Code::FileMissing,
            StoreError::Empty { .. } => Code::FileEmpty,
            StoreError::NotAFile { .. } | StoreError::Foreign { .. } => Code::FileForeign,
            StoreError::Newer { .. } => Code::FileNewer,
            StoreError::Damaged { .. } => Code::FileDamaged,
            StoreError::Exists { .. } => Code::FileExists,
            StoreError::ReadOnly { .. } => Code::ReadOnly,
            StoreError::Held { .. } => Code::Held,
            StoreError::Locked => Code::Locked,
            StoreError::DiskFull => Code::DiskFull,
            StoreError::NothingToUndo => Code::NothingToUndo,
            StoreError::NothingToRedo => Code::NothingToRedo,
            StoreError::NoChange { .. } => Code::NotFound,
            StoreError::RowsGone { .. } | StoreError::NameTaken { .. } => Code::WrongState,
            StoreError::NoRows { .. } | StoreError::NoColumn { .. } => Code::NotFound,
            StoreError::Unkeepable { .. } => Code::BadDocument,
            StoreError::Cancelled => Code::Cancelled,
            StoreError::Io { .. } | StoreError::Sqlite(_) => Code::Io,
        };
        Self::new(code, error.sentence(), error.fix())
    }
}
