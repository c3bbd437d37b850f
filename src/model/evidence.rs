//! One thing that the files declare, and what they say of it.

use serde::{Deserialize, Serialize};

use super::format;
use super::node::{Node, Through};
use super::span::Span;

/// One thing that the files declare: a bucket, a container, a workflow. Facts are not judged here.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Stable and readable, unique among its kind in a run: `terraform:infra#module.data.aws_s3_bucket.logs`.
    pub id: String,
    pub kind: EvidenceKind,
    /// The short name people use: `logs`, `web`.
    pub name: String,
    /// The collector's name, which is the format's: `terraform`, `compose`.
    pub format: &'static str,
    /// `aws`, `azure`, `google`, where there is one.
    pub provider: Option<String>,
    /// The native type: `aws_s3_bucket`, `Deployment`.
    pub native_type: Option<String>,
    /// The native address, where it differs from the name: `module.data.aws_s3_bucket.logs`.
    pub address: Option<String>,
    /// The whole block.
    pub span: Span,
    /// The name in the block's head, where a missing setting is shown.
    pub name_span: Span,
    /// The chain of module calls that led here, outermost first.
    pub called_from: Vec<Through>,
    /// A map: fact name to value. The vocabulary is `policies/schemas/<kind>.json`.
    pub facts: Node,
}

impl Evidence {
    /// The format whose policies judge it: its own, what that is rendered to, or what its provider declares.
    pub fn judged_as(&self) -> &str {
        let declared = self.provider.as_deref().and_then(|it| format::declared_by(self.format, it));
        declared.unwrap_or_else(|| format::judged_as(self.format))
    }

    /// Where the files state the fact at `path`, or the name of the nearest thing that lacks it.
    pub fn span_at<S: AsRef<str>>(&self, path: &[S]) -> Span {
        match self.facts.at(path.get(..1).unwrap_or_default()) {
            Some(_) if !path.is_empty() => self.facts.span_at(path),
            _ => self.name_span,
        }
    }
}

/// The kinds of things that policies speak of, whatever format declares them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    Bucket,
    Database,
    Disk,
    Queue,
    Key,
    Secret,
    Network,
    NetworkRule,
    Endpoint,
    Machine,
    Function,
    Cluster,
    Registry,
    Grant,
    Account,
    Log,
    Monitor,
    Backup,
    Workload,
    Image,
    Pipeline,
    Job,
    Step,
    Module,
    Repository,
    BranchProtection,
    Credential,
    Change,
    Manifest,
    Document,
    Resource,
    File,
}

impl EvidenceKind {
    pub const ALL: [Self; 32] = [
        Self::Bucket,
        Self::Database,
        Self::Disk,
        Self::Queue,
        Self::Key,
        Self::Secret,
        Self::Network,
        Self::NetworkRule,
        Self::Endpoint,
        Self::Machine,
        Self::Function,
        Self::Cluster,
        Self::Registry,
        Self::Grant,
        Self::Account,
        Self::Log,
        Self::Monitor,
        Self::Backup,
        Self::Workload,
        Self::Image,
        Self::Pipeline,
        Self::Job,
        Self::Step,
        Self::Module,
        Self::Repository,
        Self::BranchProtection,
        Self::Credential,
        Self::Change,
        Self::Manifest,
        Self::Document,
        Self::Resource,
        Self::File,
    ];

    /// The name in policies: `input.network_rule`, `policies/network_rule/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bucket => "bucket",
            Self::Database => "database",
            Self::Disk => "disk",
            Self::Queue => "queue",
            Self::Key => "key",
            Self::Secret => "secret",
            Self::Network => "network",
            Self::NetworkRule => "network_rule",
            Self::Endpoint => "endpoint",
            Self::Machine => "machine",
            Self::Function => "function",
            Self::Cluster => "cluster",
            Self::Registry => "registry",
            Self::Grant => "grant",
            Self::Account => "account",
            Self::Log => "log",
            Self::Monitor => "monitor",
            Self::Backup => "backup",
            Self::Workload => "workload",
            Self::Image => "image",
            Self::Pipeline => "pipeline",
            Self::Job => "job",
            Self::Step => "step",
            Self::Module => "module",
            Self::Repository => "repository",
            Self::BranchProtection => "branch_protection",
            Self::Credential => "credential",
            Self::Change => "change",
            Self::Manifest => "manifest",
            Self::Document => "document",
            Self::Resource => "resource",
            Self::File => "file",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}
