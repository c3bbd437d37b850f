//! Reading that both platforms have in common.

use crate::collect::terraform::reading::instead;
use crate::collect::terraform::subject::Subject;
use crate::model::{Node, Value};

/// Beginnings of names of branches that people work on and throw away.
const WORKING: &[&str] =
    &["feature", "feat", "fix", "bugfix", "chore", "dependabot", "renovate", "wip", "topic", "tmp"];

/// The branch or pattern as a list, and whether changes land there.
pub(super) fn branches(subject: &Subject<'_>, argument: &str) -> Option<Node> {
    let branch = subject.at(argument)?;
    let span = branch.span;
    Some(Node::list(vec![branch], span))
}

pub(super) fn long_lived(subject: &Subject<'_>, argument: &str) -> Option<Node> {
    let branch = subject.at(argument)?;
    let text = branch.as_str().unwrap_or_default();
    let first = text.trim_start_matches("refs/heads/").split(['/', '-', '*']).next().unwrap_or_default();
    Some(instead(&branch, !WORKING.contains(&first)))
}

/// Whether a list has anything in it, shown where it stands.
pub(super) fn is_filled(list: &Node) -> Node {
    match &list.value {
        Value::List(items) => instead(list, !items.is_empty()),
        Value::Map(_) => instead(list, true),
        _ => list.clone(),
    }
}
