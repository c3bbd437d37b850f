//! What keeps a target from being scanned at all.

use camino::Utf8PathBuf;

/// The user mends the command.
#[derive(Debug, thiserror::Error)]
pub enum CollectError {
    #[error("cannot scan {path}: {error}")]
    Target { path: Utf8PathBuf, error: std::io::Error },
    #[error("--exclude: {0}")]
    Glob(#[from] globset::Error),
    #[error("cannot read {path}: {reason}")]
    Input { path: Utf8PathBuf, reason: String },
    #[error("{0}")]
    Refused(String),
    #[error("no collector reads files named {0}")]
    Unknown(Utf8PathBuf),
}
