//! Why a command could not do its work, and the exit code that says so.

use crate::evaluate::gate::exit;
use crate::rego::bundle::LoadError;

/// What the user must mend first, or what went wrong inside.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The user's words are off.
    #[error("{0}")]
    Usage(String),
    /// A policy does not load; its author mends it.
    #[error(transparent)]
    Policies(#[from] Box<LoadError>),
    /// The settings file is off.
    #[error(transparent)]
    Settings(#[from] Box<crate::config::error::SettingsError>),
    /// The file named for a report cannot be written.
    #[error("cannot write {path}: {error}")]
    Output { path: camino::Utf8PathBuf, error: std::io::Error },
    /// Output cannot be written.
    #[error("cannot write {what}: {error}")]
    Write { what: String, error: std::io::Error },
    /// A fault of this program's own.
    #[error("gapcheck broke down; this is a fault of its own, and nothing was judged")]
    Internal,
}

impl Failure {
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Output { .. } | Self::Policies(_) | Self::Settings(_) => exit::USAGE,
            Self::Write { .. } | Self::Internal => exit::INTERNAL,
        }
    }
}
