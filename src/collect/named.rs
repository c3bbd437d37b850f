//! Files and folders that are named one by one, as a pre-commit hook names them.

use camino::{Utf8Path, Utf8PathBuf};

use super::disk;
use super::error::CollectError;
use super::walk::{self, LeftOut, WalkOptions, Walked};

/// The folder that named paths are of: the current one, which is empty, or, where one of them lies outside of it, the
/// nearest folder that holds them all.
pub fn root_of(paths: &[Utf8PathBuf]) -> Utf8PathBuf {
    let here = disk::here();
    let whole: Vec<Utf8PathBuf> = paths.iter().map(|it| disk::whole(it)).collect();
    if whole.iter().all(|it| it.starts_with(&here)) { Utf8PathBuf::new() } else { nearest_of_all(&whole) }
}

/// That folder by a name that can be opened, and the named paths below it.
pub fn below_root(paths: &[Utf8PathBuf]) -> (Utf8PathBuf, Vec<Utf8PathBuf>) {
    let here = disk::here();
    let root = match root_of(paths) {
        root if root.as_str().is_empty() => here.clone(),
        root => root,
    };
    let below = |it: Utf8PathBuf| it.strip_prefix(&root).map(Utf8Path::to_owned).unwrap_or(it);
    let named = paths.iter().map(|it| below(disk::whole(it))).collect();
    (if root == here { Utf8PathBuf::from(".") } else { root }, named)
}

/// What the named paths hold, below the root that is returned.
pub(super) fn named(paths: &[Utf8PathBuf], options: &WalkOptions) -> Result<(Utf8PathBuf, Walked), CollectError> {
    let (root, below) = below_root(paths);
    let exclude = walk::globs(&options.exclude)?;
    let mut all = Walked::default();
    for (path, relative) in paths.iter().zip(&below) {
        if is_tree(path)? {
            let walked = walk::walk(&disk::whole(path), options)?;
            all.files.extend(walked.files.into_iter().map(|it| relative.join(it)));
            let left_out = |it: LeftOut| LeftOut { path: relative.join(&it.path), ..it };
            all.left_out.extend(walked.left_out.into_iter().map(left_out));
        } else if exclude.is_match(relative.as_std_path()) {
            let reason = "excluded".to_owned();
            all.left_out.push(LeftOut { path: relative.to_owned(), reason, is_tree: false });
        } else {
            all.files.push(relative.to_owned());
        }
    }
    all.files.sort();
    all.files.dedup();
    all.left_out.sort();
    all.left_out.dedup();
    Ok((root, all))
}

/// The nearest folder that holds all of the paths.
fn nearest_of_all(paths: &[Utf8PathBuf]) -> Utf8PathBuf {
    let mut folders = paths.iter().map(|it| it.parent().unwrap_or(it));
    let mut nearest = folders.next().unwrap_or(Utf8Path::new("")).to_owned();
    for folder in folders {
        while !folder.starts_with(&nearest) && nearest.pop() {}
    }
    nearest
}

#[expect(clippy::disallowed_methods, reason = "the named paths are looked at once, before they are read")]
fn is_tree(path: &Utf8Path) -> Result<bool, CollectError> {
    let found = std::fs::metadata(path);
    found.map(|it| it.is_dir()).map_err(|error| CollectError::Target { path: path.to_owned(), error })
}
