//! The account of every file met: what was read, and what was not and why.

use camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};

use super::problem::Notice;

/// Every file that a collector claims or could claim, in the order of its path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    pub summary: LedgerSummary,
    pub files: Vec<LedgerEntry>,
}

/// How many files ended in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerSummary {
    pub collected: usize,
    pub partly: usize,
    pub failed: usize,
    pub skipped: usize,
}

/// One file of the scanned root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    pub path: Utf8PathBuf,
    /// The collector that read it, or would have.
    pub collector: Option<String>,
    pub status: FileStatus,
    /// Why it was skipped, or as a part of what it was judged.
    pub reason: Option<String>,
    /// Hexadecimal SHA-256 of the bytes; absent when they were not read.
    pub sha256: Option<String>,
    pub bytes: u64,
    pub problems: Vec<Notice>,
    /// For a file that was not read and is nobody's by its name alone: the collectors whose it may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub could_be: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileStatus {
    /// Read whole.
    Collected,
    /// Read with problems: what they hide is unknown.
    Partly,
    /// Not read: broken beyond recovery.
    Failed,
    /// Left alone for a stated reason.
    Skipped,
}

impl Ledger {
    pub fn new(mut files: Vec<LedgerEntry>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let count = |status| files.iter().filter(|it| it.status == status).count();
        let summary = LedgerSummary {
            collected: count(FileStatus::Collected),
            partly: count(FileStatus::Partly),
            failed: count(FileStatus::Failed),
            skipped: count(FileStatus::Skipped),
        };
        Self { summary, files }
    }

    /// Files that a collector wanted and did not get whole: what they say is unknown.
    pub fn unread(&self) -> impl Iterator<Item = &LedgerEntry> {
        self.files.iter().filter(|it| matches!(it.status, FileStatus::Partly | FileStatus::Failed))
    }
}
