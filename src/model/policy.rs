//! A policy: what its METADATA declares. Its rules live in Rego.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::evidence::{Evidence, EvidenceKind};
use super::format;
use super::severity::Severity;

/// `workload-names-non-root-user`: the package path with hyphens, stable across releases.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PolicyId(pub String);

/// What a policy declares of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    pub id: PolicyId,
    /// The control as a sentence that is true when all is well.
    pub title: String,
    /// Why it matters.
    pub description: String,
    pub related_resources: Vec<String>,
    /// The kind whose population it looks at.
    pub kind: EvidenceKind,
    /// `gapcheck.workload.names_non_root_user`.
    pub package: String,
    pub severity: Severity,
    pub criteria: Vec<Link>,
    pub tests: TestKind,
    /// Facts that may decide, of the policy's own kind or, written `kind.fact`, of another.
    pub reads: Vec<String>,
    /// How to mend it, by format; the keys are the formats the policy serves.
    pub remediation: BTreeMap<String, String>,
    /// Ids of the same check in other tools, by tool.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The release that brought it.
    pub since: String,
}

/// What a policy says about a criterion, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    #[serde(rename = "id")]
    pub criterion: String,
    pub aspect: String,
    pub strength: Strength,
    pub because: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// A passing population covers the aspect.
    Primary,
    /// Bears on the aspect without covering it.
    Supporting,
}

/// Whether a policy looks at how a control is built, or at whether it worked over a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TestKind {
    #[default]
    Design,
    Operating,
}

impl TestKind {
    /// As METADATA writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Operating => "operating",
        }
    }
}

impl Strength {
    /// As METADATA writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Supporting => "supporting",
        }
    }
}

impl Policy {
    /// Formats whose evidence it judges: those it tells how to mend, and those that are rendered to one of them or
    /// declare what is of one of them.
    pub fn formats(&self) -> impl Iterator<Item = &str> {
        self.remediation.keys().flat_map(move |it| {
            let others: Vec<&str> = format::rendered_to(it).chain(format::declared_in(it)).collect();
            let others = others.into_iter().filter(|it| !self.remediation.contains_key(*it));
            std::iter::once(it.as_str()).chain(others)
        })
    }

    /// How to mend it where the subject is written; nothing where the policy does not judge it. Of what is rendered or
    /// declared, what is said of the other format holds where nothing is said of its own.
    pub fn remediation_of(&self, subject: &Evidence) -> Option<&str> {
        let judged = subject.judged_as();
        let own = self.remediation.get(subject.format).filter(|_| judged == format::judged_as(subject.format));
        own.or_else(|| self.remediation.get(judged)).map(String::as_str)
    }

    /// Facts of its own kind that may decide.
    pub fn own_reads(&self) -> impl Iterator<Item = &str> {
        self.reads.iter().map(String::as_str).filter(|it| !it.contains('.'))
    }
}

impl std::fmt::Display for PolicyId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}
