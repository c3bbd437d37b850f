//! The result of a run: everything a report shows, already counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attestation::AttestationResult;
use super::baseline::BaselineResult;
use super::comparison::Comparison;
use super::criterion::Nature;
use super::document::Repository;
use super::examination::Examination;
use super::finding::{Finding, Pass};
use super::framework::Measure;
use super::ledger::Ledger;
use super::outcome::Outcome;
use super::policy::{Link, PolicyId, TestKind};
use super::problem::Notice;
use super::repository::{GapCounts, RepositoryResult};
use super::severity::Severity;
use super::status::ControlStatus;
use super::suppression::Suppression;
use super::waiver::WaiverResult;

/// The version of the JSON form; a change that could break a reader raises it.
pub const SCHEMA_VERSION: &str = "1";

/// Findings, policies and criteria of one run. Every report is made of this and computes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    pub schema_version: String,
    pub tool: Tool,
    pub run: Run,
    pub scope: Scope,
    /// The frameworks of the run, in the order asked for; that of the scope is the first.
    #[serde(default)]
    pub frameworks: Vec<FrameworkScope>,
    pub gate: Gate,
    pub ledger: Ledger,
    /// What went wrong with a policy or a setting, not with a file of the ledger.
    pub problems: Vec<Notice>,
    /// Every criterion of the frameworks, in their order.
    pub criteria: Vec<CriterionResult>,
    pub policies: Vec<PolicyResult>,
    /// Failures first, worst first, then by place.
    pub findings: Vec<Finding>,
    /// What people accept, and what became of it.
    #[serde(default)]
    pub waivers: Vec<WaiverResult>,
    /// Comments written for other tools that speak of a policy here, and do not count.
    #[serde(default)]
    pub foreign: Vec<Suppression>,
    #[serde(default)]
    pub attestations: Vec<AttestationResult>,
    #[serde(default)]
    pub baseline: Option<BaselineResult>,
    /// Against a state before, when one was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// What is to be said of waivers, attestations and the baseline: lapsed, unused, refused.
    #[serde(default)]
    pub remarks: Vec<Notice>,
    /// What was put together, where the assessment speaks of several repositories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repositories: Vec<RepositoryResult>,
    /// Only when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passes: Option<Vec<Pass>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    pub name: String,
    pub version: String,
    /// `sha256:` and the digest of all policies and libraries in use.
    pub policies_digest: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The day the run judges by, `YYYY-MM-DD`.
    pub date: String,
    /// Always `.`: paths are relative to the scanned root.
    pub root: String,
    pub repository: Option<Repository>,
    /// What is examined, where the settings say so: a day, or a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub examination: Option<Examination>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    pub framework: String,
    pub framework_title: String,
    pub categories: Vec<String>,
}

/// A framework as a report names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkScope {
    pub id: String,
    pub title: String,
    pub measure: Measure,
    /// For whom a report under it is meant.
    pub readers: String,
    /// Where the criteria themselves are published, or written.
    pub reference: String,
    /// Categories in scope.
    pub categories: Vec<String>,
}

/// Whether the run passes, and the exit code every format shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    pub fail_on: Severity,
    pub strict: bool,
    pub passed: bool,
    pub exit_code: u8,
    /// Why, in one sentence.
    pub reason: String,
}

/// How many subjects were looked at, and how they fared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Population {
    pub subjects: usize,
    pub pass: usize,
    pub fail: usize,
    pub undetermined: usize,
    pub waived: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionResult {
    pub id: String,
    /// The id of its framework.
    #[serde(default)]
    pub framework: String,
    pub title: String,
    pub category: String,
    pub nature: Nature,
    pub status: ControlStatus,
    /// Why it has this status, in one sentence.
    pub reason: String,
    pub aspects: Vec<AspectResult>,
    /// Judgements of all linked policies together: one a policy and subject.
    pub population: Population,
    pub policies: Vec<PolicyId>,
    /// Files that a linked policy's collector could not read whole.
    pub unread_files: usize,
    /// Of a control objective: its wording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// What user entities have to do themselves: complementary user entity controls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_entities: Vec<String>,
    /// What subservice organizations have to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subservice_organizations: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AspectResult {
    pub id: String,
    pub title: String,
    pub nature: Nature,
    pub covered: bool,
    /// Policies whose passing population covers it.
    pub covered_by: Vec<PolicyId>,
    /// Who attests it, where no policy covers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attested_by: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyResult {
    pub id: PolicyId,
    pub title: String,
    /// Why it matters.
    pub description: String,
    pub severity: Severity,
    pub criteria: Vec<Link>,
    /// Whether it looks at how a control is built, or at whether it worked.
    #[serde(default)]
    pub tests: TestKind,
    pub aliases: BTreeMap<String, Vec<String>>,
    pub formats: Vec<String>,
    /// How to mend what fails it, by format.
    pub remediation: BTreeMap<String, String>,
    pub population: Population,
}

impl Assessment {
    /// The one repository that it speaks of, where it has a name; none where it speaks of several.
    pub fn repository(&self) -> Option<String> {
        match self.repositories.as_slice() {
            [] => self.run.repository.as_ref().and_then(Repository::name),
            [one] => Some(one.name.clone()),
            _ => None,
        }
    }

    /// What it says as one repository among several.
    pub fn summary(&self, name: &str) -> RepositoryResult {
        let gaps = |severity| self.findings.iter().filter(|it| it.stands() && it.severity == severity).count();
        let with = |status| self.criteria.iter().filter(|it| it.status == status).map(|it| it.id.clone()).collect();
        let open = |it: &&Finding| it.outcome == Outcome::Undetermined && it.is_open();
        RepositoryResult {
            name: name.to_owned(),
            commit: self.run.repository.as_ref().and_then(|it| it.commit.clone()),
            date: self.run.date.clone(),
            passed: self.gate.passed,
            exit_code: self.gate.exit_code,
            reason: self.gate.reason.clone(),
            gaps: GapCounts {
                critical: gaps(Severity::Critical),
                high: gaps(Severity::High),
                medium: gaps(Severity::Medium),
                low: gaps(Severity::Low),
            },
            undetermined: self.findings.iter().filter(open).count(),
            waived: self.findings.iter().filter(|it| it.waiver.is_some()).count(),
            files: self.ledger.summary,
            criteria_with_gap: with(ControlStatus::Gap),
            criteria_undetermined: with(ControlStatus::Undetermined),
        }
    }
}

impl Population {
    pub fn count(&mut self, outcome: Outcome) {
        self.subjects += 1;
        match outcome {
            Outcome::Pass => self.pass += 1,
            Outcome::Fail => self.fail += 1,
            Outcome::Undetermined => self.undetermined += 1,
        }
    }

    pub fn add(&mut self, other: Self) {
        self.subjects += other.subjects;
        self.pass += other.pass;
        self.fail += other.fail;
        self.undetermined += other.undetermined;
        self.waived += other.waived;
    }
}
