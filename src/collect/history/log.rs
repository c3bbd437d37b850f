//! What git tells of the main branch, before anything is made of it.

use std::sync::Arc;

use regex::Regex;

use crate::model::SourceId;

/// The commits that make up the main line, newest first.
#[derive(Debug, Default)]
pub struct Log {
    /// The branch that was followed: `main`, `origin/main`, `HEAD` where none has such a name.
    pub branch: String,
    pub commits: Vec<Commit>,
    /// What could not be read, each with what to do about it.
    pub shortfalls: Vec<Shortfall>,
    /// Why nothing was read at all.
    pub unread: Option<Unread>,
}

/// Why a history was not read.
#[derive(Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is nothing to read, or nobody to read it.
    Nothing(&'static str),
    /// Something is there that could not be read.
    Broken(&'static str),
}

/// A part of the history that is not here.
#[derive(Debug, PartialEq, Eq)]
pub struct Shortfall {
    pub message: String,
    pub help: Option<String>,
}

/// Who wrote or entered a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub email: String,
}

/// One commit of the main line.
#[derive(Clone, Debug, Default)]
pub struct Commit {
    /// Forty hexadecimal digits.
    pub id: String,
    /// How many commits it follows: none for the first, more than one for a merge.
    pub parents: usize,
    pub author: Person,
    pub committer: Person,
    /// Seconds since 1970, UTC.
    pub authored: i64,
    pub committed: i64,
    pub message: String,
    /// The kind of its signature, whoever made it: `gpg`, `ssh`, `x509`.
    pub signature: Option<&'static str>,
    /// The author of the newest commit that a merge brings in.
    pub brought_from: Option<Person>,
    /// Paths that it touches, sorted; a bounded number of them. Absent where they could not be told.
    pub paths: Option<Vec<String>>,
    /// Whether it touches more paths than are listed.
    pub more_paths: bool,
}

/// The history as collectors see it: each commit with the text that stands for it in reports.
#[derive(Debug)]
pub struct History {
    pub branch: String,
    pub changes: Vec<Change>,
    /// What a reference to a ticket looks like, where the user says it.
    pub reference: Option<Arc<Regex>>,
}

#[derive(Debug)]
pub struct Change {
    pub commit: Commit,
    pub source: SourceId,
    /// The text of the source.
    pub text: Arc<str>,
}

impl Person {
    /// Whether both are one person, as far as names and addresses tell.
    pub fn is(&self, other: &Self) -> bool {
        let same = |a: &str, b: &str| !a.is_empty() && a.eq_ignore_ascii_case(b);
        same(&self.email, &other.email) || same(&self.name, &other.name)
    }

    /// Whether it is a program that acts for a platform, and nobody in particular.
    pub fn is_program(&self) -> bool {
        const PLATFORMS: &[&str] = &["noreply@github.com", "noreply@gitlab.com", "noreply-gerritcodereview@google.com"];
        let email = self.email.to_ascii_lowercase();
        let name = self.name.to_ascii_lowercase();
        PLATFORMS.contains(&email.as_str())
            || [&name, &email].iter().any(|it| it.contains("[bot]") || it.ends_with("-bot") || it.contains("-bot@"))
            || matches!(name.as_str(), "github" | "gitlab" | "gerrit code review" | "bors" | "copybara-service")
    }
}
