//! What git's own files say of a repository: commit, branch and remote, without asking git.

use camino::{Utf8Path, Utf8PathBuf};

use super::disk;
use crate::model::Repository;

/// The repository whose root is `root`; nothing when it is no repository's root.
pub fn repository(root: &Utf8Path) -> Option<Repository> {
    let folder = git_folder(root)?;
    let head = read(&folder.join("HEAD"))?;
    let head = head.trim();
    let branch = head.strip_prefix("ref: ").map(str::to_owned);
    let commit = match &branch {
        Some(name) => reference(&folder, name),
        None => Some(head.to_owned()),
    };
    let remote = read(&common(&folder).join("config")).and_then(|it| origin(&it));
    let branch = branch.map(|it| it.trim_start_matches("refs/heads/").to_owned());
    Some(Repository { commit, branch, remote, dirty: None })
}

/// The branch that changes land on, as far as the folder of a repository tells: what `origin` calls its head, a branch
/// of the usual names, else the one at hand.
pub fn main_branch(root: &Utf8Path) -> Option<String> {
    let folder = git_folder(root)?;
    let head = read(&common(&folder).join("refs/remotes/origin/HEAD"));
    let of_origin = head.and_then(|it| Some(it.trim().strip_prefix("ref: refs/remotes/origin/")?.to_owned()));
    let usual = || ["main", "master"].into_iter().find(|it| reference(&folder, &format!("refs/heads/{it}")).is_some());
    of_origin.or_else(|| usual().map(str::to_owned)).or_else(|| repository(root)?.branch)
}

/// The repository that a folder is the root of: where its history lies, as the ledger calls it. A bare one is its own.
pub fn history_of(root: &Utf8Path) -> Option<&'static str> {
    if disk::is_file(&root.join(".git")) || disk::is_file(&root.join(".git/HEAD")) {
        return Some(".git");
    }
    let is_bare =
        disk::is_file(&root.join("HEAD")) && ["objects", "refs"].iter().all(|it| disk::is_folder(&root.join(it)));
    is_bare.then_some("HEAD")
}

/// `.git`, or the folder that a work tree's `.git` file names.
fn git_folder(root: &Utf8Path) -> Option<Utf8PathBuf> {
    let path = root.join(".git");
    match read(&path) {
        Some(text) => Some(root.join(text.trim().strip_prefix("gitdir: ")?)),
        None => disk::is_folder(&path).then_some(path),
    }
}

/// Work trees share the references and settings of the repository they belong to.
fn common(folder: &Utf8Path) -> Utf8PathBuf {
    read(&folder.join("commondir")).map_or_else(|| folder.to_owned(), |it| folder.join(it.trim()))
}

fn reference(folder: &Utf8Path, name: &str) -> Option<String> {
    let common = common(folder);
    let loose = [folder, &common].into_iter().find_map(|it| read(&it.join(name)));
    let packed = || {
        let packed = read(&common.join("packed-refs"))?;
        let line = packed.lines().find(|it| it.split_once(' ').is_some_and(|(_, it)| it == name))?;
        line.split_once(' ').map(|it| it.0.to_owned())
    };
    loose.map(|it| it.trim().to_owned()).or_else(packed)
}

/// The address of `origin`, without user and password.
fn origin(config: &str) -> Option<String> {
    let section = config.split("[remote \"origin\"]").nth(1)?;
    let lines = section.lines().take_while(|it| !it.starts_with('['));
    let url = lines.filter_map(|it| it.trim().strip_prefix("url")).next()?.trim_start_matches([' ', '=']).trim();
    // A folder on somebody's machine is no address.
    if !url.contains(':') || url.starts_with("file:") || url.get(1..2) == Some(":") {
        return None;
    }
    Some(match url.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split_once('@')?.1))) {
        Some((scheme, rest)) => format!("{scheme}://{rest}"),
        None => url.to_owned(),
    })
}

#[expect(clippy::disallowed_methods, reason = "git's files are read here and nowhere else")]
fn read(path: &Utf8Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remote_is_told_without_its_password() {
        let config = "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://me:secret@example.org/a.git\n";
        assert_eq!(origin(config).as_deref(), Some("https://example.org/a.git"));
        assert_eq!(origin("[remote \"origin\"]\n\turl = /home/me/a\n"), None);
        let config = "[remote \"origin\"]\n\turl = git@example.org:a.git\n";
        assert_eq!(origin(config).as_deref(), Some("git@example.org:a.git"));
    }
}
