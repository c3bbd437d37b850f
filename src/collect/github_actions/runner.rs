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
    let [only] = found.as_slice() else { return unknown() };
    let Some(path) = only.text.strip_prefix("matrix.") else { return unknown() };
    let (axis, inner) = path.split_once('.').map_or((path, None), |(axis, inner)| (axis, Some(inner)));
    let Some(matrix) = job.dotted("strategy.matrix") else { return unknown() };
    let own = matrix.get(axis).map(Node::items).unwrap_or_default().iter();
    let included = matrix.get("include").map(Node::items).unwrap_or_default().iter().filter_map(|it| it.get(axis));
    let values: Vec<&Node> =
        own.chain(included).filter_map(|it| inner.map_or(Some(it), |inner| it.dotted(inner))).collect();
    let all_plain = values.iter().all(|it| it.as_str().is_some_and(|text| !text.contains("${{")));
    if values.is_empty() || !all_plain {
        return unknown();
    }
    // What stands around the expression stays: `${{ matrix.os }}-latest`.
    let start = text.find("${{").unwrap_or(0);
    let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
    let after = rest.split_once("}}").map_or("", |it| it.1);
    let spread =
        |it: &Node| Node { value: format!("{before}{}{after}", it.as_str().unwrap_or_default()).into(), ..it.clone() };
    values.into_iter().map(spread).collect()
}
