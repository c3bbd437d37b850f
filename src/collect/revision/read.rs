//! Reads a state with gix: no other program, no network, no settings but the repository's own.

use std::panic::{self, AssertUnwindSafe};

use camino::{Utf8Path, Utf8PathBuf};
use gix::bstr::{BStr, ByteSlice};
use gix::{ObjectId, Repository};

use super::snapshot::{Snapshot, State};
use crate::collect::git;

/// The files of a state below `folder`. Contents are read of those that `wanted` asks for and that are no larger than
/// `most` bytes.
///
/// # Errors
///
/// Why the state cannot be read, in a sentence.
pub fn read(
    folder: &Utf8Path,
    state: &State,
    most: u64,
    wanted: &dyn Fn(&Utf8Path) -> bool,
) -> Result<Snapshot, String> {
    // Objects may be broken in any way, and the run must not end for them.
    let attempt = panic::catch_unwind(AssertUnwindSafe(|| snapshot(folder, state, most, wanted)));
    attempt.unwrap_or_else(|_| Err("the repository's objects are broken".to_owned()))
}

/// Whether the repository around a folder waits for its first commit.
pub fn has_no_commit(folder: &Utf8Path) -> bool {
    let attempt = panic::catch_unwind(|| open(folder).is_ok_and(|(it, _)| it.head().is_ok_and(|it| it.is_unborn())));
    attempt.unwrap_or(false)
}

fn snapshot(
    folder: &Utf8Path,
    state: &State,
    most: u64,
    wanted: &dyn Fn(&Utf8Path) -> bool,
) -> Result<Snapshot, String> {
    if *state == State::Nothing {
        return Ok(Snapshot::default());
    }
    let (mut repository, prefix) = open(folder)?;
    repository.object_cache_size_if_unset(4 << 20);
    let (commit, listed) = match state {
        State::Revision(name) => {
            let (commit, listed) = tree(&repository, name)?;
            (Some(commit), listed)
        }
        State::Index | State::Nothing => (None, index(&repository)?),
    };
    let mut files: Vec<(Utf8PathBuf, ObjectId)> = listed;
    if !prefix.as_str().is_empty() {
        files = files
            .into_iter()
            .filter_map(|(path, id)| Some((path.strip_prefix(&prefix).ok()?.to_owned(), id)))
            .collect();
    }
    files.sort();
    let content = |path: &Utf8Path, id: ObjectId| -> Result<Option<Vec<u8>>, String> {
        if !wanted(path) {
            return Ok(None);
        }
        let gone = |_| format!("the content of {path} is not here: fetch without `--filter`");
        if repository.find_header(id).map_err(|_| gone(()))?.size() > most {
            return Ok(None);
        }
        Ok(Some(repository.find_object(id).map_err(|_| gone(()))?.detach().data))
    };
    let files = files.into_iter().map(|(path, id)| Ok((content(&path, id)?, path)).map(|(it, path)| (path, it)));
    Ok(Snapshot { commit, files: files.collect::<Result<_, String>>()? })
}

/// The repository around a folder, and where in it the folder lies.
fn open(folder: &Utf8Path) -> Result<(Repository, Utf8PathBuf), String> {
    let start = if folder.as_str().is_empty() { Utf8Path::new(".") } else { folder };
    let whole = start.canonicalize_utf8().map_err(|it| format!("{folder}: {it}"))?;
    let not_found = || format!("{start} lies in no git repository");
    let root = whole.ancestors().find(|it| it.join(".git").exists()).ok_or_else(not_found)?;
    if let Some(astray) = git::astray(root) {
        return Err(format!("{start}: {}", astray.reason()));
    }
    let options = gix::open::Options::isolated().config_overrides(["gitoxide.objects.allocLimit=256m"]);
    let repository = gix::open_opts(root.as_std_path(), options).map_err(|it| format!("{start}: {it}"))?;
    let prefix = whole.strip_prefix(root).unwrap_or(Utf8Path::new("")).to_owned();
    Ok((repository, prefix))
}

/// The commit that a name leads to, and its files.
fn tree(repository: &Repository, name: &str) -> Result<(String, Vec<(Utf8PathBuf, ObjectId)>), String> {
    let unknown = |_| format!("git knows no revision `{name}` here; a shallow clone holds only the newest");
    let id = repository.rev_parse_single(BStr::new(name)).map_err(|_| unknown(()))?;
    let commit = id.object().map_err(|_| unknown(()))?.peel_to_commit().map_err(|_| unknown(()))?;
    let tree = commit.tree().map_err(|it| format!("the tree of `{name}` is not here: {it}"))?;
    let entries =
        tree.traverse().breadthfirst.files().map_err(|it| format!("the tree of `{name}` is not here: {it}"))?;
    let files = entries.into_iter().filter(|it| it.mode.is_blob());
    let named = files.filter_map(|it| Some((Utf8PathBuf::from(it.filepath.to_str().ok()?), it.oid)));
    Ok((commit.id().to_string(), named.collect()))
}

/// The files of the next commit.
fn index(repository: &Repository) -> Result<Vec<(Utf8PathBuf, ObjectId)>, String> {
    let index = repository.index_or_empty().map_err(|it| format!("the index cannot be read: {it}"))?;
    let is_file = |it: &&gix::index::Entry| {
        it.stage() == gix::index::entry::Stage::Unconflicted
            && it.mode.intersects(gix::index::entry::Mode::FILE | gix::index::entry::Mode::FILE_EXECUTABLE)
    };
    let files = index.entries().iter().filter(is_file);
    let named = files.filter_map(|it| Some((Utf8PathBuf::from(it.path(&index).to_str().ok()?), it.id)));
    Ok(named.collect())
}
