//! What keeps a target from being scanned at all.

use camino::Utf8PathBuf;

/// The user mends the command.
#[derive(Debug, thiserror::Error)]
pub enum CollectError {
    #[error("cannot scan {path}: {error}")]
    Target { path: Utf8PathBuf, error: std::io::Error },
    #[error("{0}")]
    Glob(#[from] globset::Error),
    #[error("no collector reads files named {0}")]
    Unknown(Utf8PathBuf),
}
