//! When a job runs: `rules`, `only`, `except` and `when`, as far as the files tell.

use crate::collect::pipeline::facts::one_or_many;
use crate::collect::pipeline::rows::Occasions;
use crate::model::{Node, Span};

/// Words of a condition that hold for no proposed change.
const OTHER_OCCASIONS: &[&str] = &[
    "\"schedule\"",
    "'schedule'",
    "\"web\"",
    "\"api\"",
    "\"trigger\"",
    "\"pipeline\"",
    "\"parent_pipeline\"",
    "$CI_DEFAULT_BRANCH",
    "\"main\"",
    "\"master\"",
    "'main'",
    "'master'",
    "\"production\"",
    "\"prod\"",
    "/^release",
    "\"release\"",
];

/// When a job runs, in a pipeline that runs on these occasions.
pub(super) fn occasions(job: &Node) -> Occasions {
    if stated(job, "when").and_then(Node::as_str) == Some("never") {
        return Occasions::default();
    }
    if let Some(rules) = stated(job, "rules") {
        let taken = rules.items().iter().filter(|it| it.get("when").and_then(Node::as_str) != Some("never"));
        let mut found = Occasions::default();
        for rule in taken {
            let condition = rule.get("if").and_then(Node::as_str).unwrap_or_default();
            found.changes |= holds_for_changes(condition);
            found.schedule |= condition.is_empty() || condition.contains("schedule");
        }
        return found;
    }
    let only = stated(job, "only").map(refs);
    let except = stated(job, "except").map(refs).unwrap_or_default();
    let is_any = |it: &String| {
        matches!(&**it, "branches" | "merge_requests" | "pushes" | "external_pull_requests")
            || it.starts_with('/') && !it.starts_with("/^release") && !it.starts_with("/^v")
    };
    let changes = match &only {
        Some(only) => only.iter().any(is_any),
        None => true,
    };
    Occasions {
        changes: changes && !except.iter().any(|it| matches!(&**it, "branches" | "merge_requests" | "pushes")),
        schedule: only.as_ref().is_none_or(|it| it.iter().any(|it| it == "schedules"))
            && !except.iter().any(|it| it == "schedules"),
    }
}

fn holds_for_changes(condition: &str) -> bool {
    if condition.contains("merge_request_event") || condition.contains("CI_MERGE_REQUEST") {
        return !condition.contains("!= \"merge_request_event\"") && !condition.contains("!= 'merge_request_event'");
    }
    if condition.contains("$CI_COMMIT_TAG") && !condition.contains("null") && !condition.contains("==") {
        return false;
    }
    let excludes = condition.contains("!=") || condition.contains("!~");
    excludes || !OTHER_OCCASIONS.iter().any(|it| condition.contains(it))
}

/// Where the files say that a person starts the job: always, not only on some occasion.
pub(super) fn by_hand(job: &Node) -> Option<Span> {
    let manual = |it: &Node| it.get("when").filter(|it| it.as_str() == Some("manual")).map(|it| it.span);
    let Some(rules) = stated(job, "rules") else { return manual(job) };
    let mut found = None;
    for rule in rules.items() {
        let when = rule.get("when").or_else(|| job.get("when"));
        match when.and_then(Node::as_str) {
            Some("never") => {}
            Some("manual") => found = found.or(when.map(|it| it.span)),
            _ => return None,
        }
    }
    found
}

/// The names of `only:` and `except:`, in the short form or the long one.
fn refs(node: &Node) -> Vec<String> {
    let listed = if node.entries().is_empty() { Some(node) } else { node.get("refs") };
    one_or_many(listed).into_iter().filter_map(Node::scalar_text).collect()
}

/// A key that says something.
pub(super) fn stated<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    node.get(name).filter(|it| !it.is_null())
}
