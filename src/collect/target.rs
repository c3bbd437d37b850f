//! What is scanned: the root, every path met, and the text of each file a collector claims.

use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::history::History;
use super::inputs::Given;
use crate::model::SourceId;

/// The scanned root. The only door through which collectors see files.
#[derive(Debug, Default)]
pub struct Target {
    /// Paths of all files met, relative to the root, sorted; read or not.
    pub paths: Vec<Utf8PathBuf>,
    /// Files whose text was read, in the order of their paths.
    pub files: Vec<SourceFile>,
    /// Whether what is scanned is a whole repository, so that what is not there is missing.
    pub whole_repository: bool,
    /// Values given from outside; later ones win.
    pub given: Vec<Given>,
    /// The main branch, where what is scanned is the root of a repository.
    pub history: Option<History>,
}

/// A file that was read, once, for every collector that claims it.
#[derive(Debug)]
pub struct SourceFile {
    pub id: SourceId,
    /// Relative to the root, with forward slashes.
    pub path: Utf8PathBuf,
    pub text: Arc<str>,
    /// Rows of the collectors' table that claim it.
    pub collectors: Vec<usize>,
}

impl Target {
    /// The file at a path relative to the root, if it was read.
    pub fn file(&self, path: &Utf8Path) -> Option<&SourceFile> {
        self.files.binary_search_by(|it| it.path.as_path().cmp(path)).ok().and_then(|at| self.files.get(at))
    }

    /// Whether the walk met a file at this path.
    pub fn has(&self, path: &Utf8Path) -> bool {
        self.paths.binary_search_by(|it| it.as_path().cmp(path)).is_ok()
    }
}
