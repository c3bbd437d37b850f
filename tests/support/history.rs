//! Repositories of git made from a list of commits, as fixtures write it: no other program is needed.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use gix::ObjectId;
use gix::objs::tree::{Entry, EntryKind};
use gix::objs::{Commit, Tree};
use toml_edit::{Document, Item, Table};

/// The name of the list in a fixture's folder.
pub(crate) const FILE_NAME: &str = "history.toml";

/// A repository in a folder that goes away with it.
pub(crate) struct Made {
    pub(crate) folder: tempfile::TempDir,
    /// The ids of the commits, oldest first, with the lines of the list that write their messages.
    pub(crate) commits: Vec<(ObjectId, u32)>,
}

impl Made {
    pub(crate) fn root(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.folder.path().to_owned()).unwrap()
    }
}

/// Makes the repository that `[[commit]]` tables describe, with `main` as its branch:
/// `message`, `author`, `committer`, `day`, `files`, `signed`, `merges` (the author of a branch that it merges).
pub(crate) fn made(list: &Utf8Path) -> Made {
    #[expect(clippy::disallowed_methods, reason = "a test reads its fixtures")]
    let text = fs::read_to_string(list).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let repository = gix::init(folder.path()).unwrap();
    let document = Document::parse(text.as_str()).unwrap();
    let mut commits: Vec<(ObjectId, u32)> = Vec::new();
    let mut files = Vec::new();
    for table in document.get("commit").and_then(Item::as_array_of_tables).unwrap() {
        let message = table.get("message").unwrap();
        let line = text.get(..message.span().unwrap().start).unwrap().matches('\n').count() + 1;
        let texts = |name: &str| table.get(name).and_then(Item::as_array).into_iter().flatten();
        files.extend(texts("files").map(|it| it.as_str().unwrap().to_owned()));
        let mut parents: Vec<ObjectId> = commits.last().map(|it| it.0).into_iter().collect();
        if let Some(other) = text_of(table, "merges") {
            let mut branch = commit(&repository, table, &files);
            branch.author = signature(&other, table);
            branch.parents = parents.clone().into();
            branch.message = "Work".into();
            parents.push(repository.write_object(&branch).unwrap().detach());
        }
        let mut made = commit(&repository, table, &files);
        made.message = message.as_str().unwrap().into();
        made.parents = parents.into();
        if let Some(kind) = text_of(table, "signed") {
            let signature = format!("-----BEGIN {kind} SIGNATURE-----\nAAAA\n-----END {kind} SIGNATURE-----");
            made.extra_headers.push(("gpgsig".into(), signature.into()));
        }
        commits.push((repository.write_object(&made).unwrap().detach(), u32::try_from(line).unwrap()));
    }
    let git = repository.git_dir();
    fs::create_dir_all(git.join("refs/heads")).unwrap();
    fs::write(git.join("refs/heads/main"), format!("{}\n", commits.last().unwrap().0)).unwrap();
    fs::write(git.join("HEAD"), "ref: refs/heads/main\n").unwrap();
    Made { folder, commits }
}

fn text_of(table: &Table, name: &str) -> Option<String> {
    table.get(name).map(|it| it.as_str().unwrap().to_owned())
}

/// A commit with the files; what they hold is their name.
fn commit(repository: &gix::Repository, table: &Table, files: &[String]) -> Commit {
    let entry = |name: &String| Entry {
        mode: EntryKind::Blob.into(),
        filename: name.as_str().into(),
        oid: repository.write_blob(name).unwrap().detach(),
    };
    let mut entries: Vec<Entry> = files.iter().map(entry).collect();
    entries.sort();
    entries.dedup();
    let author = text_of(table, "author").unwrap_or_else(|| "Ann <ann@example.org>".to_owned());
    let committer = text_of(table, "committer").unwrap_or_else(|| author.clone());
    Commit {
        tree: repository.write_object(Tree { entries }).unwrap().detach(),
        parents: Vec::new().into(),
        author: signature(&author, table),
        committer: signature(&committer, table),
        encoding: None,
        message: "".into(),
        extra_headers: Vec::new(),
    }
}

fn signature(person: &str, table: &Table) -> gix::actor::Signature {
    let day: jiff::civil::Date = text_of(table, "day").unwrap_or_else(|| "2026-01-01".to_owned()).parse().unwrap();
    let seconds = day.to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_second();
    let (name, email) = person.split_once(" <").unwrap();
    gix::actor::Signature {
        name: name.into(),
        email: email.trim_end_matches('>').into(),
        time: gix::date::Time::new(seconds, 0),
    }
}
