//! What a collector found, and how each of its files fared.

use camino::Utf8PathBuf;

use crate::model::{Evidence, FileStatus, Problem, SourceId, Span};

use super::target::SourceFile;

/// The evidence of one format, with an account of every file it was given.
#[derive(Debug, Default)]
pub struct Collected {
    pub evidence: Vec<Evidence>,
    pub readings: Vec<Reading>,
    /// What became of values given from outside.
    pub answers: Vec<Answer>,
    /// Stretches of the sources that hold secrets, beside those that the evidence tells.
    pub secrets: Vec<Span>,
    /// What files refer to and lies elsewhere, by its address, and why it was not read.
    pub left_out: Vec<(Utf8PathBuf, String)>,
}

/// Whether something wants a value that was given from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The text it was given in.
    pub source: SourceId,
    pub name: String,
    pub fit: Fit,
}

/// How a value that was given fits what is scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    Taken,
    /// Nothing that is scanned declares it.
    Undeclared,
    /// What is declared cannot have this value: why.
    Wrong(String),
}

/// How one file fared in one collector.
#[derive(Debug)]
pub struct Reading {
    pub source: SourceId,
    pub status: FileStatus,
    /// Why it was skipped, or as a part of what it was judged.
    pub reason: Option<String>,
    pub problems: Vec<Problem>,
}

impl Collected {
    /// The file was read: whole without problems, partly with some.
    pub fn read(&mut self, file: &SourceFile, problems: Vec<Problem>) {
        let status = if problems.is_empty() { FileStatus::Collected } else { FileStatus::Partly };
        self.readings.push(Reading { source: file.id, status, reason: None, problems });
    }

    /// The file was read, and is judged as a part of something else.
    pub fn read_for(&mut self, file: &SourceFile, reason: impl Into<String>) {
        let (status, reason) = (FileStatus::Collected, Some(reason.into()));
        self.readings.push(Reading { source: file.id, status, reason, problems: Vec::new() });
    }

    /// Nothing of the file could be used.
    pub fn failed(&mut self, file: &SourceFile, problems: Vec<Problem>) {
        self.readings.push(Reading { source: file.id, status: FileStatus::Failed, reason: None, problems });
    }

    /// The file was left alone, for a reason people can act on.
    pub fn skipped(&mut self, file: &SourceFile, reason: impl Into<String>) {
        let reason = Some(reason.into());
        self.readings.push(Reading { source: file.id, status: FileStatus::Skipped, reason, problems: Vec::new() });
    }

    pub fn extend(&mut self, other: Self) {
        self.evidence.extend(other.evidence);
        self.readings.extend(other.readings);
        self.answers.extend(other.answers);
        self.secrets.extend(other.secrets);
        self.left_out.extend(other.left_out);
    }
}
