//! The files of a state.

use camino::Utf8PathBuf;

/// A state that git keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Whatever git resolves to a commit: `main`, `HEAD~1`, `v1.2`, a digest.
    Revision(String),
    /// What the next commit will hold.
    Index,
    /// Before the first commit.
    Nothing,
}

/// The files of a state below a folder, in the order of their paths.
#[derive(Debug, Default)]
pub struct Snapshot {
    /// The commit, forty hexadecimal digits; none for the index.
    pub commit: Option<String>,
    /// Every file, relative to the folder; with its content where it was wanted.
    pub files: Vec<(Utf8PathBuf, Option<Vec<u8>>)>,
}
