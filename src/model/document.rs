//! Everything that was collected in a run: what `evaluate` judges.

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::ledger::Ledger;
use super::source::Sources;
use super::suppression::Suppression;

/// The evidence of one scanned root, with the account of what was read.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub repository: Option<Repository>,
    pub ledger: Ledger,
    /// In the order of kind and id.
    pub evidence: Vec<Evidence>,
    pub sources: Sources,
    /// Comments that ask a checker to be silent.
    pub suppressions: Vec<Suppression>,
    /// What the user should know of the words typed: values given that nothing declares.
    pub notes: Vec<String>,
}

/// What git knows of the scanned root.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repository {
    pub commit: Option<String>,
    pub branch: Option<String>,
    pub remote: Option<String>,
    pub dirty: Option<bool>,
}
