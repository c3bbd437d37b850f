//! What git's own files say of a repository: commit, branch and remote, without asking git.

mod folder;

use camino::Utf8Path;

pub use folder::Astray;
use folder::Folder;

use super::disk;
use crate::model::Repository;

/// The repository whose root is `root`; nothing when it is no repository's root.
pub fn repository(root: &Utf8Path) -> Option<Repository> {
    let folder = folder(root)?;
    let head = folder.own("HEAD")?;
    let head = head.trim();
    let branch = head.strip_prefix("ref: ").map(str::to_owned);
    let commit = match &branch {
        Some(name) => reference(&folder, name),
        None => Some(head.to_owned()),
    };
    let commit = commit.filter(|it| is_object(it));
    let remote = folder.common("config").and_then(|it| origin(&it));
    let branch = branch.map(|it| it.trim_start_matches("refs/heads/").to_owned());
    Some(Repository { commit, branch, remote, dirty: None })
}

/// The branch that changes land on, as far as the folder of a repository tells: what `origin` calls its head, a branch
/// of the usual names, else the one at hand.
pub fn main_branch(root: &Utf8Path) -> Option<String> {
    let folder = folder(root)?;
    let head = folder.common("refs/remotes/origin/HEAD");
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

/// Why the history and the objects of the repository at `root` are not read; nothing where nothing keeps from it.
pub fn astray(root: &Utf8Path) -> Option<Astray> {
    match Folder::of(root)? {
        Ok(folder) => folder.astray(),
        Err(astray) => Some(astray),
    }
}

/// The folder of a repository that has a work tree.
fn folder(root: &Utf8Path) -> Option<Folder> {
    if !disk::is_there(&root.join(".git")) {
        return None;
    }
    Folder::of(root)?.ok()
}

/// Whether a text is the name of an object: SHA-1 or SHA-256 in hexadecimal digits.
fn is_object(text: &str) -> bool {
    [40, 64].contains(&text.len()) && text.bytes().all(|it| it.is_ascii_hexdigit())
}

fn reference(folder: &Folder, name: &str) -> Option<String> {
    let loose = folder.own(name).or_else(|| folder.common(name));
    let packed = || {
        let packed = folder.common("packed-refs")?;
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
