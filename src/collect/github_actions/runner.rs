//! Where a job runs: the labels of `runs-on`, a matrix followed, and whether the runner is one's own.

use crate::collect::pipeline::facts::{one_or_many, unresolved};
use crate::model::{Cause, Node, Shape, Span};

use super::matrix;

/// Beginnings of the labels that the platform runs itself.
const HOSTED: &[&str] = &["ubuntu-", "windows-", "macos-"];

/// The labels that `runs-on` asks for, those of a matrix included.
pub(super) fn labels(job: &Node) -> Option<Node> {
    let runs_on = job.get("runs-on")?;
    let asked = if runs_on.entries().is_empty() { Some(runs_on) } else { runs_on.get("labels") };
    let labels: Vec<Node> = one_or_many(asked).into_iter().flat_map(|it| matrix::spread(job, it)).collect();
    Some(Node::list(labels, runs_on.span).named(runs_on.name_span.unwrap_or(runs_on.span)))
}

/// Whether the job runs on a machine that the owner of the repository keeps.
pub(super) fn self_hosted(job: &Node) -> Option<Node> {
    let runs_on = job.get("runs-on")?;
    let labels = labels(job)?;
    if let Some(label) = labels.items().iter().find(|it| it.as_str() == Some("self-hosted")) {
        return Some(Node::new(true, label.span));
    }
    if let Some(group) = runs_on.get("group") {
        return Some(unknown("the runner group", group.span));
    }
    let is_hosted = |it: &Node| {
        it.as_str().is_some_and(|text| HOSTED.iter().any(|start| text.to_ascii_lowercase().starts_with(start)))
    };
    match labels.items().iter().find(|it| !is_hosted(it)) {
        None => Some(Node::new(false, runs_on.span)),
        Some(label) => Some(unknown("the runner's label", label.span)),
    }
}

fn unknown(what: &str, span: Span) -> Node {
    unresolved(Cause::OutOfScope(format!("who keeps {what} names")), Shape::Bool, span)
}
