//! What a change brought, against a state before it.

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::status::ControlStatus;

/// The run against a state before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The state as the user named it.
    pub base: String,
    /// Its commit.
    pub commit: Option<String>,
    /// Findings by what they are; waived ones and those in the baseline count as well.
    pub introduced: usize,
    pub moved: usize,
    pub existing: usize,
    /// Failures that are gone.
    pub fixed: Vec<Finding>,
    /// Criteria whose status is another one, in the order of the framework.
    pub criteria: Vec<StatusChange>,
}

/// A criterion that moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusChange {
    pub id: String,
    pub before: ControlStatus,
    pub after: ControlStatus,
}
