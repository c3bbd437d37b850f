//! Where git keeps what it knows of a repository, and whether all of it lies there. A folder that came from elsewhere
//! may hold names and links that lead to any file of this machine: nothing beyond the repository is read.

use camino::{Utf8Path, Utf8PathBuf};

use crate::collect::disk::{self, Kind};

/// Where objects of another repository are borrowed from (gitrepository-layout(5)).
const BORROWED: [&str; 2] = ["objects/info/alternates", "objects/info/http-alternates"];

/// What git reads by name at the top of its folder, besides references and objects.
const FILES: [&str; 8] =
    ["HEAD", "ORIG_HEAD", "commondir", "config", "config.worktree", "index", "packed-refs", "shallow"];

/// How many folders references may lie deep.
const DEEPEST: usize = 64;

/// Why git's files of a repository are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Astray {
    /// `.git` names a folder elsewhere that does not know this one.
    Foreign,
    /// Objects are borrowed from another repository.
    Borrowed,
    /// Something among the files is a link, a pipe or a device.
    Linked,
}

impl Astray {
    /// The reason, with what to do about it.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Foreign => {
                "`.git` names a folder elsewhere that does not name this one back (`git worktree repair` mends the tie of a \
                 work tree, `git config core.worktree` sets that of a separate folder)"
            }
            Self::Borrowed => {
                "objects are borrowed from another repository, and nothing beyond this one is read (`git repack -a -d` \
                 copies them, then remove `.git/objects/info/alternates`; a clone with `--dissociate` borrows none)"
            }
            Self::Linked => {
                "a file of git's is a link, a pipe or a device, and nothing beyond the repository is read (a clone has \
                 none)"
            }
        }
    }
}

/// The folders that git's files of one repository lie in: work trees share most of them with the repository they
/// belong to.
pub(super) struct Folder {
    own: Utf8PathBuf,
    common: Utf8PathBuf,
}

impl Folder {
    /// The folder `.git`, or the one that the file `.git` names; the root itself of a bare repository. Nothing where
    /// there is none.
    pub(super) fn of(root: &Utf8Path) -> Option<Result<Self, Astray>> {
        let git = root.join(".git");
        let own = match disk::kind(&git) {
            Kind::Folder => git,
            Kind::File => match named(root, &git)? {
                Ok(folder) => folder,
                Err(astray) => return Some(Err(astray)),
            },
            Kind::Other => return Some(Err(Astray::Linked)),
            Kind::Nothing => root.to_owned(),
        };
        let shared = read(&own.join("commondir")).map(|it| own.join(it.trim()));
        let common = shared.unwrap_or_else(|| own.clone());
        Some(Ok(Self { own, common }))
    }

    /// The text of a file that belongs to this work tree alone.
    pub(super) fn own(&self, name: &str) -> Option<String> {
        within(&self.own, name)
    }

    /// The text of a file that all work trees share.
    pub(super) fn common(&self, name: &str) -> Option<String> {
        within(&self.common, name)
    }

    /// Why git's files must not be read as a whole; nothing where all of them lie where they should.
    pub(super) fn astray(&self) -> Option<Astray> {
        let holds_files = |folder: &Utf8PathBuf| {
            let is_file = |name: &&str| matches!(disk::kind(&folder.join(name)), Kind::File | Kind::Nothing);
            FILES.iter().all(is_file) && is_plain(&folder.join("refs"), DEEPEST)
        };
        if ![&self.own, &self.common].into_iter().all(holds_files) || !is_plain(&self.common.join("objects"), 2) {
            return Some(Astray::Linked);
        }
        let names_one = |text: String| text.lines().any(|it| !it.trim().is_empty() && !it.starts_with('#'));
        let borrows = BORROWED.iter().any(|it| read(&self.common.join(it)).is_some_and(names_one));
        borrows.then_some(Astray::Borrowed)
    }
}

/// Whether there is nothing but files and folders at and below a path.
fn is_plain(path: &Utf8Path, deepest: usize) -> bool {
    match disk::kind(path) {
        Kind::File | Kind::Nothing => true,
        Kind::Other => false,
        Kind::Folder => disk::kinds_in(path).into_iter().all(|(name, kind)| match kind {
            Kind::File | Kind::Nothing => true,
            Kind::Folder => deepest > 0 && is_plain(&path.join(name), deepest - 1),
            Kind::Other => false,
        }),
    }
}

/// The folder that a file `.git` names: that of a work tree, or of a submodule. One elsewhere must name this one back.
fn named(root: &Utf8Path, git: &Utf8Path) -> Option<Result<Utf8PathBuf, Astray>> {
    let text = read(git)?;
    let folder = root.join(text.trim().strip_prefix("gitdir: ")?);
    let (whole, whole_root) = (folder.canonicalize_utf8().ok()?, root.canonicalize_utf8().ok()?);
    let of_work_tree = || {
        let text = read(&whole.join("gitdir"))?;
        let back = whole.join(text.trim()).canonicalize_utf8().ok()?;
        Some(back == whole_root.join(".git"))
    };
    let of_submodule = || {
        let text = read(&whole.join("config"))?;
        let set =
            |it: &str| Some(it.trim().strip_prefix("worktree")?.trim_start().strip_prefix('=')?.trim().to_owned());
        let back = whole.join(text.lines().rev().find_map(set)?.trim_matches('"')).canonicalize_utf8().ok()?;
        Some(back == whole_root)
    };
    let belongs = whole.starts_with(&whole_root) || of_work_tree() == Some(true) || of_submodule() == Some(true);
    Some(if belongs { Ok(whole) } else { Err(Astray::Foreign) })
}

/// The text of a file below a folder; nothing where its name leads out of it.
fn within(folder: &Utf8Path, name: &str) -> Option<String> {
    let (whole, folder) = (folder.join(name).canonicalize_utf8().ok()?, folder.canonicalize_utf8().ok()?);
    whole.starts_with(folder).then(|| read(&whole)).flatten()
}

#[expect(clippy::disallowed_methods, reason = "git's files are read here and nowhere else")]
fn read(path: &Utf8Path) -> Option<String> {
    (disk::kind(path) == Kind::File).then(|| std::fs::read_to_string(path).ok()).flatten()
}

#[cfg(test)]
mod tests;
