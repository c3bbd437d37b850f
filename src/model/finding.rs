//! What a policy answered about a subject, as it leaves the program.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::evidence::EvidenceKind;
use super::outcome::Outcome;
use super::policy::PolicyId;
use super::severity::Severity;
use super::source::Location;
use super::unresolved::Cause;

/// A failure, or an answer that cannot be given yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Hexadecimal digest of policy, subject and path: the same gap keeps it while lines move.
    pub fingerprint: String,
    /// The repository it is of, where several are put together; its name then begins the paths of its places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repository: Option<String>,
    pub policy: PolicyId,
    /// `fail` or `undetermined`.
    pub outcome: Outcome,
    pub severity: Severity,
    /// The id of the waiver that accepts it.
    pub waiver: Option<String>,
    /// Whether the baseline knows it.
    pub baseline: bool,
    /// What it is against the state before; absent when nothing is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    pub subject: SubjectRef,
    pub message: String,
    /// The route into the subject's facts that decides.
    pub path: Vec<String>,
    /// The deciding value, or the name of what lacks it.
    pub location: Location,
    /// The subject's whole block.
    pub subject_location: Location,
    pub related: Vec<Related>,
    /// Ids of the criteria in scope that the policy is linked to.
    pub criteria: Vec<String>,
    /// How to mend it in the subject's format.
    pub remediation: Option<String>,
    /// For an undetermined one: the input that would settle it.
    pub unresolved: Option<Missing>,
}

impl Finding {
    /// What tells it from every other finding of the report: fingerprints are unique within a repository.
    pub fn key(&self) -> String {
        match &self.repository {
            Some(repository) => format!("{repository}:{}", self.fingerprint),
            None => self.fingerprint.clone(),
        }
    }

    /// The file that decides, within its repository.
    pub fn file(&self) -> &str {
        let file = self.location.file.as_str();
        let Some(name) = self.repository.as_deref() else { return file };
        let within = file.strip_prefix(name).and_then(|it| it.strip_prefix('/'));
        let commit = || file.strip_suffix(name).and_then(|it| it.strip_suffix(" of "));
        within.or_else(commit).unwrap_or(file)
    }

    /// Whether it counts: nobody accepted it, no baseline knows it, and the change under review brought it.
    pub fn is_open(&self) -> bool {
        self.waiver.is_none() && !self.baseline && matches!(self.change, None | Some(Change::Introduced))
    }

    /// Whether it is a failure that counts.
    pub fn stands(&self) -> bool {
        self.outcome == Outcome::Fail && self.is_open()
    }
}

/// The smallest input that would settle an undetermined finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    pub cause: Cause,
    pub location: Location,
    /// What to do: `pass --var-file or --var`.
    pub help: String,
    /// All that the answer may hang on, the cause among them.
    #[serde(default)]
    pub needs: Vec<Cause>,
}

/// A subject as findings and passes name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SubjectRef {
    pub id: String,
    pub kind: EvidenceKind,
    pub name: String,
    pub format: String,
    pub provider: Option<String>,
    #[serde(rename = "type")]
    pub native_type: Option<String>,
    pub address: Option<String>,
}

/// Another place that has a part in a finding: a module call, a variable's default.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Related {
    pub note: String,
    pub location: Location,
}

/// A subject that a policy passes: listed on demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    pub policy: PolicyId,
    pub subject: SubjectRef,
    pub subject_location: Location,
}
