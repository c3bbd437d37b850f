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
    Settings(#[from] Box<crate::config::settings::SettingsError>),
    /// Output cannot be written.
    #[error("cannot write {what}: {error}")]
    Write { what: String, error: std::io::Error },
}

impl Failure {
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Policies(_) | Self::Settings(_) => exit::USAGE,
            Self::Write { .. } => exit::INTERNAL,
        }
    }
}
