//! GitLab's protected branches, as its API lists them: `projects/ID/protected_branches`.

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

/// Whether anybody may push without a merge request: level 0 is nobody.
fn direct_push(branch: &Node, at: Span) -> Node {
    let Some(levels) = branch.get("push_access_levels") else { return Node::default_of(true, at) };
    let is_open = |it: &&Node| it.get("access_level").and_then(Node::as_i64) != Some(0);
    match levels.items().iter().find(is_open) {
        Some(open) => Node::new(true, open.span),
        None => Node::new(levels.items().is_empty(), levels.name_span.unwrap_or(levels.span)),
    }
}
