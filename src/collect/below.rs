//! Paths that a file names: where they lead below the root, and never out of it.

use camino::{Utf8Path, Utf8PathBuf};

/// The path that `path` means in `folder`, unless it leads out of the root or is an address.
pub(super) fn joined(folder: &Utf8Path, path: &str) -> Option<Utf8PathBuf> {
    let mut joined: Vec<&str> = folder.components().map(|it| it.as_str()).collect();
    if path.starts_with('/') || path.contains("://") {
        return None;
    }
    for part in path.split('/').filter(|it| !matches!(*it, "" | ".")) {
        if part == ".." {
            joined.pop()?;
        } else {
            joined.push(part);
        }
    }
    Some(joined.iter().collect())
}
