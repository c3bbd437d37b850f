//! CodeBuild: each project is a job.

use crate::collect::terraform::reading::{flag as as_flag, instead, read};
use crate::collect::terraform::row::{Fact, Row, flag, named, row, with};
use crate::collect::terraform::subject::Subject;
use crate::model::{Entry, EvidenceKind::Job, Node};

pub const ROWS: &[Row] = &[row(Job, "aws", &["aws_codebuild_project"], FACTS)];

const FACTS: &[Fact] = &[
    flag("host_rights", &["environment.0.privileged_mode"]).or_false(),
    with("results_encrypted", encrypts_results),
    with("logs_encrypted", encrypts_logs),
    named("kms_key", &["encryption_key"]),
    with("variables", variables),
];

/// Whether everything that the project leaves behind is encrypted; absent where it leaves nothing.
fn encrypts_results(subject: &Subject<'_>) -> Option<Node> {
    const BLOCKS: [&str; 2] = ["artifacts", "secondary_artifacts"];
    let all = BLOCKS.iter().flat_map(|it| subject.resource.blocks(it));
    let leaves = |it: &&Node| read(it, "type").is_none_or(|it| it.as_str() != Some("NO_ARTIFACTS"));
    first_plain(all.filter(leaves).map(encrypts))
}

/// Whether logs that are written to a bucket are encrypted; absent where none are.
fn encrypts_logs(subject: &Subject<'_>) -> Option<Node> {
    let logs = subject.at("logs_config.0.s3_logs.0")?;
    if logs.as_unresolved().is_some() {
        return Some(logs);
    }
    let is_on = read(&logs, "status").is_some_and(|it| it.as_str() != Some("DISABLED"));
    is_on.then(|| encrypts(&logs))
}

/// What is written is encrypted unless the block says otherwise.
fn encrypts(block: &Node) -> Node {
    let stated = read(block, "encryption_disabled").and_then(|it| as_flag(it, false));
    stated.unwrap_or_else(|| Node::default_of(true, block.name_span.unwrap_or(block.span)))
}

/// The first that is not encrypted, else the first that may not be.
fn first_plain(all: impl Iterator<Item = Node>) -> Option<Node> {
    let weight = |it: &Node| match it.as_bool() {
        Some(false) => 0,
        None => 1,
        Some(true) => 2,
    };
    all.min_by_key(weight)
}

/// Variables whose values stand in the project; of the others only the name of a secret does.
fn variables(subject: &Subject<'_>) -> Option<Node> {
    let environment = subject.resource.block("environment")?;
    let blocks = read(environment, "environment_variable").or_else(|| read(environment, "environment_variables"))?;
    if blocks.as_unresolved().is_some() {
        return Some(blocks);
    }
    let is_plain = |it: &&Node| read(it, "type").is_none_or(|it| it.as_str() == Some("PLAINTEXT"));
    let variable = |it: &Node| {
        let name = read(it, "name")?;
        Some(Entry::new(name.as_str()?, read(it, "value")?.named(name.span)))
    };
    let entries: Vec<Entry> = blocks.items().iter().filter(is_plain).filter_map(variable).collect();
    Some(instead(&blocks, Node::map(entries, blocks.span).value))
}
