//! What lies in a bundle, by name.

use serde::{Deserialize, Serialize};

use crate::model::{Examination, Severity};
use crate::rego::overrides::Override;

/// The evidence, as `gapcheck collect` prints it.
pub(super) const EVIDENCE: &str = "evidence.json";
/// The frameworks, those reported against and those known besides.
pub(super) const FRAMEWORKS: &str = "frameworks.json";
/// Waivers, attestations, the baseline, and what the settings allow of them.
pub(super) const ACCEPTED: &str = "accepted.json";
/// The choices that decide.
pub(super) const CHOICES: &str = "choices.json";
/// The policies in their order; their texts lie below `policies/` and `own/`.
pub(super) const POLICIES: &str = "policies.json";
/// What came of it, as `--format json --passes` prints it.
pub(super) const ASSESSMENT: &str = "assessment.json";
/// An in-toto statement with the digests of all others.
pub(super) const STATEMENT: &str = "statement.json";
/// The signature of the statement, where somebody signed it.
pub(super) const SIGNATURE: &str = "statement.json.sig";

/// The choices that decide what is judged, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choices {
    /// The day that is judged by.
    pub(super) date: String,
    pub(super) categories: Vec<String>,
    pub(super) criteria: Vec<String>,
    pub(super) fail_on: Severity,
    pub(super) strict: bool,
    pub(super) examination: Option<Examination>,
    /// What the settings change of policies.
    pub(super) overrides: Vec<Override>,
    /// Packages of Conftest policies that are asked.
    pub(super) namespaces: Vec<String>,
}

/// A policy file of the bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyFile {
    /// Its name in the bundle.
    pub(super) name: String,
    /// As reports show it.
    pub(super) path: String,
    /// For one of a folder of Conftest policies: which folder, and its path below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) conftest: Option<(usize, String)>,
}
