//! One repository among the several that a merged assessment speaks of.

use serde::{Deserialize, Serialize};

use super::ledger::LedgerSummary;

/// What one repository adds to a merged assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepositoryResult {
    /// Unique among the repositories that are put together.
    pub name: String,
    pub commit: Option<String>,
    /// The day it was judged by.
    pub date: String,
    pub passed: bool,
    pub exit_code: u8,
    /// Why, as its own gate says.
    pub reason: String,
    /// Failures that stand, by severity.
    pub gaps: GapCounts,
    pub undetermined: usize,
    pub waived: usize,
    pub files: LedgerSummary,
    /// Ids of the criteria that have a gap here.
    pub criteria_with_gap: Vec<String>,
    /// Ids of the criteria that cannot be told here.
    pub criteria_undetermined: Vec<String>,
}

/// Failures that stand, by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapCounts {
    pub critical: usize,
    pub high: usize,
    pub medium: usize,
    pub low: usize,
}

impl GapCounts {
    pub fn total(&self) -> usize {
        self.critical + self.high + self.medium + self.low
    }
}
