//! Reads the main branch of a repository with gix: no other program, no network, no settings but the repository's own.

use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};

use camino::Utf8Path;
use gix::bstr::ByteSlice;
use gix::object::tree::diff::Action;
use gix::{Commit as Object, ObjectId, Repository};

use super::log::{Commit, Log, Person, Shortfall, Unread};
use super::text::day;
use super::window::Window;
use crate::collect::git;

/// Where the main branch is looked for, in this order. What the remote holds has landed; a branch at hand may not have.
const MAIN: &[&str] = &[
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/heads/main",
    "refs/remotes/origin/master",
    "refs/heads/master",
    "HEAD",
];

/// Paths that are listed of one commit.
const MOST_PATHS: usize = 100;

/// Bytes of a message that are read.
const LONGEST: usize = 64 << 10;

const UNOPENED: &str = "the history is not read: its folder is broken, or of a format that is not known (SHA-256)";

/// Commit objects larger than this, in bytes, are nobody's work.
const LARGEST: u64 = 4 << 20;

/// The main line of the repository at `root`, as far back as the window says. Never fails: what is not there is said.
pub fn read(root: &Utf8Path, window: &Window) -> Log {
    // Objects may be broken in any way, and the run must not end for them.
    let attempt = panic::catch_unwind(AssertUnwindSafe(|| log(root, window)));
    let log = attempt.unwrap_or(Err(Unread::Broken("the history is not read: its objects are broken")));
    log.unwrap_or_else(|reason| Log { unread: Some(reason), ..Log::default() })
}

fn log(root: &Utf8Path, window: &Window) -> Result<Log, Unread> {
    if let Some(astray) = git::astray(root) {
        return Err(Unread::Broken(astray.reason()));
    }
    let options = gix::open::Options::isolated().config_overrides(["gitoxide.objects.allocLimit=256m"]);
    let opened = gix::open_opts(root.as_std_path(), options);
    let mut repository = opened.map_err(|_| Unread::Broken(UNOPENED))?;
    repository.object_cache_size_if_unset(4 << 20);
    let Some((branch, tip)) = main_branch(&repository) else {
        let is_unborn = repository.head().is_ok_and(|it| it.is_unborn());
        let broken = Unread::Broken("the history is not read: no branch leads to a commit that is here");
        return Err(if is_unborn { Unread::Nothing("no commit has been made yet") } else { broken });
    };
    let mut log = Log { branch, ..Log::default() };
    let boundary: BTreeSet<ObjectId> =
        repository.shallow_commits().ok().flatten().map(|it| it.iter().copied().collect()).unwrap_or_default();
    let mut differ = Differ::new(&repository);
    let mut next = Some(tip);
    while let Some(id) = next.take() {
        if log.commits.len() >= window.most() {
            break;
        }
        let object = match object(&repository, id) {
            Ok(object) => object,
            Err(reason) => {
                log.shortfalls.push(missing(&log, id, &reason));
                break;
            }
        };
        let Some(mut commit) = commit(&object) else {
            log.shortfalls.push(missing(&log, id, "it is broken"));
            break;
        };
        if window.is_before(&day(commit.committed)) {
            break;
        }
        let parents: Vec<ObjectId> = object.parent_ids().map(|it| it.detach()).collect();
        if window.is_after(&day(commit.committed)) {
            match boundary.contains(&id) {
                true => log.shortfalls.push(shallow(log.commits.len())),
                false => next = parents.first().copied(),
            }
            continue;
        }
        if boundary.contains(&id) {
            log.commits.push(commit);
            if log.commits.len() < window.most() {
                log.shortfalls.push(shallow(log.commits.len()));
            }
            break;
        }
        commit.brought_from = parents.get(1).and_then(|it| author(&repository, *it));
        differ.fill(&mut commit, &object, parents.first().copied());
        log.commits.push(commit);
        next = parents.first().copied();
    }
    if differ.failed > 0 {
        let message =
            format!("the paths that {} commits touch could not be told: their trees are not here", differ.failed);
        log.shortfalls.push(Shortfall { message, help: Some("fetch without `--filter`".to_owned()) });
    }
    Ok(log)
}

fn shallow(count: usize) -> Shortfall {
    let commits = if count == 1 { "1 commit is".to_owned() } else { format!("{count} commits are") };
    Shortfall {
        message: format!("a shallow clone: only {commits} here, and what lies before is unknown"),
        help: Some("fetch the history (`git fetch --unshallow`; `fetch-depth: 0` of actions/checkout)".to_owned()),
    }
}

fn missing(log: &Log, id: ObjectId, reason: &str) -> Shortfall {
    let message =
        format!("commit {} cannot be read after {} others: {reason}", id.to_hex_with_len(10), log.commits.len());
    Shortfall { message, help: Some("`git fsck` tells what is broken".to_owned()) }
}

/// The name and the newest commit of the main branch.
fn main_branch(repository: &Repository) -> Option<(String, ObjectId)> {
    MAIN.iter().find_map(|name| {
        let mut reference = repository.try_find_reference(*name).ok().flatten()?;
        let target = reference.follow().and_then(Result::ok);
        let shown = target.as_ref().map_or(*name, |it| it.name().as_bstr().to_str().unwrap_or(name)).to_owned();
        let id = reference.peel_to_id().ok()?.detach();
        // A name that leads nowhere gives way to the next.
        repository.find_header(id).ok().filter(|it| it.kind() == gix::object::Kind::Commit)?;
        let shown = ["refs/heads/", "refs/remotes/"].iter().find_map(|it| shown.strip_prefix(it)).unwrap_or(&shown);
        Some((shown.to_owned(), id))
    })
}

fn object(repository: &Repository, id: ObjectId) -> Result<Object<'_>, String> {
    let header = repository.find_header(id).map_err(|_| "it is not here".to_owned())?;
    if header.size() > LARGEST {
        return Err(format!("it is larger than {} MiB", LARGEST >> 20));
    }
    let object = repository.find_object(id).map_err(|_| "it is broken".to_owned())?;
    object.try_into_commit().map_err(|_| "it is no commit".to_owned())
}

fn commit(object: &Object<'_>) -> Option<Commit> {
    let read = object.decode().ok()?;
    let (author, committer) = (read.author().ok()?, read.committer().ok()?);
    let signature = read.extra_headers.iter().find(|(name, _)| name.starts_with(b"gpgsig")).map(|it| kind(&it.1));
    let message: &[u8] = read.message.get(..LONGEST).unwrap_or(read.message);
    Some(Commit {
        id: object.id.to_hex().to_string(),
        parents: read.parents.len(),
        author: person(&author),
        committer: person(&committer),
        authored: author.seconds(),
        committed: committer.seconds(),
        message: String::from_utf8_lossy(message).replace("\r\n", "\n").trim_start().to_owned(),
        signature,
        ..Commit::default()
    })
}

fn kind(signature: &[u8]) -> &'static str {
    match signature {
        it if it.starts_with(b"-----BEGIN SSH") => "ssh",
        it if it.starts_with(b"-----BEGIN SIGNED MESSAGE") => "x509",
        _ => "gpg",
    }
}

fn person(signature: &gix::actor::SignatureRef<'_>) -> Person {
    Person { name: signature.name.to_string(), email: signature.email.to_string() }
}

fn author(repository: &Repository, id: ObjectId) -> Option<Person> {
    Some(person(&object(repository, id).ok()?.decode().ok()?.author().ok()?))
}

/// Tells the paths of commits, with one cache for all of them.
struct Differ<'a> {
    repository: &'a Repository,
    cache: Option<gix::diff::blob::Platform>,
    failed: usize,
}

impl<'a> Differ<'a> {
    fn new(repository: &'a Repository) -> Self {
        Self { repository, cache: repository.diff_resource_cache_for_tree_diff().ok(), failed: 0 }
    }

    fn fill(&mut self, commit: &mut Commit, object: &Object<'_>, before: Option<ObjectId>) {
        match self.paths(object, before) {
            Some((paths, more)) => {
                commit.paths = Some(paths.into_iter().collect());
                commit.more_paths = more;
            }
            None => self.failed += 1,
        }
    }

    /// The paths that differ from the first parent, and whether there are more of them than are listed.
    fn paths(&mut self, object: &Object<'_>, before: Option<ObjectId>) -> Option<(BTreeSet<String>, bool)> {
        let tree = object.tree().ok()?;
        let old = match before {
            Some(id) => self.object_tree(id)?,
            None => self.repository.empty_tree(),
        };
        let mut paths = BTreeSet::new();
        let mut more = false;
        let mut changes = old.changes().ok()?;
        changes.options(|it| {
            it.track_path().track_rewrites(None);
        });
        let compared = changes.for_each_to_obtain_tree_with_cache(&tree, self.cache.as_mut()?, |change| {
            if change.entry_mode().is_tree() {
                return Ok(Action::Continue(()));
            }
            if paths.len() == MOST_PATHS {
                more = true;
                return Ok(Action::Break(()));
            }
            paths.insert(change.location().to_string());
            Ok(Action::Continue(()))
        });
        (compared.is_ok() || more).then_some((paths, more))
    }

    fn object_tree(&self, id: ObjectId) -> Option<gix::Tree<'a>> {
        object(self.repository, id).ok()?.tree().ok()
    }
}
