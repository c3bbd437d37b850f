//! What lies at a path, asked before anything is read.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

/// What lies at a path, links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Nothing,
    File,
    Folder,
    /// A link, a pipe, a device, or what cannot be looked at.
    Other,
}

/// What lies at a path, links not followed.
pub(super) fn kind(path: &Utf8Path) -> Kind {
    match std::fs::symlink_metadata(path) {
        Ok(it) => of_type(it.file_type()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Kind::Nothing,
        Err(_) => Kind::Other,
    }
}

/// What lies in a folder, links not followed. Names that are not UTF-8 are passed by: nobody asks for one.
#[expect(
    clippy::disallowed_methods,
    reason = "the folder of a repository is looked through before git's files are read"
)]
pub(super) fn kinds_in(folder: &Utf8Path) -> Vec<(String, Kind)> {
    let entry = |it: std::fs::DirEntry| {
        let kind = it.file_type().map_or(Kind::Other, of_type);
        Some((it.file_name().into_string().ok()?, kind))
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(entry).collect()
}

fn of_type(it: std::fs::FileType) -> Kind {
    match (it.is_file(), it.is_dir()) {
        (true, _) => Kind::File,
        (_, true) => Kind::Folder,
        _ => Kind::Other,
    }
}

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

/// Whether a path is a file and no link.
pub(super) fn is_plain_file(path: &Utf8Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|it| it.is_file())
}

/// Whether anything lies at a path.
#[expect(clippy::disallowed_methods, reason = "paths are looked at before the walk reads them")]
pub fn is_there(path: &Utf8Path) -> bool {
    std::fs::metadata(path).is_ok()
}

/// The names in a folder, each with whether it is a folder itself. Names that are not UTF-8 are left to the walk.
#[expect(
    clippy::disallowed_methods,
    reason = "what ignore files name is asked for beside the walk, which passes it by"
)]
pub(super) fn entries(folder: &Utf8Path) -> Vec<(String, bool)> {
    let entry = |it: std::fs::DirEntry| {
        let name = it.file_name().into_string().ok()?;
        Some((name, it.file_type().is_ok_and(|it| it.is_dir())))
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(entry).collect()
}

/// The names of the files in a folder, not below it.
#[expect(clippy::disallowed_methods, reason = "what lies beside a file that the user named")]
pub(super) fn files_in(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let start = if folder.as_str().is_empty() { Utf8Path::new(".") } else { folder };
    let entries = std::fs::read_dir(start).into_iter().flatten().flatten();
    let files = entries.filter(|it| it.file_type().is_ok_and(|it| it.is_file()));
    files.filter_map(|it| it.file_name().into_string().ok().map(Utf8PathBuf::from)).collect()
}

/// The bytes of a file that the user named.
#[expect(clippy::disallowed_methods, reason = "a file of values is named on the command line")]
pub(super) fn read_named(path: &Utf8Path) -> std::io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// The path from the top on, without `.` and `..`, by its letters alone.
pub(super) fn whole(path: &Utf8Path) -> Utf8PathBuf {
    plain(&here().join(path))
}

/// The current folder.
pub(super) fn here() -> Utf8PathBuf {
    std::env::current_dir().ok().and_then(|it| Utf8PathBuf::from_path_buf(it).ok()).unwrap_or_default()
}

/// The path without `.` and `..`, by its letters alone.
fn plain(path: &Utf8Path) -> Utf8PathBuf {
    let mut plain = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
