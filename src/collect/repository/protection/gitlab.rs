//! GitLab's protected branches and rules for merge requests, as its API tells them: `projects/ID/protected_branches`,
//! `projects/ID`, `projects/ID/approvals`.

use super::rule::{Rule, switch};
use crate::model::{Node, Span};

/// One protected branch. Approvals and checks are settings of the project, which another list holds.
pub(super) fn rule(branch: &Node) -> Option<Rule> {
    let name = branch.get("name")?;
    let whole = Some(branch);
    let at = name.span;
    let facts = vec![
        ("requires_code_owner_review", switch(whole, "code_owner_approval_required", at)),
        ("allows_force_push", switch(whole, "allow_force_push", at)),
        // A protected branch cannot be deleted by a push, and only by maintainers at all.
        ("allows_deletion", Node::default_of(false, at)),
        ("allows_direct_push", direct_push(branch, at)),
    ];
    Some(Rule { repository: None, branches: vec![name.clone()], facts, span: branch.span, name_span: at })
}

/// What a project asks of its merge requests. It holds for all branches, so for the main one.
pub(super) fn of_project(project: &Node, start: Span) -> Option<Rule> {
    let name = project.get("default_branch");
    let at = name.map_or(start, |it| it.span);
    let stated = |fact: &'static str, key: &str| Some((fact, project.get(key).filter(|it| !it.is_null())?.clone()));
    let facts: Vec<_> = [
        stated("requires_status_checks", "only_allow_merge_if_pipeline_succeeds"),
        stated("required_approvals", "approvals_before_merge"),
        stated("dismisses_stale_approvals", "reset_approvals_on_push"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let branch = Node::new("~DEFAULT_BRANCH", at);
    (!facts.is_empty()).then(|| Rule {
        repository: None,
        branches: vec![branch],
        facts,
        span: project.span,
        name_span: at,
    })
}

/// Whether anybody may push without a merge request: level 0 is nobody.
fn direct_push(branch: &Node, at: Span) -> Node {
    let Some(levels) = branch.get("push_access_levels") else { return Node::default_of(true, at) };
    let is_open = |it: &&Node| it.get("access_level").and_then(Node::as_i64) != Some(0);
    match levels.items().iter().find(is_open) {
        Some(open) => Node::new(true, open.span),
        None => Node::new(levels.items().is_empty(), levels.name_span.unwrap_or(levels.span)),
    }
}
