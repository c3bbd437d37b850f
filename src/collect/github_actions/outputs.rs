//! Outputs of earlier steps that hold text of outsiders.

use crate::collect::pipeline::text;
use crate::collect::target::SourceFile;
use crate::model::Node;

use super::expressions;
use super::uses::Reference;

/// Actions that hand on names of changed files or branches, by a part of the output's name. An empty part is any output.
const ACTIONS: &[(&str, &str)] = &[
    ("tj-actions/changed-files", "files"),
    ("tj-actions/branch-names", "branch"),
    ("dorny/paths-filter", "_files"),
    ("jitterbit/get-changed-files", ""),
    ("trilom/file-changes-action", "files"),
    ("xt0rted/pull-request-comment-branch", "ref"),
    ("peter-murray/issue-body-parser-action", ""),
    ("stefanbuck/github-issue-parser", ""),
    ("actions-ecosystem/action-regex-match", ""),
];

/// Whether `steps.<id>.outputs.<name>`, in lower case, holds what an outsider writes.
pub(super) fn is_outsiders(file: &SourceFile, steps: &[Node], context: &str) -> bool {
    let mut parts = context.split('.');
    let (Some("steps"), Some(id), Some("outputs"), Some(name)) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let named = |it: &&Node| it.get("id").and_then(Node::as_str).is_some_and(|it| it.eq_ignore_ascii_case(id));
    let Some(step) = steps.iter().find(named) else { return false };
    if let Some(called) = step.get("uses").and_then(Node::as_str) {
        let path = Reference::read(called).full_path().to_ascii_lowercase();
        return ACTIONS.iter().any(|(action, part)| path == *action && name.contains(part));
    }
    let Some(run) = step.get("run") else { return false };
    let script = text::script(&file.text, run);
    // `echo "name=${{ github.head_ref }}" >> "$GITHUB_OUTPUT"`, or the older command.
    script.lines().filter(|it| it.contains("GITHUB_OUTPUT") || it.contains("::set-output")).any(|line| {
        let sets = line.to_ascii_lowercase().contains(&format!("{name}="))
            || line.to_ascii_lowercase().contains(&format!("name={name}::"));
        sets && expressions::within(line, run.span).iter().any(expressions::Expression::is_outsiders)
    })
}
