//! What the parts of a workflow share while they are read: its name, its file, and what is said around them.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;

use crate::collect::pipeline::checks::Runs;
use crate::collect::target::SourceFile;
use crate::model::Node;

pub(super) const NAME: &str = "github-actions";

/// A workflow while its parts are read.
pub(super) struct Workflow<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) document: &'a Node,
    pub(super) id: String,
    /// The inputs that a caller beside it fills with outsiders' text.
    pub(super) inputs: Option<&'a BTreeSet<String>>,
    /// Whether anyone can read the repository, where a file tells.
    pub(super) public: Option<Node>,
    /// What each job runs, by its key.
    pub(super) runs: BTreeMap<&'a str, Runs>,
    /// What has run when the end of each job is reached, by its key.
    pub(super) before: BTreeMap<&'a str, Runs>,
}

/// Where steps stand, and what is said around them.
pub(super) struct Place<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) address: String,
    pub(super) job: Option<String>,
    pub(super) pipeline: Option<String>,
    /// The whole file.
    pub(super) document: &'a Node,
    /// `env:` of the workflow and the job, outermost first.
    pub(super) environments: Vec<Option<&'a Node>>,
    /// Whether the job keeps other people's copies of the repository out.
    pub(super) guarded: bool,
    /// The steps of the job.
    pub(super) steps: &'a [Node],
    /// The inputs of the file that a caller beside it fills with outsiders' text.
    pub(super) inputs: Option<&'a BTreeSet<String>>,
    /// `strategy.matrix` of the job.
    pub(super) matrix: Option<&'a Node>,
}

pub(super) fn is_workflow_path(path: &Utf8Path) -> bool {
    let folder = path.parent().unwrap_or(Utf8Path::new(""));
    folder.ends_with(".github/workflows") && path.file_name().is_some_and(is_yaml)
}

pub(super) fn is_yaml(name: &str) -> bool {
    name.ends_with(".yml") || name.ends_with(".yaml")
}

/// Whether a condition keeps runs for other people's copies of the repository out.
pub(super) fn is_guarded(node: &Node) -> bool {
    let condition = node.get("if").and_then(Node::scalar_text).unwrap_or_default();
    ["head.repo.full_name", "head.repo.fork", "head_repository.full_name", "head.repo.id"]
        .iter()
        .any(|it| condition.contains(it))
}
