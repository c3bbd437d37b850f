//! What lies at a path, asked before anything is read.

use camino::Utf8Path;

/// Whether a path is a folder, or a link to one.
#[expect(clippy::disallowed_methods, reason = "paths are looked at before the walk reads them")]
pub fn is_folder(path: &Utf8Path) -> bool {
    std::fs::metadata(path).is_ok_and(|it| it.is_dir())
}

/// Whether a path is a file, or a link to one.
#[expect(clippy::disallowed_methods, reason = "paths are looked at before the walk reads them")]
pub(super) fn is_file(path: &Utf8Path) -> bool {
    std::fs::metadata(path).is_ok_and(|it| it.is_file())
}

/// Whether anything lies at a path.
#[expect(clippy::disallowed_methods, reason = "paths are looked at before the walk reads them")]
pub(super) fn is_there(path: &Utf8Path) -> bool {
    std::fs::metadata(path).is_ok()
}
