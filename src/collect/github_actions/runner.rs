//! Where a job runs: the labels of `runs-on`, a matrix followed, and whether the runner is one's own.

use crate::collect::pipeline::facts::{one_or_many, unresolved};
use crate::model::{Cause, Node, Shape, Span};

use super::expressions;

/// Beginnings of the labels that the platform runs itself.
const HOSTED: &[&str] = &["ubuntu-", "windows-", "macos-"];

/// The labels that `runs-on` asks for, those of a matrix included.
pub(super) fn labels(job: &Node) -> Option<Node> {
    let runs_on = job.get("runs-on")?;
    let asked = if runs_on.entries().is_empty() { Some(runs_on) } else { runs_on.get("labels") };
    let labels: Vec<Node> = one_or_many(asked).into_iter().flat_map(|it| spread(job, it)).collect();
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

/// A label, or those that a matrix puts in its place.
fn spread(job: &Node, label: &Node) -> Vec<Node> {
    let Some(text) = label.as_str().filter(|it| it.contains("${{")) else { return vec![label.clone()] };
    let found = expressions::within(text, label.span);
    let unknown = || vec![unresolved(Cause::AtRunTime(text.to_owned()), Shape::Reference, label.span)];
    let axis = match found.as_slice() {
        [only] if text.starts_with("${{") && text.ends_with("}}") => only.text.strip_prefix("matrix."),
        _ => None,
    };
    let Some(axis) = axis else { return unknown() };
    let Some(matrix) = job.dotted("strategy.matrix") else { return unknown() };
    let mut values: Vec<Node> = matrix.dotted(axis).map(Node::items).unwrap_or_default().to_vec();
    let included = matrix.get("include").map(Node::items).unwrap_or_default();
    values.extend(included.iter().filter_map(|it| it.dotted(axis)).cloned());
    let all_plain = values.iter().all(|it| it.as_str().is_some_and(|text| !text.contains("${{")));
    if values.is_empty() || !all_plain { unknown() } else { values }
}
