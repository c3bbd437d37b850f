//! What a format's row in the table holds.

use camino::Utf8Path;

use super::collected::Collected;
use super::target::{SourceFile, Target};

/// A format: which files are its own, and how they become evidence.
#[derive(Clone, Copy)]
pub struct Collector {
    /// The format's name in evidence, remediation and the ledger: `compose`.
    pub name: &'static str,
    /// What it reads, for people: `Docker Compose files`.
    pub reads: &'static str,
    /// By path alone, relative to the scanned root: is the file its own?
    pub claims: fn(&Utf8Path) -> Claim,
    /// By content, for files claimed with [`Claim::IfContent`]: cheap, before any parse.
    pub recognises: fn(&str) -> bool,
    /// Turns all its files into evidence. Accounts for each of them: read, failed or skipped.
    pub collect: fn(&Target, &[&SourceFile]) -> Collected,
}

/// A format's interest in a file, judged by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    No,
    /// Its own, whatever it holds.
    Yes,
    /// Its own when the content looks like it.
    IfContent,
    /// Anybody's file that is looked through for a mark: without one, nobody need account for it.
    Glance,
}
